"""HACKING.md speaks of paths, functions and commands that are there, and of every room."""

import ast
import re
from functools import cache

import pytest
from conftest import ROOT

TEXT = (ROOT / "HACKING.md").read_text("utf-8")
PACKAGE = ROOT / "scripts/briefsite"
NAMED = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```$", "", TEXT, flags=re.M | re.S))
PATHS = [
    name
    for name in NAMED
    if re.fullmatch(r"[\w./-]+", name)
    and ("/" in name or re.search(r"\.(md|toml|yml|bib|cff)$", name))
]
FUNCTIONS = [name for name in NAMED if re.fullmatch(r"[a-z_]+\.[A-Za-z_]+(\.[a-z_]+)?\(\)", name)]


@cache
def names(module: str) -> set[str]:
    """What a module of the package, known by its last name, defines at its top level; classes with their methods."""
    (path,) = PACKAGE.rglob(f"{module}.py")
    found = set()
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        if isinstance(node, ast.ClassDef):
            found |= {
                f"{node.name}.{item.name}"
                for item in node.body
                if isinstance(item, ast.FunctionDef)
            }
    return found


def test_something_is_named():
    assert len(PATHS) > 20 and len(FUNCTIONS) > 10


@pytest.mark.parametrize("path", sorted(set(PATHS)))
def test_each_path_is_there(path):
    places = [ROOT / path, ROOT / "scripts" / path, PACKAGE / path]
    assert any(place.exists() for place in places), f"HACKING.md names {path}"


@pytest.mark.parametrize("function", sorted(set(FUNCTIONS)))
def test_each_function_is_there(function):
    module, _, name = function.removesuffix("()").partition(".")
    assert name in names(module), f"HACKING.md names {function}"


@pytest.mark.parametrize("page", ["HACKING.md", "README.md", "CONTRIBUTING.md"])
def test_each_make_target_is_there(page):
    text = (ROOT / page).read_text("utf-8")
    named = re.findall(r"(?:`|^    )make ([a-z-]+)", text, re.M)
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M)
    assert named and set(named) <= set(targets)


def test_each_room_is_described():
    rooms = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert {room for room in rooms if f"`{room}/`" not in TEXT} == set()


def test_no_two_modules_share_a_name():
    stems = [path.stem for path in PACKAGE.rglob("*.py") if path.stem != "__init__"]
    assert sorted({stem for stem in stems if stems.count(stem) > 1}) == []


def test_no_module_is_long():
    lengths = {
        path.relative_to(ROOT): len(path.read_text("utf-8").splitlines())
        for folder in (PACKAGE, ROOT / "tools")
        for path in folder.rglob("*.py")
    }
    assert {path: length for path, length in lengths.items() if length > 250} == {}


ALLOWED = {
    "model": set(),
    "load": {"model"},
    "rules": {"model", "load"},
    "brief_text": {"model", "load", "rules"},
    "pages": {"model", "load", "rules"},
    "citations": {"model", "load"},
    "exports": {"model", "load", "pages"},
    "changes": {"model", "load"},
    "scaffold": {"model", "load", "rules", "brief_text"},
    "engine": {"model", "load", "rules", "pages", "citations", "exports"},
    "documents": {"model", "pages", "engine"},
    "publish": {"model", "load", "rules", "pages", "exports", "engine"},
}


@pytest.mark.parametrize("room", ALLOWED)
def test_a_room_imports_from_the_rooms_before_it(room):
    imported = set()
    for path in (PACKAGE / room).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("briefsite."):
                imported.add(node.module.split(".")[1])
    assert imported - {room} <= ALLOWED[room]
