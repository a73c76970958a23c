"""The command line of what helps those who work on the project together: `build.py diff`, `contributing`, `links`."""

import sys


def arguments(command) -> None:
    """Declare them; `command(name, run, help)` gives a parser."""
    made = command("diff", diff, "say in words what changed since a commit")
    made.add_argument("base", help="a commit, tag or branch, or a folder that holds the project")
    made.add_argument("head", nargs="?", help="the same (default: the project as it stands)")
    made.add_argument("--format", choices=("text", "markdown"), default="text", help="markdown is for pull requests and release notes")
    command("contributing", contributing, "write CONTRIBUTING.md and its like from the site's pages")
    made = command("links", links, "ask whether the bibliography's addresses still answer")
    made.add_argument("--pause", type=float, default=1.0, help="seconds between two questions to one host (default: 1)")
    made.add_argument("--timeout", type=float, default=20.0, help="seconds to wait for an answer (default: 20)")


def diff(args) -> int:
    """Say in words how the project differs from a commit or folder, and which pages that touches."""
    import changes
    from changes import states

    try:
        old = states.read(args.root, args.base)
        new = states.read(args.root, args.head) if args.head else states.of_folder(args.root, "the project as it stands")
    except states.Unknown as unknown:
        print(unknown, file=sys.stderr)
        return 1
    print(changes.text(changes.compare(old, new), args.format), end="")
    return 0


def contributing(args) -> int:
    """Write the files of the project's root that are made from pages of the site."""
    from corpus import load
    from wiring import rootfiles

    corpus, _ = load(args.root)
    if problems := rootfiles.missing(corpus):
        print("\n".join(map(str, problems)), file=sys.stderr)
        return 1
    for name, text in rootfiles.texts(corpus).items():
        (args.root / name).write_text(text, "utf-8")
        print(f"{name}: written")
    return 0


def links(args) -> int:
    """Ask every address of the bibliography; print what it answers as Markdown. Fails when one is gone."""
    from corpus import bibliography
    from corpus.textfile import read_text
    from forge import linkcheck

    text, problems = read_text(args.root / bibliography.NAME, bibliography.NAME)
    works, faults = bibliography.parse(text)
    if problems or faults:
        print("\n".join(map(str, problems or faults)), file=sys.stderr)
        return 1
    found = linkcheck.check(works.values(), args.pause, args.timeout)
    print(linkcheck.report(found), end="")
    return int(any(item.state == "gone" for item in found))
