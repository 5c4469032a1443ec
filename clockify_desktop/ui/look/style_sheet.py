"""The style sheet: every part a widget can play, in the colours of a theme.

A widget says its part by the dynamic property ``role``:

    QLabel       title  figure  heading  quiet  fine  warning  trouble
                 attention
    QFrame       card  bar  popup  rule  note  warning  trouble
    QPushButton  main  flat  link  attention  segment
                 (without a role: an ordinary button)
    QListView    pages  picks
"""

from clockify_desktop.charts.theme import Theme
from clockify_desktop.ui.look.control_styles import control_styles
from clockify_desktop.ui.look.drawing import figure_px, heading_px
from clockify_desktop.ui.look.view_styles import view_styles


def style_sheet(theme: Theme, base_px: int) -> str:
    """Write the style sheet of a theme; titles and figures grow with ordinary type."""
    return "\n".join(
        (
            _frames(theme),
            _labels(theme, base_px),
            control_styles(theme),
            view_styles(theme, base_px),
        )
    )


def _frames(theme: Theme) -> str:
    return f"""
QMainWindow, QDialog {{ background: {theme.ground}; }}
QFrame[role="card"] {{
    background: {theme.surface}; border: 1px solid {theme.line}; border-radius: 9px;
}}
QFrame[role="bar"] {{
    background: {theme.surface}; border: none; border-bottom: 1px solid {theme.line};
}}
QFrame[role="popup"] {{
    background: {theme.surface}; border: 1px solid {theme.control_border};
    border-radius: 9px;
}}
QFrame[role="rule"] {{ background: {theme.line}; border: none; max-height: 1px; }}
QFrame[role="divider"] {{ background: {theme.line}; border: none; max-width: 1px; }}
QFrame[role="note"] {{
    background: {theme.chosen}; border: none; border-radius: 7px;
}}
QFrame[role="warning"] {{
    background: {theme.warning_ground}; border: none; border-radius: 8px;
}}
QFrame[role="trouble"] {{
    background: {theme.trouble_ground}; border: none; border-radius: 8px;
}}
QToolTip {{
    background: {theme.surface}; color: {theme.text};
    border: 1px solid {theme.control_border}; padding: 4px 6px;
}}
"""


def _labels(theme: Theme, base_px: int) -> str:
    title_px = round(base_px * 15 / 13)
    return f"""
QLabel {{ background: transparent; color: {theme.text}; }}
QLabel:disabled {{ color: {theme.quiet}; }}
QLabel[role="title"] {{ font-size: {title_px}px; font-weight: 600; }}
QLabel[role="figure"] {{ font-size: {figure_px(base_px)}px; font-weight: 700; }}
QLabel[role="heading"] {{
    font-size: {heading_px(base_px)}px; font-weight: 600; color: {theme.quiet};
}}
QLabel[role="quiet"] {{ color: {theme.quiet}; }}
QLabel[role="fine"] {{ color: {theme.fine}; }}
QLabel[role="warning"] {{ color: {theme.warning}; }}
QLabel[role="attention"] {{ color: {theme.warning}; font-weight: 600; }}
QLabel[role="trouble"] {{ color: {theme.trouble}; font-weight: 600; }}
"""
