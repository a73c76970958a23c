#!/usr/bin/env python3
"""The entry: `scripts/build.py COMMAND`, for one of the commands in briefsite/cli. See --help.

It runs itself again where that is needed: with the Python of .venv, whose packages the project
needs, and with UTF-8 as the encoding, which file names and texts have.
"""

import gc
import importlib.util
import locale
import os
import sys
from pathlib import Path

OWN = Path(__file__).resolve().parents[1] / ".venv"


def main() -> int:
    if not importlib.util.find_spec("pybtex"):
        python = OWN / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        if not python.exists() or Path(sys.prefix).resolve() == OWN.resolve():
            print("run make check once: it installs what the project needs", file=sys.stderr)
            return 1
        os.execv(python, [str(python), *sys.argv])
    if locale.getpreferredencoding(False).lower() not in ("utf-8", "utf8"):
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.argv])

    from briefsite.cli.main import main as run_command

    return run_command()


if __name__ == "__main__":
    status = main()
    gc.freeze()  # at its end Python would look for cycles once more: a tenth of a build
    sys.exit(status)
