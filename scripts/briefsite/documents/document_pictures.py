"""Typst, and pictures as the formats take them: SVG, and PNG for DOCX."""

from pathlib import Path
from types import ModuleType
from typing import Any

from briefsite.documents.document_details import DocumentError

FONTS = Path(__file__).parent / "fonts"
SHARPNESS = 150
"""Pixels an inch; a picture of 10 inches is then printed 6 inches wide."""
ALONE = """#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.picture))
"""
MISSING = (
    "documents need packages of their own: make .venv/.installed-documents, "
    "which make documents does first"
)


def typst() -> ModuleType:
    """The module of Typst. Raises DocumentError where it is not installed."""
    try:
        import typst
    except ImportError:
        raise DocumentError(MISSING) from None
    return typst


def fonts() -> Any:
    """The fonts of documents: Typst's own, and those beside this module; none of the system."""
    return typst().Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS]
    )


def png(drawing: str) -> bytes:
    """An SVG text as PNG."""
    return typst().compile(
        ALONE.encode(),
        format="png",
        ppi=SHARPNESS,
        font_paths=fonts(),
        sys_inputs={"picture": drawing},
    )
