"""Entries of the bibliography against themselves: key, names, date, address, title, numbers."""

import re
import unicodedata
from collections.abc import Iterator

from briefsite.load import placeholders, tex_text
from briefsite.model.corpus import Corpus
from briefsite.model.normalized_text import words
from briefsite.model.problems import Problem
from briefsite.model.works import Name, Work

KEYED = re.compile(r"(?P<name>.+?)-(?P<year>\d{4})(?P<month>\d\d)?(?P<day>\d\d)?[a-z]?")
DAY_IN_ADDRESS = re.compile(
    r"(?<!\d)(?P<year>20\d\d)(?P<sign>[/-]?)(?P<month>0[1-9]|1[0-2])"
    r"(?:(?P=sign)(?P<day>0[1-9]|[12]\d|3[01])(?!\d(?:\D|$)))?"
)
UNDECOMPOSED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"}
)
"""Letters that Unicode does not take apart into a Latin one and a sign."""
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
LONG = 4
"""Letters from which on a word of a title or an address is compared."""
UNSEEN = "not seen"


def keys_agree(corpus: Corpus) -> Iterator[Problem]:
    """A key that ends in a year, or a year with month and day, has the entry's date; its words are
    those of an author or organisation, or their initials, where these are in Latin letters."""
    for work in corpus.works.values():
        if not (found := KEYED.fullmatch(work.key)):
            continue
        date = "-".join(filter(None, (found["year"], found["month"], found["day"])))
        if _filled(work.date) and not work.date.startswith(date):
            message = f"{work.key}: the key says {date}, the date {work.date}"
            yield work.at.problem(
                message, "correct one of them", "date" if work["date"] else "year"
            )
        names, parts = _names(work), found["name"].split("-")
        if names and _filled(work["author"] or work["organization"]):
            missing = [part for part in parts if part not in names and part != "and"]
            known = len(missing) < len(parts) and parts[0] not in missing
            if not known and not {found["name"], parts[0]} & _initials(work):
                yield work.at.problem(
                    f"{work.key}: '{missing[0]}' of the key is not in the name of its author",
                    "correct the name or the key",
                    "author" if work["author"] else "organization",
                )


def _filled(text: str) -> bool:
    return bool(text) and placeholders.TEXT not in text


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(UNDECOMPOSED))
    return re.sub(r"[^a-z0-9]", "", decomposed)


def _names(work: Work) -> str:
    """The letters of every name of the entry, authors also with the given name behind, an umlaut
    in both its spellings; none where no author has Latin letters."""
    authors = [_parts(name) for name in work.people.get("author", ())]
    if authors and not any(map(_plain, authors)):
        return ""
    parts = [*authors, *map(_parts, work.people.get("editor", ()))]
    parts += [work["organization"], work["institution"]]
    parts += [part.casefold().translate(UMLAUTS) for part in parts]
    return " ".join(filter(None, map(_plain, parts)))


def _parts(name: Name) -> str:
    return f"{name.particle}{name.family}{name.given}"


def _initials(work: Work) -> set[str]:
    """The initials of organisations, with and without their small words."""
    names = [*(str(name) for name in work.people.get("author", ())), work["organization"]]
    result = set[str]()
    for name in names:
        split = re.findall(r"[A-Za-zÀ-ÿ]+", name)
        result.add("".join(word[0] for word in split if word[0].isupper()).casefold())
        result.add("".join(word[0] for word in split).casefold())
        capitals = [w for w in split if w[0].isupper() and w.casefold() not in ("the", "a")]
        result.add("".join(word[0] for word in capitals).casefold())
        result |= {"".join(w[0] for w in capitals[:n]).casefold() for n in range(2, len(capitals))}
    return result


def dates_agree_with_addresses(corpus: Corpus) -> Iterator[Problem]:
    """A day or month in the address of an entry is that of its date, unless `correction` names the
    folder."""
    for work in corpus.works.values():
        for found in DAY_IN_ADDRESS.finditer(work["url"]):
            there = "-".join(filter(None, (found["year"], found["month"], found["day"])))
            named = found.group().strip("/") in work["correction"]
            if not found["sign"] and not found["day"]:
                continue  # six digits are rather a number
            if work.date and not named and not _same(work.date, there):
                message = f"{work.key}: the address says {there}, the date {work.date}"
                hint = "correct one of them, or say under 'correction' what the folder is"
                yield work.at.problem(message, hint, "date" if work["date"] else "year")


def _same(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def titles_agree_with_addresses(corpus: Corpus) -> Iterator[Problem]:
    """Where the address of an entry is made of the words of its headline, these are the words of
    its title, unless the entry says that the address has another headline."""
    for work in corpus.works.values():
        title = [_bare(word) for word in work.full_title.casefold().split()]
        slug = next(filter(None, (_slug(work[name]) for name in ("url", "seen"))), list[str]())
        said = " ".join((work["sourcenote"], work["correction"], work["note"]))
        if not slug or UNSEEN in work.title or "another headline" in said:
            continue
        letters, joined = "".join(title), _letters(work)
        absent = [word for word in slug if len(word) >= LONG and word not in letters]
        absent = absent[:-1] if absent and absent[-1] == slug[-1] else absent  # cut off
        lacking = [word for word in title if len(word) >= LONG and word not in joined]
        if slug[-1] not in "".join(title[-2:]):
            lacking = []  # an address that breaks off
        lacking = [word for word in lacking if word.isalpha()]
        for word, where in ((absent, "title"), (lacking, "address")):
            if word:
                yield work.at.problem(
                    f"{work.key}: '{word[0]}' is missing in the {where}",
                    "correct it, or say in 'sourcenote': the address has another headline",
                    "title",
                )
                break


def _bare(word: str) -> str:
    return re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFKD", word))


def _letters(work: Work) -> str:
    """The letters of both addresses, by which no word of the title is called missing."""
    return re.sub(r"[^a-z]", "", (work["url"] + work["seen"]).casefold())


def _slug(address: str) -> list[str]:
    """The words of a headline in an address; none where it holds none."""
    parts = [re.sub(r"\.\w+$", "", part).casefold() for part in re.split(r"[/?&=]", address)]
    headlines = [
        part
        for part in parts
        if part.count("-") >= 3 and sum(len(w) > 2 and w.isalpha() for w in part.split("-")) >= 3
    ]
    return (
        [word for word in re.split("[-_]", max(headlines, key=len)) if word.isalpha()]
        if (headlines)
        else []
    )


def isbns_are_right(corpus: Corpus) -> Iterator[Problem]:
    """The check digit of an ISBN is right."""
    for work in corpus.works.values():
        digits = re.sub(r"[\s-]", "", work["isbn"])
        if digits and not _isbn(digits):
            message = f"{work.key}: the check digit of the ISBN is wrong"
            yield work.at.problem(message, "compare it with the book", "isbn")


def _isbn(digits: str) -> bool:
    if re.fullmatch(r"\d{13}", digits):
        return sum(int(d) * (1, 3)[n % 2] for n, d in enumerate(digits)) % 10 == 0
    if re.fullmatch(r"\d{9}[\dXx]", digits):
        values = [10 if d in "Xx" else int(d) for d in digits]
        return sum((10 - n) * value for n, value in enumerate(values)) % 11 == 0
    return False


def pages_run_upward(corpus: Corpus) -> Iterator[Problem]:
    """The last page of a range is not before its first."""
    for work in corpus.works.values():
        ends = re.fullmatch(r"(\d+)\s*[-–]+\s*(\d+)", work["pages"])
        if ends and int(ends[1]) > int(ends[2]):
            message = f"{work.key}: the pages end before they begin"
            yield work.at.problem(message, "write 51--71", "pages")


def briefs_are_their_entries(corpus: Corpus) -> Iterator[Problem]:
    """The entry of a brief has the date and the authors of the brief's file, where titles may stand
    beside a name; where the brief has no date, the latest that it can be."""
    for brief in corpus.briefs:
        if not (work := corpus.works.get(brief.key)):
            continue
        if work.date and work.date not in {brief.published, brief.published.removeprefix("../")}:
            message = f"{brief.key}: published {brief.published}, and its entry says {work.date}"
            yield work.at.problem(message, "correct one of them", "date")
        there = [set(words(str(name))) for name in work.people.get("author", ())]
        for author in brief.authors:
            printed = set(words(author.name))
            if not any(name and name <= printed for name in there):
                message = f"{brief.key}: '{author.name}' is not an author of its entry"
                yield work.at.problem(message, "correct the name here or there", "author")


def titles_keep_names(corpus: Corpus) -> Iterator[Problem]:
    """In an English title the name of an actor stands in braces, `{The Town}`: some styles set
    titles in small letters, and only the braces tell them a name."""
    known = {
        name
        for actor in corpus.actors
        for name in (actor.name, *actor.aliases)
        if name[:1].isupper()
    }
    if not known:
        return
    longest_first = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    names = re.compile(rf"(?<!\w)(?:{longest_first})(?!\w)")
    for work in corpus.works.values():
        if (work["language"] or work["langid"] or "english").lower().endswith(("english", "en")):
            for piece, kept in tex_text.protected(work.written.get("title", "")):
                for name in dict.fromkeys([] if kept else names.findall(piece)):
                    message = f"{work.key}: '{name}' is a name, which some styles write small"
                    yield work.at.problem(message, f"write {{{name}}}", "title")


RULES = (
    keys_agree,
    dates_agree_with_addresses,
    titles_agree_with_addresses,
    isbns_are_right,
    pages_run_upward,
    briefs_are_their_entries,
    titles_keep_names,
)
