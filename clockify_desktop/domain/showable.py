"""Outside text made fit to be shown: one line that moves, hides and runs nothing.

Names of workspaces, people, projects, tasks and tags, addresses and what a server says
are typed by anybody. ``showable`` is the only way to a ``Showable``, which is what
pictures, lists, menus and tool tips take; the labels of the window make one of whatever
they are given. Files for programs keep the text as it came.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final, NewType

from clockify_desktop.translation import tr

Showable = NewType("Showable", str)
"""A line without hidden signs; made here, or a piece of one that was."""

LONGEST: Final = 1000
"""So many signs a line has at most: more than any sentence of the program's own."""
LONGEST_NAME: Final = 200
LONGEST_WITHIN: Final = 60
"""So many a name has at most, by itself and within a sentence."""

ELLIPSIS: Final = "\u2026"
UNKNOWN: Final = "\ufffd"
"""Stands in for a sign that is not to be seen: two names that differ stay two."""
NOTHING: Final = Showable("")
NO_NAME: Final = Showable(tr("(no name)"))
"""Stands for a name that is missing, or of blanks."""

_OPEN, _CLOSE = "\u2068", "\u2069"
_ISOLATES: Final = re.compile(f"{_OPEN}([^{_OPEN}{_CLOSE}]*){_CLOSE}")
_JOINERS: Final = "\u200c\u200d"
# Letters, a mark and a symbol by their category, and yet nothing to be seen.
_BLANK: Final = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
_SELECTORS: Final = ("\ufe00", "\ufe0f")
_NEVER_PLAIN: Final = re.compile(f"[{'-'.join(_SELECTORS)}{_BLANK}]")
# The blocks that Unicode keeps for such scripts, used or not yet.
_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_KEYCAP: Final = "\u20e3"
# Before them no script joins its letters, and no sign has variants.
_FIRST_JOINED, _FIRST_VARIED = "\u0590", "\u2000"
_LONGEST_TAIL: Final = 40


def showable(text: str) -> Showable:
    """Make a line fit to be shown; a sentence keeps the isolated names in it.

    Each run of white space becomes one blank, and a control, direction or zero-width
    sign becomes U+FFFD. Everything else stays: a ``<``, a ``$``, a leading ``=`` and
    right-to-left words are shown as they are. A text too long loses its middle.
    """
    text = cut(text, LONGEST)
    return Showable(text.strip()) if _is_plain(text) else _cleaned(text)


def showable_name(text: str) -> Showable:
    """Make a name fit to be shown by itself; one of blanks alone is ``NO_NAME``."""
    return _of_long_name(text) if len(text) > LONGEST_NAME else _of_name(text)


def named(text: str, longest: int = LONGEST_WITHIN) -> Showable:
    """Make a name fit to stand within a sentence, whose order it must not change.

    A name that is written from right to left is isolated (U+2068, U+2069); no other
    can move what stands beside it.
    """
    name = showable_name(cut(text, longest))
    return Showable(f"{_OPEN}{name}{_CLOSE}") if is_right_to_left(name) else name


def one_line(text: str) -> str:
    """Make a whole text one line without hidden signs, however long it is."""
    # Nearly all are plain, and a hundred thousand are sorted at once.
    return text.strip() if _is_plain(text) else _in_one_line(_kept(text))


def cut(text: str, longest: int) -> str:
    """Take the middle out of a text of more than so many signs.

    Long names differ at their end more often than in between.
    """
    if len(text) <= longest:
        return text
    if text.isspace():
        return text[:longest]
    tail = min(_LONGEST_TAIL, longest // 4)
    return f"{text[: longest - tail - 1]}{ELLIPSIS}{text[-tail:]}"


def beginning(text: Showable, longest: int) -> Showable:
    """Take of a line at most so many signs, and an ellipsis where that is not all."""
    return text if len(text) <= longest else Showable(f"{text[:longest]}{ELLIPSIS}")


def without_isolates(text: str) -> str:
    """Take the signs out that isolate names, where they have done their work."""
    return text.replace(_OPEN, "").replace(_CLOSE, "")


def is_right_to_left(text: str) -> bool:
    """Tell whether any of it is of a script that is written from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def is_combining(sign: str) -> bool:
    """Tell whether a sign only changes the one before it."""
    return unicodedata.combining(sign) > 0 or sign in _JOINERS or is_selector(sign)


def is_selector(sign: str) -> bool:
    """Tell whether a sign chooses the variant of the emoji or symbol before it."""
    return _SELECTORS[0] <= sign <= _SELECTORS[1]


def _is_plain(text: str) -> bool:
    """Tell at once, as of most texts, that there is nothing to be done."""
    return (
        text.isprintable()
        and "  " not in text
        and (text.isascii() or not _NEVER_PLAIN.search(text))
    )


@lru_cache(maxsize=8192)
def _cleaned(text: str) -> Showable:
    """Clean a sentence: what is isolated in it is so again afterwards."""
    # What re.split puts at odd places stood between a pair of isolating signs.
    parts = [_kept(part) for part in _ISOLATES.split(text)]
    parts[1::2] = [f"{_OPEN}{part}{_CLOSE}" for part in parts[1::2]]
    return Showable(_in_one_line("".join(parts)))


# Fewer than below, for each is kept whole.
@lru_cache(maxsize=1024)
def _of_long_name(text: str) -> Showable:
    return showable_name(cut(text, LONGEST_NAME))


@lru_cache(maxsize=8192)
def _of_name(text: str) -> Showable:
    name = text.strip() if _is_plain(text) else _in_one_line(_kept(text))
    return NO_NAME if text and not name else Showable(name)


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


def _kept(text: str) -> str:
    around = f" {text} "
    return "".join(
        _shown(sign, around[at], around[at + 2]) for at, sign in enumerate(text)
    )


def _shown(sign: str, before: str, after: str) -> str:
    if sign.isspace():
        return " "
    if sign in _JOINERS:
        # They shape Arabic and Indic words, and emoji of several parts.
        joined = _is_joined(before) and _is_joined(after)
        return sign if joined else UNKNOWN
    if is_selector(sign):
        varied = before >= _FIRST_VARIED or after == _KEYCAP
        return sign if varied and not is_selector(before) else UNKNOWN
    # Controls, direction marks and overrides, halves of pairs.
    hidden = unicodedata.category(sign) in {"Cc", "Cf", "Cs"} or sign in _BLANK
    return UNKNOWN if hidden else sign


def _is_joined(sign: str) -> bool:
    """Tell whether a sign may be drawn as one with the next: a letter, mark, symbol."""
    return sign >= _FIRST_JOINED and unicodedata.category(sign)[0] in "LMS"
