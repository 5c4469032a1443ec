"""Names as they come from the server, made fit for one line of a picture."""

import re
import unicodedata
from functools import lru_cache

_VARIANT_SELECTORS = re.compile("[\ufe00-\ufe0f]")
_JOINERS = "\u200c\u200d"  # they shape Arabic and Indic words, so they stay


def one_line(text: str) -> str:
    """Take line breaks, control and invisible direction characters out of a text.

    Each run of white space becomes one blank. Everything else stays: a ``$``, a
    leading ``=`` and right-to-left words are drawn as they are.
    """
    # Nearly all are so, and a hundred thousand are sorted at once.
    if (
        text.isprintable()
        and "  " not in text
        and (text.isascii() or not _VARIANT_SELECTORS.search(text))
    ):
        return text.strip()
    return _cleaned(text)


@lru_cache(maxsize=8192)
def _cleaned(text: str) -> str:
    kept = (
        " " if character.isspace() else character
        for character in text
        if character.isspace() or not _is_hidden(character)
    )
    return " ".join("".join(kept).split())


def is_right_to_left(text: str) -> bool:
    """Tell whether any of it is written from right to left."""
    return not text.isascii() and any(
        unicodedata.bidirectional(character) in {"R", "AL", "AN"} for character in text
    )


def is_combining(character: str) -> bool:
    """Tell whether a character only changes the one before it."""
    return unicodedata.combining(character) > 0 or character in _JOINERS


def _is_hidden(character: str) -> bool:
    if character in _JOINERS:
        return False
    # Controls, direction marks and overrides, halves of pairs; variant selectors.
    return unicodedata.category(character) in {"Cc", "Cf", "Cs"} or (
        "\ufe00" <= character <= "\ufe0f"
    )
