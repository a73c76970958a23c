"""Pandoc, started with what it is to read."""

import json
import os
import subprocess

import pypandoc  # pyright: ignore[reportMissingTypeStubs]

from briefsite.documents.document_details import DocumentError
from briefsite.documents.pandoc_ast import Blocks


def read_html(html: str) -> Blocks:
    """HTML as pandoc's blocks. Raises DocumentError."""
    return json.loads(pandoc(["-f", "html", "-t", "json"], html.encode(), 0))["blocks"]


def pandoc(arguments: list[str], given: bytes, time: int, folder: str = ".") -> bytes:
    """What pandoc makes of `given`, as if it were `time`; files that it names are in `folder`.
    Raises DocumentError."""
    done = subprocess.run(
        [pypandoc.get_pandoc_path(), *arguments, "-o", "-"],
        input=given,
        capture_output=True,
        check=False,
        cwd=folder,
        env=os.environ | {"SOURCE_DATE_EPOCH": str(time), "TZ": "UTC"},
    )
    if done.returncode:
        raise DocumentError(f"pandoc: {done.stderr.decode('utf-8', 'replace').strip()}")
    return done.stdout
