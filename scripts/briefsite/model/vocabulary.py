"""The values that a field of the data may have, the word that readers are shown for each, and the
sign beside it.

A type lists the values as data files write them; the models use it. The table below it holds the
word for each value, and changing the word is changing one line here. Imports nothing of the
project, so that the command line stays quick.
"""

from collections.abc import Iterable
from typing import Literal, get_args

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
    "dissonance": "the answers pull in opposite directions: whoever believes one has reason to "
    "doubt the other",
    "silence": "one brief alone answers; the others say neither yes nor no",
}

WHY_KEY = "Why it matters"
"""Before the reason why the briefs' conclusions turn on a question."""

DIMENSIONS = {
    "certainty": "certainty",
    "cause": "cause",
    "scope": "scope",
    "time": "time",
    "actor": "actor",
    "emphasis": "emphasis",
    "judgment": "judgment",
}
"""In what answers differ."""

ClaimKind = Literal["fact", "assessment", "forecast", "recommendation", "definition"]
"""A further kind is a value here, its word and meaning below, and its mark in
docs/assets/styles/4-marks.css."""
CLAIM_KINDS: dict[ClaimKind, str] = {
    "fact": "fact",
    "assessment": "assessment",
    "forecast": "forecast",
    "recommendation": "recommendation",
    "definition": "definition",
}
CLAIM_KIND_MEANINGS: dict[ClaimKind, str] = {
    "fact": "something stated as having happened or being so",
    "assessment": "a judgment: a cause, a motive, an interest, a weighing",
    "forecast": "what will or may happen after the brief was written",
    "recommendation": "what should be done, or is necessary or crucial",
    "definition": "what a term means",
}

ARGUMENT_PARTS = {
    "thesis": "Thesis",
    "rests_on": "It rests on",
    "expects": "It expects",
    "recommends": "It recommends",
}
"""The parts of a brief's argument, in the order in which they are shown."""

SUMMARY_PARTS = {
    "shared": "What they share",
    "part": "Where they part",
    "alone": "What one says alone",
}
"""The parts of the one-page summary: questions of agreement, of difference, of one brief alone."""

ForecastKind = Literal["forecast", "conditional", "expectation"]
"""How a brief looks ahead; with `conditional` goes a condition."""

VerdictValue = Literal["borne out", "partly", "not borne out", "open", "undecidable"]
VERDICTS: dict[VerdictValue, str] = {
    "borne out": "borne out",
    "partly": "partly",
    "not borne out": "not borne out",
    "open": "open",
    "undecidable": "undecidable",
}
VERDICT_MEANINGS: dict[VerdictValue, str] = {
    "borne out": "what would confirm it happened in its window, and a source shows it",
    "partly": "a part of what would confirm it happened, or the sources pull both ways",
    "not borne out": "what would refute it happened, or its window ended without what would "
    "confirm it",
    "open": "nothing has decided it, and its window is not over or has no end",
    "undecidable": "its condition never came, or its window is over and no source decides",
}
DECIDED: tuple[VerdictValue, ...] = ("borne out", "partly", "not borne out")
"""The verdicts that say how a forecast came out."""
NOT_JUDGED = "not judged yet"
VERDICT_SIGNS: dict[VerdictValue, str] = {
    "borne out": "●",
    "partly": "◐",
    "not borne out": "○",
    "open": "⋯",
    "undecidable": "?",
}

HorizonKind = Literal["dated", "open-ended"]
"""Whether the window of a forecast ends; it follows from its date."""
HORIZON_MEANINGS: dict[HorizonKind, str] = {
    "dated": "its window has an end, at which it can fail",
    "open-ended": "the brief sets no end, so that little could show it wrong",
}
RiskKind = Literal["scheduled", "not scheduled"]
RISK_MEANINGS: dict[RiskKind, str] = {
    "scheduled": "it stood on a calendar before the brief was written, and would happen anyway",
    "not scheduled": "no calendar had it",
}
"""How much a forecast risked; whether it could have gone either way is the site's judgment."""
EITHER_WAY = {True: "could have gone either way", False: "was hardly in doubt"}

BearingKind = Literal["supports", "contradicts", "partly", "unclear"]
"""What a development does to a forecast."""
BEARINGS: dict[BearingKind, str] = {
    "supports": "supports",
    "contradicts": "contradicts",
    "partly": "partly",
    "unclear": "unclear",
}
BEARING_SIGNS: dict[BearingKind, str] = {
    "supports": "+",
    "contradicts": "−",
    "partly": "~",
    "unclear": "?",
}

ONE_ORIGIN, OUTLETS = "one origin", "outlets"
"""Beside a development that rests on one origin: "one origin, 3 outlets"."""

DATE_BASES = {"stated": "stated", "inferred": "inferred", "source": "outside source"}
"""Where a date is from: the brief's words, what follows from them, or a work besides the briefs."""
EXPECTED = "expected"
"""Beside what lay ahead of the brief that mentions it."""

ActorKind = Literal["state", "place", "organization", "group", "person"]
"""A place is what the briefs speak of without calling it a state."""
ACTOR_KINDS: dict[ActorKind, str] = {
    "state": "States",
    "place": "Places",
    "organization": "Organizations",
    "group": "Groups",
    "person": "People",
}

TIMES = {"past": "In the briefs", "expected": "Expected by the briefs", "since": "Since"}
"""The three times that are never mixed. `since` counts from the time a brief speaks from."""

RECORD_KINDS = {
    "claim": "Claim",
    "question": "Question",
    "event": "Event",
    "forecast": "Forecast",
    "development": "Since",
    "topic": "Topic",
    "actor": "Actor",
    "brief": "Brief",
    "work": "Work",
    "term": "Term",
    "page": "Page",
}
"""What search finds, by kind."""

TOPIC_PAGE = "{}: what each brief says"
"""A topic's page where its title stands alone, in a citation or a browser's tab: an actor's page
may have the same name."""

DATA_FORMATS = {"csv": "CSV", "json": "JSON"}
"""The formats of exports/table_formats.FORMATS, by the ending of their files."""

CORPUS_MARKERS = frozenset(
    "dateline findings comparison codings since topics briefs map summary counts news timeline "
    "coverage checks changes kinds reviews judgings verdicts".split()
)
"""Parts that a page can take in by a marker, `<!-- comparison -->`, made of the corpus alone."""
BUILD_MARKERS = frozenset("data documents log rules offline".split())
"""Parts that need more than the corpus: the code, the project's history, other files."""


def alternatives(values: Iterable[str]) -> str:
    """Values as prose: `stated or inferred`, `supports, contradicts, partly or unclear`."""
    *others, last = values
    return f"{', '.join(others)} or {last}" if others else last


CHOICES = {
    "claim_kinds": alternatives(get_args(ClaimKind)),
    "forecast_kinds": alternatives(get_args(ForecastKind)),
    "risk_kinds": alternatives(get_args(RiskKind)),
    "verdicts": alternatives(get_args(VerdictValue)),
    "bearing_kinds": alternatives(get_args(BearingKind)),
}
"""What a contributor can choose from, for hints and commented templates."""
DOCUMENT_FORMATS = {"pdf": "PDF", "epub": "EPUB", "docx": "Word"}
"""The forms of documents, by the ends of their files' names."""
