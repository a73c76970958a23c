"""The texts that rules look through: of the data, and of the topic pages, normalised once for all
rules."""

from briefsite.load.markdown_pages import CITED_KEY
from briefsite.model.corpus import Corpus, derived
from briefsite.model.ids import CLAIM_USE, without_claims
from briefsite.model.normalized_text import phrase
from briefsite.model.records import Record
from briefsite.rules.page_sentences import briefs_named
from briefsite.rules.required_phrases import page_blocks
from briefsite.rules.wording import quotations


@derived
def data_texts(corpus: Corpus) -> list[tuple[str, Record, str, str]]:
    """Texts of the data as (brief or "", record, field, normalised text)."""
    texts: list[tuple[str, Record, str, str]] = []

    def add(brief: str, record: Record, *fields: str) -> None:
        for name in fields:
            texts.append((brief, record, name, f" {phrase(getattr(record, name) or '')} "))

    for claim in corpus.claim.values():
        add(corpus.brief_of[claim.id].key, claim, "says")
    for question in corpus.questions:
        for key, answer in question.answers.items():
            add(key, answer, "says")
        add("", question, "question", "note", "shared", "difference", "key_reason")
        for side in question.sides:
            add(side.briefs[0] if len(side.briefs) == 1 else "", side, "holds")
    for actor in corpus.actors:
        for key, aims in actor.aims.items():
            add(key, aims, "says")
    for topic in corpus.topics:
        add("", topic, "title", "about")
    for forecast in corpus.forecasts:
        own = corpus.brief_of[forecast.claim].key if forecast.claim in corpus.brief_of else ""
        add(own, forecast, "title", "condition", "confirms", "refutes")
        for verdict in forecast.verdicts:
            add(own, verdict, "reason")
    for development in corpus.developments:
        add("", development, "title", "says")
    return texts


@derived
def data_texts_by_word(corpus: Corpus) -> dict[str, list[int]]:
    """The places in `data_texts` of the texts that hold a word, in order."""
    places: dict[str, list[int]] = {}
    for place, (_, _, _, text) in enumerate(data_texts(corpus)):
        for word in set(text.split()):
            places.setdefault(word, []).append(place)
    return places


@derived
def topic_page_blocks(corpus: Corpus) -> list[tuple[str, int, frozenset[str], str]]:
    """Paragraphs of the topic pages as (path, line, briefs linked, and cited with an @, normalised
    text); where none is linked or cited, the briefs that the words name.

    A dead link counts as a link to no brief, "": it is reported by itself.
    """
    return [
        (page.path, line, _briefs_named(corpus, text), f" {phrase(without_claims(text))} ")
        for page in corpus.pages
        if page.topic
        for line, text in page_blocks(page)
    ]


@derived
def topic_page_quotations(corpus: Corpus) -> list[tuple[str, int, str]]:
    """Quotations of the topic pages as (path, line, text)."""
    return [
        (page.path, line, quotation)
        for page in corpus.pages
        if page.topic
        for line, text in page_blocks(page)
        for quotation in quotations(without_claims(text))
    ]


def _briefs_named(corpus: Corpus, text: str) -> frozenset[str]:
    named: list[str] = CLAIM_USE.findall(text)
    claims = {corpus.brief_of[name].key if name in corpus.brief_of else "" for name in named}
    claims |= {f"@{key}" for key in CITED_KEY.findall(text) if key in corpus.brief}
    if not claims:  # the answer in short, which has no links
        claims = {brief.key for brief in briefs_named(corpus, text)}
    return frozenset(claims)
