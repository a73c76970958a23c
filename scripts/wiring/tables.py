"""A Markdown extension for tables: ids that move to the row, and cells that know their column.

The label of its column on each cell lets a narrow screen show a row as a list; the id on the row
gives a question an address. Aligned columns get a class, for the `style` that Python-Markdown
writes is what no page's Content-Security-Policy lets through.
"""

import re

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

ALIGNED = re.compile(r"text-align: (left|center|right);")


class _Tables(Treeprocessor):
    def run(self, root):
        for table in root.iter("table"):
            heads = ["".join(cell.itertext()).strip() for cell in table.iter("th")]
            for cell in table.iter("th"):
                cell.set("scope", "col")
            for cell in [*table.iter("th"), *table.iter("td")]:
                if aligned := ALIGNED.fullmatch(cell.get("style", "")):
                    del cell.attrib["style"]
                    cell.set("class", f"align-{aligned[1]} {cell.get('class', '')}".strip())
            for row in table.iterfind("tbody/tr"):
                for label, cell in zip(heads, row):
                    cell.set("data-label", label)
                    if "id" in cell.attrib:
                        row.set("id", cell.attrib.pop("id"))


class TableExtension(Extension):
    """Registers the processor after attr_list, which sets the ids."""

    def extendMarkdown(self, md):
        md.treeprocessors.register(_Tables(md), "project-tables", 5)


def makeExtension(**options):
    """What Python-Markdown calls for `wiring.tables` in mkdocs.yml."""
    return TableExtension(**options)
