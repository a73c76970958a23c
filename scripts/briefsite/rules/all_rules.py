"""The rules of the data. A rule is a function of the corpus that yields Problems.

Its docstring is the rule, as CONTRIBUTING.md prints it; the docstring of its module is the
heading there, so that `make contributing` follows a change of either.
"""

from collections.abc import Callable, Iterator

from briefsite.model.corpus import Corpus
from briefsite.model.problems import Problem
from briefsite.rules import (
    actor_rules,
    answer_rules,
    argument_rules,
    attribution_rules,
    author_rules,
    bibliography_agreement_rules,
    bibliography_rules,
    claim_rules,
    coding_rules,
    comparison_rules,
    event_rules,
    fidelity_rules,
    front_matter_rules,
    glossary_rules,
    html_rules,
    id_rules,
    judging_rules,
    link_rules,
    mark_rules,
    meaning_rules,
    navigation_rules,
    outcome_rules,
    page_meaning_rules,
    page_rules,
    record_rules,
    reference_rules,
    reporting_rules,
    resemblance_rules,
    review_rules,
    sentence_rules,
    summary_rules,
    topic_page_rules,
    unknown_id_rules,
    verdict_rules,
    view_rules,
)

Rule = Callable[[Corpus], Iterator[Problem]]
FILES = (
    "files-can-be-read",
    "Every file is UTF-8 text in the form of its kind: YAML, BibTeX, Markdown, CITATION.cff. A "
    "record holds the fields of its kind, each of its form, and nothing is left of a template.",
)
"""The name and the words of what reading the files finds."""
BESIDE = (
    front_matter_rules.front_matter_is_known,
    link_rules.links_lead_somewhere,
    navigation_rules.nav_lists_every_page,
)
"""Rules of pages and of mkdocs.yml, which need more than the Corpus."""
ALL: tuple[Rule, ...] = (
    *id_rules.RULES,
    *unknown_id_rules.RULES,
    *claim_rules.RULES,
    *argument_rules.RULES,
    *comparison_rules.RULES,
    *summary_rules.RULES,
    *coding_rules.RULES,
    *actor_rules.RULES,
    *event_rules.RULES,
    *bibliography_rules.RULES,
    *bibliography_agreement_rules.RULES,
    *outcome_rules.RULES,
    *verdict_rules.RULES,
    *judging_rules.RULES,
    *page_rules.RULES,
    *topic_page_rules.RULES,
    *reference_rules.RULES,
    *mark_rules.RULES,
    *fidelity_rules.RULES,
    *attribution_rules.RULES,
    *meaning_rules.RULES,
    *answer_rules.RULES,
    *sentence_rules.RULES,
    *page_meaning_rules.RULES,
    *reporting_rules.RULES,
    *view_rules.RULES,
    *author_rules.RULES,
    *glossary_rules.RULES,
    *record_rules.RULES,
    *resemblance_rules.RULES,
    *html_rules.RULES,
    *review_rules.RULES,
)


def rule_name(rule: Callable[..., object]) -> str:
    """What messages and the page of rules call a rule: hedges-are-kept."""
    return rule.__name__.replace("_", "-")
