"""The bibliography. Its columns are the fields of bibliography.bib under their own names."""

from briefsite.exports.table import ADDRESS, Row, Table, addressed, own_column
from briefsite.model import addresses, data_paths
from briefsite.model.corpus import Corpus

FIELDS = {
    "title": "The title; [headline not seen] where only the address and the contents were.",
    "description": "What stands in place of a title that was not seen.",
    "date": "When it appeared, in EDTF.",
    "journaltitle": "The journal or newspaper.",
    "booktitle": "The book that it is part of.",
    "institution": "The institution that published a report.",
    "publisher": "The publisher.",
    "organization": "Whose website it is on.",
    "series": "The series.",
    "type": "What kind of report it is, as it calls itself.",
    "number": "The number in its series or journal.",
    "volume": "The volume.",
    "pages": "The pages.",
    "isbn": "The ISBN.",
    "doi": "The DOI, without an address before it.",
    "url": "The web address.",
    "urldate": "The day on which the address was looked at.",
    "archiveurl": "The address of an archived copy.",
    "archivedate": "The day on which the archived copy was seen.",
    "entrysubtype": "`newspaper` or `magazine`, for an article in one.",
    "langid": "The language, as biblatex names it.",
    "note": "A note that belongs to the reference.",
    "native-author": "The author's name in Korean script.",
    "correction": "What the brief prints, what is given here, and why. An inferred or suspected "
    "correction is no more than that.",
    "checked": "`yes`, `partly` or `no`: how far a publisher's record was seen.",
    "seen": "The address at which such a record was seen.",
    "urlstatus": "What kind of page the address leads to.",
    "origin": "Where the report comes from.",
    "sourcenote": "A remark on the source.",
    "retired": "Why the entry is no longer used.",
}


def bibliography(corpus: Corpus) -> Table:
    """A row for each work; a field that is not described here has a column too."""
    used = {name for work in corpus.works.values() for name in work.fields} - {"author", "year"}
    names = [name for name in FIELDS if name in used or name in ("title", "date")]
    names += sorted(used - FIELDS.keys())
    columns = (
        own_column("key", "The key by which everything here names the work."),
        own_column("entry", "The type of the entry, as biblatex has it."),
        own_column(
            "authors",
            "The authors, family name first; `others` stands for those not named.",
            many=True,
        ),
        own_column("organisations", "Those of the authors that are organisations.", many=True),
        *(
            own_column(
                name,
                FIELDS.get(name, f"The field `{name}` of {data_paths.BIBLIOGRAPHY}."),
                required=name == "title",
            )
            for name in names
        ),
        ADDRESS,
    )
    rows: list[Row] = [
        {
            "key": work.key,
            "entry": work.type,
            "authors": work.authors,
            "organisations": tuple(name for name in work.authors if name in work.organisations),
            **{name: work[name] or None for name in names},
            "title": work.title,
            "date": work.date or None,
        }
        | addressed(addresses.work(work.key))
        for work in corpus.works.values()
    ]
    return Table(
        "bibliography",
        "Bibliography",
        "Every work that the briefs or this site cite.",
        data_paths.BIBLIOGRAPHY,
        columns,
        rows,
        ("key",),
    )
