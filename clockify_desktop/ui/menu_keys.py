"""The keys of what is chosen in a menu: Alt and a number, or Alt, a letter, a number.

The letter is of what is chosen, such as C for colours; behind it the tenth choice has
the key A, the next B. A number that Shift would tell from another one is none on
keyboards that need Shift for every number.
"""

from string import ascii_uppercase, digits
from typing import Final

from PySide6.QtGui import QKeySequence

ACCOUNTS, HOURS, APPEARANCE, SET_HERE = "S", "U", "P", "Y"
ZONE, MIDNIGHT, ROUNDING = "Z", "X", "Q"
"""The letters of what any page has."""
TAKEN: Final = frozenset(
    "FVGAHWREJ" + ACCOUNTS + HOURS + APPEARANCE + SET_HERE + ZONE + MIDNIGHT + ROUNDING
)
"""Also those of the menu bar and of the pickers."""
MOST: Final = 9
_IN_A_MENU: Final = digits[1:] + ascii_uppercase


def letter_of(title: str, taken: frozenset[str]) -> str:
    """Find the letter of a control: one of its title where one is free."""
    letters = (*title.upper(), *ascii_uppercase)
    free = (one for one in letters if one in ascii_uppercase and one not in taken)
    return next(free, "")


def numbered(letter: str, place: int) -> list[QKeySequence]:
    """Give the keys of a choice, the first is at 1; none where keys are used up.

    Behind a letter Alt may stay pressed.
    """
    own = _IN_A_MENU[place - 1 : place]
    keys = []
    if own and letter:
        keys = [f"Alt+{letter}, {own}", f"Alt+{letter}, Alt+{own}"]
    elif place <= MOST:
        keys = [f"Alt+{own}"]
    return list(map(QKeySequence, keys))
