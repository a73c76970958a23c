"""What can be added, and with which values. Knows no file and no corpus, so that the command line
stays quick."""

from dataclasses import dataclass

from briefsite.model.vocabulary import CHOICES


@dataclass(frozen=True)
class Option:
    """One value that can be given: `--attributed-to`. `names` is the kind of thing that it names,
    if it names any."""

    name: str
    help: str
    many: bool = False
    names: str = ""
    needed: bool = True
    """For what is no field of the record itself: whether the template asks for it. Of a field, the
    model says so. What is not needed stays a comment."""

    @property
    def flag(self) -> str:
        return "--" + self.name.replace("_", "-")


@dataclass(frozen=True)
class RecordKind:
    """One kind of record: the list that holds it, in which file, and its options. `id` is what its
    id is called."""

    name: str
    path: str
    key: str
    id: str
    options: tuple[Option, ...]


TOPICS = Option("topics", "keys of data/topics.yml", True, "topic")
ACTORS = Option("actors", "keys of data/actors.yml", True, "actor")
TITLE = Option("title", "what it is, in a few words")
SAYS = Option("says", "one sentence of your own")
RECORD_KINDS = {
    kind.name: kind
    for kind in (
        RecordKind(
            "claim",
            "data/briefs/{brief}.yml",
            "claims",
            "",
            (
                Option("brief", "the brief's key", names="brief"),
                Option("paragraph", "the paragraph's number"),
                Option("sentences", "one or two sentences of it", True),
                Option("kind", CHOICES["claim_kinds"]),
                SAYS,
                Option("attributed_to", "whom the brief reports"),
                Option("hedge", "the brief's hedge words", True),
                Option("quote", "a phrase, verbatim"),
                TOPICS,
                ACTORS,
                Option("cites", "works that the brief cites for it", True, "work"),
            ),
        ),
        RecordKind(
            "event",
            "data/events.yml",
            "events",
            "small letters and hyphens; made of the title when left out",
            (
                TITLE,
                TOPICS,
                ACTORS,
                Option("brief", "the brief that mentions it", names="brief"),
                Option("claims", "its claims that do", True, "claim"),
                Option("date", "the date that the brief gives, in EDTF: 2024-05-28", needed=False),
                Option("basis", "stated or inferred"),
            ),
        ),
        RecordKind(
            "development",
            "data/developments.yml",
            "developments",
            "small letters and hyphens; made of the title when left out",
            (
                TITLE,
                Option("date", "when, in EDTF: 2024-10-18"),
                SAYS,
                TOPICS,
                ACTORS,
                Option("follows", "events that it follows up", True, "event"),
                Option("origin", "who saw or said it first"),
                Option("works", "works that report it", True, "work"),
                Option("added", "the day it is entered (default: today)"),
            ),
        ),
        RecordKind(
            "forecast",
            "data/forecasts.yml",
            "forecasts",
            "the claim that makes the forecast: E102",
            (
                Option("sort", CHOICES["forecast_kinds"]),
                TITLE,
                Option("horizon", "by when, an interval in EDTF: 2024-06/.."),
                Option("basis", "stated or inferred"),
                Option("confirms", "what would confirm it"),
                Option("refutes", "what would refute it"),
            ),
        ),
        RecordKind(
            "work",
            "bibliography.bib",
            "",
            "author-year, small letters: chun-2024",
            (
                Option("type", "report, article, online, book, … (default: online)"),
                Option("author", "Family, Given and Family, Given; an organisation in braces"),
                TITLE,
                Option("date", "2024-06-11, 2024-05 or 2024"),
                Option("url", "https://…"),
            ),
        ),
        RecordKind(
            "brief",
            "data/briefs/{id}.yml",
            "",
            "its key in bibliography.bib: author-year",
            (
                Option(
                    "text",
                    "a file with its text, from which paragraphs and sentences are counted; it "
                    "stays where it is",
                    needed=False,
                ),
                Option("prefix", "capital letters for the ids of its claims"),
                Option("name", "what prose calls it"),
                Option("author", "its author"),
                Option("credentials", "as the brief gives them, in your own words"),
                Option("published", "2024-06-11"),
                Option("speaks_from", "the time it speaks from"),
            ),
        ),
    )
}
