"""The words by which people compare, count and order: more, most, twice, apart, ahead, above."""

from bot.questions.words import listed

COMPARING = listed("""
OVERTAKE: move past | get past | edge past | edge ahead | jump ahead | go above | climb above | rise above
    | leap past | shoot past | pull in front | took pole | 赶过 | 反过来超 | 超车 | 追过 | overtake | overtakes
    | overtaken | overtaking | pass | passed | surpass | leapfrog | eclipse | outstrip | went past | go past
    | move ahead of | pull ahead | pulled ahead | cross over | crossover | crossed | take the lead
    | took the lead | took over | get ahead | got ahead | become bigger than | became bigger than
    | become larger than | became larger than | get bigger than | grow bigger than | dethrone | leave behind
    | 超过 | 超越 | 反超 | 赶超 | 越过 | 盖过 | 领先过 | 易位 | 交叉 | 压过 | 甩开 | 变得比 | 超了 | got in front
    | get in front | gone past | edge out | edged out | nose ahead | nosed ahead | pip | pipped | top it | trump
    | went above | jumped ahead | move in front | moved in front | 超到前面 | 追上过 | 追平过 | 翻身 | 后来居上
    | 逆袭
    | left behind | 甩到身后 | 甩在身后 | 抛在身后 | 抛到身后 | 甩到后面 | 跑赢
LEAD_CHANGE: flip | flipped | flips | lead change | leads change | change of lead | changed hands | change hands
    | swap places | swapped places | trade places | traded places | trading places | switch places | switched
    | swap | reversal | reversals | reversed | neck and neck | lead change hands | back and forth | crossovers
    | 换位 | 易主 | 交替领先 | 互换 | 来回 | 轮流 | 反转 | 逆转 | 换了几次 | 互有领先 | 交换位置 | 此起彼伏
    | 互超 | change places | changed places | change position | changed positions | switched position
    | exchange places | trading the lead | lead swapped | alternate | alternated | see-saw | seesaw | 换过几次位
    | 换过位 | 换过位置 | 换位置 | 换过几次 | 换了位 | 调换 | 交替 | 你追我赶 | 位置互换 | 换了几回 | 换过几回
LEAD: 前头 | 跑在前 | trail | behind | lag behind | 落后 | lead | leads | leading | led | ahead | in front
    | top spot | number one | number 1 | crown | pole position | 领先 | 第一 | 在前 | 榜首 | 龙头 | 占上风 | 老大
    | on top | out front | top dog | holds the lead | held the lead | ahead of | the leader | 占先 | 居前 | 压着
    | 在前面 | 排前面 | 领跑 | 压一头
LOSE_LEAD: losing the lead | fall behind | fell behind | drop behind | cede the lead | give way to | overtaken by
    | 落到后面 | 掉到第二 | lose it | lose the lead | lost the lead | lose the top | lost it | lose its lead
    | give up the lead | lost its lead | give up its lead | 被反超 | 被超 | 失去领先 | 丢掉领先 | 让位 | 丢了
TIMES: what multiple | by what multiple | how many multiples | how many times over | multiples of | times
    | how many times | multiple of | factor | fold | by what factor | as big as | as large as | as much as | x as
    | twice | thrice | times bigger | times larger | how many x | 几倍 | 多少倍 | 倍数 | 是几倍 | 的倍 | 倍
    | 翻几倍 | as a multiple | as multiple | in multiples | expressed as a multiple | as a factor
    | multiple between | multiple versus | 倍率 | 翻了几 | times over
RATIO: 几分之一 | 几分之 | ratio | ratio of | divided by | relative to | as a fraction of | fraction of
    | as a share of
    | as a percentage of | as a percent of | as % of | percent of | percentage of | what fraction | what share of
    | in proportion to | proportion | 比值 | 之比 | 比率 | 比例 | 除以 | 相对于 | 占 | 占比 | 百分之几 | 几分之几
    | 相当于 | as a ratio | as a percentage | as a percent | as a fraction | as a proportion | in percent of
    | expressed as a percentage | percent the size | quotient | over the | 几成 | 百分之多少 | 多大比例
    | 的百分之 | 除 | 比上 | as a % of | % of | as pct of | pct of | as a pct of | as a part of | as a slice of
    | portion of | what portion | what slice | what proportion of
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
    | 晚几天 | 早多少 | 晚多少 | how far short | short of | shortfall | premium over | premium to | discount to
    | how many billion more | how many billions more | how many points more | how wide | separating | lead over
    | gap in | differential | difference of | how much apart | how far off | how much taller | how many more days
    | 甩开多少 | 甩开多远 | 甩开了多 | 甩了多少 | 甩下多少 | 拉开多大 | 拉开多远 | 拉开了多 | 领先多远
    | 落后多远 | 有多远 | 多涨几 | 多涨多少 | 多跌几 | 多跌多少 | 少跌几 | 少跌多少 | 少涨几 | 少涨多少 | 多赚几
    | 差多远 | 甩开几 | 还有多大空间 | 还有多少空间 | 空间还有多
    | 差了多少 | 差几 | 差多 | 还差 | 高几个点 | 低几个点 | 多几个点 | 差几个百分点 | 多了多少 | 少了多少
    | 高出多少 | 早了几天 | 晚了几天 | 早了多久 | 晚了多久 | 隔了几天 | 隔了几 | 隔多少天 | 落差多大 | 差距多大
    | 拉开多少 | 领先几 | 落后几
    | days passed between | days elapsed | passed between | elapsed between | how many days separate
    | how many weeks between
MINUS: minus | less the | subtract | subtracted | net of | 减 | 减去 | 减掉 | 扣掉
PEAK: 最高见过 | 最高见 | 最风光的时候 | 最火的时候 | 涨到过
    | 最高的时候 | 最高那天 | 最高是哪天 | 最高是什么时候 | 最贵的时候 | hit its high | reach its high | peak
    | peaked | all-time high | all time high | ath | record high | highest ever | top out | topped out
    | high point | highest point | highest close | best close | record close | highest level | max | 52 week high
    | 最高点 | 峰值 | 历史最高 | 新高 | 历史高点 | 高点 | 顶峰 | 见顶 | 最高价 | 最高收盘 | 最高到过 | 最高涨到
    | 最高市值 | 顶点 | record | all-time best | the high | its high | summit | zenith | high water mark
    | high-water mark | highest it | highest has | 最高到多少 | 最高是多少 | 最高多少 | 高位 | 天价 | 峰
    | 历史新高 | 收盘新高 | 最高到
TROUGH: 最低见过 | 最低见 | 最惨的时候 | 最惨时 | 最低潮 | 跌到过
    | 最低的时候 | 最低那天 | 最低是哪天 | 最低是什么时候 | 最便宜的时候 | trough | all-time low | all time low
    | atl | record low | lowest ever | bottom out | bottomed | low point | lowest point | lowest close
    | lowest level | 最低点 | 谷底 | 历史最低 | 新低 | 低点 | 见底 | 最低价 | 最低收盘 | 最低跌到 | 最低到过
    | 最低市值 | the low | its low | low water mark | floor | nadir | lowest it | lowest has | 最低到多少
    | 最低是多少 | 最低多少 | 低位 | 历史新低 | 最低到
MOVED_BY: how much has | how much did | how much is it up | how is it up | up how much | down how much
    | percent change | % change | gained | lost since | up since | down since | return on | 涨了多少 | 跌了多少
    | 涨多少 | 跌多少 | 涨了几 | 跌了几
HIGHEST: thickest | juiciest | loftiest | chunkiest | highest | biggest | largest | best | most | greatest | top
    | max | maximum | fastest | strongest | richest | dearest | priciest | most expensive | widest | heaviest
    | fattest | leading | number one | number 1 | no 1 | steepest | deepest | longest | winner | champion
    | first place | most valuable | latest | last to | tops | 最高 | 最大 | 最多 | 最快 | 最贵 | 最强 | 最好
    | 最猛 | 最长 | 最深 | 最狠 | 最值钱 | 第一名 | 冠军 | 最厉害 | 最重 | 居首 | 排第一 | 老大 | 最晚 | 最惨重
    | 最宽 | 最优 | 最牛 | tallest | hottest | biggest of | largest of | leads on | ranks first | comes first
    | is first on | 排首位 | 排头 | 最靠前 | 首位 | 数谁 | 谁第一 | 最赚 | 最能
LOWEST: 最冷清 | 最清淡 | 最冷 | 最淡 | 最薄 | 最窄 | 最瘦 | 最穷 | 最惨淡 | 最次 | 最拉 | 最拉胯 | 最不济
    | thinnest | skinniest | leanest | puniest | bottom of the pile | 最不 | worst | lowest | smallest | least
    | minimum | min | slowest | weakest | cheapest | fewest | poorest | bottom | tiniest | narrowest | lightest
    | laggard | least expensive | shortest | earliest | first to | soonest | 最低 | 最小 | 最少 | 最慢 | 最便宜
    | 最弱 | 最差 | 最轻 | 垫底 | 最短 | 最早 | 最先 | 倒数第一 | 吊车尾 | 最惨 | 最末 | 最浅 | coolest
    | trails everyone | dead last | last place | ranks last | comes last | 排最后 | 最靠后 | 末位 | 最弱的 | 倒数
    | 最后一名 | 最少的
ORDER: 前两 | 前三 | 前四 | 前五 | 前六 | 前七 | 前八 | 前九 | 前十 | 前2 | 前3 | 前4 | 前5 | 前6 | 前7 | 前8
    | 前十名 | 座次表 | 第二名 | runner-up | runner up | second biggest | second largest | second highest
    | third biggest | third largest | 第二大 | 第二高 | 第三大 | 第三高 | rank | ranks | ranked | ranking | order
    | sort | sorted | list | league table | leaderboard | top to bottom | line up | from high to low
    | from low to high | descending | ascending | in order | put in order | pecking order | 排名 | 排序 | 排行
    | 排个序 | 排一下 | 排列 | 列 | 名次 | 排个 | 榜单 | 从小到大 | 从大到小 | 从高到低 | 从低到高 | 排位 | 依次
    | 座次 | rank-order | order of | in order of | put them in | put in | stack rank | stack-rank | tiers
    | standings | scoreboard | table by | by size | 排下 | 排下来 | 排一遍 | 排个名 | 排排 | 排序一下 | 排一排
    | 榜 | 排排坐 | 冠亚军 | 前三甲 | 三甲 | 状元
    | 顺序 | 从大往小 | 从高往低 | 数排 | 值排 | 率排 | 前几 | 前几名 | 名列 | 排第几 | 第几 | 第二的 | 第三的
    | 第四的 | 排第二 | 排第三 | 第三名 | 第四名 | second place | third place | fourth place | second spot
    | third spot | in second | in third | silver medal | bronze | second-biggest | second-largest | third-biggest
ASCENDING: ascending | lowest first | smallest first | cheapest first | worst first | bottom up
    | from low to high | from small to large | low to high | small to big | from smallest | from lowest
    | from cheapest | from worst | least first | 从小到大 | 从低到高 | 升序 | 由低到高 | 由小到大 | 从便宜到贵
DESCENDING: descending | highest first | largest first | biggest first | best first | most first
    | from high to low | high to low | from largest | from biggest | from highest | from best | big to small
    | 从大到小 | 从高到低 | 降序 | 由高到低 | 由大到小 | 从贵到便宜
COMP_HIGH: 跑在前 | 前头 | bigger | larger | higher | greater | more | better | faster | stronger | dearer
    | pricier | richer | more expensive | ahead | in front | lead | wins | outperform | winner | heavier | deeper
    | wider | longer | exceed | beat | beats | ahead of | later | 更高 | 更大 | 更多 | 更快 | 更贵 | 更强 | 更好
    | 更重 | 更深 | 更晚 | 谁高 | 谁大 | 谁多 | 谁快 | 谁贵 | 谁强 | 谁更高 | 谁领先 | 领先 | 哪个高 | 哪个大
    | 哪个贵 | 哪个多 | 哪家高 | 哪家大 | 哪家多 | 哪家贵 | 哪家强 | 谁赢 | 更胜一筹 | 占优 | 谁更厉害 | 高还是
    | 谁更值钱 | 更值钱 | 谁亏得多 | 亏得更多 | 谁更能打 | bulkier | taller | mightier | on top | out front
    | steeper | hotter | wins on | is ahead | pricer | 贵些 | 大些 | 高些 | 多些 | 快些 | 谁靠前 | 谁更深
    | 谁在前 | 更值 | quicker | swifter | hungrier | thirstier | costlier | healthier | fatter | thicker
    | tougher | older | longer-lived | broader | busier | denser | meatier | more costly | more pricey
    | the bigger | the larger | 更凶 | 更猛 | 更狠 | 更厉害 | 更久 | 更广 | 更厚 | 更赚 | 更烧钱 | 更多些
    | swelling faster | 配得上
COMP_LOW: thinner | leaner | smaller | lower | less | worse | slower | weaker | cheaper | fewer | behind | trail
    | lag | earlier | sooner | shorter | lighter | poorer | less expensive | 更低 | 更小 | 更少 | 更慢 | 更便宜
    | 更弱 | 更差 | 更轻 | 更早 | 谁低 | 谁小 | 谁少 | 谁便宜 | 谁早 | 谁先 | 哪个低 | 哪个小 | 哪个便宜 | 哪家低
    | 哪家小 | 哪家便宜 | 落后 | 谁慢 | 谁弱 | 谁差 | 谁更便宜 | 亏得少 | tinier | milder | narrower | shallower
    | less heavy | trails | 小些 | 低些 | 少些 | 慢些 | 谁靠后 | 谁更浅 | 便宜些 | 更便宜些 | younger | newer
    | softer | tamer | gentler | scarcer | 更薄 | 更窄 | 更短 | 更浅
VERSUS: vs | versus | v | against | compared with | compared to | compare | comparison | compare with
    | side by side | head to head | relative to | stack up | next to | both | and | table of | 对比 | 比较 | 相比
    | 比一下 | 比一比 | 对比一下 | 和 | 与 | 跟 | 还是 | 放一起 | 并列 | pk | 比比
COMPARE: put next to | next to each other | stack | measure up | vs | versus | v | compare | compared with
    | compared to | comparison | side by side | head to head | stack up | table of | table | 对比 | 比较 | 相比
    | 比一下 | 比一比 | 放一起 | 并列 | pk | 比比 | 表格
CLOSE: close to | closest | nearest | similar | similarly | same | about the same | comparable | roughly equal
    | equal | in line with | as high as | most like | close together | neck and neck | 差不多 | 接近 | 最接近
    | 相近 | 相当 | 一样 | 相同 | 持平 | 类似
COUNTED: how many of these | how many of those | how many of our | how many of the | how many firms
    | how many stocks | how many listings | how many are | count me | count the names | count the companies
    | number of names | 几家公司 | 多少公司 | 几个公司 | how many of | how many companies | how many names
    | how many labs | number of companies | 有几家 | 几家 | 多少家 | 几只 | 多少只 | how many have
    | how many trade | how many carry | how many exceed | how many sit | how many stand | how many list
    | how many do | how many in | how many were | how many fall | how many players | how many makers
    | how many developers | how many ai | 有多少家 | 多少个公司 | 多少家公司 | 共几家 | 一共几家 | 几家超
    | 数一数 | 几家公司超过
LEVEL_OVER: above | more than | exceed | past | beyond | north of | at least | cross | crossed | top | break
    | broke | greater than | upwards of | higher than | > | 超过 | 高于 | 突破 | 大于 | 以上 | 站上 | 破 | 不低于
    | 至少 | 冲上 | 多于 | 过 | better than | in excess of | north | topping | over the mark | surpass | clear
    | pass | hit | reach | 多过 | 上了 | 涨破 | 涨过 | 到过 | 达到 | 超 | 以上的 | 上到 | 冲破
    | go through | went through | break through | broke through | push through | punch through | climb through
    | 上面 | 之上 | 站稳
LEVEL_UNDER: below | under | less than | south of | at most | fewer than | lower than | beneath | < | 低于 | 不到
    | 没到 | 以下 | 跌破 | 小于 | 不足 | 少于 | 不超过 | 未到 | 没有超过 | 没超过 | 不满 | short of | shy of
    | sub | dip under | dip below | broke below | 跌穿 | 跌到 | 不及 | 未满 | 掉到 | 掉破 | 以内
EVERYTHING: everything in coverage | everything | in coverage | all companies | all of them | every company
    | all names | the group | in the group | whole group | everyone | the field | peer group | the whole coverage
    | all coverage | across the board | 全部 | 所有 | 所有公司 | 覆盖的公司 | 所有覆盖 | 每一家 | 各家 | 大家
    | the universe | whole universe | everyone covered | everybody | all covered | full list | all tracked
    | everything you track | everyone you track | all you cover | you cover | you track | the coverage
    | full coverage | the whole lot | 全体 | 你们覆盖 | 你们跟踪 | 你覆盖 | 全市场 | 全名单 | 所有覆盖的 | 覆盖里
    | 覆盖范围
RELATIVE_SALES: relative to sales | relative to revenue | per dollar of sales | per dollar of revenue
    | as a share of sales | as a share of revenue | for each dollar of revenue | versus sales
    | compared with sales | 相对收入 | 相对营收 | 占收入 | 占营收 | 每一块钱收入 | 每块钱收入
OF_MARKET: of market cap | of market value | of its market cap | of their market cap | of the market cap
    | % of cap | of mcap | of its value | 占市值 | 占总市值 | 市值的百分之几 | 占 market cap | 占mcap
    | share of market cap | share of market value | portion of market cap | percent of market cap | 占它市值
    | 占公司市值 | 市值的几成 | 市值的多少
""")
