"""The documents of a site, by the names of their files."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from briefsite.documents import document_files, joined_pages, page_chapter, page_html, run_pandoc
from briefsite.documents.document_details import Details
from briefsite.documents.pandoc_ast import Blocks, attributes
from briefsite.engine.build_context import BuildContext
from briefsite.model import addresses, dates
from briefsite.pages import all_pictures
from briefsite.pages.charts import picture_file

SUMS = "SHA256SUMS"
SUMMARY_FORMATS = ("pdf", "docx")
BOUNDARY = "page:"


def make(context: BuildContext) -> Iterator[tuple[str, bytes]]:
    """Each document's name and bytes: the site as PDF, EPUB and DOCX, its summary as PDF and DOCX.

    Raises DocumentError.
    """
    project = context.citations.project
    pictures = all_pictures.in_documents(context.corpus)
    site = page_chapter.Site(context.paths, "" if project.preview else project.address, pictures)
    levels, pages = page_html.order(context), _read(context)
    blocks = joined_pages.joined(
        (path, levels[path], page_chapter.chapter(own, path, site)) for path, own in pages.items()
    )
    details = _details(context)
    for form, made in document_files.FORMATS.items():
        yield f"{file_stem(project.title)}.{form}", made(blocks, details)
    if addresses.SUMMARY in pages:
        alone = page_chapter.Site((), site.address, pictures)
        own = page_chapter.chapter(pages[addresses.SUMMARY], addresses.SUMMARY, alone, False)
        blocks = joined_pages.joined([(addresses.SUMMARY, 1, own)])
        for form in SUMMARY_FORMATS:
            made = document_files.FORMATS[form]
            yield (
                f"{file_stem(project.title)}-summary.{form}",
                made(blocks, _details(context, True)),
            )


def write(context: BuildContext, folder: Path) -> list[Path]:
    """Write the documents and their sums into `folder`; returns the documents' paths."""
    made = dict(make(context))  # all or none
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in made.items():
        (folder / name).write_bytes(content)
    lines = [f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in made.items()]
    (folder / SUMS).write_text("".join(lines), "utf-8")
    return [folder / name for name in made]


def _read(context: BuildContext) -> dict[str, Blocks]:
    """Each page's blocks; pandoc is started once for all of them."""
    parts = [
        f'<div id="{BOUNDARY}{path}">{page_html.html(context, path)}</div>'
        for path in page_html.order(context)
    ]
    divs = run_pandoc.read_html("\n".join(parts))
    return {attributes(div)[0].removeprefix(BOUNDARY): div["c"][1] for div in divs}


def _details(context: BuildContext, short: bool = False) -> Details:
    project, edition = context.citations.project, context.settings.edition
    day = datetime.fromtimestamp(context.build_time, UTC).date().isoformat()
    name = "" if edition else f"version {context.citations.version}, "  # which its title has
    authors = tuple(
        author.get("literal") or f"{author['given']} {author['family']}"
        for author in project.authors
    )
    address = "" if project.preview else project.address
    title = f"{project.title}: summary" if short else project.title
    drawn = all_pictures.in_documents(context.corpus)
    return Details(
        title,
        f"{name}{dates.spoken(day)}",
        edition,
        authors,
        project.licence_address,
        address,
        context.build_time,
        short,
        {name: picture_file.bare(picture) for name, picture in drawn.items()},
    )


def file_stem(title: str) -> str:
    """A title as the name of a file."""
    words = "".join(char if char.isalnum() and char.isascii() else " " for char in title.lower())
    return "-".join(words.split()) or "site"
