"""The turns of phrase by which people ask who says so, whether it held, what a word means and how it is worked out."""

from bot.questions.templates import declared

WRITTEN, CLASSES = declared("""
<figure>: number / numbers / figure / figures / data / stat / stats / claim / percentage / valuation / estimate /
    datapoint / data point / quote / print / value / that / this / it / those / these / one / them / market cap /
    price / prices / closes / close / revenue / arr / margin / count / total / cap / run rate / turnover / growth /
    share / ratio / loss / users / headcount / info / information / math / stuff / numba
<get>: get / got / pull / take / took / taken / lift / find / found / source / fetch / scrape / grab / see / saw /
    seen / dig / dug / read / pick / copy / import / draw / collect / gather / snag / dredge / hear / heard / crib /
    retrieve / ingest / download / pinch / obtain
<press>: press / media / newspaper / paper / newspapers / papers / rumour / rumor / gossip / leak / leaks / tabloid
    / blog / tweet / journalist / journalists / reuters / bloomberg / ft / headline / headlines / grapevine /
    hearsay / speculation / guesswork / guess / estimate / whisper / chatter / scuttlebutt / reporter / broker
<filed>: filing / filings / prospectus / audited / official / company / accounts / annual report / exchange /
    auditor / auditors / disclosure / statutory / regulator / press release
<trusting>: trust / rely on / quote / cite / print / publish / use / lean on / bank on / take to the bank / stand
    behind / put in / put into / believe / defend / repeat / depend on / hang our hat on / hang my hat on / vouch
    for / swear by / run with / go with / count on / stake / write
<whosaid>: 谁 / 哪家媒体 / 哪家 / 哪个记者 / 哪个媒体 / 哪位 / 哪路 / 哪方 / 哪个机构 / 何方神圣 / 哪家机构 /
    哪家报纸 / 哪份报纸
<out>: 放的风 / 放风 / 放出来 / 放出 / 传出来 / 传的 / 传出 / 爆的 / 爆出来 / 爆料 / 曝的 / 曝出来 / 曝光 / 捅出来 /
    漏出来 / 透露 / 透的 / 泄露 / 泄的 / 泄 / leak / leaked / 给的 / 报的 / 报出来 / 说出来 / 喊的 / 吹的 / 抖出来 /
    背书 / 盖章 / 签字 / 担保 / 拍板 / 认证 / 证实 / 坐实 / 统计 / 估的 / 算出来 / 写的 / 最先报 / 先报 / 独家 /
    扒的 / 扒出来 / 报道 / 讲出来
<datum>: 数 / 数字 / 数据 / 数据源 / 数值 / 金额 / 比例 / 说法 / 估值 / 价格 / 行情 / 口径 / 市值 / 营收 / 收入 /
    股价 / 毛利 / 毛利率 / 亏损 / 这个 / 那个 / 信息 / 年化 / 消息 / 增速
<fetch>: 抄 / 抄来 / 扒 / 扒来 / 搞 / 搞来 / 弄 / 弄来 / 拿 / 拿来 / 拿到 / 取 / 取来 / 取的 / 接 / 拉 / 拉来 / 抓 /
    抓来 / 搬 / 搬来 / 挖 / 挖来 / 淘 / 翻出来 / 查来 / 看来 / 听来 / 引 / 采 / 采的 / 得来 / 冒出来 / 蹦出来 / 摘
SOURCE: where (exactly/precisely/on_earth/the_hell) (do/did/does/have/had/are/were) .. (you/u/we/they/that/this/it/
    these)
    .. <get> ; (who/who's) behind (the/this/that/those) .. <figure> ; receipts or ; (conflict/conflicts/conflicting/
    disagreement/contradiction) .. (record/records/sources/source/documents/filings/accounts) ; (sources/filings/
    documents)
    .. (agree/disagree/differ/conflict/contradict) ; (rest/rests/resting) on whose ; (有/有没有/有啥) .. (公告/文件/
    财报/
    年报/招股书/依据/凭据/材料) .. (撑着/撑/支撑/佐证/背书/可查/兜底/为证/作证) ; (live/streaming) or (out_of/from) ;
    (base/based/basing/rest/resting/rests/hinge/founded/grounded) .. (it/this/that/figure/number) .. on ;
    (what/what's) .. (based/resting/founded/grounded/built/riding) on ; paper of record ; who (first/originally)
    (put/said/reported/printed/priced/pegged/wrote) ; from (the/its/their/a/an/some) .. (report/filing/prospectus/
    accounts/press/release/announcement/presentation/deck/interview/broker/note/article/statement/disclosure/
    transcript) ; where (can/could/might/would/should) (i/we/one/you/someone) ..
    (check/see/find/verify/read/look/confirm) ; (which/what) .. (publication/magazine/site/website/newsletter/
    journalist/analyst/bank) .. (run/ran/print/say/said/publish/report/gave/wrote/carry/carried) ;
    (凭啥/凭什么/根据啥/依据啥/拿什么) .. (说/讲/认为/断定) ; 哪 (份/个/篇/张/家/本) .. (filing/report/announcement/
    prospectus/deck/文件/年报/公告/招股书/报告/稿子) ; 里 (扒/抄/查/看/翻/找/摘/引/抠) (的/来/到/出) ; where
    (do/did/does/d'you/have/had/are/were) .. (you/u/we/they/twinstar/bot/these/those/this/that/it/your) .. <get> ;
    where .. <get> .. (<figure>/from) ; where (you/u) <get> ; (link/links/url/cite/citation/reference/doc/document/
    pdf) .. (for/to/behind/on) .. <figure> ; (got/any/have/drop/paste/send/share/need/gimme/link) .. (link/receipts/
    citation/cite/url/paper_trail/footnote/hyperlink) ; receipts (for/on/please) ; (back/backs/backed/backing) ..
    <figure> .. up ; (back/backs/prove/substantiate/support/underpin) .. (that/this/it/figure/number/claim) ;
    (who/what/which) .. (stand/stands/sits/lies/is/are/s) behind .. (<figure>) ; on (whose/what)
    (word/authority/say-so/evidence/basis) ; whose (word/number/figure/estimate/maths/math) ; (which/what) (page/
    filing/document/outlet/paper/newspaper/report/table/exhibit/announcement/feed/vendor/provider/api/database/
    terminal/reporter/press) .. (<figure>/from/say/said/carry/give/cover/report/use/printed) ; (which/what) ..
    (feed/vendor/provider/data_source/api) ; (who/what) (feeds/supplies/provides/gave/told/fed) you ; who ..
    (report/break/broke/print/publish/leak/leaked/ran/carry/reported) .. (first/it/that/this/story/scoop/number/
    figure/news) ; (how/where) (do/did/would/can) (you/we/u) know ; (paper/audit) trail ; primary source ; original
    (source/document/filing/text) ; (chapter/verse) and (chapter/verse) ; (comes/come/came/coming)
    (straight_from/via/by_way_of) ; where'd .. <figure> ; where'd you <get> ; trace .. (to/back) ;
    (says/according_to/sez) (who/whom/which) ; pulled .. (out_of/from) .. (hat/air/thin_air/where) ; out of thin air
    ; where (s/'s/is) .. (come_from/from) ; spreadsheet or ; (api/feed) or ; origins of ; <whosaid> .. <out> ;
    <datum> .. (哪里/哪儿/哪/从哪/从哪里/从哪儿/打哪/打哪儿) .. <fetch> ;
    (哪里/哪儿/从哪/从哪里/从哪儿/打哪/打哪儿/哪) <fetch> ; (从/打) (哪里/哪儿/哪) .. <fetch> ;
    (甩/贴/发/给/丢/附/上/有/来/求) .. (链接/出处/原文/来源/文件/依据/凭证/截图/原链接/链) ; (接/用/取) 的 ..
    (哪家/谁家/哪个/什么) .. ; (数据商/数据源/行情源/数据接口/供应商/接口) ; feed .. (接/来/用) ; (第几页/哪一页/
    哪份文件/哪份报告/哪份年报/哪张表/哪个公告/哪篇报道/哪篇稿子/哪份招股书/哪份文档) ;
    (有/有没有/有啥/有什么/拿得出/啥) .. (证据/凭据/凭证/实锤/依据/背书/根据/出处) ; (哪儿/哪里/哪) ..
    (说的/写的/写着/登的/刊的/看见/看到) ; (出自/源自/源于/来自) .. (哪/谁/何/什么) ; (原始/第一手/一手)
    (文件/出处/来源/资料/材料) ; 追溯 ; 溯源 ; 谁 .. (背书/担保/认账/签字) ; (数据/数字/行情) .. (来路/来头) ;
    什么来路 ; 什么来头
RELIABLE: horse 's mouth ; rely on ; (say/said/publish/disclose/report/state/confirm/release/announce) ..
    (itself/themselves/himself/herself) ; (itself/themselves) .. (say/said/publish/disclose/report/state/confirm/
    release/announce) ; (theirs/ours/yours) or ; or (theirs/ours/yours) ; (权威/可信/靠谱/可靠/真实/准) (不/么/否) ;
    (官方/公司/谁) .. (确认/证实/承认/认过) .. (吗/没/过/么) ; (确认过/证实过/官方确认/官方证实) ; (signed_off/
    sign_off/signed/stamped/checked/approved/blessed/audited/verified/vetted/certified/attested/rubber-stamped) ..
    (by_anyone/by_anybody/by_someone/by_somebody/by_an_auditor/by_auditors/by_accountants/off/anyone/anybody/
    auditor/auditors/someone) ; (auditor/auditors/accountant/accountants/kpmg/pwc/deloitte/ey) ; <filed> .. or ..
    <press> ; <press> .. or .. <filed> ; just .. <press> ; (can/could/may/should/safe/ok/okay/dare/happy) ..
    <trusting> .. (<figure>) ; (as/for) (fact/gospel) ; (need/needs/want) .. (reportedly/allegedly/caveat/asterisk/
    hedge/disclaimer/health_warning/footnote) ; (grain/pinch) of salt ; how (solid/firm/sure/certain/reliable/shaky/
    trustworthy/robust/confident/credible/accurate/legit/safe) .. <figure> ; (how_much/any/what)
    (faith/confidence/trust) .. (in/put/on/should) ; (solid/hard/firm/legit/real/soft/flaky/squishy/shaky/dodgy/
    kosher/iffy) or .. ; (made_up/invented/rumour/rumor/hearsay/guesswork/speculation/gossip) ;
    (number/figure/data/stat) .. (legit/kosher/solid/reliable/trustworthy/shaky/dodgy/iffy/flaky/soft/real/sound) ;
    take .. (at_face_value/to_the_bank/as_gospel) ; confidence (level/score/rating/in) ; (first/second/third) hand ;
    (bank/rely/count) on (that/this/it/the) .. ; (official/confirmed/reported) .. or .. (<press>/rumoured/rumored/
    unofficial/estimated/speculative/leaked/modelled/inferred) ; (legit/kosher) ; (会计师/审计师/审计/事务所/会计)
    .. (签/过/审/盖/认/没/吗) ; (签过字/盖过章/签了字/盖了章/审过/审计过) ; (几手/二手/一手/道听途说/拍脑袋/瞎编/
    小道/捕风捉影/空穴来风/传出来/媒体传/坊间) ; (有谱/没谱/有没有谱/靠不靠谱/靠谱) ;
    (能/可以/可不可以/能不能/敢/敢不敢/可) .. (当真/引用/写进/写进去/写到/放进/信/用来/采信/直接引/上报告/见报/对外)
    ; (真的假的/是真是假/真假/作不作数/算数/作数/作准/做准/当得了真/靠得住/信得过/坐实/实锤/掺水/水分/注水) ;
    (官宣/官方/公司自己/自己/公告/财报) .. (还是/或者/或) .. (媒体/传/外界/估/猜/报道/推测/坊间/别人/第三方/机构) ;
    (媒体/传/外界/估/猜/报道/推测/坊间/别人/第三方) .. (还是/或者/或) .. (官宣/官方/公司自己/公告/财报/自己) ;
    (置信度/可信度/可靠性/把握) ; 多大 (把握/可信度)
FIGURE_DATE: (current/fresh/recent/new/up_to_date) or (ancient/old/stale/dated/outdated/prehistoric/last) ;
    (ancient/old/stale/outdated) or ; 更新 .. (啥时候/什么时候/哪天/何时/几号/哪一天) ; 是
    (哪年/哪月/哪一年/哪个季度/哪一季/哪个月/哪年哪月) .. 的 ; (time/date) stamp ; (timestamp/timestamped/datestamp)
    ; how (old/fresh/stale/recent/current/dated/up_to_date/live/delayed) .. <figure> ; (when/what_day/which_day)
    (was/were/is/did) .. <figure> .. (taken/refreshed/updated/recorded/struck/snapped/captured/last_updated/
    last_refreshed/pulled/collected/from) ; (still/is/are) .. (out_of_date/stale/outdated/past_its_sell-by/
    long_in_the_tooth) ; as of (when/what/which) ; (which/what) (vintage/cut-off/cutoff) ; (real_time/delayed/live)
    or ; (是/截至/截止/截至到/截止到) .. (哪天/几号/什么时候/啥时候/哪一天/几月/多久以前/多久前/何时/哪会儿) 的 ..
    (数/数据/数字/价/行情) ; (多久/几天/多少天) (前/以前/之前) 的 ; (新不新鲜/新鲜吗/过时/过期/老黄历/陈年) ;
    (延迟/滞后/delay) .. (多久/多少/几分钟/几天/多长) ; (刷新/更新) .. (多久/几次/频率/一次)
STATEMENT: (piece/article/column/essay/story/write-up/text) .. (reckon/say/said/warn/claim/argue/predict/think/
    thought/wrote/put/expect/insist/maintain/assert/suggest/had_it) ; (the/that/his/her/this/our)
    (author/columnist/writer/essayist/scribe/pundit) ; author's ; (mark/grade/score/check) .. homework ;
    (author/writer/columnist/piece/article) .. (scorecard/hit_rate/batting_average/record/report_card) ; (文中/文里/
    文章里/文章中/那篇文章/那文章/那篇东西/稿子/作者/笔者/那文) .. (讲/提/写/说/称/认为/断言/判断/预言/预计/吹/喊/
    号称/提到/主张)
BORNE_OUT: (borne/bear/born) out ; (pan/panned) out ; (came/come) (true/to_pass) ; vindicated ;
    (proved/proven/turned_out) (right/wrong/correct/true/false) ; (right/wrong/vindicated/correct)
    (in_the_end/after_all/so_far) ; (aged/age) (well/badly/poorly/like) ; (hold/held) (water/up) ; stood the test of
    time ; (应验/兑现/成真/打脸/灵验/食言/落空/说中/言中/猜中/料中)
VERIFY: (how/how's) .. (aged/fared/panned_out/held_up/turned_out/worked_out) ; (mark/grade) .. homework ; (aged/
    age) .. (well/badly/poorly/like_milk/like_wine/terribly) ; (on_the_money/
    bang_on/spot_on/wide_of_the_mark/off_the_mark/on_the_mark/off_base/on_the_nose) ;
    (how_many/how_much/which/how_often) .. (right/wrong/came_true/come_true/correct/panned_out/missed/hits) ;
    (eat/ate/eaten) .. words ; (call/calls/prediction/claim/boast/promise/bet/forecast/thesis/prophecy/statement/
    line/theory) .. (hold/held/work/worked/stand/stood/survive/survived/pan/panned/age/aged/fare/fared/turn/turned/
    do/did/come/came/land/landed/look/looks/bear/borne) .. (up/out/well/true/today/now/badly/so_far/since/water) ;
    does .. (that/it/this/claim) .. hold ; (still/does_it/did_it/do_they/has_it) (hold/stand/stack_up/hold_up/
    hold_water/stand_up/add_up/ring_true/check_out) ; (nail/nailed/bungle/botch/blow/blew) .. (it/call) ;
    (was/were/is/did/has/prove/proved/proven) .. (right/wrong/vindicated/correct/mistaken/justified/off) .. (about/
    on/when/to/that/so_far/in_the_end/after_all) ; hit rate ; batting average ; scorecard ; report card ; how right
    ; how wrong ; (reality/fact) check ; whatever (happened/became) .. (prediction/claim/call/promise/boast/pledge)
    ; (true/false) or (false/true) ; (keep/kept/break/broke/make_good) .. (promise/word/pledge) ;
    (stack/stacked/measure) up against ; (事后看/回头看/后来看/现在看/如今看/今天看/到头来) ..
    (准/对/错/中/灵/成/应/靠/真/站) ; (命中率/胜率/正确率/打几分/打分/批作业/批改/几分/对账) ;
    (说/猜/算/预/料/蒙/押/讲) (中/对/准) 了 .. (几/多少/没/吗/么) ; (应验/兑现/灵验/成真/实现/落空/打脸/食言/翻车/
    中了/露馅/落地/算话/作数) .. (没/吗/了/几/么/多少) ; (站/立) (得/不/不得) (住/住脚) ;
    (吹的牛/吹牛/画的饼/画饼/海口/flag/豪言/大话/牛皮) ; (成立/属实/靠谱/准确/准/对/灵) (吗/不/么/没) ;
    (几条/几个/多少条) .. (对/错/中/准/应验/兑现)
PREDICTED: (own/stated/official/self-set/publicly_stated) (target/targets/goal/goals/guidance) ; (hit/met/meet/miss/
    missed/reach/
    reached/make/made) .. (target/targets/goal/goals/guidance) ; (target/goal/guidance) .. (hit/met/missed/reached/
    on_track/come_off) ;
    (目标/指引/kpi) .. (达成/完成/兑现/达到/做到/实现/落空) ; (called/calling) (it/for/time/top/bottom) ; (bold/
    big) call ; (boast/boasted/bragged/brag/pledge/pledged/
    vow/vowed/promise/promised/prophesied/prophesy/bet_that/swore) ; crystal ball ; (夸下/夸过/夸了) 海口 ; (放/撂)
    (过/下/了) .. (话/狠话/豪言) ; (扬言/放话/豪言/断定/立的flag/立flag/立过flag/画的饼/画饼/打包票/打过包票/拍胸脯/
    喊过/喊出/吹过)
SAID: quote (me/us) ; (come/came/goes/went) on (record/the_record) ; on record .. (say/saying/about/as) ; (words/
    line/quip/remark/
    soundbite/sound_bite/comment/comments/verdict) .. (about/on/of/from) ; what .. (take/verdict/view/line)
    (on/was/about) ; (call/called/calls/calling/dub/dubbed/describe/described/label/labelled) .. (as/a/the/it) ;
    (放话/撂话/发话/喊话/口出/讲过/提过/提到/聊过/谈到/谈过/评价/点评/评论/吐槽/形容/原话/原句) ; 怎么
    (看/评/讲/评价/形容/说/谈)
MIRROR: @ .. (pocket-sized/pint-sized/pocket/mini/baby/budget/discount/cut-price/cut-rate/homegrown/local/scaled-down/
    watered-down/downsized) @ ; @ 's .. (evil_twin/mini-me/soulmate/kid_brother/understudy) ; (缩小/缩水/迷你/低配/
    简配/乞丐/青春/本土/港) 版 .. @ ;
    who .. (match/matches/mirrors/echoes/pairs_with/goes_with) .. (whom/who) ; @ (is/equals) @ .. (survive/
    scrutiny/true/fair/hold/stand/holds/stands) ; @ : @ .. @ : ; @ : @ ; in common with ; (pair/match/team/partner)
    .. up .. (chinese/us/american/western/mainland) ; (pair/match) up .. with ;
    (lump/liken/compare/equate/bracket/twin) .. @ .. (with/to/and) @ .. (fair/why/sense/apt/silly/stretch/really) ;
    (why/how_come) .. (lump/liken/compare/equate/bracket/twin/call/pair/match/label/dub/bill) ; (学/抄/像/仿/跟) 的
    是 .. 还是 ; across .. pairs ; (east/west) .. (west/east) .. (pair/pairing/twins/match/mirror/split/parallel) ;
    pairing ; (each/both/two) side .. (pacific/mirror/divide/glass) ; (our/the/its) (opposite_number/other_half) ;
    (why/how_come/who_says) .. (is/are/was/were) @ .. (the/a/an/some_sort_of/kind_of) .. @ (one/of) ; @ with @ and @
    with @ ; @ to @ and @ to @ ; rhyme with ; (rhymes/rhyming) ; (looking glass/looking-glass/looking_glass) ; third
    (star/twin) ; (twin/twins/mirror/star/pair/pairing/parallel/mapping/metaphor/analogy) .. (idea/thesis/theory/
    story/comparison/thing/picture/framing/conceit/metaphor/logic/narrative) ; (poke/pick) .. holes ; with
    (chinese/american/western/eastern) characteristics ; (mapping/metaphor/simile/likeness/kindred/soulmate/
    soul_mate/alter_ego/spitting_image/dead_ringer/lookalike/kinship/other_half) ; cut from the same cloth ; same
    (mould/mold/cloth/playbook/dna/breed) ; (take/took/steal/borrow/copy/copying/follow/following/run/use) ..
    (leaf/page/playbook) .. @ ; (which/who/what) .. (american/us/chinese/western/sv/silicon_valley/hk/hong_kong/
    mainland/valley/bay_area) .. @ .. (like/resemble/remind/match/copy/emulate/ape/echo/paired/pair/imitate/pattern)
    ; @ of (china/the_east/asia/hong_kong/america/the_west/the_states) ;
    (china/hong_kong/america/asia/beijing/shanghai) 's .. @ ; @ is to @ ; what .. @ is to @ ; @ .. (moment) of @ ;
    (remind/reminds) (you/us/me/one) of ; (tick/ticks) the same ; same .. side .. as .. side ;
    (side/shore/coast/pond) .. same .. (as/on) .. (side/shore/coast/pond) ; (比成/比作/当成/看作/看成/说成/称为/
    称作/类比成/类比为/等同于/对应到/映射到/映射成) @ ; (把/拿/将) @ .. (比/类比/比作/对标/对应/和/跟/与) .. @ ..
    (合适/恰当/牵强/凭什么/成立/靠谱/道理/依据/像/类比/相提并论/对得上) ; (凭什么/凭啥/为什么/为啥/为何/怎么/哪里)
    .. (比成/比作/对标/类比/像/对应) ; mapping ; (走/的) 路子 ; (跟/和/与/同) .. (谁/哪家/哪个) .. (像/配对/对应/
    对得上/一路/类似/同款/呼应/配/般配/神似/相仿/凑一对/一对) ; (像/学/抄/仿/模仿/复刻/对着/照着) .. (谁/哪家/哪个)
    ; (复刻/翻版/同款/神似/影子/镜像/镜子/对位/对号入座/对照组/替身/化身/双胞胎/孪生/同胞) ; (谁/哪家) .. 是 ..
    (中国/国产/东方/美国/硅谷) .. @ ; (比方/比喻/类比/双子/双星) .. (成立/站/破/牵强/漏洞/毛病/问题/崩/失灵/说得通/
    讲得通/恰当/对吗/靠谱)
BREAKS: (poke/pick) .. holes ; (hole/holes/flaw/flaws/crack/cracks/limit/limits/weakness/weaknesses/problem)
    (in/of/with) ; (fall/falls/come/comes/break/breaks) (down/apart/short/unstuck) ; (where/when) .. (stop/stops/
    fail/fails/break/breaks/snap/crack/cracks/limp/limps/creak) ; (漏洞/毛病/短板/不搭/硬凑/生搬硬套/拉郎配/露馅/
    失灵/说不过去)
EXPLAIN: what (do/does) .. do ; how .. (i/we/one) (read/interpret/understand/take/parse) ; (good/bad) or (bad/good)
    ; (higher/lower/high/low) .. (mean/good_or_bad/better_or_worse) ; 越 (高/低/大/小) ..
    (说明/越好/代表/意味/好还是/是好) ; 说明 (啥/什么/了什么) ; what (counts/qualifies/passes) as ; (什么/啥) ..
    (才算/算是/算作) ; (what's/what_is) .. (point/purpose/use) of ; (what/whats/what's) .. good for ; why ..
    (care/bother/matter/matters) .. (about/with) ; (是/用来/来) .. (干嘛的/干什么的/干啥的/做什么的/干嘛用/做啥的/
    干什么用/干啥用) ; (有/有啥/有什么) (用处/什么用/啥用/什么意义) ; what even (is/are) ;
    (gloss/glossary/primer/refresher/crib/cheat_sheet) (for/on/of) ; (break/breaks/take/walk/talk/run/unpack/decode/
    decipher/demystify/spell) .. (down/apart/out) .. (for_me/term_by_term/line_by_line/piece_by_piece/part_by_part/
    bit_by_bit/letter_by_letter/symbol_by_symbol/formula/equation) ; (term/piece/letter/symbol/line/factor/part) by
    (term/piece/letter/symbol/line/factor/part) ; (formula/equation) .. (mean/means/made_of/consist/parts/terms/
    variables/letters/work/works/say/says/unpack/decode/composed/stand) ; what .. (each/every)
    (term/letter/symbol/factor/variable/piece/part) ; (in/using) (human/plain_words/simple_words/baby_steps/
    lay_terms/layman's_terms/one_line/two_lines/a_sentence/one_sentence/a_nutshell) ;
    (unpack/decode/decipher/demystify/spell_out) ; (jargon/lingo) ; what (the_hell/the_heck/on_earth/exactly/
    precisely/actually) (is/are/does/do) ; what (is/are/'s/does) .. (exactly/actually/even/anyway/supposed_to_mean/
    mean/again) ; (for_dummies/101/for_beginners/for_a_five_year_old/for_a_beginner/for_a_newbie) ; what ..
    (do_you/d'you/people/folks/they/we/analysts) .. mean by ; (means/meaning) what ;
    (idea/concept/notion/term/word/phrase/expression) .. (mean/means/about/behind/refer) ;
    (每一项/每项/各项/每个字母/每个因子/各个/每一个) .. (代表/指/是/什么意思/含义/意思) ; 各 (代表/指/是) ..
    (什么/啥) ; 代表 (什么/啥) ; (什么鬼/几个意思/啥玩意/啥玩意儿/什么玩意/是个啥/是嘛/啥来的/什么来的/咋回事儿/
    什么梗/啥梗) ; (小白/新手/外行/菜鸟/萌新) .. (问/请教/求/不懂/解释/科普) ;
    (拆开/拆解/掰开/展开/逐项/一项一项/掰碎) .. (讲/说/解释/聊/看) ; (翻译成/说成/用) .. (人话/白话/大白话) ;
    (一句话/三句话/两句话) .. (讲/说/解释/概括) ; 怎么理解 ; (不懂/没懂/没看懂/看不懂/听不懂)
COMPUTE: (get/gets/got) counted (as/in) ; (which/what) (day/days/dates) .. (do/does/would) (you/u/bot/twinstar) ..
    (show/print/display/list/use/take/count) ; (count/counts/counted) as .. (the/a) ; (computed/calculated/
    annualised/annualized/measured/defined/derived) how ; (你/你们/你这) 算 ; 起算 ;
    (从/以) .. (起算/算起) ; (by/in/on) what (measure/basis/terms/definition) ; how
    (is/'s/are/was/were/does/gets/get) .. (figured/derived/worked/computed/put_together/arrived/built/calculated/
    constructed/determined/reckoned/worked_out/compiled/tallied/arrived_at/cooked_up/stitched/calc'd/done) ; what
    goes into ; what .. (multiply/divide/plug/add_up) ; how (do/does/did/would/d'you) ..
    (you/u/we/one/they/bot/twinstar) .. (get/go/come/arrive/work/reckon/count/figure/tot/convert/translate/turn/
    treat/derive) .. (to/at/from/out/up/into) ; get from .. to ; (why/how_come) (does/do/is/are/did)
    (your/the_bot's/twinstar's/ur) .. (differ/different/higher/lower/off/not/disagree/diverge/mismatch/match) ;
    which (shares/share_count/price/close/rate/exchange_rate/fx_rate/figure/revenue/date/number) .. (do/does) ..
    (you/u/bot/twinstar) .. (use/count/take/apply/plug/multiply/pick) ; (do/does) (you/u/bot/twinstar) .. (count/
    include/exclude/multiply/adjust/strip/lump/net/weight/annualise/annualize/round/convert/treat) ;
    (multiply/multiplied/divide/times) .. (by_what/by_the/by_which/h_shares/total_shares/all_shares) ; (what/which)
    .. (numerator/denominator) ; (maths/math/arithmetic/logic/recipe/sausage/workings/mechanics/algorithm/calc/
    calculation) .. (behind/of/for/on/made) ; how .. sausage .. made ; (rule/rules) .. (you/use/apply) ; (乘的是/
    乘以/除的是/除以什么/乘什么/用的是/取的是/算的是/按的是/拿什么乘/拿什么除) .. (还是/什么/哪个/哪种/啥) ;
    (含不含/包不包含/算不算/计不计/剔不剔) ; (怎么个算法/啥算法/怎么推/怎么倒推/怎么折/如何折/怎么凑出来/怎么加出来/
    怎么得的/怎么估的) ; 你 .. (算/统计/折算/换算/取) .. (时候/时) .. (用/乘/除/含/还是/取)
TREND: how (rough/bad/good/tough/strong/wild/bumpy/ugly/kind/choppy/bloody) (was/has/were/is) ... (for/to) @ ; how
    (did/has) .. treat .. @ ; (rounds/raises/round/raise) .. (in_order/in_sequence/chronologically/one_by_one) ;
    (day/week/month/quarter/year) treat ; (over/across/through/by/after) .. rounds ; (at/in) each (round/raise) ;
    (wk/week/month/mth/day/quarter/qtr/year/round/step/session/hour) (by/on/after/over) (wk/week/month/mth/day/
    quarter/qtr/year/round/step/session) ; one .. (round/raise/funding/quarter/month/week) .. after ..
    (other/next/another) ; (each/every/successive/all/past/previous/various) (round/raise/funding_round/quarter) ;
    (funding/valuation/price/share/fundraising) (history/story/ladder/timeline) ; (walk/take/talk/run/guide) ..
    through .. (past/last/valuations/rounds/months/weeks/prices/numbers/since/history) ; (how/what) ..
    (journey/ride/trip/road/arc) ; (blow by blow/play by play/rollercoaster) ; (历轮/每轮/每一轮/各轮/历次/历年/
    逐年/逐季/逐轮/一轮一轮/一轮轮/轮次/历届) ; (由旧到新/从旧到新/从早到晚/从头到尾/按时间/按轮次/时间线/来龙去脉/
    一路走来/一步步/一步一步) ; (从/自) .. (到现在/至今/以来/到今天/到如今/一路) ; (怎么/如何/咋) .. (一路/一步步) ;
    (近/过去/最近) (半年/三个月/一年/两个月/几个月/一个月/几周/几个星期/12个月/十二个月)
PER: (一块钱/一元/1块/一美元/一块/1元/100块/一百块) .. (收入/营收/进账/销售/生意) .. (亏/赔/烧/花/投/贴) ; for
    (each/every) .. (dollar/buck/yuan/dollars/$/quid/pound) ; 每 .. (进账/收入/赚/挣/卖/营收/创收/入账) ; 每 ..
    (一块钱/块钱/一元/一块/1块/一美元/一分钱/100块/一百块) ; (per/a) (dollar/buck/yuan) .. (of/in)
IF: (降/升/涨/跌/回/压/拉/提/修复) 到 @ .. (水平/水位/程度/那么高/一样) ; (fall/falls/drop/drops/rise/rises/
    compress/compresses/
    expand/expands/converge/converges) to @ .. (level/levels) ; should @ (fall/drop/slide/lose/
    rise/gain/double/halve/slip/tank) ; @ (at/on/with/using) the (multiple/rating/p/s/p/arr/price_to_sales/
    sales_multiple/
    arr_multiple) (of/as) @ ; (re-rate/rerate/re-rated/rerated/re-rating) .. (to/at/到/至) ; (stick/slap/put/apply/
    use/pop/lend/give/plug/run/take/pin/hang/borrow) @ ..
    (multiple/multiples/p/arr/ratio/rating) ... (on/onto/to/for/into) @ ; @ (at/on/with/using) @ 's ..
    (multiple/multiples/p/valuation/rating) ; (拿/用/按/照/把) @ ... (套/硬套/套给/套在/套到/代入/安到/安在/估给) ..
    @ ; (都/各/同时/一起) (跌/涨/掉/升) ... (变/剩/还有/会) ; (跌/涨/掉/升) ... (还剩/变成/变多少/剩多少/还值/会是)
NEED: (what/which) (slide/drop/fall/slump/crash/rise/rally/gain/jump/move/haircut) .. (makes/make/takes/take/puts/
    put/gets/get/
    brings/bring/would/leaves/lands/sends) ; how (big/large/deep/steep/sharp) (a/an) (slide/drop/fall/slump/crash/
    rise/rally/
    gain/jump/move/haircut) .. (makes/make/takes/take/puts/put/gets/get/brings/bring/would/leaves/lands/sends) ; 才
    .. (追/赶/超/比得上/够得上/平/等于/抵得上)
MATCH: (追得平/追得上/赶得上/拉平/扯平) ; no (larger/bigger/smaller/higher) than
MEANING: (whats/wats/wots/wat_is/wot_is/what_r) (a/an/the)
WHY: what (sent/pushed/dragged/knocked/lifted/took/made/spooked/boosted/sank/hit/hammered/rattled/propped/fuelled) @
    ; (啥/什么) .. (拖累/推高/打压/带动/引爆/刺激) .. @
MOVE: (sent/pushed/dragged/knocked/lifted/took/sank/hammered/rattled/propped/fuelled) @
""")
