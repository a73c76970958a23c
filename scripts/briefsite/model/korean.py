"""Marking Korean text as Korean, for screen readers, hyphenation and fonts."""

import re

LETTERS = r"[\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f]+"
KOREAN = re.compile(rf"{LETTERS}(?:[ ·,]+{LETTERS})*")


def mark_korean(html: str) -> str:
    """HTML in which each run of Korean words has its language (BCP 47)."""
    return KOREAN.sub(r'<span lang="ko">\g<0></span>', html)
