"""What a reader gets of each page of a built site, whichever engine built it: anchors, links, text."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from lxml import html

BASE = "https://site.example/at/some/depth/below/the/host/"
"""So deep that a link with a step too many is seen."""
HOME = "//article"
"""What a page says; around it stands the theme, which is each engine's own."""


@dataclass(frozen=True)
class Rendered:
    """The ids, the links' absolute targets and the visible text of a page's article, in order."""

    ids: tuple[str, ...]
    links: tuple[str, ...]
    text: str
    head: tuple[str, ...]
    """Title, description, and the tags of citation managers."""


def pages(site: Path) -> dict[str, Rendered]:
    """Every page of a built site by its address below the site."""
    files = sorted(site.rglob("index.html"))
    return {address(site, file): page(file, urljoin(BASE, address(site, file))) for file in files}


def address(site: Path, file: Path) -> str:
    folder = file.parent.relative_to(site).as_posix()
    return "" if folder == "." else f"{folder}/"


def page(file: Path, url: str) -> Rendered:
    document = html.fromstring(file.read_text("utf-8"))
    (article,) = document.xpath(HOME)
    head = document.xpath("//head")[0]
    return Rendered(
        tuple(name for name in article.xpath(".//@id") if name != "__skip"),
        tuple(urljoin(url, target) for target in article.xpath(".//a/@href")),
        " ".join(
            " ".join(article.xpath(".//text()[not(ancestor::script or ancestor::style)]")).split()
        ),
        (
            *head.xpath("title/text()"),
            *sorted(
                f"{name}={content}"
                for name, content in zip(
                    head.xpath("meta[@name or @property]/@*[name()='name' or name()='property']"),
                    head.xpath("meta[@name or @property]/@content"),
                    strict=True,
                )
                if name not in ("viewport", "generator")
            ),
        ),
    )


def compared(one: Path, other: Path) -> dict[str, tuple[int, int]]:
    """How many pages, anchors, links, texts and heads of `one` are the same in `other`, and of how many."""
    ours, theirs = pages(one), pages(other)
    empty = Rendered((), (), "", ())
    counts: dict[str, tuple[int, int]] = {"pages": (len(ours.keys() & theirs.keys()), len(ours))}
    for name in ("ids", "links"):
        pairs = [(getattr(ours[key], name), getattr(theirs.get(key, empty), name)) for key in ours]
        counts[name] = sum(_common(*pair) for pair in pairs), sum(len(mine) for mine, _ in pairs)
    for name in ("text", "head"):
        same = sum(getattr(ours[key], name) == getattr(theirs.get(key), name, None) for key in ours)
        counts[name] = same, len(ours)
    return counts


def _common(mine: tuple[str, ...], theirs: tuple[str, ...]) -> int:
    """How many of `mine` stand in `theirs`, as often."""
    left = list(theirs)
    return sum(1 for item in mine if item in left and left.remove(item) is None)
