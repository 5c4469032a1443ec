"""A language that nobody speaks: English with accents, two fifths longer.

Whatever a window shows in it without an accent was not translated; whatever has no room
has none in German either.
"""

import gettext
import re
from typing import Final

_ACCENTS: Final = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")
_VOWELS: Final = "aeiouAEIOU"
_BLANK: Final = re.compile(r"(\{[^{}]*\})")
LENGTH: Final = 1.4
"""How much longer than English a text is, as a factor."""


def longer(text: str) -> str:
    """Write a text with accents, and each vowel as often as it takes."""
    parts = _BLANK.split(text)
    letters = sum(len(part) for part in parts[::2])
    vowels = sum(part.count(vowel) for part in parts[::2] for vowel in _VOWELS)
    more, said = round(letters * (LENGTH - 1)), ""
    for at, part in enumerate(parts):
        if at % 2:
            said += part
            continue
        for letter in part:
            said += letter.translate(_ACCENTS)
            if letter in _VOWELS and vowels:
                again = -(-more // vowels)
                said += letter.translate(_ACCENTS).lower() * again
                more, vowels = more - again, vowels - 1
    return said


def is_pseudo(text: str) -> bool:
    """Tell whether a text was translated, in part at least."""
    return any(letter in "áéíóúÁÉÍÓÚ" for letter in text)


class PseudoLanguage(gettext.NullTranslations):
    """Speaks it."""

    def gettext(self, message: str) -> str:
        """Translate a text."""
        return longer(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Translate a text with a number."""
        return longer(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """Translate a text that means several things; numbers stay as they are."""
        return message if context == "decimal sign" else longer(message)
