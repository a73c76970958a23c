"""The citation files, tags and JSON-LD of every page, read by programs that are not ours."""

import json
import re
from urllib.parse import urljoin

import pytest
from readers import records, zotero
from readers.heads import Head

from briefsite.citations.citation_styles import STYLES
from briefsite.engine import page_context

FORMS = {"bib": "bibtex", "ris": "ris", "json": "csljson", "biblatex.bib": "biblatex"}
ENDINGS = ((".", "bib"), (".", "ris"), (".", "json"), ("-", "biblatex.bib"))


@pytest.fixture(scope="module")
def files(site):
    """Every citation file by its path: cite.* beside every page, works.* where works are cited."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes().decode("utf-8")
        for path in sorted(site.rglob("*"))
        if path.stem.removesuffix("-biblatex") in ("cite", "works") and path.suffix[1:] in FORMS
    }


@pytest.fixture(scope="module")
def truth(files):
    """The CSL-JSON items by file name without ending."""
    return {
        name.removesuffix(".json"): json.loads(text)
        for name, text in files.items()
        if name.endswith(".json")
    }


@pytest.fixture(scope="module")
def heads(site):
    """The head of every page by its address below the root."""
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): Head(path)
        for path in site.rglob("index.html")
    }


def of_form(files, form):
    """The files of a form, of which two are BibTeX: `cite.bib` and `cite-biblatex.bib`."""
    return {
        name: text
        for name, text in files.items()
        if name.endswith(form) and (form != "bib" or not name.endswith("-biblatex.bib"))
    }


def base(name):
    return name.rpartition(".")[0].removesuffix("-biblatex")


def same(
    found: records.Record, item: dict, months: bool = True, names=lambda authors: authors
) -> bool:
    """Whether a reader's record is the item; DOIs and "and others" have tests of their own."""
    meant = records.of_csl(item)
    authors, intended = (
        [author for author in record.authors if author[0] != "others"] for record in (found, meant)
    )
    return (
        (found.key, found.title, names(authors), found.year, found.url)
        == (meant.key, meant.title, names(intended), meant.year, meant.url)
        and found.kind in records.CALLED[item["type"]]
        and (not months or (found.month, found.day) == (meant.month, meant.day))
    )


def side_by_side(read, truth):
    """(file, record, item) of every item; a file must hold as many as its CSL-JSON."""
    pairs = [
        (name, found, item)
        for name, made in read.items()
        for found, item in zip(made, truth[base(name)], strict=True)
    ]
    assert pairs
    return pairs


def differing(read, truth, **how):
    return [pair for pair in side_by_side(read, truth) if not same(*pair[1:], **how)]


def words(authors) -> list[list[str]]:
    """Names without order and parting, for RIS: that has no sign for an organisation whose name has a comma in it."""
    return [sorted(re.findall(r"\w+", " ".join(author))) for author in authors]


def test_every_page_has_its_files(files, heads):
    assert {f"{address}cite{sign}{form}" for address in heads for sign, form in ENDINGS} == {
        name for name in files if "cite" in name.rpartition("/")[2]
    }
    assert {f"bibliography/works{sign}{form}" for sign, form in ENDINGS} <= files.keys()


def test_works_are_those_that_the_page_cites(heads, truth, corpus):
    for address, head in heads.items():
        linked = {
            link.rpartition("#")[2]
            for link in head.document.xpath("//article//a/@href")
            if "bibliography/#" in link
        } & corpus.works.keys()
        if address != "bibliography/":
            assert linked <= {item["id"] for item in truth.get(f"{address}works", ())}, address
    assert [item["id"] for item in truth["bibliography/works"]] == list(corpus.works)


def test_a_page_names_its_works_in_its_head(files, heads):
    """For programs that run no script: a file of the works, beside the page's own item and not as one of it."""
    for address, head in heads.items():
        links = head.document.xpath("//head/link[@rel='related']")
        named = [(link.get("type"), link.get("href")) for link in links]
        works = [("application/x-research-info-systems", "works.ris")]
        assert named == (works if f"{address}works.ris" in files else []), address
        described = head.document.xpath("//head/link[contains(@rel, 'describedby')]/@href")
        assert described == ["cite.bib", "cite.ris", "cite.json"]
    assert "bibliography/works.ris" in files


def test_pybtex(files, truth):
    for form in ("bib", "biblatex.bib"):
        assert differing(records.with_pybtex(of_form(files, form)), truth) == []


def test_rispy(files, truth):
    assert differing(records.with_rispy(of_form(files, "ris")), truth, names=words) == []


@pytest.mark.parametrize("form", FORMS)
def test_pandoc(files, truth, form):
    """Pandoc reads no month out of RIS."""
    counts = {name: len(truth[base(name)]) for name in of_form(files, form)}
    read = records.with_pandoc(of_form(files, form), FORMS[form], counts)
    assert (
        differing(read, truth, months=form != "ris", names=words if form == "ris" else list) == []
    )


@pytest.mark.skipif(bool(records.citation_js_missing()), reason=records.citation_js_missing())
def test_citation_js(files, truth):
    read = records.with_citation_js(files)
    news = {
        name: [
            found for found in made if found.kind == "article-newspaper" and name.endswith(".ris")
        ]
        for name, made in read.items()
    }
    assert all(not found.month for made in news.values() for found in made), (
        "citation-js reads these months now: compare them"
    )
    for form in FORMS:
        wrong = differing(of_form(read, form), truth, names=words if form == "ris" else list)
        assert [
            (name, found, item)
            for name, found, item in wrong
            if found not in news[name] or not same(found, item, months=False)
        ] == []


def test_an_organisation_stays_whole_in_ris(files, truth):
    """A reader takes `World Bank` for a person, `World Bank,` for an organisation."""
    counts = {f"{name}.ris": len(items) for name, items in truth.items()}
    read = records.with_pandoc(of_form(files, "ris"), "ris", counts)
    parted = {
        author
        for name, made in read.items()
        for found, item in zip(made, truth[name.removesuffix(".ris")], strict=True)
        for author, meant in zip(found.authors, item["author"], strict=True)
        if "literal" in meant and author[1] and "," not in meant["literal"]
    }
    assert parted == set()


def test_nobody_is_called_others(truth):
    assert [
        item["id"]
        for items in truth.values()
        for item in items
        if {"literal": "others"} in item["author"]
    ] == []


@pytest.mark.parametrize(
    "form, read",
    [("bib", records.with_pybtex), ("ris", records.with_rispy)],
    ids=["bib", "ris"],
)
def test_dois(files, truth, form, read):
    pairs = side_by_side(read(of_form(files, form)), truth)
    assert [
        (name, found.key) for name, found, item in pairs if found.doi != item.get("DOI", "")
    ] == []


def test_a_report_has_its_institution_in_bibtex(files):
    """Styles of BibTeX want it of a @techreport, and print no publisher there."""
    reports = re.findall(
        r"^@techreport\{.*?^\}$", "\n".join(of_form(files, "bib").values()), re.M | re.S
    )
    assert reports and all("  institution = {" in entry for entry in reports)


@pytest.mark.content
def test_a_web_page_has_its_website_in_bibtex(files):
    assert "howpublished = {Reading Pyongyang, \\url{" in files["topics/russia/cite.bib"]
    assert "howpublished = {Global NK, \\url{" in files["bibliography/works.bib"]
    assert "organization = {Reading Pyongyang}" in files["topics/russia/cite-biblatex.bib"]


def test_a_title_keeps_its_case(files, truth):
    """[headline not seen] is no headline, and Korean in Latin letters is not English."""
    titles = {item["id"]: item["title"] for items in truth.values() for item in items}
    written = {
        found[1]: re.sub(r"[{}]|\\(?=[%&#$_])", "", found[2])
        for found in re.finditer(
            r"^@\w+\{([^,]+),.*?^  title = \{(.*?)\},?$",
            files["bibliography/works.bib"],
            re.M | re.S,
        )
    }
    assert {
        key: title
        for key, title in written.items()
        if re.sub(r"[‘’“”']", "'", title) != re.sub(r"[‘’“”']", "'", titles[key])
    } == {}


@pytest.mark.content
def test_a_report_has_its_number_in_ris(files):
    """Zotero and citation-js read a report's number from SN and its series from T2."""
    record = next(part for part in files["cite.ris"].split("ER  - ") if "ID  - easley-2024" in part)
    assert "SN  - COM000144\r\n" in record and "T2  - Global NK Commentary\r\n" in record


def test_ris_is_in_the_form_of_ris(files):
    for name, text in of_form(files, "ris").items():
        lines = text.split("\r\n")
        assert "\n" not in "".join(lines) and text.endswith("ER  - \r\n\r\n"), name
        assert not [
            line for line in lines if line and not re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line)
        ], name


def test_tags_say_what_the_files_say(heads, truth):
    for address, head in heads.items():
        item = truth[f"{address}cite"][0]
        names = [
            f"{person['literal']},"
            if "literal" in person
            else f"{person['family']}, {person['given']}"
            for person in item["author"]
        ]
        date = "-".join(f"{part:02}" for part in item["issued"]["date-parts"][0])
        assert head.all("DC.creator") == head.all("citation_author") == names, address
        assert all("," in name for name in names)
        assert (
            head.one("DC.title"),
            head.one("DC.date"),
            head.one("citation_publication_date"),
        ) == (item["title"], date, date.replace("-", "/"))
        assert {
            head.one("citation_public_url"),
            head.one("og:url"),
            head.link("canonical"),
            head.link("cite-as"),
        } == {item["URL"]}, address
        assert item["URL"].endswith(f"/{address}")


def test_json_ld_says_what_the_files_say(heads, truth):
    for address, head in heads.items():
        item, *briefs = truth[f"{address}cite"]
        told = head.json_ld
        assert (told["@context"], told["name"], told["url"], told["@id"]) == (
            "https://schema.org",
            item["title"],
            item["URL"],
            item["URL"],
        ), address
        assert told["@type"] == (
            "Dataset"
            if item["type"] == "dataset"
            else "WebSite"
            if not address
            else "Article"
            if re.match(r"topics/.", address)
            else "WebPage"
        ), address
        assert [author["name"] for author in told["author"]] == [
            person.get("literal") or f"{person['given']} {person['family']}"
            for person in item["author"]
        ]
        assert told["dateModified"] == head.one("DC.date")
        assert [work["name"] for work in told.get("isBasedOn", ())] == [
            brief["title"] for brief in briefs
        ], address


@pytest.mark.content
def test_every_page_is_described_by_itself(heads):
    told = [
        head.document.xpath("string(//meta[@name='description']/@content)")
        for head in heads.values()
    ]
    assert all(10 < len(text) <= 320 and text == text.strip() for text in told)
    assert len(set(told)) == len(told) == len(heads)
    for address, head in heads.items():
        assert head.one("og:description") == head.document.xpath(
            "string(//meta[@name='description']/@content)"
        ), address


LEADS = [
    ("# A\n\n<!-- dateline -->\n\nOne says *this*.[^E1][^E2] Two.\n\nMore.", "One says this. Two."),
    (
        "# A\n\nThe [text][E1] and [page](x.md#y), as [@alder-2020, ¶ 7] has it.",
        "The text and page, as has it.",
    ),
    ("# A\n\n- a list\n\n<div>\n</div>\n\n1. one\n\n| a |\n\nWords `code`", "Words code"),
    (f"# A\n\nShort. {'Long ' * 60}end.", "Short."),
    (f"# A\n\n{'Long ' * 60}end. Next.", f"{'Long ' * 60}end."),
    ("# A", ""),
]


@pytest.mark.parametrize("markdown, said", LEADS)
def test_the_first_sentences_describe_a_page(markdown, said):
    assert page_context.lead(markdown) == said


@pytest.mark.content
def test_a_list_of_works_names_them_for_machines(site, heads, corpus):
    for address in ("bibliography/", "timeline/since/"):
        told = heads[address].json_ld["mainEntity"]
        works = json.loads((site / address / told["url"]).read_text("utf-8"))
        named = [entry["item"] for entry in works["itemListElement"]]
        assert told["numberOfItems"] == works["numberOfItems"] == len(named) > 20
        keys = [work["@id"].partition("#")[2] for work in named]
        assert [work["name"] for work in named] == [corpus.works[key].full_title for key in keys]
    assert set(keys) == {key for item in corpus.developments for key in item.works}


def test_a_topic_is_based_on_the_briefs_it_links(heads, corpus):
    for topic in corpus.topics:
        head = heads[f"topics/{topic.key}/"]
        linked = {
            brief.key
            for brief in corpus.briefs
            for link in head.document.xpath("//article//a/@href")
            if f"briefs/{brief.key}/#" in link
        }
        assert linked
        assert {work["name"] for work in head.json_ld["isBasedOn"]} == {
            corpus.works[key].title for key in linked
        }, topic.key


def test_nobody_cites_the_site_as_the_brief(heads, truth):
    """A brief never has an address of this site, and its reference never names one; the page's tags never name a brief's."""
    root = truth["cite"][0]["URL"]
    for address, head in heads.items():
        own, *briefs = truth[f"{address}cite"]
        assert own["URL"] == urljoin(root, address) and not [
            brief for brief in briefs if brief.get("URL", "").startswith(root)
        ], address
        assert not [
            work
            for work in head.json_ld.get("isBasedOn", ())
            if work.get("url", "").startswith(root)
        ], address
        _first, *others = head.document.xpath("//section[@id='cite']//h3")
        forms = head.document.xpath("//section[@id='cite']//*[contains(@class,'cite-form')]")
        assert len(others) == len(briefs) and len(forms) == len(STYLES) * (1 + len(briefs)), address
        for at, form in enumerate(forms):
            full = form.find_class("cite-text")[0].text_content()
            assert (own["URL"] in full) == (at < len(STYLES)) and (root in full) == (
                at < len(STYLES)
            ), (address, full)


@pytest.mark.content
@pytest.mark.parametrize(
    "address, kind, website",
    [
        ("data/", "dataset", None),
        ("", "webpage", "Reading Pyongyang"),
        ("topics/russia/", "webpage", "Reading Pyongyang"),
        ("briefs/easley-2024/", "webpage", "Reading Pyongyang"),
        ("bibliography/", "webpage", "Reading Pyongyang"),
        ("compare/", "webpage", "Reading Pyongyang"),
    ],
)
def test_zotero_saves_the_page(heads, truth, address, kind, website):
    saved, item = zotero.saved(heads[address]), truth[f"{address}cite"][0]
    assert (saved["itemType"], saved["title"], saved["websiteTitle"], saved["url"]) == (
        kind,
        item["title"],
        website,
        item["URL"],
    )
    assert saved["creators"] == [{"name": "Reading Pyongyang contributors"}]
    assert (saved["date"], saved["language"]) == (heads[address].one("DC.date"), "en")
