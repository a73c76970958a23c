"""How long a build takes, against MkDocs and Material alone, and how that grows with the corpus."""
