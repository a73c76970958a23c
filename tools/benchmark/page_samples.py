"""The kinds of page a built site has, found from the site, so that a new one is tested unasked."""

from pathlib import Path

from lxml import html

FEW = 3
"""A folder of so few pages has no two alike."""


def samples(site: Path) -> list[str]:
    """Addresses, below the root, of pages that together show everything the site has.

    The pages at the top, 404.html among them, and those of a folder with a few only, are each a
    kind of their own. Of a folder with many those are taken that together hold every element, with
    every class, that occurs in any page there; of equals the heaviest. Pages that only lead
    elsewhere are left out, and editions, which are sites of their own.
    """
    folders: dict[str, list[tuple[int, str, set]]] = {}
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        document = html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot()
        if document.xpath(
            "//meta[translate(@http-equiv,'REFSH','refsh')='refresh']"
        ) or _in_edition(site, path):
            continue
        parent = address.rstrip("/").rpartition("/")[0]
        folders.setdefault(parent, []).append((-path.stat().st_size, address, _parts(document)))
    return [address for parent in sorted(folders) for address in _chosen(parent, folders[parent])]


def _in_edition(site: Path, path: Path) -> bool:
    return any(
        (folder / "404.html").exists()
        for folder in path.relative_to(site).parents
        if folder.parts
        for folder in [site / folder]
    )


def _parts(document) -> set:
    """What a page is made of: tags with each class, and attributes scripts or styles look at."""
    found = set()
    for element in document.body.iter("*"):
        found.add(element.tag)
        found.update(f"{element.tag}.{name}" for name in element.get("class", "").split())
        found.update(
            f"{element.tag}[{name}]"
            for name in element.attrib
            if name.startswith("data-") or name == "role"
        )
    return found


def _chosen(parent: str, pages: list[tuple[int, str, set]]) -> list[str]:
    return _cover(pages) if parent and len(pages) > FEW else [address for _, address, _ in pages]


def _cover(pages: list[tuple[int, str, set]]) -> list[str]:
    """Addresses of pages that together have every part; greedily, so nearly the fewest."""
    missing, chosen = set().union(*(parts for *_, parts in pages)), []
    while missing:
        _weight, address, parts = max(pages, key=lambda page: (len(page[2] & missing), -page[0]))
        chosen.append(address)
        missing -= parts
    return sorted(chosen)
