"""How far those agree who coded or judged alone: data/codings.yml, data/judgings.yml."""
