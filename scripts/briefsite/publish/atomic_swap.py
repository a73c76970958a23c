"""A finished site put in the place of the old one, in one step where the system can."""

import ctypes
import os
import shutil
import sys
from pathlib import Path

AT_FDCWD, RENAME_EXCHANGE = -100, 2
"""Arguments of Linux' renameat2(2)."""


def swap(fresh: Path, site: Path) -> None:
    """Put the folder `fresh` in the place of `site` and delete the old one.

    Where names can't be exchanged, two renames do it, between which no site stands; `repair`
    finishes them when they are cut in two.
    """
    if site.exists() and exchange(fresh, site):
        shutil.rmtree(fresh, ignore_errors=True)
        return
    old = _beside(site, "old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def exchange(one: Path, other: Path) -> bool:
    """Exchange the names of two folders, so that neither is ever missing; False if impossible."""
    try:
        call = ctypes.CDLL(None).renameat2 if sys.platform == "linux" else None
        names = AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other)
        return bool(call) and call(*names, RENAME_EXCHANGE) == 0
    except (OSError, AttributeError):
        return False


def fresh_folder(site: Path) -> Path:
    """The folder beside `site` in which this process builds the next one."""
    return _beside(site, f"next-{os.getpid()}")


def repair(site: Path) -> None:
    """Bring back the old site after a swap cut in two, and delete what dead builds have left."""
    old = _beside(site, "old")
    if old.exists() and not site.exists():
        old.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    for left in site.parent.glob(f".{site.name}-next-*"):
        if not _is_alive(left.name.rpartition("-")[2]):
            shutil.rmtree(left, ignore_errors=True)


def _beside(site: Path, name: str) -> Path:
    return site.parent / f".{site.name}-{name}"


def _is_alive(pid: str) -> bool:
    try:
        os.kill(int(pid), 0)
    except PermissionError:
        return True
    except (ProcessLookupError, ValueError):
        return False
    return True
