"""How people speak of measures: everyday wordings in both languages beside the names the fact files declare.

A measure that is missing here is known by the names it is declared with.
"""

from bot.questions.lexicon_measures_en import SPOKEN_EN
from bot.questions.lexicon_measures_zh import SPOKEN_ZH
from bot.questions.words import listed

MEASURES = listed("""
market_value: market value | market cap | market capitalisation | market capitalization | mcap | mktcap | mkt cap
    | cap | caps | valuation | valued | worth | company value | price tag | post money | post-money | last round
    | latest round | funding round | how valuable | more valuable | most valuable | less valuable | valuable
    | market val | enterprise value | total value | equity value | value of the company | marketcap
    | headline value | 市值 | 总市值 | 估值 | 身价 | 身家 | 值多少 | 多值钱 | 更值钱 | 最值钱 | 值钱 | 投后
    | 市价总值 | 公司价值 | 盘子 | 对应市值 | 体量 | capitalisation | capitalization | mkt val | market-cap
    | heft | how large a company | sticker price | paper value | size of the company | company size | 值几个钱
    | 公司值 | 作价 | 市值规模 | 公司规模
share_price: latest close | closing level | the close | close on | closed at | close at | close per share
    | closing quote | finish at | settle at | 收盘 | 收于 | 收市价 | share price | stock price | price per share
    | closing price | close price | last price | trading at | trade at | shares trade | per share | stock trading
    | price of the stock | price of the share | price of one share | 股价 | 收盘价 | 每股 | 现价 | 报价
    | 股票价格 | 收盘多少 | 收在 | 走势 | px | price action | stock px | closing print | last print | the tape
    | record close | highest close | lowest close | best close | worst close | closing high | closing low
    | record closing | price now | price today | price on | one share | share cost | stock cost | stock at
    | shares at | the stock go for | shares go for | a share go for | changes hands at | 一股多少 | 多少钱一股
    | 一股 | 一手 | 股票多少钱 | 股票价 | 股票卖多少 | 价位 | 盘面 | 最高收盘 | 收盘新高 | 收的 | 收多少
    | 收了多少 | 成交价 | 最高价 | 最低价 | 历史最高价 | 历史最低价 | 历史高价
    | tape
price_return: held up | hold up | done better | do better | fared better | returned more | 涨得猛 | 涨得凶
    | 赚得多 | performer | performers | performed | outperform | outperformed | 涨得多 | 跌得多 | 涨得最多
    | 跌得最多 | 涨最多 | 跌最多 | 涨得好 | return | price return | share price change | stock performance
    | share performance | ytd performance | performance | gain | rally | up or down | 涨跌 | 涨跌幅 | 涨幅 | 跌幅
    | 回报 | 回报率 | 收益率 | 涨了多少 | 跌了多少 | 涨了 | 跌了 | 表现 | 股价表现 | 翻了几倍 | 涨了几倍 | 累计涨
    | 累计跌 | stock return | total return | percentage move | percent move | pct move | % move | run-up | risen
    | gains | 涨势 | 跌势 | 涨多少 | 跌多少 | 股价涨了 | 股价跌了 | 股票涨了 | 股票跌了 | 涨跌多少 | 战绩
    | 赚了多少 | 涨得怎么样 | 跌得怎么样
drawdown: from its top | off its top | from the top | from its all-time high | from its record | 最大跌幅
    | 跌得最深 | 最大跌 | below its all-time high | below its all time high | below all-time high
    | below the peak | below the high | fall from the top | worst fall | biggest fall | slide from peak
    | decline from peak | loss from peak | off from its peak | down from the top | down from its high
    | peak-to-trough | from high to low | 较峰值 | 距最高点 | 距离最高点 | 距峰值 | 从高位 | 比最高点 | drawdown
    | max drawdown | maximum drawdown | peak to trough | fall from its peak | fall from peak | fall from its high
    | off its high | off the high | below its peak | below its high | from its peak | from the peak
    | from its high | from their peak | from their high | down from peak | down from its all time high
    | off its peak | off peak | 回撤 | 最大回撤 | 高点回落 | 从高点 | 距高点 | 距离高点 | 从最高点 | 从顶部
    | 自高点 | 较高点 | 高位回落 | 从峰值
revenue: revenue | revenues | sales | turnover | top line | topline | recognised revenue | recognized revenue
    | annual revenue | full year revenue | income from customers | 营收 | 收入 | 营业收入 | 销售额 | 营业额
    | 年收入 | 全年收入 | 流水 | revs | rev | take in | took in | bring in | brought in | rake in | raked in
    | pull in | pulled in | takings | receipts | net sales | total revenue | earn from customers | 销售收入
    | 总收入 | 总营收 | 进账 | 入账 | 创收 | 卖了多少钱 | 做了多少生意 | 挣了多少 | 年营收 | 收入规模
run_rate_revenue: run rate revenue | run-rate revenue | revenue run rate | revenue run-rate | run rate | run-rate
    | arr | annualised revenue | annualized revenue | annual recurring revenue | recurring revenue
    | annualised run rate | annualized run rate | 年化收入 | 年化营收 | 经常性收入 | 年度经常性收入 | 年化
    | 收入年化 | 年化经常性收入 | runrate | annualised sales | annualized sales | annual run rate | annualised
    | annualized | run-rate sales | 年化销售 | 年化的收入 | 年度化收入 | 年经常性收入 | 经常性营收 | 年化收入规模
revenue_growth: growing faster | grow faster | growing fastest | faster growth | 长得更快 | 增长更快 | 增长最快
    | 增得 | revenue growth | sales growth | growth rate | growth figure | growth | grow | outgrow | yoy
    | year on year | year over year | growing fast | grow fast | fastest growing | topline growth | 营收增速
    | 收入增长 | 收入增速 | 营收增长 | 增速 | 增长率 | 同比 | 增长 | 增幅 | 成长性 | 长得快 | 长得最快
    | how fast is it growing | growth pace | pace of growth | rate of growth | sales growing | revenue growing
    | revenue increase | sales increase | 收入涨了 | 营收涨了 | 扩张速度 | 增长速度 | 收入同比 | 营收同比
price_to_arr: p/arr | p / arr | price to arr | price/arr | price-to-arr | arr multiple | multiple of arr
    | run rate multiple | run-rate multiple | times arr | ev/arr | mcap/arr | market cap to arr | market cap/arr
    | valuation to arr | valuation/arr | valuation multiple | x arr | arr倍数 | 年化收入倍数 | 估值倍数
    | 市值/年化收入 | 市值/arr | 估值/arr | 几倍arr | 多少倍arr | 倍arr | 市值和arr之比 | 估值对arr
    | mcap over arr | value over arr | valuation over arr | cap over arr | arr turns | turns of arr
    | multiple on arr | run-rate multiples | times run-rate | times run rate | market cap over arr | 年化倍数
    | 年化收入的几倍 | 年化收入的多少倍 | 年化收入的倍数 | arr的几倍 | arr的多少倍
price_to_sales: p/s | price-sales | p/ss | p / s | price to sales | price/sales | price-to-sales | ps ratio
    | sales multiple
    | revenue multiple | multiple of sales | multiple of revenue | times sales | times revenue
    | market cap to revenue | market cap/revenue | mcap/revenue | market cap to sales | mcap to sales | 市销率
    | ps | 市值营收比 | 营收倍数 | 市值/营收 | 几倍营收 | 市值收入比 | 倍营收 | ps值 | mcap over sales
    | value over sales | cap over revenue | market cap over revenue | turns of sales | turns of revenue
    | sales multiples | revenue multiples | multiple on sales | multiple on revenue | 营收的几倍 | 营收的多少倍
    | 收入的几倍 | 收入的多少倍 | 收入倍数 | 销售倍数
users: users | user base | user count | user number | number of users | active users | mau | wau | dau
    | monthly actives | monthly active users | weekly active users | registered users | audience | people use
    | 用户 | 用户数 | 用户量 | 用户规模 | 月活 | 周活 | 日活 | 活跃用户 | 注册用户 | 累计用户 | 多少人用 | 人在用
    | people using | people on it | actives | user numbers | userbase | monthly users | weekly users
    | daily users | how many people are on | 用户体量 | 用户总数 | 用户人数 | 多少用户 | 多少人在用 | 月活用户
    | 月活跃用户 | 周活用户
countries: countries | country | countries and regions | geographies | how many markets | 国家 | 国家和地区
    | 多少国 | 多少个市场 | 覆盖国家 | 几个国家 | nations | territories | geographic footprint | footprint
    | how many places | 地区 | 多少地方 | 市场覆盖 | 全球覆盖
overseas_share: overseas share | overseas revenue | overseas revenue share | overseas | abroad | foreign revenue
    | international revenue | international share | international | foreign | non-china revenue | outside china
    | outside of china | outside mainland china | revenue from abroad | ex-china | 海外收入占比 | 海外占比
    | 海外收入 | 境外收入 | 出海 | 海外营收占比 | 海外营收 | 国际收入占比 | 海外 | 境外占比 | 境外 | 国际业务占比
    | 中国以外 | offshore | outside the mainland | beyond china | export share | exports | earned abroad
    | home and abroad | non-chinese revenue | 出海收入 | 出海占比 | 国外收入 | 国外 | 境外营收 | 国内外收入
enterprise_share: enterprise share | enterprise revenue | enterprise revenue share | b2b share | b2b
    | enterprise mix | corporate customers | business customers | from enterprises | from businesses
    | from enterprise | enterprise side | enterprise | enterprise or consumer | consumer or enterprise
    | corporate revenue | 企业端收入占比 | 企业收入占比 | 企业客户占比 | b端 | b端占比 | b端收入 | tob | to b
    | 企业端 | 企业端占比 | 企业收入 | 企业级收入 | 企业客户收入 | corporates | corporate clients
    | from companies | from corporate | enterprise clients | enterprise customers | b-end | business clients
    | 企业客户 | 企业业务 | 政企 | 对公 | 企业级
gross_margin: gross margin | gross margins | margin | margins | gm | gross profit margin | 毛利率 | 利润率 | 毛利
    | gross-margin | gross profitability | gm% | 毛利水平
net_loss: make money | making money | makes money | earning money | break even | lose more money | loses the most
    | lose the most | losing more | lose less | money-losing | money losing | bleed | bleeding money | 亏最多
    | 赔钱 | 亏得多 | net loss | loss | losses | lose money | losing money | loss maker | loss-maker | lossmaker
    | bottom line | net income | net profit | profit | profitable | profitability | burn | cash burn | in the red
    | adjusted loss | bleeding | 净亏损 | 亏损 | 净利润 | 净利 | 盈利 | 亏了多少 | 亏多少 | 利润 | 烧钱 | 亏钱
    | 亏得 | 赚钱 | 亏 | loses the least | lose the least | lost the most | lost the least | losing the most
    | losing the least | lose per year | red ink | deficit | in the black | cash burned | burned | burnt
    | burning | burns | cash bleed | biggest loser in profit terms | net result | 烧了多少 | 烧掉 | 烧了 | 烧得
    | 赤字 | 倒贴 | 挣不挣钱 | 赚不赚钱 | 赚钱吗 | 挣钱 | 赔了 | 净亏 | 亏掉
listing_date: listing date | ipo date | date of listing | list | listed | listing | unlisted | went public
    | go public | gone public | publicly traded | debut date | float date | ipo | 上市日期 | 上市时间 | 上市日
    | 挂牌 | 挂牌日 | 什么时候上市 | 哪天上市 | 何时上市 | 几时上市 | 上市了吗 | 没上市 | 还没上市 | 未上市
    | 没有上市 | 上市的 | 上的市 | ipoed | ipo'd | floated | debut | debuted | came to market | start trading
    | started trading | first traded | first trade | float | 开始交易 | 登陆港交所 | 登陆港股 | 登陆 | 敲钟
    | 上市是哪天 | 挂牌上市 | 上市了没 | 上市没 | 上没上市 | 上市没有
offer_price: offer price | ipo price | issue price | listing price | offering price | price at ipo | priced at
    | at what price | listed at what price | float price | 发行价 | 招股价 | 上市价 | 发售价 | ipo定价 | ipo价格
    | 定价多少 | 招股定价 | price it listed at | priced its ipo | ipo priced | price of the ipo | float at
    | 上市定价 | 招股定在 | list at | listed at | floated at | ipo at | ipo'd at | go public at | went public at
    | priced the ipo | 上市时的价格
unlock_date: unlock date | unlocks first | lock-up date | lockup date | lock-up expiry | lockup expiry
    | lock-up end | lockup end | lock-up expire | lockup expire | lockups expire | lock up expire | expiry date
    | come out of lock-up | out of lock-up | come free | become tradable | free to sell | free to trade
    | release date | freed | 解禁日 | 解禁日期 | 解禁时间 | 限售到期 | 禁售期 | 锁定期 | 什么时候解禁 | 何时解禁
    | 哪天解禁 | 几号解禁 | 几月解禁 | 先解禁 | 解除限售 | 限售解除 | 到期日 | insiders sell | insiders can sell
    | holders can sell | can sell their | free to be sold | restrictions lift | restriction lift | lock comes off
    | lock-up comes off | comes off lock-up | lock-up ends | lock-ups end | 什么时候能卖 | 可流通 | 能流通
    | 开始流通 | 什么时候解锁 | 什么时候到期
unlock_ratio: fraction of shares | fraction of the shares | part of the shares | portion of its shares
    | share of its stock | how much of the stock | how much of its stock | unlock ratio | unlock %
    | unlock percent | unlock percentage | unlock share | percent unlocked | % unlocked | unlock pct
    | unlocking ratio | percentage of shares | percent of shares | percent of the shares | % of shares
    | % of the shares | portion of shares | share of stock | proportion of shares | part of its shares
    | percent of its stock | % of stock | 解禁比例 | 解禁占比 | 解禁比率 | 解禁股占比 | 解禁百分之几
    | 解禁股份占比 | 限售股占比 | 解禁百分比 | 解禁多少 | 占股本 | 占总股本 | 多少比例 | 解禁率
    | slice of the shares | slice of its shares | chunk of the shares | percent of the company | 多大比例
    | 解禁几成 | 多少股份 | 百分之多少解禁 | 解禁百分之 | share of the company | part of the company
    | slice of the company | how much of the company | portion of the company | proportion of the company
    | what share of it | chunk of it | 占公司 | 占多大
unlock_value: unlock value | value coming free | value unlocked | value of unlocked shares
    | value of the stock coming free | stock coming free | value of the shares coming free | shares coming free
    | worth of shares | selling pressure | sell pressure | sell-side pressure | unlock pressure | pressure
    | overhang | supply coming | supply overhang | unlock overhang | value of the unlock
    | dollar value of the unlock | size of the unlock | stock hits the market | 解禁市值 | 解禁金额 | 解禁规模
    | 抛压 | 卖压 | 减持压力 | 解禁压力 | 抛售压力 | 解禁股市值 | 解禁股值 | 压力 | value of shares freed
    | shares freed | freed shares | value freed | freed stock | worth of stock | amount coming free
    | stock unlocked | shares unlocked | 解禁的市值 | 解禁股 | 解禁多少钱 | 解禁值 | stock freed | 解禁出来的
days_of_volume: in trading days | in sessions | sessions of trading | 卖得完 | 卖完 | 才卖得 | 抛得完 | 抛完
    | 接得住 | days of volume | day of volume | days to absorb | days of trading | trading days to absorb
    | absorption | absorb | days to sell | days of average volume | days of turnover | how many trading days
    | how many sessions | days worth of volume | days' volume | days volume | digest | days of adv
    | clear the market | work through | 消化 | 消化天数 | 几天成交量 | 成交量天数 | 多少个交易日 | 几个交易日
    | 多少天成交 | 几天成交 | 天成交量 | 消化得掉 | 天volume | 几天 volume | 天的成交量 | 多少天的量
    | 多少天能消化 | days to clear | days to unwind | sessions to clear | days to offload | how long to sell
    | how long to clear | how long to absorb | how long to digest | how long to work through
    | how long to work off | trading days of volume | 卖几天 | 卖多少天 | 要卖多久 | 几天卖完 | 几天能卖 | 出完
    | 卖光 | 消化完 | 消化多久 | 多久消化 | 多久能消化 | 接住
    | 压盘几天 | 压几天 | 扛几天
volume: trading volume | daily volume | turnover in shares | shares traded | average volume | 成交量 | 交易量
    | 成交股数 | 日均成交
shares_in_issue: shares in issue | shares outstanding | share count | number of shares | issued shares
    | total shares | 总股本 | 股本 | 已发行股份 | 股数
employees: employees | staff | headcount | workforce | people work | 员工 | 员工数 | 员工人数 | 多少人上班
    | head count | workers | employ | payroll | team size | 雇了多少人 | 多少人干活 | 多少员工 | 人手 | 团队规模
    | 人头
cash: cash | cash balance | cash position | cash pile | 现金 | 账上现金 | 现金储备 | cash on hand | cash reserve
    | cash reserves | liquidity | money in the bank | 手上现金 | 手里现金 | 账上还有多少钱 | 账上
rd_expense: r&d | r & d | research and development | r&d spending | r&d expense | research spending | 研发
    | 研发费用 | 研发投入 | 研发开支
gross_proceeds: raised at ipo | ipo proceeds | ipo size | money raised | raise in its ipo | raised in its ipo
    | 募资 | 募资额 | ipo募了 | 募集 | ipo raise | raised in the ipo | raise at ipo | 募了多少 | 募集资金
    | 募资规模 | 融了多少
customers: customers | clients | 客户 | 客户数 | accounts | 多少客户
paying_users: paying users | paid users | subscribers | paying subscribers | 付费用户 | 订阅用户
    | customers pay | users pay | people pay | pay for it | 付费的用户 | 多少人付费
""")

MEASURES["drawdown"] += [
    f"{away} {whose}{top}"
    for away in ("off", "below", "from", "under", "down from", "shy of", "away from", "back from", "since")
    for whose in ("", "its ", "the ", "that ", "their ", "this ", "his ", "your ")
    for top in (
        "high", "peak", "top", "record", "ath", "record high", "all-time high", "record close", "best level",
        "high point", "high-water mark", "highs", "summit",
    )
]  # fmt: skip

for _spoken in (SPOKEN_EN, SPOKEN_ZH):
    for _measure, _wordings in _spoken.items():
        MEASURES[_measure] = [*MEASURES.get(_measure, ()), *_wordings]
