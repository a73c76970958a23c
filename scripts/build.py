#!/usr/bin/env python3
"""The entry: `scripts/build.py COMMAND`, for one of the commands in briefsite/cli. See --help."""

import locale
import os
import sys

from briefsite.cli.main import main

if __name__ == "__main__":
    if locale.getpreferredencoding(False).lower() not in ("utf-8", "utf8"):
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.argv])
    sys.exit(main())
