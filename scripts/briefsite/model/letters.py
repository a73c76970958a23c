"""Letters that begin a sentence or a name, as classes of a regular expression.

Python's `re` knows no letter by its case. Hangul has none: a word in it is a name wherever a text
in English holds one.
"""

_CASED = range(0x41, 0x530)
"""Latin, Greek, Cyrillic."""


def _ranges(codes: list[int]) -> str:
    """The characters as the inside of a class: A-ZÀ-Ö…"""
    known = set(codes)
    starts = [code for code in codes if code - 1 not in known]
    ends = [code for code in codes if code + 1 not in known]
    return "".join(f"{chr(a)}-{chr(b)}" for a, b in zip(starts, ends, strict=True))


HANGUL = "\uac00-\ud7a3"
CAPITAL = _ranges([code for code in _CASED if chr(code).isupper()])
INITIAL = CAPITAL + HANGUL
