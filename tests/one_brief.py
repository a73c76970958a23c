"""The project with one of its briefs alone: what a checkout is after the other was taken out."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from briefsite.rules.check import check_data

COMPARED = ("relation", "shared", "difference", "dimension", "sides", "reworded")
"""What a question has only where several briefs answer."""
ALONE = 3
"""So many questions that one brief alone answers may stand in the summary."""
JUDGED_TOGETHER = {"codings": ("coders", "codings"), "judgings": ("judges", "judgings")}
SHORT = re.compile(r"(<!-- dateline -->\n\n).*\n")


def keep_one(project: Path, key: str) -> None:
    """Take every other brief out of a project, with all that rests on it, as a maintainer would."""
    corpus, _ = check_data(project)
    gone = {brief.key for brief in corpus.briefs if brief.key != key}
    prefixes = [brief.prefix for brief in corpus.briefs if brief.key in gone]
    claim = re.compile(rf"(?:{'|'.join(prefixes)})\d+")
    for name in gone:
        (project / f"data/briefs/{name}.yml").unlink()
        (project / f"data/fingerprints/{name}.json").unlink()
    for name, lists in JUDGED_TOGETHER.items():
        head = (project / f"data/{name}.yml").read_text("utf-8").partition("\n")[0]
        text = "\n".join([head, *(f"{each}:" for each in lists)])
        (project / f"data/{name}.yml").write_text(f"{text}\n", "utf-8")
        (project / f"data/{name}-figures.json").write_text('{"pairs": []}\n', "utf-8")
    shutil.rmtree(project / "data/reviews", ignore_errors=True)
    (project / "data/page-dates.json").unlink(missing_ok=True)

    def kept(claims: list[str]) -> list[str]:
        return [one for one in claims if not claim.fullmatch(one)]

    def questions(data: Any) -> None:
        for question in data["questions"]:
            for name in gone:
                question["answers"].pop(name, None)
            if len(question["answers"]) == 1:
                question |= {"note": "No other brief is here."}
                for field in COMPARED:
                    question.pop(field, None)
        data["questions"] = [question for question in data["questions"] if question["answers"]]
        for question in [one for one in data["questions"] if "summary" in one][ALONE:]:
            del question["summary"]
        stay = {question["id"] for question in data["questions"]}
        data["retired"] = [
            item
            for item in data.get("retired", ())
            if {*re.findall(r"\bq-[a-z0-9-]+", item["retired"])} <= stay
        ]

    events: set[str] = set()

    def mentions(data: Any) -> None:
        for event in data["events"]:
            event["mentions"] = [one for one in event["mentions"] if one["brief"] not in gone]
        events.update(event["id"] for event in data["events"] if not event["mentions"])
        data["events"] = [event for event in data["events"] if event["mentions"]]

    forecasts: set[str] = set()

    def ledger(data: Any) -> None:
        forecasts.update(item["claim"] for item in data["forecasts"] if kept([item["claim"]]))
        data["forecasts"] = [item for item in data["forecasts"] if item["claim"] in forecasts]
        data["left_out"] = [item for item in data["left_out"] if kept([item["claim"]])]

    def since(data: Any) -> None:
        for item in data["developments"]:
            item["bearings"] = [
                one for one in item.get("bearings", ()) if one["forecast"] in forecasts
            ]
            item["follows"] = [one for one in item.get("follows", ()) if one not in events]

    def terms(data: Any) -> None:
        for term in data["terms"]:
            term["claims"] = kept(term.get("claims", []))
            if term.get("coined_by") in gone:
                del term["coined_by"]

    def aims(data: Any) -> None:
        for actor in data["actors"]:
            for name in gone:
                actor.get("aims", {}).pop(name, None)

    steps: dict[str, Callable[[Any], None]] = {
        "comparisons": questions,
        "events": mentions,
        "forecasts": ledger,
        "developments": since,
        "glossary": terms,
        "actors": aims,
    }
    for name, change in steps.items():
        path = project / f"data/{name}.yml"
        text = path.read_text("utf-8")
        data = yaml.load(text, Loader=yaml.BaseLoader)
        change(data)
        dumped = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        path.write_text(text.partition("\n")[0] + "\n" + dumped, "utf-8")
    names = [re.escape(corpus.brief[name].name) for name in gone]
    account = re.compile(rf"^## (?:{'|'.join(names)})\n(?:(?!^## |^<!-- ).*\n)*", re.M)
    for path in project.glob("docs/**/*.md"):
        text = account.sub("", path.read_text("utf-8"))
        if path.parent.name == "topics" and path.stem != "index":  # the answer in short
            text = SHORT.sub(r"\1What one brief says.\n", text, count=1)
        path.write_text(_without(text, claim, gone, names), "utf-8")


def _without(text: str, claim: re.Pattern[str], gone: set[str], names: list[str]) -> str:
    """A page whose sentences carry no claim of a brief that is gone, and do not cite it."""
    used = rf"\[\^?(?:{claim.pattern})\]|\[@(?:{'|'.join(gone)})[^\]]*\]"
    if not re.search(used, text):
        return text
    blocks = []
    for block in text.split("\n\n"):
        kept = block
        if re.search(used, block) and "```" not in block and "`[^" not in block:
            sentences = re.findall(r".+?[.!?](?:\[[^\]]*\])*(?:\s|$)|.+?$", block, re.S)
            kept = "".join(each for each in sentences if not re.search(used, each)).rstrip()
            kept = re.sub(r" (\{ [.#].*\})$", r"\n\1", kept)  # a line of its own
        blocks.append(kept)
    return "\n\n".join(filter(None, blocks))
