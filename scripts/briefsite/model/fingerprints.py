"""Fingerprints of the briefs: salted hashes of what the data use, by paragraph and sentence.

data/fingerprints/<key>.json lets everybody check quotations, figures, names and hedges without
the text. It holds a hash of a phrase only where the data use that phrase, so that nothing more of
the brief can be told from it than the site tells anyway. `known` are the phrases that somebody
with the text has looked for; a phrase not among them is unknown, which is not the same as absent.
Of each sentence there are also hashes of who stands beside a word that claims of its paragraph use,
of what its denials reach and how many they are (briefsite/rules/said_in_briefs.py).
`wording` holds a hash of each sentence as a whole, which shows that it is another and cannot be
turned back: a review stamp rests on it.

Hashes are BLAKE2b, eight bytes, keyed with a salt of each file's own, of "kind:phrase".
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from briefsite.model.normalized_text import phrase
from briefsite.model.remembered import remembered

TURN = "turn"
"""Words of a closed list that turn a meaning: those of data/lexicon.yml, and actors' names."""
PHRASE_KINDS = ("figure", "name", "hedge", "reporting", "connective", "term", "quote", TURN)
BY_SENTENCE = ("figure", "hedge", "reporting", "connective", TURN)


@remembered
def digest(salt: str, kind: str, text: str) -> str:
    """The hash of one phrase: 16 hexadecimal digits."""
    return hashlib.blake2b(
        f"{kind}:{phrase(text)}".encode(), key=bytes.fromhex(salt), digest_size=8
    ).hexdigest()


@dataclass(frozen=True)
class Fingerprints:
    """One brief's file.

    `paragraphs[n]` are the hashes of paragraph n+1, `sentences[n][m]` those of its sentence m+1.
    """

    key: str
    salt: str
    known: frozenset[str]
    paragraphs: tuple[frozenset[str], ...]
    sentences: tuple[tuple[frozenset[str], ...], ...]
    wording: tuple[tuple[str, ...], ...] = ()
    """A hash of each sentence as a whole, which changes with any word of it."""

    def wording_of(self, paragraph: int, sentence: int) -> str:
        """The hash of a sentence as a whole, or "" where it is not known."""
        there = self.wording[paragraph - 1] if 0 < paragraph <= len(self.wording) else ()
        return there[sentence - 1] if 0 < sentence <= len(there) else ""

    def knows(self, kind: str, text: str) -> bool:
        """Whether somebody with the brief's text has looked for this."""
        return digest(self.salt, kind, text) in self.known

    def in_paragraph(self, kind: str, text: str, paragraph: int) -> bool:
        """Whether the paragraph holds it."""
        return (
            0 < paragraph <= len(self.paragraphs)
            and digest(self.salt, kind, text) in self.paragraphs[paragraph - 1]
        )

    def in_sentences(self, kind: str, text: str, paragraph: int, sentences: Iterable[int]) -> bool:
        """Whether one of these sentences of the paragraph holds it."""
        if not 0 < paragraph <= len(self.sentences):
            return False
        there, code = self.sentences[paragraph - 1], digest(self.salt, kind, text)
        return any(code in there[number - 1] for number in sentences if number <= len(there))

    def words_in(
        self, kind: str, vocabulary: tuple[str, ...], paragraph: int, sentences: Iterable[int]
    ) -> list[str]:
        """Those words of a vocabulary that one of these sentences holds, in its order."""
        there = self.sentences[paragraph - 1] if 0 < paragraph <= len(self.sentences) else ()
        held = frozenset[str]().union(
            *(there[number - 1] for number in sentences if number <= len(there))
        )
        return [word for code, word in _codes(self.salt, kind, vocabulary) if code in held]


@lru_cache(maxsize=256)
def _codes(salt: str, kind: str, vocabulary: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((digest(salt, kind, word), word) for word in vocabulary)
