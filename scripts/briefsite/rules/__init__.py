"""The rules of the data, one named function each, and the suggestions of what was meant. `check`
applies them all. front_matter_rules, link_rules and navigation_rules check the hand-written pages
and mkdocs.yml by one function, `problems()`, and are not printed in CONTRIBUTING.md."""
