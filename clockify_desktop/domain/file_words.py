"""How files spell what a day or a period is, whatever is spoken: programs read it."""

from typing import Final

LOGGED: Final = "logged"
NOT_OVER: Final = "not over"
SO_FAR: Final = "so far"
OFF: Final = "off"
NOT_THERE: Final = "not there"
NOT_KNOWN: Final = "not known"
