"""`build.py schema`."""

import argparse

from briefsite.exports import json_schemas
from briefsite.rules.check import check_data


def arguments(parser: argparse.ArgumentParser) -> None:
    """This command has none."""


def run(args: argparse.Namespace) -> int:
    """Write the JSON Schemas of the data files, which editors use."""
    folder = args.root / "data/schemas"
    folder.mkdir(exist_ok=True)
    for name, text in json_schemas.texts(check_data(args.root)[0]).items():
        (folder / name).write_text(text, "utf-8")
    print("data/schemas: written")
    return 0
