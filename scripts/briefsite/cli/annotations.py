"""Problems as GitHub's workflow commands, which it shows at their lines in a pull request.

The form: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""


def annotation(problem) -> str:
    """A Problem as one line `::error file=…,line=…::…`; what the data say in it can't be a command of its own."""
    said = f"{problem.message}; {problem.hint}" if problem.hint else problem.message
    return f"::error file={_property(problem.path)},line={problem.line}::{_data(said)}"


def annotations(problems) -> list[str]:
    """Annotations of all problems, each message's first place before the further ones: GitHub shows ten a step."""
    seen: dict[tuple[str, str], int] = {}
    ranked = []
    for problem in problems:
        said = problem.message, problem.hint
        seen[said] = seen.get(said, -1) + 1
        ranked.append((seen[said] > 0, problem))
    return [
        annotation(problem)
        for further in (False, True)
        for late, problem in ranked
        if late is further
    ]


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
