"""Bad input, measured: thousands of damaged inputs, and what the checks say of them."""

import pytest
from fuzz import run

from checking import check

FILES = list(run.KINDS)


def problems(root):
    return check(root)[2]


def told(tally, record_property):
    record_property("fuzz", [tally.made, tally.reported, tally.named, tally.slowest])
    assert tally.faults == []


@pytest.mark.parametrize("path", FILES)
def test_a_damaged_file_is_a_line(small, path, record_property):
    told(run.file(small, path, problems, times=5), record_property)
    assert problems(small) == []


def test_what_is_no_file_is_a_line(small, tmp_path, record_property):
    tally = run.tree(small, tmp_path / "work", problems, times=6)
    told(tally, record_property)
    assert tally.elsewhere == []
