import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.showable import (
    ELLIPSIS,
    LONGEST,
    LONGEST_NAME,
    LONGEST_WITHIN,
    UNKNOWN,
    beginning,
    cut,
    is_combining,
    is_right_to_left,
    named,
    one_line,
    showable,
    showable_name,
    without_isolates,
)

U = UNKNOWN
HEBREW = "שלום"
HOSTILE = st.text(
    st.characters()
    | st.sampled_from(" \t\u00a0\ufe0f\u200d\u202e\u2068\u2069\u200b\u3164<&א"),
    max_size=12,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Ann\tMarie\r\nSmith ", "Ann Marie Smith"),
        ("a\x00b\x1b[31m\x85c", f"a{U}b{U}[31m c"),
        ("=1+1 $x$ \\frac <b>&lt;", "=1+1 $x$ \\frac <b>&lt;"),
        ("Apollo \u202e", f"Apollo {U}"),
        ("\u202eBidi 0:99", f"{U}Bidi 0:99"),
        ("\ud800half", f"{U}half"),
        ("zero\u200bwidth\ufeff\u2060", f"zero{U}width{U}{U}"),
        ("so\u00adft \u200e\u061c", f"so{U}ft {U}{U}"),
        ("blank\u3164\u2800\u115f\u034f", f"blank{U}{U}{U}{U}"),
        ("tags\U000e0041", f"tags{U}"),
        ("a\u2028b\u00a0c\u3000d", "a b c d"),
    ],
)
def test_hidden_signs_are_seen_and_blanks_are_one(text: str, expected: str) -> None:
    assert one_line(text) == showable_name(text) == showable(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",
        "क्\u200dष",
        "👩\u200d🚀",
        "❤\ufe0f\u200d🔥",
        "1\ufe0f\u20e3",
        "✔\ufe0f",
    ],
)
def test_signs_that_shape_their_neighbours_stay(text: str) -> None:
    assert showable_name(text) == text


@pytest.mark.parametrize(
    "text",
    ["Ap\u200dollo", "Ap\u200collo", "Ap\ufe0follo", "✔\ufe0f\ufe0f", "“\u200d”"],
)
def test_where_they_shape_nothing_they_hide_nothing(text: str) -> None:
    assert UNKNOWN in showable_name(text)


@given(HOSTILE)
def test_nothing_hidden_is_left(text: str) -> None:
    line = showable_name(text)
    hidden = [one for one in line if unicodedata.category(one) in {"Cc", "Cs", "Cf"}]
    assert set(hidden) <= {"\u200c", "\u200d"}
    assert line == line.strip()
    assert bool(line) == bool(text.strip())
    assert showable_name(line) == showable(line) == line
    line.encode()


@given(HOSTILE, HOSTILE)
def test_hidden_signs_never_make_two_names_one(text: str, other: str) -> None:
    hidden = f"{text}\u202e{other}"
    assert showable_name(hidden) != showable_name(f"{text}{other}")


@given(st.lists(HOSTILE, max_size=3))
def test_a_sentence_keeps_its_isolated_names(names: list[str]) -> None:
    said = f"{', '.join(map(named, names))} took 52 %."
    line = showable(said)
    assert showable(line) == line
    assert (
        line.count("\u2068")
        == line.count("\u2069")
        == sum(map(is_right_to_left, names))
    )
    assert line.endswith("took 52 %.")


def test_only_what_could_move_its_neighbours_is_isolated() -> None:
    assert named(HEBREW) == f"\u2068{HEBREW}\u2069"
    assert named("Apollo \u2069\u202e") == f"Apollo {U}{U}"
    # A name cannot end the isolation around it.
    assert named(f"{HEBREW}\u2069") == f"\u2068{HEBREW}{U}\u2069"
    assert without_isolates(named(HEBREW)) == HEBREW
    assert (
        showable("half \u2068 a pair \u2069\u2069") == f"half \u2068 a pair \u2069{U}"
    )


def test_long_texts_lose_their_middle() -> None:
    name = "begin" + "x" * 5000 + "end"
    for shown, longest in (
        (showable(name), LONGEST),
        (showable_name(name), LONGEST_NAME),
        (named(name), LONGEST_WITHIN),
    ):
        assert len(shown) == longest
        assert shown.startswith("beginx")
        assert shown.endswith("xend")
        assert ELLIPSIS in shown
    assert one_line(name) == name
    assert one_line(f"{name}\n{name}") == f"{name} {name}"
    assert cut("short", 5) == "short"
    assert cut("longer", 5) == f"lon{ELLIPSIS}r"
    assert beginning(showable("longer"), 3) == f"lon{ELLIPSIS}"
    assert beginning(showable("short"), 5) == "short"


def test_which_way_a_text_runs() -> None:
    assert is_right_to_left("Ann שלום")
    assert is_right_to_left("مرحبا")
    assert not is_right_to_left("Kateřina 12")
    for sign in map(chr, range(0x110000)):
        if unicodedata.bidirectional(sign) in {"R", "AL", "AN"}:
            # The mark of a direction is no script, and is never shown.
            assert is_right_to_left(sign) or sign == "\u200f"


def test_marks_belong_to_the_letter_before() -> None:
    assert is_combining("\u0301")
    assert is_combining("\ufe0f")
    assert not is_combining("a")


def test_a_name_of_blanks_is_named_so() -> None:
    for blank in (" ", "\u3000 \t", "\u00a0" * 300):
        assert showable_name(blank) == named(blank) == "(no name)"
    assert showable_name("") == named("") == ""
