#!/usr/bin/env python3
"""The entry: `scripts/build.py COMMAND`, for one of the commands in briefsite/cli. See --help."""

import sys

from briefsite.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
