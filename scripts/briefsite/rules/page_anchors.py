"""The anchors of a page in Markdown: what a link may put after its #."""

import re
import unicodedata

from briefsite.load.markdown_pages import blank

HEADING = re.compile(
    r"^ {0,3}#{1,6}[ \t]*(?P<text>[^\n]*?)[ \t]*#*[ \t]*(?P<attributes>\{[^{}\n]*\})?[ \t]*$"
    r"|^(?P<under>[^\s#>|<][^\n]*)\n(?:=+|-+)[ \t]*$",
    re.M,
)
IDS = re.compile(
    r"\{[^{}\n]*?#(?P<attribute>[\w:.-]+)[^{}\n]*\}"
    r"|(?:\bid|<a name)=[\"'](?P<html>[^\"'\n]+)[\"']|^\[\^(?P<note>[^\]\n]+)\]:",
    re.M,
)
MARKUP = re.compile(
    r"!?\[(?P<text>[^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])|<[^<>]*>|[*`]|(?<!\w)_|_(?!\w)"
)


def anchors_of(text: str) -> set[str]:
    """Every anchor: ids that are given, and those that Python-Markdown's `toc` makes of
    headings."""
    visible = blank(text)
    anchors = {
        match["attribute"] or match["html"] or f"fn:{match['note']}"
        for match in IDS.finditer(visible)
    }
    for match in HEADING.finditer(visible):
        if "#" not in (match["attributes"] or ""):
            heading = match["text"] or match["under"] or ""
            anchors.add(_free(slug(MARKUP.sub(lambda link: link["text"] or "", heading)), anchors))
    return anchors


def slug(text: str) -> str:
    """A heading as `toc` makes it an id: small ASCII letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def _free(name: str, taken: set[str]) -> str:
    """`toc` numbers a heading that says the same as one before."""
    number = 1
    while name in taken or not name:
        numbered = re.fullmatch(r"(.*)_\d+", name)
        name, number = f"{numbered[1] if numbered else name}_{number}", number + 1
    return name
