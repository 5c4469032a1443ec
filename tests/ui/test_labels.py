import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import clockify_desktop
from clockify_desktop.domain.showable import showable, showable_name
from clockify_desktop.ui.labels import (
    PlainLabel,
    add_entry,
    on_a_button,
    set_tool_tip,
    tool_tip,
)

HOSTILE = '<img src="/dev/zero">\u202eR&D'
SHOWN = '<img src="/dev/zero">\ufffdR&D'
PACKAGE = Path(clockify_desktop.__file__).parent
# What shows a text, and who alone may hand it one that is no constant.
GUARDED = {
    "QLabel": {"about_dialog.py"},
    "QMessageBox": set(),
    "setTextFormat": {"labels.py"},
    # What is copied is no widget; pages/copied_table.py escapes it.
    "setHtml": {"copying.py"},
    "setToolTip": {"labels.py"},
    # Those of actions that are there already, and of words of the program's own.
    "addAction": {
        *("labels.py", "main_window.py", "chart_view.py", "report_page.py"),
        *("choice_menu.py", "account_switching.py", "names_hiding.py"),
        "finding_menu.py",
    },
    "showText": {"chart_view.py"},
    "setStatusTip": set(),
    "setWhatsThis": set(),
    "setOpenExternalLinks": {"guide_view.py"},
    "setMarkdown": {"guide_view.py"},
    # Pieces of a line that is showable already.
    "Showable": {"showable.py", "drawing.py", "text_paths.py"},
}


@pytest.fixture
def home(qtbot: QtBot) -> Iterator[QWidget]:
    home = QWidget()
    qtbot.addWidget(home)
    yield home
    home.close()


def test_a_label_is_plain_whatever_it_is_given(home: QWidget) -> None:
    label = PlainLabel(HOSTILE, home)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == SHOWN
    label.setText("two\nlines")
    assert label.text() == "two lines"
    label.show_lines(["two", "li\u202ees"])
    assert label.text() == "two\nli\ufffdes"
    label.show_file_name("a_b\u200b.csv")
    assert label.text() == "a_\u200bb\ufffd.csv"


def test_names_in_menus_and_on_buttons_have_no_shortcuts(home: QWidget) -> None:
    assert on_a_button(showable_name("R&D")) == "R&&D"
    entry = add_entry(QMenu(home), showable_name(HOSTILE))
    assert entry.text() == SHOWN.replace("&", "&&")
    assert entry.toolTip() == tool_tip(showable_name(HOSTILE))


@given(st.text(st.sampled_from('<>/!?&;ltgbimg \n-="a\u2068א'), max_size=12))
@example("&lt;")
@example("<?xml version='1.0'?>")
@example('<img src="/dev/zero">')
@example("&<b>")
def test_a_tool_tip_is_never_markup(text: str) -> None:
    tip = tool_tip(showable(text))
    assert not GuiQt.mightBeRichText(tip)
    assert tip.replace("\u2060", "") == showable(text)


def test_a_tool_tip_can_be_taken_away(home: QWidget) -> None:
    button = QPushButton(home)
    set_tool_tip(button, showable_name("R&D"))
    assert button.toolTip() == "R&D"
    set_tool_tip(button, showable_name(""))
    assert button.toolTip() == ""


def calls() -> Iterator[tuple[Path, str, ast.Call]]:
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = getattr(node.func, "attr", getattr(node.func, "id", ""))
                yield path, called, node


def is_own_text(node: ast.expr) -> bool:
    """Tell whether a text is one of the program's, translated or not."""
    match node:
        case ast.Constant():
            return True
        case ast.Call(func=ast.Name(id="tr"), args=[ast.Constant()], keywords=[]):
            return True
    return False


def test_nobody_else_shows_a_text_that_is_no_constant() -> None:
    found = {
        f"{path.name}: {called}"
        for path, called, node in calls()
        if called in GUARDED
        and path.name not in GUARDED[called]
        and not (node.args and is_own_text(node.args[0]))
    }
    assert found == set()
