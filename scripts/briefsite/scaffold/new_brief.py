"""Starting a brief's file: its key, its prefix, and the words of each sentence counted from its
text."""

import re
from itertools import count
from pathlib import Path

from briefsite.brief_text.alignment import sentences
from briefsite.load import placeholders
from briefsite.load.text_files import read_text
from briefsite.model import ids, records
from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem
from briefsite.scaffold import safe_write
from briefsite.scaffold.record_kinds import RecordKind
from briefsite.scaffold.record_templates import fill, left_to_fill_in, option_values
from briefsite.scaffold.refusal import Added, Given, RefusedError, text_of

LONG = 25
"""Words from which a block of one sentence that ends in a full stop is a paragraph, not a
heading."""
COLOR = re.compile(r"^color:[ \t]*([0-9]{1,6})\b", re.M)
VERY_LONG = 40
"""Words from which any block is a paragraph."""


def add_brief(root: Path, corpus: Corpus, kind: RecordKind, key: str, given: Given) -> Added:
    """Write the file of a brief. Raises RefusedError."""
    path = kind.path.format(id=key)
    if not re.fullmatch(ids.KEY, key):
        message = f"'{key}' is not a key for a brief" if key else "which brief?"
        raise RefusedError.because(message, "author-year, small letters: chun-2024")
    if (root / path).exists() or key in corpus.brief:
        raise RefusedError(Problem(path, 1, "this brief exists already"))
    prefix = _prefix(corpus, key, text_of(given, "prefix"))
    name = text_of(given, "name") or key.split("-")[0].capitalize()
    values = option_values(kind, given | {"prefix": prefix, "name": name})
    blank = dict.fromkeys(("paragraph", "kind", "says"), placeholders.TEXT)
    blank |= dict.fromkeys(("sentences", "topics"), f"[{placeholders.TEXT}]")
    claim = fill("claim.yml.jinja", id=f"{prefix}1", **blank)
    paragraphs = _words_by_sentence(text_of(given, "text"))
    brief = fill(
        "brief.yml.jinja",
        id=key,
        claim=claim,
        paragraphs=paragraphs,
        color=_color(root),
        **values,
    )
    text = brief.rstrip("\n") + "\n"
    left = left_to_fill_in("", text, path, records.Brief)
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    try:
        safe_write.create(root / path, text)
    except FileExistsError:
        raise RefusedError(Problem(path, 1, "this file exists already")) from None
    return Added(path, 1, key, left)


def _prefix(corpus: Corpus, key: str, given: str) -> str:
    """The prefix that was given, or the shortest start of the key that no brief has."""
    taken = {brief.prefix: brief for brief in corpus.briefs}
    if given in taken:
        brief = taken[given]
        message = f"--prefix: '{given}' is {brief.key}'s"
        raise RefusedError(Problem(brief.at.path, brief.at.line, message))
    letters = re.sub("[^A-Z]", "", key.upper()) + "X"
    starts = (letters[:length].ljust(length, "X") for length in count(1))
    return given or next(start for start in starts if start not in taken)


def _color(root: Path) -> int:
    """The first number of a color that no brief has, one still to be filled in included."""
    files = (root / "data/briefs").glob("*.yml")
    texts = (path.read_text("utf-8", "replace") for path in files)
    taken = {int(number) for text in texts for number in COLOR.findall(text)}
    return next(number for number in count(1) if number not in taken)


def _words_by_sentence(textfile: str) -> list[list[int | str]]:
    """Words per sentence of each paragraph of a text: its blocks, without what looks like a
    heading."""
    paragraphs: list[list[int | str]] = []
    if textfile:
        text, faults = read_text(Path(textfile), textfile)
        if faults:
            raise RefusedError(*faults)
        for block in filter(str.strip, re.split(r"\n\s*\n", text)):
            cut = sentences(" ".join(block.split()))
            words = len(cut[0].split())
            stopped = cut[0].rstrip("\"”')0123456789").endswith((".", "?", "!"))
            if len(cut) > 1 or words >= VERY_LONG or (words >= LONG and stopped):
                paragraphs.append([len(sentence.split()) for sentence in cut])
    return paragraphs or [[placeholders.TEXT]]
