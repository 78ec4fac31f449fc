# Twinstar 用简体中文说的每一句话，Project Fluent 语法（projectfluent.org）。
# 以代码自身词汇结尾的键（basis-…、when-…）按该词查找。

## 零件
plain = { $text }
parts = { $first }，{ $second }
either = { $first } 或 { $second }
type-next = 可以输入 { $steps }。
range-between = { $low }至{ $high }
range-up-to = 至多{ $high }
range-at-least = 至少{ $low }
qualifier-about = 约{ $value }
qualifier-at-least = 至少{ $value }
qualifier-more-than = 超过{ $value }
qualifier-nearly = 接近{ $value }
basis-and-scope = { $basis }，仅限{ $scope }

## 如何理解问题
read-as = 理解为：{ $operation }：{ $parts }
read-known-at = 按{ $day }当时已知
read-currency = 以{ $currency }计
operation-lookup = 查数值
when-latest = 最新
when-between = { $start }至{ $end }
when-today = 今天
when-yesterday = 昨天
when-tomorrow = 明天
when-previous_session = 上一交易日
when-first_day = 上市首日
when-since_listing = 上市以来
when-ytd = 今年以来
when-year_end = 年底
when-january = 1月
when-february = 2月
when-march = 3月
when-april = 4月
when-may = 5月
when-june = 6月
when-july = 7月
when-august = 8月
when-september = 9月
when-october = 10月
when-november = 11月
when-december = 12月

## 查一家公司
lookup-headline = { $company }{ $measure }：{ $value }（{ $as_of }）
lookup-unknown = { $company }{ $measure }：未知
lookup-several = { $company }：{ $measures }
field-value = 数值
field-own-currency = 原币种
field-basis = 口径
field-workings = 算法
field-as-of = 截至
field-age = 距今
field-source = 来源
field-why-beside = 为何并列
column-measure = 指标
beside-caption = { $company }{ $measure }的其他数字
why-derived = 上市公司的市值按当日收盘价乘以全部已发行股数计算；他处刊出的数字并列于下。
why-chosen = Twinstar 取日期最新的数字，同日则取更可靠的来源，从不取平均。
stale = 此数字较旧：截至{ $as_of }（{ $age }）。
disputed = 有争议：同一日期另有来源称{ $values }。
workings-close-times-shares = 收盘价{ $first } × { $second }
workings-quotient = { $first }（{ $first_day }）÷ { $second }（{ $second_day }）
age-same-day = 当日
age-days = { $count }天前
age-months = { $count }个月前
age-years = { $count }年前
choice-currency = 换成{ $currency }
rate-day = { $of } = { $value }，欧洲央行{ $day }参考汇率。
rate-average = { $of } = { $value }，欧洲央行{ $start }至{ $end }每日汇率的平均值。
no-rate = 未换算：{ $as_of }前7天内没有欧洲央行的{ $of }兑{ $currency }汇率。

## 为何并列
beside-press = 同日他处刊出
beside-newer-press = 更新，但不是收盘价
beside-disputes = 与之矛盾
beside-agrees = 与之一致
beside-retells = 转述较早的数字
beside-older = 较旧
beside-lower-rank = 来源较次
beside-not-a-price = 不是定价轮次
beside-not-a-fact = 计划或预测
beside-superseded = 已被更正
beside-mismatch = 与股价和股数不符
beside-tender-too-close = 要约距定价轮次太近
beside-chosen = 所取数字

## 为何未知
unknown-no-claim = Twinstar 中没有来源给出{ $company }当日的{ $measure }。
unknown-not-listed = { $company }未上市，没有{ $measure }。
unknown-no-price-yet = 截至该日{ $company }尚无收盘价。
unknown-not-available = { $measure }暂时无法计算。
unknown-no-shares = { $company }的股价已知，但当时的已发行股数未知。
unknown-only-talks = 截至该日没有{ $company }的定价轮次；其他说法列于下。
unknown-missing-input = { $company }的{ $measure }需要两个数字，其中一个未知。
unknown-other-scope = 未计算{ $company }的{ $measure }：两个数字涵盖的业务范围不同。
unknown-too-far-apart = 未计算{ $company }的{ $measure }：两个数字的日期相隔太久。
unknown-no-rate = 未计算{ $company }的{ $measure }：没有当日公布的汇率。
unknown-not-positive = 未计算{ $company }的{ $measure }：除数不大于零。

## 口径
basis-as_stated = 未说明
basis-open = 开盘价
basis-high = 当日最高价
basis-low = 当日最低价
basis-intraday = 盘中价
basis-close = 收盘价
basis-market_cap = 市值（收盘价 × 全部股份）
basis-market_cap_open = 按开盘价计的市值
basis-market_cap_intraday = 盘中市值
basis-offer_value = 按发行价计的市值
basis-post_money = 定价轮次的投后估值
basis-pre_money = 投前估值
basis-tender = 老股要约收购
basis-secondary = 老股转让
basis-implied = 由股权交易推算
basis-talks = 洽谈中，尚未完成
basis-ipo_target = 期望的上市估值
basis-reported = 媒体报道，出处不明
basis-recognised = 已确认
basis-adjusted = 经调整（非会计准则）
basis-gross = 总额（未扣渠道分成）
basis-run_rate = 年化（未说明总额或净额）
basis-run_rate_gross = 年化，总额
basis-run_rate_net = 年化，净额
basis-guidance = 指引
basis-target = 目标
basis-projection = 预测
basis-cumulative = 累计
basis-registered = 注册
basis-monthly_active = 月活跃
basis-weekly_active = 周活跃

## 币种
currency-USD = 美元
currency-HKD = 港元
currency-CNY = 人民币
currency-EUR = 欧元
currency-GBP = 英镑
currency-JPY = 日元

## 帮助与语言
command-value = 一家公司某日的数值，附口径、日期、时效和来源
command-help = 可以问什么，附例子
command-language = 选择回答所用的语言
option-company = 公司：名称、股票代码或产品均可
option-measure = 指标，如市值、收入、P/ARR
option-when = 日期，如 2026-06-24
option-currency = 以何种货币显示，如 USD
option-known-at = 只用该日之前已公开的事实
option-language = en、zh，或 auto（随提问语言）
option-topic = 某个命令，或 measures、companies
option-required = 必填
option-optional = 可选
column-command = 命令
column-what = 说明
column-example = 例如
column-option = 可填
column-needed = 必填？
column-company = 公司
column-typed = 输入
column-legal-name = 法定名称
help-headline = 关于大模型公司，可以输入命令，也可以直接写公司名和指标。
help-caption = 命令
help-topics = { $measures } 列出可查的指标，{ $companies } 列出涵盖的公司。
help-command = { $command }：{ $summary }
help-options-caption = 可填内容，顺序不限
help-measures = 可查的指标
help-companies = 涵盖的公司
help-unknown = 没有关于“{ $words }”的帮助。
choice-try = { $example }
language-en = 英文
language-zh = 中文
language-now = 现在用{ $language }回答您。
language-set = 今后用{ $language }回答您。
language-auto = 今后按您提问的语言回答。
unknown-language = Twinstar 不会说“{ $words }”。

## 出了什么问题，可以输入什么
empty = 内容为空。
too-long = 内容长达 { $count } 个字符；Twinstar 最多读 { $most } 个。
unknown-command = 没有命令“{ $words }”。
unknown-company-near = Twinstar 不认识“{ $words }”。您是指{ $near }吗？
unknown-company-none = Twinstar 不认识名为“{ $words }”的公司。
unknown-measure-near = Twinstar 看不懂“{ $words }”。您是指{ $near }吗？
unknown-measure-none = Twinstar 看不懂“{ $words }”。
several-fit = 这个名称不止一种可能：{ $near }。
needs-company = 请问是哪家公司？
one-company = { $command } 一次查一家公司，您写了{ $companies }。
value-needs-day = /value 给出的是某一天的数值。
no-such-day = 没有“{ $words }”这一天。
day-ahead = 那一天还没到；今天是{ $today }。Twinstar 不做预测。
known-at-needs-day = “{ $words }”需要完整的日期。
known-at-future = { $day }还没到；今天是{ $today }。
unknown-currency = Twinstar 没有“{ $words }”的汇率。
database-newer = 数据库 { $path } 由更新版本的 Twinstar 写成。请升级 Twinstar，或另指定一个数据库。
database-damaged = 数据库 { $path } 已损坏或不是数据库。请从备份恢复，或另指定一个。
database-read-only = 数据库 { $path } 无法写入。请给 Twinstar 一个可写的文件夹。
database-unreachable = 无法连接数据库 { $path }。请检查地址以及它是否在运行。
internal = Twinstar 内部出错，没有任何改动。日志编号 { $reference }。
bad-json = 这一行不是含有“text”或“press”的 JSON 对象。
bye = 再见。

## 范围：数字涵盖公司的哪一部分
scope-enterprise = 企业客户
scope-business = 商业客户
scope-enterprise_and_developers = 企业及开发者
scope-paying_enterprise_and_developers = 付费企业及开发者
scope-large_enterprise = 大型企业
scope-spending_above_usd_1m = 年支出超过100万美元的客户
scope-open_platform_api = 开放平台及 API
scope-on_premise = 本地化部署
scope-ai_native = AI 原生产品
scope-ai_business = AI 业务
scope-generative_ai = 生成式 AI
scope-chatgpt = ChatGPT
scope-claude_app = Claude 应用
scope-ernie_assistant = 文心助手
scope-china = 中国
scope-glm_5_2 = GLM-5.2
scope-glm_5_2_artificial_analysis = GLM-5.2，Artificial Analysis
scope-july = 7月解禁
scope-july_class_a = 7月解禁，占A类股
scope-july_with_locked_sii = 7月解禁，含仍锁定的实体
scope-july_unknown_base = 7月解禁，基数未说明
scope-year_to_date = 今年以来
scope-from_peak = 自高点以来
scope-star_market = 科创板上市
scope-confidential_draft = 秘密提交的草案
scope-h_or_class_a = H股或A类股
scope-unlisted_or_class_b = 非上市股或B类股
scope-fully_diluted = 全面摊薄
scope-base = 基础发售
scope-with_over_allotment = 含超额配售

## 来源
command-sources = 某个数字背后的全部说法：采用与未采用的，附日期和链接
operation-sources = 查来源
sources-headline = { $company }{ $measure }：{ $value }（{ $as_of }）及其来源
sources-stated-only = { $company }{ $measure }：各来源的说法
sources-none = { $company }{ $measure }：没有来源
sources-caption = 关于{ $company }{ $measure }的说法
sources-known-at = 仅含{ $day }前已公开的说法。
column-standing = 地位
column-known-at = 公开日期
standing-derived = 采用：由收盘价算出
standing-filing = 由公告所列持有人算出
standing-chosen = 采用
standing-beside = 来源刊出的最佳数字
standing-other-scope = 范围不同
release-of-listing = { $count }名持有人的{ $shares } ÷ 上市时总股数
release-of-issued = { $count }名持有人的{ $shares } ÷ 当日已发行股数
release-shares = { $count }名持有人的{ $shares }
and-more = 另有 { $count } 条未列出。
choice-figure = 看数值

## 覆盖
command-coverage = Twinstar 知道什么：多少条说法、多新、缺什么、争议
operation-coverage = 覆盖范围
coverage-headline = { $companies }家公司、{ $measures }项指标、{ $claims }条说法；最新{ $day }
coverage-caption = 各公司的说法
coverage-company = { $company }：{ $measures }项指标、{ $claims }条说法
coverage-company-caption = { $company }各指标的说法
coverage-gaps = { $company }尚缺：{ $measures }。
column-claims = 说法
column-measures = 指标数
column-newest = 最新
column-disputes = 争议
column-prices-to = 股价至
option-coverage-company = 公司；不填则为全部
