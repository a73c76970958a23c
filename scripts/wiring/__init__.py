"""The only part that knows MkDocs: it hands over what corpus, pages and citing make."""
