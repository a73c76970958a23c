"""What a picture is drawn of, in pixels, and how wide its words are."""

import textwrap
from dataclasses import dataclass, field

LINE = 14
"""From one line of a label to the next."""
LETTER = 6.3
"""How wide a letter of a label is at most, on average."""


@dataclass(frozen=True)
class Box:
    x: float
    y: float
    width: float
    height: float
    style: str
    id: str = ""


@dataclass(frozen=True)
class Path:
    """Strokes or an outline, as SVG writes them."""

    d: str
    style: str
    id: str = ""


@dataclass(frozen=True)
class Words:
    """Lines of text from (x, y), the first baseline; `anchor` is SVG's. With a `target` they are a
    link, with its `leader`, a path."""

    x: float
    y: float
    lines: tuple[str, ...]
    style: str
    anchor: str = "start"
    target: str = ""
    id: str = ""
    leader: str = ""


@dataclass
class Drawing:
    """What lies behind, the shapes before it, and the words, each in the order of drawing.

    `name` keeps its styles apart from those of another drawing of the same picture."""

    name: str
    width: float
    height: float = 0
    ground: list[Box | Path] = field(default_factory=list[Box | Path])
    shapes: list[Box | Path] = field(default_factory=list[Box | Path])
    words: list[Words] = field(default_factory=list[Words])


def lines(text: str, pixels: float) -> tuple[str, ...]:
    """A text in lines that are no wider than so many pixels, a longer word apart."""
    return tuple(textwrap.wrap(text, max(int(pixels / LETTER), 8))) or ("",)


def width(text: tuple[str, ...]) -> float:
    return LETTER * max(map(len, text))


def number(value: float) -> str:
    return f"{round(value)}"
