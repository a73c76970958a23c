"""What became of a hand-written page: sentences and words, and the claims and works it names."""

import re
from difflib import SequenceMatcher

from briefsite.changes.change_wording import amount
from briefsite.load import markdown_pages
from briefsite.model.handwritten_pages import HandwrittenPage
from briefsite.model.ids import without_claims

END = re.compile(r"(?<=[.!?…])[\"”)\]]*\s+(?=[\"“(\[]*[A-Z0-9])")


def became(old: HandwrittenPage, new: HandwrittenPage) -> tuple[str, ...]:
    """What became of a page, in words; empty when nothing did."""
    if old.text == new.text:
        return ()
    before, after = sentences(old.text), sentences(new.text)
    added = changed = gone = 0
    for kind, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            both = min(j - i, m - k)
            changed, gone, added = changed + both, gone + (j - i) - both, added + (m - k) - both
    said = [
        f"{amount(count, 'sentence')} {what}"
        for count, what in ((added, "added"), (changed, "changed"), (gone, "taken out"))
        if count
    ]
    came, went = _words(" ".join(before).split(), " ".join(after).split())
    said += [f"+{came} −{went} words"] if came or went else []
    if old.title != new.title:
        said.append(f"title “{old.title}” → “{new.title}”")
    for what, was, now in (("claims", old.claims, new.claims), ("works", old.works, new.works)):
        before_names, after_names = ({use.name: None for use in uses} for uses in (was, now))
        named = [f"+ {name}" for name in after_names if name not in before_names]
        named += [f"− {name}" for name in before_names if name not in after_names]
        said += [f"{what} named: {', '.join(named)}"] if named else []
    return tuple(said) or ("layout only",)


def sentences(text: str) -> list[str]:
    """The sentences of a page's Markdown, headings and list items included, in one line each."""
    blocks = re.split(r"\n\s*\n|\n(?=[-*#|]|\d+\. )", markdown_pages.FRONT.sub("", text))
    return [
        " ".join(part.split())
        for block in blocks
        for part in END.split(without_claims(block))
        if part.strip()
    ]


def _words(old: list[str], new: list[str]) -> tuple[int, int]:
    parts = [
        part
        for part in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if part[0] != "equal"
    ]
    return sum(m - k for *_, k, m in parts), sum(j - i for _, i, j, _, _ in parts)
