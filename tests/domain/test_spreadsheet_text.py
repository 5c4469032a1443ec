import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.spreadsheet_text import defused, undefused

# Blanks, controls and signs that nobody sees.
UNSEEN = [
    *(" ", "\u00a0", "\n", "\t", "\r", "\0", "\x0b", "\x1c", "\x7f", "\x85", "\u00ad"),
    *("\u034f", "\u061c", "\u115f", "\u2003", "\u200b", "\u200d", "\u2028", "\u2029"),
    *("\u202e", "\u2060", "\u2066", "\u2800", "\u3000", "\u3164", "\ud800", "\ufe0f"),
    *("\ufeff", "\uffa0", "\ufff9", "\U000e0001", "\U000e0100"),
]
SIGNS = [
    *("=", "+", "-", "@"),
    # Small, full-width and raised ones.
    *("\ufe62", "\ufe63", "\ufe66", "\ufe6b", "\uff0b", "\uff0d", "\uff1d", "\uff20"),
    *("\u207a", "\u207b", "\u207c", "\u2212"),
]


@pytest.mark.parametrize(
    "text", ["=1+1", "+49 30", "-5", "@home", "\t=1", "\rx", "\tx"]
)
def test_what_looks_like_a_formula_becomes_text(text: str) -> None:
    assert defused(text) == "'" + text


@pytest.mark.parametrize("sign", SIGNS)
def test_whatever_stands_before_it(sign: str) -> None:
    for unseen in ("", *UNSEEN, "".join(UNSEEN)):
        text = f"{unseen}{sign}1"
        assert defused(text) == "'" + text, ascii(unseen)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Web",
        "a=b",
        "'=1",
        "   ",
        "\u200b",
        "5-3",
        "שלום",
        "\u200bWeb =1",
        "(=1)",
        "–5",
    ],
)
def test_other_text_is_left_alone(text: str) -> None:
    assert defused(text) == text


@given(st.text())
def test_nothing_but_an_apostrophe_is_ever_added(text: str) -> None:
    assert defused(text) in {text, "'" + text}
    assert not defused(text).lstrip().startswith(("=", "+", "-", "@"))


@given(st.text(st.sampled_from(UNSEEN)), st.sampled_from(SIGNS), st.text())
def test_nothing_unseen_hides_a_formula(unseen: str, sign: str, rest: str) -> None:
    text = unseen + sign + rest
    assert defused(text) == "'" + text


@given(st.text())
def test_what_was_defused_can_be_taken_back(text: str) -> None:
    assert undefused(defused(text)) == text


@pytest.mark.parametrize("text", ["'quoted'", "'", "''=1", "Web"])
def test_no_other_apostrophe_is_taken_away(text: str) -> None:
    assert undefused(text) == text
