"""The colour of each project: Clockify's own, made to be seen and told apart."""

import math
import zlib
from functools import lru_cache
from itertools import product

from clockify_desktop.charts.oklab import Perceived, displayed, perceived, readable
from clockify_desktop.charts.theme import Theme
from clockify_desktop.domain.label import Label, LabelKind

DRAWN_CONTRAST = 3.0
"""What a drawn part needs against the surface it lies on (WCAG 2, 1.4.11)."""

APART = 0.09
"""How far two series should be from each other, as the eye measures it."""

_TURNS = (0, 24, -24, 48, -48, 80, -80, 115, -115, 150, -150, 180)
_SHIFTS = (0.0, -0.1, 0.1, -0.2, 0.2, 0.3)
# The greater ones where many of one grey are there: a circle so small has no room.
_LEAST_TURNED_CHROMAS = (0.08, 0.16, 0.24)
_SPARE = 0.02
_UNCOLORED = (
    *("#6F55DD", "#9A7500", "#118C74", "#C9510C", "#2473CC"),
    *("#B93486", "#3B8D22", "#B3423E", "#4D7C8A", "#7A5CA8"),
)


@lru_cache(maxsize=64)
def series_colors(labels: tuple[Label, ...], theme: Theme) -> tuple[str, ...]:
    """Choose a colour for each series of a picture.

    A series keeps Clockify's colour, its lightness corrected until it stands out from
    the surface, unless that looks like the colour of another one with a smaller id;
    then it is turned on until it does not. Ids grow with time, so a new project never
    moves an older one, and the order of the labels and their sizes play no part: a
    colour changes only when an older look-alike comes into the picture or leaves it.
    "Other" and "without" have the theme's hatch.
    """
    chosen: dict[int, Perceived] = {}
    own = [at for at, label in enumerate(labels) if label.kind is LabelKind.ONE]
    for at in sorted(own, key=lambda at: (labels[at].key, labels[at].name)):
        chosen[at] = _apart(_wished(labels[at]), list(chosen.values()), theme)
    return tuple(
        displayed(chosen[at]) if at in chosen else theme.hatch
        for at in range(len(labels))
    )


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


def _apart(wished: Perceived, taken: list[Perceived], theme: Theme) -> Perceived:
    best, best_gap = wished, -1.0
    for chroma, shift, turn in product(_LEAST_TURNED_CHROMAS, _SHIFTS, _TURNS):
        candidate = _shown(wished, chroma, shift, turn, theme.surface)
        gap = min((candidate.distance(other) for other in taken), default=APART)
        if gap >= APART:
            return candidate
        if gap > best_gap:
            best, best_gap = candidate, gap
    return best


@lru_cache(maxsize=8192)
def _shown(
    wished: Perceived, least_chroma: float, shift: float, turn: int, surface: str
) -> Perceived:
    # A grey cannot be turned: another grey would look the same.
    chroma = max(wished.chroma, least_chroma) if turn else wished.chroma
    lightness = min(max(wished.lightness + shift, 0.0), 1.0)
    moved = Perceived(lightness, chroma, wished.hue + math.radians(turn))
    # What the screen shows is compared, not what it was asked to show.
    return perceived(displayed(readable(moved, surface, DRAWN_CONTRAST + _SPARE)))
