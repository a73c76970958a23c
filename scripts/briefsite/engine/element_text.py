"""The text of an element in Python-Markdown's tree, where HTML and references are placeholders."""

from html import unescape as without_references
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.toc import render_inner_html, strip_tags, unescape
from markdown.util import STX


def plain(md: Markdown, element: Element) -> str:
    """What a reader sees of an element, blanks joined: no tags, no placeholders."""
    text = "".join(element.itertext())
    if STX in text:
        text = without_references(strip_tags(unescape(render_inner_html(element, md))))
    return " ".join(text.split())
