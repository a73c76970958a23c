"""What a brief says on a question, and what it means by its term."""

from random import Random

from tools.example_project import sentences, vocabulary
from tools.example_project.sentences import Point
from tools.example_project.subject import Asked, Subject


def make(
    subject: Subject,
    asked: Asked,
    verb: tuple[str, ...],
    reason: tuple[str, ...],
    quotes: list[str],
    cited: list[tuple[str, str]],
    random: Random,
    more: bool = False,
) -> Point:
    """A point on a question; with `more` one beside the answer, which speaks of others as well."""
    actor = random.choice(subject.bodies) if more and random.random() < 0.5 else asked.actor
    kind = random.choice((asked.kind, "now")) if more else asked.kind
    hedges = vocabulary.HEDGES.get(kind)
    hedge = random.choice(hedges) if hedges and random.random() < 0.26 else None
    called = random.choice(("", *(f"the {alias}" for alias in actor.aliases)))
    core, own, short = sentences.statement(actor, verb, asked.thing, kind, hedge, called)
    bare = core, own
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
        bare=bare,
    )
    if random.random() < 0.17:
        sentences.quoting(point, random.choice(quotes), random)
    if random.random() < 0.11:
        person = random.choice(subject.people)
        voices = (person.name, "experts", "some", "unnamed observers")
        voice = random.choices(voices, (8, 1, 1, 1))[0]
        sentences.speak(point, voice)
        point.actors += [person.key] if voice == person.name else []
    if random.random() < 0.13 and cited:
        point.cites = random.choice(cited)
    return point


def definition(term: str, subject: Subject, random: Random) -> Point:
    """What a brief means by the term that it alone has."""
    topic = random.choice(subject.topics)[0]
    thing = random.choice(subject.objects[topic])
    point = Point(
        f"by '{term}' this paper means the habit of paying twice for {thing[0]}",
        f'"{term}" stands for paying twice for {thing[1]}',
        f"stands for paying twice for {thing[1]}",
        f'"{term}"',
        "definition",
        [topic],
        [],
    )
    point.quote = term
    return point
