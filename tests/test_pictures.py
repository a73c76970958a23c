"""Pictures as files: each is whole, says where it is from, and is linked beside the picture."""

import re
from collections import Counter
from dataclasses import replace

import pytest
from conftest import ROOT
from lxml import etree, html

from briefsite.model import vocabulary
from briefsite.pages import agreement_map, all_pictures, timeline_entries
from briefsite.pages.charts import picture_file
from briefsite.rules.check import check_data


def picture_files(small):
    corpus = replace(check_data(small)[0], address="https://example.org/x/", licence="CC-BY-4.0")
    return corpus, all_pictures.files(corpus)


def test_every_picture_is_a_file_that_is_whole_and_says_where_it_is_from(small):
    corpus, files = picture_files(small)
    pages = {
        "pictures/forecasts-cedar-2021.svg": "forecasts/",
        "pictures/timeline.svg": "timeline/",
        "pictures/agreement-map.svg": "",
    } | {
        f"pictures/timeline-{actor.key}.svg": f"actors/{actor.key}/"
        for actor in corpus.actors
        if corpus.events_of_actor.get(actor.key) or corpus.developments_of_actor.get(actor.key)
    }
    assert files.keys() == pages.keys() and len(pages) > 3
    for path, text in files.items():
        root = etree.fromstring(text.encode())
        said = " ".join(" ".join(root.itertext()).split())
        assert root[0].tag.endswith("title") and root[0].text in said.partition(root[0].text)[2]
        assert root[1].tag.endswith("desc") and len(root[1].text) > 30
        assert f"https://example.org/x/{pages[path]}" in said and "CC-BY-4.0" in said
        assert "var(" not in text and not root.findall(".//{*}a"), "a file asks no style sheet"


def test_the_file_of_the_ledger_says_how_it_stands(small):
    text = picture_files(small)[1]["pictures/forecasts-cedar-2021.svg"]
    root = etree.fromstring(text.encode())
    said = " ".join(root.itertext())
    for words in (
        "What Cedar 2021 expected, and what became of it",
        "Another flood in 2022",
        "borne out",
        "contradicts",
    ):
        assert words in said
    assert "Dated forecasts: 1 borne out." in root[1].text


def test_the_file_of_the_timeline_has_every_dated_entry_and_its_key(small):
    corpus, files = picture_files(small)
    root = etree.fromstring(files["pictures/timeline.svg"].encode())
    drawn = [
        shape for shape in root.findall(".//{*}svg/*") if re.match(r"t-\w+", shape.get("class", ""))
    ]
    dated = [entry for entry in timeline_entries.of_all(corpus) if entry.edtf]
    assert len(drawn) == len(dated) > 3
    said = " ".join(root.itertext())
    for words in (
        *vocabulary.TIMES.values(),
        "A brief is published",
        *(b.label for b in corpus.briefs),
    ):
        assert words in said
    assert f"In the briefs ({sum(entry.kind == 'past' for entry in dated)})" in root[1].text


def test_the_file_of_the_map_has_a_mark_for_each_question(small):
    corpus, files = picture_files(small)
    root = etree.fromstring(files["pictures/agreement-map.svg"].encode())
    drawn = {
        "agreement": "circle[@fill='#1f6b45']",
        "partial agreement": "g[@fill='none']",
        "dissonance": "path[@fill='#a8173c']",
        "silence": "circle[@fill='none']",
    }
    counts = {
        name: len(
            root.xpath(
                f"//*[local-name()='g'][./*[name()='{shape.partition('[')[0]}'][{shape.partition('[')[2]}][not(./*[local-name()='text'])]"
            )
        )
        for name, shape in drawn.items()
    }
    relations = Counter(
        question.relation_or_silence
        for row in agreement_map.rows(corpus)
        for question in row.questions
    )
    assert counts == {name: relations[name] for name in drawn} and sum(counts.values()) > 1
    assert [topic.title in "".join(root.itertext()) for topic in corpus.topics] == [True] * len(
        corpus.topics
    )


@pytest.mark.content
def test_each_picture_links_its_file_with_what_embeds_it(site, corpus):
    for path in all_pictures.files(corpus):
        assert (site / path).exists()
    for page, name in (
        ("index.html", "agreement-map"),
        ("timeline/index.html", "timeline"),
        ("actors/japan/index.html", "timeline-japan"),
        ("forecasts/index.html", "forecasts-han-2025"),
    ):
        root = html.parse(str(site / page), html.HTMLParser(encoding="utf-8")).getroot()
        (link,) = root.xpath(
            f"//*[@class='as-file']//a[contains(@href, '/{name}.svg') or starts-with(@href, 'pictures/{name}.svg')]"
        )
        assert (site / page).parent.joinpath(
            link.get("href")
        ).resolve() == site / f"pictures/{name}.svg"
        (code,) = link.getparent().getparent().xpath(".//code")
        assert f"pictures/{name}.svg" in code.text_content() and 'alt="' in code.text_content()


def test_picture_files_have_the_colours_of_the_style_sheet():
    sheet = (ROOT / "docs/assets/styles/1-colors.css").read_text("utf-8")
    light = sheet.partition("slate")[0]
    assert tuple(re.findall(r"--brief-\d+: (#\w+)", light)) == picture_file.PALETTE
