"""The turns of phrase by which locked shares are let out, weigh on a price, and are taken up by those who buy."""

from bot.questions.templates import declared

WRITTEN, CLASSES = declared("""
<stock>: stock / shares / paper / supply / float / chips / scrip / equity / stake / holdings / lot / batch / block /
    chunk / tranche / slug / pile / insiders / holders / founders / backers / investors / employees / staff /
    cornerstones / early money / vcs / management / people / they / it / them / money / wave / share / founder
<wait>: sit tight / wait / hold on / hang on / sit / stay put / be patient / hold off / keep hold / stay locked /
    stay in / be stuck / twiddle their thumbs / cool their heels / hold out / remain locked / stay frozen
<cash>: cash in / cash out / sell / get out / dump / offload / unload / trade / exit / bail / flog / take profits /
    monetise / monetize / walk / leave / take money / take chips / liquidate / part with / realise / realize /
    unwind / sell up
<cuffs>: handcuffs / cuffs / shackles / chains / leash / gates / gate / floodgates / doors / door / cage / seal /
    seals / padlock / padlocks / lid / brakes / bars / fence / dam / freeze / moratorium / restriction /
    restrictions / ban / no-sell / muzzle / embargo / standstill / bolt / holding period / cooling-off / lock /
    locks / lock-in / quarantine / curfew / jail / prison / time lock / vault / lock-step / blackout
<opens>: off / open / opens / opened / lift / lifts / lifted / swing / fall / end / ends / ended / burst / bursts /
    expire / drop / unlock / broken / break / go / run out / lapse / wear off / roll off / over / up / removed /
    gone / come down / out
<eat>: absorb / digest / swallow / stomach / soak up / mop up / gobble / gobble up / eat / eat up / chew / chew
    through / get through / sop up / take up / hoover / hoover up / munch / work off / work through / burn through /
    handle / cope with / take on / take in / gulp / choke down / wolf down / plough through / drink / wash through /
    churn through / bite through
<weigh>: loom / looming / hang / hanging / hung / weigh / weighing / bear down / press / pressing / poised / lurk /
    lurking / waiting / sitting / sit / parked / queued / lined up / due / cast / casting / dangle / dangling /
    stacked / overhanging
<mass>: wall / avalanche / tsunami / deluge / flood / glut / torrent / mountain / boatload / shedload / truckload /
    cloud / tide / pile / landslide / mass / load / heap / storm / bucketload / ton / tons / wodge
<goods>: 货 / 筹码 / 股 / 股份 / 股票 / 盘 / 限售股 / 盘子 / 票 / 存货 / 限售的 / 锁着的 / 那堆 / 那批 / 这批 / 这堆
    / 那些 / 抛盘 / 筹 / 老股 / 解禁的
<howlong>: 多少天 / 几天 / 多久 / 多长时间 / 几个交易日 / 多少个交易日 / 几日 / 多少日 / 几个星期 / 几周 / 几个月 /
    啥时候 / 多少时间 / 几个礼拜
<gulp>: 吃完 / 吃得完 / 吃掉 / 吃得掉 / 吃下 / 吃得下 / 吃光 / 啃 / 啃完 / 啃得动 / 啃掉 / 啃下 / 吞 / 吞下 / 吞得下
    / 吞掉 / 吞完 / 消化 / 接完 / 接得完 / 接住 / 接得住 / 接下 / 接得下 / 承接 / 接盘 / 抛完 / 抛得完 / 卖完 /
    卖得完 / 卖光 / 出完 / 出得完 / 出清 / 出光 / 倒完 / 倒得完 / 清完 / 清掉 / 咽下 / 咽得下 / 扛得住 / 扛住 /
    扛不扛得住 / 受得了 / 受得住 / 顶得住 / 承受 / 兜得住 / 兜住 / 托得住 / 托住 / 吸收 / 砸完 / 砸得完 / 吃不吃得下
    / 吃不吃得消 / 吃得消 / 走完 / 甩完
<bound>: 锁 / 锁着 / 锁定 / 锁住 / 关着 / 捂 / 捂着 / 冻 / 冻着 / 憋 / 憋着 / 绑 / 绑着 / 困 / 困着 / 限售 / 禁售 /
    套着 / 压着 / 捆 / 拴 / 拴着
<who>: 谁 / 哪些人 / 哪几家 / 哪些股东 / 都是谁 / 都有谁 / 什么人 / 哪些机构 / 哪些资方 / 哪路 / 何方 / 哪帮人 /
    哪拨人 / 哪批人 / 哪类 / 哪些投资人 / 有谁 / 哪几位 / 哪些资金 / 谁家
<insider>: 股东 / 创始人 / 高管 / 员工 / 基石 / 老股东 / 内部人 / 机构 / 投资人 / 大股东 / 原始股东 / 管理层 / 老板
    / 早期投资 / 国资 / 风投 / vc / 自己 / 他们 / 持股 / 股份 / 老股 / 筹码 / 股票 / 限售股 / 那批货 / 锁着的
UNLOCK: deep freeze ; (stay/stays/remain/remains) .. (freeze/frozen/locked/restricted) ; captive ; restricted
    (stock/shares/paper/equity/holdings/block) ; (first/second/next/third/last) wave ; (date/day) for ..
    (sellers/holders/insiders/backers) ; <bound> (几年/多长/多长时间/几个月) ; (money/holders/backers/founders/
    insiders/vcs/investors) .. get out ; (can't/cannot/not_allowed_to/can_not) ..
    (touch/move/dispose/unload/part_with) .. <stock> ; float .. (get/gets/grow/grows/swell/balloon/jump/expand) ;
    (six_months/half_a_year/twelve_months/a_year/the_period/their_time) .. (up/over/done/is_up/are_up) ; supply
    (event/events/date/dates) ; (还/还没/没) 放出来 ; (their/get/gain/win/regain) freedom ; (anyone/anybody/
    somebody/someone/insiders/holders/backers/founders/staff/investors) .. (at/in/from/behind) @ ..
    (can/could/may/allowed/free) .. (<cash>/hit) ; (next/first/earliest) .. (anyone/anybody/insiders/holders/
    backers/founders/staff/investors) .. (can/could/may/allowed/free) ; <stock> .. still .. (locked/under_wraps/
    frozen/stuck/tied_up/under_lock/restricted/sealed/unavailable/out_of_reach) ; still ..
    (locked/frozen/restricted/tied_up/sealed) .. (stock/shares/paper) ; <insider> .. (能/可以/才能/准)
    (跑/走/卖/撤/动/出/走人/跑路) ; (penalty/sin) (box/bin) ; (can't/cannot/not_allowed_to/not_able_to/unable_to/
    may_not/not_permitted_to/barred_from/banned_from/forbidden_to) (sell/cash_out/selling/dump/offload/trade/exit/
    cashing) .. (yet/till/until/now/still/before/today) ; (tie/ties/tied/tying) .. hands ; (allowed/let)
    (out/loose/free) ; (set/cut/turned/broke) (loose/free) ; (let/come/comes/came/coming/slip) .. (off_the_leash/
    off_the_hook/out_of_jail/out_of_the_cage/off_lock-up/off_their_leash) ; liberated ; unshackled ; unchained ;
    uncaged ; unbound ; unleashed ; paroled ; unfrozen ; <cuffs> .. (come/comes/came/coming/be/are/is/get/taken/
    swing/fall/go/thrown/burst/lifted/lift/opened/end/ends/expire/expires/off) .. <opens> ; <cuffs> (open/opens/
    lift/lifts/burst/off/expire/expires/lapse/end/ends) ; (golden_handcuffs/handcuffs/shackles) ; <wait> ..
    (before/until/till) .. <cash> ; (how_long/when) .. (holders/founders/backers/investors/insiders/cornerstones/
    staff/employees/management/vcs/shareholders) .. (may/can/allowed/able/free/permitted/get_to) .. <cash> ;
    (still/remain/stay/remains/stays/currently) .. (frozen/stuck/tied_up/trapped/pinned/caged/under_lock/locked_in/
    locked_away/in_the_freezer/immobilised/ringfenced/handcuffed) ; (earliest/first_chance/first_day/first_time/
    first_moment) .. (can/could/may/to/allowed) .. (sell/cash_out/dump/cash_in/get_out/offload) ; (free/allowed/
    able/entitled/permitted/cleared/eligible/at_liberty) to (sell/trade/dump/cash_out/offload/leave/exit/part_with/
    flog/unload/walk) ; next (lot/batch/slug/wave/tranche/chunk/block/release) .. <stock> ;
    (lot/batch/slug/tranche/chunk/block) of .. (stock/shares/paper/supply) .. (out/free/loose/due/released) ; under
    lock and key ; (walk/go/goes) free ; (hits/hit/reach/reaches) .. (tape/float/market) ;
    (paper/shares/stock/supply) .. (tradeable/tradable/saleable/sellable/fungible/free) ; free (float/shares) ..
    (jump/increase/swell/grow) ; <bound> (到/多久/几天/多少天/几个月/到几时/到什么时候/到哪天/到哪年/到几月/
    到啥时候) ; (还/还要/还得/要/得) <bound> .. <howlong> ; <insider> .. (什么时候/几时/啥时候/何时/哪天/几号/多久/
    几月/能/可以/才能) .. (松绑/出笼/套现/变现/减持/放行/解封/自由/卖股/脱身/跑路/抛股/松手/脱手/出货/离场/落袋) ;
    出笼 ; 松绑 ; 刑满 ; 出狱 ; 紧箍咒 ; 枷锁 ; 手铐 ; (禁售/限售/锁定) .. (期满/到期/结束/满) ; 解锁 ; 不
    (许/准/让/能) (卖/抛/减持/动) ; (可以/能/允许/准) (减持/套现/流通) 了 ; (那批/这批/下一批/下批/下拨/下一拨/那堆/
    一批/第二批/首批/头一批) .. (货/筹码/股份/限售股) ; (放/流/跑/倒/涌/冒) 出来 .. (货/筹码/股/股份/限售股) ;
    (货/筹码/限售股/老股/原始股) .. (放/流/跑/倒/涌/冒) 出来 ; 解除 (限制/禁令/封印) ; (放开/打开) (限制/笼子/闸门)
    ; 自由 (流通/买卖/交易/身) ; (锁/限售/禁售) .. (占/有) (多少/几成/百分之几/多大)
PRESSURE: how (much/many) (selling/sellers/sell_orders/dumping/offloading) ; (dwarf/dwarfs/swamps/outsize/overwhelm/
    overwhelms/exceed) .. (turnover/volume/trading/liquidity) ; (多少/多大/有没有/得有) .. 接盘 ; (scary/ugly/
    painful/brutal/nasty/hefty/heavy/serious/dangerous/worrying/severe/big_a_deal/bad/threatening/alarming) ..
    (expiry/unlock/release/lock-up/lockup/supply/tranche) ; (day/days/week/weeks/month/months) of
    (trading/turnover/volume) ; 解禁 .. (吓人/可怕/凶/猛/严重/厉害/要命/大不大/恐怖) ; (吓人/可怕/凶/猛/恐怖) ..
    解禁 ; swamped ; swamp ; (flight/flood) risk ; <mass> of .. (stock/shares/paper/supply/selling/sellers/scrip/
    equity/it) ; (stock/shares/paper/supply/sellers/selling) .. <weigh> .. (over/on/above/upon/down/for) ; <weigh>
    over @ ; hang over ; hanging over ; weigh on ; (bear/bearing) down on ; (sword_of/damocles) ; (supply/selling)
    (shock/wave/glut/wall/storm/cliff/flood/tsunami) ; (can/could/will/would/able/how/long/days/sessions/many/
    market/volume/turnover/liquidity/buyers) .. <eat> .. (stock/shares/paper/supply/lot/block/unlock/tranche/wall/
    pile/flood/slug/release/freed/chunk/overhang) ; (dam/floodgates) .. (break/burst/open) ; swamp ..
    (market/buyers/volume) ; drown .. (in/market) ; (how_much/how_many/how_big) .. (stock/shares/paper/supply) ..
    (dumped/thrown/hit/hitting/flood/flooding/come_at/coming_at/thrown_at/land/landing/unleashed/let_loose/poised) ;
    (stock/shares/paper/supply) .. (hit/hitting/hits/flood/flooding/swamp/land/landing) ..
    (tape/market/screen/street/exchange/bid/book) ; (many/how_many) (days/sessions/weeks) ..
    (normal/usual/average/regular/typical/everyday) (trading/turnover/volume/trade/dealing/activity) ;
    (digest/absorb/swallow/stomach/choke) ; <howlong> .. <gulp> ; <gulp> .. <howlong> ; <goods> .. <gulp> ; <gulp>
    .. (货/筹码/抛盘/老股/限售股/解禁股) ; (抛/卖/砸/解禁/减持) .. (潮/压/洪水/洪峰/浪/压力/冲击) ; (悬/压/吊/挂)
    (在/着) .. (头上/头顶/顶上/上面/上方) ; (头上/头顶/顶上) .. (悬/压/顶/吊) (着/了) ; 堰塞湖 ; 泄洪 ; 达摩克利斯 ;
    悬顶之剑 ; (多少/多大/几多/多少钱) .. (货/筹码/筹/老股) .. (要/会/等/往) .. (砸/出来/放/倒/涌/抛/卖/流) ; 多少
    (货/筹码) ; (砸/抛/倒) (下来/出来/给市场/向市场/到市场/进市场) ; (供应/供给) .. (压力/增加/冲击/放量) ; 货 ..
    (砸/倒/抛) ; (市场/盘面/买盘/散户/成交量) .. <gulp>
HOLDERS: who .. (can't/cannot/not_allowed_to/not_able_to/unable_to/may_not/barred_from/banned_from/forbidden_to) ..
    (sell/cash_out/dump/offload/trade/exit) ; (which/what/who/name/list/whose) .. (backers/investors/holders/
    shareholders/owners/insiders/parties/names/funds/people) .. (let/allowed/free/liberated/released/get/got/can/
    could/may/were/be/are/locked/sell/out) ; (who/who's/who_are) .. (behind_bars/locked/stuck/caged/allowed/let/
    free/liberated/set_free/getting_out/gets_out/sprung/trapped/tied_up/handcuffed/off_the_hook) ; name .. backers ;
    (who/whose) .. (stake/shares/stock/paper) .. (free/loose/out/locked/unlock/unlocks/released) ; (出笼/松绑/解禁/
    放行/解锁/出狱/放出来/出来/锁着/锁/套现/流通/解封/减持) 的 .. (是谁/有谁/是哪些/有哪些/是哪/是什么人) ; <who> ..
    (出笼/松绑/放行/出狱/放出来/锁着/解封/被锁/还锁)
""")
