"""The colour of each project: Clockify's own, made to be seen and told apart."""

import math
import zlib
from functools import lru_cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.color_vision import Vision, lights_seen
from clockify_desktop.charts.contrast import (
    FLARE,
    LUMINANCE_WEIGHTS,
    hex_color,
    linear,
    luminance,
    rgb,
)
from clockify_desktop.charts.oklab import (
    Perceived,
    displayed,
    perceived,
    points_of,
    readable,
)
from clockify_desktop.charts.theme import Theme
from clockify_desktop.domain.label import Label, LabelKind

DRAWN_CONTRAST = 3.0
"""What a drawn part needs against the surface it lies on (WCAG 2, 1.4.11)."""

APART = 0.09
"""How far two series should be from each other, as the eye measures it."""

APART_WITHOUT_CONES = 0.04
"""How far for whoever lacks one kind of cones: twice what is just to be seen."""

COLORED = frozenset((LabelKind.ONE, LabelKind.GATHERED))
"""What has a colour; all else is hatched."""

_TURNS = (0, 24, -24, 48, -48, 80, -80, 115, -115, 150, -150, 180)
_LEAST_TURNED_CHROMA = 0.08
_LEVELS = tuple(round(at / 8 * 255) / 255 for at in range(9))
"""Of red, green and blue, for all the colours that there are."""

_SPARE = 0.02
_LEAST_AWAY = np.array([APART, *[APART_WITHOUT_CONES] * len(Vision)])
Looks = NDArray[np.float64]
"""Colours x ways of seeing x places in Oklab; as most people see comes first."""
_UNCOLORED = (
    *("#6F55DD", "#9A7500", "#118C74", "#C9510C", "#2473CC"),
    *("#B93486", "#3B8D22", "#B3423E", "#4D7C8A", "#7A5CA8"),
)


@lru_cache(maxsize=64)
def series_colors(labels: tuple[Label, ...], theme: Theme) -> tuple[str, ...]:
    """Choose a colour for each series of a picture.

    A series keeps Clockify's colour, its lightness corrected until it stands out from
    the surface, unless that looks like the colour of another one with a smaller id,
    to anybody or to whoever lacks one kind of cones; then it is turned on until it does
    not. Ids grow with time, so a new project never moves an older one, and the order
    of the labels and their sizes play no part: a colour changes only when an older
    look-alike comes into the picture or leaves it.
    What is gathered comes after all of them. "Other" and "without" have the theme's
    hatch.
    """
    chosen: dict[int, Perceived] = {}
    own = [at for at, label in enumerate(labels) if label.kind in COLORED]
    for at in sorted(own, key=lambda at: _rank(labels[at])):
        taken = tuple(chosen.values())
        chosen[at] = _apart(_wished(labels[at]), taken, theme.surface)
    return tuple(
        displayed(chosen[at]) if at in chosen else theme.hatch
        for at in range(len(labels))
    )


def _rank(label: Label) -> tuple[bool, str, str]:
    return label.kind is LabelKind.GATHERED, label.key, label.name


def _wished(label: Label) -> Perceived:
    if label.color is not None:
        try:
            return perceived(label.color)
        except ValueError:
            # The server's colour is free text; a strange one is as good as none.
            pass
    # Not Python's own hash, which is another one at every start.
    place = zlib.crc32((label.key or label.name).encode()) % len(_UNCOLORED)
    return perceived(_UNCOLORED[place])


# Another week has the same projects in another order.
@lru_cache(maxsize=1024)
def _apart(wished: Perceived, taken: tuple[Perceived, ...], surface: str) -> Perceived:
    others = _looks_of(taken) if taken else np.empty((0, len(_LEAST_AWAY), 3))
    for turn in _TURNS:
        candidate = _shown(wished, turn, surface)
        if _gaps(_looks_of((candidate,)), others).min() >= 1:
            return candidate
    # Its whole circle is taken: the nearest of all colours that is far enough.
    every, looks = _standing_out(surface)
    gaps = _gaps(looks, others)
    away = np.linalg.norm(looks[:, 0] - np.array(wished.point), axis=1)
    far_enough = gaps.min(axis=1) >= 1
    if far_enough.any():
        place = np.where(far_enough, away, np.inf).argmin()
    else:
        # For most people far enough, and for the others as far as can be.
        place = (10 * np.minimum(gaps[:, 0], 1.0) + gaps.min(axis=1)).argmax()
    red, green, blue = every[place].tolist()
    return perceived(hex_color((red, green, blue)))


def _gaps(looks: Looks, others: Looks) -> NDArray[np.float64]:
    """Tell how far colours are from the nearest of others, 1 is far enough.

    Returns:
        Colours x ways of seeing.
    """
    away = np.linalg.norm(looks[:, None] - others[None], axis=3)
    nearest = away.min(axis=1, initial=np.inf)
    gaps: NDArray[np.float64] = nearest / _LEAST_AWAY
    return gaps


@lru_cache(maxsize=4096)
def _looks_of(colors: tuple[Perceived, ...]) -> Looks:
    parts = [[linear(part) for part in rgb(displayed(color))] for color in colors]
    return points_of(lights_seen(np.array(parts)))


@lru_cache(maxsize=8)
def _standing_out(surface: str) -> tuple[NDArray[np.float64], Looks]:
    """List all colours that do, as red, green and blue, and what they look like."""
    parts = np.array(list(product(_LEVELS, repeat=3)))
    light = np.array([[linear(part) for part in color] for color in parts.tolist()])
    above = light @ np.array(LUMINANCE_WEIGHTS) + FLARE
    below = luminance(surface) + FLARE
    ratio = np.maximum(above, below) / np.minimum(above, below)
    found = ratio >= DRAWN_CONTRAST + _SPARE
    return parts[found], points_of(lights_seen(light[found]))


@lru_cache(maxsize=8192)
def _shown(wished: Perceived, turn: int, surface: str) -> Perceived:
    # A grey cannot be turned: another grey would look the same.
    chroma = max(wished.chroma, _LEAST_TURNED_CHROMA) if turn else wished.chroma
    moved = Perceived(wished.lightness, chroma, wished.hue + math.radians(turn))
    # What the screen shows is compared, not what it was asked to show.
    return perceived(displayed(readable(moved, surface, DRAWN_CONTRAST + _SPARE)))
