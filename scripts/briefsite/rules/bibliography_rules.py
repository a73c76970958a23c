"""Entries of the bibliography."""

import html
import re
from collections.abc import Iterator

from briefsite.load import bibtex, date_suggestions, name_lists, placeholders, tex_text
from briefsite.model import dates, ids
from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem, nearest
from briefsite.model.works import ROLES, Work

FIELDS = frozenset(
    """
    addendum archivedate archiveurl author bookauthor booktitle chapter date day description doi
    edition editor entrysubtype eventdate eventtitle howpublished institution isbn issn issue
    journaltitle langid language location month note number organization origdate origtitle pages
    pagetotal part publisher pubstate series shorttitle subtitle title titleaddon translator type
    url urldate venue version volume volumes year checked correction native-author origin seen
    sourcenote urlstatus
    """.split()
)
"""Every one of them is exported; which of them a reference shows is the citation style's."""
MEANT = {
    "shortjournal": "write the whole name of the journal, in journaltitle",
    "journalabbr": "write the whole name of the journal, in journaltitle",
    "journalsubtitle": "write it after journaltitle, with a colon",
    "booksubtitle": "write it after booktitle, with a colon",
    "booktitleaddon": "write it after booktitle",
    "issuetitle": "write it in titleaddon",
    "maintitle": "write it in series",
    "shortauthor": "write the name in author",
    "editora": "write the name in editor",
    "eprint": "write its address in url",
    "eprinttype": "write its address in url",
    "eprintclass": "write its address in url",
    "archiveprefix": "write its address in url",
    "primaryclass": "write its address in url",
    "crossref": "repeat here the fields of the entry that it names",
    "xdata": "repeat here the fields of the entry that it names",
    "xref": "repeat here the fields of the entry that it names",
    "related": "say it in note",
    "relatedtype": "say it in note",
    "relatedstring": "say it in note",
    "origlanguage": "say it in note",
    "collection": "write it in series",
    "hyphenation": "write it in langid",
    "numpages": "write it in pagetotal",
    "urlaccessdate": "write it in urldate",
    "lastchecked": "write it in urldate",
    "accessed": "write it in urldate",
    "comment": "write it in note",
    "key": "the key comes after the entry's opening brace",
}
"""What to write instead of a field that is not read."""
DOI = re.compile(r"10\.\d{4,9}/\S+")
ADDRESS = re.compile(r"https?://[^\s<>\"\\{}|^`]+")
TEX_OR_HTML = re.compile(r"[\\$~<&]")
JOURNAL = (("author",), ("title",), ("journaltitle",), ("date", "year"))
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
    """The date of an entry is written in EDTF: 2024-06-11, 2024-05, 2024. BibTeX's year and month
    are read too."""
    for work in corpus.works.values():
        for name in (
            "date",
            "year",
            "urldate",
            "archivedate",
            "eventdate",
            "origdate",
            "month",
            "day",
        ):
            if work[name] and placeholders.TEXT not in work[name]:
                try:
                    _check_date(work, name)
                except ValueError as error:
                    hint = "" if name in ("month", "day") else date_suggestions.hint(work[name])
                    yield work.at.problem(f"{work.key}: {error}", hint, name)


def _check_date(work: Work, name: str) -> None:
    """Raise ValueError for a field that is no date, or no part of one."""
    if name not in ("month", "day"):
        dates.parse(work[name])
    elif work["date"]:
        raise ValueError(f"'{name}' and 'date' are both given; keep one")
    elif not re.fullmatch(r"\d{4}", work["year"]):
        raise ValueError(f"'{name}' needs a 'year' of four digits beside it")
    elif name == "day" and not work["month"]:
        raise ValueError("'day' needs a 'month' beside it")
    elif name == "month" and not dates.month_number(work["month"]):
        raise ValueError(f"'{work['month']}' is not a month; write jun, June or 6")
    elif name == "month":
        dates.parse(work.date)


def addresses_are_well_formed(corpus: Corpus) -> Iterator[Problem]:
    """A doi is the bare DOI, 10.…/…; a url begins with http:// or https:// and holds no blank and
    no sign as HTML writes it, `&amp;`."""
    for work in corpus.works.values():
        if work["doi"] and not DOI.fullmatch(work["doi"]):
            bare = DOI.search(work["doi"])
            hint = f"write {bare.group()}" if bare else "10.1080/…"
            yield work.at.problem(f"{work.key}: '{work['doi']}' is not a DOI", hint, "doi")
        for name in ("url", "seen", "archiveurl"):
            address = work[name]
            if address and placeholders.TEXT not in address and not ADDRESS.fullmatch(address):
                hint = "https://…, without blanks or braces"
                yield work.at.problem(f"{work.key}: '{address}' is not a web address", hint, name)
            elif (meant := tex_text.ENTITY.sub(_unescaped, address)) != address:
                message = f"{work.key}: '{address}' holds HTML"
                yield work.at.problem(message, f"write {meant}", name)


def _unescaped(match: re.Match[str]) -> str:
    return html.unescape(match.group())


def archived_copies_are_dated(corpus: Corpus) -> Iterator[Problem]:
    """An archived copy has its address, archiveurl, and the day on which it was seen,
    archivedate."""
    for work in corpus.works.values():
        for name, other in (("archiveurl", "archivedate"), ("archivedate", "archiveurl")):
            if work[name] and not work[other]:
                yield work.at.problem(
                    f"{work.key}: '{name}' needs '{other}' beside it",
                    "the address of the copy, and the day it was seen",
                    name,
                )


def fields_are_text(corpus: Corpus) -> Iterator[Problem]:
    """A field holds plain text. TeX's escapes, accents, dashes and quotation marks are decoded;
    other TeX, and HTML, is not."""
    for work in corpus.works.values():
        for name, written in work.written.items():
            if name not in bibtex.VERBATIM and TEX_OR_HTML.search(written):
                for message, hint in tex_text.faults(written):
                    yield work.at.problem(f"{work.key}: {name}: {message}", hint, name)


def names_are_clear(corpus: Corpus) -> Iterator[Problem]:
    """A person is written `Family, Given`, two are joined by `and`, and an organisation stands in
    a pair of braces of its own."""
    for work in corpus.works.values():
        for role in ROLES:
            written = work.written.get(role, "")
            if written and placeholders.TEXT not in written:
                for message, hint in name_lists.faults(written):
                    yield work.at.problem(f"{work.key}: {role}: {message}", hint, role)


def fields_are_known(corpus: Corpus) -> Iterator[Problem]:
    """A field is one of biblatex's that is read here, or one of our own that the head of
    bibliography.bib explains."""
    for work in corpus.works.values():
        for name in work.fields:
            if name not in FIELDS:
                hint = MEANT.get(name) or nearest(name, FIELDS)
                yield work.at.problem(f"{work.key}: unknown field '{name}'", hint, name)


def left_out(corpus: Corpus) -> Iterator[Problem]:
    """What is no fault, but is not taken over: the fields that reference managers add."""
    for work in corpus.works.values():
        if work.dropped:
            names = ", ".join(f"'{name}'" for name in work.dropped)
            hint = "you can delete it" if len(work.dropped) == 1 else "you can delete them"
            yield work.at.problem(f"note: {work.key}: {names} left out", hint, work.dropped[0])


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
    fields_are_text,
    names_are_clear,
    keys_are_plain,
    types_are_known_and_complete,
    dates_are_edtf,
    addresses_are_well_formed,
    archived_copies_are_dated,
)
