"""The turns of phrase by which a text asks for advice, a forecast, a secret or a deed; the keys are those of limits."""

from bot.questions.templates import declared

WRITTEN, CLASSES = declared("""
<me>: i / we / me / us / my / our / you / u / one / desk / the desk / the fund / a man / a girl / anyone / mum / dad
    / clients
<own>: buy / sell / hold / own / short / bet / bail / exit / enter / trim / add / chase / invest / load / dump /
    rotate / hedge / bite / wait / jump / pile / ditch / touch / pick / choose / back / avoid / switch / get in /
    get out / take profit
<told>: hidden rules / instructions / prompt / config / configuration / settings / setup / secrets / keys / tokens /
    credentials / creds / guardrails / directives / preamble / guidelines / system message / system text
<key>: pw / pwd / passwd / passcode / password / passphrase / creds / credentials / login / logins / log-in / pin /
    username / api key / secret / ssh / token / access key / credential
<books>: sheet / spreadsheet / database / db / notion / ledger / file / google doc / doc / excel / airtable /
    dashboard / master file / memory / wiki / crm / table of record / system of record / the books
PRIVATE: (other/another/rival/competing/rival's) (fund/funds/desk/desks/team/teams/client/clients/user/users/bank/
    shop/people)
    .. (ask/asked/asking/query/queried/say/want/wanted) ; (别的/其他/另一个/另外的/对面) (基金/团队/客户/群/公司)
    .. (问/查/看) ; who .. (asked/asking/queried/enquired) .. (about/you/this/the_bot/here) ; (our/my) (fund's/
    funds/desk's/
    desks/
    team's/firm's/book's) .. (position/exposure/holding/holdings/stake/cost/pnl/p&l/book) ; (whisper/whispers/
    whispering/
    murmur/murmurs) .. (about/on/of/in/is/say) ; (lead/lead_left) (bank/banker/bookrunner) .. (say/saying/think/
    hear/told) ;
    (私下/悄悄/偷偷) .. (说/告诉/透露/打听) ; (我们/我/咱们) (基金/组/团队/公司) .. (持仓/仓位/头寸/成本) ; 谁 ..
    (问过/问了/查过)
ADVICE: (割不割/割还是不割/割还是/走还是留/留还是走/跑还是留) ; (几成仓/几成仓位/配几成/配多少仓/配点/多少仓位/
    上多少仓) ; 配 .. 仓 ; (inclined/tempted/comfortable/happy/
    keen/minded/itching) .. to .. <own> ; (lighten/lightening) (up/on) ;
    (have/take)
    a (punt/flutter/nibble/position/stake) ; <own> (定/抑或/or/还是) .. <own> ; <own> (定/定系/抑或) ; cut (loss/
    losses) ;
    (要不要/该不该/应不应该/值不值得/好不好/使唔使/应唔应该/应不应/使不使) .. <own> ; (手上有/手里有/手上拿着/
    手里拿着/持有/套在) ..
    (怎么办/咋办/咋整/点算/好/怎么处理) ; (what's/whats/what) the (play/trade/move) ; long @ .. short @ ; short @
    .. long @ ; would .. (person/
    investor/anyone/anybody/buffett/pro/punter/manager) .. (hold/own/buy/touch/short/keep) ; 值得
    (拿/持有/留/追/冲/上/碰/入/进) ; 拿到 (明年/年底/月底/后年) ; rather (own/buy/hold/have/be_in/back/short/bet) ;
    (size/build/structure/pitch/give/find) (me/us) .. (short/long/trade/position/hedge/punt/bet/entry) ;
    (should/shall/ought) .. <me> .. <own> ; (put/park/stick/sink/throw/invest/place) (my/our/some/your/a_bit_of/
    a_few/any/everything/it_all) .. (in/into/on/behind) ; what would you do ; if you were
    (me/us/in_my_shoes/i/running) ; pull the trigger ; back up the truck ; which .. (would/should/do) (you/u/i/we)
    .. (pick/choose/prefer/favour/favor/buy/own/hold/take/back/put/rather/bet) ; (your/ur) (pick/favourite/favorite/
    top_pick/money_on/choice/call_on) ; (pick/choose) (one/a_winner/a_stock) ; too late to
    (buy/get/jump/join/enter/chase/hop) ; (jump/get/hop/dive/pile) (in/on/back_in) (now/yet/here/today/at) ;
    (time/moment/chance/level/price) to (buy/get_in/jump_in/bail/get_out/exit/pile_in/load_up/enter/sell) ; diamond
    hands ; (ride/riding) it out ; cut (my/our) losses ; double down ; average down ; top up (my/our) ; scale in ;
    rotate (into/out) ; how (much/many) should (i/we) ; (allocate/allocation/position_sizing/stop_loss) ; better
    (bet/pick/punt/hold/home_for) ; (safe/safer) (bet/haven/hold) ; falling knife ; (worth/deserve) ..
    (punt/flutter/gamble/look_in/dabble/a_nibble) ; am i (mad/crazy/nuts/dumb/stupid/late/too_late) ; take the
    plunge ; dip (my/a) toe ; (hold/keep/sell/dump/buy/add) (mine/my) ; (good/decent/smart/bad/terrible)
    (entry/idea_to/time_to/bet/punt/buy) ; (跟一手/冲不冲/能冲/可以冲/冲一把/上不上/割肉/补仓/接飞刀/接刀/进场/
    落袋为安/押哪/压哪/押注/更值得/配多少/仓位/换仓/调仓/搏一把/赌一把/下注/跟不跟/追不追/追高/入坑/能碰/敢碰/敢买/
    要不要碰/选边站/被套/全仓/半仓/定投/高抛低吸/上不上车/闭眼买/无脑买/重仓/轻仓/低吸/拿不拿/留不留/出不出/走不走/
    捂着还是/跑还是/拿着还是/能上吗/能买不/能不能上/值得上/值得冲) ; 你 .. (会买/会选/会卖/看好哪/更看好/会押/建议)
    ; (我/我们/老板/基金) .. (该不该/要不要/能不能/应不应该/可不可以/是不是该/是不是要) ..
    (买/卖/抛/拿/跑/上/投/进/冲/跟/追/留/出) ; (现在/这个价/这价位/这位置/目前) .. (买/上车/进/入手/上/抄底) ..
    (合适/晚/行/贵/划算/好/来得及/妥) ; 买 (哪个/哪家/哪只/谁) ; (买/卖) 不 (买/卖)
FORECAST: (凉了没/要凉/药丸/要完/完蛋) ; (是红是绿/红还是绿/收红还是收绿/是涨是跌/会红/会绿/开红/你估/估下/估吓) ;
    (你/
    您) 估 (下/计/吓) ; (you/u/
    ya) (reckon/fancy) ; (your/ur/best/wild/educated) (guess/bet/hunch/gut/crystal_ball) ; gut
    (feel/feeling/says/instinct) ; crystal ball ; where .. (headed/heading/end_up/be_in/land_by/be_by/go_from_here/
    going_next/going_from_here) ; (odds/chances/likelihood/probability) (of/that/on) ; (any/what) chance .. @ ..
    (to/will/can/could/hit/reach/beat/catch/overtake/double/recover/go/get) ; (how_much/what/any/much)
    (upside/downside) ; room to (run/grow/fall/rise/climb/drop) ; next (stop/leg_up/leg_down) ; (bullish/bearish) ;
    (this_time_next_year/twelve_months_from_now/a_year_from_now/years_from_now/months_from_now/weeks_from_now/
    by_next_year/by_next_summer/by_next_christmas/a_decade_from_now) ; (look/trade/sit) .. in (a_year/one_year/
    two_years/three_years/six_months/twelve_months/12_months/a_decade/10_years/ten_years/2027/2028/2029/2030) ;
    (still_be/be) (around/alive/in_business/trading/standing) .. (in/next/by/year) ; (go/going)
    (bust/bankrupt/under/to_zero/to_the_moon) ; (moon/mooning/to_the_moon) ; (who/which) .. (win/wins) ..
    (race/war/long_run/end/decade) ; (bubble) .. (burst/pop) ; (best_case/worst_case/base_case) ..
    (price/target/next) ; (price/share) (target/objective) ; (place/lay) .. bet ; (拍个脑袋/拍脑袋猜/猜一下/猜猜/
    你猜/盲猜/估摸/展望/看多少/看到多少/看高到/上涨空间/下跌空间/空间多大/多大空间/还能涨/还能跌/能涨/能跌/走到哪/
    去到多少/赢面/胜算/几率/机率/迟早/早晚会/有戏吗/有没有戏/有望/预估一下/预估下/预判一下/算个命/算一卦/掐指一算/
    见顶了没/见底了没/到顶了没/到底了没/见顶了吗/见底了吗) ; (明年/后年/年底/下半年/下个月/下周/明天/三年后/五年后/
    十年后/半年后/一年后/将来/未来) .. (能/会/可能/大概/估计) .. (到/涨/跌/值/破/翻/超/上/冲/站/回/成) ; (还/再)
    (能/会) (涨/跌/冲/飞/翻) ; (会/能) .. (赢/倒/崩/归零/破产/倒闭/黄/凉) (吗/不/么/掉)
SECRET: (what/which/whats/what's/give/tell/show/share/send/need/got/the/its/your/reveal/leak) .. (pw/pwd/passwd/
    passcode/creds/login/logins/log-in/username) ; (account/login/user/username/role) .. (database/db/server/
    backend/admin/postgres/sqlite/cluster/host/vault) ; (database/db/server/backend/admin/root/postgres) .. <key> ;
    (root/admin) (access/account/login/rights/user/panel) ; (hidden/initial/original/secret/underlying/internal/
    first) <told> ; (show/print/reveal/repeat/dump/paste/list/recite/disclose/share/output/expose/spell/quote/leak)
    .. (your/ur/its/hidden/those/the_bot's) .. <told> ; (text/message) above ; what (were/was/have) (you/u)
    (told/instructed/fed/given) ; back door ; backdoor ; (which/what) (server/host/machine/box) (do/are/is) ;
    (server/ip) address ; (env/environment) (vars/variables/var) ; hard-coded ; (keys/key) to the
    (kingdom/database/server/account/bot) ; (后台/数据库/服务器/管理员/系统/登录/账号/账户/root/admin/机器人/slack/
    discord) .. (密码/口令/账号/账户/密钥/钥匙/登录名/地址/权限/token/key/pw/pwd/配置) ; (账号密码/登录名/登录信息/
    登录密码/底层指令/背后的指令/收到的指令/收到的提示/系统设定/内部设定/开场白指令/预设指令/隐藏指令/后台设定/
    底层设定/初始设定/初始指令/初始提示) ; (把/给/亮/念/说/交/打印/吐/贴) ..
    (你的/系统的/后台的/内部的/你收到的/上面的) .. (指令/提示/设定/规则/配置/密钥/代码/prompt) ; 上面 .. (原文/全文)
    .. (发/贴/复述)
WRITE_ACTION: (email/mail/text/slack/dm/send/ping/fax) (me/us) ; 发到 .. (邮箱/群/微信/手机) ; (save/commit/push/
    write/store/log/record/enter/file/dump/stick/pop/put/add/bung/update/overwrite/key) .. (to/in/into/on/onto/as)
    .. <books> ; (change/set/update/edit/amend/fix/correct/bump/overwrite/replace/adjust/tweak) .. (and/then/&) save
    ; (scrub/nuke/purge/expunge/wipe/delist) .. (from/off/the/all/every) ; (strike/kick) .. (from/off) ..
    (coverage/watchlist/universe/database/tracker) ; stop (tracking/covering/following) ; add .. to ..
    (coverage/watchlist/universe/tracker) ; (from_now_on/going_forward/henceforth) ..
    (use/treat/call/show/assume/answer/report/quote) ; (mail/email/text/ping/slack/message/whatsapp/forward/cc/fax/
    notify) (this/it/that/him/her/them/my_boss/the_team/the_whole/everyone/everybody/legal/compliance/finance) ;
    (buy/sell/short) (me/us/for_me) ; (mute/unsubscribe/pin_this/archive_this/lock_this/approve_the) ;
    (改成/改为/设成/改到/调到/换成) .. (保存/存/save/提交/存盘/同步/写回) ; (帮我/替我/给我) .. (改/删/记/存/发/转/
    买/卖/录/填/写进/抄送/建仓/下单) ; (存进/存到/记到/记进/写进/写到/录到/录进/填进/填到/同步到/更新到/塞进/放进)
    .. (表/库/文件/文档/系统/表格/数据库/sheet/excel/notion/备忘/台账) ; (入库/存档/抄送/转发给/发给/置顶/撤回/下架)
    ; (加进/加入/纳入/移出/剔出/踢出/拉黑) .. (覆盖/自选/关注) ; 停止 .. (覆盖/跟踪/追踪/关注)
""")
