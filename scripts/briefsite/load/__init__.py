"""Text in, records out: YAML, BibTeX, Markdown and CITATION.cff as a Corpus, or as Problems with their lines."""
