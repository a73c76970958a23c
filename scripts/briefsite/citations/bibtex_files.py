"""BibTeX of items in its two dialects: the classic one, for plain, apalike and natbib's styles, and
biblatex's.

Classic styles print what they know and pass over the rest, so an entry has all its fields there.
biblatex's data model lists the fields of each type; what a type has no field for stands in `note`.
Our own notes, which no reference list is to show, are in `annote`; for biblatex, whose APA style
prints that, in `verba`, which is anybody's and which no style prints.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefsite.citations import tex_values
from briefsite.citations.bibtex_fields import (
    BIBLATEX,
    CLASSIC,
    FIELDS,
    LABELS,
    PERIODICALS,
    ROLES,
    SILENT,
    Dialect,
)
from briefsite.citations.csl_items import (
    DATES,
    LANGUAGES,
    Item,
    Name,
    date_parts,
    full_name,
    people,
    text,
)
from briefsite.citations.tex_values import tex
from briefsite.model.works import Work

DIALECTS = {"": CLASSIC, "-biblatex": BIBLATEX}
"""The dialects by what the name of a file of each ends with."""
LANGIDS: dict[str, str] = {code: name for name, code in reversed(LANGUAGES.items())}
VERBATIM = frozenset({"doi", "url", "pages", "date", "verba", *DATES})
MACROS = frozenset({"month"})
"""Fields whose value stands without braces: `month = nov`, which a style translates."""
UNTYPED = {"techreport": "Report", "report": "Report", "thesis": "Thesis"}
"""What is printed for a type that is not named; BibTeX would print `Technical Report`."""
BRACES = str.maketrans("{}", "()")
UNICODE_NOTE = (
    "% Some entries hold letters that pdflatex can't set, such as Hangul: use lualatex or\n"
    "% xelatex, and a font that has them.\n\n"
)


@dataclass(frozen=True)
class Writer:
    """Writes items in one dialect; `works` are the bibliography's entries, whose braces say where a
    title keeps its case."""

    dialect: Dialect
    works: Mapping[str, Work]

    def file(self, items: Iterable[Item]) -> str:
        """A file of items."""
        return joined(map(self.entry, items))

    def entry(self, item: Item) -> str:
        """One entry."""
        kind, ascii_letters = self.dialect.kind(item), self.dialect.ascii_letters
        named = {field: people(item, role) for role, field in ROLES.items()}
        title = tex_values.title(item, self.works.get(item["id"]), ascii_letters)
        values = {
            field: tex_values.names(persons, ascii_letters)
            for field, persons in named.items()
            if persons and self.dialect.takes(kind, field)
        } | {"title": title}
        values |= {
            name: value if name in VERBATIM | MACROS else tex(value, ascii_letters)
            for name, value in self._texts(kind, item, named).items()
        }
        if kind == "misc" and "url" in values and self.dialect is CLASSIC:
            address = re.sub(r"([%#])", r"\\\1", values.pop("url"))
            place = rf"\url{{{address}}}"
            values["howpublished"] = _joined(values.get("howpublished"), place)
        lines = (
            f"{name} = {value if name in MACROS else f'{{{value}}}'}"
            for name, value in values.items()
        )
        return f"@{kind}{{{item['id']},\n  " + ",\n  ".join(lines) + "\n}"

    def _texts(self, kind: str, item: Item, named: Mapping[str, list[Name]]) -> dict[str, str]:
        """The fields that hold no names, and what is left over for the note."""
        found = self._fields(kind, item)
        left = [field for field in found if not self.dialect.takes(kind, field)]
        told = [
            (field, f"{LABELS.get(field, '')} {found.pop(field).replace('--', '–')}".strip())
            for field in left
        ]
        told += [
            (field, f"{LABELS[field]} {', '.join(map(full_name, persons))}")
            for field, persons in named.items()
            if persons and not self.dialect.takes(kind, field)
        ]
        shown = ". ".join(words for field, words in told if field not in SILENT)
        own = [found.get(self.dialect.notes, ""), *(w for field, w in told if field in SILENT)]
        found |= {"note": shown, self.dialect.notes: " ".join(filter(None, map(_sentence, own)))}
        return {field: value for field, value in found.items() if value}

    def _fields(self, kind: str, item: Item) -> dict[str, str]:
        """Every field of an entry but title and names, whether its type has it or not."""
        classic = self.dialect is CLASSIC
        found = dict.fromkeys(FIELDS.values(), "")  # in this order
        for name, field in FIELDS.items():
            if name in item:
                found[field] = _joined(found[field], text(item, name))
        found[self._container(kind)] = text(item, "container-title")
        house = self.dialect.house.get(kind, "publisher")
        publisher = text(item, "publisher")
        if kind in ("online", "dataset", "misc") and not found.get("organization") and classic:
            house = "howpublished"
        found[house] = _joined(found.get(house), publisher)
        found[self.dialect.location] = text(item, "publisher-place")
        found["version"] = re.sub(r"^v(?=\d)", "", text(item, "version"))  # styles print "V." there
        found["pages"] = tex(text(item, "page")).replace("-", "--")
        found["type"] = text(item, "genre") or UNTYPED.get(kind, "")
        found["entrysubtype"] = PERIODICALS.get(item["type"], "")
        language = text(item, "language")
        found["langid"] = LANGIDS.get(language, "")
        found["language"] = "" if found["langid"] else language
        parts = date_parts(item)
        if classic:
            year, month, day = (*parts, "", "", "")[:3]
            found |= {"year": year, "month": tex_values.month(month), "day": day.lstrip("0")}
        else:
            found["date"] = tex_values.edtf(item)
        found |= {field: tex_values.edtf(item, variable) for field, variable in DATES.items()}
        found[self.dialect.notes] = " ".join(
            filter(None, (_sentence(text(item, "note")), text(item, "annote")))
        )
        if not classic:  # verbatim: only braces matter there
            found[self.dialect.notes] = found[self.dialect.notes].translate(BRACES)
        return {field: value for field, value in found.items() if value}

    def _container(self, kind: str) -> str:
        """The field of what an item is part of: a periodical, a book, a website."""
        if kind in ("article", "incollection", "inbook", "inproceedings"):
            return self.dialect.periodical if kind == "article" else "booktitle"
        return "organization" if kind == "online" else "howpublished"


def joined(entries: Iterable[str]) -> str:
    """A file of entries, with a note where not every TeX can set it."""
    text = "\n\n".join(entries) + "\n"
    return UNICODE_NOTE * bool(tex_values.BEYOND_PDFLATEX.search(text)) + text


def _joined(*parts: str | None) -> str:
    return ", ".join(filter(None, parts))


def _sentence(words: str) -> str:
    return f"{words}." if words and words[-1] not in ".?!" else words
