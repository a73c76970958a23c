"""Where the sentences of a text of the data or of a page end."""

import re

END = re.compile(
    r"(?<!\b[A-Z])[.!?](?P<close>[\"”’)]?(?:\[\^[^\[\]\s]+\])*)\s+(?=[\"“‘(]?(?:[A-Z0-9]|[^\x00-\x7f]))"
)
"""After an end mark, what closes a quotation, and the marks of claims. An initial is no end."""
FEW = 2


def split(text: str) -> list[str]:
    """The sentences of a text, each with the marks behind it."""
    ends = [match.end("close") for match in END.finditer(text)]
    parts = zip([0, *ends], [*ends, len(text)], strict=True)
    return [sentence for start, end in parts if (sentence := text[start:end].strip())]


def first(text: str) -> str:
    """The first sentence of a text, with those before it that are a word or two: "Yes."."""
    found: list[str] = []
    for sentence in split(text):
        found.append(sentence)
        if len(sentence.split()) > FEW:
            break
    return " ".join(found)
