"""What a brief looks like wherever it stands: a colour by its place in the data, and its letter."""

COLOURS = 10
"""So many colours the style sheet has; after them they begin again, the letters never do."""


def style(corpus, brief) -> str:
    """The class that gives a brief its colour: brief-1 for the first of the corpus."""
    return f"brief-{list(corpus.brief).index(brief.key) % COLOURS + 1}"
