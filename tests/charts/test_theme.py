from dataclasses import fields
from itertools import product

import pytest

from clockify_desktop.charts.contrast import contrast, rgb
from clockify_desktop.charts.theme import DARK, LIGHT, Theme

ON_BOTH = ("ground", "surface")
TEXT_ON = [
    *product(("text", "quiet", "accent", "warning", "trouble", "fine"), ON_BOTH),
    *product(("text", "quiet", "accent"), ("chosen",)),
    *product(("text", "quiet", "warning"), ("warning_ground",)),
    *product(("text", "quiet", "trouble"), ("trouble_ground",)),
    ("on_accent", "accent"),
]
DRAWN_ON = [
    *product(("control_border", "accent", "hatch", "text", "warning"), ON_BOTH),
    ("hatch", "hatch_ground"),
]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
def test_text_can_be_read(theme: Theme, text: str, ground: str) -> None:
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("part", "ground"), DRAWN_ON)
def test_drawn_parts_can_be_seen(theme: Theme, part: str, ground: str) -> None:
    assert contrast(getattr(theme, part), getattr(theme, ground)) >= 3


def test_each_part_plays_in_a_pair() -> None:
    # Lines that only divide may be faint; nothing hangs on seeing them.
    paired = {name for pair in [*TEXT_ON, *DRAWN_ON] for name in pair}
    roles = {field.name for field in fields(Theme)} - {"name", "line", "grid"}
    assert paired == roles


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_each_part_is_a_colour(theme: Theme) -> None:
    for field in fields(Theme):
        if field.name != "name":
            parts = rgb(getattr(theme, field.name))
            assert len(parts) == 3
            assert all(0 <= part <= 1 for part in parts)
