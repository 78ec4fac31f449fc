"""Turns of phrase for a share and its holders: what one costs, what it returned, when it was listed, how it trades."""

from __future__ import annotations

from bot.questions.templates import declared

WRITTEN, CLASSES = declared("""
<holder>: holder / holders / shareholder / shareholders / investor / investors / buyer / buyers / owner / owners /
    punter / punters / backers
<paper>: shares / share / stock / stocks / paper / name / equity / scrip
<board>: exchange / board / bourse / hkex / market / big board / stock market / stock exchange / main board / screen /
    public markets / public market / hong kong exchange / sehk
SHARE_PRICE: (shares/stock) .. (fetching/fetch/going_for/selling_for/selling_at/fetches) ; going price .. (share/
    shares/stock) ; where (does/do/is/are) .. (stock/shares) (stand/standing/sit/sitting/trade/trading/now/at) ;
    (price/cost) (of/for) (a/one/each) .. (share/stock) ; (one/a/single) @ (share/stock) ; (one/a/single) (share/
    stock) (of/in) @ ; @ (quote/quotes/spot/px) ; last (done/dealt) ; spot (level/price/quote) ; ticker check ; (what/
    how_much) .. @ share (cost/run/fetch/set) ; price (check/action) ; all time (high/low) (and/on/which/when) ;
    (high/low) tick
PRICE_RETURN: in (profit/the_money/the_green/the_black) .. <holder> ; (done/did/do) (for/to) .. <holder> ; (rich/
    richer/poor/poorer) .. <holder> ; (percent/percentage/%/pct) (change/gain/loss/rise/fall) ; (stock/share/shares)
    (returns/return/gains/gain) ; how (has/have/did) .. (done/performed/held) since ; how .. (done) since ..
    (came_out/listing/ipo/float/debut/listed/floated) ; (biggest/top/worst/best/big/largest) (loser/losers/gainer/
    gainers/winner/winners/mover/movers/faller/fallers/riser/risers/climber/climbers) ; <holder> .. (made/make/earned/
    pocketed/gained/making/reaped/netted/pocket) ; <holder> (up/down/sitting_on/done/ahead/behind) ; (treated/served/
    rewarded/punished/burned/burnt/hurt/enriched) .. <holder> ; <paper> .. (performed/appreciated/appreciate/
    depreciated/returned/rewarded/outdone/outpaced/held_up) ; (better/worse/stronger/weaker) (run/ride) (since/this/
    from/over/so_far) ; (mtd/qtd/wtd) ; (move/change/swing) .. in (percent/pct/%/per_cent) ; (percent/percentage/%/
    pct) (move/swing) ; <paper> (made/lost/make) (or/and) .. money ; <paper> .. (made/lost) money ; (gain/loss/return/
    profit/appreciation) .. (since/if/had/having) .. (bought/purchased) ; (bought/buying/purchased) .. (at/in) ..
    (offer/ipo/float/issue/offering) ; (if/had) (i/you/we/someone) .. (bought/put/invested) ; (return/returns/reward/
    payback) .. <holder> ; (stronger/better/weaker/worse/bigger/hotter) (debut/first_day/opening_day/day_one) ; pop ..
    (debut/first_day/day_one/opening_day) ; (first-day/debut/day-one/first_day) (pop/jump/gain/move/performance/
    return) ; <paper> (beat/beaten/outperform/outpace/outrun)
DRAWDOWN: (below/under/off/from/beneath/down_from) (its/the/their) (january/february/march/april/may/june/july/august/
    september/october/november/december/summer/spring/autumn) (peak/high/top/record/best) ; how_much of .. (peak/
    record/high/top) .. (lost/lose/shed/given/gone/wiped/evaporated/vanished) ; (near/close_to/nearing/back_to/
    back_at/anywhere_near) (its/the/their/that/his) (high/highs/peak/top/record/best) ; (recover/recovered/regain/
    regained/reclaim/reclaimed/retaken/retake) .. (peak/high/top/record/losses) ; (lower/down/below/cheaper) .. than
    .. (at_its_best/best/peak/top/high/summit/height/highest) ; (slide/slid/slipped/fall/fell/fallen/drop/dropped/
    come_down/plunge/plunged/tumble/tumbled/sink/sunk) .. from .. (summit/peak/top/high/heights/record/best/zenith) ;
    (percent/%/pct) (off/below/under/from) .. (peak/top/high/record/best) ; (peak-to-low/top-to-low) ; (worst/biggest/
    deepest) (peak/top) ; (below/under) .. (heyday/glory) ; how_much of .. (run/gain/gains/rally/rise/advance/climb)
    ... (given/gave/give/handed/surrendered/coughed) .. back ; (furthest/farthest/further/deepest/most) (below/under/
    off/from) .. (peak/high/highs/top/record) ; how_much of .. (run/gain/gains/rally/rise/advance/climb) .. (given/
    gave/give/handed/surrendered/lost/coughed) .. back ; (distance/gap/difference) .. (peak/high/top/record/best)
    (and/to/from/versus/vs) .. (now/current_price/current_level/price/close/today/last/here) ; (peak/top/best) to
    (bottom/trough/valley) ; (shed/shedding/retreat/retreated/slipped/slip/tumble/tumbled/sunk/slid/come_down/crashed/
    plunged/dropped) .. (record/peak/top/best/high/highs/summit) ; (shed/surrendered/forfeited) since .. (record/peak/
    top/best/high) ; (below/beneath/under/short_of/shy_of) .. (best/peak/highest/record) (close/level/price/print) ;
    how far below that
LISTING_DATE: (when/what/which) .. first day (on/at) .. <board> ; first trading day ; debut (day/date) ; (flotation/
    float/ipo/debut) (date/day) ; (begin/began/start/started/commence/commenced) (trading/trade/dealing) ; (shares/
    stock) (begin/began/start/started/commence/commenced) .. (trading/trade/dealing) ; (date/day/month/year) of ..
    (flotation/ipo/debut/float/listing) ; (become/became) a (public/listed) (company/firm) ; (hit/join/joined/reach/
    reached/land/landed/arrive/arrived/go_live/went_live/live/enter/entered/came_to/make_it_to/tap/tapped) (on/at) ..
    <board> ; (hit/join/joined/reach/reached/enter/entered/arrive/arrived) <board> ; (hit/join/joined/reach/reached/
    enter/entered) the <board> ; (start/started/starts/began/begin) (life/dealing/dealings/trading/its_life) .. (on/
    in) .. <board> ; since when .. (listed/quoted/public/traded/trading) ; how long .. (public_company/listed/quoted/
    public/traded/on_the_exchange/on_the_board) ; (ring/rang/rung/bang/banged/strike/struck/sound/sounded/hit) ..
    (gong/bell) ; (begin/began/start/started/commence/commenced) (dealing/dealings) ; (what/which/when) .. first
    trading day ; (become/became/becoming/turn/turned) (public/publicly_traded/listed) ; (day/date) .. (shares/stock)
    .. (start/started/began/first) .. (trade/trading/deal) ; birthday as .. (listed/public) ; (first/initial)
    appearance on ; (between/apart) .. (hong_kong/hk) (listings/debuts/floats/ipos)
OFFER_PRICE: shares .. (sold/offered/going/marketed) (for/at) .. (ipo/float/offering/flotation/listing) ; (price/
    level/figure) (were/was/are) .. shares .. (offered/sold/issued/placed/floated) ; (priced/pricing) .. (higher/
    lower/dearer/cheaper/richer) .. (ipo/float/listing/offering) ; (priced/pricing) (at/in) .. (ipo/flotation/
    offering) ; (book/deal/ipo/float/issue) (price/priced) ; (launch/entry/debut/placing/placement/subscription/
    flotation/floatation) price ; (pay/paid) .. (share/shares/stock) .. (ipo/float/listing/offering) ; where .. (book/
    deal/ipo/offering) price ; public .. (pay/paid) .. (stock/shares/share) ; (issued/sold/offered/floated) shares at
    .. price ; (issued/sold/offered/floated) .. (higher/lower/dearer/cheaper) price ; (ipo/float/deal/offering/
    flotation/debut) .. (done/priced/struck/pitched/sold/fixed/set) (at/where) ; what (level/price) .. (ipo/float/
    offering/flotation) (done/priced/struck/pitched/sold/fixed/set) ; (ipo/float/offering/flotation) .. priced where ;
    (pay/paid/cost/hand_over/handed_over/shell_out/fork_out) .. (share/shares) .. (offering/ipo/float/secondary/
    placing/flotation) ; (pay/paid/hand_over/handed_over) .. (in/at/for) .. (ipo/float/offering/flotation/secondary/
    placing) ; (initial/original/introductory) (price/pricing/share_price/sale_price) ; (initial/original) (price/
    pricing) of .. (share/shares/stock) ; (sold/offered/floated/placed/marketed) .. to .. public (at/for) ; (offered/
    sold) to .. (public/retail) ; final (pricing/price) ; (subscribers/applicants/retail) .. (pay/paid/hand_over/
    handed_over/charged) .. (share/shares) ; (subscribers/applicants/retail) .. (pay/paid/hand_over/handed_over/
    charged) ; pricing (for/of) .. (deal/ipo/float/offering/flotation) ; price .. (share/shares) .. (first_sold/
    originally_sold/initially_sold) ; (went/go/came) public (at/for) ; entry price .. (ipo/float/offering/subscribers/
    retail)
SHARES_IN_ISSUE: how_many shares .. (exist/outstanding/issued/in_issue/out_there) ; how_many (million/billion/m/bn)
    shares (has/have/does/do/are) ; shares .. in (existence/issue/circulation/total) ; (number/count/total) of shares
    (outstanding/issued/in_issue) ; (sh/shs) (out/outstanding/os) ; how_many .. shares (exist/outstanding/
    in_existence/in_total/are_there/altogether) ; outstanding (stock/shares/share_count/equity) ; into .. how_many
    shares ; how_many shares .. (divided/split/carved/cut) ; (full/whole/entire/total/complete) (share/stock) (count/
    tally/number/base) ; how_many shares (make_up/comprise/constitute) ; (shares/stock) (issued/outstanding) ; share
    (tally/total)
VOLUME: trading (in/of) .. (heavy/light/brisk/thin/busy/active/quiet) ; shares .. (traded/trading/changed_hands) (on/
    yesterday/today/friday/monday/tuesday/wednesday/thursday/in/last) ; (busy/quiet/active/slow/hectic) (day/session)
    (for/in) ; how (illiquid/thinly_traded/actively_traded/heavily_traded) ; (illiquid/liquidity) .. (stock/shares/
    name) ; (trade/trades/traded/trading) (more/most/less/least/fewer/fewest) (each/every/per/a/shares/stock/day/
    heavily/actively) ; (trade/trades/traded/trading) (the_most/the_least/the_fewest/most/more) shares ; (more/most/
    less/least) (liquid/actively_traded/heavily_traded) ; how (heavy/busy/brisk/thin/quiet) .. trading in ; how
    (active/actively/busy/heavy/heavily/brisk/briskly/thin/thinly/quiet/lively) .. (trade/trades/trading/traded/
    session/stock/shares/tape) ; how (busy/active/quiet/lively) (is/was/were/has) @ ; how liquid ; (shares/stock/
    paper) .. (change/changed/swap/swapped/switched) (owners/hands) ; shares .. (dealt/crossed/exchanged) ; shares
    done ; (heavy/light/brisk/thin/busy) (trading/dealing) ; (number/count/amount) of .. shares (traded/trading/dealt/
    exchanged) ; (typical/usual/normal/average) .. (shares/stock) (traded/dealt/trading) ; (shares/stock) .. (trade/
    traded/trades) .. (in_a_session/a_session/each_day/a_day/per_session/per_day/daily/on_a_normal_day) ; trading
    (activity/flow/interest/intensity) ; dollar volume ; (activity/action) in .. (stock/shares)
DAYS_OF_VOLUME: (measured/expressed/counted/stated/put/set/weighed) (in/against) .. (days/sessions/day/session) ..
    (trading/volume/turnover/trade) ; (days/sessions/weeks) .. (trade_out_of/get_out_of/get_rid_of/place/shift/
    work_off/unwind/clear/offload/liquidate/trade_through/sell_down/exit) ; liquidation time ; time to (liquidate/
    unload/offload/unwind/clear/exit/sell) ; (normal/usual/typical/average/regular/ordinary) (day/days/sessions/
    session) .. (trading/volume/turnover/trade) ; what trades .. (day/session) ; (days/sessions) of (turnover/trading/
    volume/dealing) ; average sessions of ; (how_long/days) .. (eat/swallow/chew/absorb/digest/soak/mop)
""")
