"""Marks of claims in a page's tree, for any engine that renders with Python-Markdown.

A claim's mark is a footnote, `[^E9]`, whose note begins with its place: "Easley 2024, ¶ 1: …". The
mark shows the paragraph in its brief's colour, with the brief's letter, or its name where no colour
is left; the notes move to a list of their own, by brief and paragraph. Everything is read from the
notes, and from a plain mapping.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from string import ascii_lowercase
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from briefsite.engine.element_text import plain
from briefsite.model.ids import CLAIM_ID, claim_number
from briefsite.pages.rendering import PLAIN

PLACE = re.compile(r"(?P<label>.+?), ¶ (?P<paragraph>\d+): ", re.S)
NUMBER = re.compile(r"\d+")
NOTE, FIRST, LINK, BACK = "fn:", "fnref:", "footnote-ref", "footnote-backref"
"""How Python-Markdown's footnotes are told: the ids of notes, and of their first marks; the classes
of links."""
PRIORITY = 6
"""After footnotes are complete (15), before `toc` gives the heading its permanent link (5)."""
HEADING, ANCHOR = "Claims", "claim-notes"


@dataclass(frozen=True)
class _Note:
    """A claim's note: `element` is its list item."""

    claim: str
    label: str
    paragraph: str
    element: Element

    @property
    def prefix(self) -> str:
        return claim_number(self.claim)[0]

    @property
    def spoken(self) -> str:
        return f"{self.label}, paragraph {self.paragraph}"


class ClaimMarks(Treeprocessor):
    """`styles` are the classes of briefs by the prefix of their claims, in the order of briefs."""

    def __init__(self, md: Markdown, styles: Mapping[str, str]):
        super().__init__(md)
        self.styles = styles

    def run(self, root: Element) -> None:
        for notes in root.findall("div[@class='footnote']"):
            for rule in notes.findall("hr"):  # the style sheet draws it; <hr /> is XHTML
                notes.remove(rule)
            listed = next(notes.iter("ol"))
            claims = [note for item in listed if (note := self._note(item))]
            if not claims:
                continue
            by_target = {f"#{NOTE}{note.claim}": note for note in claims}
            for element in list(root.iter()):
                self._mark(element, by_target)
            for note in claims:
                listed.remove(note.element)
            root.append(self._section(claims))
            _number(root, listed)
            if not len(listed):
                root.remove(notes)

    def _note(self, item: Element) -> _Note | None:
        claim = item.get("id", "").removeprefix(NOTE)
        place = PLACE.match(plain(self.md, item)) if re.fullmatch(CLAIM_ID, claim) else None
        return _Note(claim, place["label"].strip(), place["paragraph"], item) if place else None

    def _mark(self, parent: Element, notes: Mapping[str, _Note]) -> None:
        """Show the marks among an element's children, those side by side as one group, in which a
        paragraph is named once: its further claims have letters, from b on."""
        group, before, place, further = None, "", None, 0
        for child in list(parent):
            link = child.find(f"a[@class='{LINK}']") if child.tag == "sup" else None
            note = notes.get(link.get("href", "")) if link is not None else None
            if link is None or note is None:
                group = None
                continue
            if group is None:
                group, before, place = Element("span", {"class": "marks"}), "", None
                parent.insert(list(parent).index(child), group)
            further = further + 1 if place == (note.prefix, note.paragraph) else 0
            place = note.prefix, note.paragraph
            named = f"¶\N{NO-BREAK SPACE}{note.paragraph}"
            link.text = ascii_lowercase[further] if 0 < further < len(ascii_lowercase) else named
            link.set("class", f"{LINK} {self.styles.get(note.prefix, '')}".strip())
            link.set("aria-label", note.spoken)
            if note.prefix != before:
                uncolored = self.styles.get(note.prefix) == PLAIN
                link.set("data-letter", note.label if uncolored else note.prefix)
            before = note.prefix
            if child.get("id") != f"{FIRST}{note.claim}":  # the note leads back to the first alone
                child.attrib.pop("id", None)
            parent.remove(child)
            group.append(child)
            group.tail, child.tail = child.tail, None
            if (group.tail or "").strip():
                group = None

    def _section(self, notes: list[_Note]) -> Element:
        """The claims' notes; a search finds the claims themselves."""
        order = {prefix: place for place, prefix in enumerate(self.styles)}
        section = Element("section", {"class": "claim-notes", "data-search-exclude": ""})
        folded = SubElement(section, "details", {"class": "folded"})
        SubElement(SubElement(folded, "summary"), "h2", {"id": ANCHOR}).text = HEADING
        listed = SubElement(folded, "ul")
        for note in sorted(
            notes,
            key=lambda note: (
                order.get(note.prefix, len(order)),
                note.label,
                int(note.paragraph),
                claim_number(note.claim),
            ),
        ):
            text = note.element[0]  # what a preview shows of the note
            text.set("class", self.styles.get(note.prefix, ""))
            text.set("data-letter", note.prefix)
            first, *others = _back_links(note.element)
            first.attrib.pop("title", None)
            first.set("aria-label", f"Back to the text from claim {note.claim}")
            for link in others:  # a claim is marked up to ten times, and its place is in sight
                text.remove(link)
            listed.append(note.element)
        return section


def _back_links(note: Element) -> list[Element]:
    return [link for link in note.iter("a") if link.get("class") == BACK]


def _number(root: Element, notes: Element) -> None:
    """Number the other notes anew, in their order."""
    numbers = {f"#{item.get('id')}": str(number) for number, item in enumerate(notes, 1)}
    for link in root.iter("a"):
        if link.get("class") == LINK and link.get("href", "") in numbers:
            link.text = numbers[link.get("href", "")]
    for item in notes:
        for link in _back_links(item):
            link.set("title", NUMBER.sub(numbers[f"#{item.get('id')}"], link.get("title", ""), 1))
