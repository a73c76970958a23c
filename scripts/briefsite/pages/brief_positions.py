"""What each brief holds, in a sentence or two, side by side at the top of a page.

A hand-written page gives them after the marker `<!-- positions -->`, a paragraph for each brief,
which cites it: the citation assigns the paragraph to the brief. One that cites none follows below.
"""

import re

from briefsite.load.markdown_pages import CITATION, CITED_KEY
from briefsite.model import addresses
from briefsite.model.corpus import Corpus
from briefsite.model.ids import CLAIM_USE
from briefsite.pages.rendering import brief_style, render

SECTION = re.compile(r"^<!-- positions -->[ \t]*\n(?P<paragraphs>.*?)(?=^(?:#|<)|\Z)", re.M | re.S)
HEADING = re.compile(r"^## (?P<name>[^:{}\n]+):[^{}\n]*$", re.M)
LEAD = re.compile(
    r"\A(?P<above>(?:---\n.*?^---\n+)?# [^\n]*\n+)(?P<lead>(?:[^\n]+\n)+)\n*"
    r"(?=^<!-- positions -->)",
    re.M | re.S,
)
BLANK_LINE = re.compile(r"\n[ \t]*\n")


def arrange(corpus: Corpus, path: str, markdown: str) -> str:
    """The page's Markdown with its lead marked, its positions set side by side, and the letter of a
    brief before each heading that begins with the brief's name or label ("## Easley: …")."""

    def heading(match: re.Match[str]) -> str:
        named = [brief for brief in corpus.briefs if match["name"] in (brief.name, brief.label)]
        if len(named) > 1:  # of one author: the one whose work or claims come first below
            below = _first_brief(corpus, match.string[match.end() :].split("\n## ", 1)[0])
            named = [brief for brief in named if brief.key == below]
        if not named:
            return match.group()
        brief = named[0]
        return f"{match.group()} {{ .{brief_style(corpus, brief)} data-letter={brief.prefix} }}"

    markdown = LEAD.sub(
        lambda match: f"{match['above']}{match['lead'].rstrip()}\n{{ .lead }}\n\n", markdown
    )
    markdown = SECTION.sub(lambda match: _part(corpus, path, match["paragraphs"]), markdown)
    return HEADING.sub(heading, markdown)


def briefs(corpus: Corpus, markdown: str) -> set[str]:
    """The keys of the briefs whose positions a page sets side by side; each has its key as its
    anchor."""
    return {
        key
        for section in SECTION.finditer(markdown)
        for paragraph in BLANK_LINE.split(section["paragraphs"])
        if (key := _cited_brief(corpus, paragraph))
    }


def _cited_brief(corpus: Corpus, paragraph: str) -> str:
    """The key of the first brief that a paragraph cites, or ""."""
    keys = (
        key for match in CITATION.finditer(paragraph) for key in CITED_KEY.findall(match["body"])
    )
    return next((key for key in keys if key in corpus.brief), "")


def _first_brief(corpus: Corpus, text: str) -> str:
    """The key of the brief that a text cites, or whose claim it names, first; or ""."""
    found = [(match.start(), match["key"]) for match in CITED_KEY.finditer(text)]
    found += [
        (match.start(), corpus.brief_of[match[1]].key)
        for match in CLAIM_USE.finditer(text)
        if match[1] in corpus.brief_of
    ]
    return next((key for _, key in sorted(found) if key in corpus.brief), "")


def _part(corpus: Corpus, path: str, text: str) -> str:
    positions: dict[str, list[str]] = {"": []}
    for paragraph in filter(None, map(str.strip, BLANK_LINE.split(text))):
        positions.setdefault(_cited_brief(corpus, paragraph), []).append(paragraph)
    others = positions.pop("")
    topic = addresses.topic_of(path)
    columns = render(
        "brief_positions.md.jinja",
        path,
        corpus=corpus,
        positions=[
            (
                corpus.brief[key],
                corpus.works[key],
                "\n\n".join(paragraphs),
                sum(topic in claim.topics for claim in corpus.brief[key].claims),
            )
            for key, paragraphs in positions.items()
        ],
        topic=corpus.topic.get(topic),
    )
    return "\n\n".join([columns.rstrip(), *others]) + "\n\n"
