"""`build.py new`: the command line of adding."""

import sys

from briefsite.scaffold.record_kinds import KINDS


def arguments(parser) -> None:
    """Declare a subcommand for each kind, with its options."""
    kinds = parser.add_subparsers(dest="what", required=True, metavar="KIND")
    for kind in KINDS.values():
        made = kinds.add_parser(
            kind.name,
            help=f"a {kind.name}, in {kind.path}".replace("a event", "an event"),
            description="Adds a commented template, filled with what is given here; `make check` then names what is left to fill in.",
        )
        if kind.id:
            made.add_argument("id", nargs="?", default="", help=kind.id)
        for option in kind.options:
            made.add_argument(
                option.flag,
                dest=option.name,
                help=option.help,
                **({"nargs": "+", "metavar": option.name.upper()} if option.many else {}),
            )


def run(args) -> int:
    """Add one record to the data, or say why not."""
    from briefsite.scaffold.new_record import add_record
    from briefsite.scaffold.refusal import RefusedError

    kind = KINDS[args.what]
    given = {option.name: getattr(args, option.name) for option in kind.options}
    try:
        added = add_record(args.root, kind, getattr(args, "id", "") or "", given)
    except RefusedError as refused:
        for problem in refused.problems:
            print(problem, file=sys.stderr)
        print("nothing was added", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"nothing was added: {error.filename or ''}: {error.strerror}", file=sys.stderr)
        return 1
    print(f"{added.path}:{added.line}: added {kind.name} {added.id}")
    for problem in added.left:
        print(f"  to fill in: {problem}")
    return 0
