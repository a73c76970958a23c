"""The works that the briefs and the site cite: entries of bibliography.bib."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from briefsite.model import dates
from briefsite.model.problems import Mark

NO_HEADLINE = "[headline not seen]"
"""The title of a work of which only the address and the contents were seen."""
OTHERS = "others"
"""BibTeX's name for the authors that are not named."""
ROLES = ("author", "editor", "translator", "bookauthor")
"""The fields that hold names."""


@dataclass(frozen=True)
class Name:
    """A person's name in its parts; an organisation, or a name of one piece, is `family` alone.

    `particle` is what stands before the family name (van der), `suffix` what follows (Jr.).
    """

    family: str
    given: str = ""
    particle: str = ""
    suffix: str = ""

    @property
    def whole(self) -> bool:
        """Whether the name has no parts."""
        return not (self.given or self.particle or self.suffix)

    def __str__(self) -> str:
        """Family name first, as BibTeX, RIS and lists have it: `van der Test, Jr., Otto`."""
        family = f"{self.particle} {self.family}".strip()
        return ", ".join(filter(None, (family, self.suffix, self.given)))


@dataclass(frozen=True)
class Work:
    """One entry of the bibliography.

    `type` is the BibTeX entry type in lower case; `fields` the text of every field, by its name
    in lower case, TeX decoded; `written` the same as it stands in the file; `people` the names by
    field; `dropped` the fields that are not read.
    """

    key: str
    type: str
    fields: Mapping[str, str] = field(hash=False, compare=False)
    people: Mapping[str, tuple[Name, ...]] = field(
        hash=False, default_factory=dict[str, tuple[Name, ...]]
    )
    written: Mapping[str, str] = field(hash=False, compare=False, default_factory=dict[str, str])
    dropped: tuple[str, ...] = ()
    at: Mark = field(compare=False, default=Mark())

    def __getitem__(self, name: str) -> str:
        return self.fields.get(name, "")

    @cached_property
    def authors(self) -> tuple[str, ...]:
        """The authors, family name first."""
        return tuple(map(str, self.people.get("author", ())))

    @cached_property
    def organisations(self) -> frozenset[str]:
        """Those of the authors that are organisations, or named in one piece."""
        return frozenset(name.family for name in self.people.get("author", ()) if name.whole)

    @property
    def title(self) -> str:
        return self["title"] or self.key

    @property
    def full_title(self) -> str:
        """The title with what biblatex keeps apart from it; for a headline that was not seen, a
        description in brackets: `[News report]`."""
        if self.title.casefold() == NO_HEADLINE:
            return f"[{self['description'] or 'News report'}]"
        title = self.title
        for sign, name in ((":", "subtitle"), (".", "titleaddon")):
            if self[name]:
                title += f"{'' if title[-1] in ':.?!' else sign} {self[name]}"
        return title

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
        """The date as EDTF, or "" when there is none; BibTeX's `year` and `month` are joined."""
        if self["date"] or not self["month"] or not re.fullmatch(r"\d{4}", self["year"]):
            return self["date"] or self["year"]
        month = dates.month_number(self["month"])
        day = f"-{self['day'].zfill(2)}" if self["day"] else ""
        return f"{self['year']}-{month}{day}" if month else self["year"]
