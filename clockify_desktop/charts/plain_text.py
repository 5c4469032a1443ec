"""Names as they come from the server, made fit for one line of a picture."""

import unicodedata
from functools import lru_cache

_JOINERS = "\u200c\u200d"  # they shape Arabic and Indic words, so they stay


@lru_cache(maxsize=8192)
def one_line(text: str) -> str:
    """Take line breaks, control and invisible direction characters out of a text.

    Everything else stays: a ``$``, a leading ``=`` and right-to-left words are drawn
    as they are.

    Returns:
        One line without blanks at its ends, each run of white space one blank.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
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
