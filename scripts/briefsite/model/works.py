"""The works that the briefs and the site cite: entries of bibliography.bib."""

from dataclasses import dataclass, field

from briefsite.model.problems import Mark


@dataclass(frozen=True)
class Work:
    """One entry of the bibliography.

    `type` is the BibTeX entry type in lower case; `fields` the text of every field, by its name
    in lower case, with braces and escapes resolved (addresses stay as they are); `authors` the
    names as written, family name first; `organisations` those of them that stand in braces.
    """

    key: str
    type: str
    fields: dict[str, str] = field(hash=False, compare=False)
    authors: tuple[str, ...] = ()
    organisations: frozenset[str] = frozenset()
    at: Mark = field(compare=False, default=Mark())

    def __getitem__(self, name: str) -> str:
        return self.fields.get(name, "")

    @property
    def title(self) -> str:
        return self["title"] or self.key

    @property
    def publisher(self) -> str:
        """Who published it, as a source is named in passing."""
        return (
            self["publisher"]
            or self["institution"]
            or self["organization"]
            or self["journaltitle"]
            or next((name for name in self.authors if name in self.organisations), "")
            or next(iter(self.authors), self.title)
        )

    @property
    def date(self) -> str:
        """The date as EDTF, or "" when there is none."""
        return self["date"] or self["year"]
