"""Every rule, by what it says of one change to a project that is otherwise right."""

import pytest
from conftest import unnamed

from briefsite.rules import all_rules
from briefsite.rules.check import check_data

A, C = "data/briefs/alder-2020.yml", "data/briefs/cedar-2021.yml"
COMPARE, EVENTS, BIB, WATER = (
    "data/comparisons.yml",
    "data/events.yml",
    "bibliography.bib",
    "docs/topics/water.md",
)

CASES = [
    # file, text, its replacement, what must be said (all of it, in order)
    (
        A,
        "kind: fact",
        "kind: fakt",
        [
            f"{A}:19: A1: 'kind' is 'fakt', not one of fact, assessment, forecast, recommendation, definition; did you mean 'fact'?"
        ],
    ),
    (A, "  kind: fact\n", "", [f"{A}:16: A1: the field 'kind' is missing"]),
    (
        A,
        "  actors: [town]\n  dates",
        "  actrs: [town]\n  dates",
        [f"{A}:22: A1: unknown key 'actrs'; did you mean 'actors'?"],
    ),
    (
        A,
        "sentences: [1]\n  kind: fact",
        "sentences: one\n  kind: fact",
        [f"{A}:18: A1: 'sentences' must be a list"],
    ),
    (
        A,
        "sentences: [1]\n  kind: fact",
        "sentences: [1, 2, 3]\n  kind: fact",
        [f"{A}:18: A1: 'sentences' must hold at most 2"],
    ),
    (
        A,
        "sentences: [1]\n  kind: fact",
        "sentences: [x]\n  kind: fact",
        [f"{A}:18: A1: 'sentences' must be a whole number, in digits without a leading zero"],
    ),
    (
        A,
        "edtf: 2019-05,",
        "edtf: 2019-13,",
        [
            f"{A}:23: A1: 'edtf': '2019-13' is not a date in the calendar; dates are written 2023-12-30, 2024-05, 2024, 2024~ (about), 2025-10/2026-01"
        ],
    ),
    (
        A,
        "basis: stated",
        "basis: statd",
        [f"{A}:23: A1: 'basis' is 'statd', not one of stated, inferred; did you mean 'stated'?"],
    ),
    (
        A,
        "topics: [water]",
        "topics: [watr]",
        [f"{A}:21: unknown topic 'watr'; did you mean 'water'?"],
    ),
    (
        A,
        "actors: [town]\n  dates",
        "actors: [twon]\n  dates",
        [f"{A}:22: unknown actor 'twon'; did you mean 'town'?"],
    ),
    (
        A,
        "cites: [birch-2018]",
        "cites: [birch-2081]",
        [f"{A}:33: unknown work 'birch-2081'; did you mean 'birch-2018'?"],
    ),
    (A, "restates: [A2]", "restates: [A7]", [f"{A}:40: unknown claim 'A7'; did you mean 'A3'?"]),
    (A, "restates: [A2]", "restates: [A4]", [f"{A}:40: the claim 'A4' is retired: merged into A2"]),
    (
        A,
        "restates: [A2]",
        "restates: [C1]",
        [f"{A}:40: A3: 'C1' is a claim of another brief; a claim restates claims of its own brief"],
    ),
    (A, "restates: [A2]", "restates: [A3]", [f"{A}:40: A3: restates itself in a circle"]),
    (
        A,
        "- id: A2",
        "- id: A1",
        [
            f"{A}:15: the claim A2 is missing; keep its address: list it under 'retired' as {{id: A2, retired: merged into …}}",
            f"{A}:24: 'A1' is used twice; the first is in {A} on line 16",
            f"{A}:40: unknown claim 'A2'; did you mean 'A3'?",
            "data/comparisons.yml:21: unknown claim 'A2'; did you mean 'A3'?",
            "data/glossary.yml:2: unknown claim 'A2'; did you mean 'A3'?",
            "docs/index.md:5: there is no claim 'A2'; did you mean 'A3'?",
            "docs/topics/walls.md:13: there is no claim 'A2'; did you mean 'A3'?",
            f"{COMPARE}:6: q-flood: the claims behind this answer are all hedged, the answer is not; keep it: likely",
            f"{COMPARE}:6: the answer: the figure '2019' is not in alder-2020 ¶ 1, sentence 2; use the brief's own, or name the place that has it",
            f"{COMPARE}:6: the answer: the figure 'May' is not in alder-2020 ¶ 1, sentence 2; use the brief's own, or name the place that has it",
            f"{EVENTS}:7: flood-2019: the stated date: the figure 'May 2019' is not in alder-2020 ¶ 1, sentence 2; use the brief's own, or name the place that has it",
        ],
    ),
    (
        A,
        "- id: A3",
        "- id: A4",
        [
            f"{A}:15: the claim A3 is missing; keep its address: list it under 'retired' as {{id: A3, retired: merged into …}}",
            f"{A}:34: the id 'A4' is retired: merged into A2; take the next free number, ids are never reused",
            "docs/index.md:5: there is no claim 'A3'; did you mean 'A4'?",
            "docs/topics/walls.md:13: there is no claim 'A3'; did you mean 'A4'?",
        ],
    ),
    (
        A,
        "paragraph: 2",
        "paragraph: 5",
        [
            f"{A}:13: alder-2020: sentence 1 of ¶ 2 has no claim; write a claim for it, or list it under 'excused' with the reason",
            f"{A}:35: A3: alder-2020 has no paragraph 5; it has 1 to 2",
        ],
    ),
    (
        A,
        "sentences: [2]",
        "sentences: [3]",
        [
            f"{A}:12: alder-2020: sentence 2 of ¶ 1 has no claim; write a claim for it, or list it under 'excused' with the reason",
            f"{A}:26: A2: paragraph 1 has no sentence 3; it has 1 to 2",
            f"{A}:29: A2: the hedge 'likely' is not in sentence 3 of ¶ 1; give the brief's own word",
        ],
    ),
    (
        A,
        "number: 2,",
        "number: 3,",
        [
            f"{A}:13: alder-2020: sentence 1 of ¶ 3 has no claim; write a claim for it, or list it under 'excused' with the reason",
            f"{A}:13: paragraph 3 is where 2 is expected",
            f"{A}:35: A3: alder-2020 has no paragraph 2; it has 1 to 2",
        ],
    ),
    (
        A,
        "excused: []",
        "excused: [{paragraph: 1, sentence: 1, reason: none}]",
        [
            f"{A}:14: 1 of 3 sentences are excused, more than one in 20",
            f"{A}:14: sentence 1 of ¶ 1 has a claim; take it out of 'excused'",
        ],
    ),
    (
        A,
        "quote: wall of reeds",
        "quote: wall of stone",
        [
            f"{A}:30: A2: the quote is not in 'says'; write \"wall of stone\" there, with the quotation marks",
            f"{A}:28: A2: the quotation \"wall of stone\" is unknown to the fingerprints of alder-2020; if it is in alder-2020 ¶ 1, someone with the text runs: scripts/build.py fingerprint alder-2020 TEXTFILE; if not, correct it; it has \"wall of reeds\": 'reeds', not 'stone'",
        ],
    ),
    (
        A,
        '"wall of reeds" too late',
        '"one two three four five six seven eight nine ten eleven twelve thirteen wall of reeds"',
        [
            f"{A}:28: A2: a quotation of 16 words; 12 at most",
            f'{A}:28: A2: the quotation "one two three four five six seven eight nine ten eleven twelve thirteen wall of reeds" is unknown to the fingerprints of alder-2020; if it is in alder-2020 ¶ 1, someone with the text runs: scripts/build.py fingerprint alder-2020 TEXTFILE; if not, correct it',
        ],
    ),
    (A, "key: alder-2020", "key: alder-2002", None),
    (A, "prefix: A", "prefix: B", None),
    (
        COMPARE,
        "claims: [A1]",
        "claims: [C1]",
        [
            f"{COMPARE}:6: q-flood: C1 is not a claim of alder-2020; it belongs to cedar-2021",
            f"{COMPARE}:6: q-flood: the claims behind this answer are all hedged, the answer is not; keep it: expect",
        ],
    ),
    (
        COMPARE,
        "  relation: partial agreement\n",
        "",
        [
            f"{COMPARE}:2: q-flood: 2 briefs answer, and 'relation' is missing; one of agreement, partial agreement, dissonance: docs/about/coding.md says which",
            "data/codings.yml:9: q-flood: the settled relation is partial agreement, the question's silence; settle it by rereading, and write the same in data/comparisons.yml",
        ],
    ),
    (
        COMPARE,
        "  shared: The water rises now and then.\n",
        "",
        [
            f"{COMPARE}:2: q-flood: 'shared' is missing in a question of partial agreement; partial agreement needs difference, dimension, shared, sides"
        ],
    ),
    (
        COMPARE,
        "  - {briefs: [cedar-2021], holds: It is expected to rise.}\n",
        "",
        [
            f"{COMPARE}:12: q-flood: cedar-2021 answers, and no side names it; add it to a side, or add a side",
            f"{COMPARE}:12: q-flood: there is one side only; if all briefs are on one side, it is agreement",
        ],
    ),
    (
        COMPARE,
        "{briefs: [cedar-2021], holds",
        "{briefs: [cedar-2021, alder-2020], holds",
        [f"{COMPARE}:14: q-flood: alder-2020 is on two sides; keep it on one"],
    ),
    (
        COMPARE,
        "{briefs: [cedar-2021], holds",
        "{briefs: [cedar-2020], holds",
        [
            f"{COMPARE}:12: q-flood: cedar-2021 answers, and no side names it; add it to a side, or add a side",
            f"{COMPARE}:14: q-flood: cedar-2020 is on a side, but silent here; give its answer",
            f"{COMPARE}:14: unknown brief 'cedar-2020'; did you mean 'cedar-2021'?",
        ],
    ),
    (
        COMPARE,
        "  key_reason: Both briefs turn on the next flood.\n",
        "",
        [f"{COMPARE}:15: q-flood: a key question says why in 'key_reason'"],
    ),
    (
        COMPARE,
        "  key: true\n",
        "",
        [
            f"{COMPARE}:15: q-flood: 'key_reason' is set, and the question is not key; add 'key: true', or take it out"
        ],
    ),
    (
        COMPARE,
        "retired: merged into q-flood",
        "retired: merged into q-floods",
        [f"{COMPARE}:24: q-tide: there is no question 'q-floods'; did you mean 'q-flood'?"],
    ),
    (
        COMPARE,
        "id: q-tide, retired",
        "id: q-tides, retired",
        [
            "data/codings.yml:10: the question 'q-tide' is missing; keep its address: list it under 'retired' of data/comparisons.yml"
        ],
    ),
    (
        COMPARE,
        "id: q-tide, retired",
        "id: q-wall, retired",
        [
            "data/codings.yml:10: the question 'q-tide' is missing; keep its address: list it under 'retired' of data/comparisons.yml",
            f"{COMPARE}:17: the id 'q-wall' is retired: merged into q-flood; take the next free number, ids are never reused",
        ],
    ),
    (
        "data/codings.yml",
        "    reader-b: {relation: dissonance, dimension: time, reason: One looks back and one ahead.}\n",
        "    reader-c: {relation: dissonance, reason: One looks back and one ahead.}\n",
        [
            "data/codings.yml:6: q-flood: unknown coder 'reader-c'; did you mean 'reader-b'?",
            "data/codings.yml:8: q-flood: 'dissonance' needs a 'dimension'",
        ],
    ),
    (
        "data/codings.yml",
        ", reason: A flood that was makes no other less likely.}",
        "}",
        [
            "data/codings.yml:9: q-flood: the codes differ, and 'settled' gives no reason; by the paragraphs, in one sentence"
        ],
    ),
    (
        "data/codings.yml",
        "- question: q-flood",
        "- question: q-tide",
        [
            "data/codings.yml:10: 'q-tide' is coded in two places; put all codes of a question together",
            "data/codings.yml:5: 'q-tide' is coded in two places; put all codes of a question together",
            "data/codings.yml:9: q-tide: it is retired, and 'became' is missing; say what became of it",
            f"{COMPARE}:2: q-flood: 2 briefs answer, and nobody coded it; two readers code it, each alone, in data/codings.yml: docs/about/coding.md",
        ],
    ),
    (
        COMPARE,
        "  note: Cedar does not speak of the wall.\n",
        "",
        [
            f"{COMPARE}:17: q-wall: only one brief answers, and 'note' is missing; one neutral sentence: what the other briefs leave out"
        ],
    ),
    (
        COMPARE,
        "  note: Cedar does not speak of the wall.",
        "  note: Silence.\n  relation: agreement",
        [
            f"{COMPARE}:23: q-wall: 'relation' is set, but only one brief answers; give the other answer, or take it out; silence is computed"
        ],
    ),
    (
        COMPARE,
        "relation: partial agreement",
        "relation: partly agreement",
        [
            f"{COMPARE}:8: q-flood: 'relation' is 'partly agreement', not one of agreement, partial agreement, dissonance; did you mean 'partial agreement'?"
        ],
    ),
    (
        COMPARE,
        "topic: walls",
        "topic: wall",
        [f"{COMPARE}:18: unknown topic 'wall'; did you mean 'walls'?"],
    ),
    (
        COMPARE,
        "- id: q-wall",
        "- id: q-flood",
        [f"{COMPARE}:17: 'q-flood' is used twice; the first is in {COMPARE} on line 2"],
    ),
    (COMPARE, "    cedar-2021: {says", "    cedar-2012: {says", None),
    (
        EVENTS,
        "claims: [C1]",
        "claims: [A1]",
        [f"{EVENTS}:14: flood-2022: A1 is not a claim of cedar-2021; it belongs to alder-2020"],
    ),
    (
        EVENTS,
        'edtf: "2022", basis: stated',
        'edtf: "2022"',
        [f"{EVENTS}:14: flood-2022: a date needs both 'edtf' and 'basis' (stated or inferred)"],
    ),
    (
        EVENTS,
        "works: [willow-2022]",
        "works: [willow]",
        [f"{EVENTS}:8: unknown work 'willow'; did you mean 'willow-2022'?"],
    ),
    (
        EVENTS,
        "- id: flood-2022",
        "- id: drought",
        [
            f"{EVENTS}:9: the id 'drought' is retired: no brief mentions it; take the next free number, ids are never reused"
        ],
    ),
    (
        EVENTS,
        "- id: flood-2022",
        "- id: Flood 2022",
        [
            f"{EVENTS}:9: Flood 2022: 'id': 'Flood 2022' may hold small letters, digits and single hyphens only: kim-jong-un"
        ],
    ),
    (
        BIB,
        "@article{birch-2018",
        "@artcle{birch-2018",
        [f"{BIB}:16: birch-2018: unknown type '@artcle'; did you mean 'article'?"],
    ),
    (
        BIB,
        "  journaltitle = {Journal of Gauges},\n",
        "",
        [f"{BIB}:16: birch-2018: @article needs the field 'journaltitle'"],
    ),
    (
        BIB,
        "doi = {10.1234/gauge.1}",
        "doi = {https://doi.org/10.1234/gauge.1}",
        [
            f"{BIB}:24: birch-2018: 'https://doi.org/10.1234/gauge.1' is not a DOI; write 10.1234/gauge.1"
        ],
    ),
    (
        BIB,
        "url = {https://",
        "url = {www.",
        [
            f"{BIB}:6: alder-2020: 'www.example.org/a?x=1&y=~b#c%20d' is not a web address; https://…, without blanks or braces"
        ],
    ),
    (
        BIB,
        "url = {https://",
        "url = {javascript:https://",
        [
            f"{BIB}:6: alder-2020: 'javascript:https://example.org/a?x=1&y=~b#c%20d' is not a web address; https://…, without blanks or braces"
        ],
    ),
    (
        BIB,
        "date = {2018}",
        "date = {2018-13}",
        [
            f"{BIB}:23: birch-2018: '2018-13' is not a date in the calendar; dates are written 2023-12-30, 2024-05, 2024, 2024~ (about), 2025-10/2026-01"
        ],
    ),
    (BIB, "@article{birch-2018", "@article{cedar-2021", None),
    (BIB, "  title = {Gauges},", "  title = {Gauges", None),
    (
        WATER,
        "[the river rose][A1]",
        "[the river rose][A11]",
        [f"{WATER}:7: there is no claim 'A11'; did you mean 'A1'?"],
    ),
    (
        WATER,
        "[the river rose][A1]",
        "[the river rose][Z1]",
        [f"{WATER}:7: no brief has claims like 'Z1'; did you mean 'C1'?"],
    ),
    (
        WATER,
        "[the river rose][A1]",
        "[the river rose][A4]",
        [f"{WATER}:7: the claim 'A4' is retired: merged into A2; did you mean 'A3'?"],
    ),
    (
        WATER,
        "[A1].",
        "[A1] [see @birch-2019, ¶ 2].",
        [f"{WATER}:7: unknown work '@birch-2019'; did you mean 'birch-2018'?"],
    ),
    (
        WATER,
        "<!-- comparison -->",
        "<!-- comparson -->",
        [f"{WATER}:9: unknown marker 'comparson'; did you mean 'comparison'?"],
    ),
    (
        A,
        "- {id: A4,",
        "- {id: A6,",
        [
            f"{A}:15: the claim A4 is missing; keep its address: list it under 'retired' as {{id: A4, retired: merged into …}}",
            f"{A}:15: the claim A5 is missing; keep its address: list it under 'retired' as {{id: A5, retired: merged into …}}",
        ],
    ),
    (
        WATER,
        "[A1].",
        "[A1] [@alder-2020, ¶ 1, 3].",
        [f"{WATER}:7: alder-2020 has no ¶ 3; it has 1 to 2"],
    ),
    (
        WATER,
        "[A1].",
        "[A1], says @birch-2018.",
        [f"{WATER}:7: '@birch-2018' has no brackets; write [@birch-2018]"],
    ),
    (
        WATER,
        "<!-- comparison -->",
        "<<<<<<< HEAD\n<!-- comparison -->",
        [
            f"{WATER}:9: unresolved Git conflict; keep one of the two sides and delete the conflict markers"
        ],
    ),
    (
        BIB,
        "title = {Gauges}",
        "title = {\\href{javascript:x}{Gauges}}",
        [
            f"{BIB}:18: birch-2018: title: the TeX command '\\href' is not known; write the character itself, in Unicode, or the words alone"
        ],
    ),
    (
        "data/topics.yml",
        "title: Walls",
        "title: Walls <b>",
        ["data/topics.yml:3: walls: 'title': 'Walls <b>' may not hold < > & or a line break"],
    ),
    (
        WATER,
        "<!-- comparison -->",
        "\nMade up by some men.\n\n<!-- comparison -->",
        [f"{WATER}:10: this paragraph names no claim; mark the claim it rests on: words.[^E31]"],
    ),
    (
        WATER,
        "<!-- comparison -->",
        "Made up [@alder-2020].\n\n<!-- comparison -->",
        [f"{WATER}:9: this paragraph names no claim; mark the claim it rests on: words.[^E31]"],
    ),
    (
        WATER,
        "that [the river rose][A1].",
        'that [the river rose][A1], "above\nall walls".',
        [
            f'{WATER}:7: the page: the quotation "above all walls" is unknown to the fingerprints of alder-2020; if it is in alder-2020 ¶ 1, someone with the text runs: scripts/build.py fingerprint alder-2020 TEXTFILE; if not, correct it'
        ],
    ),
    # fidelity
    (
        A,
        "rose in May 2019",
        "rose in May 2018",
        [
            f"{A}:20: A1: the figure '2018' is unknown to the fingerprints of alder-2020; if it is in alder-2020 ¶ 1, sentence 1, someone with the text runs: scripts/build.py fingerprint alder-2020 TEXTFILE; if not, correct it; the figures there are 2019, May, May 2019"
        ],
    ),
    (
        A,
        "rose in May 2019",
        "rose at Thebes in May 2019",
        [
            f"{A}:20: A1: the name 'Thebes' is unknown to the fingerprints of alder-2020; if it is in alder-2020 ¶ 1, someone with the text runs: scripts/build.py fingerprint alder-2020 TEXTFILE; if not, correct it"
        ],
    ),
    (
        A,
        "edtf: 2019-05,",
        "edtf: 2018-05,",
        [
            f"{A}:23: A1: the stated date: the figure 'May 2018' is unknown to the fingerprints of alder-2020; if it is in alder-2020 ¶ 1, sentence 1, someone with the text runs: scripts/build.py fingerprint alder-2020 TEXTFILE; if not, correct it; the figures there are 2019, May, May 2019"
        ],
    ),
    (
        A,
        "edtf: 2019-05, basis: stated",
        "edtf: 2018~, basis: inferred",
        [
            f"{A}:23: A1: the year of '2018~' is inferred, but alder-2020 speaks from 2019 and 2020; an inferred date needs a year that the brief implies"
        ],
    ),
    (
        A,
        "town probably built",
        "town built",
        [
            f"{A}:28: A2: the brief says 'likely', the restatement does not; write one of: likelier, likely, probable, probably"
        ],
    ),
    (
        A,
        "town probably built",
        "town probably and potentially built",
        [
            f"{A}:28: A2: 'potentially' is a hedge that the claim does not declare; declare the brief's word under 'hedge', or take it out of 'says'"
        ],
    ),
    (
        A,
        "  hedge: [likely]\n",
        "",
        [
            f"{A}:26: A2: the brief's sentence holds 'likely', and the claim does not say so; hedge: [likely]; if it weakens nothing: not_hedges: {{likely: why}}",
            f"{A}:28: A2: 'probably' is a hedge that the claim does not declare; declare the brief's word under 'hedge', or take it out of 'says'",
        ],
    ),
    (
        A,
        "hedge: [likely]",
        "hedge: [likely, maybe]",
        [f"{A}:29: A2: 'maybe' is not a hedge of data/lexicon.yml; did you mean 'may'?"],
    ),
    (
        A,
        "  cites: [birch-2018]\n",
        "  cites: [birch-2018]\n  elsewhere: [signs of]\n",
        [f"{A}:34: A2: 'signs of' is not in its sentences; take it out of 'elsewhere'"],
    ),
    (
        A,
        "  cites: [birch-2018]\n",
        "  cites: [birch-2018]\n  allowed: ['1999']\n",
        [
            f"{A}:34: A2: '1999' is a figure, which cannot be allowed; name the sentence that gives it, or leave it out"
        ],
    ),
    (
        A,
        "  cites: [birch-2018]\n",
        "  cites: [birch-2018]\n  allowed: [Willow]\n",
        [f"{A}:34: A2: 'Willow' need not be allowed; take it out of 'allowed'"],
    ),
    (
        A,
        "  paragraph: 2\n",
        "  paragraph: 1\n",
        [
            f"{A}:13: alder-2020: sentence 1 of ¶ 2 has no claim; write a claim for it, or list it under 'excused' with the reason",
            f"{A}:35: A3: ¶ 1, sentence 1 comes after A2, ¶ 1, sentence 2; correct the place, or move the claim there",
            f"{A}:38: A3: 'the town' names an actor that ¶ 1 does not name up to sentence 1; name who acts there",
        ],
    ),
    (
        C,
        "  attributed_to: experts\n",
        "",
        [
            f"{C}:15: C1: the brief's sentence reports somebody ('experts'), and the claim is the brief's own; attributed_to: …; if it reports nobody: not_hedges: {{experts: why}}"
        ],
    ),
    (
        C,
        "says: Experts expect another flood",
        "says: It is expected that another flood comes",
        [
            f"{C}:17: C1: the brief attributes this to experts, the restatement does not name them; name them: experts"
        ],
    ),
    (
        C,
        "attributed_to: experts",
        "attributed_to: expert",
        [
            f"{C}:18: C1: 'expert' is neither an actor nor under 'voices' in data/lexicon.yml; did you mean 'experts'? if not, add it under 'voices' there: 'expert: [expert]'"
        ],
    ),
    (
        COMPARE,
        "Probably too late.",
        "Too late.",
        [
            f"{COMPARE}:21: q-wall: the claims behind this answer are all hedged, the answer is not; keep it: likely"
        ],
    ),
    (
        COMPARE,
        "Experts expect it in 2022.",
        "Experts expect that a wall of reeds falls.",
        [f"{COMPARE}:7: 'wall of reeds' is Alder's term; say it in other words"],
    ),
    (
        COMPARE,
        "difference: Alder looks back",
        "difference: Alder's wall of reeds looks back",
        [f"{COMPARE}:10: 'wall of reeds' is Alder's term; say it in other words"],
    ),
    (
        "data/topics.yml",
        "title: Walls",
        "title: The wall of reeds",
        ["data/topics.yml:3: 'wall of reeds' is Alder's term; say it in other words"],
    ),
    (
        EVENTS,
        "edtf: 2019-05, basis",
        "edtf: 2019-06, basis",
        [
            f"{EVENTS}:7: flood-2019: the stated date: the figure 'June 2019' is unknown to the fingerprints of alder-2020; if it is in alder-2020 ¶ 1, sentence 1, someone with the text runs: scripts/build.py fingerprint alder-2020 TEXTFILE; if not, correct it; the figures there are 2019, May, May 2019",
            f"{EVENTS}:7: flood-2019: the brief dates it 2019-06, the sources 2019-05-03; correct one of them; two occasions are two events",
        ],
    ),
    (
        WATER,
        "that [the river rose][A1].",
        'that [the river rose][A1], "above all walls".',
        [
            f'{WATER}:7: the page: the quotation "above all walls" is unknown to the fingerprints of alder-2020; if it is in alder-2020 ¶ 1, someone with the text runs: scripts/build.py fingerprint alder-2020 TEXTFILE; if not, correct it'
        ],
    ),
    (
        WATER,
        "<!-- comparison -->",
        "Cedar has no wall of reeds [in sight][C1].\n\n<!-- comparison -->",
        [
            f"{WATER}:9: the account of Alder carries C1, a claim of Cedar; put it into the account of Cedar",
            f"{WATER}:9: 'wall of reeds' is Alder's term, and this paragraph neither links nor cites that brief; link the claim that uses it, or say it in other words",
        ],
    ),
    (
        WATER,
        "<!-- comparison -->",
        "The river has risen.\n\n<!-- comparison -->",
        [f"{WATER}:9: this paragraph names no claim; mark the claim it rests on: words.[^E31]"],
    ),
    (
        WATER,
        "<!-- comparison -->",
        "It probably rose.[A1][A2] It came\nlate [A1] [A2], and again [A3].\n\n<!-- comparison -->",
        [
            f"{WATER}:9: '[A1][A2]' is one link, with the text of one and the target of another; write [^A1][^A2]",
            f"{WATER}:10: '[A1] [A2]' is one link, with the text of one and the target of another; write [^A1][^A2]",
            f"{WATER}:10: '[A3]' is neither a mark nor a link; write [^A3]",
        ],
    ),
    (
        WATER,
        "<!-- comparison -->",
        "It [rose][^A1], [once] [A2] more.\n\n<!-- comparison -->",
        [
            f"{WATER}:9: '[once] [A2]' would be printed as written; write [once][A2]",
            f"{WATER}:9: '[rose][^A1]' would be printed with its brackets; write rose[^A1], or link the words: [rose][A1]",
        ],
    ),
    (
        WATER,
        "<!-- comparison -->",
        "It rose.[^A1][^A11] Late.[^A4] Who?[^Z1] And low.[^a1]\n\n<!-- comparison -->",
        [
            f"{WATER}:9: no brief has claims like 'Z1'; did you mean 'C1'?",
            f"{WATER}:9: the claim 'A4' is retired: merged into A2; did you mean 'A3'?",
            f"{WATER}:9: this page has no note '[^a1]'; write [^A1]",
            f"{WATER}:9: there is no claim 'A11'; did you mean 'A1'?",
        ],
    ),
    (
        WATER,
        "<!-- comparison -->",
        "It rose.[^A1]\n\n[^A1]: So it did.\n\n<!-- comparison -->",
        [
            f"{WATER}:11: the note of '[^A1]' is made from the data; take this line out, or give the note another name"
        ],
    ),
    (
        WATER,
        "<!-- comparison -->",
        "It [rose[^A1]](walls.md).[^a]\n\n[^a]: [Probably once][A2].\n\n    Twice.[^A1]\n\n## Compared[^A2]",
        [
            f"{WATER}:9: the mark '[^A1]' is within a link; put it behind the link",
            f"{WATER}:13: the mark '[^A1]' is within a note; link the claim there: [words][E31]",
            f"{WATER}:15: the mark '[^A2]' is in a heading; put it behind a sentence below",
        ],
    ),
    (
        WATER,
        "<!-- comparison -->",
        'It probably built "a wall of straw".[^A2]\n\n<!-- comparison -->',
        [
            f"{WATER}:9: the page: the quotation \"a wall of straw\" is unknown to the fingerprints of alder-2020; if it is in alder-2020 ¶ 1, someone with the text runs: scripts/build.py fingerprint alder-2020 TEXTFILE; if not, correct it; it has \"wall of reeds\": without 'a', 'reeds', not 'straw'"
        ],
    ),
    ("data/lexicon.yml", "hedges:", "hedgs:", None),
    (
        "data/fingerprints/alder-2020.json",
        '"salt"',
        '"slat"',
        [
            "data/fingerprints/alder-2020.json:1: these fingerprints can't be read; someone with the text runs: scripts/build.py fingerprint alder-2020 TEXTFILE",
            f"{A}:2: alder-2020 has no fingerprints, so its claims cannot be checked; someone with the text runs: scripts/build.py fingerprint alder-2020 TEXTFILE",
        ],
    ),
    (
        WATER,
        "# Water\n",
        "",
        [f"{WATER}:1: this page has no title; begin it with a line like: # Trade"],
    ),
]


def changed(root, path, old, new):
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), "utf-8")


def said(root):
    return unnamed(check_data(root)[1])


def test_the_small_project_is_right(small):
    assert said(small) == []


@pytest.mark.parametrize(
    "path, old, new, expected",
    CASES,
    ids=[f"{case[0].split('/')[-1]}-{number}" for number, case in enumerate(CASES)],
)
def test_one_change(small, path, old, new, expected):
    changed(small, path, old, new)
    found = said(small)
    if expected is None:
        assert found
    else:
        assert sorted(found) == sorted(expected)


def test_all_at_once(small):
    changed(small, A, "kind: fact", "kind: fakt")
    changed(small, BIB, "@article", "@artcle")
    changed(small, WATER, "[A1]", "[A11]")
    assert [line.split(": ")[0] for line in said(small)] == [f"{BIB}:16", f"{A}:19", f"{WATER}:7"]


def test_every_rule_tells_what_it_is():
    assert all(
        rule.__doc__ and rule.__doc__.strip().endswith((".", ")", "`")) for rule in all_rules.ALL
    )


@pytest.mark.parametrize(
    "path",
    [A, "data/topics.yml", "data/actors.yml", "data/glossary.yml", COMPARE, EVENTS, BIB, WATER],
)
@pytest.mark.parametrize(
    "content, what",
    [
        (b"", None),
        (b"\xff\xfe\x00k", "this file is not UTF-8 text; save it with the encoding UTF-8"),
        (b"a: [1, 2\nb: ", None),
        (b"\x00\x01", None),
        (b"- 1\n- 2\n", None),
        (b"&a [*a]", None),
        (b"just words", None),
        (b"? [a]\n: b\n", None),
        (b"\ttab: 1", None),
        (b"@@@{{{", None),
        (b"a: 1\na: 2\n", None),
    ],
)
def test_anything_in_a_file_is_a_line_not_a_traceback(small, path, content, what):
    (small / path).write_bytes(content)
    found = said(small)
    assert found
    assert all(line.split(":")[1].isdigit() for line in found)
    if what:
        assert f"{path}:1: {what}" in found


@pytest.mark.parametrize("path", [A, "data/topics.yml", BIB, COMPARE])
def test_a_missing_file_is_named(small, path):
    (small / path).unlink()
    assert said(small)
