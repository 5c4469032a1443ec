"""Whoever lacks one kind of cones tells apart what most people tell apart.

Told apart by colour alone: the series of a picture, and the parts in ``DRAWN``.
Everything else has a second sign:

* days: hatches of their own and a word in the cell, a missing one dashed;
* more and less than before: right and left of a line, and the signs + and - (minus);
  what is new is outlined, what is gone dashed, both in words;
* over and short of capacity: where the bar ends beside the tick, and in words;
* ask, fine, fixed: the word is the badge;
* good news, a warning and a failure in a line of text: a check mark, a ground of its
  own, a title that says what failed.

The difference is that of CIEDE2000, 1 about the least that is seen.
"""

from itertools import combinations

import pytest

from clockify_desktop.charts.color_vision import Vision, seen_with
from clockify_desktop.charts.contrast import blend
from clockify_desktop.charts.heat_content import STATE_WORDS
from clockify_desktop.charts.heat_marks import HATCHES, shades
from clockify_desktop.charts.project_marks import BEFORE_SHARE
from clockify_desktop.charts.series_colors import series_colors
from clockify_desktop.charts.theme import DARK, LIGHT, Theme
from clockify_desktop.domain.day_states import DayState
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.largest import GATHERED, LARGEST
from tests.charts.ciede2000 import difference, lab

LEAST_OF_PARTS, LEAST_OF_SERIES = 10.0, 3.5
MOST = LARGEST + 1 + GATHERED
# Those that Clockify offers, the first ones as often as people take them.
CLOCKIFYS = (
    *("#3F51B5", "#795548", "#009688", "#607D8B", "#FF5722", "#8BC34A", "#03A9F4"),
    *("#E91E63", "#9C27B0", "#FFC107", "#F44336", "#4CAF50", "#CDDC39", "#2196F3"),
    *("#03A9F4", "#8BC34A", "#F44336"),
)
DRAWN = (
    *(("accent", "quiet"), ("accent", "text"), ("accent", "grid"), ("accent", "line")),
    *(("accent", "chosen"), ("accent", "hatch"), ("accent", "surface")),
    *(("trouble", "grid"), ("trouble", "control_border"), ("warning", "hatch_ground")),
    ("warning", "control_border"),
)
themes = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
visions = pytest.mark.parametrize("vision", Vision, ids=lambda one: one.name.lower())


def apart(vision: Vision, one: str, other: str) -> float:
    seen = (lab(seen_with(vision, color)) for color in (one, other))
    return difference(*seen)


def test_what_is_seen_is_what_was_published() -> None:
    # Whoever sees no red takes it for dark; greys are the same to everybody.
    assert seen_with(Vision.PROTANOPIA, "#FF0000") == "#6D5F00"
    assert seen_with(Vision.DEUTERANOPIA, "#00FF00") == "#EFD63A"
    assert seen_with(Vision.TRITANOPIA, "#0000FF") == "#006B96"
    for vision in Vision:
        for grey in ("#000000", "#808080", "#FFFFFF"):
            assert seen_with(vision, grey) == grey


def test_differences_are_those_of_the_published_pairs() -> None:
    # Of Sharma, Wu and Dalal (2005).
    blues = (50, 2.6772, -79.7751), (50, 0, -82.7485)
    greys = (50, 2.49, -0.001), (50, -2.49, 0.0009)
    assert difference(*blues) == pytest.approx(2.0425, abs=5e-5)
    assert difference(*greys) == pytest.approx(7.1792, abs=5e-5)


@themes
@visions
@pytest.mark.parametrize("colors", [CLOCKIFYS, (None,) * MOST, ("#03A9F4",) * MOST])
def test_no_two_series_look_the_same(
    theme: Theme, vision: Vision, colors: tuple[str | None, ...]
) -> None:
    assert len(colors) == MOST
    labels = (Label(str(at), f"P{at}", color) for at, color in enumerate(colors))
    for pair in combinations(series_colors(tuple(labels), theme), 2):
        assert apart(vision, *pair) >= LEAST_OF_SERIES, pair


@themes
@visions
def test_parts_are_told_apart(theme: Theme, vision: Vision) -> None:
    pairs = [(getattr(theme, one), getattr(theme, other)) for one, other in DRAWN]
    before = blend(theme.accent, theme.surface, BEFORE_SHARE)
    pairs += [(before, theme.accent), (before, theme.line)]
    pairs += [(theme.warning, shade) for shade in shades(theme)]
    for pair in pairs:
        assert apart(vision, *pair) >= LEAST_OF_PARTS, pair


def test_days_have_a_hatch_or_a_dash_and_a_word() -> None:
    assert len(set(HATCHES.values())) == len(HATCHES)
    assert DayState.MISSING not in HATCHES
    words = [str(STATE_WORDS[state]) for state in (DayState.MISSING, *HATCHES)]
    assert all(words)
    assert len(set(words)) == len(words)
