"""How English paraphrases a measure with other words between: what it keeps after its costs, how deep its pockets are.

A measure that a turn names takes the place of what the words inside it would name by themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.questions.templates import declared
from bot.questions.turns_of_spending import CLASSES as OF_SPENDING
from bot.questions.turns_of_spending import WRITTEN as SPENT
from bot.questions.turns_of_stock import CLASSES as OF_STOCK
from bot.questions.turns_of_stock import WRITTEN as STOCK

_WRITTEN, _CLASSES = declared("""
<sales>: sales / revenue / revenues / top line / turnover / takings / income / business / receipts / money
<sold>: sales / revenue / revenues / top line / topline / turnover / takings / receipts
<grows>: go up / gone up / went up / up / increase / rise / climb / jump / swell / expand / grow / double / advance /
    getting bigger / get bigger / shoot up / shot up / surge / accelerate / build / balloon / improve / add / put on /
    move up
<people>: people / folks / ppl / humans / users / punters / consumers / customers / souls / fans
<firms>: firms / companies / businesses / corporates / enterprises / organisations / organizations / corporations
<payer>: customers / clients / buyers / users / punters
MARKET_VALUE: (vcs/investors/backers/funders/financiers) (price/value/rate/mark) ; (takeover/buyout/acquisition) ..
    (cost/price/bill) ; (cost/price/bill) .. (takeover/buyout/acquisition) ; (thought/believed/reckoned/deemed/judged/
    considered/estimated) to be worth ; how (highly/dearly/richly) .. (investors/market/street/backers) .. (rate/
    value/rates/values) ; how (highly/dearly) (valued/rated/prized) ; how_much (is/was/are) @ (going_for/selling_for/
    fetching) ; (what/which) .. (number/figure/tag/sum) .. (vcs/investors/backers/market/funders/money/street) (put/
    slap/stick/pin/hang/place/attach) ; (vcs/investors/backers/funders/financiers/shareholders) .. (value/reckon/
    price/think) .. (worth/at/it/@) ; (mark/priced/pegged) .. (fundraise/fundraising/financing/raise) ; (last/lately/
    recently/latest) (get/got/been/was) (priced/marked/repriced/valued) ; (buy/buying/purchase/purchasing/acquire/
    acquiring/own/owning) (all/whole/entirety) .. @ ; (buy/buying/purchase/purchasing/acquire/acquiring/own/owning) @
    (outright/whole/entirely/lock_stock/in_full) ; (last/latest/newest/most_recent) (financing/fundraise/fundraising/
    funding_round/funding_event) ; (carry/carrying/carried/book/booked) @ at ; (carry/carrying/carried) .. at (in/on)
    .. (sheet/book/books/model) ; ticket size of .. (whole/all/entire) ; price .. (of/for) .. (whole/entire) (company/
    firm/thing/business/lot/outfit) ; (what/how_much) .. (cost/take/need/run/set_you_back/fork_out) .. (buy/acquire/
    purchase/own) .. (whole/outright/all_of/entire) ; (combined/aggregate/total/overall/summed) (value/worth) ..
    (shares/stock/equity)
REVENUE: (how_much/what) (comes/come/came/flows/rolls) in .. (year/annually/sales/selling/customers/clients) ; haul
    (at/for/of) ; (money/cash/dollars) .. (door/doors) ; how_much (trade/business/custom) .. (do/did/done) ; sales
    volume ; (money/cash/dollars) .. through .. (till/tills/register/books) ; (book/books/win/wins/do/does/did/write/
    writes/land/lands) (more/most/less/how_much/much/bigger) (business/trade) ; (raking/raise/raising/reaping/earning/
    making/deriving/generating/generate/generates/derive/derives/book/books/reap/reaps/pull/pulls/draw/draws) .. from
    .. (app/apps/customers/clients/users/products/business/operations/its_business/services/subscriptions/games) ;
    (move/moves/shift/shifts/sell/sells) .. (product/products/goods) ; (volume/value/amount) of (sales/business) ;
    (generate/generates/generated/record/recorded/report/reported/post/posted/clock/clocked/log/logged) in (sales/
    revenue/revenues/turnover/takings) ; sales ledger ; (total/annual/overall) (customer/client) (spend/spending) ;
    (what/how_much) (do/does/did) (it/they) (earn/earned/gross/grossed/take_in/bring_in/make) ; (what/how_much) (do/
    does/did) @ (earn/earned/gross/grossed) ; (top/biggest/highest/largest/best/bigger) (earner/earners/seller/
    sellers/grosser) ; <payer> .. (hand_over/handed_over/handed/fork_out/forked_out/shell_out/shelled_out) ; <payer>
    .. (spend/spent) .. (with/on/to/at) @ ; (clients/customers) (pay/paid) @ ; (what/how_much) (do/did/does)
    (customers/clients/users/buyers) .. (spend/pay/give/hand) ; (money/cash/dollars/yuan) .. (come/flow/pour/roll) ..
    (in/through) .. (door/doors) ; (come/flow/pour/roll) .. through .. (door/doors) ; (come/came/coming/comes) in ..
    from (customers/clients/users) ; book of business ; gross receipts ; (annual/yearly/last_year/full-year) intake ;
    @ .. intake ; intake .. (for/of/in) ; (earn/earned/earns/make/makes/made) .. before .. (cost/costs/expense/
    expenses/anything/deductions) ; (outearn/out-earn/outsell/out-sell/outsold) ; value of .. goods and services sold
    ; (worth/value) of (goods/services/product/products/stuff) .. (sell/sold/shift) ; (sell/sold/shift/shifted) ..
    (worth_of/in_product/in_services) ; (size/scale/amount) of .. (revenue/sales) (base/book/line) ; (how_much/what)
    .. (charge/charged/invoice/invoiced/bill/billed) .. (customers/clients/users) ; (what/how_much) (it/they) (make/
    makes/earn/earns/sell/sells) (a/per/each/every) (year/annum)
RUN_RATE_REVENUE: (tracking/pacing) (to/at/towards) ; (annual/yearly) (revenue/sales/income) .. (tracking/pacing/
    running) (to/at) ; (yearly/annual/annualised/annualized) equivalent ; (yearly/annual) equivalent .. (monthly/
    month) .. (revenue/sales/takings) ; (dollars/money/much/billions) a year .. (selling/running/making/earning/
    billing) at ; (selling/running/billing/earning) .. (at/to) .. a year ; (at/on) (today/current/present/this/
    the_current/the_present/latest) .. (pace/speed/rate/clip/tempo/trajectory) ; (month/monthly) (revenue/sales/
    takings/income) (multiplied/times/x/grossed_up/scaled_up/extrapolated/annualised/annualized) ; (annualised/
    annualized) (haul/intake/money/earnings/receipts/business/number/figure/level/total/top_line) ; (monthly/month) ..
    (multiplied/scaled/grossed/blown) (out/up/by/to) ; (12/twelve) times .. month ; month .. (12/twelve) ; (annual/
    yearly/annualised/annualized/twelve-month/12-month) (basis/rate/pace/clip/tempo/speed) ; (yearly/annual/current/
    present/latest) (revenue/sales/income/takings) (pace/rate/clip/tempo/speed/trajectory) ; (current/present/latest)
    (yearly/annual) (revenue/sales/income) ; (monthly/month) .. (times/x/multiplied_by) (12/twelve) ; (annualise/
    annualize/annualising/annualizing/extrapolate) .. (month/quarter/latest/revenue/sales/takings/it) ; recurring
    (number/figure/line/base/amount/dollars/business) ; (rate/pace/clip) .. (sales/revenue/takings/money) .. (run/
    runs/running/coming_in/come_in) ; (run/running/runs) at .. (a/per) year ; (sell/sells/selling/earning/bringing_in/
    taking_in/pulling_in/making) at .. (rate/pace/clip) ; forward (12/twelve) months revenue
REVENUE_GROWTH: (pace/rate/speed/clip) .. (add/adds/adding/gain/gains/gaining/grow/grows) .. <sold> ; (expand/
    expanding/grow/growing/scale/scaling/build/building/increase/increasing/raising/lift/lifting) .. <sold> ..
    (fastest/quickest/faster/quicker/most/slower/slowest/the_most) ; <sold> up_or_down ; (did/has/have/more_than) ..
    (double/doubled/triple/tripled/quadruple/quadrupled) .. <sold> ; (rate/pace/speed/tempo) of .. (expansion/growth/
    increase/climb/advance) ; expansion (rate/pace/speed) ; <sold> (is/are/was/were/went/has/have) up by ; <sold> (is/
    are/was/were) up ; how steep .. (growth/curve) ; growth (curve/path/trajectory/story/profile/pace/speed/
    performance) ; (speed/tempo) of (growth/expansion) ; <sold> .. (accelerating/decelerating/slowing/speeding_up/
    taking_off/compounding/snowballing) ; (add/added/adding) .. <sold> .. (percent/pct/%) ; <sold> (than/versus/vs/
    compared_to/compared_with) .. year (before/earlier/ago) ; (rev/sales/revenue) gr ; rev yoy ; yoy rev ;
    (what_percent/what_percentage/how_fast/how_quickly/how_rapidly/how_swiftly/what_pace/what_rate/how_briskly/
    what_speed) .. <sold> .. <grows> ; by (what/which/how_much/how_many) (percent/percentage/per_cent) .. <sold> ..
    <grows> ; by what percent .. <grows> .. <sold> ; (percentage/percent/pct/%) (rise/increase/growth/jump/gain/
    change/climb/uplift) .. in .. <sold> ; (percentage/percent/pct/%) (rise/increase/growth/jump/gain/change/climb/
    uplift) .. <sold> ; <sold> (percentage/percent/pct/%) (rise/increase/growth/jump/gain/change/climb) ; (expanding/
    expand/scaling/scale/growing/grow/compound/compounding) (quicker/quickest/faster/fastest/slower/slowest/rapidly/
    quickly/more_quickly/most_quickly/more_rapidly) ; <sold> .. (rise/rising/climb/climbing/expand/expanding/increase/
    increasing/going_up/growing/grow/double/doubling/compound/compounding/accelerate) (fastest/quickest/faster/
    quicker/slower/slowest/most_quickly/the_most/most/more_quickly) ; (fastest/quickest/faster/quicker/slower/slowest/
    steepest/sharpest/biggest/strongest) (rise/increase/climb/expansion/jump/gain/uplift) in .. <sold> ; (fast/quick/
    quickly/rapidly/swiftly/rapid) (is/are/was/were/do/does/did/has/have) .. (expand/expanding/scale/scaling/compound/
    compounding/getting_bigger/get_bigger/grow/growing/ramp/ramping) ; (double/doubled/triple/tripled) <sold> (faster/
    fastest/quicker/sooner) ; <sold> .. up .. (how_much/what_percent) ; (year-on-year/year_on_year/year_over_year/yoy/
    annual) (change/increase/rise/gain/jump/uplift/expansion) .. <sold> ; <sold> .. (versus/vs/against/on/over) ..
    (year_before/prior_year/previous_year/year_earlier) ; <sold> (momentum/trajectory/expansion/acceleration) ; growth
    in .. (business/sales/revenue/takings/top_line)
PRICE_TO_ARR: (valuation/value/worth/cap/price_tag) .. (compare/compares/stack_up/stacks_up/sit/sits/square/squares)
    .. (arr/run_rate/run-rate/annualised_revenue) ; (at/on) how_many times .. (annualised/annualized/arr/run_rate/
    run-rate/recurring) (revenue/sales) ; (at/on) how_many times .. (arr/run_rate/run-rate) ; (market_cap/cap/value/
    valuation/worth) per .. (dollar/buck/unit) of .. (arr/run_rate/run-rate) ; (costly/costlier/stretched/frothy/
    steep/punchy/toppy/overvalued/undervalued/expensive/cheap/dear) .. (relative_to/against/versus/compared_to/
    compared_with/for/on/vs) .. (arr/run_rate/run-rate/annualised_revenue/annualized_revenue/recurring_revenue) ;
    (higher/highest/lower/lowest/richer/richest/fatter/fattest/bigger/biggest/steeper/steepest/juicier/loftier)
    (multiple/multiples/valuation_multiple) ; (worth/valuation/value/valued/price/priced/cap/mcap) .. (in_terms_of/
    relative_to/against/versus/vs/over/divided_by/as_multiple_of/to) .. (arr/run_rate/run-rate/annualised_revenue/
    annualized_revenue/recurring_revenue) ; (pay/paying/paid/pays) .. (dollar/buck/unit) .. (arr/run_rate/run-rate/
    annualised_revenue/recurring_revenue) ; (trade/trading/trades/priced) .. per dollar of (arr/run_rate/run-rate/
    recurring_revenue)
PRICE_TO_SALES: p to s ; (valuation/value/worth/cap/price_tag) .. (compare/compares/stack_up/stacks_up/sit/sits/
    square/squares) .. (sales/revenue/turnover) ; (charge/charges/ask/asks/want/wants/demand/demands) .. (on/for)
    (one/a/each/every/per) (dollar/buck/yuan/unit) of .. <sold> ; (multiple/multiples) .. on .. (sales/revenue/
    revenues/turnover) ; (fork_out/shell_out/cough_up/stump_up/hand_over/put_up/spend/pay/pays/paying) .. per (dollar/
    yuan/buck/unit) of .. <sold> ; (multiple/multiples) .. (market/investors/street/people/they) .. (on/of/for/to) ..
    (sales/revenue/turnover/top_line) ; years of (revenue/sales/turnover) .. (cap/valuation/value/worth/price/
    market_cap/mcap) ; (price/prices/value/values/pay/paying/pays/paid) .. (for/of/on) .. (sales/revenue/top_line/
    turnover) ; (market/investors/folks/people/punters/buyers/street) (price/prices/value/values/pay/paying/pays) ..
    (sales/revenue/top_line/turnover) ; (revenue/sales) (multiple/multiples) (basis/terms/level) ; (market_cap/cap/
    mcap/market_value/value/valuation/worth) per .. (dollar/yuan/buck/unit) of .. <sold> ; (times/x) .. (trailing/
    annual/yearly/last_year) (sales/revenue) ; (costly/costlier/stretched/frothy/steep/punchy/toppy/overvalued/
    undervalued) .. (relative_to/against/versus/compared_to/compared_with/for/on/vs) .. (sales/revenue/revenues/
    turnover/takings) ; (priciest/cheapest/dearest/richest) on (sales/revenue/turnover) ; (cap/mcap/market_cap/
    market_value/valuation) (to/over/versus/vs/÷) (turnover/sales/revenue/revenues/takings/top_line) ; (trade/trades/
    trading/priced/fetch/fetches/go_for/goes_for) .. per (dollar/buck/yuan/unit) of .. (sales/revenue/revenues/
    turnover/takings) ; (cheap/cheaper/cheapest/expensive/dear/dearer/dearest/pricey/pricier/priciest/rich/
    richly_valued) .. (relative_to/for/against/versus/considering/given) what (it/they/each/@) .. (sell/sells/sold/
    earn/earns/takes_in/take_in/bring_in/brings_in/make/makes) ; price tag (versus/vs/over/against) (sales/revenue/
    turnover) ; (price/pay/pays/value/put/puts) .. (on/for) (one/a/each/every/per) (dollar/buck/yuan/unit) of ..
    <sold> ; (sales/revenue) (yield/yields) ; revenue (yield/yields)
USERS: how_many <people> .. (serve/serves/attract/attracts/draw/draws/engage/engages) ; (more/most/fewer/fewest/
    how_many) fans ; reach of @ ; <people> .. (tried/try/adopted/signed_up_for/joined) @ ; (registered/signed_up/
    enrolled/onboarded) (on/with/at/to/for) ; <people> (reached/served/engaged/touched) ; (reached/served) by ..
    (product/products/app/apps) ; (app/product/chatbot) .. (users/usage/audience) ; (usage/adoption) (numbers/figure/
    figures/level/count/scale/base) ; (user/usage) (scale/adoption) ; (how_many/number_of) .. (faces/eyes/fans/
    adopters/subscribers_free/signups) ; daily actives ; (popular/popularity) ; <people> .. (open/opens/opened/launch/
    visit/visits) .. (@/app/it/product) ; (reach/reaches/reaching) .. (people/folks/humans/ppl/souls/consumers) ;
    (reach/reaches) in (people/folks/humans) ; user (community/following/tally/total/volume/figures/figure/stats) ;
    (headcount/head_count) of .. users ; (weekly/monthly/daily/regular/active) (punters/visitors/people/folks/crowd/
    regulars/audience/traffic/faces/humans/souls) ; (most/widely/more/least) used (app/apps/chatbot/chatbots/product/
    products/lab/company/assistant/ai/model) ; (used/visited) by .. (most/people/how_many/more) ; (accounts/people/
    users) .. signed up ; most used .. (makers/maker) ; (use/uses/using/used) @ (every/each/per) (week/day/month)
PAYING_USERS: (people/folks/users/customers/punters/ppl) (is/are/actually) paying ; (have/hold/with/own/buy/bought/
    has) a .. (subscription/membership/paid_plan/paid_account) ; (paying/paid) (crowd/public/community/clientele/user/
    users/folks/heads/cohort) ; (paid-to-free/free-to-paid/paid-to-total) ; (free/paid) (versus/vs/to/against) (paid/
    free) .. users ; (audience/user_base/crowd/userbase/base) .. (pay/pays/paying) ; <people> .. (with/on/hold/
    holding/holds/bought/buying/buy/has/have/took) .. (subscription/subscriptions/paid_plan/paid_tier/membership/
    premium/pro_plan/plus_plan/paid_version/paid_product) ; <people> .. (convert/converted/upgrade/upgraded/graduate)
    ; (how_many/number_of) .. (fork/fork_over/fork_out/shell_out/stump_up/cough_up/pay_up) .. (money/cash/for) ;
    (plus/pro/premium/max) (members/subscribers/subscriptions/head_count/headcount/seats/users) ; (paid/paying) (tier/
    membership/members/audience/following/user_base) ; (paid/paying) (people/folks)
COUNTRIES: (number_of/how_many/count_of) countries .. (users/customers) ; (how_many/number_of) .. (territories/
    jurisdictions/countries/nations) ; (how_many/number_of/count_of) .. (markets/places/flags/nations/lands/
    territories/countries/states) .. (serve/served/active/operate/operates/present/sell/sells/available/reach/reached/
    cover/covered/live/do_business) ; (how_many/number_of) (national/foreign/different/separate) (markets/places/
    lands/territories) ; geographically (spread/diverse/diversified/widespread/dispersed) ; most geographically ;
    (active/present/available/live/operating) in .. (most/fewest/largest_number_of/how_many) (countries/markets/
    places) ; (reach/spread/widespread/footprint/breadth) .. in .. countries ; how (widespread/widely_spread/
    far-flung) ; breadth of .. (geography/geographies/markets) ; (international/global/geographic/geographical)
    (reach/spread/presence) .. countries ; country (tally/list_size/total/number/footprint)
OVERSEAS_SHARE: (overseas/foreign/international/non-chinese) (cut/slice/part/portion/share/wedge/chunk) of .. <sold> ;
    (overseas/foreign/international/abroad) .. (share/percent/fraction/part/proportion/percentage) of .. <sold> ;
    (china/chinese/home/domestically) (dependent/reliant/centric/focused/heavy/bound/dependence/reliance/exposure) ;
    (export/exports/overseas/foreign) (business/led/driven/based/facing) ; (home/domestic/china) or (away/abroad/
    overseas) ; (internationalisation/internationalization/globalisation/globalization) ; (overseas/international/
    foreign/global) (exposure/tilt/skew/footing/dependence/reliance/orientation/proportion/weighting/weight/ratio) ;
    (off/outside/beyond/away_from) (chinese/mainland/home/domestic) (soil/turf/market/shores/borders/ground) ; (from/
    by/with) (overseas/foreign/international/non-chinese/offshore) (clients/customers/buyers/users/sources/markets) ;
    (home/domestic) (market/markets) (versus/vs/against/or/and) .. (world/abroad/overseas/elsewhere/foreign) ;
    (rest_of_world/rest_of_the_world/row) (share/sales/revenue/portion/slice) ; (a/mostly/purely/largely/more_of_a/
    still_a/primarily) (domestic/home/overseas/foreign/export/international) (story/business/company/seller/play/
    market_business) ; earned .. (off/outside/beyond) ; (customers/clients/buyers/users) .. (is/are) .. (abroad/
    overseas/foreign/foreigners/outside_china/international) ; (intl/overseas/foreign/international) (%/pct/percent) ;
    (domestic/home/local/chinese/mainland/onshore) .. (versus/vs/and/or/against/to) .. (international/foreign/
    overseas/abroad/global/offshore/export) (split/mix/breakdown/share) of .. <sales> ; (domestic/home/local/chinese/
    mainland/onshore) .. (versus/vs/and/or/against/to) .. (international/foreign/overseas/abroad/global/offshore/
    export) ; (international/foreign/overseas/abroad/global/offshore/export) .. (versus/vs/and/or/against/to) ..
    (domestic/home/local/mainland/onshore) ; how (global/international/globalised/globalized/worldwide) .. <sales> ;
    <sales> (is/are/was/were) non-chinese ; (money/sales/revenue/income/business/takings) .. (outside/beyond) ..
    (china/border/borders/mainland/home/prc) ; (originates/originate/comes/come/earned/made/generated/booked/sold/
    derived/from) .. (abroad/overseas/outside_china/offshore/foreigners) ; (dependent/reliant/rely/relies/depends/
    depend/leans/lean) on .. (foreign/overseas/international/export/abroad/foreigners) ; export (heavy/orientation/
    oriented/intensity/dependence/led/tilt) ; (geographic/regional/geographical/country) (split/mix/breakdown) of ..
    <sales> ; (revenue/sales) by (region/geography)
ENTERPRISE_SHARE: (enterprise/b2b/corporate/business/consumer/b2c) (cut/slice/part/portion/share/wedge/chunk) of ..
    <sold> ; (proportion/share/percent/percentage/part/fraction/slice) of .. <sold> .. (is/are/from/comes) ..
    (consumer/consumers/enterprise/enterprises/businesses/corporate/corporates/companies) ; (more_of_a/mostly_a/
    mainly_a/primarily_a/largely_a/still_a) (consumer/enterprise/corporate/retail) (business/company/story/shop/firm/
    seller/play/outfit/player) ; (split/breakdown/mix/division) .. into .. (business/consumer/enterprise/corporate/
    b2b/b2c) .. ; (business/enterprise/corporate) and (consumer/retail) (split/mix/share/shares) ; (consumer/business/
    enterprise) (dominated/based/oriented/dependent/reliant/weighted) ; (earn/earns/make/makes/money/revenue/income/
    sales/living) .. from .. (consumers/consumer/businesses/companies/enterprises/individuals/corporates) ;
    (enterprise/corporate/business/b2b/consumer) (proportion/weighting/weight/ratio/dependence/reliance) ; (more/most)
    (enterprise/corporate/consumer) ; (b2b/b2c) (or/vs/versus/and/over/to) (b2b/b2c) .. (revenue/sales/income/money) ;
    (b2b/b2c) (or/vs/versus/and/over/to) (b2b/b2c) ; (consumer/business/enterprise/corporate) (facing/focused/led/
    driven/oriented/heavy/skewed/centric/orientation/focus/tilt) ; (enterprise/corporate/b2b) (%/pct/percent) ;
    (consumer/consumers/retail/individuals/individual) .. (versus/vs/or/and/against/to) .. (business/businesses/
    enterprise/enterprises/corporate/corporates/companies) (split/mix/share/sales/revenue/income) ; (consumer/
    consumers/individuals) (versus/vs/or/against/to) (business/businesses/enterprise/corporate/companies) ; (business/
    businesses/enterprise/enterprises/corporate/companies) .. (versus/vs/or/against/to) (consumer/consumers/
    individuals/retail) ; business-to-business .. <sales> ; business-to-business ; (business/money/sales/revenue/
    income/takings) .. (with/from/through) (businesses/corporates/enterprises/corporations/business_customers/
    business_clients) ; mostly .. (sell/sells/selling/sold) to <firms> ; (lean/leans/reliant/rely/relies/dependent/
    depend/depends/tilted/skewed) .. (corporate/enterprise/business/businesses/enterprises/corporates) (buyers/
    customers/clients/spending/money/budgets) ; (income/sales/revenue/money/takings) .. (is/are) (corporate/
    enterprise/b2b/business)
CUSTOMERS: how_many <firms> .. (pay_for/subscribe_to/pay_to/buy_from/sign_up_for) ; (count/tally/number/total/
    how_many/size) (of/is/are) .. (corporate/business/enterprise/company/paying) (clients/customers/accounts) ;
    (customers/clients) .. (won/signed/landed/got/has/have) ; how_many <firms> .. (use/using/buy/buys/pay/pays/rely/
    run_on/signed/trust/deploy) ; (customer/client) (list/tally/total/number/book/count) ; (size/length) of ..
    (customer/client) (list/base/roster/book) ; number of (business/corporate/enterprise/company) (accounts/customers/
    clients)
""")


def _unjoined(written: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    return {key: [text.replace("-", "_") for text in texts] for key, texts in written.items()}


TURNS_OF_MEASURES: Mapping[str, Sequence[str]] = _unjoined({**_WRITTEN, **SPENT, **STOCK})
"""No key stands in two of the parts; a hyphen is written as a blank, and none is looked for."""
CLASSES_OF_MEASURES: Mapping[str, Sequence[str]] = _unjoined({**_CLASSES, **OF_SPENDING, **OF_STOCK})
