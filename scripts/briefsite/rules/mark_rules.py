"""Claims' marks in pages, `[^E31]`, where Markdown would make something else of them."""

import re
from collections.abc import Iterator

from briefsite.load.markdown_pages import blank, lines
from briefsite.model.corpus import Corpus
from briefsite.model.handwritten_pages import HandwrittenPage
from briefsite.model.ids import CLAIM_ID, CLAIM_LINK, CLAIM_MARK, claim_number
from briefsite.model.problems import Problem
from briefsite.model.sentences import split
from briefsite.rules.page_anchors import HEADING

ALONE = rf"\[\^?{CLAIM_ID}\]"
SIDE_BY_SIDE = rf"{ALONE}(?:\s?{ALONE})+"
NAMED = re.compile(
    rf"(?<!\\)(?:(?P<run>{SIDE_BY_SIDE})|{CLAIM_LINK.pattern}"
    rf"|(?<!\])\[(?P<words>[^\[\]^@][^\[\]@]*)\]\[\^(?P<mark>{CLAIM_ID})\]"
    rf"|(?<!\]\s)\[(?P<bare>{CLAIM_ID})\](?![(:\[]))"
)
"""Claims side by side, a linked claim, words in brackets before a mark, an id alone in brackets."""
IDS = re.compile(CLAIM_ID)
DEFINED = re.compile(rf"^ {{0,3}}\[\^(?P<id>{CLAIM_ID})\]:", re.M)
LINK = re.compile(rf"(?<!\\)\[(?:[^\[\]]|{ALONE})*\](?=\(|\[(?!\^))|<a\s[^<>]*>[^<]*")

NOTE = re.compile(
    r"^ {0,3}\[\^[^\[\]\n]+\]:[^\n]*(?:\n[^\n]*\S[^\n]*)*(?:\n\s*\n(?: {4}|\t)[^\n]*)*", re.M
)
"""A note that the page defines, with its further paragraphs."""

GROUP = re.compile(rf"(?:\[\^{CLAIM_ID}\])+")
PARAGRAPH = re.compile(r"(?:^[^\n]*\S[^\n]*(?:\n|\Z))+", re.M)

NO_PLACES = (
    (HEADING, "in a heading", "put it behind a sentence below"),
    (LINK, "within a link", "put it behind the link"),
    (NOTE, "within a note", "link the claim there: [words][E31]"),
)


def claims_side_by_side_are_marks(corpus: Corpus) -> Iterator[Problem]:
    """Claims named by their ids alone are marks, `[^E9][^E57]`: `[E9][E57]` is one link, with the
    text of the first and the target of the second, and `[words][^E9]` shows its brackets."""
    for page, text in _pages(corpus):
        line = lines(text)
        for found in NAMED.finditer(text):
            if fault := _fault(corpus, found):
                yield Problem(page.path, line(found.start()), *fault)


def _fault(corpus: Corpus, found: re.Match[str]) -> tuple[str, str] | None:
    """(message, hint) for what NAMED has found, or None for what is right."""
    if found["run"] and found["run"].count("[") != found["run"].count("[^"):
        marks = "".join(f"[^{name}]" for name in IDS.findall(found["run"]))
        shown = " ".join(found["run"].split())
        return f"'{shown}' is one link, with the text of one and the target of another", (
            f"write {marks}"
        )
    if found["mark"]:
        words, mark = found["words"], found["mark"]
        return (
            f"'[{words}][^{mark}]' would be printed with its brackets",
            f"write {words}[^{mark}], or link the words: [{words}][{mark}]",
        )
    if found["bare"] and found["bare"] in corpus.claim:
        return f"'[{found['bare']}]' is neither a mark nor a link", f"write [^{found['bare']}]"
    return None


def sentences_have_one_group_of_marks(corpus: Corpus) -> Iterator[Problem]:
    """A sentence has one group of marks at most for each brief, `in fuel and food.[^E9][^E57]`:
    more than that can't be read."""
    for page, text in _pages(corpus):
        line = lines(text)
        for paragraph in PARAGRAPH.finditer(text):
            start = paragraph.start()
            for sentence in split(paragraph.group()):
                start = text.index(sentence, start)
                seen: set[str] = set()
                for group in GROUP.finditer(sentence):
                    briefs = {claim_number(name)[0] for name in IDS.findall(group.group())}
                    if twice := sorted(briefs & seen):
                        place = line(start + group.start())
                        message = f"a second group of marks of {', '.join(twice)} in one sentence"
                        hint = "put them together at its end, or make two sentences of it"
                        yield Problem(page.path, place, message, hint)
                    seen |= briefs
                start += len(sentence)


def notes_of_claims_are_made(corpus: Corpus) -> Iterator[Problem]:
    """The note of a claim's mark is made from the data: no page holds `[^E31]: …`."""
    for page, text in _pages(corpus):
        line = lines(text)
        for found in DEFINED.finditer(text):
            yield Problem(
                page.path,
                line(found.start("id")),
                f"the note of '[^{found['id']}]' is made from the data",
                "take this line out, or give the note another name",
            )


def marks_stand_in_text(corpus: Corpus) -> Iterator[Problem]:
    """A claim's mark stands in running text: not in a heading, the words of a link or a note, where
    Pandoc takes none."""
    for page, text in _pages(corpus):
        line = lines(text)
        for pattern, place, hint in NO_PLACES:
            for found in pattern.finditer(text):
                mark = CLAIM_MARK.search(text, found.start() + 1, found.end())
                if mark and not DEFINED.match(found.group()):
                    message = f"the mark '{mark.group()}' is {place}"
                    yield Problem(page.path, line(mark.start()), message, hint)


def _pages(corpus: Corpus) -> Iterator[tuple[HandwrittenPage, str]]:
    """The pages that name claims, with their text without code and comments."""
    return ((page, blank(page.text)) for page in corpus.pages if IDS.search(page.text))


RULES = (
    claims_side_by_side_are_marks,
    sentences_have_one_group_of_marks,
    notes_of_claims_are_made,
    marks_stand_in_text,
)
