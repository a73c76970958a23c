"""The words of the invented briefs. A pair is how a brief puts it, and how the site restates it."""

from tools.example_project.names import items

TOPICS = {
    "dredging": (
        "The dredged channel",
        "How deep the channel is kept, and who digs.",
        [
            ("the silted channel below the lock", "the silted stretch under the lock"),
            ("the hired dredger with its two crews", "the dredger on hire"),
            ("the yearly survey of the harbor bed", "each year's survey of the bed"),
            ("the dumping of spoil on the mudflats", "spoil tipped on the flats"),
            ("a deeper berth for the grain barges", "a berth deep enough for grain barges"),
        ],
    ),
    "ferries": (
        "Ferries and crossings",
        "Which crossings run, at what fare, and for whom.",
        [
            ("the night ferry to the islands", "the islands' night ferry"),
            ("the free crossing for market women", "free passage for market women"),
            ("the rotten landing on the far bank", "the far bank's rotten landing"),
            ("the winter timetable of the chain ferry", "the chain ferry's winter hours"),
            ("the rescue boat by the bar", "the boat for rescues at the bar"),
        ],
    ),
    "fish-market": (
        "The fish market",
        "Weights, prices and the quarrel over the auction bell.",
        [
            ("the auction at the first bell", "the auction of the first bell"),
            ("the public scales in the fish hall", "the fish hall's scales"),
            ("the ice that is sold on credit", "ice on credit"),
            ("the ban on weekend catches", "the weekend catch ban"),
            ("the stalls of the outer villages", "the outer villages' stalls"),
        ],
    ),
    "harbor-dues": (
        "Harbor dues",
        "Who pays for the quays, and who is let off.",
        [
            ("the toll on every loaded hull", "the toll on loaded hulls"),
            ("the discount for guild members", "the guild discount"),
            ("the arrears of the timber rafts", "what the timber rafts owe"),
            ("the new tariff by draft instead of length", "a tariff that counts draft"),
            ("the fund for widows of pilots", "the pilots' widows' fund"),
        ],
    ),
    "salt-works": (
        "The salt works",
        "Pans, brine and the price of salt.",
        [
            ("the lease of the northern pans", "the northern pans' lease"),
            ("the brine pipe along the dike", "the pipe for brine on the dike"),
            ("the wage of the rakers", "rakers' pay"),
            ("the stockpile in the round barn", "the round barn's stock"),
            ("the sale of coarse salt upriver", "selling coarse salt upriver"),
        ],
    ),
    "flood-wall": (
        "The flood wall",
        "How high, how soon and at whose cost.",
        [
            ("the gap in the wall by the tannery", "the tannery gap"),
            ("the height of the eastern wall", "how high the eastern wall stands"),
            ("the sandbags kept in the school", "the school's sandbags"),
            ("the warning bell on the tollhouse", "the tollhouse bell"),
            ("the meadow that is meant to flood", "the meadow set aside for floods"),
        ],
    ),
    "bridge": (
        "The new bridge",
        "A bridge that was voted for and never begun.",
        [
            ("the bridge at the narrow bend", "a bridge at the bend"),
            ("the piers left from the old bridge", "the old bridge's piers"),
            ("the toll promised to the lenders", "the lenders' toll"),
            ("the clearance for tall masts", "headroom for tall masts"),
            ("the competition of the engineers", "the engineers' contest"),
        ],
    ),
    "eel-rights": (
        "Eel rights",
        "Weirs, seasons and old parchments.",
        [
            ("the weirs granted by the old charter", "weirs under the old charter"),
            ("the closed season in autumn", "autumn's closed season"),
            ("the ladders for young eels", "eel ladders"),
            ("the fines for night nets", "fining night nets"),
            ("the count of the spring run", "counting the spring run"),
        ],
    ),
    "lighthouse": (
        "The lighthouse",
        "A lamp, its keepers and the fog.",
        [
            ("the lamp on the outer reef", "the reef lamp"),
            ("the pay of the two keepers", "the keepers' pay"),
            ("the fog gun at the point", "the point's fog gun"),
            ("the supply boat in winter", "winter supplies by boat"),
            ("the plan for an automatic light", "an automatic light"),
        ],
    ),
    "warehouses": (
        "Warehouses and cold stores",
        "Where goods lie, and who holds the keys.",
        [
            ("the cold store behind the quay", "the quay's cold store"),
            ("the empty granary on the hill", "the hill granary"),
            ("the keys of the bonded cellars", "the bonded cellars' keys"),
            ("the insurance against rats and damp", "cover against rats and damp"),
            ("the rents on the west quay", "west quay rents"),
        ],
    ),
    "town-hall": (
        "How the town decides",
        "Votes, minutes and closed sessions.",
        [
            ("the closed sessions in midwinter", "midwinter's closed sessions"),
            ("the seats of the outer villages", "seats for the outer villages"),
            ("the printing of the minutes", "printed minutes"),
            ("the vote of the tenants", "tenants' votes"),
            ("the audit of the river chest", "auditing the river chest"),
        ],
    ),
    "upstream": (
        "Dealings with the towns upstream",
        "Water, mills and a treaty that few have read.",
        [
            ("the water treaty with the upper towns", "the upper towns' water treaty"),
            ("the sluices of the paper mills", "the paper mills' sluices"),
            ("the joint gauge at the fork", "the fork's joint gauge"),
            ("the timber that is floated at night", "timber floated by night"),
            ("the exchange of flood signals", "trading flood signals"),
        ],
    ),
    "timing": (
        "Waiting and timing",
        "What everybody waits for before anything is built.",
        [
            ("the next loan from the islands", "the islands' next loan"),
            ("the great tide that the almanac names", "the almanac's great tide"),
            ("the order of the building works", "which works come first"),
            ("the end of the pilots' contract", "when the pilots' contract ends"),
            ("the jubilee of the harbor", "the harbor's jubilee"),
        ],
    ),
}
"""By key: title, about, and the things that briefs speak of."""

VERBS = {
    "for": [
        (
            "pays more each season for {o}",
            "pay more each season for {o}",
            "spends more on {o} every season",
            "spend more on {o} every season",
        ),
        (
            "has put its best people on {o}",
            "put its best people on {o}",
            "entrusts {o} to its ablest people",
            "entrust {o} to its ablest people",
        ),
        (
            "has made {o} the test of every other plan",
            "make {o} the test of every other plan",
            "judges all its plans by {o}",
            "judge all its plans by {o}",
        ),
        (
            "guards the money for {o} against every cut",
            "guard the money for {o} against every cut",
            "spares {o} from cuts",
            "spare {o} from cuts",
        ),
    ],
    "against": [
        (
            "leaves {o} to whoever will pay for it",
            "leave {o} to whoever will pay for it",
            "hands the cost of {o} to others",
            "hand the cost of {o} to others",
        ),
        (
            "has put off {o} from one session to the next",
            "put off {o} from one session to the next",
            "keeps postponing {o}",
            "keep postponing {o}",
        ),
        (
            "has cut the funds for {o} to the bone",
            "cut the funds for {o} to the bone",
            "starves {o} of money",
            "starve {o} of money",
        ),
        (
            "counts {o} among the burdens it never asked for",
            "count {o} among the burdens it never asked for",
            "regards {o} as an unwanted burden",
            "regard {o} as an unwanted burden",
        ),
    ],
    "beside": [
        (
            "uses {o} as a counter in its quarrel with the mills",
            "use {o} as a counter in its quarrel with the mills",
            "plays {o} off against the mills",
            "play {o} off against the mills",
        ),
        (
            "treats {o} as a matter for the guilds alone",
            "treat {o} as a matter for the guilds alone",
            "wants only the guilds to settle {o}",
            "want only the guilds to settle {o}",
        ),
        (
            "has hidden the accounts of {o} from the public",
            "hide the accounts of {o} from the public",
            "keeps quiet about the cost of {o}",
            "keep quiet about the cost of {o}",
        ),
        (
            "has tied {o} to the price of salt",
            "tie {o} to the price of salt",
            "lets salt prices decide about {o}",
            "let salt prices decide about {o}",
        ),
    ],
}
"""By leaning: finite and infinitive as a brief puts it, finite and infinitive as restated."""

REASONS = [
    ("because the spring tides leave no room for delay", "since spring tides allow no delay"),
    ("because the dues no longer cover the cost", "since dues fall short of costs"),
    ("now that the old pilots have left the service", "as the old pilots are gone"),
    ("so that the barges keep coming through the winter", "to have barges come in winter too"),
    ("although nobody on the quay has asked for it", "though no one on the quay wants it"),
    ("while the mills upstream take all the water they please", "while mills help themselves"),
    ("in order to keep the peace with the guilds", "for the sake of the guilds"),
    ("since no two maps of the mudflats agree", "because maps of the flats contradict each other"),
    ("until the last of the old debts is paid", "till old debts are cleared"),
    (
        "because a lost season costs more than a bad loan",
        "since idle seasons are dearer than loans",
    ),
    ("as long as the ferry pays its own way", "while the ferry covers its costs"),
    ("because the fog keeps strangers away for months", "since fog deters strangers"),
]
LEADS = items(
    """By every account,|Year after year,|For all its talk of thrift,|Behind closed doors,
    To the surprise of the quay,|In its own slow way,|Beyond the speeches,
    Whatever the minutes record,|On this point the files are plain:
    As in the days of the old charter,"""
)
TAILS = items(
    """and the ledgers in the tollhouse bear this out|as anyone who walks the quay can tell
    which is a costlier choice than it looks|and no one has offered a better way
    which the almanac passes over in silence|and the bill comes due at low water
    a habit that outlived three harbormasters|and this has held through two bad winters"""
)

HEDGES = {
    "now": [
        ("likely", "likely {finite}", "probably {finite}"),
        ("might", "might {plain}", "could {plain}"),
        ("appears to", "appears to {plain}", "seems to {plain}"),
        ("reportedly", "reportedly {finite}", "allegedly {finite}"),
        ("almost certainly", "almost certainly {finite}", "nearly certainly {finite}"),
    ],
    "ahead": [
        ("likely", "will likely {plain}", "will probably {plain}"),
        ("unlikely", "is unlikely to {plain}", "is unlikely to {plain}"),
        ("is expected to", "is expected to {plain}", "can be expected to {plain}"),
        ("could", "could {plain}", "may {plain}"),
        ("possibly", "will possibly {plain}", "will perhaps {plain}"),
    ],
}
"""Hedge word, the brief's form, the restatement's."""

THINGS = items(
    """old crane|ice house|customs shed|lower lock|ferry landing|tide gauge|rope walk|signal tower
    smokehouse|chain bridge|weigh house|pilot station|bell tower|timber pond"""
)
HAPPENINGS = [
    ("opened again", "open again", "reopened", "reopen", "reopens"),
    ("closed for repairs", "close for repairs", "shut for mending", "shut for mending", "shuts"),
    ("was sold to a guild", "be sold to a guild", "went to a guild", "go to a guild", "is sold"),
    (
        "lost its charter",
        "lose its charter",
        "was stripped of its charter",
        "be stripped of its charter",
        "loses its charter",
    ),
    (
        "moved to the east quay",
        "move to the east quay",
        "was shifted east",
        "be shifted east",
        "moves east",
    ),
    (
        "was struck by a barge",
        "be struck by a barge",
        "was hit by a barge",
        "be hit by a barge",
        "is hit by a barge",
    ),
    ("caught fire at night", "catch fire at night", "burned one night", "burn one night", "burns"),
]
"""Past and infinitive of the brief, past and infinitive of the site, and the title's form."""
AHEAD = 5
"""So many of these can be planned and expected; the rest are accidents."""

ADJECTIVES = items(
    """patient borrowed paper quiet crooked second-hand rented salted idle wooden lukewarm hollow
    stubborn fair-weather"""
)
NOUNS = items("""tide ledger truce harbor bargain winter anchor lantern ferry charter""")
COINED = items(
    """seawall-by-vote moonwater tollmindedness quaycraft driftrule siltocracy mudpeace lockstepdom
    ebbonomics gullery"""
)
"""What the briefs call things; each of the latter belongs to one brief."""

LEXICON = {
    "hedges": [
        ["likely", "probably", "probable"],
        ["almost certainly", "nearly certainly"],
        ["unlikely", "improbable"],
        ["might", "may", "could", "possibly", "perhaps"],
        ["is expected to", "can be expected to", "expected", "expect"],
        ["appears to", "appear to", "seems to"],
        ["reportedly", "allegedly"],
    ],
    "reporting": ["argued", "argue", "announced", "stressed", "considered", "experts"],
    "voices": {
        "experts": ["experts"],
        "some": ["some"],
        "unnamed observers": ["considered"],
    },
}
