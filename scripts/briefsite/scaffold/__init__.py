"""New records from commented templates: the next free id, the right place, whole or not at all."""
