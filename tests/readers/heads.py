"""The head of a page, as its tags say it."""

import json

from lxml import html


class Head:
    """`all(name)` are the contents of the meta tags of a name or property, `one(name)` the only one or ""."""

    def __init__(self, path):
        self.document = html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot()
        self.tags = [
            (tag.get("name") or tag.get("property"), tag.get("content"))
            for tag in self.document.xpath("//head/meta[@content]")
        ]

    def all(self, name: str) -> list[str]:
        return [content for found, content in self.tags if found == name]

    def one(self, name: str) -> str:
        contents = self.all(name)
        assert len(contents) < 2, (name, contents)
        return contents[0] if contents else ""

    def link(self, relation: str) -> str:
        (address,) = self.document.xpath(f"//head/link[@rel='{relation}']/@href")
        return address

    @property
    def json_ld(self) -> dict:
        (text,) = self.document.xpath("//script[@type='application/ld+json']/text()")
        return json.loads(text)
