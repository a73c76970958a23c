"""Adding a record: a commented template with the next free id, put where it belongs, or not at all.

`adding.command` is the command line, `adding.make` does it.
"""
