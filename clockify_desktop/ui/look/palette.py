"""A theme as a palette, so that what paints itself needs no colours of its own."""

from typing import Final

from PySide6.QtGui import QColor, QPalette

from clockify_desktop.charts.theme import Theme

_Role = QPalette.ColorRole

SURFACE: Final = _Role.Base
TEXT: Final = _Role.Text
QUIET: Final = _Role.PlaceholderText
ACCENT: Final = _Role.Link
TROUBLE: Final = _Role.BrightText
# Roles that Qt gives to bevels and to links that were followed: there are none.
WARNING: Final = _Role.LinkVisited
WARNING_GROUND: Final = _Role.Shadow
LINE: Final = _Role.Mid
CONTROL_BORDER: Final = _Role.Dark
CHOSEN: Final = _Role.Midlight
ON_ACCENT: Final = _Role.Light


def palette_of(theme: Theme) -> QPalette:
    """Put the colours of a theme where widgets look for them, under the roles above."""
    palette = QPalette()
    for role, color in {
        _Role.Window: theme.ground,
        _Role.WindowText: theme.text,
        _Role.Base: theme.surface,
        _Role.AlternateBase: theme.ground,
        _Role.Text: theme.text,
        _Role.PlaceholderText: theme.quiet,
        _Role.Button: theme.surface,
        _Role.ButtonText: theme.text,
        _Role.ToolTipBase: theme.surface,
        _Role.ToolTipText: theme.text,
        _Role.Highlight: theme.accent,
        _Role.HighlightedText: theme.on_accent,
        _Role.Accent: theme.accent,
        _Role.Link: theme.accent,
        _Role.LinkVisited: theme.warning,
        _Role.BrightText: theme.trouble,
        _Role.Light: theme.on_accent,
        _Role.Midlight: theme.chosen,
        _Role.Mid: theme.line,
        _Role.Dark: theme.control_border,
        _Role.Shadow: theme.warning_ground,
    }.items():
        palette.setColor(role, QColor(color))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.quiet))
    return palette
