# Every sentence Twinstar says in English, in Project Fluent syntax (projectfluent.org).
# A key that ends in a word of the code's own vocabulary (basis-…, when-…) is found by that word.

## Pieces
plain = { $text }
parts = { $first }, { $second }
either = { $first } or { $second }
type-next = Try { $steps }.
range-between = { $low } to { $high }
range-up-to = up to { $high }
range-at-least = at least { $low }
qualifier-about = about { $value }
qualifier-at-least = at least { $value }
qualifier-more-than = more than { $value }
qualifier-nearly = nearly { $value }
basis-and-scope = { $basis }; { $scope } only

## How a question was read
read-as = Read as: { $parts }
read-known-at = as known on { $day }
read-currency = in { $currency }
when-latest = latest
when-between = { $start } to { $end }
when-today = today
when-yesterday = yesterday
when-tomorrow = tomorrow
when-previous_session = the previous session
when-first_day = the first trading day
when-listing = listing
when-since_listing = since listing
when-ytd = year to date
when-year_end = the end of the year
when-end-of = the end of { $month }
when-january = January
when-february = February
when-march = March
when-april = April
when-may = May
when-june = June
when-july = July
when-august = August
when-september = September
when-october = October
when-november = November
when-december = December

## Slack
slack-share = Share to channel
slack-asked = { $person } asked: { $words }
chart-thinned = Drawn from { $shown } of { $count } days; what lies between them is not drawn.
slack-more = More …
slack-share-gone = This answer is no longer kept, so it cannot be shared. Ask again.
slack-shared = Asked by { $person }
slack-choice-gone = This button is from another version and is not understood any more. Ask again in words.
slack-description = AI-model companies side by side, every figure with its source
slack-explain = Explain this number
slack-explain-description = What a figure rests on: claims, dates, sources
slack-explain-title = Where it comes from
slack-not-set-up = Slack is not set up. Set SLACK_BOT_TOKEN and SLACK_APP_TOKEN for Socket Mode; or SLACK_SIGNING_SECRET with SLACK_BOT_TOKEN, or with SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and TWINSTAR_KEY, for HTTP.
slack-refused = Slack refused the start: { $code }. Check the tokens in the settings.
key-needed = Installations are kept encrypted: set TWINSTAR_KEY. “twinstar key” prints a new one.
key-unusable = TWINSTAR_KEY is not a key. “twinstar key” prints a new one.

## Looking up one company
lookup-headline = { $company } { $measure }: { $value } ({ $as_of })
lookup-unknown = { $company } { $measure }: not known
lookup-several = { $company }: { $measures }
lookup-several-caption = { $company } by measure
lookup-part = { $measure } { $value } ({ $as_of })
lookup-part-unknown = { $measure } not known
field-value = Value
field-own-currency = In its own currency
field-basis = Basis
field-workings = How
field-as-of = As of
field-age = Age
field-confidence = Confidence
confidence-high = high: { $why }
confidence-medium = medium: { $why }
confidence-low = low: { $why }
confidence-audited = audited
confidence-unaudited = not audited
confidence-old = old
confidence-disputed = sources disagree
source-kind-workspace = recorded by your team
source-kind-exchange-filing = exchange filing
source-kind-company = the company’s own word
source-kind-regulator = regulator
source-kind-wire = news agency
source-kind-press = press report
source-kind-broker = broker’s note
source-kind-compilation = compiled by others
source-kind-article = said in an article
field-source = Source
field-why-beside = Why beside
column-measure = Measure
beside-caption = Other figures for { $company } { $measure }
why-derived = For a listed company Twinstar takes the close times all shares in issue that day; figures that others printed stand beside it.
why-chosen = Twinstar takes the newest dated figure, then the better source. It never averages.
shares-counted = { $source } counts { $value } ({ $as_of })
shares-disputed = The number of shares is disputed: { $values }. Market value here is with the number that was stated.
split-reported = { $source } reports a split of { $ratio } on { $day }. It counts here once somebody has taken it over: /quarantine.
split-taken = Shares were split { $ratio } on { $day }. Prices and numbers of shares here count shares as they were before it, as filings, unlocks and the levels of alerts do.
split-traded = As traded: { $price } a share.
dividend-paid = { $source } reports a dividend of { $amount } a share on { $day }. Returns here leave dividends out.
stale = This figure is old: it speaks of { $as_of } ({ $age }).
disputed = Disputed: for the same date another source says { $values }.
workings-close-times-shares = close { $first } × { $second }
workings-quotient = { $first } ({ $first_day }) ÷ { $second } ({ $second_day })
age-same-day = same day
age-days = { $count ->
    [one] { $count } day old
   *[other] { $count } days old
}
age-months = { $count ->
    [one] { $count } month old
   *[other] { $count } months old
}
age-years = { $count ->
    [one] { $count } year old
   *[other] { $count } years old
}
choice-currency = In { $currency }
rate-day = { $of } = { $value }, European Central Bank reference rate of { $day }.
rate-average = { $of } = { $value }, average of the European Central Bank's daily rates from { $start } to { $end }.
rates-own-days = Each amount is converted at the rate of its own day, the last one here: { $rate }
no-rate = Not converted: no European Central Bank rate from { $of } to { $currency } within 7 days of { $as_of }.

## Why a figure stands beside the one taken
beside-stated = as a source prints it
beside-press = printed elsewhere for the same day
beside-newer-press = newer, but not a close
beside-disputes = contradicts it
beside-agrees = agrees with it
beside-retells = repeats an earlier figure
beside-older = older
beside-other-period = of another period
beside-other-basis = on another basis
beside-vendor-count = only a data vendor counts so; a stated number goes before it
beside-lower-rank = from a lesser source
beside-not-a-price = not a priced round
beside-not-a-fact = a plan or forecast
beside-superseded = corrected since
beside-mismatch = does not fit price and shares
beside-tender-too-close = a tender too close to the round
beside-chosen = the figure taken

## Why a figure is not known
unknown-no-claim = No source in Twinstar states the { $measure } of { $company } for that time.
unknown-not-listed = { $company } is not listed, so it has no { $measure }.
unknown-no-price-yet = { $company } had no closing price by that day.
unknown-not-available = Twinstar cannot work out the { $measure } of { $company } yet.
unknown-no-shares = The price of { $company } is known, but not how many shares were in issue.
unknown-only-talks = No priced round of { $company } is known for that time; what else was said stands below.
unknown-missing-input = The { $measure } of { $company } needs two figures, and one of them is not known.
unknown-other-scope = The { $measure } of { $company } is not worked out, because { $second } ({ $second_day }; { $second_basis }) does not cover the whole company.
unknown-too-far-apart = The { $measure } of { $company } is not worked out: { $first } ({ $first_day }) and { $second } ({ $second_day }) are too far apart in time.
unknown-no-rate = The { $measure } of { $company } is not worked out: no exchange rate of its day is published.
unknown-not-positive = The { $measure } of { $company } is not worked out: what it is divided by is not above zero.

## Bases
basis-as_stated = not stated
basis-open = opening price
basis-high = highest price of the day
basis-low = lowest price of the day
basis-intraday = price during the day
basis-of-quote = intraday, { $time } local, provisional
basis-vendor_count = as a data vendor counts
basis-close = closing price
basis-market_cap = market cap
basis-market_cap_open = market cap at the open
basis-market_cap_intraday = market cap, intraday
basis-offer_value = value at the offer price
basis-post_money = priced round, post-money
basis-pre_money = pre-money
basis-tender = tender for existing shares
basis-secondary = sale of existing shares
basis-implied = implied by a stake sold
basis-talks = talks, round not closed
basis-ipo_target = hoped-for listing value
basis-reported = reported, origin unclear
basis-recognised = recognised
basis-adjusted = adjusted (not by accounting standards)
basis-gross = gross (channel share not deducted)
basis-run_rate = run rate (gross or net not stated)
basis-run_rate_gross = run rate, gross
basis-run_rate_net = run rate, net
basis-guidance = guidance
basis-target = target
basis-projection = projection
basis-cumulative = cumulative
basis-registered = registered
basis-monthly_active = monthly active
basis-weekly_active = weekly active

## Currencies
currency-USD = US dollars
currency-HKD = Hong Kong dollars
currency-CNY = yuan
currency-EUR = euros
currency-GBP = pounds
currency-JPY = yen

## Help and language
command-value = One company's figure on a day, with its basis, date, age and source
command-help = What you can ask, with examples
command-answers = Choose who sees the answers to commands in this channel
command-language = Choose the language you are answered in
option-company = Company, by name, ticker or product
option-measure = Measure, such as market value, revenue or P/ARR
option-when = Day, such as 2026-06-24
option-currency = Currency to show it in, such as USD
option-together = One number of them all: total, average or median
option-above = Only those above this level, such as US$100bn or 30%
option-below = Only those below this level, such as HK$50bn
option-count = Say how many there are
option-known-at = Only facts that were public by this day
option-where = private (you first, with a button to share), open, thread, or auto
option-language = en, zh, or auto for the language of each question
option-topic = A command, or measures, or companies
option-required = needed
option-optional = if you like
column-command = Command
column-what = What it does
column-example = For example
column-option = You can say
column-needed = Needed?
column-company = Company
column-typed = Type
column-legal-name = Legal name
help-headline = Ask about AI-model companies: type a command, or just names and a measure.
help-caption = Commands
help-topics = { $measures } lists what can be measured, { $companies } who is covered.
help-command = { $command }: { $summary }
help-options-caption = What it takes, in any order
help-measures = What can be measured
help-companies = Companies covered
help-unknown = There is no help on “{ $words }”.
choice-try = { $example }
language-en = English
language-zh = Chinese
language-now = You are answered in { $language }.
language-set = From now on you are answered in { $language }.
language-auto = From now on you are answered in the language you ask in.
showing-private = In this channel the answer to a command is shown to whoever asked, who may share it.
showing-open = In this channel the answer to a command is shown to everyone.
showing-thread = In this channel the answer to a command goes into a thread beneath the question.
showing-auto = This channel has no rule of its own for who sees the answer to a command.
showing-short-private = the asker first
showing-short-open = open to everyone
showing-short-thread = in a thread beneath the question
showing-short-auto = as the platform does it
unknown-showing = Answers cannot be shown “{ $words }”.
unknown-language = Twinstar does not speak “{ $words }”.

## What went wrong, and what to type
empty = That was empty.
too-long = That is { $count } characters long; Twinstar reads up to { $most }.
unknown-command = There is no command “{ $words }”.
unknown-company-near = Twinstar does not know “{ $words }”. Did you mean { $near }?
unknown-company-none = Twinstar does not know a company called “{ $words }”.
unknown-measure-near = Twinstar could not read “{ $words }”. Did you mean { $near }?
unknown-measure-none = Twinstar could not read “{ $words }”.
several-fit = That name fits more than one: { $near }.
needs-company = Which company?
one-company = { $command } takes one company, and you named { $companies }.
value-needs-day = /value gives the figure of one day; /history shows a stretch of time.
no-unlock-day = No release of locked shares is on record for them, so there is no such day.
no-first-day = { $company } is not listed, so it has had no first trading day.
no-such-day = There is no day “{ $words }”.
day-ahead = That day lies ahead; today is { $today }. Twinstar does not forecast.
known-at-needs-day = “{ $words }” needs a full date.
known-at-future = { $day } lies ahead; today is { $today }.
unknown-currency = Twinstar has no exchange rates for “{ $words }”.
database-newer = The database { $path } was written by a newer Twinstar. Upgrade Twinstar, or name another database.
database-empty = The file { $path } is empty: it holds no database. Put a backup back with “twinstar restore FILE --yes”, or remove the file to begin anew.
database-row-damaged = In the database { $path } this row is damaged, it is not what was written: { $what }. No figure is taken from it. Put a backup back with “twinstar restore FILE --yes”, or name another database.
database-row-altered = In the database { $path } this row is not what Twinstar wrote: { $what }. No figure is taken from it. Put a backup back with the server’s own tools, or name another database.
database-damaged = The database { $path } is damaged or not a database. Put a backup back with “twinstar restore FILE --yes”, or name another one.
database-read-only = The database { $path } cannot be written. Give Twinstar a folder it may write to.
database-unreachable = The database { $path } cannot be reached. Check its address and that it is running.
internal = Something went wrong inside Twinstar; nothing was changed. It is logged under { $reference }.
bad-json = That line is not a JSON object with “text” or “press”.
bye = Bye.

## What a message rests on
receipt-headline = { $count ->
    [0] This answer rests on no stated figure.
    [one] This answer rests on one stated figure.
   *[other] This answer rests on { $count } stated figures.
}
receipt-caption = The figures behind it
receipt-made = Receipt { $receipt }, Twinstar { $version }.
receipt-unknown = Nothing is kept about this message. Ask again, and the new answer can be explained.
receipt-not-ours = Only what Twinstar posted can be explained.
choice-ask-again = Ask again
choice-share = Share

## How often, and where
calls-of-person = You asked { $count } times within a minute. Ask again in { $seconds ->
    [one] a second
   *[other] { $seconds } seconds
}.
calls-of-channel = This channel asked { $count } times within a minute. Ask again in { $seconds ->
    [one] a second
   *[other] { $seconds } seconds
}.
channel-not-allowed = Twinstar is not used in this channel. Ask in a direct message, or where the server uses it.

## Discord
menu-explain = Explain this number
menu-choose = Choose one
press-again = Nothing was lost: once that works again, press “{ $label }” once more.
button-gone = This button no longer works. Ask again by command, and the new answer has working ones.
for-the-asker = The answer is for the asker alone.
command-gone = This command has changed since Discord last showed it. Press Ctrl+R, or restart Discord on a phone, and try again.
option-unreadable = One of the options is too long or not of its kind. Choose from what is offered while you type.
discord-no-token = There is no DISCORD_TOKEN. The README says how to get one in “Discord: from nothing to /compare”.
discord-token-refused = Discord refuses the DISCORD_TOKEN. Copy it anew from the application's page “Bot”, without the word Bot.
discord-unreachable = Discord cannot be reached ({ $why }). Check the network, DISCORD_API_URL and DISCORD_GATEWAY_URL.
option-name-together = together
option-name-above = above
option-name-below = below
option-name-count = count
option-name-term = term
option-name-company = company
option-name-companies = companies
option-name-measure = measure
option-name-when = when
option-name-currency = currency
option-name-known-at = known_at
option-name-topic = topic
option-name-change = change
option-name-command = command
option-name-filter = filter
option-name-where = where
option-name-language = language

## Scopes: what part of a company a figure covers
scope-enterprise = enterprise customers
scope-business = business customers
scope-enterprise_and_developers = enterprises and developers
scope-paying_enterprise_and_developers = paying enterprises and developers
scope-large_enterprise = large enterprises
scope-spending_above_usd_1m = customers spending over US$1m a year
scope-open_platform_api = the open platform and API
scope-on_premise = on-premise deployments
scope-ai_native = AI-native products
scope-ai_business = the AI business
scope-generative_ai = generative AI
scope-chatgpt = ChatGPT
scope-claude_app = the Claude app
scope-ernie_assistant = the ERNIE assistant
scope-china = China
scope-glm_5_2 = GLM-5.2
scope-glm_5_2_artificial_analysis = GLM-5.2, Artificial Analysis
scope-july = the July release
scope-july_class_a = the July release, of Class A
scope-july_with_locked_sii = the July release, with vehicles still locked
scope-july_unknown_base = the July release, base not stated
scope-year_to_date = the year to date
scope-from_peak = from the peak
scope-star_market = the STAR Market listing
scope-confidential_draft = the confidential draft
scope-h_or_class_a = H or Class A shares
scope-unlisted_or_class_b = unlisted or Class B shares
scope-fully_diluted = fully diluted
scope-base = the base offer
scope-with_over_allotment = with over-allotment

## Sources
command-sources = The claims behind a figure: chosen and not chosen, with dates and links
operation-sources = sources
sources-quoted = { $company } { $measure } of { $value } ({ $as_of }): said by { $source }
sources-headline = { $company } { $measure }: { $value } ({ $as_of }), and where it comes from
sources-stated-only = { $company } { $measure }: what sources state
sources-none = { $company } { $measure }: no source
sources-caption = Claims on { $company } { $measure }
sources-workings = Worked out: { $workings }.
sources-known-at = Only claims that were public by { $day }.
column-standing = Standing
column-known-at = Public
standing-derived = taken: worked out from the close
standing-worked-out = worked out
standing-input = { $measure } that it rests on
standing-filing = worked out from the filing's holders
standing-chosen = taken
standing-beside = the best figure that a source prints
standing-other-scope = covers another part
release-of-listing = { $shares } of { $count } holders ÷ shares at listing
release-of-issued = { $shares } of { $count } holders ÷ shares in issue that day
release-shares = { $shares } of { $count } holders
and-more = { $count ->
    [one] { $count } more is left out.
   *[other] { $count } more are left out.
}
choice-figure = The figure itself

## Coverage
command-coverage = What Twinstar knows: how many claims, how new, gaps and disputes
operation-coverage = coverage
coverage-headline = { $companies } companies, { $claims } claims on { $measures } measures; newest { $day }
coverage-caption = Claims by company
coverage-company = { $company }: { $claims } claims on { $measures } measures
coverage-company-caption = Claims on { $company } by measure
coverage-gaps = Nothing known for { $company } on { $measures }.
column-claims = Claims
column-measures = Measures
column-newest = Newest
column-disputes = Disputes
column-prices-to = Prices to
option-coverage-company = Company; all of them when left out

measure-private-value = private value
source-note = { $source }
choice-sources = Sources
choice-earliest = The earliest known
lookup-before-asked = Nothing is stated for the time asked; the newest before it is of { $as_of }.
lookup-begins = The earliest that is known is { $value } ({ $as_of }).

## Side by side
command-compare = Two to six companies side by side: one measure, or the whole card
command-ratio = One company divided by another, as a multiple and in words
command-difference = How much one company has over another
command-rank = An order of companies on one measure
option-companies = Companies or the name of a set, such as zhipu minimax
option-companies-or-all = Companies or the name of a set; all covered when left out
operation-rank = order
operation-ratio = ratio
operation-difference = difference
compared-headline = { $measure }: { $values }
compared-unknown = { $measure }: not known for any of them
compared-several = { $companies } side by side
compared-caption = Compared on { $measure }
company-and-value = { $company } { $value }
company-and-what = { $company } { $what }
about-measure = { $measure }: { $said }
whole-company = the whole company
pair = { $first } and { $second }
claim-said = { $value } for { $company } ({ $source })
field-ratio = Ratio
field-difference = Difference
ratio-headline = { $first } is { $times } { $second } on { $measure }
ratio-within = { $company }: { $value }, { $first } ({ $as_of }) ÷ { $second } ({ $second_as_of })
ratio-within-field = { $first } ÷ { $second }
ratio-none = { $first } ÷ { $second } on { $measure }: not divided
difference-headline = { $ahead } is { $gap } ahead of { $behind } on { $measure }
difference-level = { $first } and { $second } are level on { $measure }
difference-none = { $first } − { $second } on { $measure }: not subtracted
together-sum = { $measure } together: { $value } ({ $companies })
together-mean = { $measure } of { $count } companies on average: { $value }
together-median = { $measure } of { $count } companies, median: { $value }
together-none = { $measure }: these figures cannot be put together; each stands below with the reason
together-row-sum = Together
together-row-mean = On average
together-row-median = Median
together-caption-sum = Together on { $measure }
together-caption-mean = On average: { $measure }
together-caption-median = Median of { $measure }
together-not-added = { $measure } does not add up over companies, so this is the average.
together-beside = { $company }: { $value }. Together they are { $times } of it.
rank-highest = { $company } leads { $count } companies on { $measure }: { $value }
rank-lowest = { $company } has the lowest { $measure } of { $count } companies: { $value }
rank-place-highest = { $company } is number { $place } of { $count } companies on { $measure }: { $value }
rank-place-lowest = { $company } is number { $place } from the lowest of { $count } companies on { $measure }: { $value }
rank-above = { $found } of { $count } companies with { $measure } above { $level }: { $companies }
rank-below = { $found } of { $count } companies with { $measure } below { $level }: { $companies }
rank-none-there = None of { $count } companies lies there: { $measure }, { $level }
rank-none = No order on { $measure }
rank-caption = Order by { $measure }
rank-other-lengths = Not placed, because their periods differ in length: { $each }.
rank-unknown = { $count ->
    [one] Not placed, because the figure is not known: { $companies }.
   *[other] Not placed, because their figures are not known: { $companies }.
}
rank-ranges = Not placed, because only a range is known: { $companies }.
note-tied = Tied.
note-weighed = Order and multiples are taken in { $currency }, each figure at the rate of its own day, so that they are the same in every currency.
note-counted-from = { $company } is counted from its close of { $price } on { $day }, so that all cover the same sessions.
note-disputed = Disputed for { $company }: another source says { $values }.
column-place = Place
words-level = { $smaller } and { $larger } are level, within 1%
words-percent = { $smaller } is { $share } of { $larger }
words-about = { $smaller } is about { $fraction } of { $larger }
words-less-than = { $smaller } is less than { $fraction } of { $larger }
words-and-times = { $words } (ratio { $times }).
fraction-2 = half
fraction-3 = one third
fraction-4 = one quarter
fraction-5 = one fifth
fraction-6 = one sixth
fraction-7 = one seventh
fraction-8 = one eighth
fraction-9 = one ninth
fraction-10 = one tenth
fraction-11 = one eleventh
fraction-12 = one twelfth
fraction-1 = one
verdict-bases-differ = The bases differ: { $each }.
verdict-periods-differ = Not compared, because the periods differ in length: { $each }.
verdict-scopes-differ = Not compared, because the figures cover different things: { $each }.
verdict-users-differ = Not compared, because users are counted differently: { $each }.
verdict-no-rate = Not compared, because there is no exchange rate of its day for one of the figures.
dates-differ = The figures speak of days more than a month apart; each shows its own.
order-survives = Sources disagree on a figure, but the order holds under all of them.
order-flips = The order does not survive the disagreement of sources: it turns with { $claims }.
order-undecided = Too close to order: { $pairs }.
newer-prices = Prices are compared on { $day }, the last session all have; newer ones exist: { $each }.
choice-measure = By { $measure }
same-twice = You named { $company } twice.
too-few-companies = { $command } needs at least { $count } companies.
too-many-companies = { $command } takes up to { $count } companies; left over: { $left }.

## Explanations
command-explain = What a measure, a term or a formula means, and how it is worked out
option-explain-term = A measure, a term, or a formula with inputs such as density=3.2 throughput=1.5e12
operation-explain = explanation
explain-headline = { $name }: { $definition }
explain-several = { $names }
explain-all = { $count } terms and { $measures } measures can be explained
explain-terms = Terms and formulas
explain-term = Term
explain-measures = Measures: { $measures }.
explain-unknown = Nothing to explain under “{ $words }”. { $command } alone lists all terms.
explain-bad-input = Not a number to compute with: { $words }.
explain-unit = Unit
explain-formula = Formula
explain-carry = How it carries
explain-higher = Higher means
explain-rule = Rule
explain-not-to-confuse = Not to be confused with
explain-read-in = To read: { $sources }.
explain-own-rule = Defined by Twinstar itself; no outside source is claimed.
explain-computed = { $name }: { $value }
explain-type-inputs = To compute it, type a number for { $names }.
explain-coined = { $speaker }: “{ $said }” ({ $verdict }; { $source })
unit-money = an amount of money, in the currency of its source
unit-price = a price of one share
unit-shares = a number of shares
unit-ratio = a part of a whole, in percent
unit-count = a number
unit-points = points
unit-multiple = a multiple (x)
unit-days = days
unit-date = a day
carry-point = A price: it stands to the next session.
carry-level = A level: it stands until the next figure, its age shown.
carry-level-days = A level: it stands until the next figure, for divisions { $count } days at most.
carry-mark = A mark: a priced round stands until the next one, its age shown; of a listed company it is read off each close.
carry-period = A figure of a period: it speaks of that period alone and is never carried on.
higher-ahead = ahead
higher-better = better
higher-worse = worse
higher-dearer = dearer
higher-pressure = more selling pressure
scorecard-criterion = { $criterion }: figures
scorecard-missing = { $criterion }: { $missing }
scorecard-said = { $speaker }: “{ $said }” ({ $verdict })
scorecard-no-grade = Evidence, not a grade: figures of different days and periods stand side by side, and nothing is added up.

## The mirror
command-mirror = Two pairs beside each other: both ratios, the gain, roles, where the analogy fails
option-mirror-companies = Four companies, pair by pair; the article's four when left out
operation-mirror = mirror
mirror-headline = { $measure }: { $first } is { $one } { $second }, { $third } is { $other } { $fourth }
mirror-none = { $measure }: { $first } ÷ { $second } beside { $third } ÷ { $fourth } is not known
mirror-needs-four = { $command } puts two pairs beside each other, so it takes four companies; you named { $count }: { $companies }.
mirror-pair = { $first } : { $second }
mirror-caption = Both ratios
mirror-column-pair = Pair
mirror-column-log = Log (ln)
mirror-column-leads = Ahead
mirror-level = level
mirror-gain = Gain { $gain }: in logarithms { $first } ({ $one }) stands apart { $gain } as far as { $second } ({ $other }).
mirror-gain-apart = Gain { $gain }: the pairs lean to different sides, in logarithms { $first } by { $one } and { $second } by { $other }.
mirror-gain-refused = No gain is given: { $second } is within 5% of parity (ln { $other }), and dividing by that says nothing. ln of { $first } is { $one }.
mirror-article = The article's own figures of June 2026 give { $one } and { $other }, gain { $gain }.
mirror-article-no-gain = The article's own figures of June 2026 give { $one } and { $other }; too near parity for a gain.
mirror-chart = { $measure }: ratio of each pair over time
mirror-chart-from-to = { $pair } from { $first } ({ $start }) to { $last } ({ $end })
mirror-parity = parity
mirror-roles-caption = Route to revenue
mirror-role = Role
mirror-role-measured = { $role } (by its share of enterprises)
mirror-roles-straight = { $first } plays the part of { $third } ({ $role }), { $second } that of { $fourth } ({ $other }). Roles are as the article casts them; the shares of revenue above are the evidence.
mirror-roles-crossed = Crosswise: { $first } plays the part of { $fourth } ({ $role }), { $second } that of { $third } ({ $other }).
mirror-roles-undecided = Who plays whose part is undecided between { $first } : { $second } and { $third } : { $fourth }: a role is not known, or both of a pair have the same.
mirror-differs = Fails here: { $measure } of { $first } is { $first_value } ({ $first_day }), of { $second } { $second_value } ({ $second_day }), { $points } apart.
mirror-differs-at-most = May fail here: { $measure } of { $first } is { $first_value } ({ $first_day }), of { $second } { $second_value } ({ $second_day }), up to { $points } apart; the lower one was stated as a minimum.
mirror-miscast = Fails here: { $company } is cast as { $role }, but enterprises brought { $share } of its revenue ({ $day }).
mirror-nothing-far-apart = On what both counterparts disclose ({ $measures }) they are not more than { $points } points apart.
mirror-nothing-in-common = No counterparts disclose the same share of revenue, so the test of { $points } points has nothing to go by.
mirror-contradictions = Where the article and the record part
mirror-article-says = The article
mirror-nothing-checked = No verdict on the article's claims was known by { $day }.
mirror-on-day = on { $day }
mirror-between-days = between { $start } and { $end }
mirror-changed-first = { $one } changed its lead { $one_when } (to { $one_leader }), { $other } { $other_when } (to { $other_leader }): the first pair went first, by { $least } to { $most } days.
mirror-changed-second = { $one } changed its lead { $one_when } (to { $one_leader }), { $other } { $other_when } (to { $other_leader }): the second pair went first, by { $least } to { $most } days.
mirror-changed-untold = { $one } changed its lead { $one_when } (to { $one_leader }), { $other } { $other_when } (to { $other_leader }): which came first cannot be told.
mirror-changed-once = { $pair } last changed its lead { $when } (to { $leader }).
mirror-never-changed = { $pair }: { $leader } has led since { $start }, without a change.
mirror-never-ahead = { $pair }: never both known on one day, or always level.
mirror-lead-no-series = Lead and lag are not given: not all four have a series of this measure.
mirror-lead-not-comparable = Lead and lag are not given: the figures of a pair are counted differently.
mirror-lead-too-few = No lead or lag is given: { $one } has { $first_changes } changes and { $other } { $second_changes }, and fewer than { $fewest } can line up by chance.
mirror-lead-no-movement = No lead or lag is given: { $one } or { $other } does not move.
mirror-lead-chance = No lead or lag is given: shuffled copies of { $one } and { $other } fit as well in { $chance } of cases.
mirror-lead-together = { $one } and { $other } move together (correlation { $correlation } of their changes, chance { $chance }).
mirror-lead = { $one } moves { $days } days before { $other } (correlation { $correlation } of their changes, chance { $chance }).
mirror-placebo = Placebo: this pairing ranks { $rank } of the { $n } ways to pair { $count } companies ({ $companies }), by how far both ratios moved to the same side since { $start } ({ $alike } in logarithms, the geometric mean of both moves).
mirror-placebo-sampled = Placebo: this pairing ranks { $rank } of a seeded sample of { $n } out of { $possible } ways to pair { $count } companies ({ $companies }; at most { $most } are looked at), by how far both ratios moved to the same side since { $start } ({ $alike } in logarithms, the geometric mean of both moves).
mirror-placebo-none = No placebo rank: not all four have a figure at the start and at the end.
mirror-choice-leads-first = Changes of lead, first pair
mirror-choice-leads-second = Changes of lead, second pair
mirror-choice-claims = What was said

## Statements
command-claims = What was said or predicted, by whom, when it is due, and whether it held
option-claims-companies = Companies that the statements are about; all when left out
option-claims-filter = A speaker, due soon, article, predictions, or a verdict such as contradicted
operation-claims = statements
claims-headline = { $count } statements: { $each }
claims-headline-one = { $speaker }: “{ $said }” Verdict: { $verdict }
claims-counted = { $count } { $verdict }
claims-none = No statement fits
claims-none-next = Leave a filter out, or ask { "/claims" } for all of them.
claims-caption = Statements, those still to show first
claims-who = Said by
claims-said = Statement
claims-when = Said on
claims-verdict = Verdict
claims-checked = What was found
claims-no-day = no source gives the day
claims-pending-until = pending, due { $day }
claims-overdue-since = pending; was due { $day }
claims-overdue = { $count ->
    [one] For { $count } statement the due day has passed and no source at hand settles it.
   *[other] For { $count } statements the due day has passed and no source at hand settles it.
}
claims-one-day = Statements are asked for as known on one day.
claims-of-article = of the article of 25 June 2026
claims-due-within = due within { $count } days
claims-kind-prediction = predictions
claims-kind-formula = formulas
claims-choice-due = Due soon
claims-choice-against = Contradicted
claims-choice-article = The article's
verdict-supported = supported
verdict-came_true = came true
verdict-partly = supported in part
verdict-intraday_only = intraday only
verdict-overstated = overstated
verdict-contradicted = contradicted
verdict-missed = missed
verdict-outdated = outdated
verdict-replaced = replaced by newer guidance
verdict-pending = pending
verdict-opinion = opinion
verdict-unchecked = not checked

## The card
card-own-value = market value
card-common-value = in { $currency }
card-since-listing = since listing
card-ytd = year to date
card-measure = { $measure }
card-route = main route
card-unlock = share unlock
card-next-tradable = next { $day }: { $shares } tradable, { $ratio } of all
card-next-free = next { $day }: { $shares } free in law, { $ratio } of all
card-last-tradable = last { $day }: { $shares } tradable, { $ratio } of all
card-last-free = last { $day }: { $shares } free in law, { $ratio } of all
card-dates = Each figure shows its day or period where that is not the one of the first row; P/ARR and P/S show that of the revenue below the line.
card-mix = Parts of revenue overlap and are never added; what is not shown is undisclosed.
route-enterprise = enterprise
route-consumer = consumer
route-both = both
basis-from_offer = from the offer price
basis-from_close = from a close
basis-from_peak = from the peak
basis-from_known_peak = from the highest known close
basis-offer = offer price
workings-return = { $first } ({ $first_day }) ÷ { $second } ({ $second_day }) − 1
workings-drawdown = 1 − { $first } ({ $first_day }) ÷ { $second } ({ $second_day })
workings-year-over-year = { $first } ({ $first_day }) ÷ { $second } ({ $second_day }) − 1
unknown-no-offer-price = The offer price of { $company } is not known.
unknown-no-listing-date = The listing date of { $company } is not known.
unknown-before-listing = { $company } was not listed yet on that day.
unknown-no-close-since = The prices of { $company } in Twinstar end before that stretch of time begins.
unknown-before-first-price = Twinstar has no price of { $company } from so early.

## History and changes of lead
command-history = How a measure moved: change, peak and trough, the day a level was passed
command-reversals = Who overtook whom, when, and for how long
operation-history = history
operation-reversals = changes of lead
history-headline = { $company } { $measure }: { $value } ({ $as_of }), { $change } since { $start }
history-one = { $company } { $measure }: { $value } ({ $as_of })
history-moved = { $company } { $measure }: { $change } to { $value } ({ $as_of }), from { $before } ({ $start })
history-before = Before
history-then = Then
history-return = { $company } share price: { $change } from { $start } to { $end }
history-drawdown = { $company }: deepest fall { $depth } from a peak, on { $day }
history-none = { $companies }: no history of { $measure }
history-none-then = { $companies }: no { $measure } known from { $start } to { $end }
history-ends = The { $measure } of { $company } in Twinstar ends on { $last }, before { $start } to { $end }.
history-begins = The { $measure } of { $company } in Twinstar begins on { $first }, after { $start } to { $end }.
history-of = { $company }, { $count ->
    [one] { $count } observation
   *[other] { $count } observations
}:
history-first = First
history-last = Last
history-peak = Peak
history-trough = Trough
history-change = Change
history-from-offer = From the offer price
history-deepest = Deepest fall
history-ratio = { $first } : { $second } went from { $was } ({ $start }) to { $now } ({ $end }).
history-ratio-first = Ratio at first
history-ratio-last = Ratio at last
history-left-out = { $count ->
    [one] { $count } observation of { $company } is left out, for want of a rate, a share count or a single value.
   *[other] { $count } observations of { $company } are left out, for want of a rate, a share count or a single value.
}
history-marks = { $company }, mark by mark
history-months = { $company }, last close of each month
history-level-up = { $company } first closed at or above { $level } on { $day }
history-level-down = { $company } first closed at or below { $level } on { $day }
history-level-last-up = { $company } last closed at or above { $level } on { $day }
history-level-last-down = { $company } last closed at or below { $level } on { $day }
history-level-never = { $company } has not passed { $level } since { $start }
history-level-always = { $company } was already beyond { $level } on { $start }
history-level-currency = { $company } is measured in units of { $unit }; write the level in that currency, or add a currency to the question.
chart-title = { $measure } over time
chart-from-to = { $company } from { $first } ({ $start }) to { $last } ({ $end })
chart-summary = { $each }.
reversals-headline = { $count ->
    [one] { $leader } leads on { $measure }; the lead changed once from { $start } to { $end }
   *[other] { $leader } leads on { $measure }; the lead changed { $count } times from { $start } to { $end }
}
reversals-never = { $leader } led throughout on { $measure }, from { $start } to { $end }
reversals-level = { $first } and { $second } are level on { $measure }
reversals-none-known = { $first } and { $second } on { $measure }: no changes of lead can be read
reversals-no-common-day = There is no day on which both are known.
reversals-caption = Changes of lead
reversals-day = First day ahead
reversals-new-leader = New leader
reversals-interval = { $leader } passed { $trailing } after { $after } and by { $day }.
reversals-interval-guess = { $leader } passed { $trailing } after { $after } and by { $day }; a straight line between the marks crosses on { $guess } (interpolated, not observed).
reversals-contested = Contested earlier: { $value } for { $company } was said to hold by { $day } ({ $source }).
reversals-led-caption = Who led for how long
reversals-days-led = Days ahead
reversals-closes-led = Closes ahead
reversals-marks-led = Marks ahead
reversals-longest = Longest, days
reversals-pending = { $leader } is ahead since { $day }, but not yet as asked.
reversals-near = { $trailing } is { $gap } behind { $leader } and closing.
reversals-near-projected = { $trailing } is { $gap } behind { $leader } and closing; at this speed they would meet on { $day } (a projection, not a forecast by Twinstar).
reversals-bases = The marks rest on different bases: { $bases }.
reversals-two-events = Overtaking in value and overtaking in revenue are two events; ask for run-rate revenue to see the other.

## Charts
chart-empty = No figures to draw.
chart-kept = Picture: { $path }
gaps-not-listed = { $companies } { $count ->
    [one] is
   *[other] are
} not listed, so there is no return and no drawdown.
gaps-no-source = No source here states: { $each }.
gap = { $measure } ({ $companies })
gaps-fill = { $command } shows what there is; a claim your team imports fills a gap.
note-basis = Counted as: { $basis }.

## Named sets
command-set = This channel's own sets of companies, and its default one
option-set = add NAME COMPANIES, default NAME, remove NAME, or list
set-kept = Kept the set { $name }: { $companies }.
set-removed = The set { $name } is put away.
set-default = { $name } is now this channel's default: comparisons that name no company take it.
set-none = This channel has no sets yet. { $command } makes one.
set-listed = Sets of this channel
set-unknown-verb = /set cannot “{ $words }”.
set-bad-name = A set needs a name of 2 to { $most } letters, digits, - or _.
set-name-taken = “{ $words }” is already the name of a company or a measure.
set-size = A set holds { $fewest } to { $most } companies.
set-not-there = This channel has no set “{ $words }”.
column-set = Set
column-companies = Companies
column-version = Version
column-default = Default
yes = yes
rows-more = { $count ->
    [one] and { $count } more row
   *[other] and { $count } more rows
}

## Checking and importing facts
check-passed = No faults in { $rows } rows.
check-faults = { $count ->
    [one] { $count } fault
   *[other] { $count } faults
} in { $rows } rows.
check-assumed = { $count } claims were public by an assumed day, since their sources state none:
import-counts = { $added } new, { $changed } changed, { $unchanged } as they were, { $faulty } not read.
import-nothing = There is nothing to write.
import-waits = Nothing was written yet. To write { $count } of them: { $command }
import-done = Written: { $added } new, { $changed } changed.
import-moved = The file changed while it was read; nothing was written. Run the command again.
export-done = { $count } claims written to { $path }.
file-unreadable = cannot be opened
file-not-utf8 = is not UTF-8 text; save it as UTF-8
file-lacks-column = the heading lacks the column { $column }
file-unknown-column = the heading has a column { $column } that is not known, or has it twice
file-measures = cannot be read: { $text }
row-not-utf8 = holds bytes that are not UTF-8; save the file as UTF-8
row-broken = a quotation mark is not closed; close it or cut the row
row-wrong-length = has { $found } cells instead of { $expected }; it may have been cut off
fact-missing = { $column } is empty; fill it in
fact-not-allowed = { $column } is “{ $text }”; allowed are { $allowed }
fact-not-a-number = { $column } is “{ $text }”; write plain digits, such as 1500000 or 0.3
fact-not-kept = { $column } is “{ $text }”, too large or with more than { $decimals } decimals
fact-not-a-day = { $column } is “{ $text }”, which is no day; write it as 2026-07-08
fact-not-a-period = { $column } is “{ $text }”; write 2026-07-08, 2026-07, Q1 2026, H1 2026, 9M 2025 or FY2025
fact-not-a-unit = { $column } is “{ $text }”; write a currency such as HKD, or shares, ratio, points, multiple, count, days or date
fact-not-an-id = { $column } is “{ $text }”; an id may not hold ~
fact-value-and-range = { $column }: give either a value, or low and high
fact-range-order = { $column } is “{ $text }”: the lower end is above the higher one
fact-read-before-known = { $column } is { $text }, before the figure was public; check known_at
fact-source-unnamed = a source needs a title or an address
fact-unknown-company = { $column } “{ $text }” is not in companies.csv
fact-unknown-measure = { $column } “{ $text }” is not in measures.toml
fact-unknown-verdict = { $column } “{ $text }” is not mapped in statements.toml
fact-unknown-source = { $column } “{ $text }” is not in sources.csv
fact-unknown-listing = { $column } “{ $text }” is not in listings.csv
fact-wrong-unit = { $column } “{ $text }” is not a unit of { $measure }; { $expected } is
fact-percent = { $column } “{ $text }” reads like a percentage above { $bound }; write { $instead }
fact-jump = { $now } is more than 100 times off { $before } in line { $first }; check the unit, or mark it mismatch
fact-twice = already stands in { $where } line { $first }; take one out
fact-supersedes-nothing = { $column } “{ $text }” is no claim of this company
fact-above-whole = { $part } is more than the { $whole } shares in issue
fact-total = { $total } is not the sum of the holders that come free on that day
fact-day-order = { $column } { $text } does not follow on the last locked day
fact-unknown-rule = { $column } “{ $text }” is not in lockups/rules.csv or lockups/conditions.csv
fact-rule-venue = “{ $text }” is no rule of { $venue }, where the company is listed
fact-before-listing = the first free day { $text } is before the listing on { $listed }
file-sessions = the files of trading days cannot be read: { $text }

## Files
command-csv = The figures of any answer as CSV, with their claims and dates
option-csv = Any other question, such as compare zhipu minimax
choice-explain = Explain this number
choice-csv = As CSV
csv-of-what = “{ $words }” is no question whose figures could be a file.

## Pictures
chart-rebased = From one start: 100 on { $day }
chart-start = start
chart-index-end = { $company } { $change }
chart-bars = { $measure } side by side
chart-mix = Parts of revenue that are disclosed
divergence = { $first } against { $second } moved by a factor of { $times } from { $start } to { $end }: { $size } the noise of its own daily changes over so long (n = { $count }).
divergence-few = { $first } against { $second } moved by a factor of { $times }; { $count } changes are too few to measure that against noise.
mix-part = { $company } { $measure } { $value }
chart-leads = { $company } takes the lead
chart-lead-between = { $company } takes the lead, day unknown
chart-release = { $company } shares come free

## The unlock calendar
operation-unlocks = unlocks
command-unlocks = Shares that come free: what is due, whose, and how much of the float
command-unlock = One company's unlocks in full: dates, float, holders, disputed figures
option-unlocks-when = Stretch of time, such as next 90 days, this quarter or July
option-unlocks-filter = Whose shares or how many, such as cornerstones, or over 5 % of float
read-holders = held by { $kinds }
read-holders-excluded = without { $kinds }
read-size = over { $level } of { $of }
size-of-float = the float
size-of-issued = all shares
when-next = the next { $count } { $unit }
when-last = the last { $count } { $unit }
when-unit-d = days
when-unit-w = weeks
when-unit-m = months
when-unit-q = quarters
when-unit-y = years
when-this_week = this week
when-next_week = next week
when-this_month = this month
when-next_month = next month
when-last_month = last month
when-this_quarter = this quarter
when-next_quarter = next quarter
when-this_year = this year
when-next_year = next year
when-last_year = last year
holder-class-state = state
holder-class-industrial = industrial
holder-class-strategic = strategic
holder-class-cornerstone = cornerstones
holder-class-financial_vc = financial VCs
holder-class-pathfinder_sii = pathfinder investors
holder-class-founder = founders
holder-class-controlling = controlling group
holder-class-staff = staff platforms
holder-class-other_pre_ipo = other pre-IPO
holder-class-new_shares = new shares
holder-kind-state = state holders
holder-kind-cornerstone = cornerstones
holder-kind-founders = founders and controlling holders
holder-kind-vc = financial VCs
holder-kind-employees = staff
holder-kind-strategic = strategic and industrial holders
holder-kind-pathfinder = pathfinder investors
holder-kind-pre_ipo = holders from before the listing
basis-tradable = shares that can be traded
basis-free_in_law = shares free in law; what can be traded is not stated
basis-first_free_day = first free day
unlock-status-announced = announced
unlock-status-confirmed = confirmed by a filing
unlock-status-effective = free
unlock-status-verified = free, seen in the market
unlock-condition-nth_session = Stock Connect
unlock-condition-close_at_least = price
unlock-condition-results = results
lock-agreement-agree = agree
lock-agreement-within_tolerance = a day apart
lock-agreement-differ = differ
lock-agreement-only_filed = no rule known
lock-agreement-only_ruled = not filed
lock-agreement-unknown = not known
no-float-not_listed = it is not listed
no-float-before_listing = it was not listed yet
no-float-no_shares = no source states its shares in issue
no-float-no_holdings = no list of its locked shares is known
no-float-above_total = the locked shares stated exceed the shares in issue
no-float-split_unknown = nobody stated yet which of the freed shares can be traded
ratio-of-listing = all shares at listing (filing's rows)
ratio-of-issued = all shares on the day (filing's rows)
faced-by-shares = Shares
faced-by-of_issued = Of all shares
faced-by-of_float = Times the float
faced-by-money = Worth
unknown-no-release = No list of the locked shares of { $company } is known.
unknown-no-share-count = The shares in issue of { $company } are not known, so the { $measure } cannot be worked out.
workings-unlock-ratio = { $first } ÷ { $second } ({ $second_day })
workings-unlock-value = close { $first } ({ $first_day }) × { $second }
unlocks-headline = { $count ->
    [one] One release from { $start } to { $end }: { $first } on { $day }, { $shares }
   *[other] { $count } releases of { $companies } from { $start } to { $end }; first { $first } on { $day }, { $shares }
}
unlocks-none = No locked shares come free from { $start } to { $end } as asked
unlocks-none-from = No locked shares come free from { $start } on as asked
unlocks-next = The next ones: { $company } on { $day }, { $shares }.
unlocks-caption = Releases by first tradable session
unlocks-first-session = First session
unlocks-tradable = Tradable
unlocks-of-all = Of all
unlocks-of-float = Of float
unlocks-worth = Worth
unlocks-left = Standing
unlocks-calendar = What is due
unlocks-entry = { $company }: { $classes }; { $standing }
unlocks-left-short = { $count ->
    [one] 1 session
   *[other] { $count } sessions
}
unlocks-days = in { $calendar } days
unlocks-more-classes = { $count } more
unlocks-sessions = { $count ->
    [one] in 1 session ({ $calendar ->
        [one] 1 day
       *[other] { $calendar } days
    })
   *[other] in { $count } sessions ({ $calendar } days)
}
unlocks-sessions-provisional = { $count ->
    [one] in 1 session ({ $calendar ->
        [one] 1 day
       *[other] { $calendar } days
    }), provisional
   *[other] in { $count } sessions ({ $calendar } days), provisional
}
unlocks-counted = Counted as tradable
unlocks-sums-caption = Sums by company
unlock-classes-caption = What part each class of holders has
unlocks-split-unknown = { $company }, { $day }: of { $shares } nobody has stated yet how many can be traded; all of them are counted.
unlocks-left-out = { $company }, { $day }: { $shares } come free in law; { $out } cannot be traded before they are converted and are left out.
unlocks-left-out-group = { $company }, { $day }: { $shares } come free in law; { $out } are unlisted, cannot be sold on the exchange before they are converted, and are left out. The split is stated for the group alone, not holder by holder.
unlocks-not-a-session = { $company }: free from { $day }, no trading day; the first session is { $session }.
unlocks-provisional = The holidays around { $days } are not announced yet: these sessions are provisional.
unlocks-condition-open = { $company }: free early on a condition ({ $condition }, { $count } sessions), not met as far as known; locked until { $limit } at the latest.
unlocks-condition-met = { $company }: condition met on { $day } ({ $condition }, { $count } sessions), date now fixed: free from { $free }.
unlocks-condition-reported = { $company }: the condition ({ $condition }, { $count } sessions from { $event_day }: { $event }) is reported as met on { $day }, which would free the shares from { $free }; no filing says so, and the outer limit { $limit } is shown.
unlocks-extension = { $holder }: extended from { $before } to { $after }, announced { $announced }; the earlier version is superseded.
unlocks-waiver = { $holder }: waived, locked to { $after } instead of { $before }, announced { $announced }; the earlier version is superseded.
unlocks-early-release = { $holder }: released early, locked to { $after } instead of { $before }, announced { $announced }; the earlier version is superseded.
unlocks-size-known-only = Only releases of which this part is known are listed.
unlocks-unsized-caption = Locks that end without a stated number of shares
unlocks-unsized = { $company }: { $holder } ({ $rule }); how many shares, no source says
unlocks-others-caption = Other supply and demand, no lock-ups
unlocks-demand = { $company }: { $what }
unlocks-supply-undated = { $company }: { $what }, { $shares } once converted; from which day, no source says.
unlocks-supply = { $company }: { $what }, { $shares }
unlock-next = { $company }: { $shares } that can be traded come free on { $day }, in { $count ->
    [one] 1 session
   *[other] { $count } sessions
} ({ $calendar } days)
unlock-next-uncounted = { $company }: { $shares } that can be traded come free on { $day }, in { $calendar } days
unlock-last = { $company }: the last release was on { $day }, { $shares } that can be traded; none is to come as far as known
unlock-not-listed = { $company } is not listed, and no lock-up of its shares has a day
unlock-unsized = { $company }: lock-ups with a day, but without a stated number of shares
unlock-none-such = { $company }: nothing comes free as asked
unlock-no-holdings = { $company }: no list of its locked shares is known
unlock-undated = { $holder }: { $rule }; on which day it ends, no source says.
unlock-no-float = The free float is not known: { $why }.
unlock-float = Free float
unlock-float-today = today
unlock-float-before = before { $day }
unlock-float-after = after { $day }
unlock-float-shares = Float
unlock-locked = Locked
unlock-not-tradable = Not tradable
unlock-float-caption = Free float: what the public can trade, locked, and free but not tradable add up to all shares
unlock-ladder-caption = The ladder of releases
unlock-free-in-law = Free in law
unlock-dates-caption = The days, as filed and by rule
unlock-last-locked = Last locked
unlock-first-free = First free
unlock-by-rule = Free by rule
unlock-rule = Rule that ends last
unlock-agreement = Filed and rule
unlock-disagree = The filing's day and the rule's differ: check before relying on it.
unlock-tolerance = { $count ->
    [one] A strict reader of the wording may come to a day later; the announcement's day is shown.
   *[other] A strict reader of the wording may come to { $count } days later; the announcement's day is shown.
}
unlock-layers = Up to { $count } locks bind the same shares; the latest wins.
unlock-holder = Holder
unlock-class = Class
unlock-holders-caption = Who comes free on { $day }
unlock-stated-caption = What is stated of the ratio, side by side
unlock-share-of = Share of
choice-unlock = { $company } in full
unlock-twins-none = No locked shares of { $companies } come free as asked
unlock-twins-caption = Unlocks of { $companies } side by side
unlock-twins-more = { $more } faces more by every measure: { $first } { $first_day }, { $second } { $second_day }
unlock-twins-split = Who faces more depends on the measure: { $first } { $first_day }, { $second } { $second_day }
unlock-twins-unknown = { $first } { $first_day } and { $second } { $second_day }: who faces more is not known
unlock-twins-one = Only { $company } has shares coming free as asked, on { $day }; { $other } has none
unlock-float-before-short = Float before
unlock-float-after-short = Float after
unlock-facing = Who faces more: { $each }.
unlock-faces-more = { $by }: { $company }
unlock-faces-unknown = { $by }: not known
unlock-waterfall-title = { $company }: free float before and after { $day }
unlock-waterfall-summary = Waterfall of the free float of { $company }: { $before } before { $day }, { $after } after it, { $part } of all shares.
unlock-all-shares = all shares
holder-class-all_others = all other holders
unlock-strip-title = What comes free from { $start } to { $end }
unlock-strip-summary = Calendar strip from { $start } to { $end }: { $each }.
unlock-strip-one = { $company } on { $day }, { $shares }
unlock-worth-at = Worth of { $company } at the close of { $price } ({ $day }).
unlock-flips = { $value } of { $company } ({ $source }) would turn the order round by: { $by }.
unlock-may-flip = { $value } of { $company } ({ $source }) could turn the order round by: { $by }.
unlock-no-flip = No stated ratio would turn the order round.

waterfall-others = { $count } others together
strip-tradable = tradable from { $day }
strip-provisional = provisional
strip-key = triangle: first tradable session (free day → session)
strip-unknown = size unknown
strip-nothing = nothing due
fan-axis = Sessions before and after the event; bands are ordinary days of the same share

feed-name = Twinstar: share unlocks
feed-title = { $company }: { $shares } come free
feed-title-share = { $company }: { $shares } come free, { $share } of shares in issue
feed-none-tradable = { $company }: { $shares } free in law, none of them tradable
feed-days = Locked up to { $locked }, free from { $free }, first tradable session { $session }.
feed-left-out = Left out: { $shares } that are free in law and not traded on the exchange.
feed-tradable-unknown = The sources do not say how many of these the exchange trades.
feed-tradable-group = Not said for just these; of all { $shares } of that day the exchange trades { $tradable }.
feed-rule = Under: { $rule }.
feed-holders = Holders: { $holders }.
feed-holder = { $holder } { $shares }
feed-holders-more = { $count } more holders stand in the sources.
feed-provisional = The session is provisional: the exchange has not published its holidays that far ahead.
feed-announced = No exchange filing fixes this day yet.
feed-amended = Changed on { $day }; before, the first free day was { $before }.
feed-source = Source: { $source }
feed-reminder = { $title } soon
feed-done = Wrote { $count } entries to { $path }.
feed-unwritable = { $path } cannot be written: { $reason }

## Event studies
command-study = What a share did around a day, how usual that is for it, and what else happened; alone: what studies found
option-study-company = A listed company; without one, what studies and cases say of releases
option-study-when = The day of the event; without one, the last release or event
option-study-method = Which return is taken off: none, its own mean, a market proxy's, a peer's
option-study-peer = The peer whose return is taken off
option-study-windows = Sessions around the day, such as -5:-1,0:1,2:10
option-name-method = method
option-name-peer = peer
option-name-windows = windows
operation-study = event study
study-headline = { $company } around { $day } ({ $method }): { $each }
study-headline-none = { $company } around { $day } ({ $method }): no window is known in full
study-window-value = { $window } { $value }
study-window = sessions { $first } to { $last }
study-before = −{ $count }
study-after = +{ $count }
study-event-day = 0
study-days = { $first } to { $last }
study-method-raw = raw returns
study-method-mean = less its own mean before
study-method-market = less the mean of { $companies }
study-method-peer = less { $companies }
study-method-not-possible = Not possible for this company
study-caption = Cumulative abnormal returns of { $company }: simple daily returns, added up
study-column-window = Window
study-column-first = From
study-column-last = To
study-ranks = How usual that is for { $company }: rank by size among windows more than { $apart } sessions from any release
study-column-raw = Raw
study-column-mean = Less own mean
study-column-market = Less market proxy
study-column-peer = Less peer
study-column-rank = Rank
study-column-band = Nine in ten windows
study-window-short = { $known } of { $count } sessions known
study-rank = { $place } of { $of }
study-band = { $low } to { $high }
study-estimated = { $window }, { $count } returns
study-field-day = Day 0
study-field-method = Method
study-field-estimation = Estimated from
study-field-volume = Volume, days 0 to +2 over the median of −40 to −6
study-no-volume = Volumes not known
study-caution-day-moved = { $asked } has no price; the next session, { $day }, is day 0.
study-caution-proxy = No index is in the fact base: the equal mean of { $companies } stands for the market, without a slope (that needs some 250 sessions before).
study-caution-estimation-short = The estimation window ({ $window }) holds { $count } of { $of } returns.
study-caution-estimation-empty = No return of the estimation window ({ $window }) is known, so there is no usual return to take off.
study-caution-window-incomplete = Not given for { $window }: { $count } of { $of } sessions are known.
study-caution-no-placebo = No placebo rank for { $window }: too few windows lie away from every release.
study-caution-peer-release = The peer’s own shares came free on { $day }, inside these windows: what is taken off is no ordinary return.
study-caution-confounded = Other causes fell into these windows ({ $count } listed), so no figure here is the effect of one of them.
study-happened = What else fell into these days
study-column-what = What
study-release = { $shares } came free
study-nothing-else = The events list holds nothing else in these days; that is no proof that nothing happened.
study-aftermath = After each past release of { $company }: raw change from the last close before
study-column-freed = Free from
study-column-shares = Shares
study-column-before = Close before
study-column-after = T+{ $count }
study-column-meanwhile = Meanwhile
study-no-price-around = No price around that day
study-not-yet = No price that far on
study-tests-too-few-events = Cross-sectional tests (BMP, rank, sign) are refused: { $count } releases have prices, and below { $needed } they say nothing. The placebo rank is for a single event.
study-tests-too-few-estimated = Cross-sectional tests (BMP, rank, sign) are refused: of { $count } releases one has fewer than { $needed } returns before it.
study-tests-unequal-lengths = Cross-sectional tests are refused: the windows of { $count } releases differ in length.
study-tests-no-scatter = Cross-sectional tests are refused: one of { $count } releases shows no scatter before it.
study-tests = Over all releases with prices, sessions 0 to +1: { $each }
study-test-outcome = { $test } { $statistic } (chance { $chance }, n = { $count })
study-test-bmp = BMP
study-test-rank = rank
study-test-sign = sign
study-no-cause = A date beside a price says when, not why.
study-choice-raw = Raw
study-choice-mean = Less own mean
study-choice-market = Less market proxy
study-choice-peer = Less peer
study-choice-rates = What studies found
study-not-listed = { $company } is not listed, so it has no daily prices.
study-no-prices = There are no daily prices of { $company }, or of what it would be held against.
study-after-last-price = There is no price of { $company } on or after { $day }.
study-no-peer = { $company } has no peer of its own here; name one with peer, or take another method.
study-peer-itself = { $company } cannot be its own peer.
study-which-day = No release or event of { $company } is listed; name a day.
study-one-company = A study is of one company; a second one can be its peer.
study-one-day = A study is of one day.
study-no-window = “{ $words }” is no window: two whole sessions, the first not after the last, at most 250 away; the estimation window ends before day 0.
study-too-many-windows = { $count } windows are more than { $most }.
rates-headline = What { $count } studies found around the end of lock-ups, market by market
rates-caption = { $market }
rates-read = base rates and cases
rates-column-study = Study
rates-column-n = n
rates-column-period = Period
rates-column-window = Window
rates-column-return = Abnormal return
rates-column-finding = Finding
rates-not-significant = not significant
rates-no-figure = no figure in the abstract
rates-same = “{ $study }” is an earlier version of “{ $other }”: one study, not two.
rates-cases = Cases the press wrote about, first-day raw return
rates-column-case = Company
rates-column-market = Market
rates-column-first-day = First day
rates-column-confounders = Other causes
rates-no-close = no close found
rates-cases-no-rate = These { $count } cases were picked because they were news. They are no sample and give no rate.
rates-choice = { $company }
market-US = United States
market-HK = Hong Kong
market-CN = Chinese mainland
event-filing = filing
event-ipo = listing plan
event-round = round
event-listing = listing
event-over_allotment = over-allotment
event-results = results
event-lock_up = lock-up news
event-convertible = convertible bonds
event-placing = placing
event-rival_release = rival’s release
event-stock_connect = Stock Connect
event-model_release = model release
event-structure = restructuring
event-star_plan = STAR Market plan
event-name_change = new name
event-guidance = guidance

# Questions in one's own words
command-ask = a question in your own words
option-ask-question = the question, as you would put it to a colleague
read-together-sum = added up
read-together-mean = on average
read-together-median = median
read-place = place { $place }
read-above = above { $level }
read-below = below { $level }
read-nobody = { $read } (nobody named, so { $companies })
read-guessed = { $read } (what you ask for is a guess from how others word it)
read-leaned = { $read } (taken on from the question before)
read-mended = { $read } (spelling mended: { $words })
read-share = { $read } (the amount itself is not known, only the { $measure })
read-assumed = { $read } (no measure named, so { $measure })
choice-reading = { $company } · { $measure }
ask-ambiguous-company = “{ $words }” fits more than one company. Which one do you mean?
ask-unknown-company = I keep no figures for “{ $words }”. What I have nearest:
ask-missing-context = Which company, and which figure?
ask-ambiguous-metric = Which figure do you mean?
ask-impossible-day = No calendar has the day “{ $words }”.
ask-not-answered = I understood the question, but cannot answer it yet.
ask-declined-advice = I give no investment advice. What is known:
ask-declined-forecast = I make no forecasts; I only keep what was stated. What is known:
ask-declined-off-topic = That is not something I keep figures on. I compare AI-model companies: value, revenue, unlocks, who leads.
ask-declined-injection = I read that as text, not as an instruction, and it asks for no figure I keep.
ask-declined-secret = I do not show how I am set up, nor any key or token.
ask-declined-private = I hold only what was published; private matters are not among it.
ask-declined-write-action = A question changes nothing. Commands do that; type /help to see them.
ask-declined-unknown-metric = I do not track that measure. What I do have:
ask-declined-not-applicable = A company that is not listed has no such figure. What is known instead:
when-ago-days = { $count } days ago
when-ago-months = { $count } months ago
when-last_week = last week
when-last_quarter = last quarter
when-unlock_day = the day of the unlock
when-unlock_latest = the newest unlock
when-unlock_eve = the day before the unlock
when-first_week = the first week of trading
when-first_month = the first month of trading
when-second_day = the second day of trading
when-monday_before_last = the Monday before last
when-tuesday_before_last = the Tuesday before last
when-wednesday_before_last = the Wednesday before last
when-thursday_before_last = the Thursday before last
when-friday_before_last = the Friday before last
when-saturday_before_last = the Saturday before last
when-sunday_before_last = the Sunday before last
when-after-listing = { $count } { $unit } after listing
when-after-unlock = { $count } { $unit } after the unlock
when-week_before_last = the week before last
when-month_before_last = the month before last
when-quarter_before_last = the quarter before last
when-last_monday = last Monday
when-last_tuesday = last Tuesday
when-last_wednesday = last Wednesday
when-last_thursday = last Thursday
when-last_friday = last Friday
when-last_saturday = last Saturday
when-last_sunday = last Sunday
## Overhang
command-overhang = How much comes free next: shares, float, money, days of volume, by class of holder; for a pair in each sense
option-overhang-companies = Companies; without any, Zhipu and MiniMax
operation-overhang = overhang
overhang-headline = Coming free: { $each }
overhang-one-days = { $said }: { $fast } sessions at 20% of the average volume, { $slow } at 10%
overhang-one = { $company } { $shares } that can be traded on { $day } ({ $value })
overhang-caption = What comes free, in every sense
overhang-column-sense = Sense
overhang-first-free = First free day
overhang-shares = Shares freed in law
overhang-tradable = of these tradable in Hong Kong
overhang-of-total = Freed, of shares in issue
overhang-of-listing = Freed, of shares at listing
overhang-of-class = Tradable, of its class
overhang-float-before = Float before
overhang-of-float = Tradable, of float before
overhang-float-multiple = Float after / before
overhang-money = Tradable, at the price
overhang-days-20 = Days at 20% of volume
overhang-days-10 = Days at 10% of volume
overhang-orders-alike = The same company faces more in every sense known: { $each }.
overhang-orders = Who faces more depends on the sense: { $each }.
overhang-more = { $sense }: { $company }
overhang-sense-of-total = by share of all shares
overhang-sense-float-multiple = by growth of the float
overhang-sense-money = by money
overhang-sense-days = by days of volume
overhang-volume = Days of volume by average daily volume
overhang-column-span = Mean of
overhang-column-adv = Daily volume
overhang-column-until = Until
overhang-column-days-20 = Days at 20%
overhang-column-days-10 = Days at 10%
overhang-sessions = { $count } sessions
overhang-classes = { $company }, { $day }: by class of holder
overhang-column-class = Class
overhang-column-holders = Holders
overhang-column-shares = Shares
overhang-column-part = Of release
overhang-column-willing = Assumed to sell
overhang-not-assumed = nothing assumed
overhang-assumption = Assumption: { $why } ({ $source }).
overhang-ranges = What the assumptions come to, and how few hold how much
overhang-sold-least = Least sold by the assumptions
overhang-sold-most = Most sold by the assumptions
overhang-sold-days = Days at 10% of the { $span }-session volume
overhang-move = Daily scatter over { $span } sessions
overhang-impact = Square-root law, order of magnitude
overhang-largest = Largest holder, of the release
overhang-concentration = Concentration (1 is one holder)
overhang-assumed = What holders are assumed to sell is an assumption with its source, not a forecast.
overhang-law = The square-root law gives an order of magnitude alone; it was measured on orders far smaller than a release.
overhang-unlisted = { $company }: the rest of the freed shares is not listed and has to be converted before it can be sold in Hong Kong.
overhang-left-out = { $company }: { $count } sessions after a release are left out of the average, as they are no usual volume.
overhang-whole-release = These sizes are of the whole release; the table by class of holder says whose shares are which.
overhang-no-forecast = Free to be sold is not sold.
overhang-no-price = no price
overhang-no-count = share count not known
overhang-no-volume = no volume known
overhang-not-listed = { $company } is not listed, so nothing of it comes free.
overhang-no-holdings = No lock-up list of { $company } is in the fact base.
overhang-nothing-coming = Nothing more of { $company } comes free that is known.
overhang-nothing-then = Nothing of { $company } came free in that time.
overhang-choice-sell = If 20% is sold
overhang-choice-study = Last release

## What if
command-whatif = A result under an assumption, the base beside it; or what an input would have to be
option-whatif-companies = One or several companies
option-whatif-assumption = Such as price -30%, run rate +50%, volume -20%, sell 30%, extend founder 12 months, equal
option-name-assumption = assumption
operation-what_if = what if
whatif-headline = { $measure }: { $each }
whatif-headline-none = { $measure }: not known of any of them
whatif-one = { $company } { $after } instead of { $before }
whatif-one-same = { $company } stays at { $after }
whatif-caption = Base and scenario
whatif-column-what = What
whatif-column-base = Base
whatif-column-scenario = Scenario
whatif-column-change = Change
whatif-input-share-price = share price
whatif-input-shares-in-issue = shares in issue
whatif-input-valuation = private valuation
whatif-input-run-rate-revenue = run-rate revenue
whatif-input-revenue = revenue of twelve months
whatif-input-volume = average daily volume
whatif-input-freed = tradable shares freed
whatif-input-sold-part = part sold
whatif-input-market-value = market value
whatif-input-price-to-arr = P/ARR
whatif-input-price-to-sales = P/S
whatif-input-unlock-value = value coming free
whatif-input-days-of-volume = days of volume
whatif-not-known = not known
whatif-order-holds = { $company } stays ahead on { $measure }.
whatif-order-turns = { $company } would be ahead on { $measure } instead of { $before }.
whatif-level = They would be level on { $measure }.
whatif-moved = { $input } of { $company }
whatif-only = Changed: { $each }. Everything else is as in the base.
whatif-only-rate = Changed: the exchange rate alone. Everything else is as in the base.
whatif-rate = Assumed: { $of } = { $value }.
whatif-solved = { $company } would need { $input } of { $needed } for { $measure } of { $target }
whatif-solved-change = { $company } would need { $input } of { $needed } ({ $change }) for { $measure } of { $target }
whatif-swing = { $change }
whatif-tornado = { $measure } of { $company }: each input { $step } down and up
whatif-tornado-summary = How far { $measure } of { $company } moves when one input is { $step } lower or higher
whatif-choice-base = The base
whatif-choice-overhang = Overhang
whatif-extend = If { $classes } held { $count } months longer
whatif-waive = If { $classes } were let go at once
whatif-locks-caption = { $company }: what comes free, and the float after it
whatif-column-freed = Freed
whatif-column-freed-then = Freed then
whatif-column-float = Float after
whatif-column-float-then = Float then
whatif-nothing-free = nothing that day
whatif-float-unknown = not stated which of these shares can be traded
whatif-conserved = Checked: on every day float, locked and untradable shares are all shares in issue.
whatif-not-conserved = Float, locked and untradable shares do not add up to all shares on some day; do not use this.
whatif-none-locked = No shares of { $classes } are locked any more there.
whatif-months = A lock-up can be extended by 1 to { $most } months.
whatif-which-holders = Say whose lock-up: cornerstone, founder, controlling, state, staff, vc, strategic, industrial, pathfinder.
whatif-unknown-input = { $input } of { $company } is not known, so it cannot be changed.
whatif-below-nothing = Nothing falls by more than all of it.
whatif-part = A part sold lies between nothing and all.
whatif-none-of-theirs = None of the shares that { $company } sets free next is known to be theirs.
whatif-split-unknown = It is not stated which shares of these holders of { $company } can be traded in Hong Kong.
whatif-no-value = The value to set for { $company } is not known.
whatif-not-editable = That measure cannot be set; price, run rate, revenue, volume and multiples can.
whatif-unsolvable = That cannot be solved: the result does not depend on it, or another figure is missing.
whatif-nothing = Say what changes, such as price -30%.
whatif-read = { $read }; { $line }
## Deliveries
delivery-late = Late: this was due { $due }.
delivery-may-repeat = You may have seen this already. Nobody can tell whether an earlier message reached this channel.
deliveries-restored = { $count ->
    [0] Nothing waited; nothing is held.
    [one] { $count } message is held, as it may have been sent since this copy was made. /alert health shows it.
   *[other] { $count } messages are held, as they may have been sent since this copy was made. /alert health shows them.
 }
health-good = Everything that was due has been delivered.
health-blind = Everything that was due has been delivered; { $count ->
    [one] { $count } alert sees
   *[other] { $count } alerts see
 } nothing at present
health-set-aside = Damaged and set aside: { $rules }. All other alerts go on, and nothing is told of what is damaged. Once whoever runs the bot has put a backup back (“twinstar restore FILE --yes”) it goes on by itself; { $remove } takes it away for good.
health-damaged = { $count ->
    [one] One alert is
   *[other] { $count } alerts are
 } damaged and set aside
alert-removed-damaged = Alert { $id }, which was damaged, is removed. What it watched can be set up anew.
alert-is-damaged = Alert { $id } is damaged: nothing can be read of it. It goes on by itself once whoever runs the bot has put a backup back (“twinstar restore FILE --yes”).
health-blind-caption = Alerts that see nothing at present
health-troubled = { $count ->
    [one] { $count } message has
   *[other] { $count } messages have
 } not been delivered
health-caption = What waits, and for what
health-here = this channel
health-not-there = Nothing undelivered is numbered “{ $words }”.
health-again = { $count ->
    [one] It is
   *[other] { $count } messages are
 } being sent again.
health-dropped = { $count ->
    [one] It will
   *[other] { $count } messages will
 } not be sent.
choice-send-again = Send { $number } again
choice-drop = Drop { $number }
column-channel = Where
column-messages = Messages
column-due = Due since
column-blind-since = Sees nothing since
column-number = Number
delivery-pending = waiting
delivery-in_flight = being sent
delivery-unsure = perhaps sent
delivery-parked = held
why-channel_gone = the channel is gone, or the bot cannot see it
why-channel_archived = the channel is archived: open it again, then send again
why-forbidden = the bot may not write there: give it leave, then send again
why-not_in_channel = the bot is not in the channel: invite it, then send again
why-token_refused = the platform refuses the bot’s token: install it again, then send again
why-team_gone = the bot is no longer installed there
why-refused = the platform refused the message
why-rate_limited = the platform asked for a pause
why-unreachable = the platform did not answer
why-outcome_unknown = nobody can tell whether it arrived
why-look_up_failed = nobody can tell whether it arrived: the channel’s history cannot be read
why-restored = an older copy of the data was put back: it may have been sent before
why-no_adapter = nothing delivers there now: it goes by itself once somebody has set that platform up or started it again
why-damaged = what is kept of it is damaged: whoever runs the bot puts a backup back (“twinstar restore FILE --yes”)
why-nothing_to_edit = the message it belongs to is not there

## Alerts: the command
command-alert = Be told when something happens: shares come free, a figure crosses a level, one company overtakes another
option-alert = add …, list, show ID, pause ID, resume ID, edit ID …, remove ID, preview …, replay …
option-name-alert = alert
no = no
choice-alert = Alert me
choice-pause = Pause this alert
choice-resume = Resume this alert
choice-replay = When would it have fired?
choice-list-alerts = All alerts
choice-band = With a band of { $band }
choice-renew = Keep it for 90 more days
alert-kept = Watching from now on: { $rule } (alert { $id })
alert-edited = Changed: { $rule } (alert { $id })
alert-shown = Alert { $id }: { $rule }
alert-paused = Paused: { $rule }
alert-resumed = Watching again: { $rule }
alert-removed = Removed: { $rule }
alert-renewed = Kept until { $day }: { $rule }
alert-none = No alerts are told here yet.
alert-listed = { $count ->
    [one] { $count } alert is told here
   *[other] { $count } alerts are told here
}
alert-listed-all = { $count ->
    [one] { $count } alert of this workspace
   *[other] { $count } alerts of this workspace
}
choice-list-all = Those of all channels
alert-listed-caption = Alerts
alert-how-often = How often
alert-stands = Stands
alert-is-paused = paused
alert-value-now = Now
alert-would-send = Would send at once
alert-sees-nothing = No figure new enough to judge by.
alert-first-look = The first look fires nothing: a crossing needs a figure from before it.
alert-fires-if-true = Fires at once if it already holds.
alert-band-proposed = This figure moves about { $band } from one observation to the next; a band as wide keeps it from firing back and forth.
alert-preview = If it were made now: { $rule }
alert-replayed = Replayed: { $rule }
alert-no-replay = There is no history to replay for this kind of alert.
alert-replay-blind = Replay: no figures to replay it on.
alert-replay-never = Replay: it would not have fired in the last { $months } months.
alert-replay-line = Replay: in the last { $months } months it would have fired { $count ->
    [one] once
   *[other] { $count } times
}, last on { $days }.
alert-replay-caption = When it would have fired
alert-as-known-then = Every day is judged by the facts that were public on it.
alert-none-coming = No reminder lies ahead: no such release is known.
alert-coming-caption = { $count ->
    [one] { $count } reminder ahead
   *[other] { $count } reminders ahead, the next of them
}
alert-what = What shall be watched?
alert-needs-two = This needs two companies.
alert-bad-hour = “{ $words }” is no hour of the day.
alert-end-passed = An alert ends on a day after { $today } and within three years, not on { $day }.
alert-unknown-zone = “{ $words }” is no time zone.
alert-too-many-own = You have { $most } alerts already. Remove some first.
alert-too-many = This workspace has { $most } alerts already. Remove some first.
alert-edit-what = What of the alert shall change? “{ $words }” is no option of it.
alert-not-there = There is no alert “{ $words }”.
column-when = When
column-rung = Reminder
column-comes-free = Comes free
column-day = Day
column-reason = Why
column-not-before = After
column-rule = Alert
column-watches = Watches
column-news = News

## Alerts: the form
form-alert = New alert
form-alert-send = Keep it
form-what = Watch what
form-what-unlock = Shares coming free
form-what-level = A figure crosses a level
form-what-move = The share price moves
form-what-overtake = One company overtakes another
form-what-ratio = One company over another
form-what-drawdown = A fall from the peak
form-what-high = A new high
form-what-low = A new low
form-what-claims = New or corrected figures
form-what-stale = A figure goes stale
form-what-statements = What somebody said falls due
form-who = Company
form-whom = Companies
form-whom-hint = None picked means all of them.
form-who-overtake = Who overtakes
form-than-overtake = Whom
form-who-ratio = This company
form-than-ratio = Over this one
form-of = Figure
form-side = When
form-side-above = it rises past the level
form-side-below = it falls past the level
form-side-is_above = as long as it is at or above
form-side-is_below = as long as it is at or below
form-level = Level
form-level-hint = Such as HK$500bn, 80 or 25%.
form-times = How many times
form-times-hint = Such as 6 or 1.5.
form-way = Which way
form-way-either = either way
form-way-up = up
form-way-down = down
form-by = By how many per cent
form-by-hint = Such as 10.
form-over = Within how many trading days
form-over-hint = Such as 5.
form-days = Older than how many days
form-days-hint = Such as 30.
form-rungs = Reminders
form-rung-before = { $rung }: { $count ->
    [one] the day before
   *[other] { $count } days before
}
form-rung-0 = { $rung }: on the day
form-rung-after = { $rung }: { $count ->
    [one] one trading day after
   *[other] { $count } trading days after
}
form-often = How often
form-where = Tell which channel
form-where-hint = I have to be in it: /invite @Twinstar. Empty: you alone, in our conversation.
form-needs-what = Choose what to watch.
form-needs-who = Choose a company.
form-needs-than = Choose a company other than the first.
form-needs-of = Choose a figure.
form-needs-side = Choose when.
form-needs-way = Choose which way.
form-needs-rungs = Choose at least one reminder.
form-needs-often = Choose how often.
form-needs-level = Type the level, such as HK$500bn, 80 or 25%.
form-needs-times = Type how many times, such as 6 or 1.5.
form-needs-by = Type a percentage, such as 10.
form-needs-over = Type a number of trading days, such as 5.
form-needs-days = Type a number of days, such as 30.
form-bad-level = “{ $words }” is no level. Type a number, such as HK$500bn, 80 or 25%.
form-other-unit = “{ $words }” does not fit { $measure }. Type money as HK$500bn, a share as 25%, anything else as a number.
form-bad-times = “{ $words }” is no number of times. Type a number, such as 6 or 1.5.
form-bad-by = “{ $words }” is no percentage. Type a number above 0, such as 10.
form-bad-over = “{ $words }” is no number of trading days. Type 1 to 999, such as 5.
form-bad-days = “{ $words }” is no number of days. Type 1 to 999, such as 30.
form-waiting = Still open: { $fields }. With that filled in, what it would have told over the past months is shown.
form-choose = Choose one; what it would have told is shown before anything is kept.
form-type = Or type it, such as { $example }
form-typed-same = Nothing is kept yet. The same, typed: { $line }
form-dropped = Dropped. Nothing was kept.
form-close = Close
form-window = Twinstar
form-moment = One moment …
choice-form-keep = Keep it
choice-form-change = Change it
choice-form-fill = Fill in the form
choice-form-drop = Drop it

## Alerts: what a rule says
rule-releases = shares coming free, { $companies }, { $rungs }
rule-of-classes = held by { $classes }
rule-of-size = at least { $part } of the shares in issue
rule-within = within { $count } days
rule-crosses-above = { $subject } crosses { $level } upwards
rule-crosses-below = { $subject } crosses { $level } downwards
rule-is-above = { $subject } is at or above { $level }
rule-is-below = { $subject } is at or below { $level }
rule-high = { $subject }: a new high
rule-low = { $subject }: a new low
rule-overtakes = { $first } overtakes { $second } in { $measure }
rule-claims = new or corrected figures of { $companies }: { $measures }
rule-statements = statements falling due, { $companies }{ $count ->
    [0] {""}
   *[other] , { $count } days ahead
}
rule-band = with a band of { $band }
rule-pending = after { $count } observations in a row
rule-pending-minutes = after { $count } minutes
rule-keep = over after { $count } observations
rule-cooldown = at most every { $count } hours
rule-until = until { $day }
all-companies = all companies
so-many-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
series-figure = { $company } { $measure }
series-ratio = { $company } over { $second }, { $measure }
series-move = change of { $company } { $measure } over { $count ->
    [one] one session
   *[other] { $count } sessions
}
series-swing = move of { $company } { $measure } over { $count ->
    [one] one session
   *[other] { $count } sessions
}, either way
series-drawdown = fall of { $company } { $measure } from its highest close
series-high = { $company } { $measure }
series-low = { $company } { $measure }
series-age = age of { $company } { $measure }
frequency-once = once
frequency-each_crossing = each time
frequency-each_close = at every close while it holds
frequency-daily = every day while it holds
phase-quiet = quiet
phase-pending = waiting
phase-firing = holds
phase-resolved = over
phase-no_data = no figures new enough
phase-failed = could not be worked out
phase-unseen = not looked at yet
fault-missing = it names something that is no longer there
fault-numbers = its figures cannot be reckoned with
fault-unexpected = a fault of Twinstar’s own; its log says more
reason-crossed = crossed
reason-held = holds
reason-contested = contested
reason-repeat_due = still holds
reason-source_corrected = source corrected

## Alerts: what is sent
alert-above = { $subject } is at { $value }, past { $level }
alert-below = { $subject } is at { $value }, below { $level }
alert-still-above = { $subject } is still past { $level }, at { $value }
alert-still-below = { $subject } is still below { $level }, at { $value }
alert-high = { $subject } at a new high, { $last }: { $value } above the highest close before
alert-low = { $subject } at a new low, { $last }: { $value } from the lowest close before
rule-move-above = { $company } rises { $size } in { $count ->
    [one] one session
   *[other] { $count } sessions
}
rule-move-below = { $company } falls { $size } in { $count ->
    [one] one session
   *[other] { $count } sessions
}
rule-swing = { $company } moves { $size } either way in { $count ->
    [one] one session
   *[other] { $count } sessions
}
rule-drawdown = { $company } falls { $size } from its highest close
alert-move = { $company } { $value } in { $count ->
    [one] one session
   *[other] { $count } sessions
}, at { $close }
alert-age = { $company } { $measure } is { $value } old
alert-ratio-above = { $company } is { $value } { $second } in { $measure }, past { $level }
alert-ratio-below = { $company } is { $value } { $second } in { $measure }, below { $level }
alert-still-ratio-above = { $company } is still { $value } { $second } in { $measure }, past { $level }
alert-still-ratio-below = { $company } is still { $value } { $second } in { $measure }, below { $level }
alert-drawdown-above = { $company } is { $value } below its highest close
alert-drawdown-below = { $company } is { $value } below its highest close, less than { $level }
alert-still-drawdown-above = { $company } is still { $value } below its highest close
alert-still-drawdown-below = { $company } is still { $value } below its highest close, less than { $level }
alert-unlock-happened = { $company } { $change } by { $last }, from the close before { $shares } ({ $part } of the shares in issue) came free on { $day }
alert-value-corrected = Corrected at the source: { $subject } did not pass { $level }; it is at { $value }
alert-overtake = { $first } has overtaken { $second } in { $measure }: { $times } as much
alert-overtake-contested = Contested overtake: some sources put { $first } ahead of { $second } in { $measure }, not all
alert-overtake-corrected = Corrected at the source: { $first } has not overtaken { $second } in { $measure }
alert-still-ahead = { $first } is still ahead of { $second } in { $measure }: { $times } as much
alert-between = It happened between { $after } and { $day }: no figures of both are known in between.
alert-also-said = Also said of { $company }: { $value } ({ $basis }, { $day }), { $source }.
alert-figures-caption = The figures behind it
alert-news = { $count ->
    [one] New: { $company } { $measure } { $value }
   *[other] { $count } new figures, the latest { $company } { $measure }: { $value }
}
alert-news-caption = New or corrected figures
news-new = new
news-corrected = corrected
alert-statement = Due { $day }: { $speaker } said: { $said }
alert-ends-soon = This alert ends on { $day }: { $rule } (alert { $id })
alert-ended = This alert has ended: { $rule } (alert { $id })
alert-failed = Alert { $id } could not be worked out: { $why }
alert-failed-note = Nothing was decided about it, all other alerts go on, and it is tried again by itself. { $show } says how it stands.
alert-unlock-before = { $company }: { $shares } ({ $part } of the shares in issue) come free in { $count ->
    [one] { $count } day
   *[other] { $count } days
}, on { $day }
alert-unlock-today = { $company }: { $shares } ({ $part } of the shares in issue) come free today, { $day }
alert-unlock-past = { $company }: { $shares } ({ $part } of the shares in issue) came free on { $day }
alert-unlock-after = { $company }: what { $count ->
    [one] the session
   *[other] { $count } sessions
} brought after { $shares } ({ $part } of the shares in issue) came free on { $day }
alert-moved = { $company }: { $shares } come free on { $new }, not on { $old } as told before
alert-instead-of = Told in place of { $rungs }, which fell due meanwhile.
alert-part = Also: { $headline } (episode { $id })
alert-passed-over = { $count ->
    [one] One earlier alert of this rule fell
   *[other] { $count } earlier alerts of this rule fell
} into the same gap and is not told by itself.
alert-late = Late: it was due { $due }.
sent-because = Alert { $id }: { $why }.
because-first = { $rule }
because-crossed = { $rule }
because-held = { $rule }, which held long enough
because-contested = { $rule }; live figures disagree
because-repeat-due = { $rule }
because-source-corrected = { $rule }; a source corrected what was told
because-claims = { $rule }
because-statement = { $rule }
because-rung = { $rule }
because-moved = { $rule }; the day was moved
part-unknown = a part unknown
unlock-shares = Shares
unlock-tradable = Shares that can be traded
unlock-left-out = Unlisted, left out here
unlock-of-issued = Of the shares in issue
unlock-value = Worth at the latest close
unlock-close = Latest close
unlock-close-age = Age of that close
unlock-holders = Holders
unlock-classes = Held by
unlock-no-closes = No closes around that day are known yet.
unlock-before = Last close before
unlock-after = Close after
unlock-change = Change between them
unlock-volume = Traded since
unlock-volume-part = Traded, of the shares that came free

## Episodes: living with what was told
member-slack = a colleague on Slack
member-discord = a colleague on Discord
member-console = you
choice-acknowledge = Acknowledge
choice-snooze = Snooze
choice-resolve = Resolve
choice-until-close = Until the next close
choice-until-unlock = Until the unlock
choice-for-day = For a day
choice-for-week = For a week
so-many-hours = { $count } hours
so-many-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
episode-acknowledged = Taken on by { $who }, { $at }
episode-snoozed = Silent until { $until }, asked for by { $who }
episode-resolved-by = Closed by { $who } after { $after }
episode-over = Over after { $after }
episode-ended = { $over }: { $headline }
episode-extreme = Furthest: { $value } on { $day }
episode-woken = The silence is over: { $headline }
episode-held = { $count ->
    [one] 1 message was held back meanwhile
   *[other] { $count } messages were held back meanwhile
}
episode-inhibited = Told here, and not by itself: the unlock of the day comes first.
episode-is-over = That was over already, after { $after }.
episode-not-there = There is no episode “{ $words }”.
episode-yours-already = You have it already.
episode-no-unlock = No unlock lies ahead of this one.
episode-no-time = “{ $words }” is no time to be silent until.
episode-too-far = Silence ends in the future and within { $count } days.
episode-until-when = Silent until when? { $headline }
episode-record = What happened: { $headline }
episode-record-caption = What happened, in order
episodes-none = Nothing is going on.
episodes-listed = { $count ->
    [one] 1 thing is going on
   *[other] { $count } things are going on
}
episodes-caption = What goes on
column-episode = Episode
column-since = Since
column-owner = Owner
column-silent-until = Silent until
field-rule = Alert
field-extreme = Furthest
alert-told-here = Told in this channel too, { $count ->
    [one] 1 channel
   *[other] { $count } channels
} in all: { $rule }
column-happened = What happened
why-caption = What happened near that time
why-coincident = Coincident, not causal: that these happened near the move does not make them its reason.
why-nothing = No dated event is kept between { $first } and { $last }.
column-event = What happened

## Prices of vendors
command-quarantine = Prices that vendors sent and nobody believed yet: why, and letting one in
option-quarantine = nothing for the list; release NUMBER, or split NUMBER
prices-setting-missing = TWINSTAR_PRICES names a vendor that needs { $setting }. Set it, or take the vendor out.
prices-refreshed = { $taken ->
    [one] { $taken } new session
   *[other] { $taken } new sessions
} of { $companies ->
    [one] { $companies } company
   *[other] { $companies } companies
}; { $aside } kept aside.
prices-vendor-failed = Not reached: { $vendor }; what it gave before stays, with its age.
prices-held = { $ticker }  { $source }  { $day }  { $sessions ->
    [0] up to date
    [one] { $sessions } session behind
   *[other] { $sessions } sessions behind
}
prices-none = { $ticker }  no prices
prices-in-quarantine = { $count } kept aside; /quarantine lists them.
quarantine-empty = Nothing is kept aside: every price that came was believed.
quarantine-listed = { $count ->
    [one] { $count } price is kept aside
   *[other] { $count } prices are kept aside
}
quarantine-caption = Kept aside
quarantine-what = None of these is used in any answer or alert.
quarantine-let-in = Let in: { $company } ({ $ticker }) at { $price } from { $vendor }. It had been kept aside: { $reason }.
quarantine-let-in-after = It counts for everybody from now on, and later prices are measured against it.
quarantine-split = Taken as a split of { $ratio } on { $day }: { $company } ({ $ticker }), { $price } from { $vendor }.
quarantine-split-after = It counts for everybody from now on. From that day on prices and numbers of shares are shown as if there had been no split, so that filings, unlocks and the levels of alerts still fit.
quarantine-which = Number { $id } looks like a split of { $ratio } on { $day }. Say whether it is one, or a price that really moved so far.
quarantine-no-split = Number { $id } does not look like a split of shares. Let it in as a price, or leave it.
quarantine-looks-split = { $reason }, { $ratio }
choice-take-split = Take { $id } as a split
quarantine-verb = “{ $words }” is nothing to do with what is kept aside. Release one by its number, or list them.
quarantine-not-there = No price with the number “{ $words }” is kept aside.
quarantine-not-you = A price counts for everybody, so only an operator may let it in. TWINSTAR_OPERATORS names them; whoever sits at the terminal always may.
quarantine-quoted = { $reason } (a price within the session)
quarantine-quote = Number { $id } is a price within a session. The next one takes its place, and then the close; there is nothing to let in.
quarantine-no-price = Number { $id } is no price that could be used, so it stays aside.
choice-let-in = Let { $id } in
column-session = Session
column-offered = Sent
column-why-aside = Why it is kept aside
vendor-yahoo = Yahoo Finance
vendor-eodhd = EODHD
vendor-feed = own feed
vendor-shipped = shipped
suspicion-unreadable = what came cannot be read
suspicion-wrong_currency = another currency than the listing's
suspicion-not_positive = a price of zero or less
suspicion-inconsistent = close, high and low contradict each other
suspicion-not_closed = the session has not closed yet
suspicion-no_session = the exchange was closed that day
suspicion-before_listing = before the first day of trading
suspicion-repeated = the session before, sent again
suspicion-suspended = nothing was traded
suspicion-split = looks like a split of shares
suspicion-jump = more than four times, or less than a quarter of, the close before
suspicion-shares = a number of shares that is zero, or far from the one before
suspicion-revised = differs from what the same vendor sent first

study-fan = { $company } around { $day }: cumulative abnormal return and where placebo windows lie
study-fan-summary = From session { $first } to { $last } { $company } moved { $value } ({ $method }).
study-fan-wide = nine in ten placebo windows
study-fan-narrow = half of the placebo windows
study-fan-event = day 0
study-fan-note = Placebo windows lie more than { $apart } sessions from any release. A date beside a price says when, not why.
overhang-one-whole = { $company } { $shares } on { $day } ({ $value })
overhang-not-stated = { $company }: it was not stated by then which of these shares can be traded; money and days count all of them.

## Quiet: when a channel hears its alerts
command-quiet = When this channel hears its alerts: quiet hours, market hours, so many a week, something muted
option-quiet = hours 22:00-08:00, market, budget 5, mute COMPANY 3 days, unmute ID, off
option-name-quiet = quiet
choice-open = What goes on
choice-unmute = Hear it again
quiet-never = Alerts are told in this channel as they come
quiet-hours = Nothing is told in this channel from { $start } to { $end } ({ $zone })
quiet-market = Alerts are told in this channel only while the exchange trades ({ $zone })
quiet-budget = { $count ->
    [one] at most one message a week
   *[other] at most { $count } messages a week
}
quiet-unlock-days = What is due on an unlock day is always told, when it is due.
quiet-left = Left this week
quiet-waiting = Waiting
quiet-until = Told at
quiet-muted = Muted
quiet-muted-caption = What is muted
quiet-held-back = Not told
quiet-everything = everything
quiet-now-muted = Muted until { $until }: { $what } (silence { $id })
quiet-unmuted = Heard again: { $what }. { $count ->
    [0] Nothing was muted.
    [one] 1 alert was muted.
   *[other] { $count } alerts were muted.
}
quiet-not-muted = Nothing muted is numbered “{ $words }”.
quiet-preview = Over the last { $days } days it would have muted { $count ->
    [0] nothing.
    [one] 1 alert.
   *[other] { $count } alerts.
}
quiet-preview-caption = What it would have muted
quiet-what = “{ $words }” says nothing about when to be quiet.
quiet-same-hour = Quiet hours need a beginning and another end.
quiet-bad-budget = A week’s budget is between 1 and { $most } messages.
quiet-mute-what = “{ $words }” is neither a company nor an alert of this workspace.
quiet-card = { $count ->
    [one] Held back until now: 1 alert
   *[other] Held back until now: { $count } alerts
}
quiet-storm = { $count ->
    [one] 1 alert at once
   *[other] { $count } alerts at once
}, told together
quiet-card-caption = Each with the time at which it happened
quiet-more = { $count ->
    [one] One more is not named here.
   *[other] { $count } more are not named here.
}
quiet-since = Held back since { $at }.
silence-ended = The silence { $id } has ended. { $count ->
    [0] It muted nothing.
    [one] It muted 1 alert.
   *[other] It muted { $count } alerts.
}
command-questions = Keep what is asked here in words, so that reading can be improved, or not
option-questions-keep = on or off; off deletes what was kept
questions-on = Questions asked in words are kept, without who asked, so that reading them can be improved.
questions-off = Questions are no longer kept; those that were are deleted.
questions-rated = Thank you, noted.
questions-what = “{ $words }” is neither on nor off.
choice-good = 👍
choice-bad = 👎
# The running house.
run-nothing = Neither Slack nor Discord is set up, so there is nothing to run. Put tokens into .env (see .env.example); { $doctor } says what is missing. { $demo } shows an alert without any.
run-twice = Twinstar already runs on this database, as process { $process } (it holds { $path }). End that one first, or give this one a DATABASE_URL of its own.
backup-done = Copied to { $path }, and read back: { $claims } claims, { $rules ->
    [one] { $rules } rule
   *[other] { $rules } rules
}.
backup-failed = { $path } could not be written. Check the folder, and how much room is left.
backup-missing = There is no file { $path }.
backup-damaged = { $path } is damaged. Take another backup; the database itself was not touched.
backup-foreign = { $path } is no backup of Twinstar. The database itself was not touched.
backup-not-sqlite = DATABASE_URL is a PostgreSQL database: use pg_dump and pg_restore for it. What is copied this way is an SQLite file.
restore-waits = { $path } is there already. To put the backup in its place, which keeps the present one beside it: { $command }
restore-done = Restored to { $path }: { $claims } claims, { $rules ->
    [one] { $rules } rule
   *[other] { $rules } rules
}.
restore-before = What stood there before is kept as { $path }.
restore-unsure = { $count ->
    [one] { $count } delivery was
   *[other] { $count } deliveries were
} under way when the copy was taken. It may have been sent since, so it is held as unsure and not sent by itself.
command-status = Whether Twinstar is well: when it last looked, what waits to be delivered, and how old prices are
status-runs = Twinstar runs: { $parts }.
status-down = Not well: { $parts } is down and is being tried again.
status-unserved = { $count ->
    [one] { $count } message waits
   *[other] { $count } messages wait
} for { $platforms }, where nothing delivers now. Whoever runs Twinstar can set it up or start it again; what waits goes by itself then.
status-silent = Nothing runs now: the last sign of life came { $ago }. Whoever runs Twinstar can start it again with { $run }.
status-nothing = No running Twinstar has used this database yet; { $run } starts it.
status-ago = { $ago }
status-never = never
status-day = { $day } ({ $age })
status-ticked = Alerts evaluated
status-prices = Prices asked for
status-rates = Exchange rates asked for
status-waiting = Deliveries waiting
status-unsure = Deliveries unsure
status-parked = Deliveries parked
status-newest-price = Newest price
status-newest-claim = Newest figure
status-rates-to = Exchange rates to
ago-seconds = { $count ->
    [one] { $count } second ago
   *[other] { $count } seconds ago
}
ago-minutes = { $count ->
    [one] { $count } minute ago
   *[other] { $count } minutes ago
}
ago-hours = { $count ->
    [one] { $count } hour ago
   *[other] { $count } hours ago
}
ago-days = { $count ->
    [one] { $count } day ago
   *[other] { $count } days ago
}
platform-slack = Slack
platform-discord = Discord
part-slack = Slack
part-slack-deliveries = deliveries to Slack
part-discord = Discord
part-discord-deliveries = deliveries to Discord
part-worker = the clock for alerts
part-refresh = fetching prices
part-heartbeat = the heartbeat
part-health = the health page

## Digest: what happened, summed up
command-digest = What happened, summed up after the close: now to look at, or each day or week in this channel
option-digest = nothing for now, week, daily, weekly, daily 17:00 Europe/London, show, stop
option-name-digest = digest
choice-unlocks = All unlocks
choice-digest-add = Add to digest
choice-digest-remove = Take out { $number }
digest-added = In this channel’s digest from now on: { $line }
digest-begun = This channel had no digest, so it gets one each day from now on.
digest-removed = No longer in the digest: { $line }
digest-removed-all = The digest answers no questions of its own any more.
digest-question = Question { $number }
digest-questions = { $count ->
    [0] The digest answers no questions of its own
    [one] The digest answers 1 question of its own
   *[other] The digest answers { $count } questions of its own
}
digest-add-what = “{ $words }” asks no question that a digest could answer.
digest-full = This digest answers { $most } questions already. Take one out first.
digest-no-question = { $count ->
    [0] This channel’s digest answers no questions of its own.
    [one] There is no question “{ $words }”: this digest answers one.
   *[other] There is no question “{ $words }”: this digest answers { $count }.
}
choice-digest-daily = Each day in this channel
choice-digest-weekly = Each week in this channel
choice-digest-now = How it looks
choice-digest-stop = No more digests
digest-daily = { $day }: { $what }
digest-weekly = Week to { $day }: { $what }
digest-one-moved = { $company } { $change }
digest-no-closes-short = no closes of the last days
digest-no-closes = No closes are known.
digest-change = Change
digest-close = Close
digest-unlocks = Unlocks ahead
digest-no-unlocks = No unlock is known for the next { $count } days.
digest-stated = { $count ->
    [one] 1 figure newly stated
   *[other] { $count } figures newly stated
}
digest-disputed = Sources disagree
digest-fired = { $count ->
    [one] 1 alert since the last digest
   *[other] { $count } alerts since the last digest
}
digest-due = Predictions falling due
digest-said = said by { $speaker }: { $said }
digest-moved-daily = Moves at the close of { $day }
digest-moved-weekly = Moves over the week to the close of { $day }
digest-unlock = { $company }: { $classes }; { $shares }; { $standing }
digest-unlock-part = { $company }: { $classes }; { $part } of the shares in issue; { $standing }
digest-unlock-worth = { $company }: { $classes }; { $part } of the shares in issue, { $value } at the close of { $day }; { $standing }
digest-other = { $value } says { $source }
digest-contest = { $value } ({ $basis }, { $day }); { $others }
digest-other-basis = { $value } ({ $basis }) says { $source }
digest-figure = { $company } { $measure }
digest-moves-and-unlock = { $moves }; { $unlock }
digest-kept-daily = A digest comes to this channel each weekday at { $hour } ({ $zone }), next { $at }
digest-kept-weekly = A digest comes to this channel each Friday at { $hour } ({ $zone }), next { $at }
digest-stopped = No more digests in this channel.
digest-none = This channel gets no digest
digest-none-yet = A daily one comes after the close in Hong Kong, a weekly one after Friday’s.
digest-next = Next
digest-what = “{ $words }” says nothing about when a digest should come.
digest-next-unlock = next unlock { $company }, { $day }
digest-closes-end = No closes since { $day }.
migrated = { $path } is up to date, with the facts of this version.

# The doctor.
doctor-well = All well.
doctor-faults = { $count ->
    [one] { $count } fault
   *[other] { $count } faults
}.
doctor-no-platform = neither Slack nor Discord is set up
doctor-no-platform-do = Put a token into .env; the README leads there in ten lines for each.
doctor-token-shape = { $setting } looks like one
doctor-token-misshapen = { $setting } does not begin with { $start }
doctor-token-misshapen-do = Copy it anew from api.slack.com/apps: { $setting } is the one that begins with { $start }.
doctor-slack-no-way-in = there is a bot token, and no way for Slack to reach the bot
doctor-slack-no-way-in-do = Set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP.
doctor-slack-taken = Slack knows the bot as { $user } in { $team }
doctor-slack-sockets = Slack opens sockets for the app
doctor-scopes = all { $count } scopes of the manifest are granted
doctor-scopes-unsaid = Slack did not say which scopes are granted
doctor-scopes-missing = the app lacks { $scopes }
doctor-scopes-do = Paste what “twinstar slack manifest” prints over the app's manifest, then reinstall the app on “Install App”.
doctor-refused = refused: { $code }. The platform does not take { $setting }
doctor-refused-do = Make a new token on the platform's page and put it into { $setting }.
doctor-unreachable = cannot be reached ({ $why })
doctor-unreachable-do = Check this machine's network, its proxy, and the API address in the settings.
doctor-discord-misshapen = { $setting } is not a token of Discord's
doctor-discord-misshapen-do = Copy the token from the application's page “Bot”: alone, without the word Bot and without spaces.
doctor-discord-taken = Discord knows the bot as { $user }
doctor-discord-starts = { $count } starts left today
doctor-discord-starts-do = Discord allows a number of starts a day; wait for tomorrow, and find out what starts the bot so often.
doctor-intents = no privileged intent is needed
doctor-intents-missing = the application may not use { $intents }
doctor-intents-do = Switch it on on the application's page “Bot”, under “Privileged Gateway Intents”.
doctor-clock = this machine's clock and the platforms' are { $seconds } s apart
doctor-clock-do = Set the clock (timedatectl set-ntp true): Slack refuses what is five minutes off, and alerts come at the wrong time.
doctor-database = { $path } can be read
doctor-database-new = { $path } will be made at the first start
doctor-database-do = Set DATABASE_URL to a file or database Twinstar may write; “twinstar restore” puts a backup back.
doctor-migrations = at revision { $revision }, which is this version's
doctor-behind = at revision { $revision }, this version's is { $head }
doctor-behind-do = Run { $migrate }; a start does so as well.
doctor-newer = at revision { $revision }, which is newer than this version's { $head }
doctor-newer-do = Install the newer Twinstar that wrote it, or restore a backup from before.
doctor-calendars = trading days are known to { $day }
doctor-calendar-short = trading days of { $venue } are known to { $day } only
doctor-calendar-do = Install a newer Twinstar, or write them anew: python -m adapters.exchange_sessions.
doctor-row-damaged = this row is damaged, it is set aside and all others go on: { $what }
doctor-row-damaged-do = Stop the bot and type { $restore } with a backup from before, or else remove an alert with /alert remove, and drop a message in /alert health.
doctor-row-altered-do = Put the row back with the server’s own tools, or else remove an alert with /alert remove, and drop a message in /alert health.
doctor-deliveries = nothing waits for a platform that is not set up
doctor-unserved = { $count ->
    [one] { $count } delivery waits
   *[other] { $count } deliveries wait
} for { $platform }, where nothing delivers
doctor-unserved-do = Set its token and start { $run }; what waits goes by itself then.
doctor-what-facts = figure
doctor-what-prices = price
doctor-what-rates = exchange rate
doctor-none = there is no { $what }
doctor-age = the newest { $what } is of { $day }, { $count ->
    [0] the same day
    [one] { $count } day old
   *[other] { $count } days old
}
doctor-renew-facts = Install a newer Twinstar, or bring in your own figures: { $do }
doctor-renew-prices = Ask the vendors now: { $do }
doctor-renew-rates = They are fetched while the bot runs; check that the address in { $do } can be reached.
doctor-no-vendor = nobody is asked for prices (TWINSTAR_PRICES)
doctor-vendor = { $vendor } answers
doctor-vendor-down = { $vendor } does not answer ({ $why })
doctor-vendor-do = Check the network, or name another vendor in TWINSTAR_PRICES. The last prices stay, marked with their age.
doctor-vendor-setting = Set it in .env (see { $example }), or take the vendor out of TWINSTAR_PRICES.
demo-begins = A clock runs over the shipped facts from { $from } to { $until }, much faster than time. Two alerts are set first, as anyone would type them.
demo-ends = That is all. The same alerts come to Slack and Discord: { $doctor } says what is missing for them.
alert-test = TEST, nothing has happened: { $rule }
alert-test-note = This is what the alert { $id } looks like here. Somebody asked for a test.
alert-test-sent = A test is on its way to { $count ->
    [one] 1 channel
   *[other] { $count } channels
}: { $rule }
alert-test-look = If it does not come, /alert health says why.

## Audit: who changed what
command-audit = Who changed what of late in this workspace
audit-none = Nothing has been changed yet.
audit-listed = { $count ->
    [one] The latest change
   *[other] The latest { $count } changes
}
audit-caption = Changes, the newest first
audit-who = Who
audit-what = What was asked
option-name-question = question
option-name-keep = keep

## Settings
command-settings = What is set for you, this channel and everyone, and how to change it
option-setting = Nothing to see all, or such as: currency HKD, morning 8:30, theme dark for channel
option-name-setting = setting
settings-listed = What is set here, as it holds for you
settings-caption = The nearest word holds: yours, then this channel’s, then the workspace’s
setting-column = Setting
setting-now = Now
setting-whose = Set by
setting-scopes = Add “for me”, “for channel” or “for everyone” to say whom it is for, as in { $example }; “auto” takes it away again.
setting-zone = time zone
setting-currency = currency
setting-language = language
setting-theme = pictures
setting-morning = morning hour
setting-editing = who may edit
setting-answers = answers to commands
setting-quiet = quiet hours
setting-digest = digest
setting-from-person = you
setting-from-channel = this channel
setting-from-workspace = the workspace
setting-from-usual = nobody yet
setting-for-person = for you
setting-for-channel = for this channel
setting-for-workspace = for everyone in the workspace
setting-unset-zone = each reader’s own
setting-unset-currency = as the figures are stated
setting-unset-language = that of the question
setting-unset-theme = light on Slack, dark on Discord
setting-unset-morning = 09:00
setting-unset-editing = everyone
setting-theme-light = light
setting-theme-dark = dark
setting-editing-everyone = everyone but viewers
setting-editing-editors = editors and administrators
setting-editing-administrators = administrators alone
setting-quiet-some = set
setting-quiet-none = told as alerts come
setting-digest-daily = daily at { $hour }
setting-digest-weekly = weekly at { $hour }
setting-digest-none = none
setting-set = { $name } { $whose }: { $value }
setting-unset-now = { $name } is no longer set { $whose }; what holds now: { $value }
setting-nearer = Here { $value } holds all the same: { $whose } set that, and the nearer word holds.
setting-does-zone = Times in tables and texts, and the hours of a new digest or new quiet hours, are in this zone. Slack and Discord show most times in each reader’s own.
setting-does-currency = Comparisons, rankings and differences are in it unless you name another.
setting-does-language = Answers are in it unless you chose another with /language.
setting-does-theme = Pictures are drawn on this ground from the next answer on.
setting-does-morning = Reminders come at this hour in the zone of the exchange. Those still to come are moved; nothing is sent twice.
setting-does-editing = Everyone can still ask; alerts, sets, quiet hours and settings are changed by these alone.
setting-morning-follow = { $count ->
    [0] No alert goes by it yet
    [one] One alert goes by it
   *[other] { $count } alerts go by it
}{ $own ->
    [0] .
    [one] ; one names an hour of its own and keeps that.
   *[other] ; { $own } name an hour of their own and keep that.
}
setting-unknown = There is no setting “{ $words }”.
setting-what = { $name } is { $value } now. What should it be?
setting-not-for = { $name } can only be set { $whose }.
setting-bad-zone = “{ $words }” is no time zone Twinstar knows; name one like Europe/London, or a city such as Hong Kong.
setting-bad-currency = Twinstar has no exchange rate for “{ $words }”.
setting-bad-language = Twinstar does not speak “{ $words }”; English and Chinese it does.
setting-bad-theme = Pictures are light or dark, not “{ $words }”.
setting-bad-morning = “{ $words }” is no hour of the day.
setting-bad-editing = Who may edit is everyone, editors or administrators, not “{ $words }”.
choice-setting-person = For me alone
choice-setting-channel = For this channel
choice-setting-workspace = For everyone
choice-setting-auto = Take it away again
choice-settings = All settings

## Roles
command-role = Who may look, edit and administer here, and how to change it
option-role = Nothing to see all, or somebody and a role: @name editor
option-name-role = role
role-viewer = viewer
role-editor = editor
role-administrator = administrator
role-listed = { $count ->
    [0] Nobody has a role of their own here
    [one] One person has a role of their own here
   *[other] { $count } people have a role of their own here
}
role-caption = Roles that an administrator gave
role-who = Who
role-column = Role
role-editing-everyone = Everyone but viewers may change alerts, sets, quiet hours and settings.
role-editing-editors = Editors and administrators may change alerts, sets, quiet hours and settings; everyone may ask and take up alerts.
role-editing-administrators = Only administrators may change alerts, sets, quiet hours and settings; everyone may ask and take up alerts.
role-how = An administrator gives a role with { $give } and takes it with { $take }. Who runs the Slack workspace or may manage the Discord server is always one.
role-set = From now on { $role }: { $who }
role-gone = No role of their own any more: { $who }
role-does-viewer = Viewers ask whatever they like and change nothing but what is theirs.
role-does-editor = Editors change alerts, sets, quiet hours and settings.
role-does-administrator = Administrators change everything, roles and links included.
role-does-none = What holds for everybody holds for them.
role-whom = Twinstar cannot tell who “{ $words }” is; name somebody by choosing them after typing @.
role-what = There is no role “{ $words }”: somebody is viewer, editor or administrator, or auto for none.
choice-roles = All roles
not-permitted-viewer = You are a viewer here: you may ask anything, and an administrator may make you an editor.
not-permitted-editors = Editors and administrators change that here; an administrator may make you an editor.
not-permitted-administrators = Only administrators change that here: who runs this team on its platform, or was made one.
not-permitted-administer = Only an administrator may do that: who runs the Slack workspace, may manage the Discord server, or was made one.
## Events: unlocks in a server's own calendar
command-events = Unlocks as events of this Discord server: on, off, or how they stand
option-events = on or off; nothing to see how they stand
option-name-events = events
events-on = Unlocks stand among this server’s events from now on
events-needs = The bot needs the Manage Events permission here. Each unlock is one event over its first session; it moves when the day moves.
events-off = The unlocks are taken from this server’s events
events-are-off = Unlocks do not stand among this server’s events
events-stand = { $count ->
    [0] No unlock stands among this server’s events yet
    [one] 1 unlock stands among this server’s events
   *[other] { $count } unlocks stand among this server’s events
}
events-looked = Last seen to
events-discord-only = Only Discord servers have events of their own.
events-what = “{ $words }” is neither on nor off.
events-hindered-forbidden = Discord refused: give the bot’s role Manage Events under Server Settings › Roles, then try again.
events-hindered-full = This server has as many events ahead as Discord allows; delete some, then try again.
events-hindered-refused = Discord did not take an event. It is tried again within a quarter of an hour.
events-hindered-unreachable = Discord could not be reached. It is tried again within a quarter of an hour.
events-title = { $company } unlock: { $part } of the shares in issue
events-text = { $shares } come free, held by { $classes }. Source: { $source }.
events-text-provisional = { $shares } come free, held by { $classes }. The day is provisional. Source: { $source }.
events-where = { $ticker }
choice-events-on = Show them there
choice-events-off = Take them down
choice-events-again = Try again
choice-events-digest = A digest each day
choice-events-show = How they stand
## Home
command-home = Your page: your alerts, the workspace's, what unlocks next, and whether the bot is well
home-headline = { $mine ->
    [0] No alerts of yours
    [one] { $mine } alert of yours
   *[other] { $mine } alerts of yours
}, { $others ->
    [0] none of others
   *[other] { $others } of others
}{ $open ->
    [0] {""}
   *[other] , { $open } going on now
}
home-mine = Your alerts
home-others = Others in this workspace
home-none = Nobody here is told of anything yet. Make the first alert, or try one of these.
home-unlocks = What unlocks next
home-evaluated = Last evaluated
home-delivery = Messages held up
home-stuck = { $count ->
    [0] none
   *[other] { $count } (/alert health)
}
home-choice-settings = Settings
home-pause = Pause { $id }
home-resume = Resume { $id }
choice-help = Help

## The first message
welcome = Twinstar is here: AI-model companies side by side, share unlocks, and alerts on both
welcome-asks = Ask in plain words, in English or Chinese, or try one of these.
welcome-quiet = Nothing else comes to a channel until somebody asks for it; every figure says where it is from and how old it is.
welcome-alert = Make an alert
welcome-language = 用中文

## Links and forgetting
command-link = Join this team and one on the other platform in one workspace, or part them
option-link = Nothing for a code, the code from the other team, or off
option-name-code = code
link-needs-team = Only a Slack workspace or a Discord server can be linked; this conversation is yours alone.
link-offered = On the other platform an administrator types { $command } within { $minutes } minutes
link-offered-what = That team’s alerts, figures, sets and settings then move into this workspace. The code works once; nothing has changed yet.
link-what = “{ $words }” is no code; a code is three groups of four letters and digits.
link-no-such = That code is none, or it is too old. An administrator of the other team gets a new one with /link.
link-too-often = Too many codes were none; try again in { $minutes } minutes.
link-itself = That code was made in this very workspace; type it on the other platform.
link-asked = Join this team to the workspace the code was made in?
link-joined = Joined: both teams share one workspace from now on
link-before = Alerts, figures, sets and the audit of both become visible to both. Channels keep what they chose. Parting later leaves them with the other team.
link-nothing = Nothing is kept here that would move along.
link-caption = What moves along
link-what-moves = What
link-moving = Moving
link-conflicts = Both have it: the other team’s stays
link-rules = alerts watched
link-claims = own figures
link-sets = sets
link-alerts = alerts told
link-settings = settings
link-roles = roles
link-digests = digests
link-audit = changes in the audit
link-not-linked = This team is linked with no other.
link-part-asked = Take this team out of the common workspace?
link-parting = { $count ->
    [0] No alert ends with it.
    [one] One alert that is told here alone ends.
   *[other] { $count } alerts that are told here alone end.
}
link-parted = Parted: this team has a fresh, empty workspace
link-parted-what = Figures, sets, alerts and the audit stay with the other team; what its people, channels and settings were here is deleted, and nothing is told here any more.
choice-link = Join
choice-unlink = Part again
choice-unlink-sure = Part
command-forget = Delete what is kept of you
option-forget = me
option-name-who = who
forget-whom = Twinstar forgets only whoever asks, not “{ $words }”.
forget-asked = Delete what is kept of you here?
forget-what = Your settings and role are deleted. What you changed stays, by nobody in particular: alerts, sets, what you took up, and the audit. Questions are kept without names.
forget-alone = This conversation’s workspace is yours alone: it is deleted with everything in it.
forget-done = Forgotten
choice-forget = Delete it
