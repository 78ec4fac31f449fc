"""The turns of phrase by which one is said to pass another, to lose the top, or to stand apart by some distance."""

from bot.questions.templates import declared

WRITTEN, CLASSES = declared("""
<throne>: crown / throne / perch / top spot / top slot / number one spot / number one slot / no 1 spot / number one
    position / top position / first place / pole / pole position / title / mantle / top of the pile / top of the
    table / top of the heap / top of the tree / top of the league / top of the pecking order / head of the table /
    head of the queue / driving seat / driver's seat / big chair / baton / torch / belt / jersey / laurels /
    bragging rights / upper hand / whip hand / edge / summit / lead / leadership / number one / no. 1 / top rung /
    hot seat / pedestal / seat at the top / place at the top / spot at the top / box seat / yellow jersey /
    heavyweight title / gold medal / first spot / front spot
<give>: hand its / hand the / hand over / hand their / hand that / gave / given / pass / yield / surrender / cede /
    concede / relinquish / lose / forfeit / vacate / abdicate / part with / let go of / let slip / drop / give up /
    gave up / given up / give away / gave away / fumble
<take>: take / took / taking / snatch / grab / steal / stole / stolen / seize / claim / wrest / swipe / inherit /
    win / nick / pinch / capture / scoop / nab / usurp / gain / assume / regain / reclaim / retake / recapture / win
    back / take back / got / get
<push>: knock / push / kick / shove / bump / boot / topple / pull / nudge / throw / threw / thrown / turf / drive /
    drove / driven / oust / dislodge / force / forced / elbow / muscle / shunt / chase / tip / drag
<ahead>: past / ahead / in front / clear / above / by / over
<motion>: blow / blew / blown / sail / zoom / race / roar / streak / fly / flew / cruise / stride / push / creep /
    crept / inch / squeeze / slip / sneak / nudge / ease / shoot / shot / drive / drove / run / ran / come / came /
    march / barrel / breeze / vault / hop / leap / skip / sweep / swept / speed / sped / nip / scoot / power / surge
    / steam / glide / pull / draw / drew / edge / rocket / charge / dash / sprint / tear / tore / gallop / trot /
    bolt / whizz / scrape / poke / slide / stroll
<asktime>: when / since when / on what day / on which day / which day / what day / which month / which week / what
    date / which date / which session / what point / how many times / how often / how long / ever / first time
<hours>: 哪天 / 哪一天 / 什么时候 / 啥时候 / 几时 / 何时 / 哪个月 / 几月 / 哪年 / 几号 / 啥时 / 哪会儿 / 哪个交易日
    / 哪一刻 / 什么时间 / 哪周 / 哪一周 / 哪个星期 / 几次 / 多少次 / 几回 / 多久 / 多少天 / 几天 / 有没有 / 曾经 /
    曾 / 哪次 / 头一回 / 首次 / 第一次
<seat>: 宝座 / 王座 / 头把交椅 / 第一把交椅 / 交椅 / 榜首 / 头名 / 第一 / 一哥 / 老大 / 王冠 / 桂冠 / 皇冠 / 龙头 /
    冠军 / 状元 / 头牌 / 头羊 / 头位 / 首位 / 王位 / 位子 / 位置 / 江山 / 风头 / 领先 / 头筹 / 老大位置 / 头魁 /
    魁首
LEAD_CHANGE: who (led/leads/lead/was_ahead) when ; (换/调/易/挪) 的 (位/座次/位置) ; (换/调) 过 (位/座次/座) ;
    (ever/once/always/been/was/were) .. the other way (round/around) ; when .. (that/it/this) ..
    (end/stop/change/flip/cease/over) ; 谁 .. (超/反超/追上/赶上/超过/压过) .. 谁 ;
    (排位/座次/位次/名次/顺序/先后/位置) .. (调/换/变/倒) .. (过/了) .. (几次/几回/次/回/个儿) ; (调/掉/换)
    (个个/个儿/过来) ; <give> .. <throne> ; <push> .. (off/from/out_of) .. <throne> ; <push> .. (off/from) top ;
    (take/took/taken/taking/assume/inherit) over from ; (change/changing) of the guard ; (roles/tables) ..
    (turn/reversed/swapped) ; turn .. tables ; (lines/curves/charts/graphs) .. (cross/crossed/intersect) ;
    (order/ranking/pecking_order) .. (flip/reverse/invert) ; (gap/spread/difference) .. (turn/go/went/flip) ..
    (negative/positive/sign) ; (flip/flipped/swapped/switched/traded) .. (places/positions/spots/order/roles) ;
    (pass/passing/hand) .. (baton/torch) ; @ .. give_way_to ; who .. (wear/wore/worn/held/had/holds) ..
    (crown/throne/lead) .. (when/then/before/after) ; 易 (的/了/过/过几次/了几次/过几回/了几回) 主 ; 易主 ; (让/
    让出/交出/丢/丢掉/失去/失/拱手/拱手让出/送出/送掉/让掉) .. <seat> ; (抢/抢走/夺/夺走/夺回/夺下/抢下/抢回/摘/
    摘走/摘下/拿走/拿回/端走) .. <seat> ; <seat> .. (换人/换主/换了人/易主/换手给/让给/交给/被抢/被夺/丢了/归了/
    转手/旁落/换庄/拱手) ; 拱手 .. (让/送) ; (坐不住/坐不稳) .. <seat> ; 被 @ .. (挤/拉/拽/踢/赶/踹/顶/推) ..
    (下/掉/走/出) ; (被/让/给/遭) @ .. (比下去/压下去/比了下去/压了下去/甩/盖过/盖住/超/反超/赶超/干掉/打败/击败/
    打趴/骑/踩/干趴/吊打/碾压/翻盘/逆袭/撵上/赶上/追上/顶替/取代/挤掉/压/压一头/压住/压制) ; (骑/爬/踩/窜/蹿/坐/站)
    (到/在/上) .. @ .. (头上/上面/头顶/之上/脑袋上/肩上/脖子上) ; 把 @ .. (比下去/甩/拉下/挤/踩/压/干掉/拽下/顶下/
    踢下/赶下/反超/掀/撂/盖过/超了/打败/打趴/干趴/比了下去/压了下去/抛) ; (谁/哪家) ..
    (坐/坐上/坐稳/登上/霸占/占着/占据) .. <seat> ; 改朝换代 ; 风水轮流 ; 后来者居上 ; 取而代之 ; 取代 @ ;
    你方唱罢我登场 ; 轮流坐庄 ; 轮流 .. (领先/第一/当老大/坐庄/领跑/在前) ; (走下/跌下/跌落) 神坛 ;
    (屈居/沦为/退居/掉到/落到/退到/滑到/跌到) .. (第二/次席/老二/下风/身后/后面) ; (前后/高低/强弱/主客/大小) ..
    (互换/颠倒/对调/易位) ; (曲线/两条线/两线) .. (相交/交叉/交汇/交了)
OVERTAKE: (go/went/gone/slip/sail/zip/blow/blew) by @ ; (overhaul/overhauled/overhauling/outmuscle/outpace/outdo/
    outdid/outrank/lap/lapped/topple/unseat/displace/supplant/usurp/depose/upstage/best/outclass/outshine/outgun/
    outflank) @ ; <motion> (past/ahead/in_front/clear_of) ; (get/got/gain/gained) .. (the_better_of/upper_hand) ;
    (come/came/go/went/move/moved) .. (out_on_top/out_ahead/from_behind) ; (take/took/hit/seize) .. front ; <take>
    .. (crown/throne/top_spot/mantle/title/top_slot) ; one up ; go one better ; (top/beat/best) ..
    (for_the_first_time/to_top_spot) ; <hours> .. @ .. (反超/超车/登顶/上位/夺魁/称王/夺冠/干掉/打败/击败/力压/碾压/
    赢过/胜过/压过/压倒/盖过) ; 弯道超车 ; (跑/冲/窜/蹿/走/爬/排/超) 到 .. (前面/前头/头里/前边/跟前/最前) ;
    (高/大/多/强/贵/重) 过 @ .. <hours> ; <hours> .. (高/大/多/强/贵/重) 过 @
LOSE_LEAD: (fall/fell/slip/slid/drop/sink/sank/tumble) .. (to_second/into_second/behind/to_number_two/from_first/
    from_top) ; lose .. (crown/throne/top_spot/lead/perch/number_one) ; (stop/cease) .. (being/leading/to_be) ..
    (ahead/first/bigger/largest/number_one/top) ; no longer .. (ahead/first/bigger/larger/in_front/top/number_one) ;
    (stop/stopped) (leading/being_ahead) ; 不再 .. <seat>
EVER: (was/were/been/is/has) .. there .. (day/days/time/times/moment/point/week/month/session/stretch/period/spell/
    instance) ; (at/for/on) (any/some) .. (point/stage/time/day/moment) ; (used_to/once) .. (be/was/were/lead/top)
LEAD: (days/time/weeks/sessions/spell/stint/reign) (at/on) (the_top/top) ; the (king/boss/champ/champion/top_dog/
    daddy/big_dog/market_leader) ; (当/做/是) .. (老大/一哥/王者/霸主) ; <seat> .. (坐/坐到/坐了/霸占/占着) ; (rule/
    wear/wore/worn/hold/held/keep/kept/sit/sat/stay/had/have) .. (the_roost/crown/throne/top_spot/perch/lead/pole/
    upper_hand/number_one/first_place/top_slot/in_front/on_top/out_front) ; king of the (hill/castle) ;
    (坐/霸占/占着/占据/稳坐/把持) .. <seat>
RATIO: (put/stick/take/divide/set) @ .. (over/by/into) @
GAP: how (much/many) .. (more/less/fewer/higher/lower/bigger/smaller) than @ ; (what/what's) .. between @ and @ ;
    (how_many/the_number_of) (days/weeks/months/sessions) (after/before/later/earlier) ; how many (pts/pct/bps/
    bucks/heads/bodies/people/billions/yuan/dollars/percentage_points/basis_points) .. (apart/ahead/behind/more/
    fewer/between/separate/adrift/short/clear) ; how (far/much/wide/big/long) .. (adrift/apart/daylight/clear_of/
    of_a_gap/a_gap/of_a_lead/a_lead/lead_is/separates/shy_of/chasm/gulf/head_start/lead_does/separate/in_it/
    of_a_difference) ; by how (many/much/far) ; (daylight/clear_water/blue_water/air/space) between ; how many ..
    (days/weeks/sessions) .. (pass/passed/between/apart/separate/lie/elapsed/went_by) ; days ..
    (pass/passed/elapsed/lie/lay/went_by) .. (between/before) ; (gap/distance/spread/gulf/chasm) ..
    (between/to/over) ; (what/what's) .. (separates/divides/sits_between/lies_between) ; (now/today/price) less what
    ; how much .. (ground/catching_up) .. (make_up/do/left/needed) ; (how_much/by_what) ..
    (ahead_of/behind/in_front_of) @ ; how much (more/less/bigger/higher/lower/richer/heavier/dearer/cheaper/extra) ;
    (lead/cushion/head_start/deficit/advantage) .. (over/on) @ ; (隔/相隔/差/相差/落后/领先/拉开/甩开/差着/隔着/
    差出/甩/落下/拉下) .. (多远/多大/几条街/一截/多少/多少钱/几个点/几个百分点/多少亿/几天/多少天/几岁/好多/一大截/
    几成/多大距离) ; 比 @ .. (多/少/高/低/大/小/早/晚/贵/便宜/快/慢/重/轻/深/浅) (多少/出多少/了多少/几个点/几天/
    出几/几个百分点/多久/出一截/了几) ; (多/少/高/低/大/小/贵/早/晚/快/慢) (出/了) (多少/几个/几天/一截/几个点/几多)
    ; (之间/中间) .. (隔/差/距/差距) ; (缺口/差额/差距/差值/落差) .. (多大/多少/几/多宽)
WHEN: (last/final/latest/most_recent) (day/time/session/date) @ ; (pinpoint/name/find/mark/date/give) ..
    (session/day/date/moment/month/week) ; the (session/moment/date/month/week) @
HOW_LONG: (number/count/tally) of (days/sessions/weeks) .. (on_top/ahead/in_front/led/leading/first) ;
    (in_front/ahead/on_top/leading/bigger/first) longer ; (longer/most) ..
    (in_front/ahead/on_top/of_the_time/days_ahead) ; (领先/压着/在前/当老大/领跑/第一) ..
    (更久/更长/最久/多数/大半/一半)
ORDER: (line/rank/sort/order/stack/arrange/list) (everyone/everybody/them_all/all/the_lot/names) ;
    (take/win/get/earn/bag/grab) (silver/bronze/gold)
LOWEST: tiddler ; minnow ; runt ; small fry ; wooden spoon ; tail-ender ; back marker ; straggler ; weakest link ;
    baby of the (bunch/lot/group/four/pack) ; 老幺 ; 老末 ; 小不点 ; 包尾 ; 打底 ; (最/倒数) (末尾/靠后)
HIGHEST: the leader (in/on/by/for) ; whale of the ; behemoth ; kingpin ; top banana ; big daddy ; pack leader ;
    front-runner ; top of the (class/tree/bill) ; 巨无霸 ; 一哥 ; 大块头 ; 扛把子 ; 霸主
COMP_HIGH: (谁/哪家/哪个/哪只/哪边) .. (跌/涨/亏/赚/烧/掉/花/长) 得 .. (惨/狠/猛/凶/快/好/厉害/凶狠/多)
""")
