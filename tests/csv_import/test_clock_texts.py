import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clockify_desktop.csv_import.clock_texts import ClockCollecting
from clockify_desktop.csv_import.values import read_amount, read_length, read_time

parts = st.from_regex(r"\A[0-2]?[0-9]:[0-6][0-9](:[0-6][0-9])?( ?[aApP]\.?[mM]\.?)?\Z")
texts = st.lists(
    st.one_of(parts, st.text(st.sampled_from("0123456789:.AM é"), max_size=12)),
    max_size=6,
)


@given(st.lists(texts, max_size=3))
@example([["10:23:52 AM", "12:00:00 AM", "12:00:00 PM", "13:00:00 PM"]])
@example([["23:59:59", "24:00:00"], ["99:59:59", "1:02:03"], ["10:23:52 AMx"]])
def test_all_at_once_is_as_one_by_one(blocks: list[list[str]]) -> None:
    collecting = ClockCollecting()
    for block in blocks:
        collecting.add(block)
    every = [text for block in blocks for text in block]
    column = collecting.column()
    assert column.of_day(read_time, -1).tolist() == [
        -1 if (at := read_time(text)) is None else at for text in every
    ]
    for place, exact in ((0, None), (1, 0)):

        def told(text: str, place: int = place) -> int | None:
            length = read_length(text)
            return None if length is None else length[place]

        assert column.lengths(told, -1, exact=exact).tolist() == [
            -1 if (length := told(text)) is None else length for text in every
        ]
    assert column.given.tolist() == [bool(text.strip()) for text in every]
    half = np.arange(len(every)) % 2 == 0
    assert column.take(half).given.tolist() == column.given[half].tolist()


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        *(("10:23:52 AM", 37_432), ("12:05 am", 300), ("12:00:00 PM", 43_200)),
        *(("9:00 p.m.", 75_600), ("14:00", 50_400), ("23:59:59", 86_399)),
        *(("0:00 AM", None), ("13:00 PM", None), ("24:00", None), ("10:60", None)),
        *(("10", None), ("", None), ("٠١:٠٢", None)),
    ],
)
def test_times_of_day(text: str, seconds: int | None) -> None:
    assert read_time(text) == seconds


@pytest.mark.parametrize(
    ("text", "length"),
    [
        *(("00:00:01", (1, 0)), ("123:00:00", (442_800, 0)), ("0:13", (780, 59))),
        *(("1.50", (5400, 36)), ("0,5", (1800, 360)), ("2", (7200, 3600))),
        *(("-01:00:00", None), ("1h", None), ("", None), ("١.٢", None)),
    ],
)
def test_lengths(text: str, length: tuple[int, int] | None) -> None:
    assert read_length(text) == length


@pytest.mark.parametrize(
    ("text", "micros"),
    [
        *(("1000.00", 10**9), ("1,000.00", 10**9), ("1.000,00", 10**9)),
        *(("0,5", 500_000), ("-3.25", -3_250_000), ("1 234.5", 1_234_500_000)),
        *(("1,234,567.0", 1_234_567_000_000), ("0.333333", 333_333)),
        # A thousand, or one with three decimals.
        *(("1,000", None), ("1,234,567", None), ("1.000.5", None)),
        *(("EUR 5", None), ("", None), ("１", None)),
    ],
)
def test_amounts(text: str, micros: int | None) -> None:
    assert read_amount(text) == micros
