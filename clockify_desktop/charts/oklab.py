"""Colours as the eye orders them: lightness, chroma and hue of Oklab.

Equal steps here look about equally large, which sRGB's numbers do not. The matrices
are those of Björn Ottosson's definition of Oklab (2020).
"""

import math
from bisect import bisect_left
from dataclasses import dataclass
from math import ceil

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.contrast import RGB, contrast, hex_color, linear, rgb

_TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_FROM_CONES = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_STEP = 0.01
_MIDDLE = 0.5
_ROUNDING = 0.001
_CURVED_FROM = 0.0031308


Point = tuple[float, float, float]
"""Lightness and the two axes of colour, where distances can be measured."""


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
    def point(self) -> Point:
        """Its place among all colours."""
        a, b = self.chroma * math.cos(self.hue), self.chroma * math.sin(self.hue)
        return self.lightness, a, b


def perceived(color: str) -> Perceived:
    """Read ``#RRGGBB`` as lightness, chroma and hue."""
    red, green, blue = (linear(part) for part in rgb(color))
    # One color, which arrays would take ten times as long for.
    long, medium, short = (
        math.cbrt(x * red + y * green + z * blue) for x, y, z in _TO_CONES
    )
    lightness, a, b = (x * long + y * medium + z * short for x, y, z in _FROM_CONES)
    return Perceived(lightness, math.hypot(a, b), math.atan2(b, a))


def points_of(light: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the places of colours, whose amounts of light are in the last axis."""
    cones = np.cbrt(light @ np.transpose(_TO_CONES))
    points: NDArray[np.float64] = cones @ np.transpose(_FROM_CONES)
    return points


def displayed(color: Perceived) -> str:
    """Write a colour as ``#RRGGBB``, paler where no screen shows it so strong."""
    parts = _rgb(color)
    if not _is_shown(parts):

        def paler(steps: int) -> RGB:
            chroma = max(color.chroma - steps * _STEP, 0.0)
            return _rgb(Perceived(color.lightness, chroma, color.hue))

        most = range(ceil(color.chroma / _STEP))
        steps = bisect_left(most, x=True, key=lambda at: _is_shown(paler(at)))
        parts = paler(steps)
    return hex_color(parts)


def readable(color: Perceived, surface: str, ratio: float) -> Perceived:
    """Move a colour's lightness away from a surface until it stands out.

    Hue and, as far as a screen can show it, chroma stay; so does all of a colour that
    has the contrast ratio already.
    """

    def stands_out(moved: Perceived) -> bool:
        return contrast(displayed(moved), surface) >= ratio

    if stands_out(color):
        return color
    step = -_STEP if perceived(surface).lightness > _MIDDLE else _STEP

    def moved(steps: int) -> Perceived:
        lightness = min(max(color.lightness + steps * step, 0.0), 1.0)
        return Perceived(lightness, color.chroma, color.hue)

    # Black or white at the last: nothing on this surface stands out more.
    most = range(round(1 / _STEP))
    return moved(bisect_left(most, x=True, key=lambda at: stands_out(moved(at))))


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
    return (encoded(red), encoded(green), encoded(blue))


def encoded(light: float) -> float:
    """Turn an amount of light into the sRGB part that stands for it."""
    if light <= _CURVED_FROM:
        return 12.92 * light
    return float(1.055 * light ** (1 / 2.4) - 0.055)
