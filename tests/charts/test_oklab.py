import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.charts.contrast import contrast, rgb
from clockify_desktop.charts.oklab import (
    Perceived,
    displayed,
    perceived,
    readable,
)

COLORS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


@given(COLORS)
def test_there_and_back_is_the_same_colour(color: str) -> None:
    assert displayed(perceived(color)) == color


def test_white_and_red_as_published() -> None:
    white, red = perceived("#FFFFFF"), perceived("#FF0000")
    assert (white.lightness, white.chroma) == pytest.approx((1, 0), abs=1e-3)
    assert (red.lightness, red.chroma) == pytest.approx((0.628, 0.2577), abs=1e-3)


@given(st.floats(0.1, 0.9), st.floats(0, 0.5), st.floats(-7, 7))
def test_impossible_colours_keep_lightness(
    light: float, chroma: float, hue: float
) -> None:
    shown = perceived(displayed(Perceived(light, chroma, hue)))
    assert shown.lightness == pytest.approx(light, abs=0.02)


@given(COLORS, st.sampled_from(["#FFFFFF", "#1E2128", "#000000"]))
def test_a_readable_colour_stands_out(color: str, surface: str) -> None:
    assert contrast(displayed(readable(perceived(color), surface, 3)), surface) >= 3


@given(COLORS)
def test_what_stands_out_already_is_left_alone(color: str) -> None:
    wished = perceived(color)
    if contrast(color, "#FFFFFF") >= 3.1:
        assert readable(wished, "#FFFFFF", 3) == wished


def test_an_impossible_contrast_ends_at_black_or_white() -> None:
    dark = rgb(displayed(readable(perceived("#6F55DD"), "#EEEEEE", 21)))
    light = rgb(displayed(readable(perceived("#6F55DD"), "#333333", 21)))
    assert dark == pytest.approx((0, 0, 0), abs=0.01)
    assert light == pytest.approx((1, 1, 1), abs=0.01)
