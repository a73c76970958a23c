"""The hand-written pages: home, topics, and those about the site that other pages link."""

from pathlib import Path

from tools.example_project import names
from tools.example_project.brief_writer import Written
from tools.example_project.comparison_writer import held
from tools.example_project.sentences import Point
from tools.example_project.subject import Asked, Subject

FIXED = Path(__file__).parent / "docs"
"""The pages that are the same in every project."""


def home(title: str, briefs: list[Written]) -> str:
    """docs/index.md, with what the first of `briefs` says first."""
    point = briefs[0].points[0]
    return f"""---
hide: [navigation, toc]
---

<div class="opening" markdown>
<div markdown>

# {title}

Who governs an invented harbor? {briefs[0].author.name} holds that {_said(point)}.
{{ .lead }}

<!-- briefs -->

[The briefs in one page](summary.md){{ .way }}

<!-- counts -->

</div>

<!-- map -->

</div>

<!-- news -->
"""


def topic(subject: Subject, key: str, briefs: list[Written]) -> str:
    """docs/topics/<key>.md; it links every claim whose first topic this is."""
    title = next(title for other, title, _ in subject.topics if other == key)
    asked = [one for one in subject.questions if one.topic == key and one.sides]
    told = {
        id(briefs[place].answers[one.id][0])
        for one in asked
        for side in one.sides
        for place in side.briefs
    }
    rest = {
        brief.key: [p for p in brief.points if p.topics[0] == key and id(p) not in told]
        for brief in briefs
    }
    speaking = [brief for brief in briefs if any(p.topics[0] == key for p in brief.points)]
    lead = [p for brief in briefs for p in brief.points if p.topics[0] == key][:2]
    parts = [
        f"# {title}",
        "What is at stake here? " + " ".join(f"One brief says that {_said(p)}." for p in lead),
    ]
    positions = [
        _position(brief, [p for p in brief.points if p.topics[0] == key][:3]) for brief in speaking
    ]
    parts += ["<!-- positions -->", *positions, "## Where they meet and part"]
    parts += [_parting(one, briefs) for one in asked]
    for brief in briefs:
        if rest[brief.key]:
            parts += [f"## {brief.author.name}: what else it holds", *_told(brief, rest[brief.key])]
    parts += ["## Compared", "<!-- comparison -->", "<!-- timeline -->", "<!-- since -->"]
    return "\n\n".join(parts) + "\n"


def _link(point: Point, text: str = "") -> str:
    return f"[{text or point.short}][{point.id}]"


def _said(point: Point) -> str:
    """The restatement within a sentence, its subject before the linked words."""
    return f"{point.voice}{point.subject} {_link(point)}"


def _position(brief: Written, points: list[Point]) -> str:
    author = brief.author
    when = f"in a paper of {author.published[:4]}" if author.dated else "in a paper without a date"
    said = names.joined([f"that {_said(p)}" for p in points])
    return f"{author.printed}, {when}, holds {said} [@{brief.key}, ¶ {points[0].paragraph}]."


def _parting(asked: Asked, briefs: list[Written]) -> str:
    """One paragraph for a question: each side, with a link to the claim of each brief on it."""
    said = [f"**{asked.text}**"]
    for side in asked.sides:
        first, *others = side.briefs
        points = {place: briefs[place].answers[asked.id][0] for place in side.briefs}
        text = f"{briefs[first].author.name} says that it {_link(points[first])}"
        if others:
            text += f"; so {'does' if len(others) == 1 else 'do'} " + names.joined(
                [_link(points[place], briefs[place].author.name) for place in others]
            )
        said.append(text + ".")
    if asked.relation == "agreement":
        said.append(f"All of them hold that it {held(asked, asked.sides[0])}.")
    return " ".join(said)


def _told(brief: Written, points: list[Point]) -> list[str]:
    """Paragraphs of at most six claims."""
    ways = ("Besides, {} holds that {}.", "{} adds that {}.", "In {}'s view {}.")
    found: list[str] = []
    for start in range(0, len(points), 6):
        said = [
            ways[number % 3].format(brief.author.name, _said(p))
            for number, p in enumerate(points[start : start + 6])
        ]
        found.append(" ".join(said))
    return found
