"""Where the project's data files are, relative to its root."""

BIBLIOGRAPHY = "bibliography.bib"
DATA = "data"
BRIEFS = "data/briefs"
TOPICS = "data/topics.yml"
ACTORS = "data/actors.yml"
GLOSSARY = "data/glossary.yml"
COMPARISONS = "data/comparisons.yml"
EVENTS = "data/events.yml"
FORECASTS = "data/forecasts.yml"
DEVELOPMENTS = "data/developments.yml"
LEXICON = "data/lexicon.yml"
EDITIONS = "data/editions.yml"
CHANGES = "data/changes"
FINGERPRINTS = "data/fingerprints"
SCHEMAS = "data/schemas"
MUTATIONS = "data/mutations.json"
CODINGS = "data/codings.yml"
REVIEWS = "data/reviews"
PAGE_DATES = "data/page-dates.json"
CODING_FIGURES = "data/codings-figures.json"
JUDGINGS = "data/judgings.yml"
JUDGING_FIGURES = "data/judgings-figures.json"

LISTS = (ACTORS, COMPARISONS, DEVELOPMENTS, EVENTS, FORECASTS, GLOSSARY, TOPICS)
"""The files that hold records of one kind each, in alphabetical order."""
WRITTEN_BY_COMMANDS = (
    FINGERPRINTS,
    SCHEMAS,
    CHANGES,
    EDITIONS,
    MUTATIONS,
    CODING_FIGURES,
    JUDGING_FIGURES,
    REVIEWS,
    PAGE_DATES,
)
