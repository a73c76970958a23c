"""Citations: one CSL-JSON item per citable thing, and every style and file format from it.

`items` makes the items, `boxes` and `references` format them through pandoc and CSL, `formats`
writes files, `tags` the head of a page, `project` and `history` say what the site is and since when.
"""
