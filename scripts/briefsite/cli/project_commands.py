"""The command line of what helps those who work on the project together: `build.py diff`, `contributing`, `links`."""

import sys


def arguments(command) -> None:
    """Declare them; `command(name, run, help)` gives a parser."""
    made = command("diff", diff, "say in words what changed since a commit")
    made.add_argument("base", help="a commit, tag or branch, or a folder that holds the project")
    made.add_argument("head", nargs="?", help="the same (default: the project as it stands)")
    made.add_argument(
        "--format",
        choices=("text", "markdown"),
        default="text",
        help="markdown is for pull requests and release notes",
    )
    command(
        "contributing", contributing, "write CONTRIBUTING.md and its like from the site's pages"
    )
    made = command("links", links, "ask whether the bibliography's addresses still answer")
    made.add_argument(
        "--pause",
        type=float,
        default=1.0,
        help="seconds between two questions to one host (default: 1)",
    )
    made.add_argument(
        "--timeout", type=float, default=20.0, help="seconds to wait for an answer (default: 20)"
    )


def diff(args) -> int:
    """Say in words how the project differs from a commit or folder, and which pages that touches."""
    from briefsite.changes import change_texts, compare_states, project_states

    try:
        old = project_states.read(args.root, args.base)
        new = (
            project_states.read(args.root, args.head)
            if args.head
            else project_states.of_folder(args.root, "the project as it stands")
        )
    except project_states.UnknownStateError as unknown:
        print(unknown, file=sys.stderr)
        return 1
    print(change_texts.text(compare_states.compare(old, new), args.format), end="")
    return 0


def contributing(args) -> int:
    """Write the files of the project's root that are made from pages of the site."""
    from briefsite.publish import root_documents
    from briefsite.rules.check import check_data

    corpus, _ = check_data(args.root)
    if problems := root_documents.missing(corpus):
        print("\n".join(map(str, problems)), file=sys.stderr)
        return 1
    for name, text in root_documents.texts(corpus).items():
        (args.root / name).write_text(text, "utf-8")
        print(f"{name}: written")
    return 0


def links(args) -> int:
    """Ask every address of the bibliography; print what it answers as Markdown. Fails when one is gone."""
    from briefsite.cli import link_checker
    from briefsite.load import bibtex
    from briefsite.load.text_files import read_text

    text, problems = read_text(args.root / bibtex.NAME, bibtex.NAME)
    works, faults = bibtex.parse(text)
    if problems or faults:
        print("\n".join(map(str, problems or faults)), file=sys.stderr)
        return 1
    found = link_checker.check(works.values(), args.pause, args.timeout)
    print(link_checker.report(found), end="")
    return int(any(item.state == "gone" for item in found))
