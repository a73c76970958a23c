"""Works in CSL-JSON, by its schema, 1.0.2, and as Crossref answers for a DOI."""

import json
from collections.abc import Mapping
from typing import Any, cast

from briefsite.load.foreign_works import Draft, edtf, placed, plain_tex
from briefsite.model.problems import Problem

CSL_TYPES = {
    **dict.fromkeys(
        "article article-journal article-newspaper article-magazine journal-article".split(),
        "article",
    ),
    **dict.fromkeys("webpage post post-weblog posted-content".split(), "online"),
    "report": "report",
    **dict.fromkeys(("book", "monograph", "edited-book"), "book"),
    **dict.fromkeys(("chapter", "book-chapter"), "incollection"),
    **dict.fromkeys(("paper-conference", "proceedings-article"), "inproceedings"),
    **dict.fromkeys(("thesis", "dissertation"), "thesis"),
    "dataset": "dataset",
    "document": "misc",
}
CSL_FIELDS = {
    "title": "title",
    "container-title": "container",
    "collection-title": "series",
    "publisher": "publisher",
    "publisher-place": "location",
    "volume": "volume",
    "number-of-volumes": "volumes",
    "issue": "number",
    "number": "number",
    "collection-number": "number",
    "page": "pages",
    "number-of-pages": "pagetotal",
    "chapter-number": "chapter",
    "part-number": "part",
    "edition": "edition",
    "version": "version",
    "genre": "type",
    "DOI": "doi",
    "URL": "url",
    "ISBN": "isbn",
    "ISSN": "issn",
    "language": "language",
    "title-short": "shorttitle",
    "original-title": "origtitle",
    "event-title": "eventtitle",
    "event-place": "venue",
    "status": "pubstate",
    "note": "note",
    "issued": "date",
    "accessed": "urldate",
    "event-date": "eventdate",
    "original-date": "origdate",
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "container-author": "bookauthor",
}


def parse(raw: str, name: str) -> tuple[list[Draft], list[Problem]]:
    """The items of CSL-JSON: a list, one item, or Crossref's answer, which wraps one."""
    try:
        value: Any = json.loads(raw)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        return [], [Problem(name, line, "this is not JSON", getattr(error, "msg", ""))]
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for number, found in enumerate(_items(value), 1):
        kind = str(found.get("type", ""))
        line = _line_of(raw, str(found.get("id", "")), number)
        if kind not in CSL_TYPES:
            hint = "known are " + ", ".join(CSL_TYPES)
            problems.append(Problem(name, line, f"item {number}: unknown type '{kind}'", hint))
            continue
        fields: dict[str, str] = {}
        for source, target in CSL_FIELDS.items():
            text = _csl_value(found.get(source))
            if text and text not in fields.get(target, "").split(", "):
                fields[target] = ", ".join(filter(None, (fields.get(target), text)))
        lost = tuple(sorted(set(found) - CSL_FIELDS.keys() - {"id", "type", "citation-key"}))
        drafts.append(Draft(line, CSL_TYPES[kind], placed(CSL_TYPES[kind], kind, fields), lost))
    if not drafts and not problems:
        problems.append(Problem(name, 1, "this JSON holds no items", "CSL-JSON is a list of items"))
    return drafts, problems


def _items(value: Any) -> list[Mapping[str, Any]]:
    """The items of a list, an answer that wraps them, or the one that stands alone."""
    if isinstance(value, dict):
        alone = cast("Mapping[str, Any]", value)
        inner = alone.get("message", alone)
        value = inner.get("items", [inner]) if isinstance(inner, dict) else inner  # pyright: ignore
    listed = cast("list[Any]", value) if isinstance(value, list) else []
    return [cast("Mapping[str, Any]", each) if isinstance(each, dict) else {} for each in listed]


def _line_of(raw: str, key: str, number: int) -> int:
    at = raw.find(json.dumps(key, ensure_ascii=False)) if key else -1
    return raw.count("\n", 0, at) + 1 if at >= 0 else min(number, raw.count("\n") + 1)


def _csl_value(value: Any) -> str:
    """A variable of CSL as TeX: a text, a date, or names."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        people = cast("list[Mapping[str, Any]]", value)
        return " and ".join(filter(None, map(_csl_person, people)))
    if isinstance(value, list):
        return _csl_value(cast("list[Any]", value)[0]) if value else ""
    if isinstance(value, dict):
        date = cast("Mapping[str, Any]", value)
        parts: Any = date.get("date-parts")
        listed = cast("list[Any]", parts) if isinstance(parts, list) else []
        ends = [_date_end(cast("list[Any]", end)) for end in listed if isinstance(end, list)]
        if not any(ends):
            return edtf(str(date.get("raw") or date.get("literal") or ""))
        return "/".join(end + ("~" if date.get("circa") else "") for end in ends)
    return plain_tex(str(value)) if isinstance(value, str | int | float) else ""


def _date_end(parts: list[Any]) -> str:
    return "-".join(f"{int(part):02}" for part in parts if str(part).isdecimal())


def _csl_person(person: Mapping[str, Any]) -> str:
    whole = person.get("literal") or person.get("name") or ""
    if whole or not person.get("given"):
        return f"{{{plain_tex(str(whole or person.get('family') or ''))}}}"
    particle = person.get("non-dropping-particle") or person.get("dropping-particle") or ""
    parts = (person.get("family"), person.get("suffix"), person.get("given"))
    return f"{particle} {', '.join(plain_tex(str(part)) for part in parts if part)}".strip()
