"""Words by their stems, so that what is said in another form is known again."""

import re

from briefsite.model.remembered import remembered

ENDING = re.compile(
    r"(?<=\w{4})(?:i[sz]ations?|ations?|ities|ity|ments?|ness|ings?|iers?|ied|ies|ers?|ed|es|ly"
    r"|al|ic|ive|e|s|y)$"
)
AGAIN = re.compile(r"^re-?(?=\w{4})")
"""What is reopened is opened again."""
LENGTH = 6
FUNCTION = frozenset(
    """a about after all also among between although an and another any are as at be because become
    been before being both but by can could did do does done down each either even ever every
    for from get give given gives had has have he her here him his how however if in into is it
    its itself just less made make makes many may means might more most much must never new no
    nor not now of off on once one only or other others our out over own rather same say says
    she should since so some still such than that the their them themselves then there these
    they this those though through thus to too under until up upon very was we were what when
    where whether which while who whom whose why will with within without would yet you
    """.split()
)
"""English words that say nothing of what a sentence is about."""


@remembered
def stem(word: str) -> str:
    """The first letters of a word in normal form, without its ending."""
    return ENDING.sub("", AGAIN.sub("", word))[:LENGTH]
