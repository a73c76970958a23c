"""The rules of the data, one named function each, and the suggestions of what was meant. `check`
applies them all. It gives each Problem the name of its rule. front_matter_rules, link_rules and
navigation_rules check the hand-written pages and mkdocs.yml, for which the Corpus is not enough."""
