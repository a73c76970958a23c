"""Entries of the bibliography."""

import re

from briefsite.load import date_suggestions, placeholders
from briefsite.model import dates
from briefsite.model.corpus import Corpus
from briefsite.model.problems import nearest

FIELDS = frozenset(
    [
        "abstract",
        "addendum",
        "author",
        "booktitle",
        "entrysubtype",
        "bookauthor",
        "related",
        "relatedstring",
        "relatedtype",
        "shortauthor",
        "chapter",
        "collection",
        "crossref",
        "date",
        "doi",
        "edition",
        "editor",
        "eprint",
        "eprinttype",
        "eventdate",
        "eventtitle",
        "file",
        "howpublished",
        "institution",
        "isbn",
        "issn",
        "issue",
        "journal",
        "journaltitle",
        "keywords",
        "langid",
        "language",
        "location",
        "month",
        "note",
        "number",
        "organization",
        "origdate",
        "origlanguage",
        "origtitle",
        "pages",
        "pagetotal",
        "part",
        "publisher",
        "pubstate",
        "school",
        "series",
        "shorttitle",
        "subtitle",
        "title",
        "titleaddon",
        "translator",
        "type",
        "url",
        "urldate",
        "venue",
        "version",
        "volume",
        "volumes",
        "year",
        "checked",
        "correction",
        "native-author",
        "origin",
        "seen",
        "sourcenote",
        "urlstatus",
    ]
)
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
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


def keys_are_plain(corpus: Corpus):
    """A key of bibliography.bib holds small letters, digits and single hyphens only."""
    for work in corpus.works.values():
        if not KEY.fullmatch(work.key):
            yield work.at.problem(
                f"the key '{work.key}' may hold small letters, digits and single hyphens only",
                "write it author-year: chun-2024",
            )


def types_are_known_and_complete(corpus: Corpus):
    """An entry has a known type and the fields that its type needs."""
    for work in corpus.works.values():
        if work.type not in NEEDED:
            yield work.at.problem(
                f"{work.key}: unknown type '@{work.type}'",
                nearest(work.type, NEEDED) or "use " + ", ".join(NEEDED),
            )
        for names in NEEDED.get(work.type, ()):
            if not any(work[name] for name in names):
                yield work.at.problem(
                    f"{work.key}: @{work.type} needs the field '{names[0]}'",
                    f"or '{names[1]}'" if len(names) > 1 else "",
                )


def dates_are_edtf(corpus: Corpus):
    """The date of an entry is written in EDTF: 2024-06-11, 2024-05, 2024."""
    for work in corpus.works.values():
        for name in ("date", "year", "urldate"):
            try:
                if work[name] and placeholders.TEXT not in work[name]:
                    dates.parse(work[name])
            except ValueError as error:
                yield work.at.problem(
                    f"{work.key}: {error}", date_suggestions.meant(work[name]), name
                )


def addresses_are_well_formed(corpus: Corpus):
    """A doi is the bare DOI, 10.…/…; a url begins with http:// or https:// and holds no blank."""
    for work in corpus.works.values():
        if work["doi"] and not DOI.fullmatch(work["doi"]):
            bare = re.search(r"10\.\d{4,9}/\S+", work["doi"])
            yield work.at.problem(
                f"{work.key}: '{work['doi']}' is not a DOI",
                f"write {bare.group()}" if bare else "10.1080/…",
                "doi",
            )
        for name in ("url", "seen"):
            if (
                work[name]
                and placeholders.TEXT not in work[name]
                and not ADDRESS.fullmatch(work[name])
            ):
                yield work.at.problem(
                    f"{work.key}: '{work[name]}' is not a web address",
                    "https://…, without blanks or braces",
                    name,
                )


def fields_hold_no_commands(corpus: Corpus):
    """A field holds plain text: of TeX only the escapes of & % _ # $ and protecting braces."""
    for work in corpus.works.values():
        for name, value in work.fields.items():
            if "\\" in value:
                yield work.at.problem(
                    f"{work.key}: the field '{name}' holds a TeX command",
                    "write the character itself, in Unicode",
                    name,
                )


def fields_are_known(corpus: Corpus):
    """A field is one of biblatex's, or one of our own that the head of bibliography.bib explains."""
    for work in corpus.works.values():
        for name in work.fields:
            if name not in FIELDS:
                yield work.at.problem(
                    f"{work.key}: unknown field '{name}'", nearest(name, FIELDS), name
                )


def entries_are_filled_in(corpus: Corpus):
    """An entry that `build.py new` began is filled in."""
    for work in corpus.works.values():
        for name, value in work.fields.items():
            if placeholders.TEXT in value:
                yield work.at.problem(
                    f"{work.key}: '{name}' is still the template's text",
                    value.partition(": ")[2],
                    name,
                )


RULES = (
    fields_are_known,
    entries_are_filled_in,
    fields_hold_no_commands,
    keys_are_plain,
    types_are_known_and_complete,
    dates_are_edtf,
    addresses_are_well_formed,
)
