"""A larger project made of copies of the real one: more briefs, topics, actors, questions, events
and works, each as long as the real ones."""

import json
import re
from pathlib import Path

from mkdocs.utils.yaml import yaml_load

from briefsite.load.yaml_lines import read

LISTS = ("topics", "actors", "comparisons", "events", "developments", "forecasts")


def make(root: Path, target: Path, times: int) -> None:
    """Write a project of `times` the size of the one at `root` to the empty folder `target`."""
    for name in ("scripts", "overrides", "CITATION.cff"):
        (target / name).symlink_to(root / name)
    (target / "data/briefs").mkdir(parents=True)
    (target / "docs/topics").mkdir(parents=True)
    _copy_pages(root, target, times)
    _copy_data(root, target, times)
    bib = (root / "bibliography.bib").read_text("utf-8")
    (target / "bibliography.bib").write_text(
        "\n".join(_renamed_bib(bib, number) for number in range(times)), "utf-8"
    )
    with open(root / "mkdocs.yml", encoding="utf-8") as stream:
        config = yaml_load(stream)
    config["nav"] = [
        {"Home": "index.md"},
        {"Topics": "topics/index.md"},
        {"Compare": "compare.md"},
        {"Timeline": ["timeline/index.md", "timeline/expected.md", "timeline/since.md"]},
        {"Briefs": "briefs/index.md"},
        {"Actors": "actors/index.md"},
        {"Bibliography": "bibliography.md"},
        {
            "About": [
                "about/index.md",
                "about/method.md",
                "about/citing.md",
                "e/index.md",
                "glossary.md",
            ]
        },
    ]
    config["not_in_nav"] = "/topics/*\n/about/\n/data.md\n"
    (target / "mkdocs.yml").write_text(json.dumps(config), "utf-8")


def _letters(number: int) -> str:
    return (
        ""
        if number == 0
        else chr(64 + number % 26 + (26 if number % 26 == 0 else 0)) + "Z" * (number // 26)
    )


def _suffix(key: str, number: int) -> str:
    return f"{key}-x{number}" if number else key


def _copy_data(root: Path, target: Path, times: int) -> None:
    keys = _keys(root)
    for name in LISTS:
        value, _ = read(root / f"data/{name}.yml", name)
        field = next(iter(value))
        many = [_renamed(item, number, keys) for number in range(times) for item in value[field]]
        if name == "actors":
            many = [_named_apart(item, at // len(value[field])) for at, item in enumerate(many)]
        (target / f"data/{name}.yml").write_text(
            json.dumps({field: many}, ensure_ascii=False, indent=0), "utf-8"
        )
    glossary = (root / "data/glossary.yml").read_text(
        "utf-8"
    )  # among copies no brief alone owns a term
    (target / "data/glossary.yml").write_text(
        re.sub(r"^ +coined_by:.*\n", "", glossary, flags=re.M), "utf-8"
    )
    for name in ("lexicon.yml", "mutations.json"):
        (target / "data" / name).write_bytes((root / "data" / name).read_bytes())
    (target / "data/fingerprints").mkdir()
    for path in (root / "data/briefs").glob("*.yml"):
        value, _ = read(path, path.name)
        for number in range(times):
            copy = _renamed(value, number, keys) | {"prefix": value["prefix"] + _letters(number)}
            (target / f"data/briefs/{copy['key']}.yml").write_text(
                json.dumps(copy, ensure_ascii=False, indent=0), "utf-8"
            )
            (target / f"data/fingerprints/{copy['key']}.json").write_bytes(
                (root / f"data/fingerprints/{path.stem}.json").read_bytes()
            )


def _named_apart(actor: dict, number: int) -> dict:
    """A copy of an actor with names of its own, since a name belongs to one actor."""
    if not number:
        return actor
    names = {key: f"{actor[key]} {number}" for key in ("name", "korean") if actor.get(key)}
    return (
        actor | names | {"aliases": [f"{alias} {number}" for alias in actor.get("aliases") or ()]}
    )


def _keys(root: Path) -> set[str]:
    """Every key that copies must rename: of briefs, topics, actors, questions, events and works."""
    found = set(
        re.findall(r"^@\w+\{([^,]+),", (root / "bibliography.bib").read_text("utf-8"), re.M)
    )
    for name in LISTS:
        value, _ = read(root / f"data/{name}.yml", name)
        found |= {item.get("key") or item.get("id") for item in next(iter(value.values()))}
    return found


def _renamed(value, number: int, keys: set[str]):
    if isinstance(value, dict):
        return {
            _name(key, number, keys): _renamed(item, number, keys) for key, item in value.items()
        }
    if isinstance(value, list):
        return [_renamed(item, number, keys) for item in value]
    return _name(value, number, keys) if isinstance(value, str) else value


def _name(text: str, number: int, keys: set[str]) -> str:
    if text in keys:
        return _suffix(text, number)
    return re.sub(r"^([A-Z])(\d+)$", lambda found: found[1] + _letters(number) + found[2], text)


def _renamed_bib(text: str, number: int) -> str:
    return re.sub(
        r"^(@\w+\{)([^,]+),",
        lambda found: f"{found[1]}{_suffix(found[2], number)},",
        text,
        flags=re.M,
    )


def _copy_pages(root: Path, target: Path, times: int) -> None:
    for path in (root / "docs").rglob("*"):
        place = target / path.relative_to(root)
        if path.is_dir():
            place.mkdir(exist_ok=True)
        elif path.parent.name != "topics" or path.name == "index.md":
            place.write_bytes(path.read_bytes())
        else:
            for number in range(times):
                copy = place.with_name(f"{_suffix(path.stem, number)}.md")
                copy.write_text(_renamed_page(path.read_text("utf-8"), number), "utf-8")


def _renamed_page(text: str, number: int) -> str:
    text = re.sub(
        r"\]\[([A-Z])(\d+)\]", lambda found: f"][{found[1]}{_letters(number)}{found[2]}]", text
    )
    text = re.sub(r"@([a-z][a-z0-9-]+)", lambda found: f"@{_suffix(found[1], number)}", text)
    return re.sub(
        r"\]\(((?:\.\./actors/)?)([a-z-]+)\.md",
        lambda found: f"]({found[1]}{_suffix(found[2], number)}.md",
        text,
    )
