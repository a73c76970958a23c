"""The citation styles: of the cite boxes, where the first one is shown at first and printed, and
of the site's own references.

A further style of the boxes is a CSL file of styles/ and a line of STYLES.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Style:
    """`file` is the name of a CSL file of styles/, without its ending. A style `in_notes` cites in
    notes: the first note of an item is its full form, the second its short one. A style with
    `sentence_case` leaves titles as it is given them and wants them so."""

    label: str
    file: str
    in_notes: bool = False
    sentence_case: bool = False


STYLES = {
    "chicago": Style("Chicago, author-date", "own-chicago-author-date"),
    "notes": Style("Chicago, notes", "own-chicago-notes", in_notes=True),
    "apa": Style("APA 7", "own-apa", sentence_case=True),
    "mla": Style("MLA 9", "own-mla"),
}
SITE_STYLE = "chicago-author-date"
"""The file with which citations in pages and the bibliography are formatted; `csl_file` of
mkdocs.yml names it too."""
