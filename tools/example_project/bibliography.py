"""bibliography.bib: the briefs, the works they cite, and the sources of what came since."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from tools.example_project import names
from tools.example_project.authors import Author
from tools.example_project.subject import PEOPLE_EACH, Subject

CITED, SOURCES = (12, 5), (40, 12)
"""So many works, and so many more for each brief."""
PEOPLE_FROM = 40
"""A subject's people from this number on are authors of works."""
MATTERS = names.items(
    """Salt and Silence|On the Keeping of Weirs|Fog, Fares and Ferrymen|The Mudflats Mapped Again
    A Short History of Tolls|Spring Tides and Stubborn Men|What the Gauge Forgot
    Notes on Hired Dredgers"""
)
HEADLINES = names.items(
    """Council Puts Off Vote on Channel|Pilots Walk Out at Low Water|Ice Sold on Credit Again
    Islands Ask for Night Boat|Mills Open Sluices Without Notice|Old Crane Still Standing
    Dues to Rise, Then Not|Bell Rings for No Flood"""
)


@dataclass(frozen=True)
class Entry:
    """One work: `short` is how a text cites it, in a brief's own brackets."""

    key: str
    type: str
    fields: dict[str, str]
    short: str = ""


def brief(author: Author, names_kept: Iterable[str]) -> Entry:
    """The entry of a brief; one without a date is no report, which would need one. `names_kept`
    are in braces in its title."""
    title = author.title
    for name in names_kept:
        title = re.sub(rf"\b{name}\b", f"{{{name}}}", title)
    fields = {"author": author.bib, "title": title}
    if not author.dated:
        return Entry(
            author.key, "misc", fields | {"publisher": author.institute, "note": "Undated"}
        )
    place = f"https://example.org/briefs/{author.key}"
    return Entry(
        author.key,
        "report",
        fields
        | {
            "type": "Policy Brief",
            "institution": author.institute,
            "date": author.published,
            "url": place,
        },
    )


def cited(subject: Subject, briefs: int, random: Random) -> list[Entry]:
    """Works of every type; organisations as authors and titles in Hangul and German among them."""
    found: list[Entry] = []
    for place in range(CITED[0] + CITED[1] * briefs):
        given, family = names.person(subject.number * PEOPLE_EACH + PEOPLE_FROM + place % 18)
        year = str(2001 + (place * 7) % 18)
        kind = (
            "article",
            "report",
            "online",
            "book",
            "incollection",
            "inproceedings",
            "thesis",
            "dataset",
        )[place % 8]
        key = f"{names.slug(family)}-{year}-{place}"
        title = f"{random.choice(MATTERS)}: {{{subject.town}}} and the {{{subject.river}}}"
        fields = {"author": f"{family}, {given}", "title": title, "date": year}
        short = f"{family} {year}"
        if place in (1, 9):
            fields["author"] = f"{{{subject.river} River Authority \\& Partners}}"
            key, short = f"authority{subject.suffix}-{year}-{place}", f"River Authority {year}"
        if place in (4, 11):
            fields |= {
                "author": "{우멜 강 연구소}",
                "title": "우멜 강의 조수와 소금 (Tides and Salt of the Ummel)",
                "titleaddon": "in Korean",
                "langid": "korean",
            }
            key, short = f"ummel-yeonguso{subject.suffix}-{year}-{place}", f"Ummel Institute {year}"
        if place == 15:
            fields["title"] = "Über die Größe der Schleusen: eine Klage"
            fields["langid"] = "german"
        found.append(Entry(key, kind, fields | _more(kind, subject, place), short))
    return found


def _more(kind: str, subject: Subject, place: int) -> dict[str, str]:
    """The further fields of a type."""
    return {
        "article": {
            "journaltitle": "Journal of Tidal Affairs",
            "volume": str(place + 3),
            "number": "2",
            "pages": "11--29",
            "doi": f"10.99999/tide.{subject.number}.{place}",
        },
        "report": {"institution": f"{subject.river} River Authority", "number": str(place)},
        "online": {
            "url": f"https://example.org/works/{subject.number}/{place}",
            "organization": "Tide Table Weekly",
        },
        "book": {"publisher": "Marrowgate Press", "edition": "2"},
        "incollection": {
            "booktitle": "Essays from the Quay",
            "publisher": "Marrowgate Press",
            "pages": "101--140",
        },
        "inproceedings": {
            "booktitle": "Proceedings of the Congress of Lock Keepers",
            "pages": "1--8",
        },
        "thesis": {"institution": "College of Locks and Weirs", "type": "PhD thesis"},
        "dataset": {
            "url": f"https://example.org/data/{subject.number}/{place}",
            "publisher": "Gauge Archive",
        },
    }[kind]


def sources(subject: Subject, briefs: int, random: Random) -> list[Entry]:
    """Newspaper pages for what happened since: mostly of organisations, some without a day."""
    found: list[Entry] = []
    for place in range(SOURCES[0] + SOURCES[1] * briefs):
        year, month, day = random.randint(2020, 2026), random.randint(1, 10), random.randint(1, 28)
        key = f"{names.slug(subject.town)}-lantern-{year}-{place}"
        fields = {
            "author": f"{{The {subject.town} Lantern}}",
            "title": random.choice(HEADLINES),
            "date": f"{year}-{month:02}-{day:02}" if place % 5 else str(year),
            "url": f"https://example.org/news/{subject.number}/{place}",
            "origin": f"The {subject.town} Lantern",
        }
        if place % 9 == 0:
            fields["correction"] = (
                "The page prints another year at its foot; the one at its head is given here."
            )
        found.append(Entry(key, "online", fields))
    return found


def bib(entries: list[Entry]) -> str:
    """Entries as biblatex."""
    return "\n".join(
        f"@{entry.type}{{{entry.key},\n"
        + "".join(f"  {name:<12} = {{{value}}},\n" for name, value in entry.fields.items())
        + "}\n"
        for entry in entries
    )
