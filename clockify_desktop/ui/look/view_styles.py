"""The part of the style sheet for lists, tables, menus and what frames them."""

from clockify_desktop.charts.theme import Theme
from clockify_desktop.ui.look.drawing import heading_px


def view_styles(theme: Theme, base_px: int) -> str:
    """Write the styles of views, menus, scroll bars and other furniture."""
    return _views(theme, base_px) + _menus(theme) + _furniture(theme)


def _views(theme: Theme, base_px: int) -> str:
    return f"""
QAbstractItemView {{
    background: {theme.surface}; color: {theme.text}; border: none;
    placeholder-text-color: {theme.quiet};
    selection-background-color: {theme.chosen}; selection-color: {theme.text};
    outline: none;
}}
QHeaderView {{ background: {theme.surface}; border: none; }}
QHeaderView::section {{
    background: {theme.surface}; color: {theme.quiet}; border: none;
    border-bottom: 1px solid {theme.line}; padding: 5px 8px;
    font-size: {heading_px(base_px)}px;
}}
QListView[role="pages"] {{ background: transparent; }}
QListView[role="pages"]::item {{ padding: 8px 12px; border-radius: 7px; }}
QListView[role="pages"]::item:disabled {{ color: {theme.quiet}; }}
QListView[role="pages"]::item:selected {{
    background: {theme.chosen}; color: {theme.accent}; font-weight: 600;
}}
"""


def _menus(theme: Theme) -> str:
    return f"""
QMenuBar {{ background: {theme.surface}; color: {theme.text}; border: none; }}
QMenuBar::item {{ background: transparent; padding: 5px 9px; }}
QMenuBar::item:selected {{ background: {theme.chosen}; border-radius: 5px; }}
QMenu {{
    background: {theme.surface}; color: {theme.text};
    border: 1px solid {theme.control_border}; padding: 4px;
}}
QMenu::item {{ padding: 5px 24px 5px 12px; border-radius: 5px; }}
QMenu::item:selected {{ background: {theme.chosen}; color: {theme.text}; }}
QMenu::item:disabled {{ color: {theme.quiet}; background: transparent; }}
QMenu::separator {{ height: 1px; background: {theme.line}; margin: 4px 8px; }}
"""


def _furniture(theme: Theme) -> str:
    return f"""
QSplitter::handle {{ background: transparent; }}
QSplitter::handle:hover {{ background: {theme.line}; }}
QTabBar::tab {{
    background: transparent; color: {theme.quiet}; padding: 6px 12px; border: none;
    border-bottom: 2px solid transparent;
}}
QTabBar::tab:selected {{
    color: {theme.accent}; border-bottom: 2px solid {theme.accent};
}}
QTabWidget::pane {{ border: none; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {theme.control_border}; border-radius: 3px; }}
QScrollBar::handle:vertical {{ min-height: 28px; margin: 2px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; margin: 2px; }}
QScrollBar::handle:hover {{ background: {theme.quiet}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
