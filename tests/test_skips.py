"""A test that lacks its tools is skipped with a word on one's own machine, and fails in CI."""

import os
import subprocess
import sys

import pytest
from conftest import ROOT


@pytest.mark.parametrize(
    "ci, outcome", [("", "2 skipped"), ("false", "2 skipped"), ("true", "1 skipped, 1 error")]
)
def test_what_is_not_installed_fails_in_ci(tmp_path, ci, outcome):
    (tmp_path / "test_one.py").write_text(
        "import pytest\n@pytest.mark.skipif(True, reason='no browser is installed')\ndef test_one(): pass\n"
        "@pytest.mark.skipif(True, reason='not meant for here')\ndef test_two(): pass\n"
    )
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-rs",
            "-p",
            "no:cacheprovider",
            "-p",
            "conftest",
            "--rootdir",
            str(tmp_path),
            "test_one.py",
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env=os.environ
        | {
            "CI": ci,
            "PYTHONPATH": os.pathsep.join(str(ROOT / name) for name in ("tests", "scripts", "")),
        },
    )
    assert outcome in done.stdout and "no browser is installed" in done.stdout, (
        done.stdout + done.stderr
    )
