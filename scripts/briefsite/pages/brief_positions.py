"""What each brief holds, in a sentence or two, side by side at the top of a page.

A hand-written page gives them after the marker `<!-- positions -->`, a paragraph for each brief,
which cites it: that is how the paragraph is known to be its. One that cites none follows below.
"""

import re

from briefsite.load.markdown_pages import CITATION, CITED_KEY
from briefsite.model import addresses
from briefsite.pages import brief_styles
from briefsite.pages.rendering import render

SECTION = re.compile(r"^<!-- positions -->[ \t]*\n(?P<paragraphs>.*?)(?=^(?:#|<)|\Z)", re.M | re.S)
HEADING = re.compile(r"^## (?P<name>[^:{}\n]+):[^{}\n]*$", re.M)
LEAD = re.compile(
    r"\A(?P<above>(?:---\n.*?^---\n+)?# [^\n]*\n+)(?P<lead>(?:[^\n]+\n)+)\n*(?=^<!-- positions -->)",
    re.M | re.S,
)


def arrange(corpus, path: str, markdown: str) -> str:
    """The page's Markdown with its lead marked, its positions set side by side, and the letter of a
    brief before each heading that begins with the brief's name ("## Easley: …")."""
    briefs = {brief.name: brief for brief in corpus.briefs}

    def heading(found):
        brief = briefs.get(found["name"])
        return (
            f"{found.group()} {{ .{brief_styles.style(corpus, brief)} data-letter={brief.prefix} }}"
            if brief
            else found.group()
        )

    markdown = LEAD.sub(
        lambda found: f"{found['above']}{found['lead'].rstrip()}\n{{ .lead }}\n\n", markdown
    )
    return HEADING.sub(
        heading, SECTION.sub(lambda found: _part(corpus, path, found["paragraphs"]), markdown)
    )


def briefs(corpus, markdown: str) -> set[str]:
    """The keys of the briefs whose positions a page sets side by side; each has its key as its anchor."""
    return {
        key
        for found in SECTION.finditer(markdown)
        for paragraph in re.split(r"\n[ \t]*\n", found["paragraphs"])
        for key in cited(corpus, paragraph)[:1]
    }


def cited(corpus, paragraph: str) -> list[str]:
    """The keys of the briefs that a paragraph cites, each once."""
    keys = [
        key for found in CITATION.finditer(paragraph) for key in CITED_KEY.findall(found["body"])
    ]
    return [key for key in dict.fromkeys(keys) if key in corpus.brief]


def _part(corpus, path: str, text: str) -> str:
    positions: dict[str, list[str]] = {}
    others = []
    for paragraph in filter(None, map(str.strip, re.split(r"\n[ \t]*\n", text))):
        for key in cited(corpus, paragraph)[:1]:
            positions.setdefault(key, []).append(paragraph)
            break
        else:
            others.append(paragraph)
    topic = addresses.topic_of(path)
    said = {
        brief.key: sum(topic in claim.topics for claim in brief.claims) for brief in corpus.briefs
    }
    shown = [
        (corpus.brief[key], corpus.works[key], "\n\n".join(paragraphs), said[key])
        for key, paragraphs in positions.items()
    ]
    made = render(
        "positions.md.jinja",
        path,
        corpus=corpus,
        positions=shown,
        topic=corpus.topic.get(topic),
    )
    return "\n\n".join([made.rstrip(), *others]) + "\n\n"
