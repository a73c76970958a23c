"""As data files: questions put to the briefs alike, their answers, and how these relate."""

from briefsite.exports.table import ADDRESS, Table, addressed, model_columns, own_column, rows
from briefsite.model import addresses, data_paths
from briefsite.model.codings import Code
from briefsite.model.corpus import Corpus
from briefsite.model.questions import Answer, Question, Side

QUESTION = own_column("question", "The id of the question.")
RELATION = ("relation", "shared", "difference", "dimension")
CODE = ("relation", "dimension", "mark", "reason")


def questions(corpus: Corpus) -> Table:
    """A row for each question."""
    columns = (
        *model_columns(
            Question, "id", "topic", "question", *RELATION, "key", "key_reason", "summary", "note"
        ),
        ADDRESS,
    )
    records = [(item, addressed(addresses.question(item.id))) for item in corpus.questions]
    return Table(
        "questions",
        "Questions",
        "What the briefs can be asked alike, and how their answers relate. A question without a "
        "relation is answered by one brief only.",
        data_paths.COMPARISONS,
        columns,
        rows(columns, records),
        ("id",),
        {"topic": "topics.key"},
    )


def answers(corpus: Corpus) -> Table:
    """A row for each brief that answers a question."""
    brief = own_column("brief", "The key of the brief that answers.")
    columns = (QUESTION, brief, *model_columns(Answer, "says", "claims"))
    records = [
        (answer, {"question": question.id, "brief": key})
        for question in corpus.questions
        for key, answer in question.answers.items()
    ]
    return Table(
        "answers",
        "Answers",
        "What each brief answers, one answer a row. A brief that has no row for a "
        "question is silent on it, "
        "which is neither yes nor no.",
        data_paths.COMPARISONS,
        columns,
        rows(columns, records),
        ("question", "brief"),
        {"question": "questions.id", "brief": "briefs.key"},
    )


def relations(corpus: Corpus) -> Table:
    """A row for each question that two or more briefs answer."""
    briefs = own_column("briefs", "The keys of the briefs that answer.", many=True)
    columns = (QUESTION, briefs, *model_columns(Question, *RELATION))
    records = [
        (item, {"question": item.id, "briefs": tuple(item.answers)})
        for item in corpus.questions
        if item.relation
    ]
    return Table(
        "relations",
        "Relations",
        "How the answers to a question relate, one question a row. To a question without a row "
        "here only one brief speaks.",
        data_paths.COMPARISONS,
        columns,
        rows(columns, records),
        ("question",),
        {"question": "questions.id"},
    )


def sides(corpus: Corpus) -> Table:
    """A row for each side of a question."""
    number = own_column("side", "Its place among the sides of the question.", type="integer")
    columns = (QUESTION, number, *model_columns(Side, "briefs", "holds"))
    records = [
        (side, {"question": question.id, "side": place})
        for question in corpus.questions
        for place, side in enumerate(question.sides, 1)
    ]
    return Table(
        "sides",
        "Sides",
        "Which briefs stand together on a question, one side a row. A question whose answers "
        "agree, or that one brief answers, has none.",
        data_paths.COMPARISONS,
        columns,
        rows(columns, records),
        ("question", "side"),
        {"question": "questions.id"},
    )


def codings(corpus: Corpus) -> Table:
    """A row for each code of each coder."""
    columns = (
        QUESTION,
        own_column("coder", "The coder's name or role."),
        *model_columns(Code, *CODE),
    )
    records = [
        (code, {"question": coding.question, "coder": coder})
        for coding in (corpus.codings.codings if corpus.codings else ())
        for coder, code in coding.codes.items()
    ]
    return Table(
        "codings",
        "Codings",
        "How each coder coded a question, one code a row; what was settled is in the questions. "
        "Some questions were retired since.",
        data_paths.CODINGS,
        columns,
        rows(columns, records),
        ("question", "coder"),
    )
