"""Who wrote each brief, when, and its title. The first ten are awkward on purpose."""

from dataclasses import dataclass
from random import Random

from tools.example_project import names
from tools.example_project.subject import PEOPLE_EACH, Subject

BRIEF_AUTHORS = 20
"""A subject's people with smaller numbers than this are actors; from here on authors of briefs."""

MADE = (
    # Name (in Hangul alone it would not build yet), author as printed and as BibTeX
    # has it, published, speaks from
    ("Quil", "Odo Quil", "Quil, Odo", "2021-04-12", "2021-04-12"),
    ("Bramblewick", "Wenna Bramblewick", "Bramblewick, Wenna", "2022-11", "2022-11"),
    (
        "Brückenmüller-Sandowitzhöfen",
        "Prof. Dr. Adalgunde Brückenmüller-Sandowitzhöfen",
        "Brückenmüller-Sandowitzhöfen, Adalgunde",
        "2020",
        "2020",
    ),
    ("Quil", "Odo Quil", "Quil, Odo", "2023-09-05", "2023-09-05"),
    ("Dalbit-naru", "달빛나루 (Dalbit-naru)", "{달빛나루}", "2025-01-10", "2024"),
    ("Öttersjö", "Öje Öttersjö", "Öttersjö, Öje", "2024-06-11", "2024-06-11"),
    (
        "Marrowgate Circle",
        "The Marrowgate Circle, a reading group",
        "{Marrowgate Circle}",
        "../2023",
        "2022/2023",
    ),
    (
        "Fenn",
        "Brid Fenn and Henk Ostrowenkell",
        "Fenn, Brid and Ostrowenkell, Henk",
        "2019-02-28",
        "2018-12",
    ),
    ("Zülpenrath", "Sulla Zülpenrath", "Zülpenrath, Sulla", "2024-12-30", "2024-12-30"),
    (
        "Ostrowenkell-Thistle",
        "Kasmir Ostrowenkell-Thistle",
        "Ostrowenkell-Thistle, Kasmir",
        "2023-03-20",
        "2023-03-20",
    ),
)
UNDATED = "../"
"""How `published` begins where the brief has no date: it says no more than "not later than"."""


@dataclass(frozen=True)
class Author:
    """Of one brief: `name` is what prose calls it, `bib` the author field; dates in EDTF."""

    key: str
    prefix: str
    color: int
    name: str
    printed: str
    bib: str
    published: str
    speaks_from: str
    title: str
    institute: str

    @property
    def dated(self) -> bool:
        return not self.published.startswith(UNDATED)

    @property
    def speaks_year(self) -> int:
        return int(self.speaks_from[:4])


def of(subject: Subject, briefs: int, random: Random) -> list[Author]:
    """The authors of a subject's briefs, one for each."""
    matters = [title for _, title, _ in subject.topics]
    titles = [
        f"Low Water, High Talk: {subject.town} and the {subject.river}",
        f"After the Spring Tide. {subject.town} Between Mills and Islands",
        f"Who Pays for the {subject.river}?",
        f"{subject.town} Waits",
        *(f"{matter}: What {subject.town} Has Learned" for matter in matters),
    ]
    found: list[Author] = []
    for place in range(briefs):
        serial = subject.number * briefs + place
        if subject.number or place >= len(MADE):
            given, family = names.person(subject.number * PEOPLE_EACH + BRIEF_AUTHORS + place)
            month, day = random.randint(1, 12), random.randint(1, 28)
            day = f"{random.randint(2019, 2025)}-{month:02}-{day:02}"
            made = (family, f"{given} {family}", f"{family}, {given}", day, day)
        else:
            made = MADE[place]
        name, printed, bib, published, speaks = made
        year = "nd" if published.startswith(UNDATED) else published[:4]
        key = f"{names.slug(name)}-{year}"
        if name in {author.name for author in found}:  # a second brief by the same author
            name = f"{name} {published[:4]}"
        title = titles[place % len(titles)]
        institute = random.choice(
            (
                f"{subject.river} Institute",
                "Institute for Tidal Affairs",
                "Marrowgate Reading Room",
                "College of Locks and Weirs",
            )
        )
        found.append(
            Author(
                key,
                names.letters(serial),
                serial + 1,
                name,
                printed,
                bib,
                published,
                speaks,
                title,
                institute,
            )
        )
    return found
