import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.viewmodels.duration_text import duration_text, share_text
from clockify_desktop.viewmodels.settings_state import DurationFormat


@pytest.mark.parametrize(
    ("durations", "text"),
    [
        (DurationFormat.MINUTES, "812:30"),
        (DurationFormat.SECONDS, "812:30:00"),
        (DurationFormat.DECIMAL, "812.50"),
    ],
)
def test_a_duration_in_each_format(durations: DurationFormat, text: str) -> None:
    assert duration_text(2_925_000, durations) == text


@given(st.integers(-(10**9), 10**9))
def test_the_decimal_is_right_to_half_a_hundredth(seconds: int) -> None:
    text = duration_text(seconds, DurationFormat.DECIMAL)
    assert abs(float(text) - seconds / 3600) <= 0.005 + 1e-9
    assert text != "-0.00"


@pytest.mark.parametrize(
    ("part_s", "whole_s", "text"),
    [
        (8, 100, "8 %"),
        (0, 100, "0 %"),
        (1, 1000, "<1 %"),
        (100, 100, "100 %"),
        (0, 0, ""),
        (5, -1, ""),
    ],
)
def test_a_share_is_whole_percents(part_s: int, whole_s: int, text: str) -> None:
    assert share_text(part_s, whole_s) == text
