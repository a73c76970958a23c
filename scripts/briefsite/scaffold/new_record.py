"""Making one record: its id, its template filled with what was given, its place; and every reason
to refuse."""

import re
import unicodedata
from pathlib import Path

import yaml

from briefsite.load.text_files import read_text
from briefsite.load.yaml_lines import Listed, Located, YamlValue, parse
from briefsite.model import data_files, outcomes, records
from briefsite.model.corpus import Corpus
from briefsite.model.problems import Mark, Problem
from briefsite.rules.check import check_data
from briefsite.rules.id_suggestions import id_hint, records_by_kind
from briefsite.scaffold import insert_yaml, safe_write
from briefsite.scaffold.append_bibtex import append_work
from briefsite.scaffold.new_brief import add_brief
from briefsite.scaffold.record_kinds import RecordKind
from briefsite.scaffold.record_templates import fill, left_to_fill_in, option_values, scalar
from briefsite.scaffold.refusal import COMMAND, Added, Given, RefusedError, list_of, text_of

MODELS: dict[str, type[records.Record]] = {
    "claims": records.Brief,
    "events": data_files.Events,
    "developments": outcomes.Developments,
    "forecasts": outcomes.Forecasts,
}


def add_record(root: Path, kind: RecordKind, name: str, given: Given) -> Added:
    """Add a record of a kind to the project at `root`; `name` is its id, "" for the next free or
    one made of its title.

    Raises RefusedError, and has then changed nothing.
    """
    corpus, _ = check_data(root)
    _check_names(corpus, kind, given)
    if kind.name == "work":
        return append_work(root, corpus, name, given)
    if kind.name == "brief":
        return add_brief(root, corpus, kind, name, given)
    if kind.name == "claim":
        path, name = _claim_place(corpus, given)
    else:
        path, name = kind.path, _free_id(corpus, kind, name, given)
    text, faults = read_text(root / path, path)
    value, faults = (None, faults) if faults else parse(text, path)
    if faults or not isinstance(value, Located):
        raise RefusedError(*faults or [Problem(path, 1, "this file does not hold keys and values")])
    record = fill(f"{kind.name}.yml.jinja", id=scalar(name), **option_values(kind, given))
    index = _claim_index(value.get(kind.key), given) if kind.name == "claim" else None
    try:
        raw = (root / path).read_bytes().decode("utf-8")
        grown, line = insert_yaml.inserted(raw, kind.key, index, record)
    except (insert_yaml.NoPlaceError, yaml.YAMLError) as error:
        raise RefusedError(value.mark.problem(str(error), key=kind.key)) from None
    left = left_to_fill_in(text, grown, path, MODELS[kind.key])
    safe_write.replace(root / path, grown)
    return Added(path, line, name, left)


def _check_names(corpus: Corpus, kind: RecordKind, given: Given) -> None:
    """Raise RefusedError where an option names a record that does not exist."""
    for option in kind.options:
        if not (named := option.names):
            continue
        for word in (text_of(given, option.name), *list_of(given, option.name)):
            if word and word not in records_by_kind(corpus)[named]:
                raise RefusedError.because(
                    f"{option.flag}: there is no {named} '{word}'", id_hint(corpus, named, word)
                )


def _claim_place(corpus: Corpus, given: Given) -> tuple[str, str]:
    """The file of the brief and the next free id; the paragraph and sentences exist."""
    if not (key := text_of(given, "brief")):
        raise RefusedError.because(
            "which brief makes the claim?", f"--brief {' or '.join(corpus.brief)}"
        )
    brief = corpus.brief[key]
    lengths = {str(paragraph.number): len(paragraph.sentences) for paragraph in brief.paragraphs}
    if paragraph := text_of(given, "paragraph"):
        if paragraph not in lengths:
            message = f"--paragraph: {key} has no paragraph {paragraph}"
            raise RefusedError(_at_file(brief.at, message, f"it has 1 to {len(lengths)}"))
        for number in list_of(given, "sentences"):
            if not number.isdecimal() or not 1 <= int(number) <= lengths[paragraph]:
                message = f"--sentences: paragraph {paragraph} has no sentence {number}"
                raise RefusedError(_at_file(brief.at, message, f"it has 1 to {lengths[paragraph]}"))
    taken = {item.id for item in (*brief.claims, *brief.retired)} | corpus.malformed
    matches = (re.fullmatch(rf"{brief.prefix}(\d{{1,6}})", name) for name in taken)
    last = max((int(match[1]) for match in matches if match), default=0)
    return brief.at.path, f"{brief.prefix}{last + 1}"


def _at_file(at: Mark, message: str, hint: str) -> Problem:
    return Problem(at.path, at.line, message, hint)


def _free_id(corpus: Corpus, kind: RecordKind, name: str, given: Given) -> str:
    """The id of a record that is no claim: as given, or made of the title; nobody has it yet."""
    is_forecast = kind.name == "forecast"
    if not name and not is_forecast:
        title = unicodedata.normalize("NFKD", text_of(given, "title")).encode("ascii", "ignore")
        name = "-".join(re.findall(r"[a-z0-9]+", title.decode().lower()))
    if not name:
        raise RefusedError.because(
            f"which {kind.name}?", f"{COMMAND} KIND={kind.name} ARGS=ID; {kind.id}"
        )
    if is_forecast and name not in corpus.claim:
        message = f"there is no claim '{name}', and a forecast is known by its claim"
        raise RefusedError.because(message, id_hint(corpus, "claim", name))
    dated = {item.id: item for item in (*corpus.events, *corpus.developments)} | corpus.retired
    other = corpus.forecast.get(name) if is_forecast else dated.get(name)
    if other:
        raise RefusedError(
            other.at.problem(f"the id '{name}' is taken", "ids are never used again")
        )
    if name in corpus.malformed:
        hint = "by a record that something is wrong with: see `make check`"
        raise RefusedError(Problem(kind.path, 1, f"the id '{name}' is taken", hint))
    return name


def _claim_index(claims: YamlValue, given: Given) -> int | None:
    """Where a claim belongs in the order of paragraphs and sentences; None is the end."""
    if not (paragraph := text_of(given, "paragraph")):
        return None
    place = _numbers([paragraph, *(list_of(given, "sentences") or ["999"])])
    for index, claim in enumerate(claims if isinstance(claims, Listed) else ()):
        if isinstance(claim, Located):
            sentences = claim.get("sentences")
            listed = sentences if isinstance(sentences, Listed) else ()
            if _numbers([claim.get("paragraph"), *listed]) > place:
                return index
    return None


def _numbers(values: list[YamlValue]) -> list[int]:
    return [int(text) if (text := str(value)).isdecimal() else 0 for value in values]
