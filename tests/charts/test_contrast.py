import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.charts.contrast import blend, contrast, hex_color, rgb

COLORS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


def test_known_ratios() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    # The example that the WCAG's own pages use for "just enough".
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)


@given(COLORS, COLORS)
def test_order_does_not_matter_and_nothing_is_below_one(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one) >= 1


@given(COLORS)
def test_a_colour_survives_reading_and_writing(color: str) -> None:
    assert hex_color(rgb(color)) == color


@pytest.mark.parametrize("text", [" #FFF ", "fff", "#ffffff"])
def test_other_ways_of_writing_white(text: str) -> None:
    assert rgb(text) == (1, 1, 1)


@pytest.mark.parametrize(
    "text",
    ["", "#FF", "red", "#12345G", "#+1-2+3", "#\uff11\uff12\uff13\uff14\uff15\uff16"],
)
def test_what_is_no_colour(text: str) -> None:
    with pytest.raises(ValueError, match="not a colour"):
        rgb(text)


def test_a_blend_lies_between() -> None:
    assert blend("#000000", "#FFFFFF", 1) == "#000000"
    assert blend("#000000", "#FFFFFF", 0) == "#FFFFFF"
    assert blend("#000000", "#FFFFFF", 0.25) == "#BFBFBF"
