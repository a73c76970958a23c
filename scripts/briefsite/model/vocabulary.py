"""Every word that readers are shown for a value of the data, and the sign beside it.

The keys are the values as data files write them; changing the word shown for one is changing one
line here. A test holds the keys against the models.
"""

RELATIONS = {
    "agreement": "agreement",
    "partial agreement": "partial agreement",
    "dissonance": "dissonance",
    "silence": "silence",
}
"""How the answers to a question relate; `silence` is computed where one brief answers."""

RELATION_MEANINGS = {
    "agreement": "the answers say the same, with like weight",
    "partial agreement": "the answers share a core, and differ in something that the question "
    "asks for",
    "dissonance": "the answers pull in opposite directions: who believes the one has reason to "
    "doubt the other",
    "silence": "one brief alone answers; the others say neither yes nor no",
}

DIMENSIONS = {
    "certainty": "certainty",
    "cause": "cause",
    "scope": "scope",
    "time": "time",
    "actor": "actor",
    "emphasis": "emphasis",
    "judgement": "judgment",
}
"""In what answers differ."""

CLAIM_KINDS = {
    "fact": "fact",
    "assessment": "assessment",
    "forecast": "forecast",
    "recommendation": "recommendation",
    "definition": "definition",
}

VERDICTS = {
    "borne out": "borne out",
    "partly": "partly",
    "not borne out": "not borne out",
    "open": "open",
    "cannot be told": "cannot be told",
}
NOT_JUDGED = "not judged yet"
VERDICT_SIGNS = {
    "borne out": "●",
    "partly": "◐",
    "not borne out": "○",
    "open": "▷",
    "cannot be told": "?",
}

BEARINGS = {
    "supports": "supports",
    "contradicts": "contradicts",
    "partly": "partly",
    "unclear": "unclear",
}
BEARING_SIGNS = {"supports": "＋", "contradicts": "−", "partly": "±", "unclear": "?"}

DATE_BASES = {"stated": "stated", "inferred": "inferred", "source": "outside source"}
"""Where a date is from: the brief's words, what follows from them, or a work besides the briefs."""

ACTOR_KINDS = {
    "state": "States",
    "organisation": "Organisations",
    "group": "Groups",
    "person": "People",
}

TIMES = {"past": "In the briefs", "expected": "Expected by the briefs", "since": "Since"}
"""The three times that are never mixed."""

RECORD_KINDS = {
    "claim": "Claim",
    "question": "Question",
    "event": "Event",
    "forecast": "Forecast",
    "development": "Since publication",
    "topic": "Topic",
    "actor": "Actor",
    "brief": "Brief",
    "work": "Work",
    "term": "Term",
    "page": "Page",
}
"""What search finds, by kind."""

CORPUS_MARKERS = frozenset(
    "comparison codings since topics briefs ways news matrix timeline coverage checks "
    "changes".split()
)
"""Parts that a page can take in by a marker, `<!-- comparison -->`, made of the corpus alone."""
BUILD_MARKERS = frozenset("positions data log rules offline".split())
"""Parts that need more than the corpus: the code, the project's history, other files."""
