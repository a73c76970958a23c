"""The data of the site: read, checked, and handed on as one immutable value.

`load(root)` is all that other packages need. Nothing in here prints or writes.
"""

from corpus.load import load
from corpus.problems import Problem
from corpus.whole import Corpus

__all__ = ["Corpus", "Problem", "load"]
