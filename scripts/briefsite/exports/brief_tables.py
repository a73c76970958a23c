"""The briefs and their claims."""

from briefsite.exports.table import ADDRESS, Table, addressed, model_columns, own_column, rows
from briefsite.model import addresses, data_paths
from briefsite.model.corpus import Corpus
from briefsite.model.records import Argument, Brief, Claim, StatedDate

ARGUMENT = {name: field.description for name, field in Argument.model_fields.items()}


def briefs(corpus: Corpus) -> Table:
    """A row for each brief."""
    columns = (
        *model_columns(Brief, "key", "prefix", "color", "name"),
        own_column("title", "The brief's title, from the bibliography."),
        own_column("authors", "Its authors.", many=True),
        *model_columns(
            Brief, "published", "speaks_from", "reading_note", "language", "original", "notes"
        ),
        *(
            own_column(f"argument_{part}", f"Its argument: the claims that say {text}.", many=True)
            for part, text in ARGUMENT.items()
        ),
        own_column("paragraphs", "How many numbered paragraphs it has.", type="integer"),
        own_column("sentences", "How many sentences these have.", type="integer"),
        ADDRESS,
    )
    records = [
        (
            brief,
            {
                "title": corpus.works[brief.key].title,
                "authors": tuple(author.name for author in brief.authors),
                "paragraphs": len(brief.paragraphs),
                "sentences": sum(len(item.sentences) for item in brief.paragraphs),
            }
            | {f"argument_{part}": getattr(brief.argument, part, ()) for part in ARGUMENT}
            | addressed(addresses.brief(brief.key)),
        )
        for brief in corpus.briefs
    ]
    return Table(
        "briefs",
        "Briefs",
        "The documents that this site takes apart.",
        data_paths.BRIEFS,
        columns,
        rows(columns, records),
        ("key",),
        {"key": "bibliography.key", "original": "bibliography.key"},
    )


def claims(corpus: Corpus) -> Table:
    """A row for each claim of each brief."""
    edtf, basis = (field.description for field in StatedDate.model_fields.values())
    columns = (
        *model_columns(Claim, "id"),
        own_column("brief", "The key of the brief that makes the claim."),
        *model_columns(Claim, "paragraph"),
        own_column("section", "The section of the brief in which the paragraph stands."),
        *model_columns(Claim, "sentences", "kind", "says", "attributed_to", "hedge", "quote"),
        *model_columns(Claim, "topics", "actors"),
        own_column("dates", f"The dates in it. {edtf}", many=True),
        own_column("dates_basis", f"For each of the dates, in their order: {basis}", many=True),
        *model_columns(Claim, "cites", "restates", "because", "see"),
        *model_columns(Claim, "elsewhere", "allowed", "not_hedges", "reworded", "note"),
        ADDRESS,
    )
    records = [
        (
            claim,
            {
                "brief": brief.key,
                "section": sections.get(claim.paragraph),
                "dates": tuple(date.edtf for date in claim.dates),
                "dates_basis": tuple(date.basis for date in claim.dates),
            }
            | addressed(addresses.claim(corpus, claim.id)),
        )
        for brief in corpus.briefs
        for sections in [{item.number: item.section for item in brief.paragraphs}]
        for claim in brief.claims
    ]
    return Table(
        "claims",
        "Claims",
        "What the briefs say, one claim a row, each tied to the paragraph that makes it.",
        data_paths.BRIEFS,
        columns,
        rows(columns, records),
        ("id",),
        {"brief": "briefs.key"},
    )
