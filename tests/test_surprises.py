"""What reads otherwise than it looks: YAML's signs, letters in two pieces, addresses, clones."""

import subprocess
import unicodedata

import pytest

from briefsite.load import bibtex, citation_cff, git_history, text_files, yaml_lines
from briefsite.model.records import Claim

SURPRISES = [
    ("a: rhetoric #1 and more", 1, "'#1 and more' is a comment to YAML"),
    ("a: Assembly adopts law #12 against it", 1, "put the whole text in quotes"),
    ("a: #12 law", 1, "'#12 law' is a comment"),
    ("a: in C #", 1, "'#' is a comment"),
    ("a: b\t#1", 1, "'#1' is a comment"),
    ("a:\n- b #1 c", 2, "'#1 c' is a comment"),
    ("a: one\n  two #3 four", 2, "'#3 four' is a comment"),
    ("a: one\n  #3 four", 2, "'#3 four' is a comment"),
    ("a: [b, c #d\n  ]", 1, "'#d' is a comment"),
    ("a:\u00a0b", 1, "U+00A0 no-break space"),
    ("b: c\n\u00a0a: b", 2, "write a normal space"),
    ("a: b\u3000c", 1, "U+3000 ideographic space"),
    (
        "a: “Law”",
        1,
        "“ ” do not quote in YAML; write \"Law\"; to show the quotation marks, '“Law”'",
    ),
    ("a: ‘Law’", 1, "‘ ’ do not quote in YAML"),
    ("a: “Law: the text”", 1, "“ and ‘ do not quote in YAML"),
    ("a: !important law", 1, "'!important' is a tag to YAML"),
    ("a: &c law", 1, "'&c' is an anchor to YAML"),
]


@pytest.mark.parametrize("text, line, said", SURPRISES, ids=[text for text, *_ in SURPRISES])
def test_a_value_that_yaml_reads_otherwise_is_a_line(text, line, said):
    _, problems = yaml_lines.parse(f"{text}\n", "f.yml")
    assert len(problems) == 1 and problems[0].line == line and said in str(problems[0])


READ = [
    ("a: no", "no"),
    ("a: 12:30:45", "12:30:45"),
    ("a: 2024-05-01", "2024-05-01"),
    ("a: 012", "012"),
    ("a: 1_0", "1_0"),
    ("a: ~", None),
    ("a: Null", None),
    ("a: law # a comment", "law"),
    ("a: C#1", "C#1"),
    ("a: 'law #1'", "law #1"),
    ("a: 'law' #1", "law"),
    ("a: |\n  law #1", "law #1\n"),
    ("a: “Axis” and “order”", "“Axis” and “order”"),
    ("a: R & D", "R & D"),
    ("#a: b\na: c", "c"),
    ("# a\u00a0b\na: c", "c"),
]


@pytest.mark.parametrize("text, meant", READ, ids=[text for text, _ in READ])
def test_a_value_is_the_text_that_stands_there(text, meant):
    value, problems = yaml_lines.parse(f"{text}\n", "f.yml")
    assert problems == [] and value["a"] == meant


@pytest.mark.parametrize("number", ["012", "1_0", "6.0", "+6", "0x1f", "1:30", " 6\u00a0"])
def test_a_number_is_written_in_plain_digits(number):
    with pytest.raises(ValueError, match="whole number"):
        Claim.model_validate({"id": "A1", "paragraph": number, "kind": "fact", "says": "x"})


def test_letters_and_their_accents_are_one_character():
    parted = unicodedata.normalize("NFD", "Café 한기범")
    text, problems = text_files.decode(parted.encode(), "f.md")
    assert problems == [] and text == unicodedata.normalize("NFC", parted) != parted
    works, _ = bibtex.parse("@misc{a-1, title = {Caf{\\'e}}}")
    assert works["a-1"].title == unicodedata.normalize("NFC", works["a-1"].title)


CFF = (
    'title: T\nauthors:\n- name: S\nlicense: CC-BY-4.0\nversion: "1"\ndate-released: "2020-01-02"\n'
)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/?x=1",
        "https://example.org/r#top",
        " https://example.org/ ",
        "example.org",
        "https://",
        "https:///x",
        "ftp://example.org",
        "https://a b.org/",
        "javascript:alert(1)",
    ],
)
def test_the_address_of_the_site_is_checked(address):
    project, problems = citation_cff.read(CFF, address)
    assert project is None and [str(problem) for problem in problems] == [
        f"CITATION.cff:1: SITE_URL is '{address}'; it must be the site's address, beginning with "
        "https://, without blanks, ? and #"
    ]
    assert citation_cff.read(CFF, "http://localhost:8000")[1] == []


def test_a_shallow_clone_does_not_know_its_dates(tmp_path):
    def git(folder, *arguments, day="2024-05-06"):
        times = {f"GIT_{who}_DATE": f"{day}T12:00:00Z" for who in ("AUTHOR", "COMMITTER")}
        identity = ("-c", "user.name=T", "-c", "user.email=t@example.org")
        subprocess.run(
            ["git", *identity, *arguments], cwd=folder, env=ENVIRONMENT | times, check=True
        )

    whole = tmp_path / "whole"
    whole.mkdir()
    git(whole, "init", "-q")
    for name, day in (("a", "2024-05-06"), ("b", "2024-06-07"), ("b", "2024-07-08")):
        (whole / name).write_text(day, "utf-8")
        git(whole, "add", name)
        git(whole, "commit", "-qm", name, day=day)
    assert git_history.read(whole).dates == {"a": "2024-05-06", "b": "2024-07-08"}
    assert git_history.unknown(whole) == ""
    git(tmp_path, "clone", "-q", "--depth", "2", f"file://{whole}", "cut")
    assert git_history.read(tmp_path / "cut").dates == {"b": "2024-07-08"}
    assert "git fetch --unshallow" in git_history.unknown(tmp_path / "cut")
    assert git_history.unknown(tmp_path) == ""


ENVIRONMENT = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1"}
