"""A record of everything that has an address: one function for each kind of thing.

A further kind is a function here, listed in MAKERS, and its word in vocabulary.RECORD_KINDS.
"""

from collections.abc import Iterator

from briefsite.exports.search_record import Record, filters
from briefsite.model import addresses, dates


def records(corpus) -> Iterator[Record]:
    """Every record of the data, in the order of the files."""
    for make in MAKERS:
        yield from make(corpus)


def claims(corpus) -> Iterator[Record]:
    """Each claim in its own words, known by its id; a retired id still leads somewhere."""
    for brief in corpus.briefs:
        page = addresses.web(addresses.brief(brief.key))
        for claim in brief.claims:
            yield Record(
                f"{page}#{claim.id}",
                "claim",
                claim.id,
                f"{brief.label}, ¶ {claim.paragraph}",
                claim.says,
                briefs=(brief.key,),
                topics=claim.topics,
                actors=claim.actors,
            )
        for stone in brief.retired:
            yield Record(
                f"{page}#{stone.id}",
                "claim",
                stone.id,
                f"{brief.label}, retired",
                stone.retired,
                briefs=(brief.key,),
            )


def questions(corpus) -> Iterator[Record]:
    """Each question with what every brief answers, a line for each; filtered by the claims answered with."""
    for question in corpus.questions:
        told = [
            f"{corpus.brief[key].label}: {answer.says}" for key, answer in question.answers.items()
        ]
        based = [
            corpus.claim[name] for answer in question.answers.values() for name in answer.claims
        ]
        yield Record(
            addresses.web(addresses.question(question.id)),
            "question",
            question.question,
            corpus.topic[question.topic].title,
            "\n".join(told),
            briefs=tuple(question.answers),
            topics=(question.topic,),
            actors=_actors(based),
        )


def events(corpus) -> Iterator[Record]:
    """Each event with what the briefs that mention it say, a line for each claim, with the date that
    the brief gives. A date from outside is told as such, and only where no brief gives one."""
    for event in corpus.events:
        outside = event.sourced if not any(mention.edtf for mention in event.mentions) else None
        yield Record(
            addresses.web(addresses.event(event)),
            "event",
            event.title,
            f"{dates.spoken(outside.edtf)}, by an outside source" if outside else "",
            "\n".join(line for mention in event.mentions for line in _mentioned(corpus, mention)),
            briefs=tuple(mention.brief for mention in event.mentions),
            topics=event.topics,
            actors=event.actors,
        )
    for stone in corpus.retired_events:
        yield Record(
            addresses.web(addresses.retired_event(stone.id)),
            "event",
            stone.id,
            "retired",
            stone.retired,
        )


def _mentioned(corpus, mention) -> list[str]:
    dated = mention.edtf and dates.spoken(mention.edtf) + (
        ", inferred" if mention.basis == "inferred" else ""
    )
    speaker = corpus.brief[mention.brief].label + (f" ({dated})" if dated else "")
    return [f"{speaker}: {corpus.claim[name].says}" for name in mention.claims]


def forecasts(corpus) -> Iterator[Record]:
    """Each forecast in the brief's own words, and below them, as this site's, the verdict that stands."""
    for forecast in corpus.forecasts:
        claim, brief = corpus.claim[forecast.claim], corpus.brief_of[forecast.claim]
        verdict = (
            f"Verdict of this site: {forecast.verdict.verdict}. {forecast.verdict.reason}"
            if forecast.verdict
            else ""
        )
        yield Record(
            addresses.web(addresses.forecast(forecast.claim)),
            "forecast",
            forecast.title,
            f"{brief.label}, for {dates.spoken(forecast.horizon.edtf)}",
            "\n".join(filter(None, (f"{brief.label}: {claim.says}", verdict))),
            briefs=(brief.key,),
            topics=claim.topics,
            actors=claim.actors,
        )
    for stone in corpus.retired_forecasts if corpus.forecasts else ():
        yield Record(
            addresses.web(addresses.forecast(stone.id)),
            "forecast",
            stone.id,
            "retired",
            stone.retired,
        )


def developments(corpus) -> Iterator[Record]:
    """Each development by itself: it is no part of what a brief says, so no brief's filter gives it."""
    for item in corpus.chronicle:
        yield Record(
            addresses.web(addresses.development(item.id)),
            "development",
            item.title,
            dates.spoken(item.edtf),
            item.says,
            topics=item.topics,
            actors=item.actors,
        )
    for stone in corpus.retired_developments if corpus.developments else ():
        yield Record(
            addresses.web(addresses.development(stone.id)),
            "development",
            stone.id,
            "retired",
            stone.retired,
        )


def actors(corpus) -> Iterator[Record]:
    """Each actor by every name it goes by."""
    for actor in corpus.actors:
        names = ", ".join(filter(None, (actor.korean, *actor.aliases)))
        yield Record(
            addresses.web(addresses.actor(actor.key)),
            "actor",
            actor.name,
            actor.kind,
            f"Also: {names}" if names else "",
            names,
            actors=(actor.key,),
        )


def briefs(corpus) -> Iterator[Record]:
    """Each brief by its authors, its title and its sections."""
    for brief in corpus.briefs:
        work = corpus.works[brief.key]
        sections = dict.fromkeys(paragraph.section for paragraph in brief.paragraphs)
        yield Record(
            addresses.web(addresses.brief(brief.key)),
            "brief",
            f"{brief.label}: {work.title}",
            dates.spoken(brief.published),
            f"{', '.join(author.name for author in brief.authors)}, {work['institution'] or work['publisher']}. {' · '.join(sections)}",
            briefs=(brief.key,),
        )


def works(corpus) -> Iterator[Record]:
    """Each work by its authors, title, date and publisher; filtered by the claims that cite it."""
    for work in corpus.works.values():
        citing = corpus.claims_citing.get(work.key, [])
        parts = (
            ", ".join(work.authors),
            next(
                filter(
                    None,
                    (
                        work["journaltitle"],
                        work["journal"],
                        work["institution"],
                        work["publisher"],
                        work["organization"],
                    ),
                ),
                "",
            ),
        )
        yield Record(
            addresses.web(addresses.work(work.key)),
            "work",
            work.title,
            work.date[:4],
            ". ".join(dict.fromkeys(filter(None, parts))),
            work["native-author"],
            briefs=tuple(corpus.brief_of[claim.id].key for claim in citing),
            topics=tuple(topic for claim in citing for topic in claim.topics),
            actors=_actors(citing),
        )


def terms(corpus) -> Iterator[Record]:
    """Each term of the glossary with its meaning, and whose it is."""
    for term in corpus.terms:
        based = [corpus.claim[name] for name in term.claims]
        yield Record(
            addresses.web(addresses.term(term.key)),
            "term",
            term.term,
            term.whose,
            " ".join(filter(None, (term.expansion and f"{term.expansion}.", term.meaning))),
            " ".join(term.forms),
            tuple(corpus.brief_of[claim.id].key for claim in based),
            tuple(topic for claim in based for topic in claim.topics),
            _actors(based),
        )


MAKERS = (claims, questions, events, forecasts, developments, actors, briefs, works, terms)


def generated(pages, taken: set[str]) -> Iterator[Record]:
    """Generated pages as (address, title, description), by these alone: what stands on them is found
    by records of its own. Addresses in `taken` are left out."""
    for address, title, description in pages:
        if address not in taken:
            yield Record(address, "page", title, text=description)


def written(corpus, page) -> dict[str, list[str]]:
    """What a hand-written page is filtered by: its topic, and the briefs whose claims it links."""
    linked = (corpus.brief_of[use.name].key for use in page.claims if use.name in corpus.brief_of)
    return filters(
        "topic" if page.topic else "page", tuple(linked), (page.topic,) if page.topic else ()
    )


def _actors(claims) -> tuple[str, ...]:
    return tuple(actor for claim in claims for actor in claim.actors)
