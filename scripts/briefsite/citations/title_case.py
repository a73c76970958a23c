"""Titles in the case of a style: headline style is the style's own work, and what keeps its case is
marked for it; sentence case is made here. What an entry's braces protect keeps its case in both.
"""

import re
from typing import cast

from briefsite.citations.csl_items import LANGUAGES, Item
from briefsite.load import tex_text
from briefsite.model.works import Work

NOCASE = '<span class="nocase">{}</span>'
SMALL_WORDS = "A|An|And|As|At|But|By|For|From|In|Nor|Of|On|Or|The|To|With"
SMALL = re.compile(rf"(?:(?<=[\w,] )|(?<=^ ))(?:{SMALL_WORDS})(?= )")
"""Words that headline style writes small; pandoc makes words large and none small."""

WORD = re.compile(r"\ue000[^\ue001]*\ue001|(?<![^\W\d_.])[^\W\d_]+(?:[’'][^\W\d_]+)*")
"""A word, or what is protected, which stands between signs of private use."""
BEGINNING = re.compile(r"((?:^|[:?!—]\s|\]\s)[^\w]*)([^\W\d_])")
"""The first letter of a title, of its subtitle, and of what follows a label in brackets."""
TRANSLATION = re.compile(r"(?<=\[)[^\[\]]+(?=\])")


def with_protected_case(item: Item, entry: Work) -> Item:
    """The item of a work for a style that changes the case of titles.

    What the entry's braces protect keeps it, and so does the name of a website or journal.
    """
    written = before = ""
    for piece, kept in tex_text.protected(entry.written.get("title", "")):
        # pandoc would take an apostrophe after a span for an opening quotation mark
        text = f"’{piece[1:]}" if piece[0] == "'" and before[-1:].isalnum() else piece
        written += NOCASE.format(text) if kept else SMALL.sub(lambda word: word[0].lower(), text)
        before = piece
    marked = item | {"title": item["title"].replace(entry.title, written, 1)}
    if "container-title" in item:
        marked |= {"container-title": NOCASE.format(item["container-title"])}
    return cast(Item, marked)


def in_sentence_case(item: Item, entry: Work | None = None) -> Item:
    """The item of a work, or without an `entry` of a page of the site, with its title in sentence
    case. Of a title that is not English, the translation in brackets alone is English."""
    title = item["title"]
    if entry:
        marked = "".join(
            f"\ue000{piece}\ue001" if kept else piece
            for piece, kept in tex_text.protected(entry.written.get("title", ""))
        )
        language = (entry["language"] or entry["langid"] or "english").lower()
        if LANGUAGES.get(language, language).startswith("en"):
            small = _sentence(marked)
        else:
            small = TRANSLATION.sub(lambda match: _sentence(match[0]), marked)
        title = title.replace(entry.title, re.sub("[\ue000\ue001]", "", small), 1)
    title = BEGINNING.sub(lambda match: match[1] + match[2].upper(), title)
    return cast(Item, item | {"title": title})


def _sentence(marked: str) -> str:
    return BEGINNING.sub(lambda match: match[1] + match[2].upper(), WORD.sub(_small, marked))


def _small(match: re.Match[str]) -> str:
    """A word in small letters, if it is a large letter and small ones; what is protected as it is,
    but for a small word, which is large in headline style alone: `Put {On} Hold`."""
    word = match[0].strip("\ue000\ue001")
    ordinary = word == match[0] and word[1:].islower() and not re.match(r"I\b", word)
    return word.lower() if ordinary or re.fullmatch(SMALL_WORDS, word) else match[0]
