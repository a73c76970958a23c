"""Citations and references in the styles people use, formatted by pandoc and CSL."""

from citing.references import References, request

__all__ = ["References", "request"]
