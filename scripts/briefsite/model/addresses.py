"""Where each record has its permanent address, relative to the site's root: briefs/easley-2024/#E31.

What is retired keeps its address, so ids of retired claims and events are answered too.
"""


def brief(key: str) -> str:
    return f"briefs/{key}/"


def claim(corpus, claim_id: str) -> str:
    return f"briefs/{corpus.brief_of[claim_id].key}/#{claim_id}"


def question(question_id: str) -> str:
    return f"compare/#{question_id}"


def event(record) -> str:
    return f"timeline/{'expected/' if record.expected else ''}#{record.id}"


def retired_event(event_id: str) -> str:
    return f"timeline/#{event_id}"


def development(development_id: str) -> str:
    return f"timeline/since/#{development_id}"


def forecast(claim_id: str) -> str:
    return f"forecasts/#forecast-{claim_id}"


def work(key: str) -> str:
    return f"bibliography/#{key}"


def topic(key: str) -> str:
    return f"topics/{key}/"


def actor(key: str) -> str:
    return f"actors/{key}/"


def term(key: str) -> str:
    return f"glossary/#{key}"


def page(path: str) -> str:
    """Of a hand-written page: docs/topics/russia.md is topics/russia/."""
    stem = path.removeprefix("docs/").removesuffix(".md")
    stem = "" if stem == "index" else stem.removesuffix("/index")
    return f"{stem}/" if stem else ""
