"""What a page weighs for its reader: compressed HTML, and all that a first visit loads.

KB are 1,000 bytes; HTML is compressed as servers do, with gzip.
"""

import contextlib
from dataclasses import dataclass
from pathlib import Path

from tools.benchmark import browser

FIRST_BYTES, FIRST_REQUESTS = 90_000, 13
HTML, LONG_HTML = 12_000, 25_000
LONGEST_HTML = 28_000
"""Of the bibliography, and of an actor that every claim is about."""


@dataclass(frozen=True)
class Load:
    """A first visit: bytes over the wire, heads of answers included, and requests.

    Pictures that stand in the styles (`data:`) are none."""

    bytes: int
    requests: int


def budget(address: str) -> int:
    """What the HTML of a page may weigh.

    A few kinds of page are long by what they are: a brief with all its claims, the overview of
    questions, the bibliography, the description of every column of the data; and the lists whose
    entries have their permanent addresses there or are worth little apart: timelines (what
    happened since names every witness and every reason), the ledgers of forecasts (each with its
    criteria and reports), an actor with every claim about it (of the one that everything is about,
    its claims' text alone outweighs the other class), and the list of all rules.
    """
    folder, _, rest = address.partition("/")
    if is_longest(address):
        return LONGEST_HTML
    long_by_nature = ("compare", "bibliography", "timeline", "forecasts", "data")
    lists = folder in long_by_nature or (folder in ("briefs", "actors") and rest)
    lists = lists or address == "about/contributing/rules/"
    return LONG_HTML if lists else HTML


def is_longest(address: str) -> bool:
    """Whether a page grows with every work or claim of the project."""
    folder, _, rest = address.partition("/")
    return folder == "bibliography" or (folder == "actors" and bool(rest))


def html(site: Path) -> dict[str, int]:
    """The compressed size of each page's HTML, by address."""
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): len(
            browser.packed(path.read_bytes())
        )
        for path in site.rglob("*.html")
    }


def loads(site: Path, addresses, chromium=None) -> dict[str, Load]:
    """What a first visit to each page loads, its cache empty, until the network rests.

    `chromium` is one that runs already."""
    found = {}
    with contextlib.ExitStack() as stack:
        root = stack.enter_context(browser.served(site, compressed=True))
        chromium = chromium or stack.enter_context(browser.chromium())
        opened = []
        for address in addresses:
            page = chromium.new_context().new_page()
            asked = page.context.new_cdp_session(page)
            asked.send("Network.enable")
            asked.send("Network.setCacheDisabled", {"cacheDisabled": True})
            ended: list[float] = []
            within: set[str] = set()
            asked.on(
                "Network.requestWillBeSent",
                lambda event, within=within: (
                    within.add(event["requestId"])
                    if event["request"]["url"].startswith("data:")
                    else None
                ),
            )
            asked.on(
                "Network.loadingFinished",
                lambda event, ended=ended, within=within: (
                    ended.append(event["encodedDataLength"])
                    if event["requestId"] not in within
                    else None
                ),
            )
            page.goto(root + address, wait_until="commit")
            opened.append((address, page, ended))
        for address, page, ended in opened:
            page.wait_for_load_state("networkidle")
            found[address] = Load(int(sum(ended)), len(ended))
            page.context.close()
    return found


def leaves(sizes: dict[str, int]) -> list[str]:
    """The pages below a section, which list nothing of the whole site."""
    return [address for address in sizes if address.count("/") == 2]
