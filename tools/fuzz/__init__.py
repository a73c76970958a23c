"""Damaged input, made on purpose and alike each time: one function for each kind of damage."""
