"""The two dialects of BibTeX as tables: entry types, the fields of each, and their names."""

from dataclasses import dataclass, field

from briefsite.citations.csl_items import Item, people, text

ROLES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "container-author": "bookauthor",
}
"""The fields that hold names, by CSL's variable; both dialects have the same."""
FIELDS = {
    "collection-title": "series",
    "volume": "volume",
    "number-of-volumes": "volumes",
    "issue": "number",
    "number": "number",
    "collection-number": "number",
    "part-number": "part",
    "chapter-number": "chapter",
    "edition": "edition",
    "version": "version",
    "genre": "type",
    "page": "pages",
    "number-of-pages": "pagetotal",
    "ISBN": "isbn",
    "ISSN": "issn",
    "DOI": "doi",
    "URL": "url",
    "title-short": "shorttitle",
    "original-title": "origtitle",
    "event-title": "eventtitle",
    "event-place": "venue",
    "status": "pubstate",
    "abstract": "abstract",
}
"""CSL's variables, and the fields that are called alike in both dialects."""
EVERYWHERE = frozenset(
    """doi url urldate langid language shorttitle origdate origtitle verba abstract
    entrysubtype date note""".split()
)
"""What biblatex's data model lets every type have; `language` all that are used here."""
TAKEN: dict[str, frozenset[str]] = {
    kind: frozenset(fields.split()) | EVERYWHERE
    for kind, fields in {
        "article": "author editor translator journaltitle series volume number issn pages version "
        "pubstate",
        "online": "author editor organization version pubstate",
        "misc": "author editor howpublished location organization type version pubstate",
        "report": "author type number institution location pages pagetotal chapter version "
        "pubstate",
        "thesis": "author type institution location chapter pages pagetotal pubstate",
        "dataset": "author editor type edition number series version organization publisher "
        "location pubstate",
        **{
            kind: f"{more} editor translator edition series number volume volumes part chapter "
            "publisher location isbn pages pubstate"
            for kind, more in {
                "book": "author pagetotal",
                "collection": "pagetotal",
                "inbook": "author booktitle bookauthor",
                "incollection": "author booktitle",
            }.items()
        },
        "inproceedings": "author editor booktitle eventtitle eventdate venue volume volumes part "
        "series number chapter publisher organization location isbn pages pubstate",
    }.items()
}
"""The fields of biblatex's types (its manual, 2.1), among those that are used here."""
LABELS = {
    "isbn": "ISBN",
    "issn": "ISSN",
    "volumes": "Volumes:",
    "volume": "Volume",
    "number": "No.",
    "edition": "Edition:",
    "version": "Version",
    "chapter": "Chapter",
    "part": "Part",
    "pages": "Pages",
    "pagetotal": "Pages:",
    "editor": "Edited by",
    "translator": "Translated by",
    "bookauthor": "In a book by",
    "eventdate": "Held",
}
"""What a reader is told beside a value that its type has no field for."""
SILENT = frozenset({"isbn", "issn", "pagetotal"})
"""What no reference list shows of a type that has no field for it."""
PERIODICALS = {"article-newspaper": "newspaper", "article-magazine": "magazine"}


@dataclass(frozen=True)
class Dialect:
    """What one dialect calls things. `ascii_letters`: accents are written as TeX's commands."""

    types: dict[str, str]
    house: dict[str, str]
    """The publisher's field, by entry type; `publisher` for others."""
    periodical: str
    location: str
    notes: str
    ascii_letters: bool = False
    taken: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    """The fields of a type; of no type where a reader passes over what it does not know."""

    def kind(self, item: Item) -> str:
        """The entry's type. Some need an editor, an author or an address."""
        kind = self.types.get(item["type"], "misc")
        if self.taken:
            if kind == "online" and not (text(item, "URL") or text(item, "DOI")):
                return "misc"
            if kind == "book" and not item["author"] and people(item, "editor"):
                return "collection"
            if kind == "incollection" and (
                people(item, "container-author") or not people(item, "editor")
            ):
                return "inbook"
        return kind

    def takes(self, kind: str, name: str) -> bool:
        """Whether entries of a type have a field."""
        return not self.taken or name in self.taken[kind]


PERIODICAL_TYPES = dict.fromkeys(("article-journal", *PERIODICALS), "article")
CLASSIC = Dialect(
    PERIODICAL_TYPES
    | {
        "report": "techreport",
        "book": "book",
        "chapter": "incollection",
        "paper-conference": "inproceedings",
        "thesis": "phdthesis",
    },
    {"techreport": "institution", "phdthesis": "school"},
    "journal",
    "address",
    "annote",
    ascii_letters=True,
)
BIBLATEX = Dialect(
    PERIODICAL_TYPES
    | {
        "webpage": "online",
        "report": "report",
        "book": "book",
        "chapter": "incollection",
        "paper-conference": "inproceedings",
        "thesis": "thesis",
        "dataset": "dataset",
    },
    {"report": "institution", "thesis": "institution", "misc": "howpublished"},
    "journaltitle",
    "location",
    "verba",
    taken=TAKEN,
)
