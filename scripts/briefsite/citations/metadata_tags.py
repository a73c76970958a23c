"""What the head of a page tells machines: Highwire and Dublin Core tags, links, JSON-LD.

The tags describe the page of this site, never the brief it restates: that is in `isBasedOn`.
"""

import json
from collections.abc import Iterable
from typing import Any

from briefsite.citations.csl_items import (
    Item,
    Name,
    comma_name,
    date_parts,
    full_name,
    named_authors,
    text,
)
from briefsite.model import addresses
from briefsite.model.citation_file import Project

WORKS = "works.jsonld"
"""The file of the works that a page cites."""
LISTS_OF_WORKS = (addresses.BIBLIOGRAPHY, addresses.SINCE)
"""The pages whose works are what they show."""


def meta(item: Item, project: Project, description: str = "") -> list[tuple[str, str, str]]:
    """(attribute, name, content) of the meta tags: Open Graph, Highwire and Dublin Core.

    Zotero's Embedded Metadata takes the type from og:type before DC.type, and citation_title with
    neither for a journal article; a dataset therefore has no og:type. It splits names at blanks
    unless there is a comma: the comma after an organisation keeps it whole.
    """
    url, language, date = text(item, "URL"), text(item, "language"), _date(item)
    tags = [("property", "og:url", url), ("property", "og:title", item["title"])]
    if item["type"] == "dataset":
        tags += [("name", "DC.type", "Dataset"), ("name", "DC.publisher", project.title)]
    else:
        tags += [("property", "og:type", "website"), ("property", "og:site_name", _site(item))]
        tags += [("name", "citation_title", item["title"])]
    for kind in ("citation_author", "DC.creator"):
        tags += [("name", kind, comma_name(person)) for person in item["author"]]
    tags += [
        ("name", "DC.title", item["title"]),
        ("name", "DC.date", date),
        ("name", "DC.language", language),
        ("name", "DC.rights", project.licence_address),
        ("name", "citation_publication_date", date.replace("-", "/")),
        ("name", "citation_public_url", url),
        ("name", "citation_language", language),
    ]
    return tags + ([("property", "og:description", description)] if description else [])


def json_ld(
    item: Item,
    project: Project,
    based_on: Iterable[Item],
    kind: str = "WebPage",
    description: str = "",
    downloads: Iterable[tuple[str, str, str]] = (),
    works: int = 0,
) -> str:
    """One compact JSON-LD object (schema.org). `<` is escaped, so that no value can end the script.

    `downloads` are the (name, media type, address) of a dataset's files. Of a page that is a list
    of works, `works` of them, it names the file that lists them: `works_json_ld`.
    """
    value: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": kind,
        "@id": text(item, "URL"),
        "url": text(item, "URL"),
        "name": item["title"],
        "inLanguage": text(item, "language"),
        "author": [_agent(person) for person in item["author"]],
        "dateModified": _date(item),
        "license": project.licence_address,
        "description": description,
        "version": text(item, "version"),
        "isPartOf": {"@type": "WebSite", "name": _site(item), "url": project.address}
        if "container-title" in item
        else {},
        "distribution": [
            {"@type": "DataDownload", "name": name, "encodingFormat": media, "contentUrl": address}
            for name, media, address in downloads
        ],
        "isBasedOn": [_work(work) for work in based_on],
        "mainEntity": {"@type": "ItemList", "numberOfItems": works, "url": WORKS} if works else {},
    }
    return _compact(_filled(value)).replace("<", "\\u003c").replace("&", "\\u0026")


def works_json_ld(page: Item, works: Iterable[Item], project: Project) -> str:
    """The works that a page cites, as a list in JSON-LD (schema.org), each known by its address in
    the site's bibliography."""
    listed = [
        {"@type": "ListItem", "position": position, "item": _work(work) | {"@id": address}}
        for position, work in enumerate(works, 1)
        for address in (project.address + addresses.web(addresses.work(work["id"])),)
    ]
    value = {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "name": f"Works cited: {page['title']}",
        "mainEntityOfPage": text(page, "URL"),
        "numberOfItems": len(listed),
        "itemListElement": listed,
    }
    return _compact(value) + "\n"


def _compact(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def schema_type(path: str) -> str:
    """The page's type in schema.org."""
    if path in (addresses.DATA, addresses.HOME):
        return "Dataset" if path == addresses.DATA else "WebSite"
    return "Article" if addresses.topic_of(path) else "WebPage"


def _work(item: Item) -> dict[str, Any]:
    publisher = text(item, "publisher")
    return _filled(
        {
            "@type": "Report" if item["type"] == "report" else "CreativeWork",
            "name": item["title"],
            "author": [_agent(person) for person in named_authors(item)],
            "publisher": {"@type": "Organization", "name": publisher} if publisher else {},
            "datePublished": _date(item),
            "url": text(item, "URL"),
        }
    )


def _agent(person: Name) -> dict[str, str]:
    if organisation := person.get("literal"):
        return {"@type": "Organization", "name": organisation}
    return {"@type": "Person", "name": full_name(person)}


def _filled(value: dict[str, Any]) -> dict[str, Any]:
    return {name: item for name, item in value.items() if item}


def _site(item: Item) -> str:
    """The site, or the edition of it, that an item is part of or is."""
    return text(item, "container-title") or item["title"]


def _date(item: Item) -> str:
    return "-".join(date_parts(item))
