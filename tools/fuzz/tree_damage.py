"""Kinds of damage to the files themselves.

Each is a function of (dice, root) that gives the path damaged, or None.
"""

import os
from pathlib import Path


def _file(dice, root: Path, folder: str = "") -> Path:
    return dice.choice(
        sorted(
            path
            for path in (root / folder).rglob("*")
            if path.is_file() and "texts" not in path.parts
        )
    )


def missing(dice, root):
    path = _file(dice, root)
    path.unlink()
    return path


def folder_in_its_place(dice, root):
    path = missing(dice, root)
    path.mkdir()
    return path


def unreadable(dice, root):
    path = _file(dice, root)
    path.chmod(0)
    return path


def leads_to_itself(dice, root):
    path = missing(dice, root)
    path.symlink_to(path.name)
    return path


def leads_nowhere(dice, root):
    path = missing(dice, root)
    path.symlink_to("../gone")
    return path


def endless(dice, root):
    path = missing(dice, root)
    path.symlink_to("/dev/zero")
    return path


def pipe(dice, root):
    path = missing(dice, root)
    os.mkfifo(path)
    return path


def other_extension(dice, root):
    path = _file(dice, root, dice.choice(["data", "docs"]))
    new = path.with_suffix(
        dice.choice(
            {".yml": [".yaml", ".YML", ".txt"], ".md": [".markdown", ".MD"], ".json": [".jsn"]}[
                path.suffix
            ]
        )
    )
    path.rename(new)
    return path


def unread(dice, root):
    path = root / dice.choice(
        [
            "data/topic.yml",
            "data/extra.json",
            "data/briefs/alder.yaml",
            "data/briefs/notes.txt",
            "docs/more.markdown",
        ]
    )
    path.write_text("a: 1\n")
    return path


def odd_name(dice, root):
    path = Path(
        os.fsdecode(
            os.fsencode(root)
            + dice.choice(
                [
                    b"/data/briefs/\xff.yml",
                    b"/docs/topics/\xe9.md",
                    b"/docs/a\nb.md",
                    b"/docs/\x1b[2J.md",
                ]
            )
        )
    )
    path.write_text("# Odd\n")
    return path


def folder_lost(dice, root):
    path = root / dice.choice(["data", "docs", "data/briefs", "data/fingerprints", "docs/topics"])
    path.rename(root / "texts/lost")
    return path


KINDS = (
    missing,
    folder_in_its_place,
    unreadable,
    leads_to_itself,
    leads_nowhere,
    endless,
    pipe,
    other_extension,
    unread,
    odd_name,
    folder_lost,
)
