"""Encodings that a CSV file can have, by any name that Python knows them by."""

import codecs
from typing import Final

from clockify_desktop.domain.errors import UsageError
from clockify_desktop.translation import tr

# What stands between fields and in numbers, and what some encodings write otherwise.
_SIGNS: Final = 'Aa09,;\t|"+~..\r\n'
_WITH_ALL: Final = frozenset({"utf-8", "utf-8-sig", "utf-16", "utf-32"})


def encoding_named(name: str) -> str:
    """Find an encoding in which the signs between fields are what they are.

    Raises:
        UsageError: There is none of this name, or it is no such encoding.
    """
    try:
        found = codecs.lookup(name)
        written = _SIGNS.encode(found.name)
    except (LookupError, UnicodeError, ValueError, TypeError):
        written = b""
    if written not in {_SIGNS.encode(one) for one in ("ascii", *_WITH_ALL)}:
        title = tr("A CSV file cannot have this encoding")
        raise UsageError(title, tr("Use one such as utf-8, utf-16 or windows-1252."))
    return found.name


def has_every_sign(encoding: str) -> bool:
    """Tell whether an encoding has a place for each sign there is."""
    return encoding in _WITH_ALL
