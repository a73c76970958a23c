"""Questions put to the briefs alike, their answers, and how these relate."""

from briefsite.exports.table import ADDRESS, Table, addressed, of, own, rows
from briefsite.model import addresses, data_paths
from briefsite.model.corpus import Corpus
from briefsite.model.records import Answer, Question, Relation

QUESTION = own("question", "The id of the question.")


def questions(corpus: Corpus) -> Table:
    """A row for each question."""
    columns = (*of(Question, "id", "topic", "question", "note"), ADDRESS)
    records = [(item, addressed(addresses.question(item.id))) for item in corpus.questions]
    return Table(
        "questions",
        "Questions",
        "What the briefs can be asked alike.",
        data_paths.COMPARISONS,
        columns,
        rows(columns, records),
        ("id",),
        {"topic": "topics.key"},
    )


def answers(corpus: Corpus) -> Table:
    """A row for each brief that answers a question."""
    brief = own("brief", "The key of the brief that answers.")
    columns = (QUESTION, brief, *of(Answer, "says", "claims"))
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
    """A row for each pair of answers to a question."""
    columns = (
        QUESTION,
        own("first", "The key of one of the two briefs."),
        own("second", "The key of the other."),
        *of(Relation, "relation", "why"),
    )
    records = [
        (item, {"question": question.id, "first": item.between[0], "second": item.between[1]})
        for question in corpus.questions
        for item in question.relations
    ]
    return Table(
        "relations",
        "Relations",
        "How two briefs' answers to a question relate. To a question without a row here "
        "only one brief speaks.",
        data_paths.COMPARISONS,
        columns,
        rows(columns, records),
        ("question", "first", "second"),
        {"question": "questions.id", "first": "briefs.key", "second": "briefs.key"},
    )
