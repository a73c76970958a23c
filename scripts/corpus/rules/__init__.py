"""The rules of the data. A rule is a function of the corpus that yields Problems.

Its docstring is the rule, in the words that CONTRIBUTING uses.
"""

from corpus.rules import briefs, comparisons, events, fidelity, ids, markup, names, pages, references, since, voices, works

ALL = (*ids.RULES, *names.RULES, *briefs.RULES, *comparisons.RULES, *events.RULES, *works.RULES, *since.RULES, *pages.RULES, *references.RULES,
       *fidelity.RULES, *voices.RULES, *markup.RULES)
