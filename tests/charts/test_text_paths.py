from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.font_manager import FontEntry, FontProperties, fontManager
from matplotlib.textpath import TextPath

from clockify_desktop.charts.fonts import font_chain
from clockify_desktop.charts.text_paths import (
    PlacedText,
    _outline,
    compound_path,
    elided,
    rough_width,
    text_width,
    wrapped,
    write_in,
)
from clockify_desktop.domain.showable import named, one_line, showable
from tests.charts.built_font import build


def vertices(text: str, size: float = 13, *, bold: bool = False) -> np.ndarray:
    path = compound_path((PlacedText(text, 0, 0, size, bold=bold),))
    return np.empty((0, 2)) if path is None else np.asarray(path.vertices)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("text", ["Amara Okafor", "42:50", "Kateřina", "Аня", "AVATAR"])
def test_outlines_are_matplotlibs_own(text: str, bold: bool) -> None:  # noqa: FBT001 - a parameter
    weight = "bold" if bold else "normal"
    font = FontProperties(family="DejaVu Sans", weight=weight)
    expected = np.asarray(TextPath((0, 0), text, size=13, prop=font).vertices)
    ours = vertices(text, bold=bold) * (1, -1)
    # A figure alone starts at whole 1/64 of a pixel of a hundred pixels' type.
    assert ours == pytest.approx(expected, abs=0.02)


def test_figures_are_equally_wide() -> None:
    for bold in (False, True):
        widths = {text_width(figure, 13, bold=bold) for figure in "0123456789"}
        assert len(widths) == 1
    assert text_width("11:11", 13) == text_width("48:06", 13)


def test_figures_are_equally_wide_whatever_the_font(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    narrow = str(build(tmp_path / "narrow.ttf", one=300))
    entries = [FontEntry(narrow, name="Narrow", weight=one) for one in (400, 700)]
    monkeypatch.setattr(fontManager, "ttflist", [*fontManager.ttflist, *entries])
    write_in("Narrow")
    assert text_width("11:11", 10) == pytest.approx(30)
    assert text_width("11:11", 10) == text_width("48:06", 10)
    assert text_width("", 10) == 0
    # The ink, 2 wide, keeps its place in the middle of the room.
    ink = vertices("1", 10)[:, 0]
    assert (ink.min(), ink.max()) == pytest.approx((1.5, 3.5))


def test_nothing_that_was_laid_out_in_another_font_is_left() -> None:
    word = showable("Website relaunch, phase two")

    def laid_out() -> tuple[object, ...]:
        return (
            vertices(word).tolist(),
            text_width(word, 13),
            rough_width(word, 13),
            elided(word, 100, 13),
            wrapped(word, 100, 13, 3),
            text_width("48", 13),
        )

    before = laid_out()
    write_in("STIXGeneral")
    assert all(one != other for one, other in zip(before, laid_out(), strict=True))
    write_in("")
    assert laid_out() == before


def test_lines_are_broken_without_laying_out_each_beginning() -> None:
    text = showable("a day counts once it is over in that time zone of its own " * 9)
    # Whatever ran before in this process, each letter was seen once.
    for character in set(text):
        text_width(character, 13)
    before = _outline.cache_info().misses
    lines = wrapped(text, 600, 13, 9)
    assert " ".join(lines) == text.strip()
    assert 4 < len(lines) < 9
    # The line itself, and what was too wide for it.
    assert _outline.cache_info().misses - before <= 3 * len(lines)


def test_a_dollar_is_a_dollar() -> None:
    assert text_width("$x$", 13) > text_width("$x", 13) > text_width("x", 13)


def test_right_to_left_words_run_from_the_right() -> None:
    # Lamed, the only one of these letters that rises above the others, is second:
    # in the picture it must stand right of the middle.
    shown = vertices("אלאאא")
    highest = shown[shown[:, 1].argmin(), 0]
    assert highest > text_width("אלאאא", 13) / 2


def test_arabic_letters_are_joined() -> None:
    # A letter between two others has another shape than alone.
    assert len(vertices("\u0647" * 3)) != 3 * len(vertices("\u0647"))


def test_what_no_font_has_is_written_as_its_number() -> None:
    chain = font_chain(bold=False)
    assert chain.writable("a\U0010fffeb") == "a[10FFFE]b"
    assert len(vertices("\U0010fffe")) == len(vertices("[10FFFE]"))


def test_isolated_names_keep_their_sentence_in_order() -> None:
    # Lamed rises above the others; without the isolation it would stand at the end.
    shown = vertices(f"{named('אלאאא')} sum")
    highest = shown[shown[:, 1].argmin(), 0]
    assert text_width("אלאאא", 13) / 2 < highest < text_width("אלאאא", 13)
    # The signs that isolate leave no ink and take no room.
    assert text_width(named("אב"), 13) == text_width("אב", 13)


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=30).map(one_line))
def test_any_name_can_be_drawn(text: str) -> None:
    # pytest turns every warning, such as that of a missing glyph, into an error.
    assert np.isfinite(vertices(text)).all()
    assert text_width(text, 13) >= 0
    assert rough_width(text, 13) >= 0


def test_labels_lie_where_they_were_put() -> None:
    both = compound_path(
        (PlacedText("Ann", 100, 50, 13), PlacedText("42:50", 300, 80, 13, bold=True))
    )
    assert both is not None
    points = np.asarray(both.vertices)
    first = len(vertices("Ann"))
    assert points[:first] == pytest.approx(np.add(vertices("Ann"), (100, 50)))
    assert points[first:] == pytest.approx(
        np.add(vertices("42:50", bold=True), (300, 80))
    )


def test_blanks_have_width_but_no_outline() -> None:
    assert compound_path((PlacedText(" ", 0, 0, 13),)) is None
    assert compound_path(()) is None
    assert text_width(" ", 13) > 3


@pytest.mark.parametrize(
    "name", ["Amara Okafor", "Priya Raman (East)", "\u0639\u062f" * 9]
)
def test_the_rough_width_is_enough_room(name: str) -> None:
    assert 0 <= rough_width(name, 13) - text_width(name, 13) < 6
