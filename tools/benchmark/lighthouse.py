"""Lighthouse, as on a phone, of a few pages of two sites in one run."""

import json
import os
import subprocess
from pathlib import Path

from tools.benchmark import browser

FOLDER = Path(__file__).resolve().parent / "lighthouse_npm"
COMMAND = FOLDER / "node_modules/.bin/lighthouse"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LINE = (
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
    "cumulative-layout-shift",
)


def missing() -> str:
    """Why it can't be run here, or ""."""
    if not COMMAND.exists():
        return "its npm package is not installed: make bench installs it where npm is"
    return "" if browser.found() else "no Chromium is installed"


def scores(address: str) -> dict[str, float | str]:
    """Of a page: scores, 0 to 100, by category, and times as Lighthouse prints them."""
    command = [
        COMMAND,
        address,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(CATEGORIES)}",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    ]
    done = subprocess.run(
        command,
        check=False,
        capture_output=True,
        text=True,
        cwd=FOLDER,
        env=os.environ | {"CHROME_PATH": browser.found()},
    )
    if done.returncode:
        return {
            "failed": done.stderr.strip().splitlines()[-1]
            if done.stderr.strip()
            else "without a word"
        }
    report = json.loads(done.stdout)
    found = {name: 100 * (report["categories"][name]["score"] or 0) for name in CATEGORIES}
    lost = [
        one["id"]
        for name in CATEGORIES
        for one in report["categories"][name]["auditRefs"]
        if one["weight"]
        and (report["audits"][one["id"]]["score"] or 0) < 0.9
        and report["audits"][one["id"]]["scoreDisplayMode"]
        not in ("notApplicable", "informative", "manual")
    ]
    return (
        found
        | {name: report["audits"][name]["displayValue"] for name in LINE}
        | {"lost": ", ".join(lost)}
    )
