"""Sentences of a brief from the points it makes, and the restatement of each point."""

from dataclasses import dataclass
from random import Random

from briefsite.model.dates import MONTHS
from tools.example_project import names, vocabulary
from tools.example_project.subject import Actor, Asked, Happening


@dataclass
class Point:
    """One thing a brief says, which becomes a claim. `core` and `own` lack the full stop.

    `bare` are both without the reason, `subject` and `short` the parts of the latter.
    """

    core: str
    own: str
    short: str
    subject: str
    kind: str
    topics: list[str]
    actors: list[str]
    hedge: str = ""
    speaker: str = ""
    quote: str = ""
    cites: tuple[str, str] | None = None
    date: dict[str, str] | None = None
    asked: Asked | None = None
    happening: Happening | None = None
    restates: "Point | None" = None
    bare: tuple[str, str] = ("", "")
    voice: str = ""
    id: str = ""
    paragraph: int = 0
    sentence: int = 0

    @property
    def reporting(self) -> str:
        """The word by which the brief reports somebody."""
        return {"": "", "experts": "argue", "some": "argue", "unnamed observers": "considered"}.get(
            self.speaker, "argued"
        )

    @property
    def says(self) -> str:
        return names.upper(self.own) + "."


def statement(
    actor: Actor,
    verb: tuple[str, ...],
    thing: tuple[str, ...],
    kind: str,
    hedge: tuple[str, ...] | None = None,
    called: str = "",
) -> tuple[str, str, str]:
    """The brief's clause, the restated one, and the latter without its subject."""
    finite, plain, own_finite, own_plain = verb
    forms = {
        "ahead": ("will {plain}", "will {plain}"),
        "should": ("must {plain}", "should {plain}"),
    }
    ours, restated = hedge[1:] if hedge else forms.get(kind, ("{finite}", "{finite}"))
    source = ours.format(finite=finite, plain=plain).format(o=thing[0])
    short = restated.format(finite=own_finite, plain=own_plain).format(o=thing[1])
    return f"{called or actor.called} {source}", f"{actor.called} {short}", short


def speak(point: Point, speaker: str) -> None:
    """Let the brief report the point of somebody: experts, some, unnamed observers or a person."""
    point.speaker = speaker
    if speaker == "unnamed observers":
        source, own = "it is considered that", "it is considered that"
    elif speaker in ("experts", "some"):
        source, own = f"{speaker} argue that", f"{speaker} hold that"
    else:
        source, own = f"{speaker} argued that", f"{speaker} held that"
    point.voice = f"{own} "
    point.core, point.own = f"{source} {point.core}", f"{own} {point.own}"


def quoting(point: Point, words: str, random: Random) -> None:
    """Let the brief give the matter a name of its own."""
    point.quote = words
    source = random.choice(
        ("a '{}' in all but name", "which the paper calls a '{}'", "the '{}' of our day")
    )
    point.core += f", {source.format(words)}"
    point.own += f', a "{words}"'


def happened(happening: Happening, precision: str, speaks: int) -> Point:
    """A point that dates an event, to the day, month or year, or by "earlier in the year"."""
    past, plain, own_past, own_plain, _title = happening.words
    month, year = MONTHS[happening.month], happening.year
    point = Point(
        "",
        "",
        "",
        "the " + happening.thing,
        "fact",
        [happening.topic],
        [happening.actor.key],
        happening=happening,
    )
    thing = f"the {happening.thing}"
    if happening.ahead:
        point.kind, point.hedge = "forecast", "is expected to"
        point.core = f"in {year}, {thing} is expected to {plain} before {happening.actor.called}"
        point.own = f"{thing} can be expected to {own_plain} in {year}"
        point.short, point.date = (
            f"can be expected to {own_plain}",
            {"edtf": str(year), "basis": "stated"},
        )
        return point
    when, restated, edtf = {
        "day": (
            f"on {month} {happening.day}, {year}",
            f"on {happening.day} {month} {year}",
            f"{year}-{happening.month:02}-{happening.day:02}",
        ),
        "month": (f"in {month} {year}", f"in {month} {year}", f"{year}-{happening.month:02}"),
        "year": (f"in {year}", f"in {year}", str(year)),
        "inferred": ("earlier in the year", "earlier that year", str(speaks)),
    }[precision]
    point.core = f"{when}, {thing} {past} before {happening.actor.called} had word of it"
    point.own, point.short = f"{thing} {own_past} {restated}", own_past
    point.date = {"edtf": edtf, "basis": "inferred" if precision == "inferred" else "stated"}
    return point


def sentence(points: list[Point], random: Random) -> str:
    """One sentence that makes up to three points."""
    lead = random.choice(vocabulary.LEADS) if random.random() < 0.35 else ""
    link = random.choice((", while ", ", and "))
    body = link.join(point.core for point in points)
    cited = next((f" ({point.cites[1]})" for point in points if point.cites), "")
    tail = (
        f", {random.choice(vocabulary.TAILS)}" if len(points) == 1 and random.random() < 0.4 else ""
    )
    return f"{lead} {body}{tail}{cited}." if lead else f"{names.upper(body)}{tail}{cited}."
