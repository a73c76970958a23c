"""The kinds of changes. Each yields every Change of its kind that the project offers.

`CAUGHT` are those that a rule claims to catch, all of them; `OPEN` are those that no rule can
catch in own words, whose share is measured and told on the method page.
"""

from tools.mutation import handmade, record_mutations, rewording_mutations
from tools.mutation.voice_mutations import (
    another_briefs_term,
    anothers_term_on_a_page,
    attribution_left_out,
    claim_of_the_other_brief,
    link_to_another_claim,
    name_from_elsewhere,
    name_from_the_paragraph,
    not_dropped,
    speaker_not_named,
    unknown_claim_on_a_page,
)
from tools.mutation.wording_mutations import (
    digit_in_a_claim,
    digit_in_an_answer,
    digit_on_a_page,
    hedge_added,
    hedge_dropped_on_a_page,
    hedge_made_certain,
    hedge_undeclared,
    paragraph_moved,
    stated_date_a_year_off,
    word_in_a_quotation,
    word_in_a_quotation_on_a_page,
)

CAUGHT = (
    digit_in_a_claim,
    digit_in_an_answer,
    digit_on_a_page,
    stated_date_a_year_off,
    hedge_made_certain,
    hedge_undeclared,
    hedge_added,
    another_briefs_term,
    anothers_term_on_a_page,
    paragraph_moved,
    word_in_a_quotation,
    word_in_a_quotation_on_a_page,
    name_from_elsewhere,
    attribution_left_out,
    speaker_not_named,
    claim_of_the_other_brief,
    unknown_claim_on_a_page,
)
OPEN = (not_dropped, name_from_the_paragraph, link_to_another_claim, hedge_dropped_on_a_page)
REWORDED = (*rewording_mutations.KINDS, *record_mutations.KINDS, *handmade.KINDS)
