"""Every record that is compared with a source, as plain fields, with what it rests on.

Fields are taken from the models, and what a record rests on from the ids that its fields name, so
that a new field is covered without a line here.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from briefsite.model.corpus import Corpus, derived
from briefsite.model.events import Event
from briefsite.model.outcomes import Development, Forecast
from briefsite.model.questions import Question
from briefsite.model.records import Claim, Record
from briefsite.model.references import within
from briefsite.model.reviews import REVIEW_KINDS, Key, digest
from briefsite.model.works import Work

FROZEN = ("condition", "horizon", "confirms", "refutes")
"""What a forecast is judged by, which stays as it was when it is judged."""


@dataclass(frozen=True)
class Reviewed:
    """A record of `kind`, its plain `fields`, where it stands, and `rests_on`: the hash of each
    record or passage below it, by name."""

    kind: str
    id: str
    fields: dict[str, Any]
    path: str
    line: int
    rests_on: dict[str, str]

    @property
    def key(self) -> Key:
        return self.kind, self.id

    @property
    def name(self) -> str:
        """How it is named on the command line: claim/E31."""
        return f"{self.kind}/{self.id}"

    @cached_property
    def record(self) -> str:
        """The hash of its own wording."""
        return digest(self.fields)

    @cached_property
    def basis(self) -> str:
        """The hash of what it rests on."""
        return digest(self.rests_on)

    @property
    def deep(self) -> str:
        """The hash of both, by which it counts for what rests on it."""
        return self.record + self.basis

    @property
    def frozen(self) -> str | None:
        """The hash of the criteria of a forecast."""
        if self.kind != "forecast":
            return None
        return digest({name: self.fields.get(name) for name in FROZEN})


@derived
def reviewed_records(corpus: Corpus) -> dict[Key, Reviewed]:
    """Every record that can be signed, by kind and id, in the order of REVIEW_KINDS."""
    found = _Collection(corpus).records
    order = {kind: place for place, kind in enumerate(REVIEW_KINDS)}
    return dict(sorted(found.items(), key=lambda item: order[item[0][0]]))


class _Collection:
    """Collects records from the bottom up, so that what a record rests on has its hash before."""

    def __init__(self, corpus: Corpus):
        self.corpus = corpus
        self.records: dict[Key, Reviewed] = {}
        for work in corpus.works.values():
            self._work(work)
        for claim in corpus.claim.values():
            self._add("claim", claim.id, claim, self._sentences(claim))
        for question in corpus.questions:
            self._question(question)
        for event in corpus.events:
            self._event(event)
        for item in corpus.developments:
            self._add("development", item.id, item, self._named(item, "work"))
        for forecast in corpus.forecasts:
            self._forecast(forecast)
        for entry in corpus.left_out:
            self._add("left-out", entry.claim, entry, self._named(entry, "claim"))
        for entry in corpus.unsourced:
            name = slug(f"{entry.edtf} {entry.matter}")
            while ("unsourced", name) in self.records:
                name += "-"
            self._add("unsourced", name, entry, {})
        for kind, items in (("term", corpus.terms), ("actor", corpus.actors)):
            for item in items:
                self._add(kind, item.key, item, self._named(item, "claim", "relation"))
        for topic in corpus.topics:
            self._add("topic", topic.key, topic, self._named(topic, "claim", "relation"))
        for brief in corpus.briefs:
            rest = brief.model_copy(update={"claims": (), "retired": ()})
            rest._at = brief.at  # pyright: ignore[reportPrivateUsage]
            self._add("brief", brief.key, rest, self._named(rest, "claim", "work"), "color")
        self._blocks()

    def _add(
        self, kind: str, name: str, record: Record, rests_on: dict[str, str], *apart: str
    ) -> None:
        fields = record.model_dump(mode="json", exclude_defaults=True, exclude=set(apart))
        at = record.at
        self.records[kind, name] = Reviewed(kind, name, fields, at.path, at.line, rests_on)

    def _basis(self, *keys: Key) -> dict[str, str]:
        """The hashes of those records that there are."""
        found = (self.records.get(key) for key in keys)
        return {record.name: record.deep for record in found if record}

    def _named(self, record: Record, *kinds: str) -> dict[str, str]:
        """The hashes of the records of these kinds that a record names in any field."""
        references = [reference for reference in within(record) if reference.kind in kinds]
        return self._basis(*((item.kind, name) for item in references for name in item.ids))

    def _sentences(self, claim: Claim) -> dict[str, str]:
        """The wording of the sentences that carry a claim: their hashes in the fingerprints or,
        where these have none, their numbers of words."""
        brief = self.corpus.brief_of[claim.id]
        prints = self.corpus.fingerprints.get(brief.key)
        counts = {item.number: item.sentences for item in brief.paragraphs}
        result: dict[str, str] = {}
        for number in claim.sentences:
            words = counts.get(claim.paragraph, ())
            count = words[number - 1] if number <= len(words) else 0
            wording = prints.wording_of(claim.paragraph, number) if prints else ""
            result[f"sentence/{claim.paragraph}.{number}"] = wording or digest(count)
        return result

    def _question(self, question: Question) -> None:
        for brief, answer in question.answers.items():
            name = f"{question.id}/{brief}"
            self._add("answer", name, answer, self._named(answer, "claim"))
        below = self._basis(*(("answer", f"{question.id}/{key}") for key in question.answers))
        codings = self.corpus.codings.codings if self.corpus.codings else ()
        below |= {
            f"coding/{coding.question}": digest(coding.model_dump(mode="json"))
            for coding in codings
            if coding.question == question.id
        }
        self._add("relation", question.id, question, below, "answers")

    def _event(self, event: Event) -> None:
        names: list[Key] = []
        for mention in event.mentions:
            names.append(("mention", f"{event.id}/{mention.brief}"))
            self._add(*names[-1], mention, self._named(mention, "claim"))
        below = self._basis(*names) | self._named(event, "work")
        self._add("event", event.id, event, below, "mentions")

    def _forecast(self, forecast: Forecast) -> None:
        bearing = {
            f"development/{item.id}": _bearing(self.records["development", item.id], item, forecast)
            for item, _ in self.corpus.bearing_on.get(forecast.claim, ())
        }
        self._add("forecast", forecast.claim, forecast, self._named(forecast, "claim") | bearing)

    def _work(self, work: Work) -> None:
        fields = {"type": work.type, **dict(work.written or work.fields)}
        place = work.at.path, work.at.line
        self.records["work", work.key] = Reviewed("work", work.key, fields, *place, {})

    def _blocks(self) -> None:
        for page in self.corpus.pages:
            for block in page.blocks if page.claims or page.works else ():
                names: Iterable[Key] = (
                    *(("claim", name) for name in block.claims),
                    *(("work", name) for name in block.works),
                    *(("relation", name) for name in block.questions),
                )
                fields = {"text": block.text}
                self.records["block", block.id] = Reviewed(
                    "block", block.id, fields, page.path, block.line, self._basis(*names)
                )


def _bearing(reviewed: Reviewed, item: Development, forecast: Forecast) -> str:
    """The hash of a development for one forecast: what it does to others is no matter there."""
    bearings = [bearing for bearing in item.bearings if bearing.forecast == forecast.claim]
    plain = [bearing.model_dump(mode="json", exclude_defaults=True) for bearing in bearings]
    return digest([{**reviewed.fields, "bearings": plain}, reviewed.rests_on])


def slug(text: str) -> str:
    """The first words of a text as an id."""
    return "-".join(re.findall(r"\w+", text.casefold())[:5])
