"""A brief as files: its full text, and data/briefs/<key>.yml with its claims."""

from tools.example_project.brief_writer import Written
from tools.example_project.names import Record
from tools.example_project.sentences import Point


def text(brief: Written) -> str:
    """The brief's full text, with title and headings, as it would be taken from a file."""
    paragraphs = iter(brief.texts)
    blocks = [brief.author.title, brief.author.printed]
    for heading, cut in brief.sections:
        blocks += [heading, *(" ".join(next(paragraphs)) for _ in cut)]
    return "\n\n".join([*blocks, "References"]) + "\n"


def record(brief: Written) -> Record:
    """data/briefs/<key>.yml"""
    author, number = brief.author, 0
    paragraphs: list[Record] = []
    for section, cut in brief.sections:
        for _ in cut:
            counts = [len(sentence.split()) for sentence in brief.texts[number]]
            number += 1
            paragraphs.append({"number": number, "section": section, "sentences": counts})
    value: Record = {
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
    value["authors"] = [
        {
            "name": author.printed,
            "credentials": "Has watched the river for twenty years, by the paper's own account.",
        }
    ]
    if not author.dated:
        value["notes"] = ["The paper bears no date; the last year that it speaks of is given here."]
    value["paragraphs"] = paragraphs
    value["excused"] = [
        {
            "paragraph": number,
            "sentence": len(brief.texts[-1]),
            "reason": "It thanks people and says nothing of the matter.",
        }
    ]
    beside: dict[tuple[int, int], list[Point]] = {}
    for point in brief.points:
        beside.setdefault((point.paragraph, point.sentence), []).append(point)
    value["argument"] = _argument(brief.points)
    value["claims"] = [
        _claim(point, beside[point.paragraph, point.sentence], _before(brief.points, place))
        for place, point in enumerate(brief.points)
    ]
    value["retired"] = [
        {
            "id": f"{author.prefix}{len(brief.points) + 1}",
            "retired": f"merged into {brief.points[-1].id}",
        }
    ]
    return value


def _argument(points: list[Point]) -> Record:
    """How the brief argues: a claim or two of each part, as its points come."""
    plain = [point for point in points if point.kind == "assessment"]
    ahead = [point.id for point in points if point.kind == "forecast"][:1]
    advised = [point.id for point in points if point.kind == "recommendation"][:1]
    reasoned = [point for point in plain if _gives_reason(point)]
    thesis = (reasoned or plain or points)[0]
    chosen: Record = {"thesis": [thesis.id]}
    rests_on = [point.id for point in plain if point is not thesis][-1:]
    for name, ids in (("rests_on", rests_on), ("expects", ahead), ("recommends", advised)):
        if others := [other for other in ids if other != thesis.id]:
            chosen[name] = others
    return chosen


def _gives_reason(point: Point) -> bool:
    return " because " in point.core


def _before(points: list[Point], place: int) -> Point | None:
    """The point before the one at `place`, which a reason given there leads to."""
    return points[place - 1] if place else None


def _claim(point: Point, beside: list[Point], before: Point | None) -> Record:
    """The record of one claim; what bears on the others of its sentence is `elsewhere`, and
    `before` is its reason, or related, where it gives one."""
    reason = before.id if before and _gives_reason(point) else ""
    related = before.id if before and not reason and before is not point.restates else ""
    others = {
        word for other in beside if other is not point for word in (other.hedge, other.reporting)
    }
    if any(other.speaker == "experts" for other in beside) and point.speaker != "experts":
        others.add("experts")
    elsewhere = sorted(others - {"", point.hedge, point.reporting})
    value: Record = {
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
        "because": [reason] if reason else [],
        "see": [related] if related and related.endswith("7") else [],
        "elsewhere": elsewhere,
    }
    return value | {key: item for key, item in optional.items() if item}
