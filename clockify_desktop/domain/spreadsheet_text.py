"""Text that a spreadsheet must not run.

A spreadsheet takes text that begins like a formula for one (CWE-1236), and anybody
who may name a project can write such text. An apostrophe in front makes it text
again. Numbers are never touched: a minus sign is how negative ones begin.
"""

import unicodedata
from itertools import dropwhile

_FORMULA_SIGNS = frozenset("=+-@\N{MINUS SIGN}")
# What begins a cell anew for some programs.
_FIRST_SIGNS = frozenset("\t\r")
# Letters and a symbol by their kind, and nothing to see.
_EMPTY = frozenset("\u115f\u1160\u2800\u3164\uffa0")


def defused(text: str) -> str:
    """Put an apostrophe before text that looks like a formula.

    Args:
        text: What people wrote: a name, an address, a description.

    Returns:
        The text, with ``'`` in front where it begins, also after blanks and signs
        that nobody sees, with a sign that starts a formula, small and full-width
        forms included.
    """
    # Nearly all begin with a letter, and a hundred thousand are looked at.
    if not text or (text[0].isalnum() and text[0] not in _EMPTY):
        return text
    seen = next(dropwhile(_is_passed_over, text), "")
    looks_like_one = unicodedata.normalize("NFKC", seen) in _FORMULA_SIGNS
    return f"'{text}" if looks_like_one or text[0] in _FIRST_SIGNS else text


def undefused(text: str) -> str:
    """Take the apostrophe away again that ``defused`` puts before a text."""
    inner = text.removeprefix("'")
    return inner if defused(inner) == text else text


def _is_passed_over(sign: str) -> bool:
    # Controls, formats, halves of signs; blanks; marks of what they are joined to.
    return unicodedata.category(sign)[0] in "CZM" or sign in _EMPTY
