"""`build.py review`."""

import argparse
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from briefsite.changes import signed_states
from briefsite.cli import review_list, review_selection, review_sheet
from briefsite.cli.reporting import report
from briefsite.load.text_files import read_text
from briefsite.model.corpus import Corpus
from briefsite.model.reviews import REVIEW_KINDS, SELF, SIGNER, SIGNERS, SOURCES, Key, Stamp
from briefsite.rules.check import check_data
from briefsite.rules.review_states import reviews
from briefsite.scaffold import stamp_files


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ids", nargs="*", help="E31, answer/q-arms/alder-2020, docs/topics/x.md#y")
    parser.add_argument("--ids", dest="list", metavar="FILE", help="a list of these, one a line")
    parser.add_argument("--all-of", metavar="PAGE", help="what a page shows: docs/topics/x.md")
    parser.add_argument("--kind", choices=REVIEW_KINDS, help="all of one kind")
    parser.add_argument("--all", action="store_true", help="everything")
    parser.add_argument("--sign", action="store_true", help="sign them without asking")
    parser.add_argument("--by", default="", help=f"who signs: {SIGNERS}")
    parser.add_argument("--against", choices=SOURCES, default="", help="what it was compared with")
    parser.add_argument(
        "--text", action="append", type=Path, default=[], help="a brief's text, to show"
    )
    parser.add_argument(
        "--tidy", action="store_true", help="take out the stamps of records that are gone"
    )
    parser.add_argument("--format", choices=("text", "markdown"), default="text")


def run(args: argparse.Namespace) -> int:
    """List what nobody has compared with its source as it stands; show records, ask, and sign.

    Without a name all that is to review is listed. --sign signs without asking."""
    corpus, problems = check_data(args.root)
    if args.tidy:
        for gone in stamp_files.tidy(args.root, corpus):
            print(f"{gone.path}:{gone.line}: taken out, the stamp of {'/'.join(gone.key)}")
        return 0
    try:
        keys = _selected(corpus, args)
    except review_selection.UnknownRecordError as unknown:
        print(f"{unknown}\nnothing was signed", file=sys.stderr)
        return 1
    if keys is None:
        print("\n".join(review_list.in_full(corpus, args.format)))
        return 0
    broken = [item for item in problems if item.path.startswith("data/reviews/")]
    if broken or corpus.malformed:
        return report(broken or problems)
    if args.by and not re.fullmatch(SIGNER, args.by):
        print(f"'{args.by}' can't sign; who signs is {SIGNERS}", file=sys.stderr)
        return 1
    if args.sign and not args.by:
        print(f"say who signs: --by and {SIGNERS}", file=sys.stderr)
        return 1
    if not args.sign:
        keys = _asked(corpus, keys, args)
    return _sign(corpus, keys, args)


def _selected(corpus: Corpus, args: argparse.Namespace) -> list[Key] | None:
    """The records named, and of a page, a kind or everything those to review; None for a list."""
    names: list[str] = list(args.ids)
    if args.list:
        text, faults = read_text(Path(args.list), args.list, foreign=True)
        if faults:
            raise review_selection.UnknownRecordError("\n".join(map(str, faults)))
        names += review_selection.listed(text)
    keys = review_selection.named(corpus, names)
    known = reviews(corpus)
    whole: Sequence[Key] = []
    if args.all_of:
        whole = review_selection.of_page(corpus, args.all_of)
    elif args.kind or args.all:
        whole = [key for key in known if args.all or key[0] == args.kind]
    keys += [key for key in whole if known[key].state != "compared"]
    return (
        list(dict.fromkeys(keys))
        if names or args.list or args.all_of or args.kind or args.all
        else None
    )


def _asked(corpus: Corpus, keys: list[Key], args: argparse.Namespace) -> list[Key]:
    """The records among these to which the answer is yes."""
    texts, faults = review_sheet.texts(corpus, args.root, args.text)
    for fault in faults:
        print(fault, file=sys.stderr)
    agreed: list[Key] = []
    try:
        for number, key in enumerate(keys, 1):
            print("\n".join(review_sheet.sheet(corpus, reviews(corpus)[key], args.root, texts)))
            if not args.by:
                args.by = _who()
            prompt = f"[{number} of {len(keys)}] Does it say what its source says? y, n, s(kip): "
            answer = input(prompt).strip().casefold()
            if answer in ("y", "yes"):
                agreed.append(key)
            elif answer in ("n", "no"):
                print("  not signed; correct it in its file, or report it")
            print()
    except EOFError:
        print("\nthe rest is skipped")
    return agreed


def _who() -> str:
    while True:
        name = input(f"Who signs ({SIGNERS})? ").strip()
        if re.fullmatch(SIGNER, name):
            return name


def _sign(corpus: Corpus, keys: list[Key], args: argparse.Namespace) -> int:
    """Sign these records; whoever has changed one here since the last commit signs as `self`."""
    committed = signed_states.at_commit(args.root, "HEAD")
    frozen = stamp_files.unsignable(corpus)
    signed: dict[Key, Stamp] = {}
    refused = 0
    for key in keys:
        if key[0] == "forecast" and key[1] in frozen:
            print(f"not signed: {frozen[key[1]]}", file=sys.stderr)
            refused += 1
            continue
        record = reviews(corpus)[key].record
        before = committed.get(key)
        own = bool(committed) and (before is None or before.record != record.record)
        by = SELF if own else args.by
        signed[key] = stamp_files.stamp(record, by, date.today().isoformat(), args.against)
    stamp_files.write(args.root, corpus.stamps | signed, {kind for kind, _ in signed})
    own = [key for key, stamp in signed.items() if stamp.by == SELF and args.by != SELF]
    print(f"signed: {len(signed)}" + (f", not signed: {refused}" if refused else ""))
    if own:
        names = ", ".join("/".join(key) for key in own[:8]) + (", …" if len(own) > 8 else "")
        print(f"as self, since they are changed here and not committed: {names}")
    return 1 if refused else 0
