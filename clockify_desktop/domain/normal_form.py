"""The normal form of names: what looks the same to people is the same.

Whoever looks up, searches, sorts or tells apart what people named compares these forms
and never the code points, of which one name can have several sequences.
"""

import re
import unicodedata

from clockify_desktop.domain.showable import LONGEST_NAME

# Controls that are no blanks, signs of direction, joiners and others that take no room,
# variant selectors, fillers, and halves of signs. A picture draws none of them.
_UNSEEN = re.compile(
    "[\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u0600-\u0605\u061c\u06dd\u070f"
    "\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# What is its own normal form but for case and blanks at the ends; nearly all names are
# such, and a hundred thousand are sorted at once.
_PLAIN = re.compile("[!-~À-ÖØ-öø-ıĴ-ľŁ-ňŊ-ž ]*")
_BASES_OF_PLAIN = {
    letter: "".join(
        one
        for one in unicodedata.normalize("NFKD", chr(letter))
        if not unicodedata.combining(one)
    )
    for letter in range(ord("À"), ord("ž") + 1)
}


def as_seen(text: str) -> str:
    """Give the same text for all that look alike: accents, blanks, unseen signs."""
    if _is_plain(text):
        return text.strip()
    return " ".join(unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).split())


def folded(text: str) -> str:
    """Give the same text for all that people read as the same name, in any case."""
    if _is_plain(text):
        return text.strip().casefold()
    # Small letters may be composed in another way than capital ones.
    return as_seen(as_seen(text).casefold())


def searchable(*texts: str) -> str:
    """Give what a search looks in and for, without accents: "ines" finds "Inês"."""
    return _without_accents(folded(" ".join(texts)))


def sorting_key(name: str) -> str:
    """Give what names are sorted by: in any case, accented letters behind plain ones.

    Names that differ in nothing but accents stand side by side. Only what is shown of a
    name counts.
    """
    same = folded(name[:LONGEST_NAME])
    return same if same.isascii() else f"{_without_accents(same)}\0{same}"


def _is_plain(text: str) -> bool:
    return "  " not in text and _PLAIN.fullmatch(text) is not None


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    if _is_plain(text):
        return text.translate(_BASES_OF_PLAIN)
    apart = unicodedata.normalize("NFKD", text)
    return as_seen("".join(one for one in apart if not unicodedata.combining(one)))
