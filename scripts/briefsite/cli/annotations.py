"""Problems as GitHub's workflow commands, which it shows at their lines in a pull request.

The form: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
A problem matcher would do without this, but knows no order: GitHub shows ten annotations a step.
"""

from collections import Counter
from collections.abc import Iterable

from briefsite.model.problems import Problem


def annotation(problem: Problem) -> str:
    """A problem as one line `::error file=…,line=…,title=…::…`, the title the name of its rule;
    escaped so that data can't be a command."""
    text = f"{problem.message}; {problem.hint}" if problem.hint else problem.message
    place = f"file={_property(problem.path)},line={problem.line}"
    title = f",title={_property(problem.rule)}" if problem.rule else ""
    return f"::error {place}{title}::{_data(text)}"


def annotations(problems: Iterable[Problem]) -> list[str]:
    """Annotations of all problems, each message's first place before its further ones."""
    seen: Counter[tuple[str, str]] = Counter()
    first: list[str] = []
    further: list[str] = []
    for problem in problems:
        message = problem.message, problem.hint
        (further if seen[message] else first).append(annotation(problem))
        seen[message] += 1
    return first + further


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
