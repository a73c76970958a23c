"""Bibliographies as reference managers write them: what goes in comes out everywhere, or is a line.

The tables give the right value of each input; each stands for a kind.
"""

import re

import pytest
from lxml import html

from briefsite.citations import bibtex_files, citation_formats, csl_items, formatted_references
from briefsite.load import bibtex, name_lists, tex_text
from briefsite.model.corpus import Corpus
from briefsite.pages import bibliography_page
from briefsite.rules import bibliography_rules
from tests.readers import records

TEXTS = [
    ("Trade Fell 38% in May, Customs Says", "Trade Fell 38% in May, Customs Says"),
    (r"Trade Fell 38\% in May", "Trade Fell 38% in May"),
    ("Where the US$ Still Buys Rice", "Where the US$ Still Buys Rice"),
    ("From US$ 5 to US$ 6 a Kilo", "From US$ 5 to US$ 6 a Kilo"),
    ("Trade with R&D Units #3 and A_B", "Trade with R&D Units #3 and A_B"),
    (r"R\&D \#3 A\_B \$5", "R&D #3 A_B $5"),
    ("x^2 @at *star* 5 < 6 > 4", "x^2 @at *star* 5 < 6 > 4"),
    (
        r"Caf{\'e} M\"uller {\L}\'od\'z \c{c} \v{Z}i\v{z}ek \'{\i} \o{}",
        "Café Müller Łódź ç Žižek í ø",
    ),
    ("``Others'' and `One'", "“Others” and ‘One’"),
    ("P.~Q. and No.~5", "P. Q. and No. 5"),
    ("A--B---C", "A–B—C"),
    (r"about \~{}50", "about ~50"),
    (r"a \{b\} \textquoteright{} \dots", "a {b} ’ …"),
    ("{North Korea}'s  Ally,\n  {U.S.}", "North Korea's Ally, U.S."),
    ("R&D; AT&T; a", "R&D; AT&T; a"),
]


@pytest.mark.parametrize("written, meant", TEXTS, ids=[meant for _, meant in TEXTS])
def test_a_field_is_one_text_everywhere(written, meant):
    work = entry(f"title = {{{written}}}, journaltitle = {{J {written}}}")
    item = csl_items.work(work)
    assert list(tex_text.faults(written)) == [] and work.title == item["title"] == meant
    page = formatted_references.request([], [work]).result().plain["key-2020"]
    (bib,) = records.with_pybtex({"x": records.bibtex([item])})["x"]
    (ris,) = records.with_rispy({"x": citation_formats.ris([item])})["x"]
    for text in (page, bib.title, ris.title):
        assert folded(meant) in folded(text)


REFUSED = [
    (r"\emph{x} y", "the TeX command '\\emph' is not known; write x"),
    (r"\foo", "the TeX command '\\foo' is not known; write the character itself"),
    ("CO$_2$ here", "'$_2$' is TeX's mathematics; write the characters"),
    (
        "On the <i>Sinmun</i>",
        "'<i>' is HTML, and would be printed as it stands; write On the Sinmun",
    ),
    ("A &amp; B", "'&amp;' is HTML, and would be printed as it stands; write &"),
    ("A &#38; B", "'&#38;' is HTML"),
    ("about ~50", "'~' is TeX's no-break space"),
]


@pytest.mark.parametrize("written, said", REFUSED, ids=[written for written, _ in REFUSED])
def test_what_is_not_text_is_a_line(written, said):
    assert any(said in line for line in lines(f"title = {{{written}}}"))


NAMES = [
    ("Probe,Petra", [{"family": "Probe", "given": "Petra"}]),
    (
        "Probe, Jr., Peter and van der Test, Otto",
        [
            {"family": "Probe", "given": "Peter", "suffix": "Jr."},
            {"family": "Test", "given": "Otto", "non-dropping-particle": "van der"},
        ],
    ),
    ("{Garc{\\'i}a}, Otto", [{"family": "García", "given": "Otto"}]),
    ("de la Cruz, Juan", [{"family": "Cruz", "given": "Juan", "non-dropping-particle": "de la"}]),
    (
        "family=Probe, given=Petra, prefix=von der, suffix=III",
        [
            {
                "family": "Probe",
                "given": "Petra",
                "non-dropping-particle": "von der",
                "suffix": "III",
            }
        ],
    ),
    (
        "{ROK Ministry of Culture, Sports and Tourism} and others",
        [{"literal": "ROK Ministry of Culture, Sports and Tourism"}, {"literal": "others"}],
    ),
    (r"M{\"u}ller, J{\'o}zef", [{"family": "Müller", "given": "Józef"}]),
    ("Press, Eyal and O'Neil, Shannon K.", None),
    ("Sarkozy de Nagy-Bocsa, N. and al-Khaliq, Riyaz", None),
]


@pytest.mark.parametrize("written, meant", NAMES, ids=[written for written, _ in NAMES])
def test_names_are_the_same_everywhere(written, meant):
    assert list(name_lists.faults(written)) == []
    work = entry(f"author = {{{written}}}, title = {{T}}")
    item = csl_items.work(work)
    assert meant is None or item["author"] == meant
    page = formatted_references.request([], [work]).result().plain["key-2020"]
    ris, coins = citation_formats.ris([item]), citation_formats.coins(item)
    for person in csl_items.named_authors(item):
        family = person.get("family") or person["literal"]
        assert folded(family) in folded(page) and f"AU  - {csl_items.comma_name(person)}" in ris
        assert f"rft.{'aucorp' if 'literal' in person else 'au'}=" in coins
        assert coins.count("rft.au") == len(csl_items.named_authors(item))
    for dialect in bibtex_files.DIALECTS:
        (back,) = bibtex.parse(records.bibtex([item], dialect))[0].values()
        assert back.people == work.people


UNCLEAR = [
    ("Petra Maria Probe", "write Probe, Petra Maria for a person, {{Petra Maria Probe}} for an"),
    ("Otto van der Test", "write van der Test, Otto for a person"),
    ("European Probe Council", "{{European Probe Council}} for an organisation"),
    ("Yonhap", "write {{Yonhap}} for an organisation or a single name"),
    ("Probe, Petra; Test, Otto", "write Probe, Petra and Test, Otto, or"),
    ("Probe, P. & Test, O.", "write Probe, P. and Test, O., or"),
    ("Probe, Petra, Test, Otto", "write Probe, Petra and Test, Otto, or"),
    ("Probe, Petra et al.", "write Probe, Petra and others"),
    ("Probe, Peter, Jr.", "write Probe, Jr., Peter"),
    ("Peter Probe, Jr.", "write Probe, Jr., Peter"),
    (
        "ROK Ministry of Culture, Sports and Tourism",
        "write {{ROK Ministry of Culture, Sports and Tourism}} for one",
    ),
    ("Food and Agriculture Organization", "write {{Food and Agriculture Organization}} for one"),
    ("Acme Research, Inc.", "write {{Acme Research, Inc.}} for an organisation"),
    ("Probe, Petra and and Test, Otto", "names are joined by one ' and '"),
    ("Probe, Petra and", "names are joined by one ' and '"),
    ("Probe,", "a person is Family, Given"),
    ("familyname=Probe, given=P", "family=Probe, given=Petra"),
]


@pytest.mark.parametrize("written, said", UNCLEAR, ids=[written for written, _ in UNCLEAR])
@pytest.mark.parametrize("role", ["author", "editor"])
def test_an_ambiguous_name_is_a_line(written, said, role):
    found = lines(f"{role} = {{{written}}}, title = {{T}}")
    assert len(found) == 1 and said in found[0] and f" {role}: " in found[0]


def test_year_and_month_are_a_date():
    for month, meant in (
        ("jun", "2021-06"),
        ("{June}", "2021-06"),
        ("6", "2021-06"),
        ("{06}", "2021-06"),
    ):
        work = entry(f"title = {{T}}, year = 2021, month = {month}")
        assert work.date == meant and list(bibliography_rules.dates_are_edtf(corpus(work))) == []
    assert entry("title = {T}, year = 2021, month = feb, day = 3").date == "2021-02-03"
    for wrong in ("month = {13}", "month = {summer}", "month = feb, day = 30"):
        assert len(lines(f"title = {{T}}, year = 2021, {wrong}")) == 1, wrong


FIELDS = [
    ("shortjournal = {J}", "unknown field 'shortjournal'; write the whole name of the journal"),
    ("eprint = {1}", "write its address in url"),
    ("crossref = {x}", "repeat here the fields of the entry that it names"),
    ("journal = {J}, journaltitle = {J}", "duplicate field 'journaltitle'"),
    ("publisher = jp", "undefined macro 'jp'"),
]


@pytest.mark.parametrize("written, said", FIELDS, ids=[written for written, _ in FIELDS])
def test_a_field_that_is_not_read_is_a_line(written, said):
    assert any(said in line for line in lines(f"title = {{T}}, {written}"))


def test_what_reference_managers_add():
    """Comments, macros, entries in parentheses, and fields of their own, which a note names."""
    works, problems = bibtex.parse(
        "@Comment{jabref-meta: x;\n @article{no, title = {N}}}\n@string{jp = {Journal}}\n"
        '@article(a-1, title = "T", journal = jp # { of Probes},\n file = {/home/x/y.pdf}, keywords = {k})\n'
    )
    assert problems == [] and list(works) == ["a-1"]
    assert works["a-1"]["journaltitle"] == "Journal of Probes" and works["a-1"].at.line == 4
    (note,) = bibliography_rules.left_out(corpus(works["a-1"]))
    assert str(note) == (
        "bibliography.bib:5: note: a-1: 'file', 'keywords' left out; you can delete them"
    )


def test_braces_keep_the_case_of_a_title():
    work = entry("title = {{NATO}'s view of {arms} from north korea}, journaltitle = {carrying X}")
    page = formatted_references.request([], [work]).result().plain["key-2020"]
    assert "NATO’s View of arms from North Korea" in page and "carrying X" in page


def entry(fields: str, kind: str = "article"):
    works, problems = bibtex.parse(f"@{kind}{{key-2020, {fields}}}")
    assert problems == []
    return works["key-2020"]


def corpus(work) -> Corpus:
    return Corpus(works={work.key: work})


def found_in(work):
    rules = set(bibliography_rules.RULES) - {bibliography_rules.types_are_known_and_complete}
    return (problem for rule in rules for problem in rule(corpus(work)))


def lines(fields: str) -> list[str]:
    works, problems = bibtex.parse(f"@article{{key-2020, {fields}}}")
    return [
        str(problem) for problem in (*problems, *(p for w in works.values() for p in found_in(w)))
    ]


def folded(text: str) -> str:
    return re.sub(r"[{}']", "", records.fold(text)).replace(" ", "")


def test_letters_lead_to_the_first_work_of_each():
    references = {
        "under": "“Über the Ummel.” 2019.",
        "utter": "<em>Utter</em>, Ann. 2020.",
        "ledger": "1984 Ledger of Tolls.",
        "harbor": "2001 Harbor Book.",
        "han": "한국. 2020.",
        "zed": "Zed, A. 2001.",
    }
    assert bibliography_page.letters(references) == {
        "U": "under",
        "0–9": "ledger",
        "ᄒ": "han",
        "Z": "zed",
    }


@pytest.mark.content
def test_the_page_is_jumped_through_by_letters(site):
    page = html.parse(str(site / "bibliography/index.html")).getroot()
    works = page.xpath('//dl[@class="works"]/dt/@id')
    links = page.xpath('//nav[@class="letters"]//a')
    at = [works.index(link.get("href")[1:]) for link in links]
    assert len(links) > 5 and at[0] == 0 and at == sorted(set(at))
