"""The menu of the bottom line's account button: switch, add, sign out."""

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from clockify_desktop.viewmodels.account import OpenAccount

_ACCOUNT, _SIGN_IN, _SAMPLE, _SIGN_OUT = "account", "sign in", "sample", "sign out"


class AccountMenu(QObject):
    """Shows the accounts of this computer.

    Signals:
        account_chosen: The name of an account.
        sign_in_chosen: Add an account.
        sample_chosen: Look around with sample data.
        sign_out_chosen: Sign out of the account that is open.
    """

    account_chosen = Signal(str)
    sign_in_chosen = Signal()
    sample_chosen = Signal()
    sign_out_chosen = Signal()

    def __init__(self, button: QPushButton) -> None:
        super().__init__(button)
        self._button = button
        self._menu = QMenu(button)
        self._menu.setObjectName("account_menu")
        self._menu.triggered.connect(self._on_triggered)

    def open(self, names: tuple[str, ...], current: OpenAccount | None) -> None:
        """Open the menu."""
        self._menu.clear()
        for name in names:
            action = self._add(name, _ACCOUNT)
            action.setCheckable(True)
            action.setChecked(current is not None and current.name == name)
        if names:
            self._menu.addSeparator()
        self._add("Add an account…", _SIGN_IN)
        if current is None or not current.sample:
            self._add("Look around with sample data", _SAMPLE)
        if current is not None and current.name in names:
            self._menu.addSeparator()
            self._add("Sign out…", _SIGN_OUT)
        above = QPoint(0, -self._menu.sizeHint().height())
        self._menu.popup(self._button.mapToGlobal(above))

    def _add(self, text: str, chosen: str) -> QAction:
        # A name may hold an ampersand, which menus take for a shortcut.
        action = self._menu.addAction(text.replace("&", "&&"))
        action.setData((chosen, text))
        return action

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        chosen, text = action.data()
        if chosen == _ACCOUNT:
            self.account_chosen.emit(text)
        elif chosen == _SIGN_IN:
            self.sign_in_chosen.emit()
        elif chosen == _SAMPLE:
            self.sample_chosen.emit()
        else:
            self.sign_out_chosen.emit()
