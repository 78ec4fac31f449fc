"""The words by which people say what they want done: comparing, counting, dating, supposing, explaining."""

from bot.questions.words import listed

CUES = listed("""
SOURCE: who gave you | who gives you | who supplied | who published
    | where did you pull | where did you find | where did you take | where did you see | did you pull
    | pulled from | taken from | lifted from | 谁给的 | 谁报的 | 谁公布的 | 谁披露的 | 哪里看到的 | 哪儿看到的
    | whose number | whose figure | 谁说的数 | 谁的数据 | 这数哪来 | 数字哪来 | 谁统计的 | where's that from
    | where's this from | where's it from | that number from | from where | that figure from | this number from
    | says where | source | sources | citation | cite | reference for | come from | where do you get
    | where did you get | where do that come | where do that number | where do that figure | according to
    | says who | based on what | get this from | backed by
    | provenance | footnote | where is that from | where is it from | which filing | evidence for | proof
    | link to | origin of | trace | 来源 | 出处 | 出自 | 哪来的 | 哪里来的 | 来自哪 | 哪儿来的 | 依据 | 根据什么
    | 谁给的数 | 数据源 | 引自 | 哪份公告 | 怎么来的 | 哪里查到 | 从哪来 | 从哪儿来 | 从哪里来
    | 链接 | 原文链接 | 哪看的 | 哪看到的 | 哪儿查的 | 从哪查的 | 谁披露 | 谁公布 | url | got a link | a link | the link | cite it
    | cite that | where does that figure | where does the figure | where does this number | who reported
    | who disclosed | who announced | who released | who printed | where did that come from
    | where did the number | 说法哪来 | 数哪来 | 数据哪来 | 哪来的数 | 来源呢 | 出处呢 | 数据来源 | 谁爆的 | 凭什么说
    | from the filing | from a filing | from filings | from a broker | from the broker | from the press
    | from the company | company filing | from a prospectus | from the prospectus | 财报里的 | 公告里的 | 招股书里的 | 来自公告
    | 来自财报
FIGURE_DATE: 上次更新 | 最近更新 | 更新时间 | last update | last refreshed | when did you last | date stamp
    | as-of date | how old is | how fresh | how recent | how stale | as of when | as of what date
    | as of which date | date of the figure | what date is | which date is | which day is | when was that figure
    | when was this figure | last updated | up to date | which day's data | how current | 哪天的数据
    | 哪一天的数据 | 什么时候的数据 | 哪天的数 | 数据截至 | 截至哪天 | 截止哪天 | 更新到 | 多旧 | 多新
    | 哪天更新 | 什么时候更新 | 哪一天的 | 哪天的 | 过期了吗 | 何时的数据
    | dated when | how dated | is it dated | last checked | last touched | when was it updated
    | when was it last | 最后更新 | 是哪天的 | 哪个时点 | 什么时点 | 时效
RELIABLE: put out themselves | guess from the press | a guess | press guess | own figure
    | their own number | someone else's estimate | 官方口径
    | audited | unaudited | reliable | reliability | trustworthy | can we trust | can i trust | how solid
    | how sure | official or | company reported | company-reported | self-reported | self reported | confirmed
    | disclosed or estimate | estimate or | how certain | is that official | is it official | hard number
    | credible | 审计 | 经审计 | 可靠 | 靠谱 | 可信 | 官方的还是 | 自己报的 | 公司自报 | 准不准 | 准确吗
    | 官方数据 | 确切吗
    | can i quote | can we quote | can i cite | can i use | safe to quote | safe to cite | quotable | trust
    | how firm | how hard | how good is that number | how good is that figure | how good is the number
    | how confident | second-hand | second hand | rumoured | rumored | media number | company's own
    | straight from the company | third-party | third party | official | verified number | 能引用吗 | 能不能引用 | 可以引用
    | 靠得住 | 信得过 | 权威吗 | 有多准 | 多大把握 | 官方披露 | 官方公布 | 媒体报道 | 媒体的 | 传言 | 是估算 | 估算的吗 | 是估计 | 估计的吗 | 水分 | 硬不硬
PREDICTED: predict | predicted | prediction | predictions | forecasted | forecasts by | prophecy | foresee
    | 预言 | 预测过 | 预测了 | 预测 | 曾预测 | 预判
    | foretold | foresaw | call for | made the call | 预期过 | 断定 | 说会
    | warn | warned | warning | expect | expected | 警告 | 预计 | 担心
STATEMENT: article | statement | statements | claim that | claims in | claims | claimed | assertion | author
    | the piece | op-ed | column | 文章 | 作者 | 原文 | 说法 | 论断 | 观点 | 文中 | 那篇 | 断言
    | 文里 | 报道里 | 报道说 | 这篇 | 那篇稿子 | 稿子里 | essay | write-up | writeup | story said | the report
    | warned of | the author | op ed | 作者写 | 该文
SAID: say | said | tell | quote | quoted | wording | exact words | verbatim | in his own words | remark | argue
    | reply | respond | response | answer back | put it | words | 原话 | 说的 | 说过 | 说了 | 怎么说 | 说什么
    | 怎么回 | 回应 | 回复 | 表示 | 声称 | 宣称 | 怎么讲 | 谁说 | 说,
VERIFY: verify | verified | check | checked | come true | held up | hold up | turn out | turned out
    | right or wrong | was he right | was she right | fact check | fact-check | proven | aged | still true
    | is it true | is that true | true that | wrong | still right | vindicated | pan out | panned out | 验证
    | 核实 | 兑现 | 应验 | 对吗 | 对不对 | 成真 | 站得住 | 打脸 | 属实 | 还对 | 准吗 | 说对 | 说中 | 落空
    | 是真的吗
    | borne out | bear out | proved | prove | hold water | stand up | stood up | did it happen | came to pass
    | get it right | got it right | true | accurate | 真的吗 | 是真是假 | 靠谱吗 | 应验了没 | 兑现了没 | 说准 | 验证过 | 灵不灵 | 后来呢
    | 实现了吗
    | come about | materialise | materialize | happen | happened | stand | stands
WHO_SAID: whose estimate | whose guess | whose forecast | who put | who reckon | who estimate
    | who pegged | 谁估的 | 谁算的 | 哪家说的
    | who say | who claim | who claimed | who predict | who argue | who call | whose claim | who coin
    | who came up with | 谁说 | 谁提出 | 谁声称 | 谁预测 | 谁预言 | 谁讲的
MEANING: mean | meaning of | what is | what be | what's | what are | define | definition | explain | eli5
    | explain like | in plain english | in plain words | in simple terms | glossary | stand for | understand
    | concept of | primer on | tell me about | what do people mean | describe | walk me through | 什么意思
    | 是什么 | 是啥 | 啥意思 | 啥叫 | 什么叫 | 何为 | 何谓 | 什么是 | 解释 | 定义 | 含义 | 科普 | 讲讲 | 讲一下
    | 通俗 | 指的是 | 指什么 | 说明一下 | 咋理解 | 怎么理解 | 名词解释 | 是指
    | 啥是 | 何意 | 啥东西 | 什么东西
EXPLAIN: explain | eli5 | define | definition | meaning of | mean | stand for | in plain english
    | in plain words | in simple terms | concept of | primer on | what do people mean | walk me through
    | glossary | in two lines | 什么意思 | 啥意思 | 啥叫 | 什么叫 | 何为 | 何谓 | 什么是 | 解释 | 定义 | 含义
    | 科普 | 讲讲 | 讲一下 | 通俗 | 指的是 | 指什么 | 说明一下 | 咋理解 | 怎么理解 | 名词解释 | 是指 | 是啥意思
    | explain it | layman | in english | tldr | what's meant by | 啥是 | 何意 | 啥东西 | 什么东西 | 是什么东西 | 白话 | 大白话 | 通俗点
    | 说人话 | 什么概念 | 概念 | 扫盲
COMPUTE: compute | calculate | calculated | worked out | work out | computed | how do you measure
    | how do you define | methodology | method | formula for | how is it measured | how do you get to
    | how do you derive | definition you use | how do you treat | how do you handle | how do you convert
    | how do you choose | how do you decide | how do you count | how does twinstar | how does the bot
    | how do you work | 怎么算 | 如何计算 | 怎么计算 | 算法 | 计算方法 | 计算方式 | 计算公式 | 怎么得出 | 口径
    | 怎么定义 | 如何定义 | 算出来 | 怎么处理 | 怎么换算 | 怎么选
    | how is it computed | how do you come up with | how do you arrive | how do you calculate
    | which price do you use | what price do you use | do you use | do you take | do you count | do you include
    | do you adjust | do you annualise | do you annualize | based on closing or | under the hood | math behind
    | the math | what goes into | 咋算 | 是按 | 按什么算 | 按哪个 | 用什么算 | 用哪个 | 怎么得来 | 怎么统计 | 怎么折算 | 怎么界定 | 包不包括 | 算不算
    | 咋统计 | 计算逻辑 | 怎么换
    | denominator | numerator | 分母 | 分子 | is it based on | what base | which base | on what basis | 以什么为 | 基数
WHY: why | how come | reason for | what explains | what caused | what drove | what happened | what moved
    | cause of | 为什么 | 为何 | 为啥 | 怎么会 | 原因 | 咋回事 | 怎么回事 | 发生了什么 | 出了什么事 | 缘何
    | what's behind | what is behind | behind the move | what triggered | what sparked | what went wrong
    | what set off | on what news | what news | any news | 凭什么 | 怎么了 | 咋了 | 什么消息 | 什么情况 | 啥情况 | 因为什么 | 什么原因
    | 受什么影响 | 怎么突然
DIFFERENT: 差在哪 | 差在哪儿 | 差别在哪 | 啥区别 | 有何区别
    | different from | differ from | differ | difference between | distinction | vs | versus | same as
    | not the same as | 区别 | 不同 | 差别 | 不一样 | 有什么两样 | 分别是
    | 有啥不同 | 有什么不同 | 啥不同 | 有何不同 | 分得清 | tell apart | how does it differ | apart from each other
IF: were priced | were valued | were worth | was priced on | 打折
    | if | suppose | supposing | assume | assuming | imagine | what if | let's say | lets say | say that
    | hypothetically | hypothetical | scenario | in case | provided that | were to | pretend that | given a
    | 如果 | 假设 | 假如 | 要是 | 若 | 倘若 | 假定 | 设想 | 万一 | 若是 | 假使 | 的话 | 情景 | 假想
    | picture | scenario where | say it | in a world where | 若果 | 如果说 | 就算 | 哪怕 | 假定说 | 倘使 | 设若
WOULD: would | could | might | 会 | 能 | 会不会 | 能否 | 能不能
NEED: be worth to | 要到多少 | 得到多少 | 到多少 | 要多大 | 得多大 | 多少才能 | 才跟 | 才和 | 才与
    | need to | needs to | have to | must | would it take | it take | required to | to justify | how far would
    | how far must | how much must | how high must | what price would | at what price | needed | require | 得涨
    | 需要 | 要涨 | 得跌 | 要跌 | 才能 | 要达到 | 得达到 | 必须 | 还得 | 多少才 | 要多少 | 才够 | 才会
MATCH: match | level with | be level | catch up | catch | equal | equals | draw level | pull level | on par
    | parity | close the gap | be as big as | reach | get to | tie with | 追上 | 赶上 | 追平 | 持平 | 一样
    | 平手 | 打平 | 齐平 | 追到 | 平起平坐 | 看齐
STILL: still | stay ahead | remain | 还 | 仍 | 依然 | 仍然 | 是否还
SELL: sell | sold | dump | dumped | offload | unload | cash out | liquidate | hits the market | sells | 抛 | 卖
    | 减持 | 套现 | 抛售 | 卖掉 | 抛掉 | 卖出 | 出货
    | 砸 | 甩 | 倒出 | 出清 | 出掉 | 扔出来 | dispose | disposed of | get rid of | exit | exits | bail | bail out | unwind
    | flog | head for the exit
RISE: rise | rises | gain | gains | up | climb | jump | rally | increase | grow | higher by | add | appreciate
    | surge | go up | bigger by | 涨 | 上涨 | 升 | 上升 | 增长 | 提升 | 增加 | 多涨 | 拉升 | 涨停
FALL: fall | fell | drop | lose | down | decline | crash | decrease | sink | slump | slide | shed | cut | tumble
    | plunge | go down | correct | shrink | weaken | 跌 | 下跌 | 掉 | 降 | 下降 | 缩水 | 跌停 | 回调 | 暴跌
    | 减少 | 打折 | 缩
DOUBLE: double | doubles | doubled | twice as high | 翻一倍 | 翻倍 | 翻番 | 涨一倍 | 翻一番 | 增加一倍
    | 再翻一倍
TRIPLE: triple | triples | tripled | treble | 翻两番 | 涨两倍 | 涨到三倍 | 翻三倍
HALVE: halve | halves | halved | cut in half | lose half | loses half | lost half | fall by half | drop by half
    | 腰斩 | 砍半 | 减半 | 跌一半 | 跌去一半 | 掉一半
TRADE_AT: at the multiple | trade at | traded at | trades at | valued at | priced at | on the multiple of
    | at the same | apply | applied | given the multiple | used the | had the multiple | 按 | 用 | 套 | 给到
    | 享受 | 对应
MIRROR: 好比 | 堪比 | 等于谁 | 相当于谁 | 美国的哪家 | 中国的哪家 | 美国哪家 | 中国哪家
    | 的对应 | 对应是谁 | 对应者 | 对应物 | 谁的翻版 | 对应角色 | 对应美国 | 对应中国 | 对应的是 | 对应谁
    | 对应哪 | 对应的美国 | 对应的中国 | 对应国外 | 对位 | mirror | analogy | analogous | twin star | twin stars
    | twins | counterpart | equivalent of | equivalent | parallel | is the chinese | copy | copies | copycat
    | plays the role | role of | stands for | lookalike | look like | doppelganger | 镜像 | 对标 | 类比 | 双子星
    | 对应哪家 | 中国版 | 翻版 | 相当于 | 映射 | 比喻 | 对照 | 扮演 | 像谁 | 像不像 | 山寨 | 国产版 | 美国版
    | answer to | knock-off | knockoff | clone of | twin of | sibling | cousin of | maps to | map to | map onto
    | match up with | matches up with | correspond | corresponds to | correspond to | opposite number
    | pairs with | paired with | pair with | is paired | 对应的是谁 | 谁是中国的 | 对应关系 | 对得上 | 类似谁 | 平替 | 港版 | 孪生 | 对子
    | 配对 | 一一对应 | 像哪家 | 相当于哪家
    | reflection | reflections | reflect | mirrored | mirroring | parallels | analogue | analog
    | lined up with | in the picture | cast as | plays | played by | plays the part | equivalent to | match for
    | 对应上 | 镜子 | 影子 | 照搬 | 照着
BREAKS: break down | breaks down | break | fail | fails | limits of | fall apart | not hold | where it fails
    | stop working | misleading | 失效 | 不成立 | 崩 | 说不通 | 牵强 | 哪里不像 | 不像 | 站不住
    | weak spot | weak spots | weakest | where does it not | stretch | stretched
    | 站得住 | 破绽 | 牵强附会 | 不恰当 | 不合适 | 有问题
UNLOCK: frees | free up | let loose | let go | rolls off | roll off | comes off lock-up | out of lock-up
    | 放出来 | 放出 | 流出来 | 解封
    | unlock | unlocks | unlocked | unlocking | lock-up | lockup | lock up | lockups | locked | locked-up
    | lock-in | release schedule | come free | coming free | freed | tranche | restricted shares | expiry
    | expiries | escrow | 解禁 | 限售 | 锁定 | 禁售 | 解锁 | 解除限售 | 流通受限
    | coming loose | come loose | let out | come off | coming off lock | release | opens up | hits the float
    | hit the float | enter the float | become sellable | becomes sellable | can be sold | tradable | tradeable
    | unfreeze | unfrozen | thaw | expires | expire | 松绑 | 放闸 | 开闸 | 可售 | 流通 | 解除锁定
PRESSURE: pressure | overhang | selling pressure | sell pressure | supply | absorb | dump | flood
    | hit the market | stock likely | actually be sold | 抛压 | 卖压 | 压力 | 减持 | 抛售 | 消化 | 砸盘 | 冲击
    | 承压 | 卖盘
HOLDERS: holder | holders | who own | who holds | who can sell | whose shares | shareholders | shareholder
    | investors | who gets out | cornerstone | cornerstones | insiders can sell | 股东 | 持有人 | 持股人
    | 谁能卖 | 谁可以卖 | 哪些人 | 谁的股 | 基石 | 谁持有 | 谁手里 | 哪些股东
    | who is locked | who's locked | who are locked | whose stock | who are the holders | locked in | pre-ipo
    | founders' shares | 谁被锁 | 锁了谁 | 谁的股份 | 谁的股票 | 哪些人的
    | who gets to sell | who may sell | who is allowed to sell | who is free to sell | who will be able to sell
    | who could sell | who'll be able to sell | who gets to | who is able to sell | which shareholders
    | which holders | which investors | 谁能抛 | 谁可以抛 | 谁能减持 | 哪类股东 | 谁解禁
CALENDAR: anything coming | anything due | any unlocks | what is coming | anything unlock
    | calendar | upcoming | schedule | coming up | next unlock | due | forthcoming | on the horizon
    | timetable | 日历 | 近期 | 接下来 | 即将 | 未来 | 排期 | 时间表 | 下一次 | 下一个 | 哪些解禁
    | what's next | what is next | next up | next one | lined up | in the pipeline | 有什么解禁 | 还有哪些 | 有哪些要 | 解禁表
OVERTAKE: move past | get past | edge past | edge ahead | jump ahead | go above | climb above | rise above
    | leap past | shoot past | pull in front | took pole | 赶过 | 反过来超 | 超车 | 追过 | overtake | overtakes
    | overtaken | overtaking | pass | passed | surpass | leapfrog | eclipse | outstrip | went past | go past
    | move ahead of | pull ahead | pulled ahead | cross over | crossover | crossed | take the lead
    | took the lead | took over | get ahead | got ahead | become bigger than | became bigger than
    | become larger than | became larger than | get bigger than | grow bigger than | dethrone | leave behind
    | 超过 | 超越 | 反超 | 赶超 | 越过 | 盖过 | 领先过 | 易位 | 交叉 | 压过 | 甩开 | 变得比 | 超了
    | got in front | get in front | gone past | edge out | edged out | nose ahead | nosed ahead | pip | pipped
    | top it | trump | went above | jumped ahead | move in front | moved in front | 超到前面 | 追上过 | 追平过 | 翻身 | 后来居上
    | 逆袭
LEAD_CHANGE: flip | flipped | flips | lead change | leads change | change of lead | changed hands | change hands
    | swap places | swapped places | trade places | traded places | trading places | switch places | switched
    | swap | reversal | reversals | reversed | neck and neck | lead change hands | back and forth | crossovers
    | 换位 | 易主 | 交替领先 | 互换 | 来回 | 轮流 | 反转 | 逆转 | 换了几次 | 互有领先 | 交换位置 | 此起彼伏
    | 互超
    | change places | changed places | change position | changed positions | switched position | exchange places
    | trading the lead | lead swapped | alternate | alternated | see-saw | seesaw | 换过几次位 | 换过位 | 换过位置 | 换位置
    | 换过几次 | 换了位 | 调换 | 交替 | 你追我赶 | 位置互换 | 换了几回 | 换过几回
LEAD: 前头 | 跑在前
    | trail | behind | lag behind | 落后 | lead | leads | leading | led | ahead | in front | top spot
    | number one | number 1 | crown | pole position | 领先 | 第一 | 在前 | 榜首 | 龙头 | 占上风 | 老大
    | on top | out front | top dog | holds the lead | held the lead | ahead of | the leader | 占先 | 居前 | 压着 | 在前面
    | 排前面 | 领跑 | 压一头
EVER: at some stage | at any stage | at one stage | always
    | ever | at any point | at any time | at some point | before | in the past | once | historically
    | has it been | used to | 曾经 | 曾 | 有没有过 | 历史上 | 过吗 | 以前
LOSE_LEAD: losing the lead | fall behind | fell behind | drop behind | cede the lead | give way to
    | overtaken by | 落到后面 | 掉到第二 | lose it | lose the lead | lost the lead | lose the top | lost it
    | lose its lead | give up the lead | lost its lead | give up its lead | 被反超 | 被超 | 失去领先 | 丢掉领先
    | 让位 | 丢了
HOW_LONG: how long | for how many days | for how many sessions | last | duration | stay in front | stay ahead
    | stayed ahead | 多久 | 多长时间 | 持续 | 领先了几天 | 几天
HOW_OFTEN: count | tally | how many times | how often | number of times | count of | how frequently | 几次
    | 多少次 | 次数 | 几回 | 多少回
    | count how many | how many occasions | how many flips | how many crossings | times did | 几遭 | 多少回合
WHEN: when | what date | which date | which day | what day | on what day | since when | the day | by when
    | how soon | 什么时候 | 何时 | 哪天 | 哪一天 | 几时 | 什么时间 | 日期 | 几号 | 啥时候 | 几月
    | what time | which month | which week | which session | on which | at what point | 哪个月 | 哪一周 | 哪个星期 | 几月份
    | 什么日子 | 何月 | 哪个交易日
FIRST: first | first time | earliest | initially | 首次 | 第一次 | 最早 | 头一回 | 最先 | 率先 | 先
TIMES: what multiple | by what multiple | how many multiples | how many times over | multiples of | times
    | how many times | multiple of | factor | fold | by what factor | as big as | as large as | as much as
    | x as | twice | thrice | times bigger | times larger | how many x | 几倍 | 多少倍 | 倍数 | 是几倍 | 的倍
    | 倍 | 翻几倍
    | as a multiple | as multiple | in multiples | expressed as a multiple | as a factor | multiple between
    | multiple versus | 倍率 | 翻了几
RATIO: ratio | ratio of | divided by | relative to | as a fraction of | fraction of | as a share of
    | as a percentage of | as a percent of | as % of | percent of | percentage of | what fraction
    | what share of | in proportion to | proportion | 比值 | 之比 | 比率 | 比例 | 除以 | 相对于 | 占 | 占比
    | 百分之几 | 几分之几 | 相当于
    | as a ratio | as a percentage | as a percent | as a fraction | as a proportion | in percent of
    | expressed as a percentage | percent the size | quotient | over the | 几成 | 百分之多少 | 多大比例 | 的百分之 | 除 | 比上
    | as a % of | % of | as pct of | pct of | as a pct of | as a part of | as a slice of
PER: per | for each | for every | a head | apiece | 每 | 人均 | 每个 | 每位 | 单个 | 平均每 | 每一个
FIT: how many would it take | to make one | add up to one | equal to one | fit into | fit in | go into
    | fits into | make up one | make one | could you buy with | buy with | inside one | equal one | 装得下
    | 抵得上 | 能装 | 顶几个 | 抵几个 | 等于几个 | 塞得下 | 相当于几个 | 能换
GAP: range between | range from | how much deeper | how much worse | how much better | how much stronger
    | how much slower | how much older | how much richer | how much heavier | how much pricier | how much dearer
    | how much lighter | how much weaker | and how far | how far ahead | how far behind | gap between | 落差
    | 悬殊多少 | gap | gaps | difference | spread | delta | distance | by how much | how much more
    | how much less | how much bigger | how much larger | how much higher | how much lower | how much smaller
    | how much further | how much faster | how much cheaper | how much ahead | how far apart | how much wider
    | margin of lead | by what margin | lead by | ahead by | trail by | points apart | how many points
    | how many more | how many fewer | how many days apart | how many days between | days between | days apart
    | how much separate | separates | 差距 | 差多少 | 差额 | 差 | 相差 | 高多少 | 低多少 | 多多少 | 少多少
    | 大多少 | 小多少 | 贵多少 | 便宜多少 | 多出 | 高出 | 领先多少 | 落后多少 | 差几个点 | 差几天 | 隔几天
    | 隔多久 | 隔了多久 | 快多少 | 慢多少 | 价差 | 利差 | 差了 | 拉开 | 高了多少 | 差值 | 多几 | 少几 | 早几天
    | 晚几天 | 早多少 | 晚多少
    | how far short | short of | shortfall | premium over | premium to | discount to | how many billion more
    | how many billions more | how many points more | how wide | separating | lead over | gap in | differential
    | difference of | how much apart | how far off | how much taller | how many more days | 差了多少 | 差几 | 差多 | 还差
    | 高几个点 | 低几个点 | 多几个点 | 差几个百分点 | 多了多少 | 少了多少 | 高出多少 | 早了几天 | 晚了几天 | 早了多久 | 晚了多久 | 隔了几天 | 隔了几 | 隔多少天 | 落差多大
    | 差距多大 | 拉开多少 | 领先几 | 落后几
MINUS: minus | less the | subtract | subtracted | net of | 减 | 减去 | 减掉 | 扣掉
TREND: since | over time | trend | trajectory | chart | graph | plot | history | historical | evolution | evolve
    | move | moved | movement | course | series | time series | month by month | day by day | week by week
    | weekly | daily | monthly | each month | each week | every month | every week | track record | path
    | develop | developed | change over | changed | changed since | how have | how has | fare | fared | going
    | timeline | progression | ups and downs | 走势 | 趋势 | 变化 | 曲线 | 历史 | 走势图 | 折线 | 图表 | 以来
    | 至今 | 逐月 | 逐日 | 每月 | 每周 | 每天 | 演变 | 轨迹 | 怎么走 | 变动 | 一路 | 画个图 | 画一下 | 时间序列
    | 月末 | 逐周
    | action | performing | performed | perform | price action | how was | doing since
    | over the summer | run since | trade in | traded in | over the past | 走得怎样 | 走得怎么样 | 怎样走 | 行情 | 起伏 | 曲线图
    | 画图 | 涨跌情况 | 变化情况 | 怎么变
PEAK: 最高的时候 | 最高那天 | 最高是哪天 | 最高是什么时候 | 最贵的时候 | hit its high | reach its high | peak
    | peaked | all-time high | all time high | ath | record high | highest ever | top out | topped out
    | high point | highest point | highest close | best close | record close | highest level | max
    | 52 week high | 最高点 | 峰值 | 历史最高 | 新高 | 历史高点 | 高点 | 顶峰 | 见顶 | 最高价 | 最高收盘
    | 最高到过 | 最高涨到 | 最高市值 | 顶点
    | record | all-time best | the high | its high | summit | zenith | high water mark | high-water mark
    | highest it | highest has | 最高到多少 | 最高是多少 | 最高多少 | 高位 | 天价 | 峰 | 历史新高 | 收盘新高 | 最高到
TROUGH: 最低的时候 | 最低那天 | 最低是哪天 | 最低是什么时候 | 最便宜的时候 | trough | all-time low
    | all time low | atl | record low | lowest ever | bottom out | bottomed | low point | lowest point
    | lowest close | lowest level | 最低点 | 谷底 | 历史最低 | 新低 | 低点 | 见底 | 最低价 | 最低收盘 | 最低跌到
    | 最低到过 | 最低市值
    | the low | its low | low water mark | floor | nadir | lowest it | lowest has | 最低到多少 | 最低是多少 | 最低多少 | 低位
    | 历史新低 | 最低到
MOVED_BY: how much has | how much did | how much is it up | how is it up | up how much | down how much
    | percent change | % change | gained | lost since | up since | down since | return on | 涨了多少 | 跌了多少
    | 涨多少 | 跌多少 | 涨了几 | 跌了几
HIGHEST: thickest | juiciest | loftiest | chunkiest
    | highest | biggest | largest | best | most | greatest | top | max | maximum | fastest | strongest
    | richest | dearest | priciest | most expensive | widest | heaviest | fattest | leading | number one
    | number 1 | no 1 | steepest | deepest | longest | winner | champion | first place | most valuable | latest
    | last to | tops | 最高 | 最大 | 最多 | 最快 | 最贵 | 最强 | 最好 | 最猛 | 最长 | 最深 | 最狠 | 最值钱
    | 第一名 | 冠军 | 最厉害 | 最重 | 居首 | 排第一 | 老大 | 最晚 | 最惨重 | 最宽 | 最优 | 最牛
    | tallest | hottest | biggest of | largest of | leads on | ranks first | comes first | is first on | 排首位
    | 排头 | 最靠前 | 首位 | 数谁 | 谁第一 | 最赚 | 最能
LOWEST: thinnest | skinniest | leanest | puniest
    | bottom of the pile
    | 最不 | worst | lowest | smallest | least | minimum | min | slowest | weakest | cheapest | fewest
    | poorest | bottom | tiniest | narrowest | lightest | laggard | least expensive | shortest | earliest
    | first to | soonest | 最低 | 最小 | 最少 | 最慢 | 最便宜 | 最弱 | 最差 | 最轻 | 垫底 | 最短 | 最早 | 最先
    | 倒数第一 | 吊车尾 | 最惨 | 最末 | 最浅
    | coolest | trails everyone | dead last | last place | ranks last | comes last | 排最后 | 最靠后 | 末位 | 最弱的 | 倒数
    | 最后一名 | 最少的
ORDER: 前两 | 前三 | 前四 | 前五 | 前六 | 前七 | 前八 | 前九 | 前十 | 前2 | 前3 | 前4 | 前5 | 前6 | 前7 | 前8
    | 前十名 | 座次表 | 第二名 | runner-up | runner up | second biggest | second largest | second highest
    | third biggest | third largest | 第二大 | 第二高 | 第三大 | 第三高 | rank | ranks | ranked | ranking
    | order | sort | sorted | list | league table | leaderboard | top to bottom | line up | from high to low
    | from low to high | descending | ascending | in order | put in order | pecking order | 排名 | 排序 | 排行
    | 排个序 | 排一下 | 排列 | 列 | 名次 | 排个 | 榜单 | 从小到大 | 从大到小 | 从高到低 | 从低到高 | 排位 | 依次
    | 座次
    | rank-order | order of | in order of | put them in | put in | stack rank | stack-rank | tiers | standings
    | scoreboard | table by | by size | 排下 | 排下来 | 排一遍 | 排个名 | 排排 | 排序一下 | 排一排 | 顺序 | 从大往小 | 从高往低 | 数排 | 值排 | 率排
    | 前几 | 前几名 | 名列 | 排第几 | 第几
    | 第二的 | 第三的 | 第四的 | 排第二 | 排第三 | 第三名 | 第四名 | second place | third place | fourth place | second spot
    | third spot | in second | in third | silver medal | bronze | second-biggest | second-largest
    | third-biggest
ASCENDING: ascending | lowest first | smallest first | cheapest first | worst first | bottom up
    | from low to high | from small to large | low to high | small to big | from smallest | from lowest
    | from cheapest | from worst | least first | 从小到大 | 从低到高 | 升序 | 由低到高 | 由小到大 | 从便宜到贵
DESCENDING: descending | highest first | largest first | biggest first | best first | most first
    | from high to low | high to low | from largest | from biggest | from highest | from best | big to small
    | 从大到小 | 从高到低 | 降序 | 由高到低 | 由大到小 | 从贵到便宜
COMP_HIGH: 跑在前 | 前头 | bigger | larger | higher | greater | more | better | faster | stronger | dearer
    | pricier | richer
    | more expensive | ahead | in front | lead | wins | outperform | winner | heavier | deeper | wider | longer
    | exceed | beat | beats | ahead of | later | 更高 | 更大 | 更多 | 更快 | 更贵 | 更强 | 更好 | 更重 | 更深
    | 更晚 | 谁高 | 谁大 | 谁多 | 谁快 | 谁贵 | 谁强 | 谁更高 | 谁领先 | 领先 | 哪个高 | 哪个大 | 哪个贵
    | 哪个多 | 哪家高 | 哪家大 | 哪家多 | 哪家贵 | 哪家强 | 谁赢 | 更胜一筹 | 占优 | 谁更厉害 | 高还是
    | 谁更值钱 | 更值钱 | 谁亏得多 | 亏得更多 | 谁更能打
    | bulkier | taller | mightier | on top | out front | steeper | hotter | wins on | is ahead | pricer | 贵些
    | 大些 | 高些 | 多些 | 快些 | 谁靠前 | 谁更深 | 谁在前 | 更值
    | quicker | swifter | hungrier | thirstier | costlier | healthier | fatter | thicker | tougher | older
    | longer-lived | broader | busier | denser | meatier | more costly | more pricey | the bigger | the larger
    | 更凶 | 更猛 | 更狠 | 更厉害 | 更久 | 更广 | 更厚 | 更赚 | 更烧钱 | 更多些
COMP_LOW: thinner | leaner
    | smaller | lower | less | worse | slower | weaker | cheaper | fewer | behind | trail | lag | earlier
    | sooner | shorter | lighter | poorer | less expensive | 更低 | 更小 | 更少 | 更慢 | 更便宜 | 更弱 | 更差
    | 更轻 | 更早 | 谁低 | 谁小 | 谁少 | 谁便宜 | 谁早 | 谁先 | 哪个低 | 哪个小 | 哪个便宜 | 哪家低 | 哪家小
    | 哪家便宜 | 落后 | 谁慢 | 谁弱 | 谁差 | 谁更便宜 | 亏得少
    | tinier | milder | narrower | shallower | less heavy | trails | 小些 | 低些 | 少些 | 慢些 | 谁靠后 | 谁更浅 | 便宜些 | 更便宜些
    | younger | newer | softer | tamer | gentler | scarcer | 更薄 | 更窄 | 更短 | 更浅
VERSUS: vs | versus | v | against | compared with | compared to | compare | comparison | compare with
    | side by side | head to head | relative to | stack up | next to | both | and | table of | 对比 | 比较
    | 相比 | 比一下 | 比一比 | 对比一下 | 和 | 与 | 跟 | 还是 | 放一起 | 并列 | pk | 比比
COMPARE: put next to | next to each other | stack | measure up | vs | versus | v | compare | compared with
    | compared to | comparison | side by side | head to head | stack up | table of | table | 对比 | 比较 | 相比
    | 比一下 | 比一比 | 放一起 | 并列 | pk | 比比 | 表格
CLOSE: close to | closest | nearest | similar | similarly | same | about the same | comparable | roughly equal
    | equal | in line with | as high as | most like | close together | neck and neck | 差不多 | 接近 | 最接近
    | 相近 | 相当 | 一样 | 相同 | 持平 | 类似
NEGATION: not | no | n't | never | without | lack | lacks | lacking | missing | hasn't | haven't | isn't
    | doesn't | don't | didn't | none | neither | fail to | yet to | has not | 没 | 没有 | 不 | 未 | 缺 | 尚未
    | 无
LACK: not | hasn't | haven't | isn't | doesn't | don't | didn't | without | lack | lacks | lacking | missing
    | yet to | never | no figure | no number | undisclosed | 没有 | 还没 | 没 | 未 | 缺 | 尚未 | 没披露 | 未披露
    | 没公布 | 未公布 | 不披露 | 没给
    | hides | hide | won't disclose | refuses to disclose | don't say | doesn't say | keeps quiet | keep quiet
    | unreported | not reported | no data | blank | 没有公布 | 没公开 | 未公开 | 没说 | 没提 | 不公布 | 不公开 | 没报 | 空白 | 没数据 | 缺数据
WHICH: which | who | whose | whom | what company | anybody | anyone | any of | 哪 | 谁 | 哪家 | 哪个 | 哪些
    | 哪只 | 有哪些
HOW_MUCH: how much | how many | what is | what's | how big | how large | how high | 多少 | 几 | 多大 | 多高
    | 多少钱
COUNTED: how many of these | how many of those | how many of our | how many of the | how many firms
    | how many stocks | how many listings | how many are | count me | count the names | count the companies
    | number of names | 几家公司 | 多少公司 | 几个公司 | how many of | how many companies | how many names
    | how many labs | number of companies | 有几家 | 几家
    | 多少家 | 几只 | 多少只
    | how many have | how many trade | how many carry | how many exceed | how many sit | how many stand
    | how many list | how many do | how many in | how many were | how many fall | how many players
    | how many makers | how many developers | how many ai | 有多少家 | 多少个公司 | 多少家公司 | 共几家 | 一共几家 | 几家超 | 数一数
    | 几家公司超过
FOLLOW: and | what about | how about | same | also | now | then | instead | but | ok | okay | in that case | 那
    | 那么 | 呢 | 再 | 换成 | 改成 | 也 | 同样 | 还有
PRONOUN: it | they | them | that | those | these | this | its | their | he | she | him | her | his | the latter
    | the former | the same | both | each | 它 | 它们 | 他 | 她 | 他们 | 这个 | 那个 | 这 | 前者 | 后者
THEN: then | that time | that day | that date | back then | the previous one | earlier one | 当时 | 那时
    | 那时候 | 之前那个 | 上次
CORRECTION: no i meant | i meant | i mean | no i mean | not that | actually i meant | wrong one
    | i was asking about | no the | sorry i meant | correction | 不是 我是说 | 我是说 | 我说的是 | 我指的是
    | 不对 | 搞错了 | 我问的是 | 更正 | 应该是
    | no wait | wait i meant | i meant to say | not it | scratch that | make that | sorry meant | rather | 说错了
    | 打错了 | 我是想问 | 不是这个 | 不是问 | 错了 我
OTHER: the other | other one | the other one | other company | the other company | 另一家 | 另一个 | 另外一家
    | 另外一个 | 另一只 | 那另
    | the rival | its rival | its peer | its twin | 另外那家 | 另外那个 | 对家 | 它对手 | 对手呢
OTHER_PAIR: the other pair | other pair | the other two | the american pair | the us pair | the chinese pair
    | 另一对 | 另外一对 | 另外两家 | 另两家 | 那一对
    | the us two | american two | chinese two | the americans | the us ones | the chinese ones | those in the us
    | 美国那对 | 美国那两家 | 美国两家 | 中国那两家 | 中国那对 | 港股那对
LEVEL_OVER: above | more than | exceed | past | beyond | north of | at least | cross | crossed | top | break
    | broke | greater than | upwards of | higher than | > | 超过 | 高于 | 突破 | 大于 | 以上 | 站上 | 破
    | 不低于 | 至少 | 冲上 | 多于 | 过
    | better than | in excess of | north | topping | over the mark | surpass | clear | pass | hit | reach | 多过
    | 上了 | 涨破 | 涨过 | 到过 | 达到 | 超 | 以上的 | 上到 | 冲破
LEVEL_UNDER: below | under | less than | south of | at most | fewer than | lower than | beneath | < | 低于
    | 不到 | 没到 | 以下 | 跌破 | 小于 | 不足 | 少于 | 不超过 | 未到 | 没有超过 | 没超过 | 不满
    | short of | shy of | sub | dip under | dip below | broke below | 跌穿 | 跌到 | 不及 | 未满 | 掉到 | 掉破
    | 以内
PUBLISHED: publish | published | disclose | disclosed | report | reported | release a | give a | provide
    | have a figure | available | 公布 | 披露 | 公开 | 给出
FORMULA: formula | equation | agi value | value of agi | agi commercial value | 公式 | agi商业价值 | agi价值
    | platform value | commercial value | 平台价值 | 商业价值
MOVE_DOWN: fall | drop | crash | plunge | slump | tumble | sell off | selloff | sell-off | sink | slide | 跌
    | 大跌 | 暴跌 | 下跌 | 跳水 | 崩
MOVE_UP: rise | jump | surge | rally | soar | spike | climb | pop | 涨 | 大涨 | 暴涨 | 飙升 | 拉升
MOVE: move | swing | jump | drop | fall | rise | 异动 | 波动
EVERYTHING: everything in coverage | everything | in coverage | all companies | all of them | every company
    | all names | the group | in the group | whole group | everyone | the field | peer group
    | the whole coverage | all coverage | across the board | 全部 | 所有 | 所有公司 | 覆盖的公司 | 所有覆盖
    | 每一家 | 各家 | 大家
    | the universe | whole universe | everyone covered | everybody | all covered | full list | all tracked
    | everything you track | everyone you track | all you cover | you cover | you track | the coverage
    | full coverage | the whole lot | 全体 | 你们覆盖 | 你们跟踪 | 你覆盖 | 全市场 | 全名单 | 所有覆盖的 | 覆盖里 | 覆盖范围
RELATIVE_SALES: relative to sales | relative to revenue | per dollar of sales | per dollar of revenue
    | as a share of sales | as a share of revenue | for each dollar of revenue | versus sales
    | compared with sales | 相对收入 | 相对营收 | 占收入 | 占营收 | 每一块钱收入 | 每块钱收入
OF_MARKET: of market cap | of market value | of its market cap | of their market cap | of the market cap
    | % of cap | of mcap | of its value | 占市值 | 占总市值 | 市值的百分之几 | 占 market cap | 占mcap
    | share of market cap | share of market value | portion of market cap | percent of market cap | 占它市值 | 占公司市值
    | 市值的几成 | 市值的多少
""")
