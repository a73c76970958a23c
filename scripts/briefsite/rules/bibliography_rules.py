"""Entries of the bibliography."""

import re
from collections.abc import Iterator

from briefsite.load import date_suggestions, placeholders
from briefsite.model import dates, ids
from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem, nearest
from briefsite.model.works import Work

FIELDS = frozenset(
    """
    abstract addendum author booktitle entrysubtype bookauthor related relatedstring
    relatedtype shortauthor chapter collection crossref date doi edition editor eprint
    eprinttype eventdate eventtitle file howpublished institution isbn issn issue journal
    journaltitle keywords langid language location month note number organization origdate
    origlanguage origtitle pages pagetotal part publisher pubstate school series shorttitle
    subtitle title titleaddon translator type url urldate venue version volume volumes year
    checked correction native-author origin seen sourcenote urlstatus
    """.split()
)
DOI = re.compile(r"10\.\d{4,9}/\S+")
ADDRESS = re.compile(r"https?://[^\s<>\"\\{}|^`]+")
JOURNAL = (("author",), ("title",), ("journaltitle", "journal"), ("date", "year"))
REPORT = (("author",), ("title",), ("institution", "publisher"), ("date", "year"))
ONLINE = (("author", "organization"), ("title",), ("url",))
NEEDED = {
    "article": JOURNAL,
    "report": REPORT,
    "online": ONLINE,
    "book": (("author", "editor"), ("title",), ("publisher",), ("date", "year")),
    "misc": (("title",),),
    "techreport": REPORT,
    "incollection": (("author",), ("title",), ("booktitle",), ("date", "year")),
    "inproceedings": (("author",), ("title",), ("booktitle",), ("date", "year")),
    "thesis": (("author",), ("title",), ("institution",), ("date", "year")),
    "dataset": (("author",), ("title",), ("url", "doi")),
}


def keys_are_plain(corpus: Corpus) -> Iterator[Problem]:
    """A key of bibliography.bib holds small letters, digits and single hyphens only."""
    for work in corpus.works.values():
        if not re.fullmatch(ids.KEY, work.key):
            yield work.at.problem(
                f"the key '{work.key}' may hold small letters, digits and single hyphens only",
                "write it author-year: chun-2024",
            )


def types_are_known_and_complete(corpus: Corpus) -> Iterator[Problem]:
    """An entry has a known type and the fields that its type needs."""
    for work in corpus.works.values():
        if work.type not in NEEDED:
            yield work.at.problem(
                f"{work.key}: unknown type '@{work.type}'",
                nearest(work.type, NEEDED) or "use " + ", ".join(NEEDED),
            )
        for name, *others in NEEDED.get(work.type, ()):
            if not any(work[field] for field in (name, *others)):
                yield work.at.problem(
                    f"{work.key}: @{work.type} needs the field '{name}'",
                    f"or '{others[0]}'" if others else "",
                )


def dates_are_edtf(corpus: Corpus) -> Iterator[Problem]:
    """The date of an entry is written in EDTF: 2024-06-11, 2024-05, 2024."""
    for work in corpus.works.values():
        for name in ("date", "year", "urldate", "eventdate", "origdate"):
            try:
                if work[name] and placeholders.TEXT not in work[name]:
                    dates.parse(work[name])
            except ValueError as error:
                yield work.at.problem(
                    f"{work.key}: {error}", date_suggestions.hint(work[name]), name
                )


def addresses_are_well_formed(corpus: Corpus) -> Iterator[Problem]:
    """A doi is the bare DOI, 10.…/…; a url begins with http:// or https:// and holds no blank."""
    for work in corpus.works.values():
        if work["doi"] and not DOI.fullmatch(work["doi"]):
            bare = DOI.search(work["doi"])
            hint = f"write {bare.group()}" if bare else "10.1080/…"
            yield work.at.problem(f"{work.key}: '{work['doi']}' is not a DOI", hint, "doi")
        for name in ("url", "seen"):
            address = work[name]
            if address and placeholders.TEXT not in address and not ADDRESS.fullmatch(address):
                hint = "https://…, without blanks or braces"
                yield work.at.problem(f"{work.key}: '{address}' is not a web address", hint, name)


def fields_hold_no_commands(corpus: Corpus) -> Iterator[Problem]:
    """A field holds plain text: of TeX only the escapes of & % _ # $ and protecting braces."""
    for work in corpus.works.values():
        for name, value in work.fields.items():
            if "\\" in value:
                yield work.at.problem(
                    f"{work.key}: the field '{name}' holds a TeX command",
                    "write the character itself, in Unicode",
                    name,
                )


def fields_are_known(corpus: Corpus) -> Iterator[Problem]:
    """A field is one of biblatex's, or one of our own that the head of bibliography.bib
    explains."""
    for work in corpus.works.values():
        for name in work.fields:
            if name not in FIELDS:
                hint = nearest(name, FIELDS)
                yield work.at.problem(f"{work.key}: unknown field '{name}'", hint, name)


def entries_are_filled_in(corpus: Corpus) -> Iterator[Problem]:
    """An entry that `build.py new` began is filled in."""
    for work in corpus.works.values():
        for name, value in work.fields.items():
            if placeholders.TEXT in value:
                yield unfilled(work, name)


def unfilled(work: Work, name: str) -> Problem:
    """The problem of a field that is still the template's; its hint is what the template asks
    for."""
    message = f"{work.key}: '{name}' is still the template's text"
    return work.at.problem(message, work[name].partition(": ")[2], name)


RULES = (
    fields_are_known,
    entries_are_filled_in,
    fields_hold_no_commands,
    keys_are_plain,
    types_are_known_and_complete,
    dates_are_edtf,
    addresses_are_well_formed,
)
