"""The system's high contrast: its own colours in the place of ours."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QStyleHints

from clockify_desktop.charts.contrast import blend, contrast
from clockify_desktop.charts.theme import Theme

# Ordinary light and dark colours of the systems stay below; black and white have 21.
_HIGH: Final = 20.0
# WCAG's level AAA for text.
_READABLE: Final = 7.0
_CHOSEN_SHARE: Final = 0.2

_Role = QPalette.ColorRole


def wants_high_contrast(hints: QStyleHints, system: QPalette) -> bool:
    """Tell whether the system is set to high contrast.

    Before Qt 6.10, which cannot be asked, its colours tell.
    """
    if hasattr(hints, "accessibility"):
        preference = hints.accessibility().contrastPreference()
        return preference is Qt.ContrastPreference.HighContrast
    ground, text = _color(system, _Role.Window), _color(system, _Role.WindowText)
    return contrast(ground, text) >= _HIGH


def high_contrast_theme(system: QPalette) -> Theme:
    """Make a theme from the system's colours whose texts all have 7 : 1 at least."""
    ground = _color(system, _Role.Window)
    text = _readable(_color(system, _Role.WindowText), ground)
    accent = _readable(_color(system, _Role.Link), ground)
    chosen = blend(accent, ground, _CHOSEN_SHARE)
    if min(contrast(chosen, text), contrast(chosen, accent)) < _READABLE:
        chosen = ground
    return Theme(
        name="light"
        if contrast(ground, "#000000") > contrast(ground, "#FFFFFF")
        else "dark",
        ground=ground,
        surface=ground,
        line=text,
        grid=text,
        control_border=text,
        text=text,
        quiet=text,
        accent=accent,
        on_accent=ground,
        chosen=chosen,
        warning=text,
        warning_ground=ground,
        trouble=text,
        trouble_ground=ground,
        fine=text,
        hatch=text,
        hatch_ground=ground,
    )


def _color(palette: QPalette, role: QPalette.ColorRole) -> str:
    return palette.color(QPalette.ColorGroup.Active, role).name().upper()


def _readable(color: str, ground: str) -> str:
    if contrast(color, ground) >= _READABLE:
        return color
    return max("#000000", "#FFFFFF", key=lambda one: contrast(one, ground))
