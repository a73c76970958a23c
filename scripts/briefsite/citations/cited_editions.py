"""The site as it is now and as an edition holds it, and one item in both."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from briefsite.citations.cite_box import Subject
from briefsite.citations.csl_items import Item
from briefsite.model import addresses
from briefsite.model.citation_file import Project

NOW = "The page as it is now"
ALONE = "This site"


def named(title: str, edition: str) -> str:
    """The site's title in an edition."""
    return f"{title}, edition {edition}" if edition else title


def month(edition: str) -> str:
    """When an edition came out, as its name tells: `2026.12.1` is of 2026-12."""
    return "-".join(edition.split(".")[:2])


@dataclass(frozen=True)
class Places:
    """Where something is to be cited. `built` is the edition that is built, or "", and `newest`
    the newest one beside the live site."""

    project: Project
    built: str = ""
    newest: str = ""

    @property
    def here(self) -> Project:
        """The site that is built."""
        return replace(self.project, title=named(self.project.title, self.built))

    @property
    def edition(self) -> Project:
        """The newest edition, whose site stands below this one."""
        folder = addresses.web(addresses.EDITIONS)
        return replace(
            self.project,
            title=named(self.project.title, self.newest),
            address=f"{self.project.address}{folder}{self.newest}/",
        )

    def key(self, name: str) -> str:
        """The citation key of something of the site: its own name after the initials of the site's
        title, `rp-E31`."""
        initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", self.project.title))
        return f"{initials.lower()}-{name}"

    def subjects(
        self, make: Callable[[Project, str, str], Item], date: str, kept: bool
    ) -> list[tuple[str, Subject]]:
        """Something by headings: in the newest edition, if that holds it (`kept`), then as it is.

        `make` makes its item of a project, a version and a date. An edition has the date in its
        name wherever it is cited from.
        """
        if self.built:
            item = make(self.here, self.built, month(self.built))
            return [(f"Edition {self.built}", Subject(item))]
        live = Subject(make(self.project, "", date), live=True)
        if not kept:
            return [(ALONE, live)]
        item = make(self.edition, self.newest, month(self.newest))
        item["id"] += f"-{self.newest.replace('.', '-')}"
        return [(f"Edition {self.newest}, which stays as it is", Subject(item)), (NOW, live)]
