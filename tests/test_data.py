"""The data files: whole, valid for programs that are not ours, safe in spreadsheets, the same as the corpus."""

import csv
import hashlib
import io
import json
import re

import pytest
from conftest import ROOT, SMALL
from lxml import html
from test_build import edit

from briefsite.exports import all_tables, codebook, data_package, table_formats
from briefsite.exports.table import Table, own_column
from briefsite.model import vocabulary
from briefsite.model.citation_file import Project
from briefsite.pages import glossary_page
from briefsite.rules.check import check_data

ABOUT = data_package.About(
    Project(
        title="Small & Whole: a Site",
        authors=({"family": "Elm", "given": "Ed"}, {"literal": "Sons"}),
        licence="CC-BY-4.0",
        licence_address="https://creativecommons.org/licenses/by/4.0/",
        version="v0",
        released="2026-01-02",
        abstract="Made up.",
        address="https://example.org/",
        preview=False,
    ),
    "v1",
    1767323045,
)


def written(folder, root):
    """The data files of the project at `root`, in `folder`."""
    corpus, problems = check_data(root)
    assert problems == []
    for name, content in data_package.files(corpus, ABOUT).items():
        (folder / name).write_bytes(content)
    return corpus


def read_csv(text: str) -> list[dict]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def items(cell: str) -> list[str]:
    """The items of a list in a cell, as the data page says that they are written."""
    return [re.sub(r"\\(.)", r"\1", part) for part in cell.split(" | ")] if cell else []


def as_in_csv(value) -> str:
    return (
        ""
        if value is None
        else {True: "true", False: "false"}[value]
        if isinstance(value, bool)
        else str(value)
    )


@pytest.mark.parametrize("root", [SMALL, ROOT], ids=["small", "real"])
def test_frictionless_finds_nothing_wrong(tmp_path, root):
    """Types, required fields, enumerations, keys, foreign keys, sizes and sums, as another program reads them."""
    import frictionless

    corpus = written(tmp_path, root)
    report = frictionless.validate(str(tmp_path / data_package.NAME))
    assert report.valid, report.flatten(["title", "message"])
    tables = all_tables.tables(corpus)
    assert [task.name for task in report.tasks if task.type == "table"] == [
        table.name for table in tables
    ]
    assert {
        task.name: task.stats.get("rows", 0) for task in report.tasks if task.type == "table"
    } == {table.name: len(table.rows) for table in tables}


@pytest.mark.parametrize(
    "file, old, new, wrong",
    [
        ("answers.csv", "\r\nq-flood,alder-2020,", "\r\nq-flod,alder-2020,", "foreign-key"),
        ("claims.csv", "\r\nC1,cedar-2021,", "\r\nC1,nobody-2021,", "foreign-key"),
        ("bearings.csv", "flood-of-june-2022,C1", "flood-of-june-2022,C9", "foreign-key"),
        ("claims.csv", ",fact,", ",guess,", "constraint-error"),
        ("claims.csv", "\r\nA2,", "\r\nA1,", "primary-key"),
        ("claims.csv", "\r\nA1,alder-2020,1,", "\r\nA1,alder-2020,one,", "type-error"),
        ("verdicts.csv", "2023-02-01", "2023-02-31", "type-error"),
    ],
)
def test_frictionless_would_find_it(tmp_path, file, old, new, wrong):
    """The schema says enough to notice a damaged file."""
    import frictionless

    written(tmp_path, SMALL)
    text = (tmp_path / file).read_bytes().decode()
    assert old in text
    (tmp_path / file).write_text(text.replace(old, new, 1), "utf-8", newline="")
    assert wrong in [
        kind
        for (kind,) in frictionless.validate(str(tmp_path / data_package.NAME)).flatten(["type"])
    ]


@pytest.mark.parametrize("root", [SMALL, ROOT], ids=["small", "real"])
def test_json_and_csv_say_the_same(tmp_path, root):
    for table in all_tables.tables(written(tmp_path, root)):
        lines = read_csv((tmp_path / f"{table.name}.csv").read_bytes().decode())
        rows = json.loads((tmp_path / f"{table.name}.json").read_text("utf-8"))
        assert len(lines) == len(rows) == len(table.rows)
        for line, row in zip(lines, rows, strict=False):
            assert list(line) == list(row) == [column.name for column in table.columns]
            for name, value in row.items():
                cell = (
                    line[name][1:]
                    if line[name].startswith("'")
                    and line[name][1:].startswith(table_formats.FORMULA_STARTS)
                    else line[name]
                )
                assert (
                    items(cell) == [str(item) for item in value]
                    if isinstance(value, list)
                    else cell == as_in_csv(value)
                )


REASONED = {"not_hedges", "reworded"}
"""Fields of words with their reasons, which a table has as `words: reason`."""


def plain(value):
    """A model's value as JSON has it."""
    return json.loads(json.dumps(value))


@pytest.mark.parametrize("root", [SMALL, ROOT], ids=["small", "real"])
def test_json_is_the_corpus(tmp_path, root):
    """Every record of the data, with every field, and nothing else."""
    corpus = written(tmp_path, root)
    read = {
        table.name: json.loads((tmp_path / f"{table.name}.json").read_text("utf-8"))
        for table in all_tables.tables(corpus)
    }

    def same(name, records, *apart):
        """Whether the table's rows hold the records' fields, those `apart` being told otherwise."""
        assert len(read[name]) == len(records)
        for row, record in zip(read[name], records, strict=False):
            fields = plain(record.model_dump(exclude=set(apart)))
            for key in REASONED & fields.keys():
                fields[key] = [f"{words}: {reason}" for words, reason in fields[key].items()]
            assert {key: row[key] for key in fields} == fields, (name, row)

    claims = list(corpus.claim.values())
    same(
        "briefs", corpus.briefs, "authors", "paragraphs", "excused", "claims", "retired", "argument"
    )
    assert [
        [row[f"argument_{part}"] for part in vocabulary.ARGUMENT_PARTS] for row in read["briefs"]
    ] == [
        [list(getattr(brief.argument, part, ())) for part in vocabulary.ARGUMENT_PARTS]
        for brief in corpus.briefs
    ]
    same("claims", claims, "dates")
    assert [
        [
            {"edtf": edtf, "basis": basis}
            for edtf, basis in zip(row["dates"], row["dates_basis"], strict=True)
        ]
        for row in read["claims"]
    ] == [plain(claim.model_dump()["dates"]) for claim in claims]
    assert [row["brief"] for row in read["claims"]] == [
        corpus.brief_of[claim.id].key for claim in claims
    ]
    same("questions", corpus.questions, "answers", "sides")
    answers = [
        (question.id, key, answer)
        for question in corpus.questions
        for key, answer in question.answers.items()
    ]
    same("answers", [answer for *_, answer in answers])
    assert [(row["question"], row["brief"]) for row in read["answers"]] == [
        (question, key) for question, key, _ in answers
    ]
    related = [question for question in corpus.questions if len(question.answers) > 1]
    assert [(row["question"], row["briefs"], row["relation"]) for row in read["relations"]] == [
        (question.id, list(question.answers), question.relation) for question in related
    ]
    sides = [(question.id, side) for question in corpus.questions for side in question.sides]
    same("sides", [side for _, side in sides])
    assert [row["question"] for row in read["sides"]] == [question for question, _ in sides]
    codes = [
        (coding.question, coder, code)
        for coding in corpus.codings.codings
        for coder, code in coding.codes.items()
    ]
    same("codings", [code for *_, code in codes])
    assert [(row["question"], row["coder"]) for row in read["codings"]] == [
        (question, coder) for question, coder, _ in codes
    ]
    same("events", corpus.events, "mentions", "sourced")
    assert [
        (row["sourced_edtf"], row["sourced_works"], row["sourced_note"]) for row in read["events"]
    ] == [
        (event.sourced.edtf, list(event.sourced.works), event.sourced.note)
        if event.sourced
        else (None, [], None)
        for event in corpus.events
    ]
    mentions = [(event.id, mention) for event in corpus.events for mention in event.mentions]
    same("mentions", [mention for _, mention in mentions])
    assert [row["event"] for row in read["mentions"]] == [event for event, _ in mentions]
    same("forecasts", corpus.forecasts, "horizon", "risk", "verdicts")
    assert [
        {
            "edtf": row["horizon"],
            "basis": row["horizon_basis"],
            "read_as": row["horizon_read_as"],
            "note": row["horizon_note"],
        }
        for row in read["forecasts"]
    ] == [item.horizon.model_dump() for item in corpus.forecasts]
    same("verdicts", [verdict for item in corpus.forecasts for verdict in item.verdicts])
    assert [(row["forecast"], row["number"]) for row in read["verdicts"]] == [
        (item.claim, at + 1) for item in corpus.forecasts for at in range(len(item.verdicts))
    ]
    judged = [
        (judging.forecast, judge, code)
        for judging in (corpus.judgings.judgings if corpus.judgings else ())
        for judge, code in judging.codes.items()
    ]
    same("judgings", [code for *_, code in judged])
    assert [(row["forecast"], row["judge"]) for row in read["judgings"]] == [
        (forecast, judge) for forecast, judge, _ in judged
    ]
    same("forecasts-left-out", corpus.left_out)
    same("developments", corpus.developments, "witnesses", "bearings")
    for name in ("witnesses", "bearings"):
        same(name, [part for item in corpus.developments for part in getattr(item, name)])
        assert [row["development"] for row in read[name]] == [
            item.id for item in corpus.developments for _ in getattr(item, name)
        ]
    same("unsourced", corpus.unsourced)
    same("actors", corpus.actors, "aims")
    same("aims", [aims for actor in corpus.actors for aims in actor.aims.values()])
    assert [(row["actor"], row["brief"]) for row in read["aims"]] == [
        (actor.key, brief) for actor in corpus.actors for brief in actor.aims
    ]
    for name, records in (
        ("topics", corpus.topics),
        ("glossary", corpus.terms),
    ):
        same(name, records)
    works = list(corpus.works.values())
    assert [
        (row["key"], row["entry"], tuple(row["authors"]), row["title"], row["date"])
        for row in read["bibliography"]
    ] == [(work.key, work.type, work.authors, work.title, work.date or None) for work in works]
    for row, work in zip(read["bibliography"], works, strict=False):
        assert {name: row[name] for name in work.fields if name not in ("author", "year")} == {
            name: text for name, text in work.fields.items() if name not in ("author", "year")
        }
    gone = [
        *(stone for brief in corpus.briefs for stone in brief.retired),
        *corpus.retired_questions,
        *corpus.retired_events,
        *corpus.retired_developments,
        *corpus.retired_forecasts,
    ]
    assert [(row["id"], row["retired"]) for row in read["retired"]] == [
        (stone.id, stone.retired) for stone in gone
    ]


def one_cell(value, many=False) -> Table:
    return Table("x", "X", "", "", (own_column("a", "A.", many=many),), [{"a": value}])


@pytest.mark.parametrize(
    "value",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        '=HYPERLINK("https://example.org";"x")',
        "＝1",
        "＋1",
        "－1",
        "＠x",
        ("=1", "b"),
    ],
)
def test_no_cell_is_a_formula(value):
    table = one_cell(value, isinstance(value, tuple))
    _, (found,) = csv.reader(io.StringIO(table_formats.as_csv(table).decode(), newline=""))
    assert found[0] == "'" and found[1:] == (
        " | ".join(value) if isinstance(value, tuple) else value
    )
    assert json.loads(table_formats.as_json(table)) == [
        {"a": list(value) if isinstance(value, tuple) else value}
    ]


@pytest.mark.parametrize(
    "value",
    ["", "plain", "a=b", "1-2", "'quoted'", 'a "b", c', "two\nlines", "한글", " | ", "a|b\\"],
)
def test_a_cell_without_danger_stays(value):
    _, (found,) = (
        [*csv.reader(io.StringIO(table_formats.as_csv(one_cell(value)).decode(), newline=""))]
        if value
        else (0, [""])
    )
    assert found == value
    assert items(table_formats.cell((value, "b"))) == [value, "b"]


def test_csv_is_rfc_4180(tmp_path):
    written(tmp_path, ROOT)
    for path in tmp_path.glob("*.csv"):
        content = path.read_bytes()
        assert content.endswith(b"\r\n") and not content.startswith(b"\xef\xbb\xbf"), path.name
        rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))
        assert {len(row) for row in rows} == {len(rows[0])}


def test_the_package_describes_everything(tmp_path):
    written(tmp_path, SMALL)
    told = json.loads((tmp_path / data_package.NAME).read_text("utf-8"))
    assert (told["name"], told["version"], told["created"], told["homepage"]) == (
        "small-whole-a-site",
        "v1",
        "2026-01-02T03:04:05Z",
        "https://example.org/data/",
    )
    assert [licence["name"] for licence in told["licenses"]] == ["CC-BY-4.0"] and [
        person["title"] for person in told["contributors"]
    ] == ["Ed Elm", "Sons"]
    assert [source["title"] for source in told["sources"]] == [
        "Alder, Ann: On Rivers (2020)",
        "Cedar, Cy: On Walls (2021)",
    ]
    assert "not under this licence" in told["description"]
    assert {resource["path"] for resource in told["resources"]} == {
        path.name for path in tmp_path.iterdir()
    } - {data_package.NAME}
    assert len({resource["name"] for resource in told["resources"]}) == len(told["resources"])
    for resource in told["resources"]:
        content = (tmp_path / resource["path"]).read_bytes()
        assert (resource["bytes"], resource["hash"]) == (
            len(content),
            f"sha256:{hashlib.sha256(content).hexdigest()}",
        )
        for field in resource.get("schema", {"fields": ()})["fields"]:
            assert len(field["description"]) > 5 and field["description"].endswith("."), (
                resource["name"],
                field,
            )
    claims = next(resource for resource in told["resources"] if resource["name"] == "claims")[
        "schema"
    ]
    fields = {field["name"]: field for field in claims["fields"]}
    assert fields["paragraph"]["type"] == "integer" and fields["kind"]["constraints"]["enum"] == [
        "fact",
        "assessment",
        "forecast",
        "recommendation",
        "definition",
    ]
    assert (
        claims["primaryKey"] == ["id"]
        and "quoted" in fields["quote"]["description"]
        and "quoted" in fields["hedge"]["description"]
    )


def test_a_binary_format_is_a_line_of_formats(tmp_path, monkeypatch):
    """Files, package and links follow FORMATS and its words; nothing else knows a format."""
    import frictionless

    bits = table_formats.Format(
        "bits", "application/x-bits", lambda table: b"\xff\x00" * len(table.rows), encoding=None
    )
    monkeypatch.setattr(table_formats, "FORMATS", (*table_formats.FORMATS, bits))
    monkeypatch.setitem(vocabulary.DATA_FORMATS, "bits", "Bits")
    corpus = written(tmp_path, SMALL)
    claims = next(table for table in all_tables.tables(corpus) if table.name == "claims")
    assert (tmp_path / "claims.bits").read_bytes() == b"\xff\x00" * len(claims.rows)
    package = json.loads((tmp_path / data_package.NAME).read_text("utf-8"))
    told = next(item for item in package["resources"] if item["path"] == "claims.bits")
    assert (told["name"], told["mediatype"]) == ("claims-bits", "application/x-bits")
    assert "encoding" not in told and "schema" not in told and "JSON" not in told["description"]
    assert frictionless.validate(str(tmp_path / data_package.NAME)).valid
    files = data_package.downloads(corpus, "https://example.org/")
    assert ("claims.bits", "application/x-bits", "https://example.org/data/claims.bits") in files
    assert 'claims.bits" download>Bits</a>' in codebook.part(corpus, "data.md")
    pages = [page.body for page in glossary_page.pages(corpus)]
    assert any('glossary.bits" download>Bits</a>' in body for body in pages)


def test_each_format_has_its_word():
    assert [form.extension for form in table_formats.FORMATS] == list(vocabulary.DATA_FORMATS)


def test_what_a_contributor_writes_stays_data(small):
    """Formulas, bars, line breaks and quotation marks in the data come out as they went in."""
    edit(
        small / "data/briefs/alder-2020.yml",
        "note: A note with <b>markup</b> and a | bar.",
        'note: "=1+1 | \\"x\\"\\nand more"',
    )
    corpus, problems = check_data(small)
    assert problems == []
    files = data_package.files(corpus, ABOUT)
    assert (
        next(row for row in read_csv(files["claims.csv"].decode()) if row["id"] == "A3")["note"]
        == '\'=1+1 | "x"\nand more'
    )
    assert (
        next(row for row in json.loads(files["claims.json"]) if row["id"] == "A3")["note"]
        == '=1+1 | "x"\nand more'
    )


def test_the_site_has_the_files_and_every_address_leads_somewhere(site, corpus):
    ids = {}
    for table in all_tables.tables(corpus):
        rows = json.loads((site / f"data/{table.name}.json").read_text("utf-8"))
        assert (
            len(read_csv((site / f"data/{table.name}.csv").read_bytes().decode()))
            == len(rows)
            == len(table.rows)
        )
        for address in (row["address"] for row in rows if "address" in row):
            page, _, fragment = address.partition("#")
            if page not in ids:
                ids[page] = set(html.parse(str(site / page / "index.html")).xpath("//@id"))
            assert not fragment or fragment in ids[page], address


def test_the_page_lists_every_file_and_field(site, corpus):
    page = html.parse(str(site / "data/index.html")).getroot()
    for table in all_tables.tables(corpus):
        (row,) = (
            row
            for row in page.xpath("//article//tbody/tr")
            if row.xpath(f".//a[@href='#{table.name}']")
        )
        assert row.xpath(".//a/@href")[1:] == [f"{table.name}.csv", f"{table.name}.json"] and row[
            1
        ].text_content() == str(len(table.rows))
        (heading,) = page.xpath(f"//h3[@id='{table.name}']")
        assert [term.text_content() for term in heading.xpath("following::dl[1]/dt")] == [
            column.name for column in table.columns
        ]
    told = json.loads(page.xpath("//script[@type='application/ld+json']/text()")[0])
    assert (
        told["@type"] == "Dataset"
        and told["license"] == "https://creativecommons.org/licenses/by/4.0/"
    )
    named = [item["name"] for item in told["distribution"]]
    assert (
        named[0] == data_package.NAME
        and all((site / "data" / name).is_file() for name in named)
        and len(named) == 1 + len(table_formats.FORMATS) * len(all_tables.tables(corpus))
    )


@pytest.mark.parametrize(
    "address, names",
    [
        ("compare", ["questions", "answers", "sides", "relations"]),
        ("timeline", ["events", "mentions", "developments"]),
        ("timeline/since", ["developments", "witnesses", "bearings"]),
        ("forecasts", ["forecasts", "verdicts", "judgings", "bearings", "forecasts-left-out"]),
        ("forecasts/{brief}", ["forecasts", "verdicts", "bearings"]),
        ("timeline/expected", ["events", "mentions"]),
        ("briefs/{brief}", ["claims"]),
        ("bibliography", ["bibliography"]),
        ("glossary", ["glossary"]),
    ],
)
def test_tables_and_timelines_link_their_rows(site, corpus, address, names):
    place = site / address.format(topic=corpus.topics[0].key, brief=corpus.briefs[0].key)
    links = html.parse(str(place / "index.html")).xpath("//p[@class='as-data']/a/@href")
    files = [(place / link).resolve() for link in links[:-1]]
    assert [path.relative_to(site.resolve()).as_posix() for path in files] == [
        f"data/{name}.{form}" for name in names for form in ("csv", "json")
    ]
    assert (
        all(path.is_file() for path in files)
        and (place / links[-1].partition("#")[0]).resolve() == (site / "data").resolve()
    )


def test_a_topic_links_the_description_of_its_rows(site, corpus):
    for topic in corpus.topics:
        place = site / "topics" / topic.key
        links = html.parse(str(place / "index.html")).xpath("//p[@class='as-data']/a/@href")
        described = [link.partition("#") for link in links if link.endswith("#questions")]
        assert described or not corpus.questions_of.get(topic.key), topic.key
        for folder, _, name in described:
            page = html.parse(str((place / folder).resolve() / "index.html"))
            assert page.xpath(f"//*[@id='{name}']"), topic.key
