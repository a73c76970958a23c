"""Restatements are not copies: runs of a brief's words outside quotation marks."""

import re

from briefsite.model.normalized_text import words
from briefsite.model.problems import Problem
from briefsite.rules.wording import unquoted

RUN = 8


def runs_of(paragraphs: list[list[str]], length: int = RUN) -> dict[tuple[str, ...], int]:
    """Every run of `length` words of a brief, with its paragraph."""
    runs: dict[tuple[str, ...], int] = {}
    for number, sentences in enumerate(paragraphs, 1):
        tokens = words(" ".join(sentences))
        for start in range(len(tokens) - length + 1):
            runs.setdefault(tokens[start : start + length], number)
    return runs


def copied_runs(
    key: str, paragraphs: list[list[str]], path: str, text: str, titles: tuple[str, ...] = ()
) -> list[Problem]:
    """Problems for each passage of a file that repeats 8 or more words of a brief in a row, outside
    quotation marks and the titles given. Passages are parted by blank lines and list items."""
    runs = runs_of(paragraphs)
    problems: list[Problem] = []
    for title in titles:
        text = text.replace(title, " … ")
    line = 1
    for passage in re.split(r"(\n\s*\n|\n(?=\s*- ))", text):
        tokens = words(unquoted(re.sub(r"\]\[[A-Z]+\d+\]", "", passage)))
        for start in range(len(tokens) - RUN + 1):
            run = tokens[start : start + RUN]
            if run in runs:
                problems.append(
                    Problem(
                        path,
                        line + len(passage) - len(passage.lstrip("\n")),
                        f"{RUN} words in a row of {key} ¶ {runs[run]}: “{' '.join(run)}”",
                        "say it in your own words",
                    )
                )
                break
        line += passage.count("\n")
    return problems
