"""A picture as a file of its own: SVG 1.1 with its title, description, source and licence in it,
for whoever shows it elsewhere."""

from dataclasses import dataclass

from briefsite.model.corpus import Corpus
from briefsite.model.records import Brief
from briefsite.pages.rendering import render

PALETTE = (
    "#1c5f95",
    "#a8480c",
    "#1d4000",
    "#8755c4",
    "#600941",
    "#5b745b",
    "#73443d",
    "#31349e",
    "#573f66",
    "#50086d",
)
"""The colours of briefs on light paper, as docs/assets/styles/1-colors.css has them: a file can't
ask the site's style sheet."""
PLAIN = "#5a606b"
"""Of a brief for which no colour is left."""
MARGIN, FOOT = 16, 40


def color(brief: Brief) -> str:
    """The colour of a brief in a file."""
    number = brief.color or 0
    return PALETTE[number - 1] if 0 < number <= len(PALETTE) else PLAIN


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


def bare(picture: Picture) -> str:
    """The text of the file without a frame, for documents, which have captions of their own."""
    return render("picture_bare.svg.jinja", "", picture=picture)
