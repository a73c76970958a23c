"""Generated pages and parts of pages: from the Corpus to Markdown; markup is in templates/."""
