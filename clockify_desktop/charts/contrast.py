"""How well two colours can be told apart, by the WCAG 2 formula."""

import re
from functools import lru_cache

_WRITTEN = re.compile("[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3}")
_LINEAR_BELOW = 0.04045
LUMINANCE_WEIGHTS = (0.2126, 0.7152, 0.0722)
"""Of the amounts of red, green and blue light."""
FLARE = 0.05
"""The light that a screen reflects wherever it is looked at."""

RGB = tuple[float, float, float]
"""Red, green and blue of sRGB, each from 0 to 1."""


@lru_cache(maxsize=1024)
def rgb(color: str) -> RGB:
    """Read a colour written as ``#RRGGBB`` or ``#RGB``, else raise ``ValueError``."""
    digits = color.strip().removeprefix("#")
    if not _WRITTEN.fullmatch(digits):
        message = f"not a colour: {color!r}"
        raise ValueError(message)
    if len(digits) == len("RGB"):
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return (red, green, blue)


def hex_color(color: RGB) -> str:
    """Write a colour as ``#RRGGBB``, what is out of range cut off."""
    parts = (round(min(max(part, 0.0), 1.0) * 255) for part in color)
    return "#" + "".join(f"{part:02X}" for part in parts)


def linear(part: float) -> float:
    """Turn one sRGB part into the amount of light it stands for, both 0 to 1."""
    if part <= _LINEAR_BELOW:
        return part / 12.92
    return float(((part + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """Compute the contrast ratio of two colours: 1 the same, 21 black on white."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + FLARE) / (darker + FLARE)


def blend(color: str, ground: str, share: float) -> str:
    """Mix a share of a colour, 0 to 1, into its ground, as if it were translucent."""
    red, green, blue = (
        share * above + (1 - share) * below
        for above, below in zip(rgb(color), rgb(ground), strict=True)
    )
    return hex_color((red, green, blue))


# Many colours are compared with one surface.
@lru_cache(maxsize=1024)
def luminance(color: str) -> float:
    """Tell how light a colour is: 0 black, 1 white."""
    pairs = zip(LUMINANCE_WEIGHTS, rgb(color), strict=True)
    return sum(weight * linear(part) for weight, part in pairs)
