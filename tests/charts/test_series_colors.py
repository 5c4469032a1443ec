import subprocess
import sys
from itertools import combinations, cycle, islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.charts.contrast import contrast
from clockify_desktop.charts.oklab import perceived
from clockify_desktop.charts.series_colors import APART, series_colors
from clockify_desktop.charts.theme import DARK, LIGHT, Theme
from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.domain.largest import GATHERED, LARGEST

COLOR = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")
# As many as a picture has: the last may be one that would be left over alone.
MOST = LARGEST + 1 + GATHERED
COLORED_LABELS = st.builds(
    Label,
    st.text("0123456789abcdef", min_size=1, max_size=6),
    st.text(max_size=5),
    st.none() | COLOR | st.just("teal"),
) | st.builds(
    Label,
    st.text("0123456789abcdef", min_size=1, max_size=6),
    st.text(max_size=5),
    kind=st.just(LabelKind.GATHERED),
)
LABELS = st.lists(
    COLORED_LABELS, max_size=MOST, unique_by=lambda label: label.mark
).map(tuple)
THEMES = st.sampled_from([LIGHT, DARK])


@given(LABELS, THEMES)
def test_every_colour_stands_out_from_the_surface_and_no_two_look_the_same(
    labels: tuple[Label, ...], theme: Theme
) -> None:
    shown = series_colors(labels, theme)
    for color in shown:
        assert contrast(color, theme.surface) >= 3
    for one, other in combinations(map(perceived, shown), 2):
        # 0.02 is the least that is seen; rounding to whole hex digits costs a little.
        assert one.distance(other) > APART - 0.005


@pytest.mark.parametrize(
    ("theme", "colors"),
    [
        (DARK, "- #000100 #081B0B #FF5D9F #000000 #D0F2CB - #081B0B #79C5D5"),
        (DARK, "- #A01F3D #000100 - #00FF00 - #45158C #45158C #6924A5"),
        (LIGHT, "- #0D1553 #000000 #000000 - #000000 -"),
    ],
)
def test_there_is_room_for_all_however_alike(theme: Theme, colors: str) -> None:
    keys = ("280184", "830210", "349229", "424944", "129368", "229881", "747051")
    for shift in range(7):
        labels = tuple(
            Label(f"{keys[(at + shift) % 7]}-{at}", "", None if one == "-" else one)
            for at, one in enumerate(islice(cycle(colors.split()), MOST))
        )
        shown = [perceived(color) for color in series_colors(labels, theme)]
        for one, other in combinations(shown, 2):
            assert one.distance(other) >= APART


@given(st.data(), LABELS, THEMES)
def test_order_plays_no_part(
    data: st.DataObject, labels: tuple[Label, ...], theme: Theme
) -> None:
    mixed = tuple(data.draw(st.permutations(labels)))
    one = dict(zip(labels, series_colors(labels, theme), strict=True))
    other = dict(zip(mixed, series_colors(mixed, theme), strict=True))
    assert one == other


@given(LABELS, THEMES, COLOR)
def test_what_is_new_or_gathered_moves_no_older_project(
    labels: tuple[Label, ...], theme: Theme, color: str
) -> None:
    own = tuple(label for label in labels if label.kind is LabelKind.ONE)
    gathered = (label for label in labels if label.kind is LabelKind.GATHERED)
    among_all = (Label("zzz", "New", color), *own, *gathered)
    shown = series_colors(among_all, theme)
    assert shown[1 : len(own) + 1] == series_colors(own, theme)


def test_clockifys_colour_is_kept_where_it_can_be() -> None:
    labels = (Label("1", "A", "#6F55DD"), Label("2", "B", "#3B8D22"))
    assert series_colors(labels, LIGHT) == ("#6F55DD", "#3B8D22")


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_all_of_one_colour_are_told_apart(theme: Theme) -> None:
    for color in ("#03A9F4", "#000000", "#FFFFFF", "#808080"):
        labels = tuple(Label(str(at), f"P{at}", color) for at in range(MOST))
        shown = [perceived(one) for one in series_colors(labels, theme)]
        gaps = [one.distance(other) for one, other in combinations(shown, 2)]
        assert min(gaps) >= APART


def test_other_and_without_get_the_hatch() -> None:
    labels = (
        Label("", "(Without project)", kind=LabelKind.WITHOUT),
        Label("", "Other (6 projects)", kind=LabelKind.OTHER),
    )
    assert series_colors(labels, DARK) == (DARK.hatch, DARK.hatch)


def test_colours_of_people_are_the_same_at_every_start() -> None:
    code = (
        "from clockify_desktop.charts.series_colors import series_colors\n"
        "from clockify_desktop.charts.theme import LIGHT\n"
        "from clockify_desktop.domain.label import Label\n"
        "print(series_colors((Label('64c0ffee', 'Ann'), Label('64c0', 'Bo')), LIGHT))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
