"""English words of every day one letter away from a word that means something here, as parent is from patent."""

NEVER_MENDED = frozenset(
    """
    admire admired admit admits admitted admitting ahmad albert alloy analyse analysed analyses anton apple
    apples ascent assure assured auction auctions audio awake aware baked baking bands barking barnes basil
    basin bathing baths batter battered beads beams beans beard beast beasts beatles beaver beers beloved
    bending beware beyonce binding binge bitter blake blanc bland bleak blend blended blending blink bloke blond
    blonde boats boiled boiling bones booker booming boone booth booze bored boring bought bounce bounced
    bouncing bread breeding breeds bridge bridges briggs brink brock bronx brook brooke brooks buried burke
    busted buster busting butter byrne cable cables cache capita capitol carey carrie carried carson carts
    catchy cells centre centred centres chanel chant chanting chants charles charm charming charms charter
    chartered chatting cheek cheeks chick chicks chile chores chose chuck chung claire clans clare clash clashes
    claude claus clause clauses click clicked clicking clicks clint clips cloak closet cloudy clown clowns
    coarse coated coating coats cocks colin colon colts comin commute compete competed competing concert
    concerts confined conform content contents contest contested contests convent converse cookie cookies copied
    corporal costa counties county court courts covert crook crooked crops crowd crowded crowds crows crush
    crushed crushing curry curse cursed curtain curtains dairy daisy david dealer dealers debate debated debates
    debating debit decade decades deceased decker deeds definite della denver depleted deprived descent diane
    differentiate diner dining discarded distant divine doping doubt doubted doubts drake drawn dread drift
    drifted drifting dripping drone drones dying easier eater edith electron electrons elias elite elites empire
    empires employer employers empress enact enacted entire erection evans everton evident excited exciting
    exile exist existed existing exists expert experts extensive faction factions facto factories factory farmer
    farmers farming farms farther father fathers feast felipe fight fighting fights filled filling fills fined
    fines finnish fired fires firing fists flats flattering flesh flour flown floyd foods forest forests forgot
    formed forming forms formulated forty foster friction frogs frost froze fueled fuels fully gavin glowing
    goodies goose gould grape grapes grass greece greek greeks greet greeted greeting grove groves guest guests
    halls halted handy hardy harmed healed healing heated heating heats heaven heavens hitter holden holmes
    hoodie hoops horses hostel hughes implies imply implying independence insect insects intelligent intense
    intent intro inventor knicks lakers lakes lanes laser lasers lashes latex launch launched launches launching
    layer layered layers learners lease leased leases leasing leeds lender lenders lending lenses lester licking
    lingering liter litter lively locate located locating lodge lodged lodging logan logged logging loops
    looting lords lounge lover lovers loyal lungs lynch manly manned manning manny marie marine marines marker
    markers marry marrying martin marvin masked masks massage mater maternal matte mayer meals meats mediated
    medic megan melted melting melts menus messed messing metal metals mighty miller minimal minute minutes
    misuse mitch moaning modified module modules moist monkey monkeys monte monty moses motel mouth mouths
    movies muted myths needle needles needy nests ongoing opera owens packed packing packs paige pains paint
    painted painting paints palace panties pants parent parenting parents parry partly pasta patch patches patty
    pause pence pending peoples perks persona pests peter peters pierce pierced piercing piers pills piper
    pisses pissing plank plated plates poets poker polling polls ports posed poses posing potent powder prayed
    prayer prayers praying precious precise prick princes prizes probe probes proceed profile profiles promote
    promoted promotes promoting prone props prose pulse purity quitting quota raging raided raids rails rainy
    recap recovery refuge regent reich remake remote renal repay repeal replay replied repost resort resorts
    rested resting rests retain retained retaining retains revenge riots roach robot robots roofs rooms routes
    routing ruined ruining ruins sacked sacks salem sample sampled samples sampling sands scalp scanned scanning
    scans scare scared scares scars scots sears seattle seeded seeds selfie selfies selves senses sensing shack
    shade shades shake shakes shaking shale shallow shame shane shaped shapes shaping shark sharks shelf shell
    shells shire shook shooter shooters shopping shops shortened shout shouted shouting shouts shower showers
    shredded shrine siege silence simply singh single singles slapped slave slaves sleeper slick slope slopes
    smack smell smelled smelling smells snack snacks snake snakes socks solar soothing spanning spans spared
    sparkling specs spice spices spill spilled spine spinning spins sponge spoon spring springs stabbed stabbing
    staffing stairs stalk stalking stall stalls stance staple staples stark starr starve starved starving steak
    steelers stick sticking sticks stiff sting stink stirling stirred stirring stitch stitches stoke stoked
    stokes stone stoned stones stool storey stormy stove strand stranded strange stranger strangers strap
    strapped straps stray stream streamed streaming streams strong stuart stump styled styles styling submit
    submitted submitting suing surfing swine swung tackle tackles tackling tacos tails tales tangled tango tanks
    tasked tasks tasted tastes tasting tease teasing teens teller tended tends tents thames thank thanked
    thanking thanks theres theyre thick thinkers thorough though threat threats thrive thriving throughout
    thrust tiger tigers timber tinder tired tires tough tract tracy trainee trait traits trance trans treaties
    treaty trench trenches trendy trent tribe tribes trick tricked tricks tried truce trustee trustees tryin
    tucked tumblr tuned tunes tuning turks tying upload uploaded uploading usher vague valve valves wager waist
    waiter waived wakes waking wales walter walters wards warmed warming wasted wasting watts wayne weave weaver
    weaving weeds weeping whale whales wheat whining whites widening widow width wilde wilder willie willy
    winger winter winters wiser wished wishes wishing witch witches woods worms worthy woven wrist wrote wyoming
""".split()  # a word list is read best as one
)
"""They are written as they are meant: a mistake in typing is a word that nobody knows."""
