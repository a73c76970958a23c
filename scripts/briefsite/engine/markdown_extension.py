"""A Markdown extension for tables and claim links.

Ids of a first cell move to its row, which gives a question an address; each cell knows its column,
which lets a narrow screen show a row as a list. Aligned columns get a class, for the `style` that
Python-Markdown writes is what no page's Content-Security-Policy lets through. A claim linked in
running text carries its number, which paper shows behind the words.
"""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

ALIGNED = re.compile(r"text-align: (left|center|right);")


class _Tables(Treeprocessor):
    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            heads = ["".join(cell.itertext()).strip() for cell in table.iter("th")]
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


class ProjectExtension(Extension):
    """Registers the processors after attr_list, which sets the ids; the plugin adds it."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.treeprocessors.register(_Tables(md), "project-tables", 5)
        md.treeprocessors.register(_Claims(md), "project-claims", 5)
