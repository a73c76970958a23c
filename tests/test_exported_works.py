"""What reference managers export: what goes in comes out, on the page and in every file, or is refused."""

import random
import re
import unicodedata

import pytest
from readers import records

from briefsite.citations import citation_formats, csl_items, formatted_references
from briefsite.load import bibtex, text_files
from briefsite.model.corpus import Corpus
from briefsite.rules import bibliography_rules
from tools.fuzz import exported_works

SEED = 20261127


def read(raw: bytes):
    """(the works, what is wrong with them) of a file's bytes."""
    text, problems = text_files.decode(raw, "x.bib")
    if problems:
        return {}, problems
    works, problems = bibtex.parse(text, "x.bib")
    keys = {bibliography_rules.keys_are_plain}
    rules = (rule for rule in bibliography_rules.RULES if rule not in keys)
    return works, [*problems, *(p for rule in rules for p in rule(Corpus(works=works)))]


def letters(text: str) -> str:
    """Text modulo case, blanks, quotation marks, dashes and protecting braces."""
    text = unicodedata.normalize("NFC", text).replace("{DPRK}", "DPRK").casefold()
    text = re.sub(r"[–—]", "-", re.sub(r"-+", "-", text))
    return re.sub(r"[\s\u200b\u00a0\"'‘’“”`~]", "", text)


def people(authors) -> list[str]:
    return [letters(" ".join(reversed(author))) for author in authors]


def wrong(meant: exported_works.Meaning, work, page: str) -> list[str]:
    """Where a work came out other than it went in."""
    item = csl_items.work(work)
    files = {
        "ris": records.with_rispy({"x": citation_formats.ris([item])})["x"][0],
        "bibtex": records.with_pybtex({"x": records.bibtex([item])})["x"][0],
        "biblatex": records.with_pybtex({"x": records.bibtex([item], "-biblatex")})["x"][0],
        "json": records.of_csl(item),
    }
    year, month, day, *_ = [*map(int, meant.date.split("-")), 0, 0]
    named = [letters(f"{given} {family}") for family, given in meant.people]
    found = []
    for form, record in files.items():
        pairs = {
            "title": (letters(record.title), letters(meant.title)),
            "date": ((record.year, record.month, record.day), (year, month, day)),
            "url": (record.url, meant.url),
        }
        if form != "json":
            got = sorted("".join(sorted(name)) for name in people(record.authors))
            pairs["names"] = (got, sorted("".join(sorted(name)) for name in named))
        found += [f"{form} {what}: {a} != {b}" for what, (a, b) in pairs.items() if a != b]
    found += [f"page: {part}" for part in page_parts(meant) if letters(part) not in letters(page)]
    return found


def page_parts(meant: exported_works.Meaning) -> list[str]:
    """Styles put a particle behind: `Test, Otto van der`."""
    names = [word for family, given in meant.people for word in f"{given} {family}".split()]
    return [meant.title, meant.date[:4], meant.volume, *names]


@pytest.mark.parametrize("count", [12, pytest.param(250, marks=pytest.mark.long)])
def test_what_goes_in_comes_out_or_is_refused(count):
    accepted, refused = [], 0
    for manager in exported_works.MANAGERS:
        for damage in exported_works.DAMAGES:
            for number in range(count):
                dice = random.Random(f"{SEED} {manager.__name__} {damage.__name__} {number}")
                meant = exported_works.meaning(dice)
                text = damage(dice, manager(dice, meant))
                works, problems = read(text.encode())
                if problems:
                    refused += 1
                    assert all(p.line >= 1 and p.message for p in problems)
                else:
                    assert len(works) == 1, text
                    (work,) = works.values()
                    accepted.append((meant, work, text))
    numbered = [(f"k{n}", *each) for n, each in enumerate(accepted)]
    entries = [
        type(work)(key, work.type, work.fields, work.people, work.written)
        for key, _, work, _ in numbered
    ]
    pages = formatted_references.request([], entries).result().plain
    faults = [
        (text, found)
        for (key, meant, work, text) in numbered
        if (found := wrong(meant, work, pages[key]))
    ]
    assert faults == []
    assert len(accepted) > count * 4 and refused > count * 4, "both happen often"
