"""One invented brief: its points in order, its full text, and its record with the claims."""

from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from tools.example_project import names, points, sentences, vocabulary
from tools.example_project.authors import Author
from tools.example_project.sentences import Point
from tools.example_project.subject import Asked, Side, Subject

POINTS = 92
"""Points on questions that a brief makes, about; with events, abstract and definition some 110."""
EVENTS = 11
THANKS = "This paper thanks the clerks of the tollhouse for their patience."


@dataclass
class Written:
    """A brief as it stands: `answers` are its points by question, the one that decides first."""

    author: Author
    sections: list[tuple[str, list[list[list[Point]]]]] = field(default_factory=list[Any])
    texts: list[list[str]] = field(default_factory=list[list[str]])
    points: list[Point] = field(default_factory=list[Point])
    answers: dict[str, list[Point]] = field(default_factory=dict[str, list[Point]])
    coined: str = ""

    @property
    def key(self) -> str:
        return self.author.key


def write(
    subject: Subject, place: int, author: Author, cited: list[tuple[str, str]], random: Random
) -> Written:
    """The brief of the `place`th author. `cited` are works as (key, Author 2018)."""
    brief = Written(author, coined=_coined(subject.number, place))
    sides = [(asked, _side(asked, place)) for asked in subject.questions]
    held = [(asked, side) for asked, side in sides if side]
    answered = [asked for asked, _ in held]
    extra = max(0, POINTS + random.randint(-6, 6) - len(answered))
    quotes = [
        f"{random.choice(vocabulary.ADJECTIVES)} {random.choice(vocabulary.NOUNS)}"
        for _ in range(20)
    ]
    by_topic: dict[str, list[Point]] = {}
    for asked, side in held:
        brief.answers[asked.id] = [
            points.make(subject, asked, side.verb, side.reason, quotes, cited, random)
        ]
    for asked in random.choices(answered, k=extra) if answered else ():
        verb = random.choice(vocabulary.VERBS[random.choice(list(vocabulary.VERBS))])
        brief.answers[asked.id].append(
            points.make(
                subject, asked, verb, random.choice(vocabulary.REASONS), quotes, cited, random, True
            )
        )
    for asked in answered:
        by_topic.setdefault(asked.topic, []).extend(brief.answers[asked.id])
    for happening in random.sample(subject.happenings, min(EVENTS, len(subject.happenings))):
        precision = random.choices(("day", "month", "year", "inferred"), (3, 4, 2, 1))[0]
        made = sentences.happened(happening, precision, author.speaks_year)
        by_topic.setdefault(happening.topic, []).append(made)
    _compose(brief, subject, by_topic, random)
    return brief


def _side(asked: Asked, place: int) -> Side | None:
    return next((side for side in asked.sides if place in side.briefs), None)


def _coined(subject: int, place: int) -> str:
    """A term that no other brief has."""
    if not subject and place < len(vocabulary.COINED):
        return vocabulary.COINED[place]
    return f"{names.family(subject * 100 + place).lower()}craft"


def _compose(
    brief: Written, subject: Subject, by_topic: dict[str, list[Point]], random: Random
) -> None:
    """Cut the points into sections, paragraphs and sentences, then number the claims."""
    order = [topic for topic in by_topic if by_topic[topic]]
    random.shuffle(order)
    titles = {key: title for key, title, _ in subject.topics}
    everything = [point for topic in order for point in by_topic[topic]]
    last = [point for point in everything if point.kind == "recommendation"]
    repeated = random.sample(
        [p for p in everything if not p.speaker and not p.quote and not p.happening],
        min(6, len(everything)),
    )
    brief.sections.append(("Abstract", _paragraphs([_again(point) for point in repeated], random)))
    step = 2 if len(order) > 5 else 1
    for number, start in enumerate(range(0, len(order), step), 1):
        chosen = order[start : start + step]
        body = [
            point for key in chosen for point in by_topic[key] if point.kind != "recommendation"
        ]
        heading = names.joined([titles[key] for key in chosen])
        if body:
            brief.sections.append((f"{number}. {heading}", _paragraphs(body, random)))
    brief.sections.append(
        (
            "Conclusion and recommendations",
            _paragraphs([points.definition(brief.coined, subject, random), *last], random),
        )
    )
    for cut in (cut for _, paragraphs in brief.sections for cut in paragraphs):
        brief.texts.append([sentences.sentence(said, random) for said in cut])
        _share_actors([point for said in cut for point in said], random)
        for number, said in enumerate(cut, 1):
            for point in said:
                brief.points.append(point)
                point.paragraph, point.sentence = len(brief.texts), number
                point.id = f"{brief.author.prefix}{len(brief.points)}"
    brief.texts[-1].append(THANKS)


def _share_actors(paragraph: list[Point], random: Random) -> None:
    """Let claims list actors whom their paragraph names beside their own."""
    named = list(dict.fromkeys(actor for point in paragraph for actor in point.actors))
    for point in paragraph:
        others = [actor for actor in named if actor not in point.actors]
        point.actors += random.sample(others, min(len(others), random.choice((0, 1, 1, 2))))


def _paragraphs(made: list[Point], random: Random) -> list[list[list[Point]]]:
    """Points as sentences of one to three, sentences as paragraphs of three to eight."""
    cut: list[list[Point]] = []
    cut_at = 0
    for point in made:
        alone = point.happening or point.cites or point.kind == "definition"
        if cut and not alone and len(cut[-1]) < cut_at:
            cut[-1].append(point)
        else:
            cut.append([point])
            closed = point.happening or point.kind == "definition"
            cut_at = 1 if closed else random.choices((1, 2, 3), (46, 47, 7))[0]
    found: list[list[list[Point]]] = []
    while cut:
        size = random.randint(4, 8)
        size = len(cut) if len(cut) - size < 3 else size
        found.append(cut[:size])
        cut = cut[size:]
    return found


def _again(point: Point) -> Point:
    """The point as the abstract repeats it: without its reason and its source."""
    core, own = point.bare
    return replace(
        point,
        core=core,
        own=own,
        topics=point.topics[:1],
        actors=point.actors[:1],
        cites=None,
        restates=point,
    )
