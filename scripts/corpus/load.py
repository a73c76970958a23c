"""Reading the whole project into one immutable Corpus, or a list of what is wrong with it."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from pydantic import ValidationError

from corpus import bibliography, models, prose, rules, shape
from corpus.bibliography import Work
from corpus.problems import Problem
from corpus.yamlfile import Located, read, read_text

LISTS = {
    "topics": ("data/topics.yml", models.Topics),
    "actors": ("data/actors.yml", models.Actors),
    "terms": ("data/glossary.yml", models.Glossary),
    "questions": ("data/comparisons.yml", models.Comparisons),
    "events": ("data/events.yml", models.Events),
}


@dataclass(frozen=True)
class Corpus:
    """All the data, in the order of its files; look-ups are made once, when first asked for."""

    briefs: tuple[models.Brief, ...] = ()
    topics: tuple[models.Topic, ...] = ()
    actors: tuple[models.Actor, ...] = ()
    terms: tuple[models.Term, ...] = ()
    questions: tuple[models.Question, ...] = ()
    events: tuple[models.Event, ...] = ()
    retired_events: tuple[models.Tombstone, ...] = ()
    works: dict[str, Work] = field(default_factory=dict, hash=False)
    pages: tuple[prose.Prose, ...] = ()
    bib: str = field(default="", repr=False)
    malformed: frozenset[str] = frozenset()
    """Ids and keys of records that were left out because their shape is wrong."""

    @cached_property
    def brief(self) -> dict[str, models.Brief]:
        return {brief.key: brief for brief in self.briefs}

    @cached_property
    def topic(self) -> dict[str, models.Topic]:
        return {topic.key: topic for topic in self.topics}

    @cached_property
    def actor(self) -> dict[str, models.Actor]:
        return {actor.key: actor for actor in self.actors}

    @cached_property
    def claim(self) -> dict[str, models.Claim]:
        return {claim.id: claim for brief in self.briefs for claim in brief.claims}

    @cached_property
    def brief_of(self) -> dict[str, models.Brief]:
        """The brief of a claim, by the claim's id; retired ids included."""
        return {item.id: brief for brief in self.briefs for item in (*brief.claims, *brief.retired)}

    @cached_property
    def retired(self) -> dict[str, models.Tombstone]:
        stones = [stone for brief in self.briefs for stone in brief.retired] + list(self.retired_events)
        return {stone.id: stone for stone in stones}

    @cached_property
    def questions_of(self) -> dict[str, list[models.Question]]:
        """Questions by topic."""
        return _grouped((question.topic, question) for question in self.questions)

    @cached_property
    def questions_with(self) -> dict[str, list[models.Question]]:
        """Questions by the claims their answers rest on."""
        return _grouped((claim, question) for question in self.questions
                        for answer in question.answers.values() for claim in dict.fromkeys(answer.claims))

    @cached_property
    def events_with(self) -> dict[str, list[models.Event]]:
        """Events by the claims that mention them."""
        return _grouped(dict.fromkeys((claim, event) for event in self.events
                                      for mention in event.mentions for claim in mention.claims))

    @cached_property
    def pages_with(self) -> dict[str, list[prose.Prose]]:
        """Hand-written pages by the claims they link."""
        return _grouped(dict.fromkeys((use.name, page) for page in self.pages for use in page.claims))

    @cached_property
    def pages_citing(self) -> dict[str, list[prose.Prose]]:
        """Hand-written pages by the works they cite."""
        return _grouped(dict.fromkeys((use.name, page) for page in self.pages for use in page.works))

    @cached_property
    def claims_citing(self) -> dict[str, list[models.Claim]]:
        """Claims by the works the brief cites for them."""
        return _grouped((key, claim) for claim in self.claim.values() for key in claim.cites)

    @cached_property
    def events_sourced_by(self) -> dict[str, list[models.Event]]:
        """Events by the outside works that date them."""
        return _grouped((key, event) for event in self.events if event.sourced for key in event.sourced.works)

    @cached_property
    def claims_of_actor(self) -> dict[str, list[models.Claim]]:
        return _grouped((actor, claim) for claim in self.claim.values() for actor in claim.actors)

    @cached_property
    def claims_of_topic(self) -> dict[str, list[models.Claim]]:
        return _grouped((topic, claim) for claim in self.claim.values() for topic in claim.topics)

    @cached_property
    def events_of_actor(self) -> dict[str, list[models.Event]]:
        return _grouped((actor, event) for event in self.events for actor in event.actors)

    @cached_property
    def restated_by(self) -> dict[str, list[models.Claim]]:
        return _grouped((origin, claim) for claim in self.claim.values() for origin in claim.restates)


def _grouped(pairs) -> dict:
    groups = defaultdict(list)
    for key, item in pairs:
        groups[key].append(item)
    return dict(groups)


def load(root: Path) -> tuple[Corpus, list[Problem]]:
    """Read and check the project at `root`.

    Returns the corpus and every problem found, sorted by place. A record of the wrong shape is
    left out and the rest checked all the same; when a whole file can't be read, the rules that
    compare files are skipped, since they would report its absence a hundred times over.
    """
    problems: list[Problem] = []
    malformed: set[str] = set()
    parts, read_whole = {}, []
    for name, (path, model) in LISTS.items():
        parsed = _parsed(root, path, model, problems, malformed)
        read_whole.append(parsed is not None)
        parts[name] = getattr(parsed, next(iter(model.model_fields))) if parsed else ()
        if name == "events" and parsed:
            parts["retired_events"] = parsed.retired
    folder = sorted((root / "data/briefs").glob("*.yml"))
    if not folder:
        problems.append(Problem("data/briefs", 1, "there is no brief here", "each brief is a file <key>.yml"))
    briefs = [_parsed(root, f"data/briefs/{path.name}", models.Brief, problems, malformed) for path in folder]
    text, faults = read_text(root / bibliography.NAME, bibliography.NAME)
    problems += faults
    works, faults = bibliography.parse(text)
    problems += faults
    corpus = Corpus(briefs=tuple(filter(None, briefs)), works=works, bib=text,
                    pages=tuple(_pages(root, problems)),
                    malformed=frozenset(malformed), **parts)
    if all(read_whole) and briefs and all(briefs) and works:
        problems += [problem for rule in rules.ALL for problem in rule(corpus)]
    return corpus, sorted(set(problems))


def _parsed(root: Path, name: str, model, problems: list[Problem], malformed: set[str]):
    """The file as `model`, without the records whose shape is wrong; None when nothing is left."""
    value, faults = read(root / name, name)
    problems += faults
    if value is None:
        return None
    if not isinstance(value, dict):
        first = next(iter(model.model_fields))
        problems.append(Problem(name, 1, f"this file must begin with '{first}:' and hold keys and values"))
        return None
    try:
        return model.model_validate(value)
    except ValidationError as error:
        problems += shape.problems(error, value, name, model)
        left_out = {tuple(item["loc"][:2]) for item in error.errors(include_url=False)}
    try:
        return model.model_validate(_without(value, left_out, malformed))
    except ValidationError:
        return None


def _without(value: Located, left_out: set[tuple], malformed: set[str]) -> Located:
    """A copy of a file's value without the list items at the places in `left_out`."""
    rest = Located(value)
    rest.mark = value.mark
    for key, items in value.items():
        if isinstance(items, list):
            rest[key] = [item for index, item in enumerate(items) if (key, index) not in left_out]
            malformed |= {str(item.get("id") or item.get("key")) for index, item in enumerate(items)
                          if (key, index) in left_out and isinstance(item, dict)}
        elif (key,) in left_out:
            del rest[key]
    return rest


def _pages(root: Path, problems: list[Problem]):
    for path in sorted((root / "docs").rglob("*.md")):
        name = path.relative_to(root).as_posix()
        text, faults = read_text(path, name)
        problems += faults
        if not faults:
            yield prose.parse(name, text)
