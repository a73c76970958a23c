"""Damaged input, made on purpose and alike each time: one small function for each kind of damage."""
