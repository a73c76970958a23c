"""The difference between two states of the project, in words.

`compare` takes two Corpus values and gives Changes; `texts` writes them as plain text or Markdown;
`states` reads a state from a commit or a folder.
"""

from changes.compare import Change, compare
from changes.texts import text

__all__ = ["Change", "compare", "text"]
