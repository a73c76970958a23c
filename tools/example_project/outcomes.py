"""Events that the briefs date, what they expect, and what happened since."""

from random import Random

from tools.example_project import names, vocabulary
from tools.example_project.brief_writer import Written
from tools.example_project.names import Record
from tools.example_project.sentences import Point
from tools.example_project.subject import Happening, Subject

JUDGED, ADDED = "2026-11-22", ("2026-02-03", "2026-06-18", "2026-11-20")
LEADS = 3
"""So many developments of a topic stand among what matters most."""


def _title(point: Point) -> str:
    """The point in short, with whom the brief reports."""
    return f"{point.voice}{point.subject} {point.short}" if point.voice else point.short


def events(
    subject: Subject, briefs: list[Written], works: list[str], random: Random
) -> list[Record]:
    """The records of the events that some brief mentions."""
    mentioned: dict[str, list[tuple[Written, Point]]] = {}
    for brief in briefs:
        for point in brief.points:
            if point.happening:
                mentioned.setdefault(point.happening.id, []).append((brief, point))
    return [
        _event(happening, mentioned[happening.id], works, random)
        for happening in subject.happenings
        if happening.id in mentioned
    ]


def _event(
    happening: Happening, mentions: list[tuple[Written, Point]], works: list[str], random: Random
):
    value: Record = {
        "id": happening.id,
        "title": names.upper(f"{happening.thing} {happening.words[4]}"),
        "topics": [happening.topic],
        "actors": [happening.actor.key],
        "mentions": [
            {"brief": brief.key, "claims": [point.id], **(point.date or {})}
            | ({"expected": True} if happening.ahead else {})
            for brief, point in mentions
        ],
    }
    agreed = all((point.date or {}).get("basis") == "stated" for _, point in mentions)
    if not happening.ahead and agreed and random.random() < 0.5:
        edtf = f"{happening.year}-{happening.month:02}-{happening.day:02}"
        value["sourced"] = {"edtf": edtf, "works": [random.choice(works)]}
    return value


def forecasts(
    subject: Subject, briefs: list[Written], random: Random
) -> tuple[list[Record], list[Record]]:
    """The ledger, without verdicts, and the claims left out of it."""
    entries: list[Record] = []
    left_out: list[Record] = []
    for brief in briefs:
        ahead = [point for point in brief.points if point.kind == "forecast"]
        repeated = {id(point.restates): point for point in ahead if point.restates}
        for point in ahead:
            if point.restates:
                continue
            again = [repeated[id(point)].id] if id(point) in repeated else []
            if random.random() < 0.12:
                left_out += [
                    {"claim": name, "reason": "It names no end, and nothing would refute it."}
                    for name in (point.id, *again)
                ]
                continue
            entries.append(_forecast(brief, point, again, random))
    return entries, left_out


def _forecast(brief: Written, point: Point, again: list[str], random: Random) -> Record:
    sort = random.choices(("forecast", "conditional", "expectation"), (6, 2, 2))[0]
    until = brief.author.speaks_year + random.randint(1, 6)
    ends = ".." if random.random() < 0.2 else str(until)
    matter = (
        point.asked.thing[1]
        if point.asked
        else f"the {point.happening.thing}"
        if point.happening
        else "it"
    )
    value: Record = {"claim": point.id}
    if again:
        value["also"] = again
    value |= {"sort": sort, "title": names.upper(_title(point))}
    if sort == "conditional":
        value["condition"] = "The mills keep to the water treaty for a whole season."
    return value | {
        "horizon": {"edtf": f"{brief.author.speaks_year}/{ends}", "basis": "inferred"},
        "confirms": f"The minutes, or two reports, show in time that this became so of {matter}.",
        "refutes": f"The minutes show the opposite of {matter}. Silence decides nothing.",
    }


def developments(
    subject: Subject,
    briefs: list[Written],
    entries: list[Record],
    works: dict[str, str],
    random: Random,
) -> list[Record]:
    """What happened since, in the order of time, with what it does to the ledger's entries. It is
    dated by the first of its sources; `works` are these, each with its date."""
    speaks = {point.id: brief.author.speaks_year for brief in briefs for point in brief.points}
    topics = {point.id: point.topics for brief in briefs for point in brief.points}
    by_topic: dict[str, list[str]] = {}
    for entry in entries:
        for topic in topics[str(entry["claim"])][:1]:
            by_topic.setdefault(topic, []).append(str(entry["claim"]))
    found: list[Record] = []
    led: dict[str, int] = {}
    pairs = [
        (thing, place) for thing in vocabulary.THINGS for place in range(len(vocabulary.HAPPENINGS))
    ]
    taken = {happening.id for happening in subject.happenings}
    mentioned = sorted({p.happening.id for brief in briefs for p in brief.points if p.happening})
    count = min(len(pairs), 20 + 8 * len(briefs))
    for thing, place in random.sample(pairs, count):
        words = vocabulary.HAPPENINGS[place]
        name = f"{names.slug(thing)}-{names.slug(words[4])}{subject.suffix}"
        report, day = random.choice(list(works.items()))
        year = int(day[:4])
        topic = random.choice(subject.topics)[0]
        actor, other = random.sample(subject.bodies, 2)
        able = [claim for claim in by_topic.get(topic, []) if speaks[claim] < year]
        value: Record = {
            "id": f"{name}-since" if name in taken else name,
            "title": names.upper(f"{thing} {words[4]}"),
            "edtf": random.choice((day, day[:7], day[:4])),
            "says": f"The {thing} {words[2]}, as the papers of {subject.town} report. "
            f"{names.upper(actor.called)} had asked for it; {other.called} had warned against it "
            "and now waits for the next session.",
            "topics": [topic],
            "actors": [actor.key, other.key],
        }
        if led.setdefault(topic, 0) < LEADS:
            led[topic] += 1
            value["leads"] = [topic]
        if mentioned and random.random() < 0.2:
            value["follows"] = [random.choice(mentioned)]
        later = sorted(work for work, date in works.items() if date > day and work != report)
        value |= _witnesses(subject, report, later, random)
        if bearings := random.sample(able, min(len(able), random.choice((0, 1, 1, 2, 3, 5)))):
            value["bearings"] = [
                {
                    "forecast": claim,
                    "bearing": random.choice(("supports", "unclear", "partly", "contradicts")),
                    "reason": f"It shows where {actor.called} puts its money, not for how long.",
                }
                for claim in bearings
            ]
        found.append(value | {"added": random.choice(ADDED)})
    return sorted(found, key=lambda item: str(item["edtf"]))


def _witnesses(subject: Subject, report: str, later: list[str], random: Random) -> Record:
    origins = random.sample(
        (
            f"The {subject.town} Lantern",
            "Minutes of the council",
            "Tide Table Weekly",
            "The harbormaster",
        ),
        random.choice((1, 1, 2, 3)),
    )
    chosen = [report, *random.sample(later, min(len(later), len(origins) - 1))]
    value: Record = {
        "witnesses": [
            {"origin": origin, "works": [work]}
            for origin, work in zip(origins, chosen, strict=False)
        ]
    }
    if len(chosen) == 1:
        value["single_source"] = "Nobody else writes of it."
    return value


def judge(entries: list[Record], happened: list[Record], works: list[str], random: Random) -> None:
    """Give the ledger's entries a risk, and verdicts that their windows and developments allow."""
    bearings: dict[str, set[str]] = {}
    for item in happened:
        for bearing in item.get("bearings", ()):
            bearings.setdefault(bearing["forecast"], set()).add(bearing["bearing"])
    for entry in entries:
        on = bearings.get(str(entry["claim"]), set()) - {"unclear"}
        end = str(entry["horizon"]["edtf"]).partition("/")[2]
        verdict = _verdict(on, over=end.isdigit() and end < JUDGED[:4])
        value = {
            "judged": JUDGED,
            "verdict": verdict,
            "reason": "The reports listed here weigh that way; a later session can change it.",
        }
        if verdict == "undecidable":
            value["sought"] = "Minutes of the closed sessions"
        entry["risk"] = _risk(works, random)
        entry["verdicts"] = [value]
        if random.random() < 0.1 and (end == ".." or end > "2023"):
            first = {"judged": "2020-01-15", "verdict": "open", "reason": "Too early to tell."}
            entry["verdicts"] = [first, value]


def _verdict(bearings: set[str], *, over: bool) -> str:
    """What the developments of a forecast let it be."""
    if not bearings:
        return "undecidable" if over else "open"
    if len(bearings) > 1 or bearings == {"partly"}:
        return "partly"
    return "borne out" if bearings == {"supports"} else "not borne out"


def _risk(works: list[str], random: Random) -> Record:
    if random.random() < 0.25:
        return {
            "kind": "scheduled",
            "calendar": [random.choice(works)],
            "either_way": False,
            "reason": "The session stood on the calendar of the year.",
        }
    return {
        "kind": "not scheduled",
        "either_way": random.random() < 0.6,
        "reason": "The council had done the one and the other in the years before.",
    }
