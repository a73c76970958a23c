"""Review stamps: each belongs to a record, and what a forecast is judged by stays as it was."""

from collections.abc import Iterator

from briefsite.model import ids
from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem, nearest
from briefsite.model.reviewed_records import reviewed_records
from briefsite.model.reviews import digest
from briefsite.rules.review_states import FIELD_DIGITS, stamps_without_record, without_id

TIDY = "scripts/build.py review --tidy takes out the stamps of what is gone"


def stamps_belong_to_records(corpus: Corpus) -> Iterator[Problem]:
    """A stamp in data/reviews belongs to a record that is there; the stamp of a record that was
    retired goes with it."""
    known = reviewed_records(corpus)
    for stamp in stamps_without_record(corpus):
        if without_id(stamp):
            continue
        kind, name = stamp.key
        if name in corpus.retired or any(name == item.id for item in corpus.retired_forecasts):
            message, guess = f"{kind} {name} is retired, and its stamp is still here", ""
        else:
            message = f"a stamp of {kind} '{name}', which is not there"
            guess = _nearest(name, [other for sort, other in known if sort == kind])
        hint = f"{guess} else {TIDY}" if guess else TIDY
        yield Problem(stamp.path, stamp.line, message, hint)


def criteria_are_frozen(corpus: Corpus) -> Iterator[Problem]:
    """Once a forecast has a verdict, its `condition`, `horizon`, `confirms` and `refutes` stay as
    they were signed; a new note under `revised` says why where they had to change."""
    records = reviewed_records(corpus)
    for forecast in corpus.forecasts:
        key = ("forecast", forecast.claim)
        stamp, record = corpus.stamps.get(key), records[key]
        if not (stamp and stamp.frozen and forecast.verdicts) or stamp.frozen == record.frozen:
            continue
        noted = dict(stamp.fields).get("revised")
        if forecast.revised and digest(forecast.revised, FIELD_DIGITS) != noted:
            continue
        yield forecast.at.problem(
            f"{forecast.claim}: what it is judged by was changed after it was signed on "
            f"{stamp.day}, and it has a verdict",
            "restore condition, horizon, confirms and refutes, or say under 'revised' why they "
            "had to change",
            "confirms",
        )


def _nearest(name: str, known: list[str]) -> str:
    """The id that was meant: of a claim's, which are short, that with the nearest number."""
    prefix, number = ids.claim_number(name)
    same = [other for other in known if number and ids.claim_number(other)[0] == prefix]
    if not same:
        return nearest(name, known)
    return (
        f"did you mean '{min(same, key=lambda other: abs(ids.claim_number(other)[1] - number))}'?"
    )


RULES = (stamps_belong_to_records, criteria_are_frozen)
