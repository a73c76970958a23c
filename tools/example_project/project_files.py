"""Everything of a project, written to a folder."""

import hashlib
import re
import shutil
from pathlib import Path
from random import Random

import yaml

from briefsite.brief_text.make_fingerprints import fingerprints
from briefsite.load.project import read_project
from tools.example_project import (
    authors,
    bibliography,
    brief_record,
    brief_writer,
    comparison_writer,
    names,
    outcomes,
    prose_pages,
    subject,
    vocabulary,
)
from tools.example_project.names import Record

ROOT = Path(__file__).resolve().parents[2]
TITLE = "Reading Ummelstrand"
Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
NAV = Path(__file__).with_name("nav.yml").read_text("utf-8")


def write(
    target: Path,
    briefs: int = 10,
    scale: int = 1,
    *,
    seed: int = 0,
    link: bool = False,
    root: Path = ROOT,
) -> None:
    """Write a project of `scale` subjects with so many briefs each to the folder `target`.

    Its first subject is the same whatever the scale, so that pages can be compared as a project
    grows. Scripts, overrides and assets come from `root`, linked or copied.
    """
    data: dict[str, list[Record]] = {
        name: []
        for name in (
            "topics",
            "actors",
            "terms",
            "questions",
            "events",
            "forecasts",
            "left_out",
            "developments",
            "unsourced",
        )
    }
    works: list[bibliography.Entry] = []
    texts: dict[str, str] = {}
    pages: dict[str, str] = {}
    first: list[brief_writer.Written] = []
    for number in range(scale):
        made = _subject(number, briefs, seed, data, works, pages)
        first = first or made
        for brief in made:
            _dump(target / f"data/briefs/{brief.key}.yml", brief_record.record(brief))
            texts[brief.key] = brief_record.text(brief)
    comparison_writer.mark_key(data["questions"])
    comparison_writer.choose_summary(data["questions"])
    pages["index.md"] = prose_pages.home(TITLE, first)
    shutil.copytree(prose_pages.FIXED, target / "docs", dirs_exist_ok=True)
    for name, text in pages.items():
        _write(target / "docs" / name, text)
    for name, fields in {
        "topics": ("topics",),
        "actors": ("actors",),
        "glossary": ("terms",),
        "comparisons": ("questions",),
        "events": ("events",),
        "forecasts": ("forecasts", "left_out"),
        "developments": ("developments", "unsourced"),
    }.items():
        _dump(target / f"data/{name}.yml", {field: data[field] for field in fields})
    _dump(target / "data/lexicon.yml", vocabulary.LEXICON)
    _dump(target / "data/editions.yml", {"editions": []})
    _write(target / "bibliography.bib", bibliography.bib(works))
    _settings(target, root, list(pages) if scale == 1 else [])
    for name in ("scripts", "overrides", "docs/assets"):
        _place(root / name, target / name, link)
    _fingerprints(target, texts)


def _subject(
    number: int,
    briefs: int,
    seed: int,
    data: dict[str, list[Record]],
    works: list[bibliography.Entry],
    pages: dict[str, str],
) -> list[brief_writer.Written]:
    """Add one subject to everything; its briefs."""
    random = Random(f"{seed}/{number}/{briefs}")
    about = subject.make(number, briefs, random)
    cited = bibliography.cited(about, briefs, random)
    sources = bibliography.sources(about, briefs, random)
    short = [(entry.key, entry.short) for entry in cited]
    made = [
        brief_writer.write(about, place, author, short, random)
        for place, author in enumerate(authors.of(about, briefs, random))
    ]
    kept = (about.town, about.river)
    works += [*(bibliography.brief(brief.author, kept) for brief in made), *cited, *sources]
    data["topics"] += [
        {"key": key, "title": title, "about": text} for key, title, text in about.topics
    ]
    data["actors"] += [_actor(actor) for actor in about.actors]
    data["terms"] += _terms(about, made)
    data["questions"] += comparison_writer.questions(about.questions, made)
    dated = {entry.key: entry.fields["date"] for entry in sources}
    reports = list(dated)
    data["events"] += outcomes.events(about, made, reports, random)
    entries, left_out = outcomes.forecasts(about, made, random)
    since = outcomes.developments(about, made, entries, dated, random)
    outcomes.judge(entries, since, reports, random)
    data["forecasts"] += entries
    data["left_out"] += left_out
    data["developments"] += since
    data["unsourced"] += [
        {
            "edtf": str(year),
            "matter": f"What became of {things[year % 5][1]}.",
            "state": "Looked for and not found.",
        }
        for year, things in zip(range(2021, 2026), about.objects.values(), strict=False)
    ]
    for key, *_ in about.topics:
        pages[f"topics/{key}.md"] = prose_pages.topic(about, key, made)
    return made


def _actor(actor: subject.Actor) -> Record:
    value: Record = {"key": actor.key, "name": actor.name, "kind": actor.kind}
    if actor.korean:
        value["korean"] = actor.korean
    return value | ({"aliases": list(actor.aliases)} if actor.aliases else {})


def _terms(about: subject.Subject, briefs: list[brief_writer.Written]) -> list[Record]:
    """The term of each brief and, once, what the site abbreviates."""
    found: list[Record] = []
    if not about.number:
        found.append(
            {
                "key": "ura",
                "term": "URA",
                "expansion": "Ummel River Authority",
                "meaning": "The body that keeps the gauges.",
                "whose": "general",
            }
        )
    for brief in briefs:
        point = next(point for point in brief.points if point.quote == brief.coined)
        found.append(
            {
                "key": names.slug(brief.coined),
                "term": brief.coined,
                "meaning": point.says.partition(" stands for ")[2].capitalize(),
                "whose": f"{brief.author.name}'s",
                "coined_by": brief.key,
                "claims": [point.id],
            }
        )
    return found


def _settings(target: Path, root: Path, listed: list[str]) -> None:
    """mkdocs.yml of `root` with a nav and a name of its own, and CITATION.cff."""
    text = (root / "mkdocs.yml").read_text("utf-8")
    topics = [name for name in listed if name.startswith("topics/") and name != "topics/index.md"]
    nav = NAV.format(topics="".join(f"  - {name}\n" for name in topics))
    nav += "" if topics else "\nnot_in_nav: |\n  /topics/*\n"
    text = re.sub(r"^nav:\n(?:[ -].*\n)+", lambda _: nav, text, flags=re.M)
    for name, value in (
        ("site_name", TITLE),
        ("site_description", "Invented briefs."),
        ("copyright", "All of it is made up."),
    ):
        text = re.sub(rf"^{name}: .*$", f'{name}: "{value}"', text, flags=re.M)
    _write(target / "mkdocs.yml", text)
    _dump(
        target / "CITATION.cff",
        {
            "cff-version": "1.2.0",
            "message": "Made up; cite nothing of it.",
            "type": "dataset",
            "title": TITLE,
            "authors": [{"name": "Reading Ummelstrand contributors"}],
            "license": "CC-BY-4.0",
            "version": "0.1",
            "date-released": "2026-11-22",
        },
    )


def _place(source: Path, place: Path, link: bool) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    if link:
        place.symlink_to(source)
    else:
        shutil.copytree(source, place, ignore=shutil.ignore_patterns("__pycache__"))


def _fingerprints(target: Path, texts: dict[str, str]) -> None:
    """The briefs' fingerprints, salted by key; the texts stay out of the project."""
    corpus, problems, complete = read_project(target)
    if problems or not complete:
        raise ValueError(f"the generated project has faults: {problems[:3]}")
    for brief in corpus.briefs:
        salt = hashlib.blake2b(brief.key.encode(), digest_size=16).hexdigest()
        made = fingerprints(corpus, brief, texts[brief.key], salt)
        _write(target / f"data/fingerprints/{brief.key}.json", made)


def _dump(path: Path, value: object) -> None:
    _write(path, yaml.dump(value, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=10_000))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
