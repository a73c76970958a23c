"""What is done otherwise where pages, or citations, are many: it saves memory and time, and the site is the same."""

import pytest
from conftest import SMALL, whole_small

from briefsite.citations import cite_box, pandoc_process, record_files
from briefsite.engine import page_texts
from briefsite.model import remembered
from briefsite.model.packed import Packed
from briefsite.publish import build_site
from briefsite.rules.check import check_data
from briefsite.rules.speakers import briefs_by_first_word, may_name_briefs, unnamed


def files(site):
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and "pagefind" not in path.parts
    }


def test_a_site_of_many_pages_is_the_same(tmp_path, monkeypatch):
    project = whole_small(tmp_path / "small")
    build_site.build(project, tmp_path / "few")
    for module in (page_texts, record_files):
        monkeypatch.setattr(module, "MANY", 0)
    monkeypatch.setattr(cite_box, "AT_ONCE", 20)
    runs = pandoc_process.started
    build_site.build(project, tmp_path / "many")
    assert pandoc_process.started - runs > 2 * len(cite_box.citation_styles.STYLES)
    few, many = files(tmp_path / "few"), files(tmp_path / "many")
    assert few.keys() == many.keys()
    assert [name for name in few if few[name] != many[name]] == []


def test_a_fault_of_a_later_run_of_pandoc_is_told(monkeypatch):
    start = cite_box.citeproc.start

    def faulty(citations, bibliography, *others):
        last = "@s2" in citations
        return start(citations, (bibliography[0], "{" if last else bibliography[1]), *others)

    monkeypatch.setattr(cite_box.citeproc, "start", faulty)
    monkeypatch.setattr(cite_box, "AT_ONCE", 1)
    subjects = [
        cite_box.Subject({"id": str(n), "type": "webpage", "title": f"Reeds {n}"}) for n in range(3)
    ]
    boxes = cite_box.Boxes(subjects)
    with pytest.raises(RuntimeError, match="pandoc"):
        boxes.of(subjects[0])


@pytest.mark.parametrize("packs", [False, True])
def test_what_is_packed_comes_back(packs):
    values = {"a.md": ["reeds", ("“quoted”", 1)], "b.md": []}
    packed = Packed(values.items(), packs)
    assert dict(packed) == values and list(packed) == ["a.md", "b.md"] and len(packed) == 2
    assert "a.md" in packed and "c.md" not in packed
    with pytest.raises(KeyError):
        packed["c.md"]


def test_much_is_forgotten_and_little_kept(monkeypatch):
    monkeypatch.setattr(remembered, "FEW", 2)
    asked = []
    much, little = (
        remembered.remembered(lambda text, name=name: asked.append((name, text)) or text.upper())
        for name in ("much", "little")
    )
    for text in "abc":
        assert much(text) == much(text) == text.upper()
    little("a")
    remembered.forget_much()
    much("a")
    little("a")
    assert asked.count(("much", "a")) == 2 and asked.count(("little", "a")) == 1


def test_names_of_briefs_are_found_by_their_first_word():
    small_corpus = check_data(SMALL)[0]
    one, other = small_corpus.briefs[:2]
    text = f"As {one.name}'s paper says, the reeds stand."
    assert may_name_briefs(small_corpus, text)
    assert one in briefs_by_first_word(small_corpus, text)
    assert other not in briefs_by_first_word(small_corpus, text)
    assert unnamed(small_corpus, text, "…") == "As … paper says, the reeds stand."
    assert not may_name_briefs(small_corpus, "The reeds stand.")
    assert unnamed(small_corpus, "The reeds stand.") == "The reeds stand."
