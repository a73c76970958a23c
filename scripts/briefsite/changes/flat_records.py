"""A corpus as flat records that can be set side by side: a name, and fields with plain values."""

from dataclasses import dataclass

from briefsite.model.corpus import Corpus


@dataclass(frozen=True)
class Record:
    """`kind` and `id` tell it apart; `label` is what it is called in words; a field's value is None,
    a text, a number, a truth value or a tuple of texts; `says` is what it is in short; `part_of` is
    the record that it goes with, as (kind, id)."""

    kind: str
    id: str
    label: str
    fields: dict
    says: str = ""
    part_of: tuple[str, str] | None = None

    @property
    def key(self) -> tuple[str, str]:
        return self.kind, self.id


def records(corpus: Corpus) -> dict[tuple[str, str], Record]:
    """Every record of a corpus but verdicts and what is retired, by (kind, id), in the order of the site."""
    every = (
        *_briefs(corpus),
        *_compared(corpus),
        *_dated(corpus),
        *_since(corpus),
        *_named(corpus),
        *_works(corpus),
    )
    return {record.key: record for record in every}


def _briefs(corpus: Corpus):
    for brief in corpus.briefs:
        yield Record(
            "brief",
            brief.key,
            f"brief {brief.key}",
            _fields(brief, "authors", "paragraphs", "excused", "claims", "retired")
            | {
                "authors": tuple(
                    f"{author.name} ({author.credentials})" for author in brief.authors
                ),
                "paragraphs": tuple(
                    f"¶ {item.number} ({item.section}): sentences of {', '.join(map(str, item.sentences))} words"
                    for item in brief.paragraphs
                ),
                "excused": tuple(
                    f"¶ {item.paragraph}, sentence {item.sentence}: {item.reason}"
                    for item in brief.excused
                ),
            },
        )
        for claim in brief.claims:
            yield Record(
                "claim",
                claim.id,
                f"claim {claim.id}",
                _fields(claim, "dates")
                | {"dates": tuple(f"{date.edtf} ({date.basis})" for date in claim.dates)},
                claim.says,
            )


def _compared(corpus: Corpus):
    for question in corpus.questions:
        whole = ("question", question.id)
        yield Record(
            *whole,
            f"question {question.id}",
            _fields(question, "answers", "relations"),
            question.question,
        )
        for key, answer in question.answers.items():
            yield Record(
                "answer",
                f"{question.id} {key}",
                f"answer of {key} to {question.id}",
                _fields(answer),
                answer.says,
                whole,
            )
        for relation in question.relations:
            pair = sorted(relation.between)
            yield Record(
                "relation",
                f"{question.id} {' '.join(pair)}",
                f"relation of {' and '.join(pair)} in {question.id}",
                _fields(relation, "between"),
                f"{relation.relation}. {relation.why}",
                whole,
            )


def _dated(corpus: Corpus):
    for event in corpus.events:
        whole, outside = ("event", event.id), event.sourced
        yield Record(
            *whole,
            f"event {event.id}",
            _fields(event, "mentions", "sourced")
            | {
                "outside date": outside.edtf if outside else None,
                "works of the outside date": outside.works if outside else (),
                "note on the outside date": outside.note if outside else None,
            },
            event.title,
        )
        for mention in event.mentions:
            yield Record(
                "mention",
                f"{event.id} {mention.brief}",
                f"event {event.id} (in {mention.brief})",
                _fields(mention, "brief"),
                mention.edtf or mention.horizon or "no date",
                whole,
            )


def _since(corpus: Corpus):
    for forecast in corpus.forecasts:
        horizon = forecast.horizon
        yield Record(
            "forecast",
            forecast.claim,
            f"forecast {forecast.claim}",
            _fields(forecast, "claim", "horizon", "verdicts")
            | {
                "horizon": horizon.edtf,
                "basis of the horizon": horizon.basis,
                "note on the horizon": horizon.note,
            },
            forecast.title,
        )
    for entry in corpus.left_out:
        yield Record(
            "left out",
            entry.claim,
            f"forecast {entry.claim} (left out)",
            {"reason": entry.reason},
            entry.reason,
        )
    for item in corpus.developments:
        whole = ("development", item.id)
        yield Record(
            *whole, f"development {item.id}", _fields(item, "witnesses", "bearings"), item.says
        )
        for witness in item.witnesses:
            yield Record(
                "witness",
                f"{item.id} {witness.origin}",
                f"witness '{witness.origin}' of {item.id}",
                {"works": witness.works},
                ", ".join(witness.works),
                whole,
            )
        for bearing in item.bearings:
            yield Record(
                "bearing",
                f"{item.id} {bearing.forecast}",
                f"bearing of {item.id} on {bearing.forecast}",
                _fields(bearing, "forecast"),
                f"{bearing.bearing}. {bearing.reason}",
                whole,
            )
    for entry in corpus.unsourced:
        yield Record(
            "unsourced",
            entry.matter,
            f"looked for and not found: {entry.matter}",
            _fields(entry, "matter"),
            entry.state,
        )


def _named(corpus: Corpus):
    for kind, items, says in (
        ("topic", corpus.topics, "title"),
        ("actor", corpus.actors, "name"),
        ("term", corpus.terms, "meaning"),
    ):
        for item in items:
            yield Record(kind, item.key, f"{kind} {item.key}", _fields(item), getattr(item, says))
    for item in corpus.editions:
        yield Record("edition", item.name, f"edition {item.name}", _fields(item), item.date)


def _works(corpus: Corpus):
    for work in corpus.works.values():
        yield Record(
            "work",
            work.key,
            f"work {work.key}",
            {"type of entry": work.type, **work.fields, "author": work.authors},
            work.title,
        )


def _fields(record, *apart: str) -> dict:
    """A model's own values, without its id and the fields `apart`."""
    return {
        name: getattr(record, name)
        for name in type(record).model_fields
        if name not in ("id", "key", *apart)
    }
