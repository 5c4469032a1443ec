"""Text that a spreadsheet must not run.

A spreadsheet takes text that begins like a formula for one (CWE-1236), and anybody
who may name a project can write such text. An apostrophe in front makes it text
again. Numbers are never touched: a minus sign is how negative ones begin.
"""

# The signs a formula begins with, and their full-width forms, which some
# spreadsheets take for the same.
_FORMULA_SIGNS = frozenset("=+-@\t\r\uff1d\uff0b\uff0d\uff20")
_BLANKS = " \u00a0\n"


def defused(text: str) -> str:
    """Put an apostrophe before text that looks like a formula.

    Args:
        text: What people wrote: a name, an address, a description.

    Returns:
        The text, with ``'`` in front where it begins, also after blanks, with a sign
        that starts a formula.
    """
    start = text.lstrip(_BLANKS)[:1]
    return f"'{text}" if start in _FORMULA_SIGNS and start else text
