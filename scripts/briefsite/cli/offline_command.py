"""`build.py offline`: the command line of the offline copy."""

import sys
from pathlib import Path


def arguments(command) -> None:
    """Declare it; `command(name, run, help)` gives a parser."""
    command("offline", run, "pack a copy that opens from a file, without a network").add_argument(
        "--to", type=Path, metavar="FILE", help="the zip to write (default: dist/TITLE-VERSION.zip)"
    )


def run(args) -> int:
    """Pack a copy of the site that opens from a file, without a server or a network; site/ is left as it is."""
    from briefsite.engine import build_context
    from briefsite.publish.offline.offline_copy import make

    try:
        target, size = make(args.root, args.to)
    except build_context.Faulty as faulty:
        print("\n".join(map(str, faulty.problems)), file=sys.stderr)
        return 1
    except OSError as error:
        print(
            f"can't write {error.filename or args.to}: {error.strerror}; name another file: --to FILE",
            file=sys.stderr,
        )
        return 1
    print(
        f"{target.relative_to(args.root) if target.is_relative_to(args.root) else target}: {size / 1e6:.1f} MB; unpack it and open its index.html"
    )
    return 0
