"""Works as other programs export them: what `ris_works`, `csl_works` and BibTeX come to, and what
their values have in common."""

import html
import re
from dataclasses import dataclass, field

from briefsite.load import date_suggestions

SUBTYPES = {
    "NEWS": "newspaper",
    "MGZN": "magazine",
    "article-newspaper": "newspaper",
    "article-magazine": "magazine",
}
SIGNS = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "~": r"\~{}"}


@dataclass(frozen=True)
class Draft:
    """A work as it came: its line, its type and fields in TeX, and what was done on the way."""

    line: int
    kind: str
    fields: dict[str, str]
    dropped: tuple[str, ...] = ()
    key: str = ""
    changes: list[str] = field(default_factory=list[str])


def edtf(written: str) -> str:
    """A date as EDTF: RIS's `2024/03/26/`, or one in words that can be only one day."""
    date = "-".join(part.zfill(2) for part in written.split("/")[:3] if part.strip("0 "))
    return date_suggestions.only_reading(date) or date_suggestions.only_reading(written) or written


def placed(kind: str, source: str, fields: dict[str, str]) -> dict[str, str]:
    """The fields with those that go by the type in their place: what it is part of, who published
    it, and the number that identifies it."""
    container = {"article": "journaltitle", "online": "organization", "report": "series"}
    house = {"report": "institution", "thesis": "institution", "online": "organization"}
    moved = fields.copy()
    for name, places, other in (
        ("container", container, "booktitle"),
        ("publisher", house, "publisher"),
    ):
        if value := moved.pop(name, ""):
            place = places.get(kind, other)
            moved[place if place not in moved else "publisher"] = value
    if kind == "article" and "isbn" in moved:
        moved["issn"] = moved.pop("isbn")
    if kind == "report" and "number" not in moved and "-" not in moved.get("isbn", "-"):
        moved["number"] = moved.pop("isbn")
    if source in SUBTYPES:
        moved["entrysubtype"] = SUBTYPES[source]
    if "pages" in moved:
        moved["pages"] = re.sub(r"\s*[-–—]+\s*", "--", moved["pages"])
    return moved


def plain_tex(text: str) -> str:
    """A text as a field of the bibliography: one line, without HTML, TeX's signs escaped."""
    text = html.unescape(
        re.sub(r"</?(?:i|b|em|strong|span|sub|sup|sc|p|jats:\w+)\b[^<>]*>", "", text)
    )
    return "".join(SIGNS.get(char, char) for char in " ".join(text.split()))
