"""Turns of phrase for what a company keeps, loses, spends, has put by and owes, and for those who work there."""

from __future__ import annotations

from bot.questions.templates import declared

WRITTEN, CLASSES = declared("""
<keeps>: keep / keeps / kept / retain / retains / left / left over / leftover / remain / remains / pocket / pockets /
    hang on to / hangs on to / hold on to / holds on to / stay / stays / stick / survive / survives / net of
<costs>: cost / costs / cogs / cost of sales / cost of revenue / cost of goods / direct costs / serving / compute /
    serving customers / serving clients / serving users / opex / overheads / overhead / delivery / inference /
    expenses / running costs / operating costs
<spends>: go / goes / went / gone / devote / devotes / devoted / lay out / lays out / laid out / spend / spends /
    spent / allocate / allocated / earmark / earmarked / commit / committed / dedicate / dedicated / channel / funnel
    / steer / direct / set aside / pump / pumps / pumped / chuck / lob / drop / dropped / budget / budgeted / expend /
    lavish / invest / invests / invested / disburse / plough / plow / pour / sink / put / pay / pays / paid / splash /
    splurge
<research>: research / r&d / r and d / rnd / model development / product development / developing models / building
    models / developing / new models / the lab / science / scientists / development
<had>: do / does / did / has / have / had / is / was / are / were
GROSS_MARGIN: (make/makes/earn/earns/clear/clears) .. (on/from) (each/every) (dollar/yuan/buck) of (sales/revenue/
    turnover) ; (eaten/swallowed/consumed/absorbed) .. by .. <costs> ; margin .. gross level ; profit margin .. gross
    ; <keeps> per (dollar/yuan/buck/unit) of .. (sales/revenue/turnover) ; (make/makes/earn/earns) .. per (dollar/
    yuan/buck) sold ; (net/nets/clear/clears/make/makes/pocket/pockets) on (each/every/a) (sale/dollar/yuan/order) ;
    cost of (sales/revenue/goods) .. (share/percent/percentage/fraction/proportion/%) of .. (sales/revenue/turnover) ;
    <keeps> (of/from) (each/every/a/the) .. (dollar/yuan/buck/sale/sales) .. after .. <costs> ; (after/before/net_of)
    (delivery/serving/direct/running/compute/production/input) (cost/costs) ; (thin/thick/fat/healthy/decent/slim/
    wide/skinny/juicy/poor/good) .. margin ; <keeps> .. of what (it/they/each/@) (sell/sells/sold/earn/earns/take_in/
    takes_in/make/makes/bring_in) ; <keeps> .. (after/before/over/once/net_of) .. <costs> ; how much of .. (sales/
    revenue/turnover/every/each/dollar/takings/top_line) .. <keeps> ; (of/on/from/out_of) (each/every/a) (dollar/yuan/
    buck/euro/sale/100) .. <keeps> ; <keeps> .. (of/on/from) (each/every/a) (dollar/yuan/buck/euro/sale) ;
    (profitable/profitability) before (overheads/overhead/opex/operating_costs/running_costs) ; profitability before
    .. (overheads/overhead/opex) ; unit economics ; gross (level/take/terms/basis/cut) ; (earn/earns/makes/make) over
    .. (cost_of_goods/cost_of_sales/cogs) ; (revenue/sales) (minus/less/net_of/after) .. (cost_of_revenue/
    cost_of_sales/cogs/cost_of_goods) .. (share/percent/percentage/fraction/part) of (revenue/sales) ; profitable ..
    (each/every/a/per) .. (sale/deal/contract/order/dollar) ; (markup/mark-up/spread) (on/over) .. (sales/cost/costs)
    ; (percent/share/part/fraction/portion) of (sales/revenue/turnover) .. (gross/left/kept/survives/remains) ;
    (percent/share/part/fraction/portion) of (sales/revenue/turnover) .. (eaten/swallowed) .. cost of (sales/revenue/
    goods)
GROSS_PROFIT: (sales/revenue/turnover/takings) (minus/less/net_of/after) .. (cost_of_sales/cost_of_revenue/cogs/
    cost_of_goods/direct_costs) ; gross earnings ; (dollars/money/amount) .. left .. after .. (cost_of_sales/
    cost_of_revenue/cogs)
NET_LOSS: (lose/loses/losing/lost/bleeding/bleeds/burns) (how_much/what) ; (small/smaller/smallest/big/bigger/biggest/
    deep/deeper/deepest) hole ; (money/cash/much/dollars/yuan) .. (evaporated/vanished/disappeared/went_up_in_smoke/
    haemorrhaged/hemorrhaged/drained/leaked) ; (near/nearest/close/closest/nearer/closer/far/farther/furthest) ..
    (breaking_even/break-even/breakeven/profit/profitability/the_black/making_money) ; (make/makes/made/making/turn/
    turns/earn/earns/book/books/report/reports) .. (a/any) profit ; (cost/costs) .. (owners/shareholders/holders) ..
    (bottom_line/last_year/a_year/in_2025) ; final result ; (lose/losing/lost) (a_lot/much/heavily/heaps/tons/plenty/
    big/badly) ; (what/how_much) <had> (it/they) (lose/losing/lost/bleed/bled/burn/burning) ; (fy/fy25/fy2025/net)
    (ni/np) ; (ni/np) (fy/fy25/fy2025/2025) ; (earnings/income/profit/profits/result/loss) (after/net_of) (tax/taxes/
    everything/all_costs/all_in) ; unprofitable ; (making/make/makes/made/turning) any (money/profit) ; earn .. (a/
    any) profit ; hole .. (dig/dug/digging) ; (underwater/under_water) on (earnings/profit/profits/p&l/income) ;
    (how_much/what) .. (go_through/goes_through/went_through/get_through/run_through) .. (a/per/last/in) (year/2025) ;
    go through .. (money/cash) ; damage .. (for_the_year/for_2025/last_year) ; (net/overall/final/full-year/bottom)
    (deficit/shortfall/outcome) ; (how/what) (red/unprofitable/loss-making/lossmaking) ; (far/close/near/way) ..
    (from/to/off) .. (profitability/profitable/break-even/breaking_even/making_money/the_black) ; breaking even ;
    (lose/loses/losing/lost) (most/least/more/less) (money/cash/overall/in_2025/last_year/per_year/a_year) ; which
    (lab/company/firm/one/of_them) (lose/loses/lost/losing) (the_most/most/least/the_least/more/less) ; (what/
    how_much) <had> @ (lose/losing/lost/bleed/bled/burn/burning) ; how many .. <had> .. lose ; (spill/spilled/spilt)
    .. ink ; red ink ; negative earnings ; net (deficit/outcome/shortfall/result) ; losses (ran/run/running/amount/
    came/totalled/total)
OPERATING_LOSS: (operating/operational) (result/line/level/loss/losses/income/profit/deficit) ; (loss/profit/earnings/
    losses) before (interest/interest_and_tax/finance_costs/financing) ; loss from operations ; (lose/lost/loss) .. at
    .. (operating/operational) (line/level)
RD_EXPENSE: (innovation/tech/technology) (spend/spending/budget/outlay/cost/costs/expenditure/investment) ; <spends>
    .. <research> ; (amount/sum/money/cash) .. (into/on/for/to) .. <research> ; (investment/investments) in ..
    <research> ; <spends> .. (on/into/for/to/towards/in/at) .. <research> ; (research/lab/r&d/science/development/
    model-building) (budget/spend/bill/outlay/cost/costs/spending/expense/expenses/expenditure/tab/outgoings/dollars)
    ; (spend/spending/outlay/budget/cost/costs/expenditure) (on/for/of) .. <research> ; <spends> on <research>
EMPLOYEES: (people/folks/how_many/heads) .. on .. (team/crew/squad) ; in (heads/headcount/bodies/staff_terms/
    people_terms) ; (people/folks/ppl/humans/souls/mouths/bodies) .. (on/in) .. (books/payroll/rolls/roster/pay) ;
    (lean/leaner/leanest/bloated/heavier/fatter/slimmer) (shop/outfit/company/operation/team/organisation/
    organization/firm/lab) ; (size/number/count) of .. (staff/employees/workers/workforce/team) ; (fewer/more/most/
    fewest) (people/heads/hands) (on/at/in/working) ; (team/staff/crew/workforce) (at/of/in) @ ; by size of ..
    (workforce/staff/team/headcount/payroll) ; size of .. (workforce/staff/team/headcount/payroll) ; (big/bigger/
    biggest/large/larger/largest/small/smaller/smallest) employer ; employer ; (how_many/number_of) (hands/staffers/
    bodies/heads/staff_members/salaried/colleagues/workers/staffs) ; staffers ; (lean/small/big/large/bulky/thin) ..
    in (people/heads/bodies/headcount) ; how_many people (at/in/inside) @ ; how_many people (does/do/did/has/have) @
    (have/employ/got/run/run_on/use) (on/in/at/now/today/these_days) ; (people/folks/ppl) (draw/drawing/get/getting/
    on) .. (salary/salaries/paycheck/wage/wages/pay) ; (people/folks) (turn/turning/show/showing) up .. (for/to) work
    ; (workers/people) on .. (books/rolls/roster) ; per (staff_member/staffer/worker/capita/employee/member_of_staff)
    ; (each/every) (staff_member/staffer/worker/employee) ; (staff/employee/personnel) (roster/tally/total/count/
    numbers/figure/body)
CASH: (money/funds/cash) .. (draw_on/draw_upon/call_on/tap_into/fall_back_on) ; (sitting/sits/sit/perched) on (more/
    most/the_most/how_much/much/less/a_bigger_pile/the_bigger_pile) .. (money/cash/funds/dough) ; powder .. dry ; dry
    powder ; (cushion/buffer/stockpile/stash/hoard/chest) .. (cash/money) ; (much/what) .. (saved/stored/kept) (up/
    away) ; bank balance ; (war/fighting) (chest/fund) ; (money/cash/funds) (position/pile/level/status/situation) ;
    (cash/money) .. (balance_sheet/books) ; (how_much/what) (money/cash) .. (have/has/hold/holds/own/owns) ; (deep/
    deeper/deepest/fat/fatter/fattest/big/bigger/biggest/shallow) (pocket/pockets/wallet/wallets/purse/coffers/
    bank_account/bank_balance/chequebook/piggy_bank) ; how (deep/fat) .. (pocket/pockets/wallet/purse) ; (money/dough/
    funds/cash/much/dosh) .. (stashed/put_away/tucked_away/saved_up/saved/set_aside/socked_away/parked/in_reserve/
    squirrelled/stockpiled) ; (what/money/how_much) .. (sit/sits/sitting/held) .. in .. (treasury/bank/vault/safe/
    account/accounts/coffers) ; (what/funds/money) .. in .. (treasury/vault/reserve/coffers) ; funds (available/left/
    on_hand/in_hand/at_hand/remaining) ; liquid (resources/assets/funds/reserves/means/position) ; (how_much/what) ..
    in (the/its) (tank/bank/vault/treasury) ; (how_much/what) (firepower/ammo/ammunition/ammunition_left) ;
    (financial/balance_sheet/spending/balance-sheet) firepower ; available (funds/money/cash/liquidity) ; size of ..
    (war_chest/treasury/kitty) ; (money/cash) (pot/pool/mountain/heap/hoard/haul)
BANK_LOANS: (lent/lend/lending/loaned/advanced/extended) .. (to/bank/banks/@) ; bank .. (lent/lend/loaned/advanced) ;
    (indebted/debt/debts/owing) .. (bank/banks) ; (bank/loan/credit) (facility/facilities/lines/borrowings/exposure/
    credit) ; (borrow/borrowed/borrows/borrowing) .. (from/bank/banks/lenders) ; (owe/owes/owed/owing) .. (bank/banks/
    lenders/creditors/lender/borrowed) ; (loan/loans/debt/debts/credit/borrowings) .. (bank/banks/lenders) ; how
    (indebted/leveraged) ; (bank/loan) (debts/liabilities/borrowing) ; how_much (debt/borrowing)
GROSS_PROCEEDS: (fetch/raise/raised/get/got/bring/brought/earn/made/make/take/took) .. share (sale/offering/offer) ;
    how (large/big) .. (ipo/flotation/float/offering/listing/raise) ; (money/cash/sum) .. (took/taken/take/raised/got/
    gathered) .. (public/investors) ; (took/take/raise/raised/gather/gathered/get/got) .. from .. public ; (take/took/
    raised/raise/get/got/collect) at (listing/ipo/float/debut/flotation) ; (pull_in/take_in/bring_in/rake_in/raise/
    collect/get/pocket/bag/net/haul_in) .. (when/on/at/by/from/through/in/via) .. (listed/floated/ipo/float/listing/
    offering/debut/going_public/flotation) ; (ipo/float/flotation/offering) .. (larger/bigger/smaller/largest/biggest/
    smallest) ; (larger/bigger/smaller/largest/biggest/smallest) (ipo/float/flotation/offering/deal/raise) ; (money/
    cash/more/most) .. out of .. (ipo/float/flotation/offering/listing) ; (sum/money/cash/much/amount/funds) ..
    (collect/raise/bring/pull/rake/get/take/took/haul/gather) .. (ipo/float/listing/offering/flotation/going_public) ;
    (ipo/float/listing/offering/flotation) .. (bring_in/brought_in/raise/raised/bring/brought/fetch/yield/pull_in/net)
    ; (raised/raise/raising) .. (when/by/on/at/through/from) .. (listing/floating/going_public/ipo/float/flotation/
    listed/floated) ; (money/fresh_money/capital/new_money/fresh_cash) .. (from/in/at) .. (ipo/float/listing/offering/
    flotation) ; proceeds .. (ipo/float/listing/offering/flotation) ; (size/how_big/how_large) .. (ipo/flotation/
    float/offering/listing) (deal/raise)
NET_PROCEEDS: (cash/money/much) .. net .. (ipo/float/listing/offering) ; net .. proceeds ; net proceeds .. (ipo/float/
    listing/offering/flotation)
OVER_ALLOTMENT_SHARES: (greenshoe/green_shoe/over-allotment/overallotment)
PUBLIC_OVERSUBSCRIPTION: times .. (over/was/were/is) .. (subscribed/covered) ; (times/how_heavily/how_well/how_much)
    .. (oversubscribed/over-subscribed/subscribed) ; (retail/public) .. (demand/cover/appetite) .. (ipo/float/
    offering)
OFFER_SHARES: how_many (shares/stock) .. (offered/sold/issued/put_up) .. (ipo/float/offering/flotation)
CORNERSTONE_SHARES: (shares/stock) .. cornerstones .. (take/took/buy/bought/get/got/hold)
BOARD_LOT: (minimum/smallest/least) .. (shares/lot/order/trade) .. (buy/trade/deal/purchase) ; (minimum/smallest)
    (lot/order/trade/block/purchase)
API_SHARE: (share/part/slice/portion/percent/percentage/fraction) of (api/open_platform) ; (api/open_platform) ..
    (share/part/slice/portion) ; (sales/revenue/revenues/income/money/takings) .. (comes/come/from/via/through/over)
    .. (api/open_platform/maas)
CLOUD_CHANNEL_SHARE: (through/via/over) .. (cloud_partners/clouds/cloud_platforms/hyperscalers/marketplaces/
    cloud_channel/cloud_channels/cloud_resellers/cloud_marketplaces) ; (cloud/reseller) (channel/channels/partners) ;
PLANNED_RAISE: (plan/plans/planning/intend/intends/aim/aims/hope/hopes/seek/seeks/seeking/want/wants/looking/propose/
    proposes) to raise
""")
