"""The one exception with which a build, or a command, ends because of the project's problems."""

from collections.abc import Iterable

from briefsite.model.problems import Problem


class BuildError(Exception):
    """The project has problems: `problems`, each with its path and line."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = list(problems)
        super().__init__("\n".join(map(str, self.problems)))
