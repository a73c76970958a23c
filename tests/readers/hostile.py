"""A project whose every text has turned hostile: tests/small with live markup in each place that takes text.

Nothing is chosen by hand: each text of each data file, of the bibliography and of CITATION.cff is
tried in turn, with the worst payload that the checks let through there. Where they let none
through, that is noted with what they said.
"""

import contextlib
import io
import json
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.utils.yaml import yaml_load

from briefsite.cli import main as build
from briefsite.load.yaml_lines import read

RUN = "window.ran=true"
SCRIPT = f"<script>{RUN}</script>"
PAYLOADS = (
    f"""'"></p></div></title></script>{SCRIPT}<img src=x onerror={RUN}><svg onload={RUN}>[x](javascript:{RUN}){{: onclick={RUN} }} `{RUN}` &lt;b onclick={RUN}&gt; **x** | [@nobody] <!-- x""",
    f"></p></div>{SCRIPT}<img src=x onerror={RUN}><svg onload={RUN}>[x](javascript:{RUN}) {{ onclick={RUN} }} |",
    f"{SCRIPT}<img src=x onerror={RUN}>",
    SCRIPT,
)
OTHERS = (
    "javascript:window.ran=true",
    "javascript:window.ran=true//https://example.org",
    "data:text/html,<script>window.ran=true</script>",
    'https://example.org/" onmouseover="window.ran=true',
    '2020" onclick="window.ran=true',
)
"""In place of a text, for addresses and dates."""
GENERATED = [
    "compare.md",
    {"Timeline": ["timeline/index.md", "timeline/expected.md"]},
    "briefs/index.md",
    "actors/index.md",
    "bibliography.md",
    "e/index.md",
    "glossary.md",
]


@dataclass
class Hostile:
    """The project at `root`, the words that mark each payload let in, and what was said of those refused."""

    root: Path
    let_in: dict[str, tuple[str, str]] = field(default_factory=dict)
    """By its marker, where a payload stands and the payload."""
    refused: list[tuple[str, str, str]] = field(default_factory=list)
    """File, place and what the checks said."""


def project(small: Path, real: Path, own: bool = False) -> Path:
    """Make of the small project, in place, one that can be built as a site: with the real theme and settings.
    With scripts and theme of its `own`, which may be changed, or with links to the real ones."""
    for name in ("scripts", "overrides"):
        if own:
            shutil.copytree(real / name, small / name)
        else:
            (small / name).symlink_to(real / name)
    for name in (
        "styles",
        "templates",
    ):  # what is kept of earlier builds spares two seconds a build
        if own and (real / ".build" / name).is_dir():
            shutil.copytree(real / ".build" / name, small / ".build" / name)
    shutil.copy(real / "mkdocs-offline.yml", small)
    shutil.copytree(real / "docs/assets", small / "docs/assets")
    (small / "docs/about").mkdir(exist_ok=True)
    method = "".join(
        f"## {name} {{ #{name} }}\n\nMade up.\n\n"
        for name in re.findall(
            r"\{ #([\w-]+) \}", (real / "docs/about/method.md").read_text("utf-8")
        )
    )
    (small / "docs/about/coding.md").write_text("# Coding\n\n<!-- codings -->\n", "utf-8")
    (small / "docs/about/method.md").write_text(f"# Method\n\nMade up.\n\n{method}", "utf-8")
    for path in (small / "docs/topics").glob("*.md"):
        text = path.read_text("utf-8")
        path.write_text(text if "<!-- since -->" in text else f"{text}\n<!-- since -->\n", "utf-8")
    (small / "docs/topics/index.md").write_text("# Topics\n\n<!-- topics -->\n", "utf-8")
    with open(real / "mkdocs.yml", encoding="utf-8") as stream:
        config = yaml_load(stream)
    config["nav"] = [
        {"Home": "index.md"},
        {"In one page": "summary.md"},
        {"Topics": ["topics/index.md", "topics/water.md", "topics/walls.md"]},
        *GENERATED,
        "about/method.md",
        "about/coding.md",
    ]
    config["not_in_nav"] = "/*"
    config["site_url"], config["extra"]["edition"] = "SITE", "EDITION"
    text = json.dumps(config)
    for value, default in (
        ("SITE", "SITE_URL, 'http://127.0.0.1:8000/'"),
        ("EDITION", "EDITION, ''"),
    ):
        text = text.replace(f'"{value}"', f"!ENV [{default}]")
    (small / "mkdocs.yml").write_text(text, "utf-8")
    return small


def check(root: Path) -> list[str]:
    """What `make check` says of a project: nothing when all is well. A traceback fails the test."""
    said = io.StringIO()
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
        code = build.main(["--root", str(root), "check"])
    lines = said.getvalue().splitlines()[:-1]
    assert bool(code) == bool(lines), lines
    return lines


def make(root: Path) -> Hostile:
    """Turn every text of the project at `root` hostile, as far as its checks let it."""
    made = Hostile(root)
    for path in (*sorted((root / "data").rglob("*.yml")), root / "CITATION.cff"):
        if path.name == "lexicon.yml":  # words to look for, which no page shows
            continue
        value, problems = read(path, path.name)
        assert not problems
        path.write_text(json.dumps(value, ensure_ascii=False, indent=1), "utf-8")
        for place in _places(value):
            _try(
                made,
                path,
                ".".join(map(str, place)),
                lambda text, place=place, path=path: _with(path, place, text),
                _at(value, place),
            )
            value, _ = read(path, path.name)
    bib = root / "bibliography.bib"
    for number in range(len(list(BIB.finditer(bib.read_text("utf-8"))))):
        found = list(BIB.finditer(bib.read_text("utf-8")))[number]
        _try(
            made,
            bib,
            found["name"],
            lambda text, number=number: _with_field(bib, number, text),
            found["value"],
        )
    return made


BIB = re.compile(r"^  (?P<name>\w+) = \{(?P<value>.*)\}(?=,?$)", re.M)


def _try(made: Hostile, path: Path, place: str, put, old: str) -> None:
    before = path.read_text("utf-8")
    name, marker = path.relative_to(made.root).as_posix(), _word(len(made.let_in))
    for payload in (*(f"{old} {payload} {marker}" for payload in PAYLOADS), *OTHERS):
        path.write_text(put(payload), "utf-8")
        said = check(made.root)
        if not said:
            made.let_in[marker] = (f"{name}: {place}", payload)
            return
        made.refused.append((name, place, said[0]))
        path.write_text(before, "utf-8")


def _word(number: int) -> str:
    return "zq" + "".join(chr(97 + int(digit)) for digit in f"{number:03}") + "qz"


def _places(value, above=()):
    items = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, item in items:
        if isinstance(item, str):
            yield (*above, key)
        else:
            yield from _places(item, (*above, key))


def _at(value, place):
    for step in place:
        value = value[step]
    return value


def _with(path: Path, place, text: str) -> str:
    value = json.loads(path.read_text("utf-8"))
    _at(value, place[:-1])[place[-1]] = text
    return json.dumps(value, ensure_ascii=False, indent=1)


def _with_field(path: Path, number: int, text: str) -> str:
    whole = path.read_text("utf-8")
    found = list(BIB.finditer(whole))[number]
    return whole[: found.start("value")] + text + whole[found.end("value") :]
