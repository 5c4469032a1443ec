import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.spreadsheet_text import defused


@pytest.mark.parametrize(
    "text", ["=1+1", "+49 30", "-5", "@home", "\t=1", "\rx", "  =1", "\n=1", "\uff1d1"]
)
def test_what_looks_like_a_formula_becomes_text(text: str) -> None:
    assert defused(text) == "'" + text


@pytest.mark.parametrize("text", ["", "Web", "a=b", "'=1", "   ", "5-3", "שלום"])
def test_other_text_is_left_alone(text: str) -> None:
    assert defused(text) == text


@given(st.text())
def test_nothing_but_an_apostrophe_is_ever_added(text: str) -> None:
    assert defused(text) in {text, "'" + text}
    assert not defused(text).lstrip().startswith(("=", "+", "-", "@"))
