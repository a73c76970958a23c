"""How a topic's page stands: its answer in short as the lead, an account under each brief's name.

Of many briefs the page has a link to each account, and the accounts stand on a page of their own.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefsite.load import topic_sections
from briefsite.load.code_spans import FRONT
from briefsite.model import addresses
from briefsite.model.corpus import Corpus
from briefsite.model.handwritten_pages import HandwrittenPage
from briefsite.model.records import Brief
from briefsite.model.split_pages import accounts_stand_apart
from briefsite.pages.rendering import brief_style, render

LINKS = "<!-- links to the accounts -->"
LINK = re.compile(r"\]\((?P<file>[^()\s:#]+\.md)(?P<rest>#[^()\s]*)?")


def arrange(corpus: Corpus, path: str, markdown: str) -> str:
    """The Markdown of a topic's page with these set; of another page as it is.

    Each account has its brief's key as its anchor.
    """
    if not addresses.topic_of(path):
        return markdown
    lines = markdown.split("\n")
    _mark_lead(lines)
    return _accounts(corpus, path, lines)


def _mark_lead(lines: list[str]) -> None:
    """Mark the first paragraph below the title, if a heading does not come first."""
    text = "\n".join(lines)
    front = FRONT.match(text)
    start = text.count("\n", 0, front.end()) if front else 0
    title = next((n for n in range(start, len(lines)) if lines[n].startswith("# ")), None)
    if title is None:
        return
    for number in range(title + 1, len(lines)):
        if lines[number].startswith("## "):
            return
        if lines[number].strip() and not lines[number].startswith("<"):
            end = number
            while end < len(lines) and lines[end].strip():
                end += 1
            lines.insert(end, "{ .lead }")
            return


@dataclass(frozen=True)
class _Part:
    """Lines of a page; with `brief`, the account of one, without its heading."""

    lines: list[str]
    brief: Brief | None = None


def _parts(corpus: Corpus, lines: list[str]) -> Iterator[_Part]:
    """The parts of a page in its order. An account goes from its heading to the next heading or
    marker."""
    part = _Part([])
    for line in lines:
        heading = topic_sections.HEADING.fullmatch(line)
        if heading or line.startswith("<!-- "):
            yield part
            brief = topic_sections.named(corpus, heading["name"]) if heading else None
            part = _Part([] if brief else [line], brief)
        else:
            part.lines.append(line)
    yield part


def _accounts(corpus: Corpus, path: str, lines: list[str]) -> str:
    """The page with its accounts laid out; of many briefs, with links to them where the first
    stood."""
    made: list[str] = []
    linked: list[Brief] = []
    apart = accounts_stand_apart(corpus)
    for part in _parts(corpus, lines):
        if not part.brief:
            made += part.lines
        elif not apart:
            made.append(_account(corpus, path, part))
        else:
            if not linked:
                made.append(LINKS)
            linked.append(part.brief)
    text = "\n".join(made)
    if not linked:
        return text
    links = render(
        "topic_accounts.md.jinja",
        path,
        corpus=corpus,
        topic=addresses.topic_of(path),
        briefs=[(topic_sections.name_of(corpus, brief), brief) for brief in linked],
    )
    return text.replace(LINKS, f"\n{links}\n")


def accounts(corpus: Corpus, page: HandwrittenPage) -> str:
    """The accounts of a topic's page, in full, for the page that these have of their own."""
    path = page.path.removeprefix("docs/")
    own = addresses.accounts(page.topic)
    made = [
        _account(corpus, own, part)
        for part in _parts(corpus, FRONT.sub("", page.text, count=1).split("\n"))
        if part.brief
    ]
    return LINK.sub(lambda match: _moved(match, path, own), "\n".join(made))


def _moved(match: re.Match[str], path: str, own: str) -> str:
    """A relative link of the page at `path` as the page at `own` has it."""
    target = posixpath.join(posixpath.dirname(path), match["file"])
    return f"]({addresses.between(own, posixpath.normpath(target) + (match['rest'] or ''))}"


def _account(corpus: Corpus, path: str, part: _Part) -> str:
    assert part.brief
    return render(
        "topic_account.md.jinja",
        path,
        brief=part.brief,
        name=topic_sections.name_of(corpus, part.brief),
        style_of=brief_style(corpus, part.brief),
        text="\n".join(part.lines).strip(),
    )
