"""Generated pages: pure functions from the Corpus to Markdown. Markup is in templates/."""

from pages.generate import generate
from pages.page import Page

__all__ = ["Page", "generate"]
