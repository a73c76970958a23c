"""A picture as a file of its own: SVG 1.1 with its title, description, source and licence in it,
for whoever shows it elsewhere."""

from dataclasses import dataclass

from briefsite.model.corpus import Corpus
from briefsite.pages.rendering import render

PALETTE = (
    "#1c5f95",
    "#a8480c",
    "#2c6e49",
    "#6b4596",
    "#6b6410",
    "#99306a",
    "#0f6b6b",
    "#6f4e37",
    "#4a5568",
    "#a32035",
)
"""The colours of briefs on light paper, as docs/assets/styles/1-colors.css has them: a file can't
ask the site's style sheet."""
MARGIN, FOOT = 16, 40


@dataclass(frozen=True)
class Picture:
    """`name` is that of its file, without its ending; `alt` says in a sentence what is to be seen;
    `page` is the target that shows it; `drawing` the markup within an `<svg>` of `width` by
    `height`, whose texts and lines take the colours of templates/picture_file.svg.jinja."""

    name: str
    title: str
    alt: str
    page: str
    width: int
    height: int
    drawing: str


def svg(picture: Picture, corpus: Corpus) -> str:
    """The text of the file. Where it is from stands at its foot: the site, the page's address,
    the licence."""
    return render(
        "picture_file.svg.jinja",
        "",
        picture=picture,
        corpus=corpus,
        margin=MARGIN,
        width=picture.width + 2 * MARGIN,
        height=picture.height + 2 * MARGIN + 30 + FOOT,
    )
