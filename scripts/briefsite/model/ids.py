"""The form of every id and key, and of what names them in a page's Markdown.

`FORMS` gives each pattern with what it asks for, in the words of error messages.
"""

import re

KEY = r"[a-z0-9]+(-[a-z0-9]+)*"
CLAIM_ID = r"[A-Z]+[1-9][0-9]*"
PREFIX = r"[A-Z]+"
QUESTION_ID = rf"q-{KEY}"
ANY_ID = r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*"
EDITION = r"[0-9]{4}\.[0-9]{2}(\.[0-9]+)?"
DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
SHA256 = r"[0-9a-f]{64}"
EDITION_DOI = r"10\.[0-9]{4,9}/[!-~]+"
COMMIT = r"[0-9a-f]{40}"
SWHID = r"swh:1:dir:[0-9a-f]{40}"
PLAIN_LABEL = r"[^<>&\n]+"
REPOSITORY_ADDRESS = r"https?://[^\s<>\"'?#]+"
SITE_ADDRESS = r"https?://[^\s<>\"'?#\\/]+(?:/[^\s<>\"'?#\\]*)?"

FORMS = {
    PLAIN_LABEL: "may not hold < > & or a line break",
    EDITION: "must be a year and month: 2026.12",
    DAY: "must be a day: 2026-11-22",
    EDITION_DOI: "must be a DOI without its resolver: 10.5281/zenodo.…",
    SWHID: "must be swh:1:dir: and the tree of the tag, as `make edition` writes it",
    COMMIT: "must be a commit, 40 digits, as `make edition` writes it",
    SHA256: "must be a SHA-256 sum, as `make edition` writes it",
    KEY: "may hold small letters, digits and single hyphens only: kim-jong-un",
    ANY_ID: "may hold letters, digits and single hyphens only, as an id does",
    CLAIM_ID: "must be a claim's id, capital letters and a number: E30",
    PREFIX: "must be capital letters",
    QUESTION_ID: "must begin with q- and hold small letters, digits and hyphens: q-arms-for-food",
    SITE_ADDRESS: "must be the site's address, beginning with https://, without blanks, ? and #",
    REPOSITORY_ADDRESS: "must be the repository's address, beginning with https://",
}

CLAIM_LINK = re.compile(rf"\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\]\[(?P<id>{CLAIM_ID})\]")
"""`[food and fuel][E31]`: words that link a claim."""
CLAIM_MARK = re.compile(rf"(?<!\\)\[\^(?P<id>{CLAIM_ID})\]")
"""`[^E31]`: a claim's mark, a footnote whose note is made from the data."""
CLAIM_REFERENCE = re.compile(rf"\]\[({CLAIM_ID})\]")
"""The ids alone of claims that words link."""
CLAIM_USE = re.compile(rf"\[(?:(?<=\]\[)|(?<!\\\[)\^)({CLAIM_ID})\]")
"""The ids alone of claims that are linked or marked."""


def without_claims(text: str) -> str:
    """The text with the words of its links to claims, and without its marks."""
    return CLAIM_MARK.sub("", CLAIM_LINK.sub(lambda link: link["text"], text))


def whole(pattern: str) -> str:
    """A pattern for the whole of a text."""
    return f"^{pattern}$"


def claim_number(claim_id: str) -> tuple[str, int]:
    """An id as its brief's prefix and its number, to sort by."""
    prefix = claim_id.rstrip("0123456789")
    return prefix, int(claim_id[len(prefix) :] or 0)


def question_ids(text: str) -> list[str]:
    """The ids of questions that a text names."""
    return re.findall(rf"\b(q-{KEY.replace('(', '(?:')})(?![\w-])", text)
