"""Which colours a person chose."""

from enum import StrEnum


class ColorScheme(StrEnum):
    """Light, dark, or whatever the system says at the moment."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
