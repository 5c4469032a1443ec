"""Colours as the eye orders them: lightness, chroma and hue of Oklab.

Equal steps here look about equally large, which sRGB's numbers do not. The matrices
are those of Björn Ottosson's definition of Oklab (2020).
"""

import math
from dataclasses import dataclass

from clockify_desktop.charts.contrast import RGB, contrast, hex_color, linear, rgb

_STEP = 0.01
_MIDDLE = 0.5
_ROUNDING = 0.001
_CURVED_FROM = 0.0031308


@dataclass(frozen=True, slots=True)
class Perceived:
    """One colour.

    Args:
        lightness: 0 black to 1 white.
        chroma: 0 grey to about 0.3.
        hue: Radians.
    """

    lightness: float
    chroma: float
    hue: float

    def distance(self, other: "Perceived") -> float:
        """Tell how far apart two colours look; 0.02 is just to be seen."""
        return math.dist(self.point, other.point)

    @property
    def point(self) -> tuple[float, float, float]:
        """Lightness and the two axes of colour, where distances can be measured."""
        a, b = self.chroma * math.cos(self.hue), self.chroma * math.sin(self.hue)
        return self.lightness, a, b


def perceived(color: str) -> Perceived:
    """Read ``#RRGGBB`` as lightness, chroma and hue."""
    red, green, blue = (linear(part) for part in rgb(color))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return Perceived(lightness, math.hypot(a, b), math.atan2(b, a))


def displayed(color: Perceived) -> str:
    """Write a colour as ``#RRGGBB``, paler where no screen shows it so strong."""
    parts = _rgb(color)
    while color.chroma > 0 and not _is_shown(parts):
        paler = max(color.chroma - _STEP, 0.0)
        color = Perceived(color.lightness, paler, color.hue)
        parts = _rgb(color)
    return hex_color(parts)


def readable(color: Perceived, surface: str, ratio: float) -> Perceived:
    """Move a colour's lightness away from a surface until it stands out.

    Hue and, as far as a screen can show it, chroma stay; so does all of a colour that
    has the contrast ratio already.
    """
    step = -_STEP if perceived(surface).lightness > _MIDDLE else _STEP
    while contrast(displayed(color), surface) < ratio:
        moved = min(max(color.lightness + step, 0.0), 1.0)
        if moved == color.lightness:
            # Black or white already: nothing on this surface stands out more.
            break
        color = Perceived(moved, color.chroma, color.hue)
    return color


def _is_shown(color: RGB) -> bool:
    return all(-_ROUNDING <= part <= 1 + _ROUNDING for part in color)


def _rgb(color: Perceived) -> RGB:
    lightness, a, b = color.point
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short
    return (_encoded(red), _encoded(green), _encoded(blue))


def _encoded(light: float) -> float:
    if light <= _CURVED_FROM:
        return 12.92 * light
    return float(1.055 * light ** (1 / 2.4) - 0.055)
