"""One invented brief: its points in order, its full text, and its record with the claims."""

from dataclasses import dataclass, field
from random import Random

from tools.example_project import names, sentences, vocabulary
from tools.example_project.authors import Author
from tools.example_project.sentences import Point
from tools.example_project.subject import Asked, Subject

POINTS = 92
"""Points on questions that a brief makes, about; with events, abstract and definition some 110."""
EVENTS = 11
THANKS = "This paper thanks the clerks of the tollhouse for their patience."


@dataclass
class Written:
    """A brief as it stands: `answers` are its points by question, the one that decides first."""

    author: Author
    sections: list[tuple[str, list[list[list[Point]]]]] = field(default_factory=list)
    texts: list[list[str]] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    answers: dict[str, list[Point]] = field(default_factory=dict)
    coined: str = ""

    @property
    def key(self) -> str:
        return self.author.key


def write(subject: Subject, place: int, author: Author, cited: list[tuple[str, str]], random: Random) -> Written:  # fmt: skip
    """The brief of the `place`th author. `cited` are works as (key, Author 2018)."""
    brief = Written(author, coined=_coined(subject.number, place))
    answered = [asked for asked in subject.questions if _side(asked, place)]
    extra = max(0, POINTS + random.randint(-6, 6) - len(answered))
    quotes = [f"{random.choice(vocabulary.ADJECTIVES)} {random.choice(vocabulary.NOUNS)}" for _ in range(20)]  # fmt: skip
    by_topic: dict[str, list[Point]] = {}
    for asked in answered:
        side = _side(asked, place)
        brief.answers[asked.id] = [
            _point(subject, asked, side.verb, side.reason, quotes, cited, random)
        ]
    for asked in random.choices(answered, k=extra) if answered else ():
        verb = random.choice(vocabulary.VERBS[random.choice(list(vocabulary.VERBS))])
        brief.answers[asked.id].append(
            _point(
                subject, asked, verb, random.choice(vocabulary.REASONS), quotes, cited, random, True
            )
        )
    for asked in answered:
        by_topic.setdefault(asked.topic, []).extend(brief.answers[asked.id])
    for happening in random.sample(subject.happenings, min(EVENTS, len(subject.happenings))):
        precision = random.choices(("day", "month", "year", "inferred"), (3, 4, 2, 1))[0]
        made = sentences.happened(happening, precision, author.speaks_year, random)
        by_topic.setdefault(happening.topic, []).append(made)
    _compose(brief, subject, by_topic, random)
    return brief


def _side(asked: Asked, place: int):
    return next((side for side in asked.sides if place in side.briefs), None)


def _coined(subject: int, place: int) -> str:
    """A term that no other brief has."""
    if not subject and place < len(vocabulary.COINED):
        return vocabulary.COINED[place]
    return f"{names.place(90_000 + subject * 100 + place).lower()}craft"


def _point(subject, asked: Asked, verb, reason, quotes, cited, random: Random, more: bool = False) -> Point:  # fmt: skip
    actor = random.choice(subject.bodies) if more and random.random() < 0.5 else asked.actor
    kind = random.choice((asked.kind, "now")) if more else asked.kind
    hedges = vocabulary.HEDGES.get(kind)
    hedge = random.choice(hedges) if hedges and random.random() < 0.26 else None
    called = random.choice(("", *(f"the {alias}" for alias in actor.aliases)))
    core, own, short = sentences.statement(actor, verb, asked.thing, kind, hedge, called)
    if random.random() < 0.42:
        core, own = f"{core} {reason[0]}", f"{own} {reason[1]}"
    stated = random.choices(("assessment", "fact"), (75, 25))[0]
    topics = [asked.topic]
    if random.random() < 0.6:
        topics.append(random.choice([key for key, *_ in subject.topics if key != asked.topic]))
    point = Point(
        core,
        own,
        short,
        actor.called,
        {"ahead": "forecast", "should": "recommendation"}.get(
            kind, "assessment" if hedge else stated
        ),
        topics,
        [actor.key],
        hedge[0] if hedge else "",
        asked=asked,
    )
    if random.random() < 0.17:
        sentences.quoting(point, random.choice(quotes), random)
    if random.random() < 0.11:
        person = random.choice(subject.people)
        voice = random.choices((person.name, "experts", "some", "unnamed observers"), (8, 1, 1, 1))[
            0
        ]
        sentences.speak(point, voice)
        point.actors += [person.key] if voice == person.name else []
    if random.random() < 0.13 and cited:
        point.cites = random.choice(cited)
    others = [key for key in random.sample([body.key for body in subject.bodies], 2) if key != actor.key]  # fmt: skip
    point.actors += others[: random.choice((0, 1, 1, 2))]
    return point


def _compose(brief: Written, subject: Subject, by_topic: dict[str, list[Point]], random: Random) -> None:  # fmt: skip
    """Cut the points into sections, paragraphs and sentences, then number the claims."""
    order = [topic for topic in by_topic if by_topic[topic]]
    random.shuffle(order)
    titles = {key: title for key, title, _ in subject.topics}
    everything = [point for topic in order for point in by_topic[topic]]
    last = [point for point in everything if point.kind == "recommendation"]
    repeated = random.sample([p for p in everything if not p.speaker and not p.quote and not p.happening], min(6, len(everything)))  # fmt: skip
    brief.sections.append(("Abstract", _paragraphs([_again(point) for point in repeated], random)))
    step = 2 if len(order) > 5 else 1
    for number, start in enumerate(range(0, len(order), step), 1):
        chosen = order[start : start + step]
        points = [point for key in chosen for point in by_topic[key] if point not in last]
        heading = names.joined([titles[key] for key in chosen])
        if points:
            brief.sections.append((f"{number}. {heading}", _paragraphs(points, random)))
    brief.sections.append(("Conclusion and recommendations", _paragraphs([_definition(brief, subject, random), *last], random)))  # fmt: skip
    paragraph = 0
    for _, paragraphs in brief.sections:
        for cut in paragraphs:
            paragraph += 1
            brief.texts.append([sentences.sentence(points, random) for points in cut])
            for number, points in enumerate(cut, 1):
                for point in points:
                    point.paragraph, point.sentence = paragraph, number
                    brief.points.append(point)
                    point.id = f"{brief.author.prefix}{len(brief.points)}"
    brief.texts[-1].append(THANKS)


def _paragraphs(points: list[Point], random: Random) -> list[list[list[Point]]]:
    """Points as sentences of one to three, sentences as paragraphs of three to eight."""
    cut: list[list[Point]] = []
    while points:
        count = (
            1
            if points[0].happening or points[0].kind == "definition"
            else random.choices((1, 2, 3), (46, 47, 7))[0]
        )
        taken = points[:count]
        taken = taken[
            : next(
                (
                    place
                    for place, point in enumerate(taken)
                    if place and (point.happening or point.cites)
                ),
                count,
            )
        ]
        cut.append(taken)
        points = points[len(taken) :]
    found = []
    while cut:
        size = random.randint(4, 8)
        size = len(cut) if len(cut) - size < 3 else size
        found.append(cut[:size])
        cut = cut[size:]
    return found


def _again(point: Point) -> Point:
    """The point as the abstract repeats it: without its reason and its source."""
    core, own = (text.partition(f" {reason}")[0] for text, reason in ((point.core, _reason(point.core, 0)), (point.own, _reason(point.own, 1))))  # fmt: skip
    return Point(
        core,
        own,
        point.short,
        point.subject,
        point.kind,
        point.topics[:1],
        point.actors[:1],
        point.hedge,
        asked=point.asked,
        restates=point,
    )


def _reason(text: str, side: int) -> str:
    return next(
        (reason[side] for reason in vocabulary.REASONS if text.endswith(reason[side])), "\0"
    )


def _definition(brief: Written, subject: Subject, random: Random) -> Point:
    """What the brief means by the term that it alone has."""
    topic = random.choice(subject.topics)[0]
    thing = random.choice(subject.objects[topic])
    point = Point(
        f"by '{brief.coined}' this paper means the habit of paying twice for {thing[0]}",
        f'"{brief.coined}" stands for paying twice for {thing[1]}',
        f"stands for paying twice for {thing[1]}",
        f'"{brief.coined}"',
        "definition",
        [topic],
        [],
    )
    point.quote = brief.coined
    return point


def text(brief: Written) -> str:
    """The brief's full text, with title and headings, as it would be taken from a file."""
    paragraphs = iter(brief.texts)
    blocks = [brief.author.title, brief.author.printed]
    for heading, cut in brief.sections:
        blocks += [heading, *(" ".join(next(paragraphs)) for _ in cut)]
    return "\n\n".join([*blocks, "References"]) + "\n"


def record(brief: Written) -> dict[str, object]:
    """data/briefs/<key>.yml"""
    author, number, paragraphs = brief.author, 0, []
    for section, cut in brief.sections:
        for _ in cut:
            counts = [len(sentence.split()) for sentence in brief.texts[number]]
            number += 1
            paragraphs.append({"number": number, "section": section, "sentences": counts})
    value: dict[str, object] = {
        "key": author.key,
        "prefix": author.prefix,
        "name": author.name,
        "published": author.published,
        "speaks_from": author.speaks_from,
    }
    if author.published != author.speaks_from:
        value["reading_note"] = (
            f"It speaks from {author.speaks_from.replace('/', ' to ')}, before it was printed."
        )
    value["authors"] = [{"name": author.printed, "credentials": "Has watched the river for twenty years, by the paper's own account."}]  # fmt: skip
    if not author.dated:
        value["notes"] = ["The paper bears no date; the last year that it speaks of is given here."]
    value["paragraphs"] = paragraphs
    value["excused"] = [{"paragraph": number, "sentence": len(brief.texts[-1]), "reason": "It thanks people and says nothing of the matter."}]  # fmt: skip
    beside: dict[tuple[int, int], list[Point]] = {}
    for point in brief.points:
        beside.setdefault((point.paragraph, point.sentence), []).append(point)
    value["claims"] = [
        _claim(point, beside[point.paragraph, point.sentence]) for point in brief.points
    ]
    value["retired"] = [{"id": f"{author.prefix}{len(brief.points) + 1}", "retired": f"merged into {brief.points[-1].id}"}]  # fmt: skip
    return value


def _claim(point: Point, beside: list[Point]) -> dict[str, object]:
    """The record of one claim; what bears on the others of its sentence is `elsewhere`."""
    others = {word for other in beside if other is not point for word in (other.hedge, other.reporting)}  # fmt: skip
    if any(other.speaker == "experts" for other in beside) and point.speaker != "experts":
        others.add("experts")
    elsewhere = sorted(others - {"", point.hedge, point.reporting})
    value: dict[str, object] = {
        "id": point.id,
        "paragraph": point.paragraph,
        "sentences": [point.sentence],
        "kind": point.kind,
        "says": point.says,
    }
    optional = {
        "attributed_to": point.speaker,
        "hedge": [point.hedge] if point.hedge else [],
        "quote": point.quote,
        "topics": point.topics,
        "actors": list(dict.fromkeys(point.actors)),
        "dates": [point.date] if point.date else [],
        "cites": [point.cites[0]] if point.cites else [],
        "restates": [point.restates.id] if point.restates else [],
        "elsewhere": elsewhere,
    }
    return value | {key: item for key, item in optional.items() if item}
