"""How a topic's page stands: its answer in short as the lead, an account under each brief's name,
and, of many briefs, the accounts folded."""

from briefsite.load import topic_sections
from briefsite.load.code_spans import FRONT
from briefsite.model import addresses
from briefsite.model.corpus import Corpus
from briefsite.model.records import Brief
from briefsite.pages.rendering import brief_style, render
from briefsite.pages.side_by_side import MAX_BRIEFS


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


def _accounts(corpus: Corpus, path: str, lines: list[str]) -> str:
    """Each account from its heading to the next heading or marker."""
    made: list[str] = []
    open_account: tuple[Brief, list[str]] | None = None

    def close() -> None:
        if open_account:
            brief, text = open_account
            made.append(_account(corpus, path, brief, "\n".join(text)))

    for line in lines:
        heading = topic_sections.HEADING.fullmatch(line)
        if heading or line.startswith("<!-- "):
            close()
            brief = topic_sections.named(corpus, heading["name"]) if heading else None
            open_account = (brief, []) if brief else None
            if not brief:
                made.append(line)
        elif open_account:
            open_account[1].append(line)
        else:
            made.append(line)
    close()
    return "\n".join(made)


def _account(corpus: Corpus, path: str, brief: Brief, text: str) -> str:
    return render(
        "topic_account.md.jinja",
        path,
        brief=brief,
        name=topic_sections.name_of(corpus, brief),
        style_of=brief_style(corpus, brief),
        text=text.strip(),
        folded=len(corpus.briefs) > MAX_BRIEFS,
    )
