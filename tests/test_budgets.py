"""What readers load: a page's HTML, a first visit, and that pages do not grow with their number."""

import os
import statistics
import subprocess
import sys

import pytest
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
def test_a_first_visit_keeps_to_its_budget(site):
    found = page_weight.loads(site, page_samples.samples(site))
    assert len(found) > 10 and all(load.requests > 3 for load in found.values())
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
