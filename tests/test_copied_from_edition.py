"""What a report's author copies once there is an edition: as plain text, as rich text, in BibLaTeX."""

import os
import shutil
import subprocess
import sys
from datetime import date

import pytest
from conftest import ROOT
from readers import browser
from readers.copied import allowed, dialog_of, forms, opener, press

from briefsite.load.project import read_project
from briefsite.publish import editions

pytestmark = [browser.needed, pytest.mark.long]

SITE, NAME = "https://site.example/at/", "2026.12"
EDITION = f"{SITE}e/{NAME}/"
FIRST, NOW = f"Edition {NAME}, which stays as it is", "The page as it is now"
TODAY = date.today()
SAID = f"{TODAY:%B} {TODAY.day}, {TODAY.year}"
"""The day of access, as Chicago has it."""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The project with an edition made of its last commit, both built."""
    folder = tmp_path_factory.mktemp("copied") / "project"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(folder)], check=True)

    def git(*arguments):
        who = ("-c", "user.name=Test", "-c", "user.email=test@example.invalid")
        subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)

    git("tag", "--annotate", "--message", NAME, NAME)
    edition = folder.parent / "edition"
    total = editions.build(folder, editions.State(NAME, NAME), edition, SITE)
    line = f'- {{name: "{NAME}", tag: "{NAME}", date: 2026-12-01, sum: {total}}}\n'
    (folder / "data/editions.yml").write_text(f"editions:\n{line}", "utf-8")
    git("commit", "--quiet", "--all", "--message", "Edition")
    environment = os.environ | {"SITE_URL": SITE}
    command = [sys.executable, "scripts/build.py", "site"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env=environment)
    shutil.copytree(edition, folder / "site/e" / NAME)
    return folder


@pytest.fixture(scope="module")
def corpus(project):
    return read_project(project)[0]


@pytest.fixture
def opened(project, served):
    """A function that opens a page of that site."""
    with served.at(project / "site"):
        context = allowed(served.chromium)

        def open_page(path):
            page = context.new_page()
            page.goto(browser.HOME + path)
            return page

        yield open_page
        context.close()


def checked(page, root, address, title):
    """What is copied of the edition and of the page as it is now; then all of it in BibLaTeX."""
    copied = forms(page, root)
    assert [heading for heading in copied if heading in (FIRST, NOW)] == [FIRST, NOW]
    for flavor in ("text/plain", "text/html"):
        edition, now = copied[FIRST][0][flavor], copied[NOW][0][flavor]
        for text in (edition, now):
            assert title in text and "Copy" not in text and "cite-day" not in text
            assert ("<a href=" in text) == (flavor == "text/html")
        assert f"edition {NAME}" in edition and EDITION + address in edition
        assert "Accessed" not in edition and "edition" not in now
        assert f"Accessed {SAID}" in now and SITE + address in now
    button = root.get_by_role("button", name="Copy all as BibLaTeX")
    return copied, press(page, button)["text/plain"]


def cited(opened, path, anchor, title):
    page = opened(f"{path}#{anchor}")
    dialog = dialog_of(page, opener(page, anchor))
    copied, bib = checked(page, dialog, f"{path}#{anchor}", title)
    assert f"url = {{{EDITION}{path}#{anchor}}}" in bib and "urldate" not in bib
    assert f"organization = {{Reading Pyongyang, edition {NAME}}}" in bib
    alone = dialog.get_by_role("button", name="Copy the page as it is now as BibLaTeX")
    now = press(page, alone)["text/plain"]
    assert now.count("@online{") == 1 and f"urldate = {{{TODAY.isoformat()}}}" in now
    assert f"url = {{{SITE}{path}#{anchor}}}" in now
    return copied, bib


def test_a_claim(opened):
    copied, bib = cited(opened, "briefs/easley-2024/", "E31", "“Claim E31: Easley 2024, ¶ 3.”")
    first = next(iter(copied))
    assert first == "The brief: Easley 2024, ¶ 3"
    full, short = copied[first]
    assert "East Asia Institute. https://" in full["text/plain"]
    assert "<em>Waiting for Trump: " in full["text/html"]
    assert short["text/plain"] == "(Easley 2024, ¶ 3)"
    assert "@online{rp-E31-2026-12," in bib and "@report{easley-2024," in bib


def test_a_page_of_the_edition(opened):
    page = opened(f"e/{NAME}/topics/russia/")
    page.locator(".cite-box summary").click()
    box = page.locator(".cite-box").first
    copied = forms(page, box)
    assert next(iter(copied)) == f"Edition {NAME}" and NOW not in copied
    text = copied[f"Edition {NAME}"][0]["text/plain"]
    assert text.endswith(f"Reading Pyongyang, edition {NAME}, December. {EDITION}topics/russia/.")
    bib = press(page, box.locator("a[href='cite-biblatex.bib'] + button"))["text/plain"]
    assert f"url = {{{EDITION}topics/russia/}}" in bib and "urldate" not in bib


def test_the_live_page_beside_it(opened):
    page = opened("topics/russia/")
    page.locator(".cite-box summary").click()
    box = page.locator(".cite-box").first
    box.get_by_role("button", name="Copy the page as it is now as BibTeX").wait_for()
    copied = forms(page, box)
    assert [*copied][:2] == [FIRST, NOW] and len(copied) == 4
    assert f"Accessed {SAID}. {SITE}topics/russia/." in copied[NOW][0]["text/plain"]
    bib = press(page, box.locator("a[href='cite-biblatex.bib'] + button"))["text/plain"]
    assert f"{EDITION}topics/russia/" in bib and f"{{{SITE}topics/russia/}}" not in bib


def test_a_row_an_event_a_development(opened, corpus):
    question, development = corpus.questions[0], corpus.developments[0]
    event = next(event for event in corpus.events if event.sourced and not event.expected)
    cited(opened, "compare/", question.id, "Reading Pyongyang contributors. 2026. “")
    _, bib = cited(opened, "timeline/", event.id, "Reading Pyongyang contributors. 2026. “")
    assert all(f"{{{key}," in bib for key in event.sourced.works)
    _, bib = cited(
        opened, "timeline/since/", development.id, "Reading Pyongyang contributors. 2026. “"
    )
    assert all(f"{{{key}," in bib for key in development.works)


def test_a_forecast_with_its_verdict_and_day(opened, corpus):
    forecast = next(forecast for forecast in corpus.forecasts if forecast.verdict)
    day = date.fromisoformat(forecast.verdict.judged)
    said = f"{forecast.verdict.verdict}, {day.day} {day:%B} {day.year})"
    cited(opened, "forecasts/", f"forecast-{forecast.claim}", said)


def test_a_filtered_view(opened):
    page = opened("timeline/?actor=russia")
    dialog = dialog_of(page, page.get_by_role("button", name="Cite this view"))
    title = "“Timeline, filtered (Actor: Russia).”"
    _, bib = checked(page, dialog, "timeline/?actor=russia", title)
    assert f"url = {{{EDITION}timeline/?actor=russia}}" in bib and bib.count("@") == 1
