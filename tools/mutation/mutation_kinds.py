"""The kinds of changes. Each yields every Change of its kind that the project offers.

`CAUGHT` are those that a rule claims to catch, all of them; `OPEN` are those that no rule can
catch in own words, whose share is measured and told on the method page.
"""

import re

from briefsite.model.normalized_text import phrase
from briefsite.rules import hedges, required_phrases
from briefsite.rules.checked_texts import topic_page_blocks
from briefsite.rules.required_phrases import phrases_required
from briefsite.rules.wording import figures, quotations, unquoted
from tools.mutation.change import Change


def _claims(corpus, texts):
    for claim in corpus.claim.values():
        yield claim, texts.field(claim, "says")


def _other_digit(figure: str) -> str:
    return re.sub(r"\d", lambda found: str((int(found.group()) + 3) % 10), figure, count=1)


def digit_in_a_claim(corpus, texts):
    """a digit in a claim"""
    for claim, place in _claims(corpus, texts):
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
    for claim, place in _claims(corpus, texts):
        if claim.hedge:
            for word in hedges.words_in(unquoted(claim.says), hedges.hedge_words(corpus))[:1]:
                found = re.search(re.escape(word), claim.says, re.I)
                yield found and texts.within(place, found.group(), "will")


def hedge_undeclared(corpus, texts):
    """a claim's `hedge` left out"""
    for claim in corpus.claim.values():
        if claim.hedge:
            yield texts.without(texts.field(claim, "hedge"))


def hedge_added(corpus, texts):
    """a hedge added to an unhedged claim"""
    for claim, place in _claims(corpus, texts):
        if not claim.hedge and not claim.elsewhere:
            yield texts.within(place, " is ", " is probably ") or texts.within(
                place, " has ", " has possibly "
            )


def another_briefs_term(corpus, texts):
    """another brief's term put into a claim or an answer"""
    for term in corpus.terms:
        if not term.coined_by:
            continue
        for number, (claim, place) in enumerate(_claims(corpus, texts)):
            if corpus.brief_of[claim.id].key != term.coined_by and number % 7 == len(term.term) % 7:
                yield _appended(texts, place, f" amid the {term.term}")
        for question in corpus.questions:
            for key, answer in question.answers.items():
                if key != term.coined_by and len(question.id) % 5 == len(term.term) % 5:
                    yield _appended(texts, texts.field(answer, "says"), f" amid the {term.term}")


def _appended(texts, place, addition):
    path, start, end = place
    last = texts[path].rfind(".", start, end)
    return texts.within((path, last, end), ".", addition + ".") if last > 0 else None


def anothers_term_on_a_page(corpus, texts):
    """a brief's term put into a topic page's paragraph that links another brief alone"""
    terms = [term for term in corpus.terms if term.coined_by]
    if not terms:
        return
    for number, (path, line, links, _) in enumerate(topic_page_blocks(corpus)):
        term = terms[number % len(terms)]
        if not {term.coined_by, f"@{term.coined_by}"} & links and links:
            lines = texts[path].split("\n")
            lines[line - 1] += f" So much for the {term.term}."
            yield Change(path, "\n".join(lines))


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


def _names_in(corpus, claim):
    known = required_phrases.known_names(corpus)
    for demand in required_phrases.phrases_of_claim(corpus, claim):
        if demand.kind == "name" and demand.others:
            yield demand.text, known


def name_from_elsewhere(corpus, texts):
    """a name exchanged for one that the paragraph does not hold"""
    for claim, place in _claims(corpus, texts):
        prints = corpus.fingerprints[corpus.brief_of[claim.id].key]
        for text, _known in list(_names_in(corpus, claim))[:1]:
            for actor in corpus.actors:
                every = (actor.name, *actor.aliases)
                if (
                    not any(prints.in_paragraph("name", name, claim.paragraph) for name in every)
                    and actor.kind == "state"
                ):
                    yield texts.within(place, text, actor.name)
                    break


def attribution_left_out(corpus, texts):
    """a claim's `attributed_to` left out"""
    for claim in corpus.claim.values():
        if claim.attributed_to != "brief":
            yield texts.without(texts.field(claim, "attributed_to"))


def speaker_not_named(corpus, texts):
    """the speaker taken out of a claim attributed to somebody"""
    names = {
        phrase(name): (actor.name, *actor.aliases)
        for actor in corpus.actors
        for name in (actor.name, *actor.aliases)
    }
    names |= {phrase(name): words for name, words in corpus.lexicon.voices.items()}
    for claim, place in _claims(corpus, texts):
        if claim.attributed_to != "brief":
            path, start, end = place
            text = texts[path][start:end]
            for way in sorted(names[phrase(claim.attributed_to)], key=len, reverse=True):
                text = re.sub(rf"(?<!\w){re.escape(way)}(?!\w)", "somebody", text, flags=re.I)
            yield Change(path, texts[path][:start] + text + texts[path][end:])


def claim_of_the_other_brief(corpus, texts):
    """a claim's id in an answer exchanged for one of another brief"""
    for question in corpus.questions:
        for key, answer in question.answers.items():
            other = next(
                claim.id for claim in corpus.claim.values() if corpus.brief_of[claim.id].key != key
            )
            yield texts.within(texts.field(answer, "claims"), answer.claims[0], other)


def unknown_claim_on_a_page(corpus, texts):
    """a claim's id on a page mistyped into one that does not exist"""
    for page in corpus.pages:
        for use in page.claims[:4]:
            yield texts.within((page.path, 0, len(page.text)), f"][{use.name}]", f"][{use.name}00]")


def not_dropped(corpus, texts):
    """a "not", "no" or "cannot" dropped from a claim"""
    for claim, place in _claims(corpus, texts):
        for old, new in ((" not ", " "), (" no ", " "), ("cannot", "can"), (" nor ", " or ")):
            if old in claim.says:
                yield texts.within(place, old, new)


def name_from_the_paragraph(corpus, texts):
    """a name exchanged for another that the same paragraph holds"""
    for claim, place in _claims(corpus, texts):
        prints = corpus.fingerprints[corpus.brief_of[claim.id].key]
        for text, known in list(_names_in(corpus, claim))[:1]:
            own = known[phrase(text)]
            for actor in corpus.actors:
                if (
                    actor.kind == "state"
                    and actor.name not in own
                    and prints.in_paragraph("name", actor.name, claim.paragraph)
                ):
                    yield texts.within(place, text, actor.name)
                    break


def link_to_another_claim(corpus, texts):
    """a link on a page led to another claim of the same brief"""
    for page in corpus.pages:
        for use in page.claims[::3]:
            same = [claim.id for claim in corpus.brief_of[use.name].claims]
            other = same[(same.index(use.name) + 5) % len(same)]
            yield texts.within((page.path, 0, len(page.text)), f"][{use.name}]", f"][{other}]")


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


CAUGHT = (
    digit_in_a_claim,
    digit_in_an_answer,
    digit_on_a_page,
    stated_date_a_year_off,
    hedge_made_certain,
    hedge_undeclared,
    hedge_added,
    another_briefs_term,
    anothers_term_on_a_page,
    paragraph_moved,
    word_in_a_quotation,
    word_in_a_quotation_on_a_page,
    name_from_elsewhere,
    attribution_left_out,
    speaker_not_named,
    claim_of_the_other_brief,
    unknown_claim_on_a_page,
)
OPEN = (not_dropped, name_from_the_paragraph, link_to_another_claim, hedge_dropped_on_a_page)
