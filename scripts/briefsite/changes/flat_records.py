"""A corpus as flat records that can be set side by side: a name, and fields with plain values."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from briefsite.model.corpus import Corpus
from briefsite.model.records import Record
from briefsite.model.vocabulary import EITHER_WAY

Value: TypeAlias = str | int | bool | tuple[str, ...] | None
Key: TypeAlias = tuple[str, str]
"""Kind and id."""


@dataclass(frozen=True)
class FlatRecord:
    """`kind` and `id` tell it apart; `label` is what it is called in words; `summary` is its
    content in short; `part_of` is the record that it goes with. A part's id begins with that of the
    whole."""

    kind: str
    id: str
    label: str
    fields: dict[str, Value]
    summary: str = ""
    part_of: Key | None = None

    @property
    def key(self) -> Key:
        return self.kind, self.id


def flat_records(corpus: Corpus) -> dict[Key, FlatRecord]:
    """Every record of a corpus but verdicts and what is retired, by (kind, id), in the order of the
    site."""
    records = (
        *_briefs(corpus),
        *_questions(corpus),
        *_events(corpus),
        *_forecasts(corpus),
        *_developments(corpus),
        *_named(corpus),
    )
    return {record.key: record for record in records}


def _briefs(corpus: Corpus) -> Iterator[FlatRecord]:
    for brief in corpus.briefs:
        fields = _fields(brief, "authors", "paragraphs", "excused", "claims", "argument", "retired")
        fields["authors"] = tuple(f"{item.name} ({item.credentials})" for item in brief.authors)
        fields["paragraphs"] = tuple(
            f"¶ {item.number} ({item.section}): sentences of "
            f"{', '.join(map(str, item.sentences))} words"
            for item in brief.paragraphs
        )
        fields["excused"] = tuple(
            f"¶ {item.paragraph}, sentence {item.sentence}: {item.reason}" for item in brief.excused
        )
        fields |= {
            f"argument, {part.replace('_', ' ')}": claims for part, claims in (brief.argument or ())
        }
        yield FlatRecord("brief", brief.key, f"brief {brief.key}", fields)
        for claim in brief.claims:
            fields = _fields(claim, "dates")
            fields["dates"] = tuple(f"{date.edtf} ({date.basis})" for date in claim.dates)
            yield FlatRecord("claim", claim.id, f"claim {claim.id}", fields, claim.says)


def _questions(corpus: Corpus) -> Iterator[FlatRecord]:
    for question in corpus.questions:
        name, key = question.id, ("question", question.id)
        fields = _fields(question, "answers", "sides")
        fields["key question"] = question.key
        fields["sides"] = tuple(
            f"{' and '.join(side.briefs)}: {side.holds}" for side in question.sides
        )
        yield FlatRecord(*key, f"question {name}", fields, question.question)
        for brief, answer in question.answers.items():
            label = f"answer of {brief} to {name}"
            fields = _fields(answer)
            yield FlatRecord("answer", f"{name} {brief}", label, fields, answer.says, key)
    for coding in corpus.codings.codings if corpus.codings else ():
        fields: dict[str, Value] = {
            coder: "; ".join(filter(None, (code.relation, code.dimension, code.mark, code.reason)))
            for coder, code in coding.codes.items()
        } | {f"settled {field}": value for field, value in _fields(coding.settled).items()}
        yield FlatRecord("coding", coding.question, f"coding of {coding.question}", fields)


def _events(corpus: Corpus) -> Iterator[FlatRecord]:
    for event in corpus.events:
        key, sourced = ("event", event.id), event.sourced
        fields = _fields(event, "mentions", "sourced") | {
            "outside date": sourced.edtf if sourced else None,
            "works of the outside date": sourced.works if sourced else (),
            "note on the outside date": sourced.note if sourced else None,
        }
        yield FlatRecord(*key, f"event {event.id}", fields, event.title)
        for mention in event.mentions:
            label = f"event {event.id} (in {mention.brief})"
            fields = _fields(mention, "brief")
            date = mention.edtf or mention.horizon or "no date"
            yield FlatRecord("mention", f"{event.id} {mention.brief}", label, fields, date, key)


def _forecasts(corpus: Corpus) -> Iterator[FlatRecord]:
    for forecast in corpus.forecasts:
        risk = forecast.risk
        fields = _fields(forecast, "claim", "horizon", "risk", "verdicts") | {
            "risk": risk.kind if risk else None,
            "calendar": risk.calendar if risk else (),
            "either way": EITHER_WAY[risk.either_way] if risk else None,
            "why the risk": risk.reason if risk else None,
            "horizon": forecast.horizon.edtf,
            "basis of the horizon": forecast.horizon.basis,
            "horizon as read": forecast.horizon.read_as,
            "note on the horizon": forecast.horizon.note,
        }
        label = f"forecast {forecast.claim}"
        yield FlatRecord("forecast", forecast.claim, label, fields, forecast.title)
    for judging in corpus.judgings.judgings if corpus.judgings else ():
        fields: dict[str, Value] = {
            judge: f"{code.verdict}; {EITHER_WAY[code.either_way]}; {code.reason}"
            for judge, code in judging.codes.items()
        } | {f"settled {field}": value for field, value in _fields(judging.settled).items()}
        yield FlatRecord("judging", judging.forecast, f"judging of {judging.forecast}", fields)
    for entry in corpus.left_out:
        label = f"forecast {entry.claim} (left out)"
        yield FlatRecord("left out", entry.claim, label, {"reason": entry.reason}, entry.reason)


def _developments(corpus: Corpus) -> Iterator[FlatRecord]:
    for item in corpus.developments:
        key = ("development", item.id)
        fields = _fields(item, "witnesses", "bearings")
        yield FlatRecord(*key, f"development {item.id}", fields, item.says)
        for witness in item.witnesses:
            label = f"witness '{witness.origin}' of {item.id}"
            fields, works = _fields(witness, "origin"), ", ".join(witness.works)
            yield FlatRecord("witness", f"{item.id} {witness.origin}", label, fields, works, key)
        for bearing in item.bearings:
            label = f"bearing of {item.id} on {bearing.forecast}"
            fields, summary = _fields(bearing, "forecast"), f"{bearing.bearing}. {bearing.reason}"
            yield FlatRecord(
                "bearing", f"{item.id} {bearing.forecast}", label, fields, summary, key
            )
    for entry in corpus.unsourced:
        label = f"looked for and not found: {entry.matter}"
        yield FlatRecord("unsourced", entry.matter, label, _fields(entry, "matter"), entry.state)


def _named(corpus: Corpus) -> Iterator[FlatRecord]:
    """Records without parts."""
    for topic in corpus.topics:
        yield FlatRecord("topic", topic.key, f"topic {topic.key}", _fields(topic), topic.title)
    for actor in corpus.actors:
        key, fields = ("actor", actor.key), _fields(actor, "aims")
        yield FlatRecord(*key, f"actor {actor.key}", fields, actor.name)
        for brief, aims in actor.aims.items():
            label = f"aims of {actor.key} by {brief}"
            yield FlatRecord("aims", f"{actor.key} {brief}", label, _fields(aims), aims.says, key)
    for term in corpus.terms:
        yield FlatRecord("term", term.key, f"term {term.key}", _fields(term), term.meaning)
    for item in corpus.editions:
        yield FlatRecord("edition", item.name, f"edition {item.name}", _fields(item), item.date)
    for work in corpus.works.values():
        fields: dict[str, Value] = {"type of entry": work.type, **work.fields}
        fields["author"] = work.authors
        yield FlatRecord("work", work.key, f"work {work.key}", fields, work.title)


def _fields(record: Record, *apart: str) -> dict[str, Value]:
    """A model's own values, without its id and the fields `apart`."""
    names = (name for name in type(record).model_fields if name not in ("id", "key", *apart))
    return {name: getattr(record, name) for name in names}
