"""What readers load: a page's HTML, a first visit, and that pages do not grow with their number."""

import os
import statistics
import subprocess
import sys

import pytest
from conftest import ROOT

from benchmark import kinds, synthetic, weigh
from readers import browser


def test_html_keeps_to_its_budget(site):
    over = {address: (size, weigh.budget(address)) for address, size in weigh.html(site).items() if size > weigh.budget(address)}
    assert over == {}


@browser.needed
def test_a_first_visit_keeps_to_its_budget(site):
    found = weigh.loads(site, kinds.samples(site))
    assert len(found) > 10 and all(load.requests > 3 for load in found.values())
    assert {address: load for address, load in found.items() if load.bytes > weigh.FIRST_BYTES or load.requests > weigh.FIRST_REQUESTS} == {}


@pytest.fixture(scope="module")
def grown(tmp_path_factory):
    """The HTML of the site's pages, once and six times as many of everything."""
    sizes = []
    for times in (1, 6):
        project = tmp_path_factory.mktemp(f"times{times}")
        synthetic.make(ROOT, project, times)
        subprocess.run([sys.executable, ROOT / "scripts/build.py", "--root", project, "site"], check=True, capture_output=True, env=os.environ)
        sizes.append(weigh.html(project / "site"))
    return sizes


def test_html_does_not_grow_with_the_number_of_pages(grown):
    """A page below a section has what it had; sections list more, as they should."""
    few, many = grown
    assert len(many) > 3 * len(few)
    assert many["404.html"] <= 1.02 * few["404.html"]
    assert statistics.median(many[address] / few[address] for address in weigh.leaves(few) if address in many) <= 1.05
