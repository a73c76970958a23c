"""Making fingerprints, and checking what only the briefs' texts can show. Needs the texts."""

from fingerprinting.brieftext import Mismatch, align
from fingerprinting.copies import copied_runs
from fingerprinting.make import fingerprints

__all__ = ["Mismatch", "align", "copied_runs", "fingerprints"]
