"""Questions put to the briefs alike, their answers, and how these relate."""

from briefsite.exports.table import ADDRESS, Table, of, own, rows
from briefsite.model import addresses
from briefsite.model.records import Answer, Question, Relation

ASKED = own("question", "The id of the question.", required=True)
SOURCE = "data/comparisons.yml"


def questions(corpus) -> Table:
    """A row for each question."""
    columns = (*of(Question, "id", "topic", "question", "note"), ADDRESS)
    records = [
        (question, {"address": addresses.web(addresses.question(question.id))})
        for question in corpus.questions
    ]
    return Table(
        "questions",
        "Questions",
        "What the briefs can be asked alike.",
        SOURCE,
        columns,
        rows(columns, records),
        ("id",),
        (("topic", "topics.key"),),
    )


def answers(corpus) -> Table:
    """A row for each brief that answers a question."""
    columns = (
        ASKED,
        own("brief", "The key of the brief that answers.", required=True),
        *of(Answer, "says", "claims"),
    )
    records = [
        (answer, {"question": question.id, "brief": key})
        for question in corpus.questions
        for key, answer in question.answers.items()
    ]
    return Table(
        "answers",
        "Answers",
        "What each brief answers, one answer a row. A brief that has no row for a question is silent on it, "
        "which is neither yes nor no.",
        SOURCE,
        columns,
        rows(columns, records),
        ("question", "brief"),
        (("question", "questions.id"), ("brief", "briefs.key")),
    )


def relations(corpus) -> Table:
    """A row for each pair of answers to a question."""
    columns = (
        ASKED,
        own("first", "The key of one of the two briefs.", required=True),
        own("second", "The key of the other.", required=True),
        *of(Relation, "relation", "why"),
    )
    records = [
        (
            relation,
            {"question": question.id, "first": relation.between[0], "second": relation.between[1]},
        )
        for question in corpus.questions
        for relation in question.relations
    ]
    return Table(
        "relations",
        "Relations",
        "How two briefs' answers to a question relate. To a question without a row here only one brief speaks.",
        SOURCE,
        columns,
        rows(columns, records),
        ("question", "first", "second"),
        (("question", "questions.id"), ("first", "briefs.key"), ("second", "briefs.key")),
    )
