"""data/comparisons.yml: the only module of this tool that knows how questions and relations
are written."""

from tools.example_project.brief_writer import Written
from tools.example_project.names import Record
from tools.example_project.subject import Asked, Side

KEY_QUESTIONS = 8
DIMENSION = {"partial agreement": "scope", "dissonance": "judgment"}


def questions(asked: tuple[Asked, ...], briefs: list[Written]) -> list[Record]:
    """The records of all questions that some brief answers."""
    return [_question(one, briefs) for one in asked if one.sides]


def mark_key(records: list[Record]) -> None:
    """Make those questions key that most briefs answer."""
    for record in sorted(records, key=lambda record: -len(record["answers"]))[:KEY_QUESTIONS]:
        record |= {"key": True, "key_reason": "The conclusions of most briefs turn on it."}


def choose_summary(records: list[Record]) -> None:
    """Give a place in the summary to the first questions of each sort, as many as it takes."""
    lines = {"agreement": 4, "": 3, "part": 5}
    left, number = dict(lines), 0
    for record in records:
        relation = record.get("relation", "")
        sort = relation if relation in lines else "part"
        if left[sort]:
            left[sort], number = left[sort] - 1, number + 1
            record["summary"] = number


def _question(asked: Asked, briefs: list[Written]) -> Record:
    answering = sorted(place for side in asked.sides for place in side.briefs)
    value: Record = {
        "id": asked.id,
        "topic": asked.topic,
        "question": asked.text,
        "answers": {briefs[place].key: _answer(briefs[place], asked) for place in answering},
    }
    if len(answering) == 1:
        return value | {"note": "The other briefs do not take this up."}
    actor = asked.actor.called
    value["relation"] = relation = asked.relation if len(asked.sides) > 1 else "agreement"
    if relation == "agreement":
        return value | {
            "shared": f"Of {actor} it is said that it {held(asked, asked.sides[0], briefs)}."
        }
    if relation == "partial agreement":
        value["shared"] = f"The answers speak of what {actor} does about {asked.thing[1]}."
    first, second = asked.sides[:2]
    one, other = held(asked, first, briefs), held(asked, second, briefs)
    value["difference"] = f"Some say of {actor} that it {one}, others that it {other}."
    value["dimension"] = DIMENSION[relation]
    value["sides"] = [
        {
            "briefs": [briefs[place].key for place in side.briefs],
            "holds": f"Of {actor} it holds that it {held(asked, side, briefs)}.",
        }
        for side in asked.sides
    ]
    return value


def _answer(brief: Written, asked: Asked) -> Record:
    first, *more = brief.answers[asked.id]
    # what a side holds is put as the first point is, so no other may be less sure
    points = [first, *[point for point in more[:1] if first.hedge or not point.hedge]]
    return {
        "says": " ".join(point.says for point in points),
        "claims": [point.id for point in points],
    }


def held(asked: Asked, side: Side, briefs: list[Written]) -> str:
    """What a side holds, after the subject, as its first brief puts it: will probably keep …"""
    return briefs[side.briefs[0]].answers[asked.id][0].short
