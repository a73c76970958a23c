"""Each kind of generated page of the small project, letter by letter.

After a change that is meant: `python tests/test_golden.py` writes the files anew, and git shows
what became different. A test run never does.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts"))

import pytest

from briefsite.pages import (
    all_pages,
    claim_links,
    markers,
    page_parts,
)
from briefsite.rules.check import check_data

HERE = Path(__file__).resolve().parent
GOLDEN = HERE / "golden"


def made() -> dict[str, str]:
    """File name in golden/ to text: every generated page, and each part for pages."""
    corpus, problems = check_data(HERE / "small")
    assert problems == []
    texts = {
        page.path: f"{page.markdown}\n{claim_links.definitions(corpus, page.path, page.body)}\n"
        f"{claim_links.abbreviations(corpus, page.body)}\n"
        for page in all_pages.generate(corpus)
    }
    for name, make in page_parts.PARTS.items():
        texts[f"part-{name}.md"] = make(corpus, "topics/water.md")
    texts["page-index.md"] = markers.fill(
        corpus, "index.md", (HERE / "small/docs/index.md").read_text("utf-8")
    )
    from briefsite.pages import bibliography_page

    formatted = {key: f"Reference of {key}." for key in corpus.works}
    texts["part-references.md"] = bibliography_page.entries(corpus, formatted)
    return {name.replace("/", "--"): text for name, text in texts.items()}


def test_no_golden_file_is_left_over():
    assert {path.name for path in GOLDEN.iterdir()} == set(made())


@pytest.mark.parametrize("name", sorted(path.name for path in GOLDEN.iterdir()))
def test_golden(name):
    assert made()[name] == (GOLDEN / name).read_text("utf-8")


if __name__ == "__main__":
    texts = made()
    for old in GOLDEN.iterdir():
        old.unlink()
    for name, text in texts.items():
        (GOLDEN / name).write_text(text, "utf-8")
