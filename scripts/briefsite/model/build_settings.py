"""What a build takes from its surroundings rather than from the project's files."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class BuildSettings:
    """The settings of one build; an empty value means the default.

    `site_url` is the address of the built site, `repository_url` that of its repository, `edition`
    the name of the edition that is built; `build_time` is in seconds since 1970, UTC, by default
    the time of the last commit.
    """

    site_url: str = ""
    repository_url: str = ""
    edition: str = ""
    build_time: int | None = None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "BuildSettings":
        """The settings in SITE_URL, FORGE_URL, EDITION and SOURCE_DATE_EPOCH.

        The last is specified at https://reproducible-builds.org/specs/source-date-epoch/
        """
        epoch = environment.get("SOURCE_DATE_EPOCH", "")
        return cls(
            environment.get("SITE_URL", ""),
            environment.get("FORGE_URL", ""),
            environment.get("EDITION", ""),
            int(epoch) if epoch.isdecimal() else None,
        )
