"""What counts as the same words: a text in its normal form.

Normalisation, for every comparison of a text with a brief: Unicode NFKC; curly quotes and dashes
made straight; Markdown's and HTML's markup taken out; case folded; punctuation other than an
apostrophe within a word dropped; white space and page breaks as one blank. What is left is a
sequence of words, and a phrase stands in a text when its words stand there in that order.
"""

import re
import sys
import unicodedata

from briefsite.model.remembered import remembered

WORD = re.compile(r"\w+(?:'\w+)*")
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
CHARS = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00ad": ""}
)


@remembered
def words(text: str) -> tuple[str, ...]:
    """The normalised words of a text; possessive endings are cut off. Each word is kept once."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(CHARS)
    text = TAG.sub(" ", text).replace("*", " ").replace("_", " ").casefold()
    return tuple(sys.intern(word.removesuffix("'s")) for word in WORD.findall(text))


@remembered
def phrase(text: str) -> str:
    """A phrase in its normal form, words with one blank between."""
    return " ".join(words(text))
