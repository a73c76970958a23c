"""Why a record is not added."""

from dataclasses import dataclass

from briefsite.model.problems import Problem

COMMAND = "make new"
Given = dict[str, str | list[str] | None]
"""Values by option, as the command line gives them: texts or lists of texts, None for what is left
to fill in."""


class RefusedError(Exception):
    """Nothing was added; `problems` say why."""

    def __init__(self, *problems: Problem):
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems

    @classmethod
    def because(cls, message: str, hint: str = "") -> "RefusedError":
        """A refusal for something in the command itself."""
        return cls(Problem(COMMAND, 1, message, hint))


@dataclass(frozen=True)
class Added:
    """What was added, where, and the Problems that name what is still to be filled in."""

    path: str
    line: int
    id: str
    left: tuple[Problem, ...]


def text_of(given: Given, option: str) -> str:
    """The value of an option that takes one text, "" when it is not given."""
    value = given.get(option)
    return value if isinstance(value, str) else ""


def list_of(given: Given, option: str) -> list[str]:
    """The value of an option that takes several texts."""
    value = given.get(option)
    return value if isinstance(value, list) else []
