"""Changes of what records name: claims, actors, verdicts, dates, fields of the bibliography."""

import re

from tools.mutation.change import Change

VERDICTS = {"borne out": "not borne out", "not borne out": "borne out", "partly": "borne out"}
BEARINGS = {"supports": "contradicts", "contradicts": "supports", "partly": "supports"}


def claims_exchanged(corpus, texts):
    """a claim behind an answer, or marked on a page, exchanged for another of the same topic"""
    for question in corpus.questions:
        for answer in question.answers.values():
            for name in answer.claims:
                if other := _neighbor(corpus, name):
                    place = texts.field(answer, "claims")
                    yield place and texts.within(place, name, other)
    for page in corpus.pages:
        for found in re.finditer(r"\[\^?([A-Z]+\d+)\]", page.text if page.topic else ""):
            if other := _neighbor(corpus, found[1]):
                start, end = found.span(1)
                yield Change(page.path, page.text[:start] + other + page.text[end:])


def _neighbor(corpus, name):
    """The next claim but one of the same brief and main topic."""
    if name not in corpus.claim:
        return None
    topic = corpus.claim[name].topics[0]
    same = [c.id for c in corpus.brief_of[name].claims if c.topics[0] == topic]
    return same[(same.index(name) + 2) % len(same)] if len(same) > 2 else None


def verdicts_turned(corpus, texts):
    """a verdict turned into another"""
    for forecast in corpus.forecasts:
        for verdict in forecast.verdicts[-1:]:
            if other := VERDICTS.get(verdict.verdict):
                yield texts.within(texts.field(verdict, "verdict"), verdict.verdict, other)


def bearings_turned(corpus, texts):
    """what a development does to a forecast turned round"""
    for development in corpus.developments:
        for bearing in development.bearings:
            if other := BEARINGS.get(bearing.bearing):
                yield texts.within(texts.field(bearing, "bearing"), bearing.bearing, other)


def dates_moved(corpus, texts):
    """the date of an event, mention, development or horizon a year, a month or a day off"""
    dated = [*corpus.developments]
    for event in corpus.events:
        dated += [mention for mention in event.mentions if mention.edtf]
        dated += [event.sourced] if event.sourced else []
    dated += [forecast.horizon for forecast in corpus.forecasts]
    for item in dated:
        place = texts.field(item, "edtf")
        for old, new in _moved(item.edtf) if place else ():
            yield texts.within(place, old, new)


def _moved(edtf):
    parts = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", edtf)
    if not parts:
        return
    year, month, day = parts.groups()
    yield edtf, edtf.replace(year, str(int(year) + 1), 1)
    if month:
        other = f"{year}-{int(month) % 12 + 1:02}"
        yield edtf, edtf.replace(f"{year}-{month}", other, 1)
    if day:
        yield edtf, edtf.replace(parts.group(), f"{year}-{month}-{int(day) % 28 + 1:02}", 1)


def actors_listed_wrong(corpus, texts):
    """an actor in a list of actors exchanged for another"""
    for record in (*corpus.claim.values(), *corpus.events, *corpus.developments):
        for number, actor in enumerate(record.actors[:2]):
            others = [
                key for key in ("china", "japan", "rok", "russia") if key not in record.actors
            ]
            if others:
                place = texts.field(record, "actors")
                yield place and texts.within(place, actor, others[number % len(others)])


def entries_changed(corpus, texts):
    """an author, title, date, publisher, address, number or page of an entry"""
    for work in corpus.works.values():
        for name, change in ENTRY.items():
            value = work.written.get(name, "")
            if value and (other := change(value)) != value:
                text = texts[work.at.path]
                start = text.index(f"{{{work.key},")
                end = text.find("\n}", start)
                yield texts.within((work.at.path, start, end), value, other)


def _title(value):
    words = value.split()
    return " ".join([*words[:-2], "Trade", words[-1]]) if len(words) > 3 else value


ENTRY = {
    "author": lambda value: value.replace(value.strip("{}").split(",")[0].split()[-1], "Moon", 1),
    "title": _title,
    "date": lambda value: str(int(value[:4]) - 1) + value[4:],
    "organization": lambda value: "Reuters",
    "journaltitle": lambda value: "Asian Affairs",
    "url": lambda value: re.sub(r"20(2\d)/", r"2019/", value),
    "isbn": lambda value: value.replace("767", "776"),
    "pages": lambda value: re.sub(r"^(\d+)", lambda m: str(int(m[1]) + 700), value),
    "volume": lambda value: str(int(value) + 3) if value.isdigit() else value,
}

KINDS = (
    claims_exchanged,
    verdicts_turned,
    bearings_turned,
    dates_moved,
    actors_listed_wrong,
    entries_changed,
)
