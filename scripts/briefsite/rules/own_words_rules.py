"""Words of their own that claims, answers and pages have, where there are twenty claims or more."""

from collections.abc import Iterator

from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem
from briefsite.model.sentences import split
from briefsite.rules import own_words
from briefsite.rules.facets import all_known
from briefsite.rules.page_sentences import accounts
from briefsite.rules.resemblance import weights
from briefsite.rules.speakers import unnamed
from briefsite.rules.stems import stem

CLAIM, ANSWER, PAGE = 3, 2, 3
"""So many words of its own are too many: of a claim, and of a sentence of an answer or a page."""
MEND = "use the words of the paragraph or of these texts; or say why it means the same: %s"


def claims_keep_to_known_words(corpus: Corpus) -> Iterator[Problem]:
    """A claim has at most two words of sense that stand neither in its paragraph, as far as the
    fingerprints know, nor in another claim of it, nor in an answer, a page, an event or a forecast
    that restates the claim; those under `reworded` do not count. Who rewords more rewords what
    rests on the claim too, or says there why it means the same."""
    for claim in corpus.claim.values() if weights(corpus) else ():
        if corpus.brief_of[claim.id].key not in corpus.fingerprints:
            continue
        own = own_words.of_claim(corpus, claim) - set(map(stem, claim.reworded))
        if len(own) >= CLAIM:
            message = (
                f"{claim.id}: neither its paragraph nor a text that restates it has {_few(own)}"
            )
            yield claim.at.problem(message, MEND % "reworded: {word: why}", "says")


def answers_keep_to_known_words(corpus: Corpus) -> Iterator[Problem]:
    """A sentence of an answer has at most one such word, and a sentence of an account on a topic
    page at most two."""
    for question in corpus.questions if weights(corpus) else ():
        for key, answer in question.answers.items():
            if not all_known(corpus, answer.claims) or key not in corpus.fingerprints:
                continue
            for sentence in split(answer.says):
                name = f"{question.id} {key}"
                own = own_words.of_text(corpus, name, sentence, answer.claims, question.question)
                own -= set(map(stem, answer.reworded))
                if len(own) >= ANSWER:
                    message = f"{question.id}, {key}: no claim behind it, and no paragraph of "
                    message += f"theirs, has {_few(own)}"
                    yield answer.at.problem(message, MEND % "reworded: {word: why}", "says")
    for sentence in accounts(corpus) if weights(corpus) else ():
        if sentence.section and sentence.section.key in corpus.fingerprints:
            text = unnamed(corpus, sentence.text, "…")
            own = own_words.of_text(corpus, sentence.path, text, sentence.claims, "")
            if len(own) >= PAGE:
                names = " and ".join(sentence.claims)
                message = f"neither {names} nor their paragraphs have {_few(own)}"
                hint = "say it in their words, or mark the claim that says it"
                yield Problem(sentence.path, sentence.line, message, hint)


def _few(own: set[str]) -> str:
    return ", ".join(f"'{each}…'" for each in sorted(own)[:4])


RULES = (claims_keep_to_known_words, answers_keep_to_known_words)
