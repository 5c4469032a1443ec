import itertools

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from clockify_desktop.charts.contrast import contrast
from clockify_desktop.charts.theme import DARK, LIGHT, Theme
from clockify_desktop.ui.look import palette as roles
from clockify_desktop.ui.look.high_contrast import (
    high_contrast_theme,
    wants_high_contrast,
)
from clockify_desktop.ui.look.palette import palette_of
from clockify_desktop.ui.look.style_sheet import style_sheet

_GROUPS = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled)


def _palette(**colors: str) -> QPalette:
    palette = QPalette()
    for name, color in colors.items():
        palette.setColor(QPalette.ColorRole[name], QColor(color))
    return palette


BLACK = _palette(Window="#000000", WindowText="#ffffff", Link="#ffff00")
DESERT = _palette(Window="#fffaef", WindowText="#3d3d3d", Link="#0f4a5e")
CARELESS = _palette(Window="#808080", WindowText="#8a8a8a", Link="#909090")


def _themes() -> list[Theme]:
    high = [high_contrast_theme(one) for one in (BLACK, DESERT, CARELESS)]
    return [LIGHT, DARK, *high]


@pytest.mark.parametrize("theme", _themes()[:4], ids=lambda theme: theme.ground)
@pytest.mark.parametrize("group", _GROUPS)
def test_every_text_of_the_palette_can_be_read(
    theme: Theme, group: QPalette.ColorGroup
) -> None:
    palette = palette_of(theme)
    grounds = (QPalette.ColorRole.Window, roles.SURFACE, roles.CHOSEN)
    texts = (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
        roles.TEXT,
        roles.QUIET,
        roles.ACCENT,
    )
    pairs = [*itertools.product(texts, grounds)]
    pairs += [
        (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight),
        (roles.ON_ACCENT, roles.ACCENT),
        (QPalette.ColorRole.ToolTipText, QPalette.ColorRole.ToolTipBase),
        (roles.TROUBLE, roles.SURFACE),
    ]
    for text, ground in pairs:
        colors = palette.color(group, text).name(), palette.color(group, ground).name()
        assert contrast(*colors) >= 4.5, (text, ground, colors)


@pytest.mark.parametrize("theme", _themes(), ids=lambda theme: theme.ground)
def test_drawn_parts_can_be_seen(theme: Theme) -> None:
    palette = palette_of(theme)
    for part in (roles.CONTROL_BORDER, roles.ACCENT):
        for ground in (QPalette.ColorRole.Window, roles.SURFACE):
            colors = palette.color(part).name(), palette.color(ground).name()
            assert contrast(*colors) >= 3.0, (part, ground, colors)


@pytest.mark.parametrize("system", [BLACK, DESERT])
def test_high_contrast_takes_the_colours_of_the_system(system: QPalette) -> None:
    theme = high_contrast_theme(system)
    assert theme.ground == system.color(QPalette.ColorRole.Window).name().upper()
    assert theme.text == system.color(QPalette.ColorRole.WindowText).name().upper()
    assert theme.accent == system.color(QPalette.ColorRole.Link).name().upper()
    for text in (theme.quiet, theme.warning, theme.trouble, theme.fine, theme.accent):
        for ground in (theme.ground, theme.surface, theme.chosen):
            assert contrast(text, ground) >= 7
    assert theme.name == ("dark" if system is BLACK else "light")


def test_high_contrast_is_never_taken_from_colours_that_have_none() -> None:
    theme = high_contrast_theme(CARELESS)
    # On a middle grey nothing has 7 : 1; black has the most there is.
    assert theme.text == "#000000"
    assert theme.accent == "#000000"
    assert theme.chosen == theme.ground


class _OldHints:
    """Before Qt 6.10 the system's wish could not be asked for."""


def test_where_the_system_cannot_be_asked_its_colours_tell(qapp: QApplication) -> None:
    assert wants_high_contrast(_OldHints(), BLACK)  # type: ignore[arg-type] # stands in for an older Qt
    assert not wants_high_contrast(_OldHints(), palette_of(DARK))  # type: ignore[arg-type] # as above
    assert not wants_high_contrast(qapp.styleHints(), palette_of(LIGHT))


def test_the_style_sheet_grows_with_the_type() -> None:
    assert "font-size: 15px" in style_sheet(LIGHT, 13)
    assert "font-size: 20px" in style_sheet(LIGHT, 13)
    assert "font-size: 30px" in style_sheet(LIGHT, 26)
    for sheet in (style_sheet(LIGHT, 13), style_sheet(DARK, 13)):
        assert sheet.count("{") == sheet.count("}")
