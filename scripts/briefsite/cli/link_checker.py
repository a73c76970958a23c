"""Whether the addresses in the bibliography still answer: asked one after another at each host, with pauses."""

import re
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

AGENT = "reading-pyongyang-link-check (a bibliography's addresses, once a week)"
GONE = (404, 410)
MOVED = (301, 308)
DOI = "https://doi.org/"


@dataclass(frozen=True)
class Found:
    """What one address answered. `state` is `ok`, `moved`, `gone` or `unclear`; `said` is why, in words."""

    key: str
    path: str
    line: int
    address: str
    state: str
    said: str = ""


def check(works, pause: float = 1.0, timeout: float = 20, hosts: int = 8) -> list[Found]:
    """Ask the address and the DOI of each Work, in the order of the works.

    At most `hosts` hosts at a time; `pause` seconds between two questions to one host; `timeout`
    seconds for an answer. A busy host is asked again twice, when it says it will do.
    """
    asked = [(work, address) for work in works for address in _addresses(work)]
    groups = defaultdict(list)
    for number, (_, address) in enumerate(asked):
        groups[urlsplit(address).netloc].append((number, address))
    answers: dict[int, tuple[str, str]] = {}

    def host(group):
        with _session() as session:
            for place, (number, address) in enumerate(group):
                time.sleep(pause if place else 0)
                answers[number] = _ask(session, address, timeout)

    with ThreadPoolExecutor(max_workers=hosts) as pool:
        list(pool.map(host, groups.values()))
    return [
        Found(
            work.key,
            work.at.path,
            dict(work.at.keys).get("url", work.at.line),
            address,
            *answers[number],
        )
        for number, (work, address) in enumerate(asked)
    ]


def _addresses(work) -> list[str]:
    return [
        address for address in (work["url"], DOI + work["doi"] if work["doi"] else "") if address
    ]


def _session() -> requests.Session:
    session = requests.Session()
    again = Retry(
        total=2,
        backoff_factor=1,
        status_forcelist=(429, 503),
        allowed_methods=("HEAD", "GET"),
        raise_on_status=False,
        redirect=False,
    )
    for scheme in ("http://", "https://"):
        session.mount(scheme, HTTPAdapter(max_retries=again))
    session.headers["User-Agent"] = AGENT
    return session


def _ask(session, address: str, timeout: float) -> tuple[str, str]:
    try:
        answer = session.head(address, timeout=timeout, allow_redirects=True)
        if answer.status_code >= 400:  # many servers know no HEAD
            with session.get(address, timeout=timeout, allow_redirects=True, stream=True) as answer:
                pass
    except requests.ConnectionError as error:
        return (
            ("gone", "there is no such host")
            if re.search("NameResolution|getaddrinfo|Name or service", str(error))
            else ("unclear", "the host does not answer")
        )
    except (requests.RequestException, UnicodeError, ValueError) as error:
        return "unclear", type(error).__name__
    if answer.status_code in GONE:
        return "gone", f"answers {answer.status_code}"
    if answer.status_code >= 400:
        return "unclear", f"answers {answer.status_code}"
    steps = [step.status_code for step in answer.history]
    if (
        steps
        and all(step in MOVED for step in steps)
        and not address.startswith(DOI)
        and _differs(address, answer.url)
    ):
        return "moved", f"for good to {answer.url}"
    return "ok", ""


def _differs(old: str, new: str) -> bool:
    """Whether an address is another one; http to https and a slash at the end are not worth a change."""
    return re.sub(r"^https?://|/$", "", old) != re.sub(r"^https?://|/$", "", new)


HEADS = {
    "gone": "Gone",
    "moved": "Moved for good",
    "unclear": "Could not be told (refused, busy or no answer); look by hand",
}


def report(found: list[Found]) -> str:
    """The findings as Markdown: a list for each state but `ok`, and a line of figures."""
    counts = ", ".join(
        f"{sum(item.state == state for item in found)} {state}" for state in ("ok", *HEADS)
    )
    parts = [f"{len(found)} addresses asked: {counts}."]
    for state, head in HEADS.items():
        lines = [
            f"- `{item.path}:{item.line}` `{item.key}`: <{item.address}> {item.said}"
            for item in found
            if item.state == state
        ]
        parts += [f"## {head}", "\n".join(lines)] if lines else []
    return "\n\n".join(parts) + "\n"
