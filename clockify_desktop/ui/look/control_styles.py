"""The part of the style sheet for what is pressed and typed into.

A border grows from one pixel to two with the focus, and the padding shrinks by as
much, so that nothing moves. Whoever gives a colour must give that of placeholders,
too: Qt would make it a pale one of its own.
"""

from clockify_desktop.charts.theme import Theme


def control_styles(theme: Theme) -> str:
    """Write the styles of buttons and fields."""
    return _buttons(theme) + _special_buttons(theme) + _fields(theme) + _dates(theme)


def _buttons(theme: Theme) -> str:
    return f"""
QPushButton {{
    background: {theme.surface}; color: {theme.text};
    placeholder-text-color: {theme.quiet};
    border: 1px solid {theme.control_border}; border-radius: 7px; padding: 8px 12px;
    outline: none;
}}
QPushButton:hover, QPushButton:pressed {{ background: {theme.chosen}; }}
QPushButton:focus {{ border: 2px solid {theme.accent}; padding: 7px 11px; }}
QPushButton:disabled {{ color: {theme.quiet}; border-color: {theme.line}; }}
QPushButton[narrowed="true"], QPushButton:checked {{
    background: {theme.chosen}; border-color: {theme.accent};
}}
QPushButton[role="main"] {{
    background: {theme.accent}; color: {theme.on_accent};
    border: 1px solid {theme.accent}; font-weight: 600;
}}
QPushButton[role="main"]:focus {{
    border: 2px solid {theme.text}; padding: 7px 11px;
}}
QPushButton[role="main"]:disabled {{
    background: {theme.hatch_ground}; color: {theme.quiet};
    border-color: {theme.line};
}}
"""


def _special_buttons(theme: Theme) -> str:
    return f"""
QPushButton[role="flat"] {{
    background: transparent; border: 1px solid transparent; padding: 4px 8px;
    text-align: left;
}}
QPushButton[role="flat"]:hover {{ background: {theme.chosen}; }}
QPushButton[role="flat"]:checked {{
    background: {theme.chosen}; color: {theme.accent}; font-weight: 600;
}}
QPushButton[role="flat"]:focus {{
    border: 2px solid {theme.accent}; padding: 3px 7px;
}}
QPushButton[role="link"] {{
    background: transparent; color: {theme.accent}; border: 1px solid transparent;
    padding: 2px 4px; text-decoration: underline;
}}
QPushButton[role="link"]:checked {{
    background: {theme.chosen}; border-color: {theme.accent}; border-radius: 5px;
    text-decoration: none;
}}
QPushButton[role="link"]:focus {{ border: 2px solid {theme.accent}; padding: 1px 3px; }}
QPushButton[role="attention"] {{
    background: transparent; color: {theme.warning}; border: 1px solid transparent;
    padding: 2px 0; text-decoration: underline;
}}
QPushButton[role="attention"]:focus {{
    border: 2px solid {theme.warning}; padding: 1px 0; border-radius: 5px;
}}
QPushButton[role="link"]:disabled {{ color: {theme.quiet}; text-decoration: none; }}
QFrame[role="segments"] {{
    background: {theme.surface}; border: 1px solid {theme.control_border};
    border-radius: 7px;
}}
QPushButton[role="segment"] {{
    background: transparent; border: 1px solid transparent; border-radius: 5px;
    padding: 3px 9px;
}}
QPushButton[role="segment"]:hover {{ background: {theme.chosen}; }}
QPushButton[role="segment"]:checked {{
    background: {theme.chosen}; color: {theme.accent}; font-weight: 600;
}}
QPushButton[role="segment"]:focus {{
    border: 2px solid {theme.accent}; padding: 2px 8px;
}}
"""


def _fields(theme: Theme) -> str:
    return f"""
QLineEdit, QAbstractSpinBox, QPlainTextEdit, QTextEdit {{
    background: {theme.surface}; color: {theme.text};
    placeholder-text-color: {theme.quiet};
    border: 1px solid {theme.control_border}; border-radius: 7px; padding: 5px 8px;
    selection-background-color: {theme.accent};
    selection-color: {theme.on_accent};
}}
QLineEdit:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus {{
    border: 2px solid {theme.accent}; padding: 4px 7px;
}}
QAbstractSpinBox > QLineEdit {{
    border: none; padding: 0; background: transparent;
}}
QLineEdit:disabled, QAbstractSpinBox:disabled {{
    color: {theme.quiet}; border-color: {theme.line};
}}
"""


def _dates(theme: Theme) -> str:
    return f"""
QDateEdit::drop-down {{ border: none; width: 22px; }}
QCalendarWidget {{
    background: {theme.surface}; border: 1px solid {theme.control_border};
}}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {theme.surface}; }}
QCalendarWidget QToolButton {{
    background: transparent; color: {theme.text}; font-weight: 600;
    border: 1px solid transparent; border-radius: 5px; padding: 4px 8px;
}}
QCalendarWidget QToolButton:hover {{ background: {theme.chosen}; }}
QCalendarWidget QToolButton:focus {{ border-color: {theme.accent}; }}
QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
QCalendarWidget QAbstractItemView {{
    selection-background-color: {theme.accent}; selection-color: {theme.on_accent};
}}
QCalendarWidget QAbstractItemView:disabled {{ color: {theme.quiet}; }}
"""
