"""A new edition: what it asks for, its tag, and its line in data/editions.yml."""

import re
import tempfile
from pathlib import Path

from briefsite.exports import citation_cff_text
from briefsite.load import citation_cff
from briefsite.load.project import read_project
from briefsite.model import data_paths, ids
from briefsite.model.build_settings import BuildSettings
from briefsite.model.corpus import Corpus
from briefsite.publish import editions
from briefsite.publish.editions import EditionError, State, run
from briefsite.rules import review_states

MOST = 30
"""So many records are named that stand in the way of an edition."""
ZENODO = ".zenodo.json"


def prepare(root: Path, name: str, day: str, settings: BuildSettings) -> list[str]:
    """Write into CITATION.cff, and .zenodo.json where it is, what an edition of `day` says.

    Returns the files that changed. Raises EditionError for a malformed name."""
    _check_name(name)
    changed: list[str] = []
    for path, text in _citing(root, name, day, settings).items():
        if (root / path).read_text("utf-8") != text:
            (root / path).write_text(text, "utf-8")
            changed.append(path)
    return changed


def record(root: Path, name: str, today: str, settings: BuildSettings) -> str:
    """Tag the commit at hand as edition `name`, build it, and record it in data/editions.yml.

    Returns its sum. Raises EditionError for a name that is taken or malformed, for uncommitted
    changes, for a CITATION.cff of another state, and while records are to review.
    """
    _check_name(name)
    if run(["git", "status", "--porcelain"], root, "this is not a Git repository").strip():
        raise EditionError(
            "there are uncommitted changes; an edition is a commit: commit them first"
        )
    file = root / data_paths.EDITIONS
    if not file.is_file():
        raise EditionError(f"{data_paths.EDITIONS} is missing; an edition is written down there")
    corpus = read_project(root)[0]
    taken = any(edition.name == name for edition in corpus.editions)
    if taken or run(["git", "tag", "--list", name], root, "").strip():
        raise EditionError(f"the tag '{name}' exists already; an edition is never made twice")
    if refusal := unreviewed(corpus):
        raise EditionError(refusal)
    day = _released(root, name, today, settings)
    commit, tree = (
        run(["git", "rev-parse", f"HEAD^{{{kind}}}"], root, "").strip()
        for kind in ("commit", "tree")
    )
    run(
        ["git", "tag", "--annotate", "--message", f"Edition {name}", name],
        root,
        f"can't tag {name}",
    )
    try:
        with tempfile.TemporaryDirectory(prefix="edition-") as folder:
            state = State(name, name, commit)
            total = editions.build(root, state, Path(folder) / "site", settings.site_url)
    except BaseException:
        run(["git", "tag", "--delete", name], root, "")
        raise
    entry = (
        f'- {{name: "{name}", tag: "{name}", date: {day}, sum: {total},\n'
        f'   commit: "{commit}", swhid: "swh:1:dir:{tree}"}}\n'
    )
    text = file.read_text("utf-8").rstrip("\n").replace("editions: []", "editions:") + "\n"
    file.write_text(text + entry, "utf-8")
    return total


def unreviewed(corpus: Corpus) -> str:
    """Why no edition can be made of a corpus as it stands: records that nobody has compared, and
    claims and answers that only their author has; "" where there are none."""
    waiting, own = review_states.to_review(corpus), review_states.signed_by_themselves(corpus)
    lines = [f"{item.record.name} {item.words}" for item in waiting]
    lines += [f"{item.record.name} was signed by the person who changed it" for item in own]
    if not lines:
        return ""
    more = f"\n  and {len(lines) - MOST} more" if len(lines) > MOST else ""
    return (
        "an edition holds only what somebody compared with its source; left to do, "
        "with scripts/build.py review:\n  " + "\n  ".join(lines[:MOST]) + more
    )


def _check_name(name: str) -> None:
    if not re.fullmatch(ids.EDITION, name):
        raise EditionError(
            f"'{name}' is not the name of an edition; write year and month: 2026.12, or 2026.12.1"
        )


def _released(root: Path, name: str, today: str, settings: BuildSettings) -> str:
    """The day of the edition as CITATION.cff has it. Raises EditionError where that file, or
    .zenodo.json, is not the edition's."""
    project, _ = citation_cff.read((root / citation_cff.NAME).read_text("utf-8"))
    day = project.released if project else ""
    texts = _citing(root, name, day if "" < day <= today else today, settings)
    stale = [path for path, text in texts.items() if (root / path).read_text("utf-8") != text]
    if stale:
        raise EditionError(
            f"{' and '.join(stale)} of this commit {'are' if stale[1:] else 'is'} not yet of an "
            f"edition {name}; run scripts/build.py edition {name} --prepare, and commit that first"
        )
    return day


def _citing(root: Path, name: str, day: str, settings: BuildSettings) -> dict[str, str]:
    """The texts of CITATION.cff and .zenodo.json of an edition."""
    corpus = read_project(root)[0]
    address = settings.site_url.rstrip("/") + f"/e/{name}/" if settings.site_url else ""
    texts = {
        citation_cff.NAME: citation_cff_text.of_edition(
            (root / citation_cff.NAME).read_text("utf-8"), corpus, name, day, address
        )
    }
    if (root / ZENODO).is_file():
        written = (root / ZENODO).read_text("utf-8")
        texts[ZENODO] = citation_cff_text.zenodo_of_edition(written, name)
    return texts
