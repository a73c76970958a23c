"""Changes of figures, dates, hedges, quotations and places."""

import re

from briefsite.rules import hedges
from briefsite.rules.required_phrases import phrases_required
from briefsite.rules.wording import figures, quotations, unquoted


def claim_texts(corpus, texts):
    """Each claim, with the place of its restatement in its file."""
    for claim in corpus.claim.values():
        yield claim, texts.field(claim, "says")


def _other_digit(figure: str) -> str:
    return re.sub(r"\d", lambda found: str((int(found.group()) + 3) % 10), figure, count=1)


def digit_in_a_claim(corpus, texts):
    """a digit in a claim"""
    for claim, place in claim_texts(corpus, texts):
        for figure in figures(claim.says):
            if figure[0].isdigit():
                yield texts.within(place, figure, _other_digit(figure))


def digit_in_an_answer(corpus, texts):
    """a digit in an answer"""
    for question in corpus.questions:
        for answer in question.answers.values():
            for figure in figures(answer.says):
                if figure[0].isdigit():
                    yield texts.within(texts.field(answer, "says"), figure, _other_digit(figure))


def digit_on_a_page(corpus, texts):
    """a digit in a paragraph of a topic page"""
    for demand in phrases_required(corpus):
        if (
            demand.kind == "figure"
            and demand.at.path.startswith("docs/topics/")
            and demand.text[0].isdigit()
        ):
            path = demand.at.path
            start = sum(len(line) + 1 for line in texts[path].split("\n")[: demand.at.line - 1])
            yield texts.within(
                (path, start, len(texts[path])), demand.text, _other_digit(demand.text)
            )


def stated_date_a_year_off(corpus, texts):
    """a stated date a year off"""
    dated = [
        item for claim in corpus.claim.values() for item in claim.dates if item.basis == "stated"
    ]
    dated += [
        mention
        for event in corpus.events
        for mention in event.mentions
        if mention.basis == "stated"
    ]
    for item in dated:
        year = item.edtf[:4]
        for other in (int(year) - 1, int(year) + 1):
            yield texts.within(texts.field(item, "edtf"), year, str(other))


def hedge_made_certain(corpus, texts):
    """a hedge made certain ("likely" to "will") in a claim"""
    for claim, place in claim_texts(corpus, texts):
        if claim.hedge:
            own = tuple(same for word in claim.hedge for same in hedges.synonyms(corpus, word))
            for word in hedges.words_in(unquoted(claim.says), own)[:1]:
                found = re.search(re.escape(word), claim.says, re.I)
                yield found and texts.within(place, found.group(), "will")


def hedge_undeclared(corpus, texts):
    """a claim's `hedge` left out"""
    for claim in corpus.claim.values():
        if claim.hedge:
            yield texts.without(texts.field(claim, "hedge"))


def hedge_added(corpus, texts):
    """a hedge added to an unhedged claim"""
    for claim, place in claim_texts(corpus, texts):
        if not claim.hedge and not claim.elsewhere:
            yield texts.within(place, " is ", " is probably ") or texts.within(
                place, " has ", " has possibly "
            )


def paragraph_moved(corpus, texts):
    """a claim's paragraph number one off"""
    for brief in corpus.briefs:
        for claim in brief.claims:
            for other in (claim.paragraph - 1, claim.paragraph + 1):
                yield texts.within(
                    texts.field(claim, "paragraph"), f": {claim.paragraph}", f": {other}"
                )


def word_in_a_quotation(corpus, texts):
    """a word of a quotation exchanged, in a claim or an answer"""
    holders = [(claim, claim.says) for claim in corpus.claim.values()]
    holders += [
        (answer, answer.says)
        for question in corpus.questions
        for answer in question.answers.values()
    ]
    for record, says in holders:
        for quote in quotations(says):
            word = quote.split()[-1]
            yield texts.within(texts.field(record, "says"), quote, quote[: -len(word)] + "things")


def word_in_a_quotation_on_a_page(corpus, texts):
    """a word of a quotation exchanged on a topic page"""
    for path in dict.fromkeys(page.path for page in corpus.pages if page.topic):
        for quote in dict.fromkeys(
            found.group(1) for found in re.finditer(r'"([^"\[\]\n]+)"', texts[path])
        ):
            place = (path, texts[path].index(f'"{quote}"'), len(texts[path]))
            if "\n# " + quote not in texts[path] and not texts[path][: place[1]].rsplit("\n", 1)[
                -1
            ].startswith("#"):
                yield texts.within(place, f'"{quote}"', f'"{quote.rsplit(" ", 1)[0]} things"')


def hedge_dropped_on_a_page(corpus, texts):
    """a hedge dropped from a topic page's own words"""
    for page in corpus.pages:
        for word in (" probably ", " likely ", " might ", " may ", " could "):
            if page.topic and word in page.text:
                yield texts.within(
                    (page.path, 0, len(page.text)),
                    word,
                    " will " if word in (" might ", " may ", " could ") else " ",
                )
