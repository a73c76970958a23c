"""What the head of a page tells machines: Highwire and Dublin Core tags, links, JSON-LD.

The tags describe the page of this site, never the brief it restates: that is in `isBasedOn`.
"""

import json

from briefsite.citations.citation_formats import people


def meta(item: dict, project, description: str = "") -> list[tuple[str, str, str]]:
    """(attribute, name, content) of the meta tags: Open Graph, Highwire and Dublin Core.

    Zotero's Embedded Metadata takes the type from og:type before DC.type, and citation_title with
    neither for a journal article; a dataset therefore has no og:type. It splits names at blanks
    unless there is a comma: the comma after an organisation keeps it whole.
    """
    date, dataset = _date(item), item["type"] == "dataset"
    tags = [("property", "og:url", item["URL"]), ("property", "og:title", item["title"])]
    tags += (
        []
        if dataset
        else [("property", "og:type", "website"), ("property", "og:site_name", project.title)]
    )
    tags += (
        [("name", "citation_title", item["title"])]
        if not dataset
        else [("name", "DC.type", "Dataset"), ("name", "DC.publisher", project.title)]
    )
    for kind in ("citation_author", "DC.creator"):
        tags += [("name", kind, _comma_name(person)) for person in item["author"]]
    tags += [
        ("name", "DC.title", item["title"]),
        ("name", "DC.date", date),
        ("name", "DC.language", item["language"]),
        ("name", "DC.rights", project.licence_address),
        ("name", "citation_publication_date", date.replace("-", "/")),
        ("name", "citation_public_url", item["URL"]),
        ("name", "citation_language", item["language"]),
    ]
    return tags + ([("property", "og:description", description)] if description else [])


def _comma_name(person: dict) -> str:
    return (
        f"{person['literal']},"
        if person.get("literal")
        else f"{person['family']}, {person['given']}"
    )


def json_ld(
    item: dict,
    project,
    based_on: list[dict],
    kind: str = "WebPage",
    description: str = "",
    downloads: list[tuple[str, str, str]] = (),
) -> str:
    """One compact JSON-LD object (schema.org). `<` is escaped, so that no value can end the script.

    `downloads` are the (name, media type, address) of a dataset's files.
    """
    authors = [_agent(person) for person in item["author"]]
    value = {
        "@context": "https://schema.org",
        "@type": kind,
        "@id": item["URL"],
        "url": item["URL"],
        "name": item["title"],
        "inLanguage": item["language"],
        "author": authors,
        "dateModified": _date(item),
        "license": project.licence_address,
    }
    if description:
        value["description"] = description
    if item.get("version"):
        value["version"] = item["version"]
    if item.get("container-title"):
        value["isPartOf"] = {"@type": "WebSite", "name": project.title, "url": project.address}
    if downloads:
        value["distribution"] = [
            {"@type": "DataDownload", "name": name, "encodingFormat": media, "contentUrl": address}
            for name, media, address in downloads
        ]
    if based_on:
        value["isBasedOn"] = [_work(work) for work in based_on]
    return (
        json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        .replace("<", "\\u003c")
        .replace("&", "\\u0026")
    )


def _work(item: dict) -> dict:
    value = {
        "@type": "Report" if item["type"] == "report" else "CreativeWork",
        "name": item["title"],
        "author": [_agent(person) for person in people(item)],
    }
    if item.get("publisher"):
        value["publisher"] = {"@type": "Organization", "name": item["publisher"]}
    if item.get("issued"):
        value["datePublished"] = _date(item)
    if item.get("URL"):
        value["url"] = item["URL"]
    return value


def _agent(person: dict) -> dict:
    if person.get("literal"):
        return {"@type": "Organization", "name": person["literal"]}
    return {
        "@type": "Person",
        "familyName": person["family"],
        "givenName": person["given"],
        "name": f"{person['given']} {person['family']}",
    }


def _date(item: dict) -> str:
    return "-".join(f"{part:02}" for part in item["issued"]["date-parts"][0])
