"""What stands on a document's first page, in its metadata and in its pictures."""

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from briefsite.documents.pandoc_ast import Blocks, Node

NAMES = uuid.UUID("5f0c8a52-2a57-4f0e-9b3c-6f7a0d6f2c11")
"""The namespace of the identifiers of EPUB files, which must never change."""


class DocumentError(Exception):
    """A document can't be made."""


@dataclass(frozen=True)
class Details:
    """`edition` is "" for the site as it is; `time` is in seconds, UTC; `pictures` are SVG texts by
    their names."""

    title: str
    subtitle: str
    edition: str
    authors: tuple[str, ...]
    licence: str
    address: str
    time: int
    short: bool = False
    """Whether it has neither a first page of its own nor a table of contents."""
    pictures: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def identifier(self) -> str:
        """Of the publication: the same at every build of the site, or of one edition."""
        return uuid.uuid5(NAMES, f"{self.title}, {self.edition}").urn

    @property
    def day(self) -> str:
        return datetime.fromtimestamp(self.time, UTC).date().isoformat()

    def document(self, blocks: Blocks) -> bytes:
        """Pandoc's document as JSON, these details as its metadata."""
        values = {
            "title": self.title,
            "subtitle": self.subtitle,
            "lang": "en",
            "rights": self.licence,
            "identifier": self.identifier,
            "address": self.address,
            "short": self.short or "",
        }
        meta: Node = {
            name: {"t": "MetaInlines", "c": [{"t": "Str", "c": str(value)}]}
            for name, value in values.items()
            if value
        }
        meta["author"] = {
            "t": "MetaList",
            "c": [{"t": "MetaInlines", "c": [{"t": "Str", "c": name}]} for name in self.authors],
        }
        whole = {"pandoc-api-version": [1, 23], "meta": meta, "blocks": blocks}
        return json.dumps(whole, ensure_ascii=False).encode()
