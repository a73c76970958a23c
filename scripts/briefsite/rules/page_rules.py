"""Hand-written pages: what they link, cite and take in."""

import re

from briefsite.load.markdown_pages import blank
from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem, nearest
from briefsite.rules.checked_texts import topic_page_blocks
from briefsite.rules.id_suggestions import meant

MARKERS = (
    "comparison",
    "since",
    "topics",
    "briefs",
    "ways",
    "news",
    "matrix",
    "positions",
    "timeline",
    "coverage",
    "checks",
    "data",
    "changes",
    "log",
    "rules",
    "offline",
)


def claim_links_are_alive(corpus: Corpus):
    """A claim linked by a page exists: `[food and fuel][E31]`."""
    prefixes = {brief.prefix for brief in corpus.briefs}
    for page in corpus.pages:
        for use in page.claims:
            if use.name in corpus.claim or use.name in corpus.malformed:
                continue
            if use.name in corpus.retired:
                message = f"the claim '{use.name}' is retired: {corpus.retired[use.name].retired}"
            elif re.match(r"[A-Z]+", use.name).group() not in prefixes:
                continue  # told once, by prefixes_belong_to_a_brief
            else:
                message = f"dead link to the claim '{use.name}'"
            yield Problem(page.path, use.line, message, meant(corpus, "claim", use.name))


def citations_are_alive(corpus: Corpus):
    """A work cited by a page, `[@chun-2024, ¶ 7]`, stands in bibliography.bib."""
    for page in corpus.pages:
        for use in page.works:
            if use.name not in corpus.works:
                yield Problem(
                    page.path,
                    use.line,
                    f"unknown work '@{use.name}'",
                    meant(corpus, "work", use.name),
                )


def locators_are_in_the_brief(corpus: Corpus):
    """A paragraph cited of a brief, `[@easley-2024, ¶ 6]`, is one that it has."""
    for page in corpus.pages:
        for use in page.works:
            if use.name in corpus.brief:
                last = len(corpus.brief[use.name].paragraphs)
                part = next((part for part in use.text.split(";") if f"@{use.name}" in part), "")
                for number in re.findall(r"\d+", part.partition("¶")[2]):
                    if not 1 <= int(number) <= last:
                        yield Problem(
                            page.path,
                            use.line,
                            f"{use.name} has no ¶ {number}",
                            f"it has 1 to {last}",
                        )


def citations_stand_in_brackets(corpus: Corpus):
    """A work is cited in square brackets; a bare `@chun-2024` would be printed as it stands."""
    for page in corpus.pages:
        visible = re.sub(r"\[[^\[\]]*\]", lambda found: " " * len(found.group()), blank(page.text))
        for found in re.finditer(r"(?<![\w.])@([\w-]+)", visible):
            if found[1] in corpus.works:
                yield Problem(
                    page.path,
                    visible.count("\n", 0, found.start()) + 1,
                    f"'@{found[1]}' stands without brackets",
                    f"write [@{found[1]}]",
                )


def markers_are_known(corpus: Corpus):
    """A marker on a line of its own, `<!-- comparison -->`, names a part that is made at build."""
    for page in corpus.pages:
        for use in page.markers:
            if use.name not in MARKERS:
                yield Problem(
                    page.path,
                    use.line,
                    f"unknown marker '{use.name}'",
                    nearest(use.name, MARKERS) or "known are " + ", ".join(MARKERS),
                )


def topics_have_pages(corpus: Corpus):
    """Every topic has its page, docs/topics/<key>.md, and every page there its topic."""
    pages = {page.topic: page for page in corpus.pages if page.topic}
    for topic in corpus.topics:
        if topic.key not in pages and f"docs/topics/{topic.key}.md" not in corpus.malformed:
            yield topic.at.problem(
                f"the topic '{topic.key}' has no page", f"write docs/topics/{topic.key}.md", "key"
            )
    for key, page in pages.items():
        if key not in corpus.topic and key not in corpus.malformed:
            yield Problem(
                page.path,
                1,
                f"there is no topic '{key}'",
                nearest(key, corpus.topic) or "add it to data/topics.yml",
            )


def pages_have_titles(corpus: Corpus):
    """A page begins with a heading of its own, `# Russia`."""
    for page in corpus.pages:
        if not page.title:
            yield Problem(
                page.path, 1, "this page has no title", "begin it with a line like: # Russia"
            )


def topic_pages_link_what_they_state(corpus: Corpus):
    """Every paragraph of a topic page links at least one claim."""
    for path, line, links, _ in topic_page_blocks(corpus):
        if (
            path.startswith("docs/topics/")
            and not path.endswith("/index.md")
            and all(name.startswith("@") for name in links)
        ):
            yield Problem(
                path,
                line,
                "this paragraph links no claim",
                "link the claim it rests on: [words][E31]",
            )


def claims_are_used(corpus: Corpus):
    """Every claim is linked by a page at least once."""
    for claim in (
        corpus.claim.values()
        if not any(name.startswith("docs/") for name in corpus.malformed)
        else ()
    ):
        if claim.id not in corpus.pages_with:
            yield claim.at.problem(
                f"{claim.id} is linked by no page",
                "link it where its topic is told: docs/topics/" + claim.topics[0] + ".md",
                "id",
            )


RULES = (
    topic_pages_link_what_they_state,
    claims_are_used,
    claim_links_are_alive,
    citations_are_alive,
    locators_are_in_the_brief,
    citations_stand_in_brackets,
    markers_are_known,
    topics_have_pages,
    pages_have_titles,
)
