"""Generated pages and parts of pages: pure functions from the Corpus to Markdown; markup is in templates/."""
