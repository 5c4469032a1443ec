from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.pages.chart_selection import NO_SELECTION, ChartSelection

marks = st.none() | st.sampled_from(["one:a", "one:b", "other:", "without:"])


def test_a_mark_tells_what_has_none_from_what_is_nameless() -> None:
    kinds = [Label("", "", kind=kind) for kind in LabelKind]
    assert len({label.mark for label in kinds}) == len(kinds)


def test_a_click_focuses_and_the_same_click_takes_it_back() -> None:
    focus = NO_SELECTION.clicked("one:a", "one:p", add=False)
    assert focus == ChartSelection(frozenset({"one:a"}), frozenset({"one:p"}))
    assert bool(focus)
    assert focus.clicked("one:a", "one:p", add=False) == NO_SELECTION
    assert not NO_SELECTION


def test_a_click_elsewhere_replaces_the_focus() -> None:
    focus = ChartSelection(frozenset({"one:a", "one:b"}), frozenset({"one:p"}))
    assert focus.clicked("one:a", None, add=False) == ChartSelection(
        rows=frozenset({"one:a"})
    )


def test_ctrl_adds_and_takes_one_away() -> None:
    focus = NO_SELECTION.clicked("one:a", None, add=False)
    focus = focus.clicked("one:b", None, add=True)
    assert focus.rows == {"one:a", "one:b"}
    focus = focus.clicked("one:a", "one:p", add=True)
    assert focus == ChartSelection(frozenset({"one:b"}), frozenset({"one:p"}))


@given(marks, marks, marks, marks)
def test_ctrl_twice_is_as_if_it_was_never(
    row: str | None, column: str | None, other_row: str | None, other: str | None
) -> None:
    before = NO_SELECTION.clicked(other_row, other, add=False)
    after = before.clicked(row, column, add=True)
    assert after.clicked(row, column, add=True) == before


def test_a_click_on_nothing_has_no_effect_of_its_own() -> None:
    assert NO_SELECTION.clicked(None, None, add=True) == NO_SELECTION
    assert NO_SELECTION.clicked(None, None, add=False) == NO_SELECTION
