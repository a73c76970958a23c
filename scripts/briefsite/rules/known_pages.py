"""Which pages there will be, told from the data alone, without making them.

Making all pages takes longer than all other checks together. A test holds this list against the
pages that are made; a link that leads to none of them is looked at again with the pages made.
"""


def pages(corpus) -> set[str]:
    """The generated pages, by their path below docs/."""
    return {
        "briefs/index.md",
        *(f"briefs/{brief.key}.md" for brief in corpus.briefs),
        "actors/index.md",
        *(f"actors/{actor.key}.md" for actor in corpus.actors),
        "compare.md",
        "forecasts/index.md",
        *(
            f"forecasts/{key}.md"
            for key in {
                corpus.brief_of[forecast.claim].key
                for forecast in corpus.forecasts
                if forecast.claim in corpus.brief_of
            }
        ),
        "timeline/index.md",
        "timeline/expected.md",
        "timeline/since.md",
        "glossary.md",
        "bibliography.md",
        "e/index.md",
    }


def anchors(corpus, path: str) -> set[str]:
    """Anchors of a generated page that come from ids and keys; it has others besides."""
    brief = corpus.brief.get(path.removeprefix("briefs/").removesuffix(".md"))
    if brief:
        return {item.id for item in (*brief.claims, *brief.retired)} | {
            f"p{paragraph.number}" for paragraph in brief.paragraphs
        }
    return {
        "compare.md": {question.id for question in corpus.questions},
        "glossary.md": {term.key for term in corpus.terms},
        "bibliography.md": set(corpus.works),
    }.get(path, set())
