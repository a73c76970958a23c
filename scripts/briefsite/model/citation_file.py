"""CITATION.cff (Citation File Format 1.2), and what it says of the site as a whole."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from briefsite.model import ids
from briefsite.model.field_types import Text
from briefsite.model.outcomes import Day
from briefsite.model.records import Record

LICENCES = {"CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/"}


def _alias(name: str) -> str:
    return name.replace("_", "-")


class Author(Record):
    """A person or an organisation; further keys of the format are allowed and not read."""

    model_config = ConfigDict(extra="allow", alias_generator=_alias)
    name: Text | None = None
    family_names: Text | None = None
    given_names: Text | None = None

    @model_validator(mode="after")
    def _named(self):
        if not self.name and not (self.family_names and self.given_names):
            raise ValueError("an author needs 'name', or 'family-names' and 'given-names'")
        return self

    @property
    def csl(self) -> dict[str, str]:
        """The author as a name of CSL-JSON."""
        if self.name:
            return {"literal": self.name}
        return {"family": self.family_names or "", "given": self.given_names or ""}


class CitationFile(Record):
    """The keys that are read, and the others that the format knows."""

    model_config = ConfigDict(alias_generator=_alias)
    cff_version: Any = None
    message: Any = None
    type: Any = None
    title: Text
    abstract: Text | None = None
    authors: Annotated[tuple[Author, ...], Field(min_length=1)]
    license: Literal["CC-BY-4.0"]
    version: Text
    date_released: Day
    repository_code: (
        Annotated[str, StringConstraints(pattern=ids.whole(ids.REPOSITORY_ADDRESS))] | None
    ) = None
    commit: Any = None
    contact: Any = None
    doi: Any = None
    identifiers: Any = None
    keywords: Any = None
    license_url: Any = None
    preferred_citation: Any = None
    references: Any = None
    repository: Any = None
    repository_artifact: Any = None
    url: Any = None


@dataclass(frozen=True)
class Project:
    """The site as a citable whole.

    `authors` are CSL names: {"literal": …} for organisations, {"family": …, "given": …} for people.
    `address` ends with a slash; `preview` says that it is not one to cite. `forge` is the address
    of the repository, or "".
    """

    title: str
    authors: tuple[dict[str, str], ...]
    licence: str
    licence_address: str
    version: str
    released: str
    abstract: str
    address: str
    preview: bool
    forge: str = ""
