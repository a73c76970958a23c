"""data/comparisons.yml: the only module that knows how questions and relations are written."""

from itertools import combinations

from tools.example_project.brief_writer import Written
from tools.example_project.names import Record
from tools.example_project.subject import Asked, Side

PAIRED = {"agreement": "agree", "partial agreement": "differ", "dissonance": "conflict"}
"""How the data name the relation of a pair whose briefs stand on different sides."""


def questions(asked: tuple[Asked, ...], briefs: list[Written]) -> list[Record]:
    """The records of all questions that some brief answers."""
    return [_question(one, briefs) for one in asked if one.sides]


def _question(asked: Asked, briefs: list[Written]) -> Record:
    side_of = {place: side for side in asked.sides for place in side.briefs}
    answering = sorted(side_of)
    value: Record = {
        "id": asked.id,
        "topic": asked.topic,
        "question": asked.text,
        "answers": {briefs[place].key: _answer(briefs[place], asked) for place in answering},
    }
    if len(answering) > 1:
        value["relations"] = [
            _relation(asked, briefs, pair, side_of) for pair in combinations(answering, 2)
        ]
    else:
        value["note"] = "The other briefs do not take this up."
    return value


def _answer(brief: Written, asked: Asked) -> Record:
    points = brief.answers[asked.id][:2]
    return {
        "says": " ".join(point.says for point in points),
        "claims": [point.id for point in points],
    }


def _relation(
    asked: Asked, briefs: list[Written], pair: tuple[int, int], side_of: dict[int, Side]
) -> Record:
    one, other = (side_of[place] for place in pair)
    if one is other:
        kind, why = "agree", f"Both say of {asked.actor.called} that it {held(asked, one)}."
    else:
        kind = PAIRED[asked.relation]
        if kind == "conflict" and one.leaning == other.leaning:
            kind = "differ"
        first, second = (briefs[place].author.name for place in pair)
        why = f"{first} says of {asked.actor.called} that it {held(asked, one)}, "
        why += f"{second} that it {held(asked, other)}."
    return {"between": [briefs[place].key for place in pair], "relation": kind, "why": why}


def held(asked: Asked, side: Side) -> str:
    """What a side holds, after the subject: keeps postponing the reef lamp."""
    form = {"ahead": f"will {side.verb[3]}", "should": f"should {side.verb[3]}"}.get(
        asked.kind, side.verb[2]
    )
    return form.format(o=asked.thing[1])
