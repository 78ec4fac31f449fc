"""The words by which people say what they want done: dating, supposing, explaining, asking for sources."""

from bot.questions.lexicon_comparing import COMPARING
from bot.questions.words import listed

CUES = COMPARING | listed("""
SOURCE: who gave you | who gives you | who supplied | who published | where did you pull | where did you find
    | where did you take | where did you see | did you pull | pulled from | taken from | lifted from | 谁给的
    | 谁报的 | 谁公布的 | 谁披露的 | 哪里看到的 | 哪儿看到的 | whose number | whose figure | 谁说的数 | 谁的数据
    | 这数哪来 | 数字哪来 | 谁统计的 | where's that from | where's this from | where's it from | that number from
    | from where | that figure from | this number from | says where | source | sources | citation | cite
    | reference for | come from | where do you get | where did you get | where do that come
    | where do that number | where do that figure | according to | says who | based on what | get this from
    | backed by | provenance | footnote | where is that from | where is it from | which filing | evidence for
    | proof | link to | origin of | trace | 来源 | 出处 | 出自 | 哪来的 | 哪里来的 | 来自哪 | 哪儿来的 | 依据
    | 根据什么 | 谁给的数 | 数据源 | 引自 | 哪份公告 | 怎么来的 | 咋来的 | 哪里查到 | 从哪来 | 从哪儿来 | 从哪里来
    | 链接
    | 原文链接 | 哪看的 | 哪看到的 | 哪儿查的 | 从哪查的 | 谁披露 | 谁公布 | url | got a link | a link | the link
    | cite it | cite that | where does that figure | where does the figure | where does this number
    | who reported | who disclosed | who announced | who released | who printed | where did that come from
    | where did the number | 说法哪来 | 数哪来 | 数据哪来 | 哪来的数 | 来源呢 | 出处呢 | 数据来源 | 谁爆的
    | 凭什么说 | from the filing | from a filing | from filings | from a broker | from the broker
    | from the press | from the company | company filing | from a prospectus | from the prospectus | 财报里的
    | 公告里的 | 招股书里的 | 来自公告 | 来自财报
    | on whose authority | on what authority | who vouches | vouched for | on whose say-so | whose say-so
    | attributed to | credited to | 谁给出的
FIGURE_DATE: 上次更新 | 最近更新 | 更新时间 | last update | last refreshed | when did you last | date stamp
    | as-of date | how old is | how fresh | how recent | how stale | as of when | as of what date
    | as of which date | date of the figure | what date is | which date is | which day is | when was that figure
    | when was this figure | last updated | up to date | which day's data | how current | 哪天的数据
    | 哪一天的数据 | 什么时候的数据 | 哪天的数 | 数据截至 | 截至哪天 | 截止哪天 | 更新到 | 多旧 | 多新 | 哪天更新
    | 什么时候更新 | 哪一天的 | 哪天的 | 过期了吗 | 何时的数据 | how dated | is it dated | last checked
    | last touched | when was it updated | when was it last | 最后更新 | 是哪天的 | 哪个时点 | 什么时点 | 时效
    | date of that figure | date on that | date on the
RELIABLE: put out themselves | guess from the press | a guess | press guess | own figure | their own number
    | someone else's estimate | 官方口径 | audited | unaudited | reliable | reliability | trustworthy
    | can we trust | can i trust | how solid | how sure | official or | company reported | company-reported
    | self-reported | self reported | confirmed | disclosed or estimate | estimate or | how certain
    | is that official | is it official | hard number | credible | 审计 | 经审计 | 可靠 | 靠谱 | 可信
    | 官方的还是 | 自己报的 | 公司自报 | 准不准 | 准确吗 | 官方数据 | 确切吗 | can i quote | can we quote
    | can i cite | can i use | safe to quote | safe to cite | quotable | trust | how firm
    | how hard is
    | how good is that number | how good is that figure | how good is the number | how confident | second-hand
    | second hand | rumoured | rumored | media number | company's own | straight from the company | third-party
    | third party | official | verified number | 能引用吗 | 能不能引用 | 可以引用 | 靠得住 | 信得过 | 权威吗
    | 有多准 | 多大把握 | 官方披露 | 官方公布 | 媒体报道 | 媒体的 | 传言 | 是估算 | 估算的吗 | 是估计 | 估计的吗
    | 水分 | 硬不硬
PREDICTED: predict | predicted | prediction | predictions | forecasted | forecasts by | prophecy | foresee | 预言
    | 预测过 | 预测了 | 预测 | 曾预测 | 预判 | foretold | foresaw | call for | made the call | 预期过 | 断定
    | 说会 | warn | warned | warning | expect | expected | 警告 | 预计 | 担心 | forewarned
STATEMENT: article | statement | statements | claim that | claims in | claims | claimed | assertion | author
    | the piece | op-ed | column | 文章 | 作者 | 原文 | 说法 | 论断 | 观点 | 文中 | 那篇 | 断言 | 文里 | 报道里
    | 报道说 | 这篇 | 那篇稿子 | 稿子里 | essay | write-up | writeup | story said | the report | warned of
    | the author | op ed | 作者写 | 该文
SAID: say | said | tell | quote | quoted | wording | exact words | verbatim | in his own words | remark | argue
    | reply | respond | response | answer back | put it | words | 原话 | 说的 | 说过 | 说了 | 怎么说 | 说什么
    | 怎么回 | 回应 | 回复 | 表示 | 声称 | 宣称 | 怎么讲 | 谁说 | 说,
VERIFY: verify | verified | check | checked | come true | held up | hold up | turn out | turned out
    | right or wrong | was he right | was she right | fact check | fact-check | proven | aged | still true
    | is it true | is that true | true that | wrong | still right | vindicated | pan out | panned out | 验证
    | 核实 | 兑现 | 应验 | 对吗 | 对不对 | 成真 | 站得住 | 打脸 | 属实 | 还对 | 准吗 | 说对 | 说中 | 落空
    | 是真的吗 | borne out | bear out | proved | prove | hold water | stand up | stood up | did it happen
    | came to pass | get it right | got it right | true | accurate | 真的吗 | 是真是假 | 靠谱吗 | 应验了没
    | 兑现了没 | 说准 | 验证过 | 灵不灵 | 后来呢 | 实现了吗 | come about | materialise | materialize | happen
    | happened | stand | stands
WHO_SAID: whose estimate | whose guess | whose forecast | who put | who reckon | who estimate | who pegged
    | 谁估的 | 谁算的 | 哪家说的 | who say | who claim | who claimed | who predict | who argue | who call
    | whose claim | who coin | who came up with | 谁说 | 谁提出 | 谁声称 | 谁预测 | 谁预言 | 谁讲的
MEANING: whats | mean | meaning of | what is | what be | what's | what are | define | definition | explain | eli5
    | explain like | in plain english | in plain words | in simple terms | glossary | stand for | understand
    | concept of | primer on | tell me about | what do people mean | describe | walk me through | 什么意思
    | 是什么 | 是啥 | 啥意思 | 啥叫 | 什么叫 | 何为 | 何谓 | 什么是 | 解释 | 定义 | 含义 | 科普 | 讲讲 | 讲一下
    | 通俗 | 指的是 | 指什么 | 说明一下 | 咋理解 | 怎么理解 | 名词解释 | 是指 | 啥是 | 何意 | 啥东西 | 什么东西
    | meaning
EXPLAIN: explain | eli5 | define | definition | meaning of | mean | stand for | in plain english | in plain words
    | in simple terms | concept of | primer on | what do people mean | walk me through | glossary | in two lines
    | 什么意思 | 啥意思 | 啥叫 | 什么叫 | 何为 | 何谓 | 什么是 | 解释 | 定义 | 含义 | 科普 | 讲讲 | 讲一下 | 通俗
    | 指的是 | 指什么 | 说明一下 | 咋理解 | 怎么理解 | 名词解释 | 是指 | 是啥意思 | explain it | layman
    | in english | tldr | what's meant by | 啥是 | 何意 | 啥东西 | 什么东西 | 是什么东西 | 白话 | 大白话 | 通俗点
    | 说人话 | 什么概念 | 概念 | 扫盲 | meaning
COMPUTE: compute | calculate | calculated | worked out | work out | computed | how do you measure
    | how do you define | methodology | method | formula for | how is it measured | how do you get to
    | how do you derive | definition you use | how do you treat | how do you handle | how do you convert
    | how do you choose | how do you decide | how do you count | how does twinstar | how does the bot
    | how do you work | 怎么算 | 如何计算 | 怎么计算 | 算法 | 计算方法 | 计算方式 | 计算公式 | 怎么得出 | 口径
    | 怎么定义 | 如何定义 | 算出来 | 怎么处理 | 怎么换算 | 怎么选 | how is it computed | how do you come up with
    | how do you arrive | how do you calculate | which price do you use | what price do you use | do you use
    | do you take | do you count | do you include | do you adjust | do you annualise | do you annualize
    | based on closing or | under the hood | math behind | the math | what goes into | 咋算 | 是按 | 按什么算
    | 按哪个 | 用什么算 | 用哪个 | 怎么得来 | 怎么统计 | 怎么折算 | 怎么界定 | 包不包括 | 算不算 | 咋统计
    | 计算逻辑 | 怎么换 | denominator | numerator | 分母 | 分子 | is it based on | what base | which base
    | on what basis | 以什么为 | 基数
WHY: 点解 | 做咩 | 为乜 | 因何 | why | how come | reason for | what explains | what caused | what drove
    | what happened | what moved
    | cause of | 为什么 | 为何 | 为啥 | 怎么会 | 原因 | 咋回事 | 怎么回事 | 发生了什么 | 出了什么事 | 缘何
    | what's behind | what is behind | behind the move | what triggered | what sparked | what went wrong
    | what set off | on what news | what news | any news | 凭什么 | 怎么了 | 咋了 | 什么消息 | 什么情况 | 啥情况
    | 因为什么 | 什么原因 | 受什么影响 | 怎么突然
DIFFERENT: 差在哪 | 差在哪儿 | 差别在哪 | 啥区别 | 有何区别 | different from | differ from | differ
    | difference between | distinction | vs | versus | same as | not the same as | 区别 | 不同 | 差别 | 不一样
    | 有什么两样 | 分别是 | 有啥不同 | 有什么不同 | 啥不同 | 有何不同 | 分得清 | tell apart | how does it differ
    | apart from each other | what's the difference | what is the difference | how different | same thing
    | the same thing | 一回事 | 是不是一样
    | 区分 | 怎么分 | 分别指
IF: were priced | were valued | were worth | was priced on | 打折 | if | suppose | supposing | assume | assuming
    | imagine | what if | let's say | lets say | say that | hypothetically | hypothetical | scenario | in case
    | provided that | were to | pretend that | given a | 如果 | 假设 | 假如 | 要是 | 若 | 倘若 | 假定 | 设想
    | 万一 | 若是 | 假使 | 的话 | 情景 | 假想 | picture | scenario where | say it | in a world where | 若果
    | 如果说 | 就算 | 哪怕 | 假定说 | 倘使 | 设若
WOULD: would | could | might | 会 | 能 | 会不会 | 能否 | 能不能
NEED: how low must | how low would | how low does | how deep must | be worth to | 要到多少 | 得到多少 | 到多少
    | 要多大 | 得多大 | 多少才能 | 才跟 | 才和 | 才与 | need to
    | needs to | have to | must | would it take | it take | required to | to justify | how far would
    | how far must | how much must | how high must | what price would | at what price | needed | require | 得涨
    | 需要 | 要涨 | 得跌 | 要跌 | 才能 | 要达到 | 得达到 | 必须 | 还得 | 多少才 | 要多少 | 才够 | 才会
    | what price gets | what price puts | what price takes | what gets | what puts | what takes
    | at which revenue | at what revenue | at what arr | at which arr | at which price | at what level
    | at what run rate | at which level | what rise | what gain | what move | what share price would
    | to be worth | to get to | in order to | 该涨 | 要跌到 | 才等于 | 才抵得上 | 才能到
MATCH: match | level with | be level | catch up | catch | equal | equals | draw level | pull level | on par
    | parity | close the gap | be as big as | reach | get to | tie with | 追上 | 赶上 | 追平 | 持平 | 一样 | 平手
    | 打平 | 齐平 | 追到 | 平起平坐 | 看齐
STILL: still | stay ahead | remain | 还 | 仍 | 依然 | 仍然 | 是否还
SELL: sell | sold | dump | dumped | offload | unload | cash out | liquidate | hits the market | sells | 抛 | 卖
    | 减持 | 套现 | 抛售 | 卖掉 | 抛掉 | 卖出 | 出货 | 砸 | 倒出 | 出清 | 出掉 | 扔出来 | dispose
    | disposed of | get rid of | exit | exits | bail | bail out | unwind | flog | head for the exit
RISE: rise | rises | gain | gains | up | climb | jump | rally | increase | grow | higher by | add | appreciate
    | surge | go up | bigger by | 涨 | 上涨 | 升 | 上升 | 增长 | 提升 | 增加 | 多涨 | 拉升 | 涨停
    | tack on | put on | 涨个 | 往上走
FALL: collapse | fall | fell | drop | lose | down | decline | crash | decrease | sink | slump | slide | shed
    | cut | tumble | plunge | go down | correct | shrink | weaken | 跌 | 下跌 | 掉 | 降 | 下降 | 缩水 | 跌停
    | 回调 | 暴跌 | 减少 | 打折 | 缩
    | shave | knock off | lop | slice off | take off | chop | trim | haircut | wipe off | give back | 打折扣 | 回吐
    | 缩掉
DOUBLE: double | doubles | doubled | twice as high | 翻一倍 | 翻倍 | 翻番 | 涨一倍 | 翻一番 | 增加一倍 | 再翻一倍
TRIPLE: triple | triples | tripled | treble | 翻两番 | 涨两倍 | 涨到三倍 | 翻三倍
HALVE: halve | halves | halved | cut in half | lose half | loses half | lost half | fall by half | drop by half
    | 腰斩 | 砍半 | 减半 | 跌一半 | 跌去一半 | 掉一半
TRADE_AT: at the multiple | trade at | traded at | trades at | valued at | priced at | on the multiple of
    | at the same | apply | applied | given the multiple | used the | had the multiple | 按 | 用 | 套 | 给到
    | 享受 | 对应
MIRROR: doppelgänger | resemblance | resemblances | likeness | american double | chinese double
    | western double | us double | 太平洋两岸 | 大洋两岸 | 同一个剧本 | 同一剧本 | 撞脸 | 一个模子 | 好比 | 堪比
    | 等于谁 | 相当于谁 | 美国的哪家 | 中国的哪家 | 美国哪家 | 中国哪家 | 的对应 | 对应是谁
    | 对应者 | 对应物 | 谁的翻版 | 对应角色 | 对应美国 | 对应中国 | 对应的是 | 对应谁 | 对应哪 | 对应的美国
    | 对应的中国 | 对应国外 | 对位 | mirror | analogy | analogous | twin star | twin stars | twins | counterpart
    | equivalent of | equivalent | parallel | is the chinese | copy | copies | copycat | plays the role | role of
    | stands for | lookalike | look like | doppelganger | 镜像 | 对标 | 类比 | 双子星 | 对应哪家 | 中国版 | 翻版
    | 相当于 | 映射 | 比喻 | 对照 | 扮演 | 像谁 | 像不像 | 山寨 | 国产版 | 美国版 | answer to | knock-off
    | knockoff | clone of | twin of | sibling | cousin of | maps to | map to | map onto | match up with
    | matches up with | correspond | corresponds to | correspond to | opposite number | pairs with | paired with
    | pair with | is paired | 对应的是谁 | 谁是中国的 | 对应关系 | 对得上 | 类似谁 | 平替 | 港版 | 孪生 | 对子
    | 配对 | 一一对应 | 像哪家 | 相当于哪家 | reflection | reflections | reflect | mirrored | mirroring
    | parallels | analogue | analog | lined up with | in the picture | cast as | plays | played by
    | plays the part | equivalent to | match for | 对应上 | 镜子 | 影子 | 照搬 | 照着
    | echo | echoes | mimic | mimics | stand-in | stand in for | shadow | 美国对照 | 找个对照 | 参照
BREAKS: break down | breaks down | break | fail | fails | limits of | fall apart | not hold | where it fails
    | stop working | misleading | 失效 | 不成立 | 崩 | 说不通 | 牵强 | 哪里不像 | 不像 | 站不住 | weak spot
    | weak spots | weakest | where does it not | stretch | stretched | 站得住 | 破绽 | 牵强附会 | 不恰当 | 不合适
    | 有问题
UNLOCK: frees | free up | let loose | let go | rolls off | roll off | comes off lock-up | out of lock-up | 放出来
    | 放出 | 流出来 | 解封 | unlock | unlocks | unlocked | unlocking | lock-up | lockup | lock up | lockups
    | locked | locked-up | lock-in | release schedule | come free | coming free | freed | tranche | moratorium
    | restricted shares | expiry | expiries | escrow | 解禁 | 限售 | 锁定 | 禁售 | 解锁 | 解除限售 | 流通受限
    | coming loose | come loose | let out | come off | coming off lock | release | opens up | hits the float
    | hit the float | enter the float | become sellable | becomes sellable | can be sold | tradable | tradeable
    | unfreeze | unfrozen | thaw | expires | expire | 松绑 | 放闸 | 开闸 | 可售 | 流通 | 解除锁定
    | 锁着 | 锁住 | 还锁 | 被锁 | 锁定着
PRESSURE: pressure | overhang | selling pressure | sell pressure | supply | absorb | dump | flood
    | hit the market | stock likely | actually be sold | 抛压 | 卖压 | 压力 | 减持 | 抛售 | 消化 | 砸盘 | 冲击
    | 承压 | 卖盘
    | 压盘 | 砸下来
    | choke | swallow | stomach | 吃下 | 吃得下 | 承接
HOLDERS: holder | holders | who own | who holds | who can sell | whose shares | shareholders | shareholder
    | investors | who gets out | cornerstone | cornerstones | insiders can sell | 股东 | 持有人 | 持股人 | 谁能卖
    | 谁可以卖 | 哪些人 | 谁的股 | 基石 | 谁持有 | 谁手里 | 哪些股东 | who is locked | who's locked
    | who are locked | whose stock | who are the holders | locked in | pre-ipo | founders' shares | 谁被锁
    | 锁了谁 | 谁的股份 | 谁的股票 | 哪些人的 | who gets to sell | who may sell | who is allowed to sell
    | who is free to sell | who will be able to sell | who could sell | who'll be able to sell | who gets to
    | who is able to sell | which shareholders | which holders | which investors | 谁能抛 | 谁可以抛 | 谁能减持
    | 哪类股东 | 谁解禁
    | 哪些投资者
CALENDAR: anything coming | anything due | any unlocks | what is coming | anything unlock | calendar | upcoming
    | schedule | coming up | next unlock | due | forthcoming | on the horizon | timetable | 日历 | 近期 | 接下来
    | 即将 | 未来 | 排期 | 时间表 | 下一次 | 下一个 | 哪些解禁 | what's next | what is next | next up | next one
    | lined up | in the pipeline | 有什么解禁 | 还有哪些 | 有哪些要 | 解禁表
EVER: at some stage | at any stage | at one stage | always | ever | at any point | at any time | at some point
    | before | in the past | once | historically | has it been | used to | 曾经 | 曾 | 有没有过 | 历史上 | 过吗
    | 以前 | any time | in its life | 从来 | 一直
HOW_LONG: 多少个交易日 | 几个交易日 | 几多日 | 几多个交易日 | how long | for how many days | for how many sessions
    | last | duration | stay in front | stay ahead
    | stayed ahead | 多久 | 多长时间 | 持续 | 领先了几天 | 几天 | stretch | streak | longest spell | spell
    | how many days | how many sessions | 最长一段 | 多少天
HOW_OFTEN: count | tally | how many times | how often | number of times | count of | how frequently | 几次
    | 多少次 | 次数 | 几回 | 多少回 | count how many | how many occasions | how many flips | how many crossings
    | times did | 几遭 | 多少回合
WHEN: when | what date | which date | which day | what day | on what day | since when | the day | by when
    | how soon | 什么时候 | 何时 | 哪天 | 哪一天 | 几时 | 什么时间 | 日期 | 几号 | 啥时候 | 几月 | what time
    | which month | which week | which session | on which | at what point | 哪个月 | 哪一周 | 哪个星期 | 几月份
    | 什么日子 | 何月 | 哪个交易日
FIRST: first | first time | earliest | initially | 首次 | 第一次 | 最早 | 头一回 | 最先 | 率先 | 先
TREND: since | over time | trend | trajectory | chart | graph | plot | history | historical | evolution | evolve
    | move | moved | movement | course | series | time series | month by month | day by day | week by week
    | weekly | daily | monthly | each month | each week | every month | every week | track record | path
    | develop | developed | change over | changed | changed since | how have | how has | fare | fared | going
    | timeline | progression | ups and downs | 走势 | 趋势 | 变化 | 曲线 | 历史 | 走势图 | 折线 | 图表 | 以来
    | 至今 | 逐月 | 逐日 | 每月 | 每周 | 每天 | 演变 | 轨迹 | 怎么走 | 变动 | 一路 | 画个图 | 画一下 | 时间序列
    | 月末 | 逐周 | action | performing | performed | perform | price action | how was | doing since
    | over the summer | run since | trade in | traded in | over the past | 走得怎样 | 走得怎么样 | 怎样走 | 行情
    | 起伏 | 曲线图 | 画图 | 涨跌情况 | 变化情况 | 怎么变
NEGATION: not | no | n't | never | without | lack | lacks | lacking | missing | hasn't | haven't | isn't
    | doesn't | don't | didn't | none | neither | fail to | yet to | has not | 没 | 没有 | 不 | 未 | 缺 | 尚未
    | 无
LACK: not | hasn't | haven't | isn't | doesn't | don't | didn't | without | lack | lacks | lacking | missing
    | yet to | never | no figure | no number | undisclosed | 没有 | 还没 | 没 | 未 | 缺 | 尚未 | 没披露 | 未披露
    | 没公布 | 未公布 | 不披露 | 没给 | hides | hide | won't disclose | refuses to disclose | don't say
    | doesn't say | keeps quiet | keep quiet | unreported | not reported | no data | blank | 没有公布 | 没公开
    | 未公开 | 没说 | 没提 | 不公布 | 不公开 | 没报 | 空白 | 没数据 | 缺数据
    | refuse to say | refuse to disclose | won't say | decline to say | declines to say | silent on
    | stay silent | mum on | keep secret | no word on
    | coy | cagey | tight-lipped | tight lipped | secretive | to itself | to themselves | clam up | stonewall
    | hush-hush | hush hush | opaque | close to its chest | close to the chest | under wraps | off the record
    | holds back | holding back | in the dark about | leave out | leaves out | omit | omits | skip | skips
    | doesn't break out | don't break out | no mention of | blanks | n/a | shy about | not telling | never told
    | 藏着掖着 | 捂着不说 | 讳莫如深 | 遮遮掩掩 | 不肯说 | 闭口不谈 | 守口如瓶 | 没吭声 | 不透明 | 没交代 | 不交代
    | 没露 | 不露 | 避而不谈 | 只字未提 | 只字不提 | 没给数 | 不给数 | 没有数 | 查不到 | 不肯公布 | 不愿公布
    | 打死不说
WHICH: which | who | whose | whom | what company | anybody | anyone | any of | 哪 | 谁 | 哪家 | 哪个 | 哪些
    | 哪只 | 有哪些
HOW_MUCH: how much | how many | what is | what's | how big | how large | how high | 多少 | 几 | 多大 | 多高
    | 多少钱
FOLLOW: and | what about | how about | same | also | now | then | instead | but | ok | okay | in that case | 那
    | 那么 | 呢 | 再 | 换成 | 改成 | 也 | 同样 | 还有
PRONOUN: it | they | them | that | those | these | this | its | their | he | she | him | her | his | the latter
    | the former | the same | both | each | 它 | 它们 | 他 | 她 | 他们 | 这个 | 那个 | 这 | 前者 | 后者
THEN: then | that time | that day | that date | back then | the previous one | earlier one | 当时 | 那时 | 那时候
    | 之前那个 | 上次
CORRECTION: no i meant | i meant | i mean | no i mean | not that | actually i meant | wrong one
    | i was asking about | no the | sorry i meant | correction | 不是 我是说 | 我是说 | 我说的是 | 我指的是
    | 不对 | 搞错了 | 我问的是 | 更正 | 应该是 | no wait | wait i meant | i meant to say | not it | scratch that
    | make that | sorry meant | rather | 说错了 | 打错了 | 我是想问 | 不是这个 | 不是问 | 错了 我
OTHER: the other | other one | the other one | other company | the other company | 另一家 | 另一个 | 另外一家
    | 另外一个 | 另一只 | 那另 | the rival | its rival | its peer | its twin | 另外那家 | 另外那个 | 对家
    | 它对手 | 对手呢
OTHER_PAIR: the other pair | other pair | the other two | the american pair | the us pair | the chinese pair
    | 另一对 | 另外一对 | 另外两家 | 另两家 | 那一对 | the us two | american two | chinese two | the americans
    | the us ones | the chinese ones | those in the us | 美国那对 | 美国那两家 | 美国两家 | 中国那两家 | 中国那对
    | 港股那对
PUBLISHED: publish | published | disclose | disclosed | report | reported | release a | give a | provide
    | have a figure | available | 公布 | 披露 | 公开 | 给出
FORMULA: formula | equation | agi value | value of agi | agi commercial value | 公式 | agi商业价值 | agi价值
    | platform value | commercial value | 平台价值 | 商业价值
MOVE_DOWN: collapse | fall | drop | crash | plunge | slump | tumble | sell off | selloff | sell-off | sink
    | slide | 跌 | 大跌 | 暴跌 | 下跌 | 跳水 | 崩
MOVE_UP: rise | jump | surge | rally | soar | spike | climb | pop | 涨 | 大涨 | 暴涨 | 飙升 | 拉升
MOVE: move | swing | jump | drop | fall | rise | 异动 | 波动
""")
