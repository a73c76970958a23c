"""Independent readers of what the site offers for citing.

`records` reads citation files with pybtex, rispy, pandoc and citation-js, `heads` the tags of
a page, `zotero` shows what Zotero's Embedded Metadata makes of them.
"""
