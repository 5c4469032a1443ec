from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.pages.chart_selection import (
    NO_SELECTION,
    ChartSelection,
    selection_chips,
)

marks = st.none() | st.sampled_from(["one:a", "one:b", "other:", "without:"])


def test_a_mark_tells_what_has_none_from_what_is_nameless() -> None:
    kinds = [Label("", "", kind=kind) for kind in LabelKind]
    assert len({label.mark for label in kinds}) == len(kinds)


def test_a_click_focuses_and_the_same_click_takes_it_back() -> None:
    focus = NO_SELECTION.clicked("one:a", "one:p", add=False)
    assert focus == ChartSelection(cells=frozenset({("one:a", "one:p")}))
    assert bool(focus)
    assert focus.clicked("one:a", "one:p", add=False) == NO_SELECTION
    assert not NO_SELECTION


def test_one_thing_alone_can_be_opened() -> None:
    row = NO_SELECTION.clicked("one:a", None, add=False)
    assert row.only == ("one:a", None)
    assert NO_SELECTION.clicked(None, "one:p", add=False).only == (None, "one:p")
    assert NO_SELECTION.clicked("one:b", "one:p", add=False).only == ("one:b", "one:p")
    assert NO_SELECTION.only is row.clicked("one:b", "one:p", add=True).only is None


def test_a_click_elsewhere_replaces_the_focus() -> None:
    focus = ChartSelection(frozenset({"one:a", "one:b"}), frozenset({"one:p"}))
    assert focus.clicked("one:a", None, add=False) == ChartSelection(
        rows=frozenset({"one:a"})
    )


def test_ctrl_adds_exactly_what_is_clicked_and_takes_it_away() -> None:
    focus = NO_SELECTION.clicked("one:a", "one:p", add=False)
    focus = focus.clicked("one:b", "one:q", add=True)
    assert focus.cells == {("one:a", "one:p"), ("one:b", "one:q")}
    assert ("one:a", "one:q") not in focus
    # The whole row takes the place of its cell, and one cell is taken out of it.
    focus = focus.clicked("one:a", None, add=True)
    assert focus == ChartSelection(
        frozenset({"one:a"}), cells=frozenset({("one:b", "one:q")})
    )
    focus = focus.clicked("one:a", "one:p", add=True)
    assert ("one:a", "one:p") not in focus
    assert ("one:a", "one:q") in focus
    assert ("one:b", "one:q") in focus
    # With the row goes what was taken out of it.
    focus = focus.clicked("one:a", None, add=True)
    assert focus == ChartSelection(cells=frozenset({("one:b", "one:q")}))


selections = st.builds(
    ChartSelection,
    st.frozensets(st.sampled_from(["one:a", "one:b"])),
    st.frozensets(st.sampled_from(["one:p", "one:q"])),
    st.frozensets(
        st.tuples(st.sampled_from(["one:a", "one:b"]), st.sampled_from(["one:p"]))
    ),
)


@given(selections, marks, marks)
def test_ctrl_twice_on_a_cell_is_as_if_it_was_never(
    before: ChartSelection, row: str | None, column: str | None
) -> None:
    after = before.clicked(row, column, add=True)
    if row is not None and column is not None:
        assert ((row, column) in after) is not ((row, column) in before)
        assert after.clicked(row, column, add=True) == before
    else:
        # Never does a click touch what it is not on.
        for cell in [(one, other) for one in "abz" for other in "pqz"]:
            named = (f"one:{cell[0]}", f"one:{cell[1]}")
            if named[0] != row and named[1] != column:
                assert (named in after) is (named in before)


def test_a_click_on_nothing_has_no_effect_of_its_own() -> None:
    assert NO_SELECTION.clicked(None, None, add=True) == NO_SELECTION
    assert NO_SELECTION.clicked(None, None, add=False) == NO_SELECTION


@given(selections)
def test_rows_and_columns_stand_for_the_cells_in_which_they_cross(
    selection: ChartSelection,
) -> None:
    product = selection.product
    if product is not None and selection:
        rows, columns = product
        for row in ("one:a", "one:b", "one:z"):
            for column in ("one:p", "one:q", "one:z"):
                crossed = (not rows or row in rows) and (
                    not columns or column in columns
                )
                assert crossed is ((row, column) in selection)


def test_a_chip_names_what_it_takes_away() -> None:
    selection = ChartSelection(
        frozenset({"one:a"}),
        frozenset({"one:q"}),
        frozenset({("one:a", "one:p"), ("one:b", "one:p")}),
    )
    rows = [Label("a", "Ann"), Label("b", "בן")]
    columns = [Label("p", "Web"), Label("q", "x" * 500)]
    chips = selection_chips(selection, rows, columns)
    left_out, cell = "Ann · not Web", "\u2068בן\u2069 · Web"
    assert [chip.words(9) for chip in chips] == ["Ann", "xxxxxx…xx", left_out, cell]
    assert [len(chip.words()) for chip in chips][1] == 200
    without = [chip.without for chip in chips]
    assert without[0].rows == set()
    assert without[0].cells == {("one:b", "one:p")}
    assert ("one:a", "one:p") in without[2]
    assert ("one:b", "one:p") not in without[3]
