"""What stands in a brief that is most like what does not.

The briefs' texts are not here, and their fingerprints can't be read backwards. But what the data
say elsewhere of the same paragraph, and the fingerprints confirm, can be shown beside it.
"""

from difflib import SequenceMatcher

from briefsite.model.corpus import Corpus
from briefsite.model.normalized_text import phrase
from briefsite.rules.required_phrases import RequiredPhrase, phrases_required

ALIKE = 0.5
"""Share of words in common, in order, from which two quotations are taken for one."""


def hint(corpus: Corpus, required: RequiredPhrase) -> str:
    """The nearest quotation of the paragraph with the words that differ, or the figures of the
    sentence; "" without any."""
    kind = required.kind
    if kind not in ("quote", "figure"):
        return ""
    texts = {other.text for other in phrases_required(corpus) if other.kind == kind}
    present = [
        text
        for text in sorted(texts, reverse=True)
        if phrase(text) != phrase(required.text)
        and any(place.holds(corpus, kind, text) for place in required.places)
    ]
    if not present:
        return ""
    if kind == "figure":
        return f"the figures there are {', '.join(present[::-1])}"
    words = phrase(required.text).split()
    likeness = {
        text: SequenceMatcher(None, words, phrase(text).split()).ratio() for text in present
    }
    nearest = max(present, key=lambda text: likeness[text])
    if likeness[nearest] < ALIKE:
        return ""
    return f'it has "{nearest}": {_difference(words, phrase(nearest).split())}'


def _difference(ours: list[str], theirs: list[str]) -> str:
    """The words that differ: 'reeds', not 'stone'."""
    parts: list[str] = []
    for kind, start, end, first, last in SequenceMatcher(None, ours, theirs).get_opcodes():
        one, other = " ".join(ours[start:end]), " ".join(theirs[first:last])
        if kind == "replace":
            parts.append(f"'{other}', not '{one}'")
        elif kind == "delete":
            parts.append(f"without '{one}'")
        elif kind == "insert":
            parts.append(f"with '{other}'")
    return ", ".join(parts)
