"""Restatements are not copies: runs of a brief's words outside quotation marks."""

import re

from briefsite.model.normalized_text import words
from briefsite.model.problems import Problem
from briefsite.rules.wording import unquoted

RUN = 8


def runs_of(paragraphs: list[list[str]], length: int = RUN) -> dict[tuple[str, ...], int]:
    """Every run of `length` words of a brief, with its paragraph."""
    found = {}
    for number, cut in enumerate(paragraphs, 1):
        tokens = words(" ".join(cut))
        for start in range(len(tokens) - length + 1):
            found.setdefault(tokens[start : start + length], number)
    return found


def copied_runs(
    key: str, paragraphs: list[list[str]], path: str, text: str, titles: tuple[str, ...] = ()
) -> list[Problem]:
    """Problems for each passage of a file that repeats 8 or more words of a brief in a row, outside
    quotation marks and the titles given. Passages are parted by blank lines and list items."""
    known, problems = runs_of(paragraphs), []
    for title in titles:
        text = text.replace(title, " … ")
    line = 1
    for passage in re.split(r"(\n\s*\n|\n(?=\s*- ))", text):
        tokens = words(unquoted(re.sub(r"\]\[[A-Z]+\d+\]", "", passage)))
        for start in range(len(tokens) - RUN + 1):
            run = tokens[start : start + RUN]
            if run in known:
                problems.append(
                    Problem(
                        path,
                        line + len(passage) - len(passage.lstrip("\n")),
                        f"{RUN} words in a row of {key} ¶ {known[run]}: “{' '.join(run)}”",
                        "say it in your own words",
                    )
                )
                break
        line += passage.count("\n")
    return problems
