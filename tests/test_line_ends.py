"""Where Git is set to write CRLF, as on Windows, what the shell, make and the sums read still has LF."""

import shutil
import subprocess

import pytest
from conftest import ROOT

READ = [
    ".ci/run",
    "Makefile",
    "scripts/build.py",
    "bibliography.bib",
    "data/fingerprints/small.json",
]


@pytest.fixture
def checkout(tmp_path):
    for name in [*READ, ".gitattributes"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_file():
            shutil.copy(ROOT / name, tmp_path / name)
        else:
            (tmp_path / name).write_bytes(b"{\r\n}\r\n")  # as an editor there saves it
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")

    def git(*arguments):
        return subprocess.run(
            ["git", "-c", "core.autocrlf=true", "-c", "core.eol=crlf", *arguments],
            cwd=tmp_path,
            check=True,
            capture_output=True,
        )

    git("init", "-q")
    git("add", ".")
    git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "a")
    for name in [*READ, "picture.png"]:
        (tmp_path / name).unlink()
    git("checkout", "-q", ".")
    return tmp_path


@pytest.mark.parametrize("name", READ)
def test_lines_end_in_lf(checkout, name):
    assert b"\r" not in (checkout / name).read_bytes()


def test_a_picture_is_left_alone(checkout):
    assert (checkout / "picture.png").read_bytes() == b"\x89PNG\r\n\x1a\n"
