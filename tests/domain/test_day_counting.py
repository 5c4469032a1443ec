import pytest

from clockify_desktop.domain.day_counting import (
    AS_CLOCKIFY,
    DayCounting,
    DaysIn,
    Midnight,
    Rounding,
    RoundingMode,
    counting_from,
    parse_rounding,
)
from clockify_desktop.domain.errors import UsageError

UP = Rounding(RoundingMode.UP, 15)


def test_rounding_is_read_as_it_is_written() -> None:
    for text in ("up:15", "down:1", "nearest:240"):
        assert str(parse_rounding(text)) == text
    assert parse_rounding("up:015") == UP


@pytest.mark.parametrize(
    "text",
    [
        *("", "up", "up:", "15", "off:15", "up:1.5", "up:-5", "up:0", "up:241"),
        *("up:½", "up:" + "9" * 5000),
    ],
)
def test_what_says_nothing_of_rounding_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        parse_rounding(text)


def test_it_says_what_is_not_as_clockify_counts() -> None:
    assert AS_CLOCKIFY.is_clockifys
    assert AS_CLOCKIFY.zone_in_words("Europe/Berlin") == "Europe/Berlin"
    assert AS_CLOCKIFY.in_words == ()
    other = DayCounting(DaysIn.OWN, Midnight.SPLIT, UP)
    assert not other.is_clockifys
    assert other.zone_in_words("Europe/Berlin") == "own time zones"
    assert other.in_words == ("split at midnight", "rounded up to 15 min")


def test_what_is_kept_of_it_comes_back() -> None:
    other = DayCounting(DaysIn.OWN, Midnight.SPLIT, UP)
    kept = {"days_in": "own", "midnight": "split", "rounding": "up:15"}
    assert other.as_dict() == kept
    assert counting_from(**kept) == other
    assert AS_CLOCKIFY.as_dict() == {}
    assert counting_from() == AS_CLOCKIFY


def test_what_differs_from_clockify_is_said_in_sentences() -> None:
    assert AS_CLOCKIFY.notes("Europe/Berlin") == ()
    own, split, up, sums = DayCounting(DaysIn.OWN, Midnight.SPLIT, UP).notes("UTC")
    assert "each person's own time zone, or of UTC" in own
    assert "on both days" in split
    assert up == (
        "Entries are rounded up to 15 min; amounts are of the time before that."
    )
    assert "what begins on these days in UTC, not rounded" in sums
    assert DayCounting(rounding=UP).notes("UTC") == (up, sums)
    assert DayCounting(DaysIn.OWN).notes("UTC") == (own, sums)


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        (RoundingMode.UP, "rounded up to 15 min"),
        (RoundingMode.DOWN, "rounded down to 15 min"),
        (RoundingMode.NEAREST, "rounded to the nearest 15 min"),
    ],
)
def test_rounding_says_where_to_in_words_and_in_a_sentence(
    mode: RoundingMode, words: str
) -> None:
    rounding = Rounding(mode, 15)
    assert rounding.in_words == words
    assert rounding.note.startswith(f"Entries are {words}; amounts")
