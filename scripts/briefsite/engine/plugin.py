"""MkDocs' events. Each hands over to a function that knows nothing of MkDocs."""

from pathlib import Path

from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, InclusionLevel

from briefsite.engine import (
    bibtex_adapter,
    build_context,
    html_sanitizer,
    minify,
    search_index,
    stylesheets,
    template_cache,
    theme_patches,
)
from briefsite.exports import atom_feed, search_labels, search_records
from briefsite.load import code_spans, markdown_pages
from briefsite.model import addresses
from briefsite.pages import bibliography_page, claim_links, data_page
from briefsite.pages.rendering import render

AT = "\ue000"
"""Stands for @ inside code while mkdocs-bibtex looks for citations, which it would replace there."""
THEMES_SEARCH = "material/search"


def on_files(files, config):
    """Add the generated pages."""
    listed = set(_listed(config.nav or []))
    for page in build_context.current().generated.values():
        file = File.generated(config, page.path, content=page.markdown)
        if page.path not in listed:
            file.inclusion = InclusionLevel.NOT_IN_NAV
        files.append(file)
    files.append(stylesheets.file(config, build_context.current().corpus))
    return files


def on_pre_build(config):
    """Start the search index, unless the theme's own search is on."""
    current = build_context.current()
    if THEMES_SEARCH in config.plugins:
        return
    current.index = search_index.Index()
    current.found_as = {
        page.path.removeprefix("docs/"): search_records.written(current.corpus, page)
        for page in current.corpus.pages
    }
    found = list(search_records.records(current.corpus))
    made = (
        (addresses.web(page.path), page.title, page.description)
        for page in current.generated.values()
    )
    current.index.add(
        [*found, *search_records.generated(made, {record.address for record in found})]
    )


def on_page_content(html, page, config, files):
    """Look at what a hand-written page became."""
    current = build_context.current()
    if page.file.src_uri in current.filled:
        path = f"docs/{page.file.src_uri}"
        source = next(written.text for written in current.corpus.pages if written.path == path)
        current.live += html_sanitizer.problems(path, source, html)
    return html


def on_env(env, config, files):
    """Keep the theme's compiled templates; mend them, and mark their scripts. Raises Faulty for pages that could run something."""
    if build_context.current().live:
        raise build_context.Faulty(sorted(build_context.current().live))
    template_cache.apply(env)
    env.loader = theme_patches.Mended(env.loader)
    env.globals["own_script"] = build_context.current().policy.mark
    return env


@event_priority(100)
def _take_in(markdown, page, config, files):
    """Fill markers, and hide code from mkdocs-bibtex."""
    current = build_context.current()
    path = page.file.src_uri
    if path in current.filled:
        markdown = code_spans.FRONT.sub("", current.filled[path], count=1).lstrip("\n")
    if path == addresses.BIBLIOGRAPHY:
        entries = current.references.result().entries
        markdown = markdown.replace(
            bibliography_page.MARKER, bibliography_page.entries(current.corpus, entries)
        )
    page.meta["cited"] = current.cited[path] = (
        list(current.corpus.works)
        if path == addresses.BIBLIOGRAPHY
        else list(
            dict.fromkeys(
                key
                for block in markdown_pages.citations(markdown)
                for key in markdown_pages.CITED_KEY.findall(block)
            )
        )
    )
    return code_spans.replaced(markdown, lambda text: text.replace("@", AT))


@event_priority(-100)
def _finish(markdown, page, config, files):
    """Bring code back, and append what the page's links refer to."""
    current = build_context.current()
    path, cited = page.file.src_uri, page.meta["cited"]
    markdown = markdown.replace(AT, "@")
    references = current.references.result() if cited else None
    if cited and path != addresses.BIBLIOGRAPHY:
        whole = path not in current.generated or current.generated[path].references
        listed = (
            [(key, html) for key, html in references.entries.items() if key in cited]
            if whole
            else []
        )
        markdown += "\n" + render("works-cited.md.jinja", path, works=listed)
    endings = [
        claim_links.definitions(
            current.corpus,
            path,
            markdown,
            titled=path not in current.generated,
            told=config.extra.get("offline"),
        )
    ]
    if cited and path != addresses.BIBLIOGRAPHY:
        endings.append(
            bibtex_adapter.definitions(
                cited, references.plain, addresses.between(path, addresses.BIBLIOGRAPHY)
            )
        )
    endings.append(claim_links.abbreviations(current.corpus, markdown))
    current.finished[path] = "\n\n".join([markdown, *filter(None, endings)]) + "\n"
    return current.finished[path]


on_page_markdown = CombinedEvent(_take_in, _finish)


def on_page_context(context, page, config, nav):
    """Tell templates how to cite a page, and which files of the project made it."""
    cited = build_context.current().cite
    if page.meta.get("before") or page.meta.get("after"):
        page.previous_page = page.next_page = (
            None  # it has neighbours of its own, and needs no second pair at its foot
        )
    context["feed"] = atom_feed.NAME if build_context.current().corpus.developments else ""
    context["cite"] = cited.context(page.file.src_uri, page.meta.get("description") or "")
    context["found_as"] = build_context.current().found_as.get(page.file.src_uri)
    sources = cited.pages[page.file.src_uri].sources if page.file.src_uri in cited.pages else ()
    forge = build_context.current().corpus.forge
    context["sources"] = [(source, forge.edit(source) if forge else "") for source in sources]
    context["report"] = forge.report(addresses.web(page.file.src_uri)) if forge else ""
    page.edit_url = context["sources"][0][1] if sources else None
    return context


def on_post_page(output, page, config):
    """Cut the blanks, give each page its policy, and let search read hand-written pages; what stands on the
    others has records of its own."""
    output = minify.blanks(output)
    current = build_context.current()
    if current.index and page.file.src_uri in current.found_as:
        current.index.add_page(page.url, output)
    return current.policy.apply(output)


def on_post_template(output_content, template_name, config):
    """Give 404.html its Content-Security-Policy."""
    return (
        build_context.current().policy.apply(output_content)
        if template_name.endswith(".html")
        else output_content
    )


def on_post_build(config):
    """Write the search index, the citation files beside their pages, the data, and the feed; make the theme's
    style sheets smaller."""
    current = build_context.current()
    stylesheets.slim_theme(
        Path(config.site_dir),
        build_context.ROOT / ".build/styles",
        "material/search" in config.plugins,
    )
    if current.index:
        current.index.write(Path(config.site_dir), search_labels.labels(current.corpus))
    for path in current.finished:
        folder = Path(config.site_dir) / addresses.web(path)
        for name, text in current.cite.files(path, current.cited.get(path, ())).items():
            (folder / name).write_text(text, "utf-8", newline="")
    data_page.write(current.corpus, current.cite, Path(config.site_dir))
    about = current.cite.project
    if current.corpus.developments:
        names = [
            author.get("literal") or f"{author['given']} {author['family']}"
            for author in about.authors
        ]
        (Path(config.site_dir) / atom_feed.NAME).write_text(
            atom_feed.text(current.corpus, about.title, names, about.address, about.licence),
            "utf-8",
            newline="",
        )


def _listed(nav):
    for item in nav if isinstance(nav, list) else [nav]:
        if isinstance(item, dict):
            for value in item.values():
                yield from _listed(value)
        elif isinstance(item, list):
            yield from _listed(item)
        elif item:
            yield item
