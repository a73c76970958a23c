"""What Zotero saves of a page, by the order of precedence of its Embedded Metadata translator.

A short account of it, for the tags this site uses: Highwire (citation_…) is taken before Dublin Core
(DC.…) and that before Open Graph (og:…); only for the type og:type comes before DC.type, and a
citation_title with neither means a journal article. A name with a comma is parted there; without,
its last word is the family name. A name that is only a family name is an organisation.
"""

from readers.heads import Head

OG_TYPES = {"website": "webpage", "book": "book"}
DC_TYPES = {
    "dataset": "dataset",
    "report": "report",
    "article": "journalArticle",
    "webpage": "webpage",
}


def saved(head: Head) -> dict:
    """The item that Zotero makes: itemType, title, creators, date, url, websiteTitle."""

    def first(*names):
        return next((content for name in names for content in head.all(name)), "")

    guess = "journalArticle" if first("citation_title") else ""
    kind = (
        OG_TYPES.get(first("og:type"))
        or DC_TYPES.get(first("DC.type").lower())
        or guess
        or "webpage"
    )
    if first("citation_journal_title"):
        kind = "journalArticle"
    title = first("citation_title", "DC.title", "og:title") or head.document.findtext(".//title")
    website = first("citation_journal_title", "DC.source", "og:site_name")
    if website and title.lower().endswith(f" - {website}".lower()):
        title = title[: -len(website) - 3]
    return {
        "itemType": kind,
        "title": title,
        "creators": [_name(name) for name in head.all("citation_author") or head.all("DC.creator")],
        "date": first("citation_publication_date", "citation_date", "DC.date").replace("/", "-"),
        "url": first("citation_public_url", "og:url") or head.link("canonical"),
        "websiteTitle": website if kind == "webpage" else None,
        "language": first("citation_language", "DC.language"),
        "rights": first("DC.rights"),
    }


def _name(text: str) -> dict:
    family, comma, given = text.partition(",")
    if not comma:
        given, _, family = text.rpartition(" ")
    return (
        {"firstName": given.strip(), "lastName": family.strip()}
        if given.strip()
        else {"name": family.strip()}
    )
