#!/usr/bin/env python3
"""Check, build and serve Reading Pyongyang.

    build.py check              data, bibliography and pages; no MkDocs, no pandoc, under two seconds
    build.py site               check, then build the whole site strictly into site/
    build.py serve              the same, live: every edit is rebuilt and shown in the browser
    build.py offline            pack a copy that opens from a file, without a network, into dist/
    build.py new KIND           add a claim, event, development, forecast, work or brief, as a template with the next free id
    build.py pages FOLDER       write the generated pages as Markdown, for another engine
    build.py fingerprint KEY TEXTFILE   hash what the data use of a brief's text, which itself stays out
    build.py schema             write data/schemas/*.json, which editors use while you type
    build.py edition NAME       tag this commit as an edition, 2026.12, and record its sum
    build.py contributing       write CONTRIBUTING.md and its like from the pages under docs/about
    build.py links              ask whether the addresses of the bibliography still answer
    build.py diff BASE [HEAD]   what was added, changed and retired since a commit, in words, and on which pages

Every fault is one line: path:line: what is wrong; the nearest right answer. A command that finds
faults prints all of them, changes nothing and exits with 1.
"""

import argparse
import gc
import os
import sys
import time
from pathlib import Path

ROOT = Path(os.environ.get("PROJECT_ROOT") or Path(__file__).resolve().parents[3])


def check(args) -> int:
    """Read everything and apply every rule."""
    from briefsite.pages.made_pages import made_pages
    from briefsite.rules.check import check_project

    started = time.perf_counter()
    corpus, _, problems = check_project(args.root, made_pages)
    if problems:
        return _report(problems, args.format)
    print(
        f"all well: {len(corpus.claim)} claims, {len(corpus.questions)} questions, {len(corpus.events)} events, "
        f"{len(corpus.works)} works, {len(corpus.pages)} hand-written pages in {time.perf_counter() - started:.1f} seconds"
    )
    return 0


def site(args) -> int:
    """Build the site beside the old one and swap."""
    import tempfile

    from briefsite.engine import build_context
    from briefsite.publish import build_site
    from briefsite.publish.offline.offline_copy import for_site

    try:
        with tempfile.TemporaryDirectory(prefix="site-") as folder:
            copy = for_site(args.root, Path(folder)) if args.offline else None
            print(
                f"{args.to}/: {build_site.build(args.root, args.root / args.to, with_editions=args.editions, copy=copy)}"
            )
    except build_context.Faulty as faulty:
        return _report(faulty.problems, args.format)
    return 0


def serve(args) -> int:
    """Build and serve, again after each edit."""
    os.environ.setdefault("SITE_URL", f"http://{args.host}:{args.port}/")
    from briefsite.publish.live_server import serve as run

    try:
        run(
            args.root,
            args.root / args.to,
            args.host,
            args.port,
            say=lambda text: print(text, flush=True),
        )
    except OSError as error:
        print(
            f"can't serve on {args.host}:{args.port}: {error.strerror}; try --port {args.port + 1}",
            file=sys.stderr,
        )
        return 1
    return 0


def write_pages(args) -> int:
    """Write the generated pages, claim links resolved, to a folder."""
    from briefsite.pages import all_pages, claim_links
    from briefsite.rules.check import check_data

    corpus, problems = check_data(args.root)
    if problems:
        return _report(problems)
    if args.folder.exists() and not args.folder.is_dir():
        print(f"{args.folder} is a file; name a folder", file=sys.stderr)
        return 1
    for page in all_pages.generate(corpus):
        target = args.folder / page.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(
            f"{page.markdown}\n{claim_links.definitions(corpus, page.path, page.body)}\n", "utf-8"
        )
    print(f"{sum(1 for _ in args.folder.rglob('*.md'))} pages in {args.folder}")
    return 0


def fingerprint(args) -> int:
    """Write data/fingerprints/KEY.json from the brief's text: hashes of what the data use, no more."""
    from briefsite.brief_text import alignment, make_fingerprints
    from briefsite.load import fingerprints
    from briefsite.load.yaml_lines import read_text
    from briefsite.model.problems import Problem, nearest
    from briefsite.rules.check import check_data

    corpus, problems = check_data(args.root)
    if args.key not in corpus.brief or corpus.lexicon is None:
        hint = nearest(args.key, corpus.brief)
        return _report(
            [
                problem
                for problem in problems
                if problem.path.endswith((f"/{args.key}.yml", "lexicon.yml"))
            ]
            or [Problem("data/briefs", 1, f"there is no brief '{args.key}' that can be read", hint)]
        )
    text, faults = read_text(args.textfile, str(args.textfile), foreign=True)
    if faults:
        return _report(faults)
    before, _ = fingerprints.read(args.root, args.key)
    try:
        made = make_fingerprints.fingerprints(
            corpus, corpus.brief[args.key], text, before.salt if before else None
        )
    except alignment.TextMismatchError as mismatch:
        return _report(
            [
                Problem(
                    str(args.textfile),
                    1,
                    str(mismatch),
                    "give the brief's whole text, paragraphs parted by blank lines",
                )
            ]
        )
    (args.root / fingerprints.FOLDER).mkdir(parents=True, exist_ok=True)
    (args.root / fingerprints.FOLDER / f"{args.key}.json").write_text(made, "utf-8")
    print(f"{fingerprints.FOLDER}/{args.key}.json: written; now run the check")
    return 0


def edition(args) -> int:
    """Tag the commit at hand as an edition, record its sum and what it changed, and build the site with all editions."""
    from briefsite.changes.edition_changes import write as record_changes
    from briefsite.load.project import gather
    from briefsite.publish.editions import Broken, record

    earlier = gather(args.root)[0].editions
    try:
        total = record(args.root, args.name)
    except Broken as broken:
        print(broken, file=sys.stderr)
        return 1
    print(
        f"edition {args.name}: tagged, sum {total[:16]}…, recorded in data/editions.yml; commit what this changed in data/ and push the tag"
    )
    if earlier:
        print(record_changes(args.root, args.name, earlier[-1]))
    args.to, args.editions, args.offline, args.format = "site", True, False, "text"
    return site(args)


def schema(args) -> int:
    """Write the JSON Schemas of the data files."""
    from briefsite.exports import json_schemas
    from briefsite.rules.check import check_data

    for name, text in json_schemas.texts(check_data(args.root)[0]).items():
        (args.root / "data/schemas").mkdir(exist_ok=True)
        (args.root / "data/schemas" / name).write_text(text, "utf-8")
    print("data/schemas: written")
    return 0


def _report(problems, form: str = "text") -> int:
    for problem in problems:
        print(problem, file=sys.stderr)
    if form == "github":
        from briefsite.cli.annotations import annotations

        print("\n".join(annotations(problems)))
    print(f"{len(problems)} to mend", file=sys.stderr)
    return 1


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = argparse.ArgumentParser(
        prog="build.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    top.add_argument(
        "--root", type=Path, default=ROOT, help="the project's folder (default: this one)"
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name, run, text):
        made = commands.add_parser(name, help=text, description=run.__doc__)
        made.set_defaults(run=run)
        return made

    forms = {
        "choices": ("text", "github"),
        "default": "text",
        "help": "github: also as notes that GitHub shows at the lines at fault",
    }
    command("check", check, "check data, bibliography and pages").add_argument("--format", **forms)
    for made in (
        command("site", site, "build the site"),
        command("serve", serve, "build and serve it, live"),
    ):
        made.add_argument(
            "--to",
            default="site",
            metavar="FOLDER",
            help="where the site goes, below the project (default: site)",
        )
        if made.prog.endswith(" site"):
            made.add_argument(
                "--editions",
                action="store_true",
                help="build every edition below it too, and compare its sum",
            )
            made.add_argument(
                "--offline", action="store_true", help="offer the offline copy on it, to download"
            )
            made.add_argument("--format", **forms)
    made.add_argument("--host", default="127.0.0.1")
    made.add_argument("--port", type=int, default=8000)
    from briefsite.cli import new_command as adding
    from briefsite.cli import offline_command as offline
    from briefsite.cli import project_commands as forge

    offline.arguments(command)
    adding.arguments(
        command("new", adding.run, "add a claim, event, development, forecast, work or brief")
    )
    command("pages", write_pages, "write the generated pages as Markdown").add_argument(
        "folder", type=Path
    )
    made = command("fingerprint", fingerprint, "hash what the data use of a brief's text")
    made.add_argument("key")
    made.add_argument("textfile", type=Path)
    command("edition", edition, "tag and record an edition").add_argument(
        "name", help="year and month: 2026.12"
    )
    forge.arguments(command)
    command("schema", schema, "write the JSON Schemas that editors use")
    return top


def main(arguments=None) -> int:
    """Run one command; returns its exit status."""
    gc.set_threshold(
        100_000, 50, 1000
    )  # a build makes many objects and few cycles: a tenth of its time
    args = parser().parse_args(arguments)
    args.root = args.root.resolve()
    try:
        return args.run(args)
    except KeyboardInterrupt:
        print("interrupted; the last good site is as it was", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
