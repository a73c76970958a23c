"""The Atom feed of what happened since and of verdicts: for readers who follow the site."""

from feed.atom import NAME, text

__all__ = ["NAME", "text"]
