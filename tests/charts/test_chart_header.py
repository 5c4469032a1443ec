from clockify_desktop.charts.chart_header import LINE_PX, Legend, legend
from clockify_desktop.charts.text_paths import text_width


def set_in(names: list[str], right: float = 600) -> Legend:
    return legend(names, range(len(names)), left=16, right=right, top=40)


def test_names_keep_their_order_and_stay_inside() -> None:
    names = [f"Project {at}" for at in range(9)]
    found = set_in(names, 400)
    assert [text.text for text in found.names] == names
    assert [swatch.column for swatch in found.swatches] == list(range(9))
    assert all(text.x + text_width(text.text, text.size) <= 400 for text in found.names)
    lines = sorted({text.y for text in found.names})
    assert len(lines) == 3
    assert found.height == 3 * LINE_PX


def test_names_never_meet() -> None:
    found = set_in([f"Project {at}" for at in range(12)], 500)
    ends = [text.x + text_width(text.text, text.size) for text in found.names]
    for (one, end), other in zip(
        zip(found.names, ends, strict=True), found.names[1:], strict=False
    ):
        assert other.y > one.y or other.x > end


def test_what_does_not_fit_is_counted() -> None:
    names = [f"Project number {at}" for at in range(60)]
    for right in range(250, 900, 13):
        found = set_in(names, right)
        shown = len(found.swatches)
        last = found.names[-1]
        assert last.text == f"and {60 - shown} more"
        assert last.x + text_width(last.text, last.size) <= right
        assert found.height == 3 * LINE_PX


def test_one_line_leaves_room_for_a_button_that_says_the_rest() -> None:
    names = [f"Project number {at}" for at in range(12)]
    for right in range(250, 900, 13):
        found = legend(names, range(12), left=16, right=right, top=40, most_lines=1)
        shown = len(found.swatches)
        assert 0 < shown < 12
        assert found.height == LINE_PX
        assert [one.text for one in found.names] == names[:shown]
        assert found.more is not None
        left, top, end, bottom = found.more
        last = found.names[-1]
        assert last.x + text_width(last.text, last.size) < left
        assert end - left > text_width(f"+{12 - shown} more", 13)
        assert end <= right
        assert (top, bottom) == (40, 40 + LINE_PX)
    whole = legend(names, range(12), left=16, right=3000, top=40, most_lines=1)
    assert len(whole.swatches) == 12
    assert whole.more is None


def test_long_names_are_cut() -> None:
    (name,) = set_in(["x" * 200], 1000).names
    assert name.text.endswith("…")


def test_no_series_no_height() -> None:
    assert set_in([]).height == 0
