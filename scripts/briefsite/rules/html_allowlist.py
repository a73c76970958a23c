"""What a hand-written page may hold besides Markdown: harmless tags and attributes, and links to
the web.

Markdown lets any HTML through, and a pull request may come from anyone. So a page is read with
strict eyes: what is not known to be harmless is refused, and so is what can't be read as a tag at
all. The same eyes look at the Markdown, where a line can be named, and at the HTML made from it.
"""

import html
import re
from collections.abc import Callable

TAGS = frozenset(
    """
    a abbr article aside b blockquote br caption cite code col colgroup dd del details dfn div
    dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp
    section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var
    wbr
    """.split()
)
ATTRIBUTES = frozenset(
    """
    alt cite class colspan datetime download height hidden href id lang markdown open rel
    reversed role rowspan scope src start title type width
    """.split()
)
ADDRESSES = frozenset({"cite", "href", "src", "xlink:href"})
SCHEMES = frozenset({"http", "https", "mailto"})

_ATTRIBUTE = r"""\s+(?P<name>[^\s"'<>/=]+)(?:\s*=\s*(?P<value>"[^"<>]*"|'[^'<>]*'|[^\s"'<>`]+))?"""
ATTRIBUTE = re.compile(_ATTRIBUTE)
TAG = re.compile(
    r"</?(?P<tag>[A-Za-z][A-Za-z0-9-]*)(?P<attributes>(?:"
    + re.sub(r"\?P<\w+>", "?:", _ATTRIBUTE)
    + r")*)\s*/?>"
)
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
BLANKS = re.compile(r"[\x00-\x20\x7f-\x9f]")


def known(name: str) -> bool:
    """Whether an attribute is one that a contributor may write."""
    return name in ATTRIBUTES or name.startswith("aria-")


def fault_of_tag(
    text: str,
    start: int,
    tags: frozenset[str] = TAGS,
    harmless: Callable[[str], bool] = known,
) -> tuple[str, str]:
    """What is wrong with the tag that begins at `start`, or "", and the tag as far as it can be
    read.

    `tags` are the tags, in small letters, and `harmless` tells the attributes that may stand.
    """
    tag = TAG.match(text, start)
    if not tag:
        return "a '<' that begins no tag", text[start : start + 20].split("\n")[0]
    name = tag["tag"].lower()
    if name not in tags:
        return f"the tag <{name}>", tag.group()
    for attribute in ATTRIBUTE.finditer(tag["attributes"]):
        value = (attribute["value"] or "").strip("\"'")
        if fault := fault_of_attribute(attribute["name"], value, harmless):
            return fault, tag.group()
    return "", tag.group()


def fault_of_attribute(name: str, value: str, harmless: Callable[[str], bool] = known) -> str:
    """What is wrong with an attribute, or ""."""
    name = name.lower()
    if not harmless(name):
        return f"the attribute '{name}'"
    if name == "id" and value.startswith("_"):
        return f"the id '{value}', which could be taken for one of the theme's own"
    return fault_of_address(value) if name in ADDRESSES else ""


def fault_of_address(value: str) -> str:
    """What is wrong with where a link leads, or ""; blanks in a scheme are overlooked, as browsers
    do."""
    match = SCHEME.match(BLANKS.sub("", html.unescape(value)))
    scheme = match[1].lower() if match else ""
    return f"an address that begins with '{scheme}:'" if scheme and scheme not in SCHEMES else ""
