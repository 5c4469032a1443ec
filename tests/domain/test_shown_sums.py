from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.durations import (
    DurationFormat,
    duration_text,
    share_text,
)
from clockify_desktop.domain.shown_sums import (
    amounts_add_up,
    durations_add_up,
    shares_add_up,
)

PARTS = st.lists(st.integers(0, 400) | st.integers(0, 200).map((18).__mul__))


def minutes(text: str) -> int:
    hours, _, rest = text.partition(":")
    return 60 * int(hours) + int(rest)


@given(PARTS)
def test_hours_and_minutes_add_up_or_not_as_they_are_read(parts: list[int]) -> None:
    shown = [duration_text(one, DurationFormat.MINUTES) for one in parts]
    total = duration_text(sum(parts), DurationFormat.MINUTES)
    told = durations_add_up(np.array(parts, np.int64))
    assert told is (sum(map(minutes, shown)) == minutes(total))
    assert durations_add_up(np.array(parts, np.int64), DurationFormat.SECONDS)


@given(PARTS)
def test_decimals_and_shares_add_up_or_not_as_they_are_read(parts: list[int]) -> None:
    shown = [Decimal(duration_text(one, DurationFormat.DECIMAL)) for one in parts]
    total = Decimal(duration_text(sum(parts), DurationFormat.DECIMAL))
    column = np.array(parts, np.int64)
    assert durations_add_up(column, DurationFormat.DECIMAL) is (sum(shown) == total)
    shares = [share_text(one, sum(parts)).removesuffix(" %") for one in parts]
    percents = sum(int(share) for share in shares if share not in {"<1", ""})
    assert shares_add_up(column) is (percents == 100 or not sum(parts))


def test_each_row_has_a_total_of_its_own() -> None:
    exact, rounded = [1200, 1200, 1200], [1220, 1220, 1220]
    assert durations_add_up(np.array([exact, exact]))
    assert not durations_add_up(np.array([exact, rounded]))
    assert not shares_add_up(np.array([[1, 3, 0], exact]))
    assert shares_add_up(np.array([[1, 3], [0, 0]]))


def test_what_is_shown_more_than_once_is_shown_beside_the_total() -> None:
    parts = np.array([3600, 3600], np.int64)
    assert durations_add_up(parts, repeated_s=1800)
    assert not durations_add_up(parts, repeated_s=1830)


@pytest.mark.parametrize(
    ("parts", "told"),
    [(("0.333", "0.333", "0.334"), False), (("0.335", "0.665"), False), (("1",), True)],
)
def test_money_adds_up_or_not(parts: tuple[str, ...], told: bool) -> None:  # noqa: FBT001 - a parameter
    amounts = list(map(Decimal, parts))
    shown = [one.quantize(Decimal("0.01"), ROUND_HALF_UP) for one in amounts]
    assert (sum(shown) == sum(amounts)) is told
    micros = np.array([int(one * 1_000_000) for one in amounts])
    assert amounts_add_up(micros, 10_000) is told
