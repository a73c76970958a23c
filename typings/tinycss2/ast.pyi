class Node:
    """Any node of a style sheet; which attributes it has depends on its `type`."""

    type: str
    value: str
    name: str
    at_keyword: str
    lower_at_keyword: str
    prelude: list[Node]
    content: list[Node] | None
    def serialize(self) -> str: ...
