"""Proof that the checker is alive: single changes of the kinds people make, and how many it catches."""

from mutation import kinds
from mutation.run import measure

__all__ = ["kinds", "measure"]
