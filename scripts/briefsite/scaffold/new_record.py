"""Making one record: its id, its template filled with what was given, its place; and every reason to refuse."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from briefsite.load import placeholders, validation
from briefsite.load.yaml_lines import parse, read_text
from briefsite.model import data_files, outcomes, records
from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem
from briefsite.rules import id_suggestions
from briefsite.rules.check import check_data
from briefsite.scaffold import append_bibtex, insert_yaml, safe_write
from briefsite.scaffold.record_kinds import Kind
from briefsite.scaffold.record_templates import fill, scalar

MODELS = {
    "claims": records.Brief,
    "events": data_files.Events,
    "developments": outcomes.Developments,
    "forecasts": outcomes.Forecasts,
}


class Refused(Exception):
    """Nothing was added; `problems` say why."""

    def __init__(self, *problems: Problem):
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True)
class Added:
    """What was added, where, and the Problems that name what is still to be filled in."""

    path: str
    line: int
    id: str
    left: tuple[Problem, ...]


def make(root: Path, kind: Kind, name: str, given: dict) -> Added:
    """Add a record of a kind to the project at `root`; `name` is its id, "" for the next free or one made of its title.

    `given` holds the values by option, texts or lists of texts, None for what is left to fill in.
    Raises Refused, and has then changed nothing.
    """
    corpus, _ = check_data(root)
    _names_exist(corpus, kind, given)
    if kind.name == "work":
        return append_bibtex.add(root, corpus, name, given)
    if kind.name == "brief":
        return _brief(root, corpus, kind, name, given)
    if kind.name == "claim":
        path, name = _claim_in(corpus, given)
    else:
        path, name = kind.path, _id(corpus, kind, name, given)
    text, faults = read_text(root / path, path)
    value, broken = (None, faults) if faults else parse(text, path)
    if broken or not isinstance(value, dict):
        raise Refused(*(broken or [Problem(path, 1, "this file does not hold keys and values")]))
    raw = (root / path).read_bytes().decode("utf-8")
    record = fill(f"{kind.name}.yml.jinja", id=scalar(name), **_values(kind, given))
    try:
        made, line = insert_yaml.inserted(
            raw,
            kind.key,
            _index(value.get(kind.key), given) if kind.name == "claim" else None,
            record,
        )
    except (insert_yaml.NoPlace, yaml.YAMLError) as error:
        raise Refused(Problem(path, dict(value.mark.keys).get(kind.key, 1), str(error))) from None
    left = _checked(text, made, path, MODELS[kind.key], line)
    safe_write.replace(root / path, made)
    return Added(path, line, name, left)


def _names_exist(corpus: Corpus, kind: Kind, given: dict) -> None:
    known = id_suggestions.known(corpus)
    for option in kind.options:
        words = given.get(option.name) or []
        for word in (words if isinstance(words, list) else [words]) if option.names else ():
            if word not in known[option.names]:
                raise Refused(
                    Problem(
                        "build.py new",
                        1,
                        f"{option.flag}: there is no {option.names} '{word}'",
                        id_suggestions.meant(corpus, option.names, word),
                    )
                )


def _claim_in(corpus: Corpus, given: dict) -> tuple[str, str]:
    """The file of the brief and the next free id; the paragraph and sentences exist."""
    if not given.get("brief"):
        raise Refused(
            Problem(
                "build.py new",
                1,
                "which brief makes the claim?",
                "--brief " + " or ".join(corpus.brief),
            )
        )
    brief = corpus.brief[given["brief"]]
    taken = {item.id for item in (*brief.claims, *brief.retired)} | corpus.malformed
    numbers = [
        int(found[1])
        for name in taken
        if (found := re.fullmatch(rf"{brief.prefix}(\d{{1,6}})", name))
    ]
    lengths = {str(paragraph.number): len(paragraph.sentences) for paragraph in brief.paragraphs}
    paragraph = given.get("paragraph")
    if paragraph and paragraph not in lengths:
        raise Refused(
            Problem(
                brief.at.path,
                brief.at.line,
                f"--paragraph: {brief.key} has no paragraph {paragraph}",
                f"it has 1 to {len(lengths)}",
            )
        )
    for number in given.get("sentences") or () if paragraph else ():
        if not number.isdecimal() or not 1 <= int(number) <= lengths[paragraph]:
            raise Refused(
                Problem(
                    brief.at.path,
                    brief.at.line,
                    f"--sentences: paragraph {paragraph} has no sentence {number}",
                    f"it has 1 to {lengths[paragraph]}",
                )
            )
    return brief.at.path, f"{brief.prefix}{max(numbers, default=0) + 1}"


def _id(corpus: Corpus, kind: Kind, name: str, given: dict) -> str:
    """The id of a record that is no claim: as given, or made of the title; nobody has it yet."""
    plain = (
        unicodedata.normalize("NFKD", given.get("title") or "")
        .encode("ascii", "ignore")
        .decode()
        .lower()
    )
    name = (
        name or "" if kind.name == "forecast" else name or "-".join(re.findall(r"[a-z0-9]+", plain))
    )
    if not name:
        raise Refused(
            Problem(
                "build.py new", 1, f"which {kind.name}?", f"build.py new {kind.name} ID; {kind.id}"
            )
        )
    if kind.name == "forecast" and name not in corpus.claim:
        raise Refused(
            Problem(
                "build.py new",
                1,
                f"there is no claim '{name}', and a forecast is known by its claim",
                id_suggestions.meant(corpus, "claim", name),
            )
        )
    others = (
        corpus.forecast
        if kind.name == "forecast"
        else {item.id: item for item in (*corpus.events, *corpus.developments)} | corpus.retired
    )
    if name in others:
        raise Refused(
            Problem(
                others[name].at.path,
                others[name].at.line,
                f"the id '{name}' is taken",
                "ids are never used again",
            )
        )
    if name in corpus.malformed:
        raise Refused(
            Problem(
                kind.path,
                1,
                f"the id '{name}' is taken",
                "by a record that something is wrong with: see `make check`",
            )
        )
    return name


def _values(kind: Kind, given: dict) -> dict:
    """Every value as YAML: what was given, the template's placeholder for what is needed, "" for what is not."""
    values = {}
    for option in kind.options:
        value = given.get(option.name)
        placeholder = (
            ([placeholders.TEXT] if option.many else placeholders.TEXT) if option.needed else ""
        )
        values[option.name] = (
            scalar(value if value else placeholder) if value or placeholder else ""
        )
    if kind.name == "development" and not given.get("added"):
        values["added"] = scalar(date.today().isoformat())
    return values


def _index(claims, given: dict) -> int | None:
    """Where a claim belongs in the order of paragraphs and sentences; None is the end."""

    def at(paragraph, sentences):
        return [
            int(number) if str(number).isdecimal() else 0
            for number in (paragraph, *(sentences if isinstance(sentences, list) else ()))
        ]

    if not given.get("paragraph"):
        return None
    wanted = at(given["paragraph"], given.get("sentences") or ["999"])
    return next(
        (
            index
            for index, claim in enumerate(claims or ())
            if isinstance(claim, dict)
            and at(claim.get("paragraph"), claim.get("sentences")) > wanted
        ),
        None,
    )


def _checked(old: str, new: str, path: str, model, line: int) -> tuple[Problem, ...]:
    """What is left to fill in. Raises Refused where what was given has not the right shape."""
    before, after = [], []
    validation.of_text(old, path, model, before, set())
    validation.of_text(new, path, model, after, set())
    known = {problem.message for problem in before}
    fresh = [problem for problem in after if problem.message not in known]
    wrong = [problem for problem in fresh if "still the template's text" not in problem.message]
    if wrong:
        raise Refused(
            *(Problem("build.py new", 1, problem.message, problem.hint) for problem in wrong)
        )
    return tuple(sorted(fresh))


def _brief(root: Path, corpus: Corpus, kind: Kind, key: str, given: dict) -> Added:
    """Start a brief's file."""
    path = kind.path.format(id=key)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key or ""):
        raise Refused(
            Problem(
                "build.py new",
                1,
                f"'{key}' is no key for a brief" if key else "which brief?",
                "author-year, small letters: chun-2024",
            )
        )
    if (root / path).exists() or key in corpus.brief:
        raise Refused(Problem(path, 1, "this brief is here already"))
    taken = {brief.prefix: brief for brief in corpus.briefs}
    prefix = given.get("prefix") or next(
        part
        for length in range(1, len(key) + 2)
        for part in [(key + "x").upper().replace("-", "")[:length]]
        if part not in taken and part.isalpha()
    )
    if prefix in taken:
        raise Refused(
            Problem(
                taken[prefix].at.path,
                taken[prefix].at.line,
                f"--prefix: '{prefix}' is {taken[prefix].key}'s",
            )
        )
    values = _values(
        kind,
        given | {"prefix": prefix, "name": given.get("name") or key.split("-")[0].capitalize()},
    )
    claim = fill(
        "claim.yml.jinja",
        id=f"{prefix}1",
        **{
            name: f"[{placeholders.TEXT}]" if name in ("sentences", "topics") else placeholders.TEXT
            for name in ("paragraph", "sentences", "kind", "says", "topics")
        },
    )
    text = (
        fill(
            "brief.yml.jinja",
            id=key,
            claim=claim,
            paragraphs=_paragraphs(given.get("text")),
            **values,
        ).rstrip("\n")
        + "\n"
    )
    left = _checked("", text, path, records.Brief, 1)
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    try:
        safe_write.create(root / path, text)
    except FileExistsError:
        raise Refused(Problem(path, 1, "this file is here already")) from None
    return Added(path, 1, key, left)


def _paragraphs(textfile: str | None) -> list[list]:
    """Words per sentence of each paragraph of a text: blocks of more than one sentence, or of 25 words and a full stop."""
    if not textfile:
        return [[placeholders.TEXT]]
    text, faults = read_text(Path(textfile), textfile)
    if faults:
        raise Refused(*faults)
    from briefsite.brief_text.alignment import sentences

    cut = [
        sentences(" ".join(block.split())) for block in re.split(r"\n\s*\n", text) if block.strip()
    ]
    counted = [
        [len(sentence.split()) for sentence in paragraph]
        for paragraph in cut
        if len(paragraph) > 1
        or (
            len(paragraph[0].split()) >= 25
            and paragraph[0].rstrip("\"”')0123456789").endswith((".", "?", "!"))
        )
        or len(paragraph[0].split()) >= 40
    ]
    return counted or [[placeholders.TEXT]]
