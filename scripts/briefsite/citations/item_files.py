"""Items in every format of citation files, each written once for all the files of a page."""

from collections.abc import Iterable, Mapping

from briefsite.citations import bibtex_files, citation_formats
from briefsite.citations.csl_items import Item
from briefsite.model.works import Work

ENDINGS = {"BibTeX": ".bib", "BibLaTeX": "-biblatex.bib", "RIS": ".ris", "CSL-JSON": ".json"}
"""How the names of files end, by the name of their format."""


class ItemFiles:
    """The files of one page, whose records stand in several of them; `works` are the bibliography's
    entries."""

    def __init__(self, works: Mapping[str, Work]):
        self._writers = [
            bibtex_files.Writer(each, works) for each in bibtex_files.DIALECTS.values()
        ]
        self._written: dict[str, tuple[Item, list[str]]] = {}

    def texts(self, items: Iterable[Item]) -> dict[str, str]:
        """The file of these items in each format, by its name."""
        bibtex, biblatex, ris, csl = zip(*map(self._of, items), strict=True)
        joined = (
            bibtex_files.joined(bibtex),
            bibtex_files.joined(biblatex),
            "".join(ris),
            citation_formats.csl_list(csl),
        )
        return dict(zip(ENDINGS, joined, strict=True))

    def _of(self, item: Item) -> list[str]:
        """One item in each format; one of the same id with other fields is written anew."""
        name = item["id"]
        if name not in self._written or self._written[name][0] != item:
            texts = [
                *(writer.entry(item) for writer in self._writers),
                citation_formats.ris_record(item),
                citation_formats.csl_element(item),
            ]
            self._written[name] = item, texts
        return self._written[name][1]
