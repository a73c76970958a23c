"""Proof that the checker is alive: single changes of the kinds people make, and how many it catches."""
