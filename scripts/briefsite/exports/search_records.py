"""A record of everything that has an address: one function for each kind of thing.

A further kind is a function here, listed in MAKERS, and its word in vocabulary.RECORD_KINDS.
"""

from collections.abc import Iterable, Iterator, Sequence

from briefsite.exports import page_search_records
from briefsite.exports.search_record import SearchEntry
from briefsite.model import addresses, dates, vocabulary
from briefsite.model.corpus import Corpus
from briefsite.model.events import Mention
from briefsite.model.records import Brief, Claim, Tombstone


def records(corpus: Corpus) -> Iterator[SearchEntry]:
    """Every record of the data, in the order of the files."""
    for kind in MAKERS:
        yield from kind(corpus)


def claims(corpus: Corpus) -> Iterator[SearchEntry]:
    """Each claim in its own words, known by its id; a retired id still leads somewhere."""
    for brief in corpus.briefs:
        for claim in brief.claims:
            yield SearchEntry(
                addresses.web(addresses.claim(corpus, claim.id)),
                "claim",
                claim.id,
                f"{brief.label}, ¶ {claim.paragraph}",
                claim.says,
                briefs=(brief.key,),
                topics=claim.topics,
                actors=claim.actors,
            )
        for stone in brief.retired:
            yield _retired("claim", addresses.claim(corpus, stone.id), stone, brief)


def questions(corpus: Corpus) -> Iterator[SearchEntry]:
    """Each question with what every brief answers, a line for each, and how the answers relate;
    filtered by the claims answered with."""
    for question in corpus.questions:
        answers = question.answers.items()
        lines = [f"{corpus.brief[key].label}: {answer.says}" for key, answer in answers]
        if question.relation:
            parts = (vocabulary.RELATIONS[question.relation], question.shared, question.difference)
            lines.append(f"Relation: {'. '.join(part.rstrip('.') for part in parts if part)}.")
        yield SearchEntry(
            addresses.web(addresses.question_entry(corpus, question)),
            "question",
            question.question,
            corpus.topic[question.topic].title,
            "\n".join(lines),
            briefs=tuple(question.answers),
            topics=(question.topic,),
            actors=_actors(corpus.claim[name] for _, answer in answers for name in answer.claims),
        )
    for stone in corpus.retired_questions:
        yield _retired("question", addresses.question(stone.id), stone)


def events(corpus: Corpus) -> Iterator[SearchEntry]:
    """Each event with what the briefs that mention it say, a line for each claim, with the date
    that the brief gives. A date from outside is shown as such, and only where no brief gives
    one."""
    for event in corpus.events:
        outside = event.sourced if not any(mention.edtf for mention in event.mentions) else None
        yield SearchEntry(
            addresses.web(addresses.event_entry(corpus, event)),
            "event",
            event.title,
            f"{dates.spoken(outside.edtf)}, by an {vocabulary.DATE_BASES['source']}"
            if outside
            else "",
            "\n".join(line for mention in event.mentions for line in _mention(corpus, mention)),
            briefs=tuple(mention.brief for mention in event.mentions),
            topics=event.topics,
            actors=event.actors,
        )
    for stone in corpus.retired_events:
        yield _retired("event", addresses.retired_event(stone.id), stone)


def _mention(corpus: Corpus, mention: Mention) -> list[str]:
    label = corpus.brief[mention.brief].label
    if mention.edtf:
        inferred = f", {vocabulary.DATE_BASES['inferred']}" if mention.basis == "inferred" else ""
        label += f" ({dates.spoken(mention.edtf)}{inferred})"
    return [f"{label}: {corpus.claim[name].says}" for name in mention.claims]


def forecasts(corpus: Corpus) -> Iterator[SearchEntry]:
    """Each forecast in the brief's own words, and below them, as this site's, the verdict that
    stands."""
    for forecast in corpus.forecasts:
        claim, brief = corpus.claim[forecast.claim], corpus.brief_of[forecast.claim]
        lines = [f"{brief.label}: {claim.says}"]
        if verdict := forecast.verdict:
            word = vocabulary.VERDICTS[verdict.verdict]
            lines.append(f"Verdict of this site: {word}. {verdict.reason}")
        yield SearchEntry(
            addresses.web(addresses.forecast(forecast.claim)),
            "forecast",
            forecast.title,
            f"{brief.label}, for {dates.spoken(forecast.horizon.edtf)}",
            "\n".join(lines),
            briefs=(brief.key,),
            topics=claim.topics,
            actors=claim.actors,
        )
    for stone in corpus.retired_forecasts if corpus.forecasts else ():
        yield _retired("forecast", addresses.forecast(stone.id), stone)


def developments(corpus: Corpus) -> Iterator[SearchEntry]:
    """Each development by itself: it is no part of what a brief says, so no brief's filter gives
    it."""
    for item in corpus.chronicle:
        yield SearchEntry(
            addresses.web(addresses.development_entry(corpus, item)),
            "development",
            item.title,
            dates.spoken(item.edtf),
            item.says,
            topics=item.topics,
            actors=item.actors,
        )
    for stone in corpus.retired_developments if corpus.developments else ():
        yield _retired("development", addresses.development(stone.id), stone)


def actors(corpus: Corpus) -> Iterator[SearchEntry]:
    """Each actor by every name it goes by."""
    for actor in corpus.actors:
        names = ", ".join(filter(None, (actor.korean, *actor.aliases)))
        yield SearchEntry(
            addresses.web(addresses.actor(actor.key)),
            "actor",
            actor.name,
            actor.kind,
            f"Also: {names}" if names else "",
            names,
            actors=(actor.key,),
        )


def briefs(corpus: Corpus) -> Iterator[SearchEntry]:
    """Each brief by its authors, its title and its sections."""
    for brief in corpus.briefs:
        work = corpus.works[brief.key]
        authors = ", ".join(author.name for author in brief.authors)
        sections = dict.fromkeys(paragraph.section for paragraph in brief.paragraphs)
        yield SearchEntry(
            addresses.web(addresses.brief(brief.key)),
            "brief",
            f"{brief.label}: {work.title}",
            dates.spoken(brief.published),
            f"{authors}, {work['institution'] or work['publisher']}. {' · '.join(sections)}",
            briefs=(brief.key,),
        )


CONTAINERS = ("journaltitle", "journal", "institution", "publisher", "organization")
"""The fields of a work that say where it appeared, the first that it has counts."""


def works(corpus: Corpus) -> Iterator[SearchEntry]:
    """Each work by its authors, title, date and publisher; filtered by the claims that cite it."""
    for work in corpus.works.values():
        container = next((work[name] for name in CONTAINERS if work[name]), "")
        parts = dict.fromkeys((", ".join(work.authors), container))
        yield SearchEntry(
            addresses.web(addresses.work(work.key)),
            "work",
            work.title,
            work.date[:4],
            ". ".join(filter(None, parts)),
            work["native-author"],
            *_keys(corpus, corpus.claims_citing.get(work.key, [])),
        )


def terms(corpus: Corpus) -> Iterator[SearchEntry]:
    """Each term of the glossary with its meaning, and whose it is."""
    for term in corpus.terms:
        yield SearchEntry(
            addresses.web(addresses.term(term.key)),
            "term",
            term.term,
            term.whose,
            f"{term.expansion}. {term.meaning}" if term.expansion else term.meaning,
            " ".join(term.forms),
            *_keys(corpus, [corpus.claim[name] for name in term.claims]),
        )


MAKERS = (
    claims,
    questions,
    events,
    forecasts,
    developments,
    page_search_records.accounts,
    actors,
    briefs,
    works,
    terms,
)


def _retired(kind: str, target: str, stone: Tombstone, brief: Brief | None = None) -> SearchEntry:
    """A record that is gone, known by its id."""
    place = f"{brief.label}, retired" if brief else "retired"
    briefs = (brief.key,) if brief else ()
    return SearchEntry(addresses.web(target), kind, stone.id, place, stone.retired, briefs=briefs)


def _keys(corpus: Corpus, claims: Sequence[Claim]) -> tuple[tuple[str, ...], ...]:
    """The briefs, topics and actors of some claims."""
    return (
        tuple(corpus.brief_of[claim.id].key for claim in claims),
        tuple(topic for claim in claims for topic in claim.topics),
        _actors(claims),
    )


def _actors(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(actor for claim in claims for actor in claim.actors)
