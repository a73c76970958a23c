"""What stands in a brief that is most like what does not.

The briefs' texts are not here, and their fingerprints can't be read backwards. But what the data say
elsewhere of the same paragraph, and the fingerprints confirm, can be shown beside it.
"""

from difflib import SequenceMatcher

from briefsite.load import fingerprints
from briefsite.model.corpus import Corpus
from briefsite.rules.required_phrases import phrases_required
from briefsite.rules.wording import phrase

ALIKE = 0.5
"""Share of words in common, in order, from which two quotations are taken for one."""


def hint(corpus: Corpus, demand) -> str:
    """The nearest quotation of the paragraph with the words that differ, or the figures of the sentence; "" without any."""
    if demand.kind not in ("quote", "figure"):
        return ""
    there = [
        text
        for text in _candidates(corpus, demand.kind)
        if phrase(text) != phrase(demand.text) and _stands(corpus, demand, text)
    ]
    if demand.kind == "figure":
        return f"the figures there are {', '.join(sorted(dict.fromkeys(there)))}" if there else ""
    wanted = phrase(demand.text).split()
    rated = sorted(
        ((SequenceMatcher(None, wanted, phrase(text).split()).ratio(), text) for text in there),
        reverse=True,
    )
    if not rated or rated[0][0] < ALIKE:
        return ""
    return f'there stands "{rated[0][1]}": {_difference(wanted, phrase(rated[0][1]).split())}'


def _candidates(corpus: Corpus, kind: str) -> list[str]:
    return list(
        dict.fromkeys(demand.text for demand in phrases_required(corpus) if demand.kind == kind)
    )


def _stands(corpus: Corpus, demand, text: str) -> bool:
    for key, paragraph, sentences in demand.places:
        prints = corpus.fingerprints.get(key)
        if prints and (
            prints.in_sentences(demand.kind, text, paragraph, sentences)
            if demand.kind in fingerprints.BY_SENTENCE
            else prints.in_paragraph(demand.kind, text, paragraph)
        ):
            return True
    return False


def _difference(ours: list[str], theirs: list[str]) -> str:
    """The words that differ: 'reeds', not 'stone'."""
    said = []
    for kind, start, end, first, last in SequenceMatcher(None, ours, theirs).get_opcodes():
        one, other = " ".join(ours[start:end]), " ".join(theirs[first:last])
        if kind == "replace":
            said.append(f"'{other}', not '{one}'")
        elif kind == "delete":
            said.append(f"without '{one}'")
        elif kind == "insert":
            said.append(f"with '{other}'")
    return ", ".join(said)
