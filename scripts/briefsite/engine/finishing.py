"""The second half of a build: what is done to the pages that an engine made, and beside them.

Nothing here knows an engine. MkDocs' plugin hands over each page as it is rendered; `finish` reads
them from a built folder.
"""

import re
from html import unescape
from pathlib import Path

from briefsite.engine import page_blanks, search_index, stylesheets, theme_internals
from briefsite.engine.build_context import CACHE, BuildContext
from briefsite.engine.build_error import BuildError
from briefsite.engine.content_security_policy import Policy
from briefsite.engine.site_files import SiteFiles
from briefsite.exports import atom_feed, data_package, search_labels
from briefsite.model import addresses
from briefsite.model.problems import Problem
from briefsite.pages import all_pictures

GENERATOR = re.compile(r'\s*<meta name="generator" content="[^"]*">')
"""Names versions of tools, with which every page, and every edition's sum, would change."""
ANCHOR = re.compile(r'(<[a-z](?![^<>]* (?:class="claim |data-cite))[^<>]*\sid="([^"]+)")')
"""An element with an id that is not marked yet; headings of claims are known by their class."""
FINISHED = 'http-equiv="Content-Security-Policy"'


class Finishing:
    """One site under way: its search index, which fills meanwhile, and its policy.

    `theme` is the folder of the theme's templates. Without `searched` the theme's own search is on,
    and Pagefind is not started. `before` is the site whose place this one takes.
    """

    def __init__(
        self,
        context: BuildContext,
        theme: Path,
        searched: bool = True,
        before: Path | None = None,
    ):
        self._context = context
        self._before = before
        self._policy = Policy([theme, context.root / "overrides"])
        self._search = search_index.Index(context.root / CACHE / "search") if searched else None
        if self._search:
            self._search.add(search_index.records(context))

    def page(self, html: str, path: str = "") -> str:
        """A rendered page as it is published: blanks cut, no generator named, with its policy.

        `path` is that of the page below docs/, if it has one. A hand-written page goes into the
        search; what stands on generated pages has records of its own. Raises PolicyError.
        """
        html = page_blanks.cut(GENERATOR.sub("", html) if 'name="generator"' in html else html)
        if path != addresses.BIBLIOGRAPHY and (
            anchors := self._context.citations.records.anchors(path)
        ):
            html = ANCHOR.sub(lambda match: _citable(match, anchors), html)
        if self._search and path in self._context.hand_written:
            self._search.add_page(addresses.web(path), html)
        return html if FINISHED in html else self._policy.apply(html)

    def site(self, site: Path) -> list[str]:
        """Slim the theme's sheets in the folder `site`; write the search index, the citation files
        beside each page, the data, the feed. Returns what readers miss, a line each."""
        stylesheets.slim_theme(
            site,
            self._context.root / CACHE / "styles",
            theme_internals.unused_selectors(with_search=self._search is None),
        )
        files = SiteFiles(site, self._before)
        if self._search:
            self._search.write(files, search_labels.labels(self._context.corpus))
        _write_files(self._context, files)
        stale = self._context.citations.stale
        dates = [f"{stale} pages say something else than on their kept dates: run build.py dates"]
        return dates[: bool(stale)] + [
            f"a script that no template holds will not run: {script}…"
            for script in sorted(self._policy.unknown)
        ]

    def close(self) -> None:
        """End the search's process, when a build breaks off."""
        if self._search:
            self._search.close()


def finish(context: BuildContext, site: Path, theme: Path) -> list[str]:
    """Finish the folder `site` that an engine built from the resolved tree of `context`.

    `theme` is the folder of that engine's templates, whose scripts may run. Returns what readers
    miss, a line each. Raises BuildError for a page that the engine has not made.
    """
    pages = {path: site / addresses.web(path) / "index.html" for path in context.paths}
    if missing := [path for path, file in pages.items() if not file.is_file()]:
        message = f"no site of the tree: {len(missing)} pages are missing, {missing[0]} first"
        raise BuildError([Problem(str(site), 1, message, "build the tree with an engine first")])
    under_way = Finishing(context, theme)
    try:
        for path, file in [*pages.items(), *(("", file) for file in site.glob("404.html"))]:
            html = under_way.page(file.read_text("utf-8"), path)
            file.write_text(html, "utf-8", newline="")
        return under_way.site(site)
    except RuntimeError as error:
        raise BuildError([Problem(str(site), 1, str(error))]) from None
    finally:
        under_way.close()


def _citable(match: re.Match[str], anchors: frozenset[str]) -> str:
    """An element of a record that can be cited, marked for the script that offers it."""
    return f"{match[1]} data-cite" if unescape(match[2]) in anchors else match[0]


def _write_files(context: BuildContext, files: SiteFiles) -> None:
    """The files of a site that are no pages: citation files, data, feed."""
    citations, project = context.citations, context.citations.project
    for path, works in context.cited_works.items():
        for name, text in citations.files(path, works).items():
            files.write(f"{addresses.web(path)}{name}", text)
    about = data_package.About(project, citations.version, context.build_time)
    data_package.write(context.corpus, about, files.site)
    for name, text in all_pictures.files(context.corpus).items():
        files.write(name, text)
    if context.corpus.developments:
        names = [
            author.get("literal") or f"{author['given']} {author['family']}"
            for author in project.authors
        ]
        feed = atom_feed.feed_xml(
            context.corpus, project.title, names, project.address, project.licence
        )
        files.write(atom_feed.NAME, feed)
