"""The figures of `make bench` that readers feel: weight of pages, first visits, Lighthouse."""

import json
import os
import shutil
import socket
import statistics
from pathlib import Path

from tools.benchmark import browser, lighthouse, page_samples, page_weight

MEASURED = ("", "topics/", "compare/", "timeline/", "briefs/")
"""Sections whose heaviest page Lighthouse looks at; of a section with pages of its own one of those."""


def weights(site: Path, say) -> None:
    """Compressed HTML and first visit of the heaviest page of each kind, beside their budgets."""
    say(
        f"\n(d) what readers load: at most {page_weight.FIRST_BYTES // 1000} KB and {page_weight.FIRST_REQUESTS} requests on a first visit, "
        f"HTML {page_weight.HTML // 1000} KB, {page_weight.LONG_HTML // 1000} KB where a page may be long; compressed"
    )
    if not browser.found():
        say("  no Chromium is installed: make test installs it where it may")
        return
    addresses = page_samples.samples(site)
    html, loads = page_weight.html(site), page_weight.loads(site, addresses)
    say(f"  {'page':<34} {'HTML KB':>8} {'of':>4} {'first visit KB':>15} {'requests':>9}")
    for address in addresses:
        load, most = loads[address], page_weight.budget(address)
        over = (
            html[address] > most
            or load.bytes > page_weight.FIRST_BYTES
            or load.requests > page_weight.FIRST_REQUESTS
        )
        say(
            f"  {address or 'home':<34} {html[address] / 1000:>8.1f} {most // 1000:>4} {load.bytes / 1000:>15.1f} {load.requests:>9}{'   over' if over else ''}"
        )


def growth(sizes: dict[int, dict[str, int]], say) -> None:
    """How the HTML of the same pages changes as the corpus grows; `sizes` of pages by multiple of the corpus."""
    first = min(sizes)
    say("\n(c) the same pages' HTML as the corpus grows: it must not")
    for times, found in sizes.items():
        ratios = [
            found[address] / sizes[first][address]
            for address in page_weight.leaves(sizes[first])
            if address in found
        ]
        say(
            f"  {times:>3}×  {len(found):>6} pages   pages below a section: median ratio {statistics.median(ratios):.3f}, most {max(ratios):.3f}"
            f"   404.html: {found['404.html'] / sizes[first]['404.html']:.3f}"
        )


def scores(build, plain: Path, place: Path, say) -> None:
    """Lighthouse of ours and of Material as it comes, from the same Markdown, by turns.

    `build(kind, site)` builds "ours" or "plain" into a folder, for the address in SITE_URL.
    """
    say(
        "\n(e) Lighthouse 12, as on a phone, beside Material unmodified with the same Markdown (without the fonts it would load from elsewhere)"
    )
    if lighthouse.missing():
        say(f"  not run: {lighthouse.missing()}")
        return
    sites, ports = {}, {}
    for kind in ("ours", "plain"):
        ports[kind] = _free()
        os.environ["SITE_URL"] = f"http://127.0.0.1:{ports[kind]}/"
        if kind == "plain":
            _unmodified(plain)
        sites[kind] = place / f"reading-{kind}"
        shutil.rmtree(sites[kind], ignore_errors=True)
        build(kind, sites[kind])
    del os.environ["SITE_URL"]
    say(
        f"  {'page':<28} {'site':<6} "
        + " ".join(f"{name:>14}" for name in (*lighthouse.CATEGORIES, "largest paint", "blocked"))
        + "  what it lacks"
    )
    with (
        browser.served(sites["ours"], ports["ours"], compressed=True) as ours,
        browser.served(sites["plain"], ports["plain"], compressed=True) as other,
    ):
        for address in _heaviest(sites["ours"]):
            for kind, root in (("ours", ours), ("plain", other)):
                found = lighthouse.scores(root + address)
                if "failed" in found:
                    say(f"  {address or 'home':<28} {kind:<6} failed: {found['failed']}")
                    continue
                cells = [
                    *(f"{found[name]:.0f}" for name in lighthouse.CATEGORIES),
                    found["largest-contentful-paint"],
                    found["total-blocking-time"],
                ]
                say(
                    f"  {address or 'home':<28} {kind:<6} "
                    + " ".join(f"{cell:>14}" for cell in cells)
                    + f"  {found['lost']}"
                )


def _heaviest(site: Path) -> list[str]:
    sizes = page_weight.html(site)
    chosen = []
    for section in MEASURED:
        below = [
            address
            for address in sizes
            if section and address.startswith(section) and address != section
        ]
        own = section in ("", "compare/", "timeline/") or not below
        chosen.append(section if own else max(below, key=sizes.get))
    return chosen


def _unmodified(plain: Path) -> None:
    """Leave in a project's configuration what Material needs to build it, and nothing that suits it to this site."""
    config = json.loads((plain / "mkdocs.yml").read_text("utf-8"))
    kept = {
        name: config[name]
        for name in (
            "site_name",
            "site_description",
            "nav",
            "not_in_nav",
            "markdown_extensions",
            "plugins",
        )
    }
    (plain / "mkdocs.yml").write_text(
        json.dumps(
            kept
            | {"site_url": os.environ["SITE_URL"], "theme": {"name": "material", "font": False}}
        ),
        "utf-8",
    )


def _free() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
