"""What the briefs of one subject share: a town, its actors, topics, questions and events."""

from dataclasses import dataclass, replace
from random import Random

from tools.example_project import names, vocabulary

PLACES_EACH, PEOPLE_EACH = 4, 60


@dataclass(frozen=True)
class Actor:
    """`called` is the name as a sentence has it, with its article."""

    key: str
    name: str
    kind: str
    called: str
    korean: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Side:
    """One way to answer a question: a verb and a reason, and the briefs that hold it."""

    leaning: str
    verb: tuple[str, ...]
    reason: tuple[str, ...]
    briefs: tuple[int, ...]


@dataclass(frozen=True)
class Asked:
    """A question, whom it is about, and how the briefs answer; a brief on no side is silent."""

    id: str
    topic: str
    kind: str
    actor: Actor
    thing: tuple[str, ...]
    text: str
    relation: str
    sides: tuple[Side, ...]


@dataclass(frozen=True)
class Happening:
    """Something dated; `year`, `month` and `day` as most briefs have them."""

    id: str
    thing: str
    words: tuple[str, ...]
    topic: str
    actor: Actor
    year: int
    month: int
    day: int
    ahead: bool


@dataclass(frozen=True)
class Subject:
    """One town. `suffix` ends every key of it, so that none is taken twice; "" for the first."""

    number: int
    town: str
    river: str
    suffix: str
    actors: tuple[Actor, ...]
    topics: tuple[tuple[str, str, str], ...]
    objects: dict[str, list[tuple[str, ...]]]
    questions: tuple[Asked, ...] = ()
    happenings: tuple[Happening, ...] = ()

    def actor(self, place: int) -> Actor:
        return self.actors[place]

    @property
    def bodies(self) -> tuple[Actor, ...]:
        """Actors that can be the subject of a sentence with "its"."""
        return tuple(actor for actor in self.actors if actor.kind != "person")

    @property
    def people(self) -> tuple[Actor, ...]:
        return tuple(actor for actor in self.actors if actor.kind == "person")


def make(number: int, briefs: int, random: Random) -> Subject:
    """The `number`th subject, for so many briefs."""
    if number:
        town, *near = (names.place(number * PLACES_EACH + place) for place in range(PLACES_EACH))
        river = names.river(number)
    else:
        town, river, near = "Ummelstrand", "Ummel", ["Grünwehr", "Mühlstade", "Pellgarth"]
    suffix = f"-{names.slug(town)}" if number else ""
    actors = _actors(number, town, river, near, suffix)
    topics = tuple(
        (key + suffix, title + (f" of {town}" if number else ""), about)
        for key, (title, about, _) in vocabulary.TOPICS.items()
    )
    objects = {key + suffix: things for key, (_, _, things) in vocabulary.TOPICS.items()}
    bare = Subject(number, town, river, suffix, actors, topics, objects)
    return replace(
        bare,
        questions=tuple(_questions(bare, briefs, random)),
        happenings=tuple(_happenings(bare, random)),
    )


def _actors(number: int, town: str, river: str, near: list[str], suffix: str) -> tuple[Actor, ...]:
    def body(
        key: str,
        name: str,
        kind: str = "organization",
        korean: str = "",
        aliases: tuple[str, ...] = (),
    ) -> Actor:
        return Actor(key + suffix, name, kind, f"the {name}", korean, aliases)

    def someone(place: int) -> Actor:
        given, family = names.person(number * PEOPLE_EACH + place)
        name = f"{given} {family}"
        return Actor(names.slug(name), name, "person", name, "", (family,))

    first = not number
    bodies = [
        body("council", f"{town} Harbor Council", aliases=(f"{town} Council",)),
        body(
            "authority",
            f"{river} River Authority",
            korean="강 관리청" if first else "",
            aliases=("URA",) if first else (),
        ),
        Actor(
            names.slug(town),
            town,
            "state",
            town,
            "우멜스트란트" if first else "",
            (f"Free Town of {town}",),
        ),
        *(Actor(names.slug(name), name, "state", name) for name in near),
        body("pilots", f"{town} Pilot Guild", "group"),
        body("ferry-guild", f"{river} Ferry Guild", aliases=(f"{river} Ferrymen",)),
        body("eel-fishery", f"{town} Eel Fishery", "group"),
        body("salt-company", f"{town} Salt Company"),
        body("mills", f"{near[0]} Mill Association", "group", "제지 조합" if first else ""),
        body("watch", f"{town} Harbor Watch", "group"),
        body("barge-union", f"{river} Barge Union"),
        body("islands", f"{town} Island League"),
        body("reed-guild", f"{near[1]} Reed Guild", "group"),
    ]
    people = [someone(place) for place in range(6)]
    if first:
        people.append(
            Actor(
                "narae-dalbit", "Narae Dalbit", "person", "Narae Dalbit", "나래 달빛", ("Dalbit",)
            )
        )
        people.append(
            Actor(
                "kuewel-bruennighaeuser",
                "Ilko Küwel-Brünnighäuser",
                "person",
                "Ilko Küwel-Brünnighäuser",
            )
        )
    return tuple(bodies + people)


def _questions(subject: Subject, briefs: int, random: Random):
    """Five to a topic: one in eight is answered by one brief, the others by two or more."""
    bodies = [*subject.bodies, *subject.bodies[:1] * 5, *subject.bodies[1:3]]
    for topic, things in subject.objects.items():
        for place, thing in enumerate(things):
            actor = random.choice(bodies)
            kind = random.choices(("now", "ahead", "should"), (70, 18, 12))[0]
            many = 1 if briefs == 1 or random.random() < 0.13 else random.randint(2, briefs)
            speaking = sorted(random.sample(range(briefs), many))
            relation = random.choices(
                ("agreement", "partial agreement", "dissonance"), (18, 52, 30)
            )[0]
            verb = {
                "now": f"How does {actor.called} treat {thing[1]}?",
                "ahead": f"What will {actor.called} do about {thing[1]}?",
                "should": f"What should {actor.called} do about {thing[1]}?",
            }[kind]
            sides = tuple(_sides(speaking, relation, random))
            name = f"q-{names.slug(topic)}-{place + 1}"
            yield Asked(name, topic, kind, actor, thing, verb, relation if many > 1 else "", sides)


def _sides(speaking: list[int], relation: str, random: Random):
    count = 1 if relation == "agreement" else min(len(speaking), random.randint(2, 4))
    leanings = (
        [*random.sample(("for", "against", "beside"), min(count, 3)), "beside"]
        if relation == "dissonance"
        else [random.choice(("for", "against", "beside"))] * count
    )
    used: set[str] = set()
    held = [speaking[place::count] for place in range(count)]
    for leaning, briefs in zip(leanings, filter(None, held), strict=False):
        verb = random.choice([verb for verb in vocabulary.VERBS[leaning] if verb[0] not in used])
        used.add(verb[0])
        yield Side(leaning, verb, random.choice(vocabulary.REASONS), tuple(briefs))


def _happenings(subject: Subject, random: Random):
    pairs = [
        (thing, place) for thing in vocabulary.THINGS for place in range(len(vocabulary.HAPPENINGS))
    ]
    for thing, place in random.sample(pairs, 34):
        ahead = place < vocabulary.AHEAD and random.random() < 0.3
        words = vocabulary.HAPPENINGS[place]
        yield Happening(
            f"{names.slug(thing)}-{names.slug(words[4])}{subject.suffix}",
            thing,
            words,
            random.choice(subject.topics)[0],
            random.choice(subject.bodies),
            random.randint(2026, 2028) if ahead else random.randint(2014, 2018),
            random.randint(1, 12),
            random.randint(1, 28),
            ahead,
        )
