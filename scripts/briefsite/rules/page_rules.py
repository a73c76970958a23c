"""Hand-written pages: what they link, cite and take in."""

import re
from collections.abc import Iterator

from briefsite.load.markdown_pages import blank
from briefsite.model.corpus import Corpus
from briefsite.model.ids import claim_number
from briefsite.model.problems import Problem, nearest
from briefsite.model.vocabulary import BUILD_MARKERS, CORPUS_MARKERS
from briefsite.rules.id_suggestions import id_hint


def claim_links_are_alive(corpus: Corpus) -> Iterator[Problem]:
    """A claim marked or linked by a page exists: `fuel.[^E31]`, `[food and fuel][E31]`."""
    prefixes = {brief.prefix for brief in corpus.briefs}
    for page in corpus.pages:
        for use in page.claims:
            if use.name in corpus.claim or use.name in corpus.malformed:
                continue
            if use.name in corpus.retired:
                message = f"the claim '{use.name}' is retired: {corpus.retired[use.name].retired}"
            elif claim_number(use.name)[0] not in prefixes:
                continue  # prefixes_belong_to_a_brief reports it, once for all
            else:
                message = f"there is no claim '{use.name}'"
            yield Problem(page.path, use.line, message, id_hint(corpus, "claim", use.name))


def citations_are_alive(corpus: Corpus) -> Iterator[Problem]:
    """A work cited by a page, `[@chun-2024, ¶ 7]`, stands in bibliography.bib."""
    for page in corpus.pages:
        for use in page.works:
            if use.name not in corpus.works:
                hint = id_hint(corpus, "work", use.name)
                yield Problem(page.path, use.line, f"unknown work '@{use.name}'", hint)


def locators_are_in_the_brief(corpus: Corpus) -> Iterator[Problem]:
    """A paragraph cited of a brief, `[@somebody-2024, ¶ 6]`, is one that it has."""
    for page in corpus.pages:
        for use in page.works:
            if use.name not in corpus.brief:
                continue
            last = len(corpus.brief[use.name].paragraphs)
            citation = next((part for part in use.text.split(";") if f"@{use.name}" in part), "")
            for number in re.findall(r"\d+", citation.partition("¶")[2]):
                if not 1 <= int(number) <= last:
                    message = f"{use.name} has no ¶ {number}"
                    yield Problem(page.path, use.line, message, f"it has 1 to {last}")


def citations_stand_in_brackets(corpus: Corpus) -> Iterator[Problem]:
    """A work is cited in square brackets; a bare `@chun-2024` would be printed as it stands."""
    for page in corpus.pages:
        visible = re.sub(r"\[[^\[\]]*\]", lambda match: " " * len(match.group()), blank(page.text))
        for match in re.finditer(r"(?<![\w.])@([\w-]+)", visible):
            if (key := match[1]) in corpus.works:
                line = visible.count("\n", 0, match.start()) + 1
                message = f"'@{key}' has no brackets"
                yield Problem(page.path, line, message, f"write [@{key}]")


def markers_are_known(corpus: Corpus) -> Iterator[Problem]:
    """A marker on a line of its own, `<!-- comparison -->`, names a part that is made at build."""
    known = sorted(CORPUS_MARKERS | BUILD_MARKERS)
    for page in corpus.pages:
        for use in page.markers:
            if use.name not in known:
                hint = nearest(use.name, known) or "known are " + ", ".join(known)
                yield Problem(page.path, use.line, f"unknown marker '{use.name}'", hint)


def topics_have_pages(corpus: Corpus) -> Iterator[Problem]:
    """Every topic has its page, docs/topics/<key>.md, and every page there its topic."""
    pages = {page.topic: page for page in corpus.pages if page.topic}
    for topic in corpus.topics:
        if topic.key not in pages and f"docs/topics/{topic.key}.md" not in corpus.malformed:
            yield topic.at.problem(
                f"the topic '{topic.key}' has no page", f"write docs/topics/{topic.key}.md", "key"
            )
    for key, page in pages.items():
        if key not in corpus.topic and key not in corpus.malformed:
            hint = nearest(key, corpus.topic) or "add it to data/topics.yml"
            yield Problem(page.path, 1, f"there is no topic '{key}'", hint)


def pages_have_titles(corpus: Corpus) -> Iterator[Problem]:
    """A page begins with a heading of its own, `# Trade`."""
    for page in corpus.pages:
        if not page.title:
            hint = "begin it with a line like: # Trade"
            yield Problem(page.path, 1, "this page has no title", hint)


RULES = (
    claim_links_are_alive,
    citations_are_alive,
    locators_are_in_the_brief,
    citations_stand_in_brackets,
    markers_are_known,
    topics_have_pages,
    pages_have_titles,
)
