"""Entries as reference managers export them, made up by dice, each with what it means.

Each program writes TeX, names, dates and fields of its own its own way; what a web page's editor
does to pasted text is done to some of them.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass

WORDS = (
    "Trade", "Rice", "Border", "R&D", "38%", "US$", "#3", "A_B", "Łódź", "Café", "북한", "O'Neil",
    "North", "{DPRK}", "x^2", "[note]", "~50", "“quoted”", "A–B", "5 < 6", "naïve", "§ 4", "50 °C",
    "@at", "a;b", "C++", "CO₂", "\\emph", "<i>tag</i>", "&amp;",
)  # fmt: skip
FAMILIES = ("Probe", "van der Test", "O'Neil", "Müller", "Kim", "de la Cruz", "García-López", "한")
GIVEN = ("Petra", "P. Q.", "Jean-Luc", "Yang Gyu", "기범", "Zoë")
HOUSES = (
    "World Bank",
    "Food and Agriculture Organization",
    "Culture, Sports and Tourism",
    "통일부",
)
TEX = {"&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "é": r"{\'e}", "ü": r"{\"u}"}


@dataclass(frozen=True)
class Meaning:
    """What an entry means: its title, its people as (family, given), its date, volume, address."""

    title: str
    people: tuple[tuple[str, str], ...]
    date: str
    volume: str
    url: str


def meaning(dice: random.Random) -> Meaning:
    """Any meaning."""
    people = [
        (dice.choice(HOUSES), "")
        if dice.random() < 0.3
        else (dice.choice(FAMILIES), dice.choice(GIVEN))
        for _ in range(dice.randrange(1, 4))
    ]
    date = f"{dice.randrange(1900, 2030)}"
    if dice.random() < 0.7:
        date += f"-{dice.randrange(1, 13):02}" + (
            f"-{dice.randrange(1, 29):02}" * dice.randrange(2)
        )
    title = " ".join(dice.choice(WORDS) for _ in range(dice.randrange(1, 8)))
    url = "https://example.org/" + dice.choice(["a_b", "a%20b", "a?b=1&c=2", "~x/#y", "a--b"])
    return Meaning(title, tuple(people), date, str(dice.randrange(1, 99)), url)


def _tex(text: str) -> str:
    return "".join(TEX.get(char, char) for char in text)


def _names(meant: Meaning, tex: Callable[[str], str]) -> str:
    return " and ".join(
        f"{tex(family)}, {tex(given)}" if given else f"{{{tex(family)}}}"
        for family, given in meant.people
    )


def zotero(dice: random.Random, meant: Meaning) -> str:
    """Zotero's BibTeX: tabs, a key of its own, braces around capitals, its own fields."""
    year, month, day = (*meant.date.split("-"), "", "")[:3]
    names = "jan feb mar apr may jun jul aug sep oct nov dec".split()
    when = f"\tmonth = {names[int(month) - 1]},\n" if month else ""
    when += f"\tday = {{{int(day)}}},\n" if day else ""
    title = _tex(meant.title).replace("North", "{North}")
    return (
        f"@article{{probe_{dice.choice(['trade', 'rice'])}_{year},\n\ttitle = {{{title}}},\n"
        f"\tvolume = {{{meant.volume}}},\n\turl = {{{meant.url}}},\n\tabstract = {{100% of it}},\n"
        f"\tjournal = {{Journal}},\n\tauthor = {{{_names(meant, _tex)}}},\n{when}"
        f"\tyear = {{{year}}},\n\tfile = {{a:/home/a/b.pdf:application/pdf}},\n}}\n"
    )


def mendeley(_: random.Random, meant: Meaning) -> str:
    """Mendeley's: titles in two pairs of braces, addresses escaped, fields of its own."""
    year = meant.date[:4]
    rest = f"month = {{{int(meant.date[5:7])}}},\n" if meant.date[5:7] else ""
    rest += f"day = {{{int(meant.date[8:])}}},\n" if meant.date[8:] else ""
    url = meant.url.replace("_", r"\_").replace("%", r"\%").replace("&", r"\&").replace("#", r"\#")
    return (
        f"@article{{Probe{year},\nauthor = {{{_names(meant, _tex)}}},\n"
        f"title = {{{{{_tex(meant.title)}}}}},\njournal = {{Journal}},\n"
        f"volume = {{{meant.volume}}},\nurl = {{{url}}},\nyear = {{{year}}},\n{rest}"
        f"mendeley-groups = {{a}},\nkeywords = {{a,b}}\n}}\n"
    )


def endnote(_: random.Random, meant: Meaning) -> str:
    """EndNote's: three blanks, nothing escaped, `type` of its own, the date in year and month."""
    year, month, day = (*meant.date.split("-"), "", "")[:3]
    when = f"   month = {{{month}}},\n" if month else ""
    when += f"   day = {{{day}}},\n" if day else ""
    return (
        f"@article{{RN12,\n   author = {{{_names(meant, str)}}},\n   title = {{{meant.title}}},\n"
        f"   journal = {{Journal}},\n   volume = {{{meant.volume}}},\n   url = {{{meant.url}}},\n"
        f"   year = {{{year}}},\n{when}   type = {{Journal Article}}\n}}\n"
    )


def jabref(_: random.Random, meant: Meaning) -> str:
    """JabRef's biblatex: aligned fields, EDTF dates, comments, its own fields."""
    return (
        f"@Comment{{jabref-meta: databaseType:biblatex;}}\n\n@Article{{Probe{meant.date[:4]},\n"
        f"  author       = {{{_names(meant, str)}}},\n  date         = {{{meant.date}}},\n"
        f"  journaltitle = {{Journal}},\n  title        = {{{_tex(meant.title)}}},\n"
        f"  volume       = {{{meant.volume}}},\n  url          = {{{meant.url}}},\n"
        f"  groups       = {{a}},\n  timestamp    = {{2020-01-01}},\n}}\n"
    )


MANAGERS = (zotero, mendeley, endnote, jabref)


def untouched(_: random.Random, text: str) -> str:
    """No damage."""
    return text


def line_ends(_: random.Random, text: str) -> str:
    """Windows' line ends and a byte-order mark."""
    return "\ufeff" + text.replace("\n", "\r\n")


def hard_blanks(dice: random.Random, text: str) -> str:
    """A no-break blank for some of the blanks."""
    return "".join("\u00a0" if char == " " and dice.random() < 0.2 else char for char in text)


def smart_quotes(_: random.Random, text: str) -> str:
    """Typographic apostrophes."""
    return text.replace("'", "’")


def entities(_: random.Random, text: str) -> str:
    """Text that was escaped for a page."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


def hidden(dice: random.Random, text: str) -> str:
    """A zero-width blank somewhere."""
    place = dice.randrange(len(text))
    return text[:place] + "\u200b" + text[place:]


def paragraphs(_: random.Random, text: str) -> str:
    """Markup of paragraphs around the lines."""
    return "".join(f"<p>{line}</p>\n" for line in text.splitlines())


def cut(dice: random.Random, text: str) -> str:
    """The end was not copied."""
    return text[: dice.randrange(1, len(text))]


DAMAGES = (untouched, line_ends, hard_blanks, smart_quotes, entities, hidden, paragraphs, cut)
