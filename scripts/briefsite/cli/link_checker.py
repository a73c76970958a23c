"""Whether the bibliography's addresses still answer, asked one by one at each host."""

import re
import time
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from briefsite.model.works import Work

AGENT = "brief-site-link-check (a bibliography's addresses, once a week)"
GONE = (404, 410)
MOVED = (301, 308)
DOI = "https://doi.org/"


@dataclass(frozen=True)
class Answer:
    """What one address answered: `state` is `ok`, `moved`, `gone` or `unclear`, for a `reason`."""

    key: str
    path: str
    line: int
    address: str
    state: str
    reason: str = ""


def check(
    works: Iterable[Work], pause: float = 1.0, timeout: float = 20, hosts: int = 8
) -> list[Answer]:
    """Ask the address and the DOI of each work, in the order of the works.

    At most `hosts` hosts at a time; `pause` seconds between two questions to one host; `timeout`
    seconds for an answer. A busy host is asked again twice, when it says it will do.
    """
    questions = [(work, address) for work in works for address in _addresses(work)]
    hosts_asked: dict[str, list[str]] = defaultdict(list)
    for address in dict.fromkeys(address for _, address in questions):
        hosts_asked[urlsplit(address).netloc].append(address)
    answers: dict[str, tuple[str, str]] = {}

    def ask_host(addresses: list[str]) -> None:
        with _session() as session:
            for place, address in enumerate(addresses):
                time.sleep(pause if place else 0)
                answers[address] = _ask(session, address, timeout)

    with ThreadPoolExecutor(max_workers=hosts) as pool:
        list(pool.map(ask_host, hosts_asked.values()))
    return [
        Answer(
            work.key,
            work.at.path,
            dict(work.at.keys).get("url", work.at.line),
            address,
            *answers[address],
        )
        for work, address in questions
    ]


def _addresses(work: Work) -> list[str]:
    return [item for item in (work["url"], DOI + work["doi"] if work["doi"] else "") if item]


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


def _ask(session: requests.Session, address: str, timeout: float) -> tuple[str, str]:
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
    """Whether an address is another one; http or https and a last slash are no difference."""
    return re.sub(r"^https?://|/$", "", old) != re.sub(r"^https?://|/$", "", new)


HEADS = {
    "gone": "Gone",
    "moved": "Moved for good",
    "unclear": "Not known (refused, busy or no answer); look by hand",
}


def report(answers: list[Answer]) -> str:
    """The answers as Markdown: a list for each state but `ok`, and a line of figures."""
    counts = ", ".join(
        f"{sum(answer.state == state for answer in answers)} {state}" for state in ("ok", *HEADS)
    )
    parts = [f"{len(answers)} addresses asked: {counts}."]
    for state, head in HEADS.items():
        lines = [
            f"- `{item.path}:{item.line}` `{item.key}`: <{item.address}> {item.reason}"
            for item in answers
            if item.state == state
        ]
        parts += [f"## {head}", "\n".join(lines)] if lines else []
    return "\n\n".join(parts) + "\n"
