"""A Markdown extension for tables: ids that move to the row, and cells that know their column.

The label of its column on each cell lets a narrow screen show a row as a list; the id on the row
gives a question an address.
"""

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor


class _Tables(Treeprocessor):
    def run(self, root):
        for table in root.iter("table"):
            heads = ["".join(cell.itertext()).strip() for cell in table.iter("th")]
            for cell in table.iter("th"):
                cell.set("scope", "col")
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
