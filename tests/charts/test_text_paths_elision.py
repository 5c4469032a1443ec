import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clockify_desktop.charts import text_paths
from clockify_desktop.charts.text_paths import (
    elided,
    rough_width,
    text_width,
    wrapped,
)
from clockify_desktop.domain.showable import ELLIPSIS, one_line, showable

LONG = "Priya Raman (Customer Success and Technical Documentation)"
TEXT = st.text("abcd éÅ 0123 שלום مرحبا (), W", max_size=40).map(one_line)


@settings(deadline=None, max_examples=60)
@given(TEXT, st.floats(0, 300))
def test_a_cut_text_fits_and_begins_the_same(text: str, width: float) -> None:
    shown = elided(text, width, 13)
    if shown == text:
        assert text_width(text, 13) <= width
    else:
        assert shown.endswith(ELLIPSIS)
        assert text.startswith(shown[:-1])
        assert text_width(shown, 13) <= width or shown == ELLIPSIS


def test_as_much_as_possible_is_kept() -> None:
    shown = elided(LONG, 250, 13)
    longer = LONG[: len(shown)] + ELLIPSIS
    assert text_width(shown, 13) <= 250 < text_width(longer, 13) + 1


def test_a_letter_keeps_its_mark() -> None:
    text = "Kater" + "e\u0301" * 30
    for width in range(30, 120, 3):
        kept = elided(text, width, 13)[:-1]
        assert kept == "" or text[len(kept)] != "\u0301"


def test_letters_that_grow_when_joined_still_fit() -> None:
    text = "\u0639\u062f" * 20
    single = sum(text_width(letter, 13) for letter in text)
    assert text_width(text, 13) > single + 5
    for width in (40, 61, 90, 133, int(single) + 15):
        assert text_width(elided(text, width, 13), 13) <= width


@pytest.mark.parametrize("letter", ["x", "i", "W", "שלום"])
def test_what_cannot_fit_is_not_measured(
    letter: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured: list[int] = []
    real = text_paths._outline

    def outline(run: str, *, bold: bool) -> text_paths.Outline:
        measured.append(len(run))
        return real(run, bold=bold)

    monkeypatch.setattr(text_paths, "_outline", outline)
    name = showable(letter * 5000)
    assert elided(name, 150.5, 13).endswith(ELLIPSIS)
    assert rough_width(name, 13, 150.5) > 150.5
    assert max(measured) < 60
    assert sum(measured) < 400


def test_bold_needs_more_room() -> None:
    assert len(elided(LONG, 250, 13, bold=True)) < len(elided(LONG, 250, 13))


@settings(deadline=None, max_examples=60)
@given(TEXT, st.floats(60, 300), st.integers(1, 4))
def test_lines_fit_and_lose_nothing(text: str, width: float, most: int) -> None:
    lines = wrapped(text, width, 13, most)
    assert len(lines) <= most
    assert all(text_width(line, 13) <= width for line in lines)
    if not any(line.endswith(ELLIPSIS) for line in lines):
        assert " ".join(lines) == text


def test_no_text_is_no_line() -> None:
    assert wrapped("", 100, 13, 3) == ()


def test_the_last_line_tells_that_there_is_more() -> None:
    lines = wrapped(LONG * 3, 200, 13, 2)
    assert len(lines) == 2
    assert lines[1].endswith(ELLIPSIS)
    assert not lines[0].endswith(ELLIPSIS)


def test_breaking_lines_lays_out_little_more_than_the_lines(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    measured: list[str] = []

    def measure(text: str, size: float, *, bold: bool = False) -> float:
        measured.append(text)
        return text_width(text, size, bold=bold)

    monkeypatch.setattr(text_paths, "text_width", measure)
    words = "Nobody is short or over by more than an hour in any of these weeks."
    lines = wrapped(showable(words), 171.5, 13, 9)
    assert " ".join(lines) == words
    longer = {one for one in measured if " " in one}
    assert len(longer) <= 2 * len(lines) + 1 < words.count(" ")
