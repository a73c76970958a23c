"""A Markdown extension for tables, claim links and claim marks, for any Python-Markdown.

Ids of a first cell move to its row, which gives a question an address; each cell knows its column,
which lets a narrow screen show a row as a list. Aligned columns get a class, for the `style` that
Python-Markdown writes is what no page's Content-Security-Policy lets through. A claim linked in
running text carries its number, which paper shows behind the words. Marks: see claim_marks.
"""

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from briefsite.engine.claim_marks import PRIORITY, ClaimMarks
from briefsite.engine.element_text import plain

ALIGNED = re.compile(r"text-align: (left|center|right);")


class _Tables(Treeprocessor):
    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            heads = [plain(self.md, cell) for cell in table.iter("th")]
            for cell in table.iter("th"):
                cell.set("scope", "col")
            for cell in [*table.iter("th"), *table.iter("td")]:
                if aligned := ALIGNED.fullmatch(cell.get("style", "")):
                    del cell.attrib["style"]
                    cell.set("class", f"align-{aligned[1]} {cell.get('class', '')}".strip())
            for row in table.iterfind("tbody/tr"):
                for label, cell in zip(heads, row, strict=False):
                    cell.set("data-label", label)
                    if "id" in cell.attrib:
                        row.set("id", cell.attrib.pop("id"))


class _Claims(Treeprocessor):
    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            target = re.fullmatch(r"\S+/\S+\.md#([A-Z]+\d+)", link.get("href", ""))
            if target and link.get("title") and link.get("class") != "place":
                link.set("data-id", target[1])


class _PermanentLinks(Treeprocessor):
    """A permanent link leads to what it stands beside: nothing to preview. What folds a part holds
    none, since it is pressed itself. A heading whose record has its permanent address elsewhere
    says so (`data-permanent`)."""

    def run(self, root: Element) -> None:
        for heading in root.iterfind(".//h2[@data-permanent]"):
            for link in heading.findall("a[@class='headerlink']"):
                link.set("href", heading.get("data-permanent", ""))
            del heading.attrib["data-permanent"]
        for link in root.iter("a"):
            if link.get("class") == "headerlink":
                link.attrib.pop("data-preview", None)
        for heading in root.iterfind(".//summary/h2"):
            for link in heading.findall("a[@class='headerlink']"):
                heading.remove(link)


class ProjectExtension(Extension):
    """Registers the processors after attr_list, which sets the ids.

    `briefs` are classes, brief-1, by the prefix of each brief's claims, in the order of briefs.
    """

    def __init__(self, **options: Any):
        self.config = {"briefs": [{}, "the class of each brief, by the prefix of its claims"]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        marks = ClaimMarks(md, self.getConfig("briefs"))
        md.treeprocessors.register(marks, "project-marks", PRIORITY)
        md.treeprocessors.register(_Tables(md), "project-tables", 5)
        md.treeprocessors.register(_Claims(md), "project-claims", 5)
        # after the theme's previews, which are registered with 0
        md.treeprocessors.register(_PermanentLinks(md), "project-permanent-links", -1)


def makeExtension(**options: Any) -> ProjectExtension:  # noqa: N802
    """The extension by its name, `briefsite.engine.markdown_extension`, as engines load it."""
    return ProjectExtension(**options)
