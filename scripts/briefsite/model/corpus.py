"""All that the project knows, as one immutable value with look-ups by id, topic, actor, work."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import TypeVar

from briefsite.model import data_files, dates, outcomes, records
from briefsite.model.codings import CodingFigures, Codings
from briefsite.model.events import Event
from briefsite.model.fingerprints import Fingerprints
from briefsite.model.handwritten_pages import HandwrittenPage
from briefsite.model.judgings import Judgings
from briefsite.model.questions import Question
from briefsite.model.repository_host import Forge
from briefsite.model.reviews import Key, Stamp
from briefsite.model.works import Work

K = TypeVar("K")
T = TypeVar("T")


@dataclass(frozen=True)
class Corpus:
    """All the data, in the order of its files; look-ups are made once, when first asked for.

    A plural (`briefs`) is in order, a singular (`brief`) by id, works and fingerprints by key."""

    briefs: tuple[records.Brief, ...] = ()
    topics: tuple[records.Topic, ...] = ()
    actors: tuple[records.Actor, ...] = ()
    terms: tuple[records.Term, ...] = ()
    questions: tuple[Question, ...] = ()
    retired_questions: tuple[records.Tombstone, ...] = ()
    codings: Codings | None = None
    coding_figures: CodingFigures | None = None
    judgings: Judgings | None = None
    judging_figures: CodingFigures | None = None
    events: tuple[Event, ...] = ()
    retired_events: tuple[records.Tombstone, ...] = ()
    forecasts: tuple[outcomes.Forecast, ...] = ()
    left_out: tuple[outcomes.LeftOut, ...] = ()
    retired_forecasts: tuple[records.Tombstone, ...] = ()
    developments: tuple[outcomes.Development, ...] = ()
    unsourced: tuple[outcomes.Unsourced, ...] = ()
    retired_developments: tuple[records.Tombstone, ...] = ()
    lexicon: data_files.Lexicon | None = None
    mutations: tuple[data_files.Mutated, ...] = ()
    editions: tuple[data_files.Edition, ...] = ()
    editions_doi: str = ""
    """The DOI of all editions together, or ""."""
    changes: dict[str, data_files.Changes] = field(
        default_factory=dict[str, data_files.Changes], hash=False
    )
    """What each edition changed, by the edition's name; the first has none."""
    fingerprints: dict[str, Fingerprints] = field(
        default_factory=dict[str, Fingerprints], hash=False
    )
    stamps: dict[Key, Stamp] = field(default_factory=dict[Key, Stamp], hash=False)
    """Review stamps, by kind and id."""
    works: dict[str, Work] = field(default_factory=dict[str, Work], hash=False)
    pages: tuple[HandwrittenPage, ...] = ()
    title: str = ""
    address: str = ""
    licence: str = ""
    """The site's, from CITATION.cff; the address ends with a slash, "" where it is not known."""
    edition: str = ""
    """The edition that is built, "" for the live site."""
    forge: Forge | None = None
    """Where the project can be edited; None leaves every such link out."""
    malformed: frozenset[str] = frozenset()
    """Ids and keys of records, and paths of pages, left out because of a fault."""

    @cached_property
    def brief(self) -> dict[str, records.Brief]:
        return {brief.key: brief for brief in self.briefs}

    @cached_property
    def topic(self) -> dict[str, records.Topic]:
        return {topic.key: topic for topic in self.topics}

    @cached_property
    def actor(self) -> dict[str, records.Actor]:
        return {actor.key: actor for actor in self.actors}

    @cached_property
    def event(self) -> dict[str, Event]:
        return {event.id: event for event in self.events}

    @cached_property
    def claim(self) -> dict[str, records.Claim]:
        return {claim.id: claim for brief in self.briefs for claim in brief.claims}

    @cached_property
    def brief_of(self) -> dict[str, records.Brief]:
        """The brief of a claim, by the claim's id; retired ids included."""
        return {item.id: brief for brief in self.briefs for item in (*brief.claims, *brief.retired)}

    @cached_property
    def retired(self) -> dict[str, records.Tombstone]:
        stones = [stone for brief in self.briefs for stone in brief.retired] + [
            *self.retired_questions,
            *self.retired_events,
            *self.retired_developments,
        ]
        return {stone.id: stone for stone in stones}

    @cached_property
    def forecast(self) -> dict[str, outcomes.Forecast]:
        """Forecasts by the claim that makes them."""
        return {forecast.claim: forecast for forecast in self.forecasts}

    @cached_property
    def forecasts_with(self) -> dict[str, list[outcomes.Forecast]]:
        """Forecasts by every claim that says them or sets their condition."""
        return _grouped(
            dict.fromkeys(
                (claim, forecast)
                for forecast in self.forecasts
                for claim in (forecast.claim, *forecast.also)
            )
        )

    @cached_property
    def bearing_on(self) -> dict[str, list[tuple[outcomes.Development, outcomes.Bearing]]]:
        """Developments, with what they do to it, by forecast; in the order of time."""
        return _grouped(
            (bearing.forecast, (development, bearing))
            for development in self.chronicle
            for bearing in development.bearings
        )

    @cached_property
    def chronicle(self) -> list[outcomes.Development]:
        """Developments in the order of time."""
        return sorted(
            self.developments,
            key=lambda item: (dates.parse(item.edtf).earliest, dates.parse(item.edtf).latest),
        )

    @cached_property
    def developments_of_topic(self) -> dict[str, list[outcomes.Development]]:
        return _grouped((topic, item) for item in self.chronicle for topic in item.topics)

    @cached_property
    def developments_of_actor(self) -> dict[str, list[outcomes.Development]]:
        return _grouped((actor, item) for item in self.chronicle for actor in item.actors)

    @cached_property
    def following(self) -> dict[str, list[outcomes.Development]]:
        """Developments by the events they follow up."""
        return _grouped((event, item) for item in self.chronicle for event in item.follows)

    @cached_property
    def developments_citing(self) -> dict[str, list[outcomes.Development]]:
        """Developments by the works they rest on."""
        return _grouped((work, item) for item in self.chronicle for work in item.works)

    @cached_property
    def questions_of(self) -> dict[str, list[Question]]:
        """Questions by topic."""
        return _grouped((question.topic, question) for question in self.questions)

    @cached_property
    def questions_with(self) -> dict[str, list[Question]]:
        """Questions by the claims their answers rest on."""
        return _grouped(
            (claim, question)
            for question in self.questions
            for answer in question.answers.values()
            for claim in dict.fromkeys(answer.claims)
        )

    @cached_property
    def events_with(self) -> dict[str, list[Event]]:
        """Events by the claims that mention them."""
        return _grouped(
            dict.fromkeys(
                (claim, event)
                for event in self.events
                for mention in event.mentions
                for claim in mention.claims
            )
        )

    @cached_property
    def pages_with(self) -> dict[str, list[HandwrittenPage]]:
        """Hand-written pages by the claims they link."""
        return _grouped(
            dict.fromkeys(
                (reference.name, page) for page in self.pages for reference in page.claims
            )
        )

    @cached_property
    def pages_citing(self) -> dict[str, list[HandwrittenPage]]:
        """Hand-written pages by the works they cite."""
        return _grouped(
            dict.fromkeys((reference.name, page) for page in self.pages for reference in page.works)
        )

    @cached_property
    def claims_citing(self) -> dict[str, list[records.Claim]]:
        """Claims by the works the brief cites for them."""
        return _grouped((key, claim) for claim in self.claim.values() for key in claim.cites)

    @cached_property
    def events_sourced_by(self) -> dict[str, list[Event]]:
        """Events by the outside works that date them."""
        return _grouped(
            (key, event) for event in self.events if event.sourced for key in event.sourced.works
        )

    @cached_property
    def claims_of_actor(self) -> dict[str, list[records.Claim]]:
        return _grouped((actor, claim) for claim in self.claim.values() for actor in claim.actors)

    @cached_property
    def claims_of_topic(self) -> dict[str, list[records.Claim]]:
        return _grouped((topic, claim) for claim in self.claim.values() for topic in claim.topics)

    @cached_property
    def events_of_actor(self) -> dict[str, list[Event]]:
        return _grouped((actor, event) for event in self.events for actor in event.actors)

    @cached_property
    def restated_by(self) -> dict[str, list[records.Claim]]:
        return _grouped(
            (origin, claim) for claim in self.claim.values() for origin in claim.restates
        )


def _grouped(pairs: Iterable[tuple[K, T]]) -> dict[K, list[T]]:
    groups: dict[K, list[T]] = {}
    for key, item in pairs:
        groups.setdefault(key, []).append(item)
    return groups


def derived(function: Callable[[Corpus], T]) -> Callable[[Corpus], T]:
    """A function of a corpus, worked out once for each and kept with it, as its look-ups are."""
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def kept(corpus: Corpus) -> T:
        if name not in corpus.__dict__:
            corpus.__dict__[name] = function(corpus)
        return corpus.__dict__[name]

    return kept
