"""The hand-written pages: home, topics, and those about the site that other pages link."""

from pathlib import Path

from tools.example_project.brief_writer import Written
from tools.example_project.sentences import Point
from tools.example_project.subject import Subject

FIXED = Path(__file__).parent / "docs"
"""The pages that are the same in every project."""
ROOM = 120
"""Words of an account."""


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
    """docs/topics/<key>.md, with an account of each brief that makes claims on the topic."""
    title = next(title for other, title, _ in subject.topics if other == key)
    parts = [
        f"# {title}",
        "<!-- dateline -->",
        "The papers weigh this each in its own way, and few of them say what would change it.",
        "<!-- findings -->",
        "<!-- since -->",
        "## What none says",
        "None says what it would cost.",
    ]
    for brief in briefs:
        points = [point for point in brief.points if point.topics[0] == key]
        if points:
            parts += [f"## {brief.author.name}", _account(brief, points)]
    return "\n\n".join([*parts, "<!-- comparison -->", "<!-- timeline -->"]) + "\n"


def _said(point: Point) -> str:
    """The restatement within a sentence, its subject before the linked words."""
    return f"{point.voice}{point.subject} [{point.short}][{point.id}]"


def _account(brief: Written, points: list[Point]) -> str:
    """As many claims, a sentence each, as an account may hold."""
    ways = ("{} holds that {}.[^{}]", "It adds that {1}.[^{2}]", "Besides, {1}.[^{2}]")
    found: list[str] = []
    for number, point in enumerate(points):
        said = f"{point.voice}{point.subject} {point.short}"
        sentence = ways[number % 3 if number else 0].format(brief.author.name, said, point.id)
        if sum(len(text.split()) for text in (*found, sentence)) > ROOM:
            break
        found.append(sentence)
    return " ".join(found)
