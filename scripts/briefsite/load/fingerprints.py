"""Fingerprints of the briefs: salted hashes of what the data use, by paragraph and sentence.

data/fingerprints/<key>.json lets everybody check quotations, figures, names and hedges without
the text. It holds a hash of a phrase only where the data use that phrase, so that nothing more of
the brief can be told from it than the site tells anyway. `known` are the phrases that somebody
with the text has looked for; a phrase not among them is unknown, which is not the same as absent.

Hashes are BLAKE2b, eight bytes, keyed with a salt of each file's own, of "kind:phrase".
"""

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from briefsite.load.yaml_lines import read_text
from briefsite.model.problems import Problem
from briefsite.rules.wording import phrase

FOLDER = "data/fingerprints"
KINDS = ("figure", "name", "hedge", "reporting", "term", "quote")
BY_SENTENCE = ("figure", "hedge", "reporting")


@lru_cache(maxsize=16384)
def digest(salt: str, kind: str, text: str) -> str:
    """The hash of one phrase: 16 hexadecimal digits."""
    return hashlib.blake2b(
        f"{kind}:{phrase(text)}".encode(), key=bytes.fromhex(salt), digest_size=8
    ).hexdigest()


@dataclass(frozen=True)
class Fingerprints:
    """One brief's file. `paragraphs[n]` are the hashes of paragraph n+1, `sentences[n][m]` of its sentence m+1."""

    key: str
    salt: str
    known: frozenset[str]
    paragraphs: tuple[frozenset[str], ...]
    sentences: tuple[tuple[frozenset[str], ...], ...]

    def knows(self, kind: str, text: str) -> bool:
        """Whether somebody with the brief's text has looked for this."""
        return digest(self.salt, kind, text) in self.known

    def in_paragraph(self, kind: str, text: str, paragraph: int) -> bool:
        """Whether the paragraph holds it."""
        return (
            0 < paragraph <= len(self.paragraphs)
            and digest(self.salt, kind, text) in self.paragraphs[paragraph - 1]
        )

    def in_sentences(self, kind: str, text: str, paragraph: int, sentences) -> bool:
        """Whether one of these sentences of the paragraph holds it."""
        if not 0 < paragraph <= len(self.sentences):
            return False
        there = self.sentences[paragraph - 1]
        return any(
            digest(self.salt, kind, text) in there[number - 1]
            for number in sentences
            if number <= len(there)
        )

    def words_in(
        self, kind: str, vocabulary: tuple[str, ...], paragraph: int, sentences
    ) -> list[str]:
        """Those words of a vocabulary that one of these sentences holds, in its order."""
        there = self.sentences[paragraph - 1] if 0 < paragraph <= len(self.sentences) else ()
        held = frozenset().union(
            *(there[number - 1] for number in sentences if number <= len(there))
        )
        return [word for code, word in _codes(self.salt, kind, vocabulary) if code in held]


@lru_cache(maxsize=256)
def _codes(salt: str, kind: str, vocabulary: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((digest(salt, kind, word), word) for word in vocabulary)


def parse(text: str, key: str, name: str) -> tuple[Fingerprints | None, list[Problem]]:
    """The fingerprints in a JSON text, or the problem that kept them from being read."""
    try:
        value = json.loads(text)
        if not 16 <= len(bytes.fromhex(value["salt"])) <= 64 or not _all_text(value):
            raise ValueError
        return Fingerprints(
            key,
            value["salt"],
            frozenset(value["known"]),
            tuple(frozenset(item["holds"]) for item in value["paragraphs"]),
            tuple(
                tuple(frozenset(each) for each in item["sentences"]) for item in value["paragraphs"]
            ),
        ), []
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        return None, [
            Problem(
                name, getattr(error, "lineno", 1), "these fingerprints can't be read", command(key)
            )
        ]


def _all_text(value: dict) -> bool:
    """Whether every list that should hold hashes is a list, and holds text."""
    lists = [
        value["known"],
        *(item["holds"] for item in value["paragraphs"]),
        *(each for item in value["paragraphs"] for each in item["sentences"]),
    ]
    return all(
        isinstance(each, list) and all(isinstance(code, str) for code in each) for each in lists
    )


def command(key: str) -> str:
    """What whoever has the brief's text runs to make or renew its fingerprints."""
    return f"whoever has the text runs: scripts/build.py fingerprint {key} TEXTFILE"


def read(root: Path, key: str) -> tuple[Fingerprints | None, list[Problem]]:
    """The fingerprints of a brief; None, and no problem yet, where there are none."""
    name = f"{FOLDER}/{key}.json"
    if not (root / name).exists():
        return None, []
    text, faults = read_text(root / name, name)
    return (None, faults) if faults else parse(text, key, name)
