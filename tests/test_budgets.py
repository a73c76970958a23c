"""What readers load: a page's HTML, a first visit, and that pages do not grow with their number."""

import os
import statistics
import subprocess
import sys

import pytest
from lxml import html
from readers import browser

from tools.benchmark import page_samples, page_weight
from tools.example_project import project_files


def test_html_keeps_to_its_budget(site):
    over = {
        address: (size, page_weight.budget(address))
        for address, size in page_weight.html(site).items()
        if size > page_weight.budget(address)
    }
    assert over == {}


@browser.needed
@pytest.mark.parametrize("each", ["folder", pytest.param("kind", marks=pytest.mark.long)])
def test_a_first_visit_keeps_to_its_budget(site, chromium, each):
    """The heaviest page of each folder always, every kind of page where time is no matter."""
    pages = page_samples.samples(site)
    if each == "folder":
        sizes = page_weight.html(site)
        heaviest = {
            page.rstrip("/").rpartition("/")[0]: page for page in sorted(pages, key=sizes.get)
        }
        pages = [heaviest[folder] for folder in heaviest]
    found = page_weight.loads(site, pages, chromium)
    assert len(found) > 3 and all(load.requests > 3 for load in found.values())
    assert {
        address: load
        for address, load in found.items()
        if load.bytes > page_weight.FIRST_BYTES or load.requests > page_weight.FIRST_REQUESTS
    } == {}


@pytest.fixture(scope="module")
def grown(tmp_path_factory):
    """The HTML of an invented site's pages, once and with six times as many of everything."""
    sizes = []
    for times in (1, 6):
        project = tmp_path_factory.mktemp(f"times{times}")
        project_files.write(project, 2, times, link=True)
        subprocess.run(
            [sys.executable, project / "scripts/build.py", "--root", project, "site"],
            check=True,
            capture_output=True,
            env=os.environ,
        )
        sizes.append(page_weight.html(project / "site"))
    return sizes


def test_no_page_lists_what_is_generated_in_its_navigation(site):
    """What stands there makes every page grow with the site."""
    for path in (*site.glob("actors/*/index.html"), *site.glob("briefs/*/index.html")):
        links = html.parse(str(path)).getroot().xpath("//nav//a/@href")
        generated = {
            place.relative_to(site).parts[:2]
            for link in links
            if (place := (path.parent / link.partition("#")[0]).resolve()) != path.parent.resolve()
            and place.is_relative_to(site)
            and place.relative_to(site).parts[:1] in (("actors",), ("briefs",))
            and len(place.relative_to(site).parts) == 2
        }
        assert len(generated) <= 2, f"{path}: previous and next, no more: {generated}"


@pytest.mark.long
def test_html_does_not_grow_with_the_number_of_pages(grown):
    """A page below a section has what it had; sections list more, as they should."""
    few, many = grown
    assert len(many) > 3 * len(few)
    assert many["404.html"] <= 1.02 * few["404.html"]
    assert (
        statistics.median(
            many[address] / few[address] for address in page_weight.leaves(few) if address in many
        )
        <= 1.05
    )
