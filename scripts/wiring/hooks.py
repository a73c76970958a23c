"""MkDocs' events. Each hands over to a function that knows nothing of MkDocs."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from mkdocs.plugins import CombinedEvent, event_priority  # noqa: E402
from mkdocs.structure.files import File, InclusionLevel  # noqa: E402

import feed  # noqa: E402
import finding  # noqa: E402
from corpus import code, prose  # noqa: E402
from pages import bibliography, links, page as pagemodel  # noqa: E402
from pages.markdown import render  # noqa: E402
from wiring import bibtex, cache, data, guard, mends, search, session, spare, styles  # noqa: E402

AT = "\ue000"
"""Stands for @ inside code while mkdocs-bibtex looks for citations, which it would replace there."""
THEMES_SEARCH = "material/search"


def on_files(files, config):
    """Add the generated pages."""
    listed = set(_listed(config.nav or []))
    for page in session.current().generated.values():
        file = File.generated(config, page.path, content=page.markdown)
        if page.path not in listed:
            file.inclusion = InclusionLevel.NOT_IN_NAV
        files.append(file)
    files.append(styles.file(config, session.current().corpus))
    return files


def on_pre_build(config):
    """Start the search index, unless the theme's own search is on."""
    current = session.current()
    if THEMES_SEARCH in config.plugins:
        return
    current.index = search.Index()
    current.found_as = {page.path.removeprefix("docs/"): finding.written(current.corpus, page) for page in current.corpus.pages}
    found = list(finding.records(current.corpus))
    made = ((pagemodel.address(page.path), page.title, page.description) for page in current.generated.values())
    current.index.add([*found, *finding.generated(made, {record.address for record in found})])


def on_page_content(html, page, config, files):
    """Look at what a hand-written page became."""
    current = session.current()
    if page.file.src_uri in current.filled:
        path = f"docs/{page.file.src_uri}"
        source = next(written.text for written in current.corpus.pages if written.path == path)
        current.live += guard.problems(path, source, html)
    return html


def on_env(env, config, files):
    """Keep the theme's compiled templates; mend them, and mark their scripts. Raises Faulty for pages that could run something."""
    if session.current().live:
        raise session.Faulty(sorted(session.current().live))
    cache.apply(env)
    env.loader = mends.Mended(env.loader)
    env.globals["own_script"] = session.current().policy.mark
    return env


@event_priority(100)
def _take_in(markdown, page, config, files):
    """Fill markers, and hide code from mkdocs-bibtex."""
    current = session.current()
    path = page.file.src_uri
    if path in current.filled:
        markdown = code.FRONT.sub("", current.filled[path], count=1).lstrip("\n")
    if path == bibliography.PATH:
        entries = current.references.result().entries
        markdown = markdown.replace(bibliography.MARKER, bibliography.entries(current.corpus, entries))
    page.meta["cited"] = current.cited[path] = list(current.corpus.works) if path == bibliography.PATH else list(dict.fromkeys(
        key for block in prose.citations(markdown) for key in prose.CITED_KEY.findall(block)))
    return code.replaced(markdown, lambda text: text.replace("@", AT))


@event_priority(-100)
def _finish(markdown, page, config, files):
    """Bring code back, and append what the page's links refer to."""
    current = session.current()
    path, cited = page.file.src_uri, page.meta["cited"]
    markdown = markdown.replace(AT, "@")
    references = current.references.result() if cited else None
    if cited and path != bibliography.PATH:
        whole = path not in current.generated or current.generated[path].references
        listed = [(key, html) for key, html in references.entries.items() if key in cited] if whole else []
        markdown += "\n" + render("works-cited.md.jinja", path, works=listed)
    endings = [links.definitions(current.corpus, path, markdown, titled=path not in current.generated, told=config.extra.get("offline"))]
    if cited and path != bibliography.PATH:
        endings.append(bibtex.definitions(cited, references.plain, pagemodel.between(path, bibliography.PATH)))
    endings.append(links.abbreviations(current.corpus, markdown))
    current.finished[path] = "\n\n".join([markdown, *filter(None, endings)]) + "\n"
    return current.finished[path]


on_page_markdown = CombinedEvent(_take_in, _finish)


def on_page_context(context, page, config, nav):
    """Tell templates how to cite a page, and which files of the project made it."""
    cited = session.current().cite
    if page.meta.get("before") or page.meta.get("after"):
        page.previous_page = page.next_page = None  # it has neighbours of its own, and needs no second pair at its foot
    context["feed"] = feed.NAME if session.current().corpus.developments else ""
    context["cite"] = cited.context(page.file.src_uri, page.meta.get("description") or "")
    context["found_as"] = session.current().found_as.get(page.file.src_uri)
    sources = cited.pages[page.file.src_uri].sources if page.file.src_uri in cited.pages else ()
    forge = session.current().corpus.forge
    context["sources"] = [(source, forge.edit(source) if forge else "") for source in sources]
    context["report"] = forge.report(pagemodel.address(page.file.src_uri)) if forge else ""
    page.edit_url = context["sources"][0][1] if sources else None
    return context


def on_post_page(output, page, config):
    """Cut the blanks, give each page its policy, and let search read hand-written pages; what stands on the
    others has records of its own."""
    output = spare.blanks(output)
    current = session.current()
    if current.index and page.file.src_uri in current.found_as:
        current.index.add_page(page.url, output)
    return current.policy.apply(output)


def on_post_template(output_content, template_name, config):
    """Give 404.html its Content-Security-Policy."""
    return session.current().policy.apply(output_content) if template_name.endswith(".html") else output_content


def on_post_build(config):
    """Write the search index, the citation files beside their pages, the data, and the feed; make the theme's
    style sheets smaller."""
    current = session.current()
    styles.slim_theme(Path(config.site_dir), session.ROOT / ".build/styles", "material/search" in config.plugins)
    if current.index:
        current.index.write(Path(config.site_dir), finding.labels(current.corpus))
    for path in current.finished:
        folder = Path(config.site_dir) / pagemodel.address(path)
        for name, text in current.cite.files(path, current.cited.get(path, ())).items():
            (folder / name).write_text(text, "utf-8", newline="")
    data.write(current.corpus, current.cite, Path(config.site_dir))
    about = current.cite.project
    if current.corpus.developments:
        names = [author.get("literal") or f"{author['given']} {author['family']}" for author in about.authors]
        (Path(config.site_dir) / feed.NAME).write_text(feed.text(current.corpus, about.title, names, about.address, about.licence), "utf-8", newline="")


def _listed(nav):
    for item in nav if isinstance(nav, list) else [nav]:
        if isinstance(item, dict):
            for value in item.values():
                yield from _listed(value)
        elif isinstance(item, list):
            yield from _listed(item)
        elif item:
            yield item
