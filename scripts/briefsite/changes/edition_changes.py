"""What an edition changed, as it is kept in data/changes/<edition>.json."""

import json
from pathlib import Path

from briefsite.changes import project_states
from briefsite.changes.compare_states import Change, compare
from briefsite.load import git_history
from briefsite.model.data_files import Edition

FOLDER = "data/changes"


def text(changes: list[Change], since: str) -> str:
    """The changes against the edition `since` as JSON, one a line, so that Git shows them apart."""
    records = [
        {"label": item.label, "what": item.what, "said": item.said, "pages": item.pages}
        for item in changes
    ]
    lines = ",\n".join(f"  {json.dumps(record, ensure_ascii=False)}" for record in records)
    block = f"\n{lines}\n" if lines else ""
    return f'{{"since": {json.dumps(since)}, "changes": [{block}]}}\n'


def write(root: Path, name: str, before: Edition) -> str:
    """Write down what the edition `name`, a tag, changed against the edition `before`; returns what
    to tell."""
    try:
        found = compare(
            project_states.read(root, git_history.newest(root, [before])),
            project_states.read(root, name),
        )
    except project_states.UnknownStateError as unknown:
        return f"what it changed is not recorded: {unknown}"
    (root / FOLDER).mkdir(exist_ok=True)
    (root / FOLDER / f"{name}.json").write_text(text(found, before.name), "utf-8")
    return f"{FOLDER}/{name}.json: {len(found)} changes since {before.name}"
