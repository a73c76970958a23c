"""`build.py contributing`."""

import argparse

from briefsite.publish import root_documents
from briefsite.rules.check import check_data


def arguments(parser: argparse.ArgumentParser) -> None:
    """This command has none."""


def run(args: argparse.Namespace) -> int:
    """Write the files of the project's root that are made from pages of the site."""
    for name, text in root_documents.texts(check_data(args.root)[0]).items():
        (args.root / name).write_text(text, "utf-8")
        print(f"{name}: written")
    return 0
