"""Works of which no headline was seen, and copies of works that archives keep."""

import re

from test_rules import changed, said

from briefsite.citations import cite_box, csl_items, formatted_references
from briefsite.pages import bibliography_page
from briefsite.rules.check import check_data


def test_a_description_stands_in_roman_type_in_every_style(small):
    """APA and MLA put a description in place of a title: brackets, no italics, no quotes."""
    changed(
        small,
        "bibliography.bib",
        "title = {[headline not seen]},",
        "title = {[headline not seen]},\n  description = {Report on the Flood of June},",
    )
    corpus, problems = check_data(small)
    assert problems == []
    subject = cite_box.Subject(csl_items.work(corpus.works["hazel-2022"]))
    for form in cite_box.Boxes([subject]).of(subject):
        assert "[Report on the Flood of June]" in form.full, form.label
        assert not re.search(r"[“<>]\[Report|\][.,]?(?:”|</)", form.full), form.label
    site = formatted_references.request([], corpus.works.values()).result().entries["hazel-2022"]
    assert "2022. [Report on the Flood of June]." in site


def test_an_archived_copy_is_shown_with_its_day(small):
    changed(
        small,
        "bibliography.bib",
        "url = {https://example.org/hazel}",
        "url = {https://example.org/hazel},\n  archiveurl = {https://example.org/old/hazel},\n"
        "  archivedate = {2023-01-09}",
    )
    corpus, problems = check_data(small)
    assert problems == []
    text = bibliography_page.entries(corpus, {"hazel-2022": "Hazel"})
    assert "[Archived copy](<https://example.org/old/hazel>), seen 9\xa0January 2023" in text
    changed(small, "bibliography.bib", ",\n  archivedate = {2023-01-09}", "")
    assert (
        "bibliography.bib:42: hazel-2022: 'archiveurl' needs 'archivedate' beside it; "
        "the address of the copy, and the day it was seen" in said(small)
    )
