"""`build.py pages`."""

import argparse
from pathlib import Path

from briefsite.engine.build_error import BuildError
from briefsite.pages import all_pages, claim_links
from briefsite.rules.check import check_data


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path)


def run(args: argparse.Namespace) -> int:
    """Write the generated pages, claim links resolved, to a folder."""
    corpus, problems = check_data(args.root)
    if problems:
        raise BuildError(problems)
    pages = list(all_pages.generate(corpus))
    for page in pages:
        target = args.folder / page.path
        target.parent.mkdir(parents=True, exist_ok=True)
        definitions = claim_links.definitions(corpus, page.path, page.body)
        target.write_text(f"{page.markdown}\n{definitions}\n", "utf-8")
    print(f"{len(pages)} pages in {args.folder}")
    return 0
