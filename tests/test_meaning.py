"""What turns a meaning: denials, numbers, actors, hedges, directions; entries against themselves."""

import pytest
from test_build import run

SAYS = [
    ("A3", "The town should build again.", "The town should not build again.", "denies"),
    ("A3", "The town should build again.", "The town should certainly build again.", "surer"),
]


@pytest.mark.parametrize(("name", "old", "new", "told"), SAYS)
def test_a_claim_turned_is_named(small, name, old, new, told):
    path = small / "data/briefs/alder-2020.yml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    done = run(small, "check")
    assert done.returncode == 1
    assert f"{name}: " in done.stdout + done.stderr
    assert told in done.stdout + done.stderr


def test_a_key_and_its_date_agree(small):
    path = small / "bibliography.bib"
    path.write_text(path.read_text("utf-8").replace("{2022-06-20}", "{2021-06-20}"), "utf-8")
    assert "willow-2022: the key says 2022" in (done := run(small, "check")).stdout + done.stderr
