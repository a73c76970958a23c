"""Proof that the checker is alive: changes of the kinds people make, and how many it catches."""
