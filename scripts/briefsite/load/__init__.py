"""Files in, a Corpus or Problems out: YAML, BibTeX, Markdown, JSON and CITATION.cff."""
