import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.charts.plain_text import (
    _cleaned,
    is_combining,
    is_right_to_left,
    one_line,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Ann\tMarie\r\nSmith ", "Ann Marie Smith"),
        ("a\x00b\x1b[31m", "ab[31m"),
        ("=1+1 $x$ \\frac", "=1+1 $x$ \\frac"),
        ("\u202eevil\u202c \u2066x\u2069", "evil x"),
        ("\ud800half", "half"),
        ("שם\u200cשם", "שם\u200cשם"),
        ("✔\ufe0f", "✔"),
        ("a\u2028b\u00a0c", "a b c"),
    ],
)
def test_names_become_one_line(text: str, expected: str) -> None:
    assert one_line(text) == expected


@given(st.text())
def test_nothing_hidden_is_left(text: str) -> None:
    line = one_line(text)
    assert line == line.strip()
    assert not any(unicodedata.category(one) in {"Cc", "Cs"} for one in line)
    assert one_line(line) == line
    line.encode()


@given(st.text(st.characters() | st.sampled_from(" \t\ufe0f\u200d\u202e"), max_size=9))
def test_what_needs_no_care_is_told_quickly_and_alike(text: str) -> None:
    assert one_line(text) == _cleaned(text)


def test_which_way_a_text_runs() -> None:
    assert is_right_to_left("Ann שלום")
    assert is_right_to_left("مرحبا")
    assert not is_right_to_left("Kateřina 12")


def test_marks_belong_to_the_letter_before() -> None:
    assert is_combining("\u0301")
    assert not is_combining("a")
