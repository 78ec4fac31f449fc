"""How people at a desk speak of measures in English: trade shorthand, slang and idiom, beside the plainer wordings.

Single words stand here only where they mean nothing else in this trade; those that do are read from what stands
around them (bot.questions.contexts).
"""

from bot.questions.words import listed

SPOKEN_EN = listed("""
market_value: val | vals | market-value | marked at | mark on | last mark | latest mark | carried at
    | market capitalisations | price of the whole company | price of the whole thing
    | what the whole thing costs | pricetag | valued at | put a price on | last priced round | last closed round
    | most recent closed raise | last raise | latest raise | most recent raise | most recent round
    | last funding | equity val | by size | pure size | on size | size wise | size-wise | valuation wise
    | valuation-wise | cap wise | cap-wise | mkt value | mktval | mv | how big a company | how big is it
    | bigness | weigh in at | weighs in at | tip the scales | tips the scales | net worth
    | how much would it cost to buy | whole shop cost | cap table value | company's price | money is it worth
    | what investors think it is worth | last private mark | paper valuation
share_price: share px | px per share | last traded at | settled at | settle on | settled on | finished at
    | finished on | ended at | end the day at | ended the day at | ended the session at | change hands
    | changed hands | changing hands | changes hands | changes hands today | where it trades
    | where does it trade | where is it trading | where's it trading | where they trade | quoted at
    | daily closes | day's close | go out at | went out at | rang off at | cost me a share | price for one share
    | for a single share | single share | per-share price | quote on | stock quote | where the stock is
    | where the stock was | where the shares are | stock level | where the stock sits | where the shares sit
    | opening print | last tick | spot price | how much for a share | how much does a share
    | how much is a share | how much a share
price_return: made you money | made holders money | make holders money | lost holders money
    | how much would i have | underperform | underperformed | underperformer | underperformers | underperforming
    | outperformer | outperformers | outperforming | laggard | laggards | best performing | worst performing
    | did the stock do | has the stock done | stock done | stock do | shares done | shares do
    | price performance | percentage gain | percentage change | pct change | % change | px change | px chg
    | on the year | since inception return | rally in the shares | rallied | lost in value
    | total shareholder return | tsr | pnl | p&l on the stock | mark to market | been creeping up
    | been climbing | been sliding | been falling | been rising | been drifting | up so far | down so far
    | up this year | down this year | paper gain | paper loss | holding return | how badly would i be hurting
    | be hurting | how badly am i hurting | how hurt are | would have made me | would i have made
    | would i have lost | would it have made | punters have made | punters have lost | sold off | sell-off
    | selloff | hammered | battered | held its ground | held their ground
drawdown: top to bottom slide | top-to-bottom slide | top to bottom | top-to-bottom | peak-to-now | peak to now
    | how far has it fallen from | given back since | given back from | give back from | round trip from
    | worst slump | worst slide | biggest slide | deepest slide | deepest fall | worst drop from
    | biggest drop from | dd | max dd | maxdd | dd from | worst peak-to-trough | pain from the top
    | how deep is the hole | how deep a hole | come off the boil | from the highs | off the highs
    | off the top tick | from the top tick | retraced | retracement | worst run of losses from
    | under water from | underwater from | biggest decline from | largest decline from | distance from the high
    | how far under its high | how far under its peak | how far off their highs | how far off its highs
    | worst stretch of pain
revenue: take-in | take home from customers | taking in | takes in | rakes in | raking in | brings in
    | bringing in | pulls in | pulling in | money coming in | money that comes in | money comes in
    | cash coming in from customers | top-line | gross income | sales figure | sales number | billing | billings
    | invoiced | ring up | rings up | rang up | ringing up | book in sales | booked in sales | books in sales
    | ltm sales | ltm revenue | ttm sales | ttm revenue | trailing sales | trailing revenue
    | trailing twelve month sales | yearly takings | annual takings | yearly sales | annual sales
    | annual turnover | yearly revenue | yearly turnover | revenue line | sales line | sell a year
    | sells a year | sold last year | sell in a year | turn over in a year | turned over last year
    | how much business | do in sales | did in sales | does in sales | earned from customers | rvenue
    | gross up in sales | incoming money | revs for the year | business they did | how much they sold
    | till receipts
run_rate_revenue: annualised pace | annualized pace | annualised rate | annualized rate | annual pace
    | current pace | monthly times twelve | month times 12 | times twelve | annualised number
    | annualized number | annualised figure | annualized figure | yearly pace | yearly rate | yearly clip
    | annual clip | run-rate number | run rate number | runrate revenue | exit rate | exit run rate | exit arr
    | recurring sales | recurring income | subscription run rate | recurring top line | going rate of revenue
    | pace of revenue | revenue pace | sales pace | run-rate basis | run rate basis | run rate wise
    | run-rate wise | arr wise | arr-wise | rr | on an annualised basis | on an annualized basis
    | running at annually | trend revenue | annual runrate
revenue_growth: top-line growth | top line growth | growth in sales | growth in revenue | growth in the top line
    | sales up by | revenue up by | how much bigger are sales | sales climbing | revenue climbing
    | scaling fastest | scaling faster | scale faster | scaling quickest | expanding fastest | expanding faster
    | growth clip | growth momentum | sales momentum | revenue momentum | y/y | yoy growth | y-o-y
    | annual growth | rev growth | sales acceleration | pace of sales | quickest growing | quicker growing
    | slowest growing | slower growing | growing quicker | growing quickest | growing slower | growing slowest
    | growing the most | growing the least | top line expanding | top line is growing | faster grower
    | fastest grower | slower grower | quickest grower | revenue jump | sales jump | sales surge | revenue surge
    | growth print | growth spurt
price_to_arr: arr multiples | x of arr | x of run rate | x of run-rate | multiple of run rate
    | multiple of run-rate | as a multiple of arr | as a multiple of run rate | turns of run rate
    | turns of run-rate | times annualised revenue | times annualized revenue | multiple of annualised revenue
    | multiple of annualized revenue | price to run rate | price to run-rate | price-to-run-rate
    | valuation to run rate | valuation to run-rate | value to run rate | val/arr | val to arr | cap/arr
    | x run rate | x run-rate | x runrate | multiple of its arr | multiple of its run rate
    | multiple of its run-rate | times its arr | times its run rate | times its run-rate | mv/arr | ev/arr | p/rr
    | p-arr
    | p to arr
price_to_sales: x of sales | x of revenue | x sales | x revenue | x rev | x ltm sales | x ltm revenue
    | x trailing sales | x of ltm sales | x of ltm revenue | x of trailing sales | turns of ltm sales
    | multiple of ltm sales | multiple of trailing sales | as a multiple of sales | as a multiple of revenue
    | multiple of its sales | multiple of its revenue | multiple of turnover | multiple of its turnover
    | multiple of takings | times its sales | times its revenue | times its turnover | times its takings
    | times its yearly takings | times its annual sales | times its yearly sales | times its annual revenue
    | times annual sales | times annual revenue | times yearly sales | times turnover | times takings
    | ps multiple | p/s multiple | p/s ratio | value to sales | value to revenue | val/sales | val to sales
    | ev/s | ev/rev | p/rev
    | ev/sales | ev/revenue | ev to sales | price to revenue | price/revenue | price-to-revenue | psr | mv/sales
    | cap/sales | cap to sales | sales multiple | rev multiple | rev multiples | top line multiple
    | top-line multiple | revenue multiple | x top line | times top line | times the top line | x of top line
    | years of sales
users: folks use | folks using | people are using | folks are using | ppl use | ppl using | ppl on it
    | people on it | people actually use | folks on it | people have it | humans use | humans using | user reach
    | reach in users | user-base | user footprint | eyeballs | installed base | signups | sign-ups | sign ups
    | registered accounts | registrations | folks use the thing | people use the thing | use its app
    | use their app | use the app | use the product | using the product | using the app | traffic in users
    | how many use | how many people use | active base | crowd on the app | audience size | following of users
paying_users: pay for a plan | paying customers | paying subs | paid subs | paid subscribers | paid seats
    | paid plans | paid accounts | paying accounts | paying members | paying punters | subs | paid-up users
    | paid up users | subscriber base | subscriber count | subscription base | people on a paid plan
    | users on a paid plan | on a paid plan | folks pay | ppl pay | paid base | paying base | users who pay
    | people who pay | users that pay | open their wallets | opened their wallets
countries: how many flags | number of markets | markets served | markets is it in | markets are they in
    | countries served | jurisdictions | markets it sells in | geographic reach | geographic spread
    | country count | how many nations | reach in countries | global footprint | how far afield
overseas_share: foreign sales share | foreign share | foreign sales | export revenue | export sales | export mix
    | export-heavy | export heavy | overseas sales | overseas sales share | overseas mix | geographic mix
    | geography mix | overseas exposure | foreign exposure | international mix | international sales
    | money from abroad | money from overseas | from foreigners | from foreign customers
    | from overseas customers | earned overseas | made overseas | made abroad | sales abroad | sold abroad
    | sales made abroad | revenue earned abroad | revenue outside the mainland | dependent on the home market
    | home market share | ex china | non china | non-domestic | revenue outside china | sales outside china
    | beyond the mainland | beyond its home market | outside its home market | outside the home market
    | international slice | overseas slice | foreign slice | global mix
enterprise_share: enterprise sales share | enterprise slice | enterprise share of sales | b2b slice | b2b-heavy
    | b2b heavy | b2b mix | corporate share | corporate mix | corporate slice | from big corporates
    | from large corporates | from corporates | from big companies | from large companies | from big business
    | from corporate clients | from corporate customers | from business clients | from business customers
    | business share | business mix | b-side | to-b | to-b share | to-b mix | enterprise exposure
    | enterprise-heavy | enterprise heavy | sell to companies | sells to companies | selling to companies
    | sold to businesses | selling to businesses | sell to businesses | consumer share | consumer slice
    | consumer mix | b2c share | b2c mix | suits rather than consumers | from the suits | company customers
    | enterprise skew | enterprise part | b2b part | enterprise portion | b2b portion
gross_margin: gm pct | gm percent | gross mgn | gross margin % | gross profit share | margin after cost of sales
    | keep after cost of sales | keeps after cost of sales | left after cost of sales
    | left over after cost of sales | left after paying for compute | keeps of each dollar | keep of each dollar
    | keep of every dollar | keeps of every dollar | profit on each sale | profit per sale | gross take
    | gross markup | mark-up on sales | fattest margin | fatter margin | thinnest margin | thinner margin
    | margin profile | gross return on sales | cost of sales leaves | after cogs
net_loss: net losses | bottom-line | annual loss | losing per year | losing money | money they lose
    | money it loses | how deep in the red | deep in the red | deepest in the red | bleeding cash | bleeding red
    | bleeding the most | bleeding most | bleeding out | bleeds the most | bleeds most | bleeds cash
    | haemorrhaging | hemorrhaging | burn rate | burn-rate | annual burn | yearly burn | net burn | burn through
    | burns through | burned through | burnt through | burning through | torch | torches | torched | torching
    | set fire to | setting fire to | lose on the bottom line | after-tax loss | post-tax loss | loss after tax
    | loss-making | loss making | ebit to net | turn a profit | turns a profit | turning a profit
    | turned a profit | close to profit | nearest to profit | closest to profit | closest to break-even
    | break-even | breakeven | drop on the bottom line | p&l hole | hole in the p&l | money pit | lossiest
    | losing its shirt | losing their shirt | run at a loss | runs at a loss | running at a loss
    | pour down the drain | down the drain | red numbers | profit or loss | profit/loss
listing_date: first day of trading | day it listed | date it listed | date of the float | ring the bell
    | rang the bell | rung the bell | day one of trading | join the exchange | joined the exchange
    | made its debut | make its debut | made their debut | market debut | first session as a public company
    | list date | first priced by the market | start of trading | stock market debut | age as a listed company
    | listing day
offer_price: issue px | ipo px | offer px | float px | what ipo buyers paid | ipo buyers paid | paid in the ipo
    | paid at the ipo | paid at ipo | ipo investors paid | ipo'd at | ipo-ed at | ipoed at | ipo level
    | offer level | pricing of the ipo | ipo pricing | float pricing | came public at | came to market at
    | sold at in the ipo | sold in the ipo at | subscription price | final offer price | retail paid
    | deal price | strike price of the ipo | placed at ipo | issue level | shares were sold at
    | price in the offering | price of the offering | priced their ipo | priced its float | its ipo price
    | price tag at ipo
unlock_date: get out of lock-up | get out of lockup | get out of lock up | gets out of lock-up
    | got out of lock-up | let out of lock-up | walk out of lock-up | end of the lock-up | end of lock-up
    | end of the lockup | end of lockup | lock-up over | lockup over | lock-up is over | lock-up lapse
    | lockup lapse | lock-ups lapse | lock-up falls away | handcuffs come off | handcuffs off
    | shackles come off | leash comes off | free to cash out | free to dump | first day they can sell
    | first day it can be sold | day of freedom | freed up | release day | released from lock-up
    | expiry of the lock-up
unlock_ratio: how much of the register | slice of the register | part of the register | chunk of the register
    | portion of the register | share of the register | percent of the register | % of the register
    | slice of the float | chunk of the float | part of the float | percent of the float | % of the float
    | slice of the stock | chunk of the stock | part of the stock | portion of the stock | percent of the stock
    | fraction of its stock | fraction of its shares | fraction of the company | fraction of the stock
    | slice of the equity | chunk of the equity | part of the equity | % of the equity | percent of the equity
    | share of the equity | % of the company | pct of the company | pct of the shares | pct of shares
    | % of shares in issue | percentage of the company | percentage of the shares | proportion of the shares
    | proportion of the stock | share of the cap table | slice of the cap table | of the total shares
unlock_value: money's worth coming free | amount of stock coming | stock coming loose in money | value set loose
    | value let loose | money coming loose | dollars coming free | dollars of stock | billions coming free
    | paper coming free | value coming off lock-up | how many billions come free | wall of stock | wall of paper
    | wall of shares | supply hanging over | hanging over the stock | supply in money | supply wall
    | freed value | value hitting the market | size of the block | value of the block | value of the tranche
    | size of the tranche | supply problem | supply shock | supply glut | flood of stock | flood of shares
    | flood of paper
days_of_volume: days to work off | days to get through | days to trade out | days to trade through
    | days to swallow | days to place | days to soak up | days to chew | sessions to absorb | sessions to digest
    | sessions to work off | sessions to swallow | sessions of volume | sessions' volume | sessions to sell
    | how long to chew | how long to soak up | how long to swallow | how long to unload | how long to shift
    | how long to place | how long to offload | how long to trade | chew through | chewed through | soak up
    | soaked up | mop up | mopped up | get through the block | trade through it | days to get out | days to exit
    | time to absorb | time to clear | time to digest | adv days | days adv | x adv | times adv
    | multiple of adv | times daily volume | multiple of daily volume | days of normal trading
    | days of usual trading | days of ordinary trading | in a week or | trading it out | weeks to clear
    | weeks to absorb | weeks to digest | weeks to sell | days' turnover | days of normal volume
    | days of usual volume | days of typical volume
volume: adv | average daily volume | average daily turnover | shares changed hands | stock changed hands
    | busiest session | busiest day | busiest trading day | quietest session | quietest day | shares trade a day
    | shares per day | shares a day | day's volume | trading activity | vol traded | volumes
    | number of shares traded | shares were traded | shares did trade | shares dealt | stock dealt
    | liquidity of the stock | daily liquidity | daily turnover | turnover in the stock | turnover in the shares
    | stock turnover | share turnover | heaviest trading | heaviest session | lightest session | traded volume
    | trading in the stock | got done in | shares got done
shares_in_issue: shares are there | shares does it have | shares it has | shares in existence
    | how many shares exist | total share count | share base | share capital | shares on issue | stock count
    | issued capital | shares issued in total | fully issued shares | size of the share base
    | number of shares in issue
employees: people on the payroll | on the payroll | on its payroll | on their payroll | people on staff
    | on staff | heads on the payroll | staff count | staff numbers | staffing | staff-wise | staff wise
    | manpower | work for it | folks work | ppl work | people working | folks working | ppl working
    | people are working | work there | works there | working there | work at | working at | team of how many
    | team sizes | size of the team | size of its team | size of the staff | people strong | payrolls
    | personnel | hc | fte | ftes | full-time staff | human beings on the payroll | mouths to feed
    | people it employs | people they employ | how many heads | by how many heads | leaner team | biggest team
    | bigger team | smallest team | smaller team | people under its roof | under its roof | per employee
cash: in the bank | have in the bank | has in the bank | got in the bank | money left | war chest | warchest
    | dry powder | cash in hand | cash at hand | cash at bank | cash and equivalents | cash & equivalents
    | cash left | cash holdings | cash in the bank | bank balance | money on hand | funds on hand | kitty
    | in the coffers | coffers | in the kitty | in its coffers | in the till | money in its pocket | cash buffer
    | cash cushion | cash stockpile | stockpile of cash | pile of cash | sitting on in cash | net cash
rd_expense: research intensity | r&d intensity
    | r&d bill | r&d budget | r&d outlay | r&d costs | r&d cost | r&d spend | r&d line | rnd | r and d
    | research bill | research budget | research costs | research cost | research outlay | research spend
    | research expense | research expenses | spend on research | spends on research | spent on research
    | spending on research | spend for research | spent for research | burn on research | burns on research
    | burned on research | burnt on research | burning on research | pour into research | pours into research
    | poured into research | pouring into research | plough into research | plow into research
    | put into research | puts into research | sink into research | sunk into research | spend on the lab
    | money for research | spend on r&d | spends on r&d | spent on r&d | burn on r&d | burns on r&d
    | burned on r&d | pour into r&d | pours into r&d | poured into r&d | straight into r&d | goes into r&d
    | go into r&d | put into r&d | puts into r&d | plough into r&d | plow into r&d | sink into r&d
    | development spending | development costs | throw at research | throws at research | threw at research
    | throw at r&d | throws at r&d | threw at r&d
gross_proceeds: raise at its ipo | raised at its ipo | raised at the ipo | raise at the ipo
    | raised from the ipo | raised from its ipo | haul from the ipo | ipo haul | ipo take | size of the ipo
    | size of its ipo | took in at ipo | took in at the ipo | bring in at ipo | money from the ipo
    | pocketed at ipo | pocket from the ipo | raised in its float | raised by listing | raised on listing
    | deal size | raised when it listed | raise when it listed | raised on debut | raised when it floated
customers: client base | client count | customer base | customer count | number of customers | number of clients
    | how many clients | paying clients | customer numbers | client numbers | corporate logos | client roster
    | customer roster
""")
