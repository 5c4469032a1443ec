"""An organisation in which every name is hostile, and a walk over all that is shown."""

import ctypes
import json
import os
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTabBar,
    QTextEdit,
    QToolTip,
    QWidget,
)

from clockify_desktop.api.calls import call_group
from clockify_desktop.api.hosts import GLOBAL
from clockify_desktop.charts.chart import ChartHit
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.identity import UserId, WorkspaceId
from clockify_desktop.domain.showable import LONGEST
from clockify_desktop.services.local_data import KeptThing
from clockify_desktop.services.roles import Role
from clockify_desktop.services.sign_in import OpenWorkspace, SignedIn
from clockify_desktop.store.accounts import Account
from clockify_desktop.viewmodels.export_state import PictureState, SavePhase
from clockify_desktop.viewmodels.sign_in_state import SignInPhase, SignInState

# The fields of replies in which people write.
_NAMES = {"name", "userName", "email", "userEmail", "clientName", "projectName"}
_HOSTILE = (
    '<img src="{}">',
    "<b>Zbold</b><table>",
    "&lt;b&gt; &amp;",
    "&Xfile && Co",
    "\u202eBidi 0:99",
    "\u2067\u2068שלום 12\u2069\u2069",
    "a\x00\x07\x1b[31m\x85z",
    "Zzero\u200b\u2060\ufeff\u00adwidth",
    "Zhalf \ud800 a pair",
    "Ztwo\nlines\tand\r\u2028more",
    "🚀 한국 \u3164",
    "Zlong " * 1000,
)
# By which each of them is known again, however it was cut.
_MARKS = (
    *("img", "Zbo", "&lt", "Xfi", "Bidi", "שלום"),
    *("31m", "Zze", "Zha", "Ztw", "한국", "Zlo"),
)
_Role = Qt.ItemDataRole
# Qt decides by the text whether these are markup; the others never are.
_TIPS = (_Role.ToolTipRole, _Role.StatusTipRole, _Role.WhatsThisRole)
_ROLES = (
    *(_Role.DisplayRole, _Role.EditRole, *_TIPS),
    *(_Role.AccessibleTextRole, _Role.AccessibleDescriptionRole),
)
# Signs without width that the program puts in itself: around names in sentences,
# behind what might begin markup, and where a file's name may be broken.
_OWN = re.compile("\u2068[^\u2068\u2069]*\u2069|(?<=[<&])\u2060|(?<=_)\u200b")
_JOINERS = "\u200c\u200d"


@dataclass
class Walk:
    """Looks at every text that anybody could see or hear, and says what is wrong."""

    seen: set[str] = field(default_factory=set)
    wrong: set[str] = field(default_factory=set)

    def over_everything(self) -> None:
        """Look at every widget there is, in whatever window, shown or not."""
        for widget in QApplication.topLevelWidgets():
            self.over(widget)

    def over(self, whole: QWidget) -> None:
        """Look at a widget and all that is in it, and at the tool tip."""
        for widget in (whole, *whole.findChildren(QWidget)):
            self._over(widget)
        for action in whole.findChildren(QAction):
            self._text(action, action.text(), menu=True)
            self._tip(action, action.toolTip())
            self._tip(action, action.statusTip() + action.whatsThis())
        self._tip("tool tip", QToolTip.text())

    def _over(self, widget: QWidget) -> None:
        self._text(widget, widget.windowTitle())
        self._text(widget, widget.accessibleName())
        self._text(widget, widget.accessibleDescription())
        self._tip(widget, widget.toolTip())
        self._tip(widget, widget.statusTip() + widget.whatsThis())
        if isinstance(widget, QLabel):
            # The label of a tool tip decides by the text, as Qt makes it.
            may_be = widget.textFormat() is not Qt.TextFormat.PlainText
            self._text(widget, widget.text(), rich=may_be, lines=True)
        elif isinstance(widget, QAbstractButton):
            self._text(widget, widget.text(), menu=True)
        elif isinstance(widget, QTabBar):
            for at in range(widget.count()):
                self._text(widget, widget.tabText(at), menu=True)
                self._tip(widget, widget.tabToolTip(at))
        elif isinstance(widget, QMenu):
            self._text(widget, widget.title(), menu=True)
        elif isinstance(widget, QLineEdit):
            self._text(widget, widget.text() + widget.placeholderText())
        elif isinstance(widget, QTextEdit) and _marks(widget.toPlainText()):
            self.wrong.add(f"{widget.objectName()} shows {widget.toPlainText()[:50]!r}")
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            self._model(widget, widget.model())

    def _model(self, view: QAbstractItemView, model: QAbstractItemModel) -> None:
        for at in range(_columns(model)):
            for role in _ROLES:
                head = model.headerData(at, Qt.Orientation.Horizontal, role)
                self._tip(view, head if isinstance(head, str) else "")
        for index in _indexes(model, QModelIndex()):
            for role in _ROLES:
                text = index.data(role)
                if isinstance(text, str):
                    self._text(view, text, rich=role in _TIPS)

    def _tip(self, owner: Any, text: str) -> None:
        self._text(owner, text, rich=True)

    def _text(
        self,
        owner: Any,
        text: str,
        *,
        rich: bool = False,
        menu: bool = False,
        lines: bool = False,
    ) -> None:
        found = _marks(text)
        self.seen.update(found)
        plain = _OWN.sub("", text.replace("\n", "") if lines else text)
        bad = [
            one
            for one in plain
            if unicodedata.category(one) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
            and one not in _JOINERS
        ]
        problems = {
            "hidden signs": bool(bad),
            "markup": rich and GuiQt.mightBeRichText(text),
            "a shortcut": menu and bool(found) and "&" in text.replace("&&", ""),
            "length": len(text) > LONGEST + 2,
        }
        where = owner if isinstance(owner, str) else owner.objectName() or repr(owner)
        self.wrong.update(
            f"{what} in {where}: {text[:80]!r}"
            for what, is_so in problems.items()
            if is_so
        )


def _marks(text: str) -> list[str]:
    return [mark for mark in _MARKS if mark in text]


def _columns(model: QAbstractItemModel) -> int:
    # A list has one column, and tells nobody.
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount()


def _indexes(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[QModelIndex]:
    for row in range(min(model.rowCount(parent), 200)):
        for column in range(_columns(model)):
            index = model.index(row, column, parent)
            yield index
            if not column:
                yield from _indexes(model, index)


class Opens:
    """Counts how often a file is opened, as the system tells it."""

    _OPENED = 0x20
    _EVENT_BYTES = 16

    def __init__(self, path: Path) -> None:
        libc = ctypes.CDLL(None)
        self._descriptor = libc.inotify_init1(os.O_NONBLOCK)
        libc.inotify_add_watch(self._descriptor, str(path).encode(), self._OPENED)

    def count(self) -> int:
        """Count what happened since it was asked last."""
        try:
            return len(os.read(self._descriptor, 4096)) // self._EVENT_BYTES
        except BlockingIOError:
            return 0


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "picture.png"
    path.write_bytes(b"no picture")
    return path


@pytest.fixture
def names(picture: Path) -> tuple[str, ...]:
    return tuple(name.format(picture) for name in _HOSTILE)


@pytest.fixture
def hostile(names: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every reply of the sample organisation name everything anew."""
    mend = call_group.mend_lone_halves
    known: dict[str, str] = {}

    def renamed(value: Any) -> Any:
        if isinstance(value, list):
            return [renamed(one) for one in value]
        if not isinstance(value, dict):
            return value
        return {
            key: _called(one)
            if key in _NAMES and isinstance(one, str)
            else renamed(one)
            for key, one in value.items()
        }

    def _called(name: str) -> str:
        return known.setdefault(name, f"{names[len(known) % len(names)]} {len(known)}")

    def arrive(body: bytearray) -> None:
        body[:] = json.dumps(renamed(json.loads(body))).encode()
        mend(body)

    monkeypatch.setattr(call_group, "mend_lone_halves", arrive)


def test_nothing_from_outside_is_markup_or_moves_what_stands_beside_it(
    picture: Path,
    names: tuple[str, ...],
    hostile: None,
    under_qt: Callable[..., Any],
) -> None:
    del hostile
    walk, opens = Walk(), Opens(picture)

    async def script(opened: Any) -> None:
        program, window = opened.program, opened.window
        await opened.until_quiet()
        report, screen = program._report, program._screen
        await opened.until(lambda: screen.page.card.chart is not None)
        report.account_title = names[0]
        report._on_second()
        _open_pickers(opened, walk)
        _point_at_the_chart(opened, walk)
        opened.window.action("action_export_csv").trigger()
        await opened.until(lambda: report.files.export.state.count)
        report.files.dialog.show_state(_saved(report.files.export.state, names[4]))
        report._on_picture_changed(PictureState(SavePhase.SAVED, saved=Path(names[0])))
        for name in names:
            window.notice.add(AppError(f"There is no “{name}”", f"To be seen: {name}."))
            walk.over(window.notice)
        _show_accounts(opened, names)
        _sign_in(opened, walk, names)
        walk.over_everything()
        opened.window.grab()

    under_qt(script, demo=True)
    assert walk.wrong == set()
    assert len(walk.seen) == len(names), "the walk did not come by all of them"
    assert opens.count() == 0
    # The control: what Qt does with a name that it takes for markup.
    QTextDocument().setHtml(names[0])
    naive = QLabel(names[0])
    naive.sizeHint()
    assert opens.count() > 0
    naive.deleteLater()


def _open_pickers(opened: Any, walk: Walk) -> None:
    pickers = opened.program._screen.pickers
    for picker in (pickers.workspace, pickers.people, pickers.projects, pickers.period):
        picker._on_clicked()
        walk.over(picker.panel)
        picker.panel.grab()
        picker.panel.close()
    pickers.workspace.show_state(_alone(pickers.workspace._state))
    walk.over(pickers)


def _alone(state: Any) -> Any:
    current = [one for one in state.workspaces if one.id == state.current]
    return type(state)(tuple(current), state.current)


def _point_at_the_chart(opened: Any, walk: Walk) -> None:
    chart = opened.program._screen.page.card.chart
    tree = opened.program._screen.page.table.tree
    tree.expandAll()
    tree.copy()
    for row in range(len(_HOSTILE)):
        chart._on_pointed(ChartHit(row))
        walk.over(chart)
        chart._on_pointed(ChartHit(row, 0))
        walk.over(chart)
    matrix = opened.state.content.matrix
    for row in range(len(_HOSTILE)):
        chart.clicked.emit(matrix.rows[row].mark, matrix.columns[0].mark, True)  # noqa: FBT003 - a signal
    opened.window.grab()


def _saved(state: Any, name: str) -> Any:
    return type(state)(
        **{
            **{one: getattr(state, one) for one in state.__dataclass_fields__},
            "phase": SavePhase.SAVED,
            "saved": Path(f"{name}_of_a_folder.csv"),
        }
    )


def _show_accounts(opened: Any, names: tuple[str, ...]) -> None:
    switching, small = opened.program._switching, opened.program._small
    accounts = tuple(Account(name, "https://a.example", "") for name in names)
    switching._on_listed(accounts)
    switching._menu.close()
    switching.ask_to_sign_out(names[5])
    opened.find(QPushButton, "stay_signed_in").click()
    small._on_settings()
    small._on_kept(tuple(KeptThing(name, name) for name in names))
    small._settings.close()


def _sign_in(opened: Any, walk: Walk, names: tuple[str, ...]) -> None:
    page = opened.program._sign_in._page
    for name in names:
        spaces = tuple(
            OpenWorkspace(WorkspaceId(str(at)), one, Role.OWNER)
            for at, one in enumerate((name, *names))
        )
        signed_in = SignedIn(GLOBAL, UserId("u"), name, name, spaces)
        page.show_state(
            SignInState(SignInPhase.DONE, signed_in=signed_in, chosen=spaces[0])
        )
        walk.over(page)
