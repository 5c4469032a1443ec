"""The windows beside the window: settings, guide, about, and what nobody foresaw."""

import asyncio
import os
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from clockify_desktop.app.window_memory import WindowMemory
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.errors import AppError
from clockify_desktop.export.csv_file import FileFormat
from clockify_desktop.services.latest_task import LatestTask
from clockify_desktop.services.local_data import KeptThing, delete_everything, kept_here
from clockify_desktop.services.program_details import program_details
from clockify_desktop.services.switched_off import policy_note
from clockify_desktop.store.accounts import AccountsFile
from clockify_desktop.store.folders import ERROR_LOG, settings_folder
from clockify_desktop.store.language import VARIABLE
from clockify_desktop.store.password_store import open_password_store
from clockify_desktop.store.policy import NOTHING_OFF, Policy
from clockify_desktop.translation import tr
from clockify_desktop.ui import menu_keys
from clockify_desktop.ui.about_dialog import AboutDialog
from clockify_desktop.ui.choice_words import APPEARANCE, SCHEMES
from clockify_desktop.ui.crash_window import CrashState, CrashWindow
from clockify_desktop.ui.guide.guide_pages import INSTALL, PRIVACY
from clockify_desktop.ui.guide.guide_window import GuideWindow
from clockify_desktop.ui.look.look import Look
from clockify_desktop.ui.main_window import MainWindow
from clockify_desktop.ui.report.choice_menu import ChoiceMenu
from clockify_desktop.ui.settings_dialog import SettingsDialog
from clockify_desktop.viewmodels.color_scheme import ColorScheme
from clockify_desktop.viewmodels.opening_page import Opening
from clockify_desktop.viewmodels.settings_state import SettingsState
from clockify_desktop.viewmodels.settings_writer import SettingsWriter


class SecondaryWindows(QObject):
    """Opens them, and does what is chosen in them.

    Signals:
        durations_changed: The new ``DurationFormat``.
        file_format_changed: The new ``FileFormat``.
        deleted: Everything on this computer was deleted.
        failed: An ``AppError``; after ``deleted`` it says what may be left.
    """

    durations_changed = Signal(object)
    file_format_changed = Signal(object)
    deleted = Signal()
    failed = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        look: Look,
        memory: WindowMemory,
        accounts: AccountsFile,
        keeper: SettingsWriter,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._look, self._memory = window, look, memory
        self._accounts, self._keeper = accounts, keeper
        self._listing, self._deleting = LatestTask(), LatestTask()
        self._kept: tuple[KeptThing, ...] = ()
        # What is switched off here, or why that cannot be told.
        self.policy: Policy | AppError = NOTHING_OFF
        self._settings: SettingsDialog | None = None
        self._guide: GuideWindow | None = None
        # The page of the guide that tells of what is in view, and a heading of it.
        self.in_view = _nothing
        self._about: AboutDialog | None = None
        self._crash: CrashWindow | None = None
        self._crashes, self._first_crash = 0, ""
        self._appearance = ChoiceMenu(APPEARANCE, window.view_menu)
        self._appearance.setObjectName("menu_appearance")
        self._appearance.aboutToShow.connect(self._show_appearance)
        self._appearance.key_chosen.connect(self._on_appearance)
        self._show_appearance()
        window.action("action_settings").triggered.connect(self._on_settings)
        window.action("action_help").triggered.connect(self._on_help)
        window.action("action_about").triggered.connect(self._on_about)

    def add_appearance(self) -> None:
        """Put the appearance at the end of the View menu."""
        self._window.view_menu.addMenu(self._appearance)

    @Slot()
    def open_key_help(self) -> None:
        """Tell where a key is to be found."""
        self._open_guide(INSTALL, "your-key")

    def offer_guide(self, dialog: QWidget, page: str) -> None:
        """Let F1 in a dialog open the page of the guide that is about it."""
        keys = QShortcut(self._window.action("action_help").shortcut(), dialog)
        keys.activated.connect(partial(self._open_guide, page))

    def tell_crash(self, report: str) -> None:
        """Show an error that is a bug; may be called from any thread."""
        QTimer.singleShot(0, self, partial(self._show_crash, report))

    async def close(self) -> None:
        """End what is under way."""
        await asyncio.gather(self._listing.close(), self._deleting.close())

    def _show_crash(self, report: str) -> None:
        if self._crash is None:
            self._crash = CrashWindow(self._window)
        if not self._crash.isVisible():
            self._crashes, self._first_crash = 0, report
        first = self._first_crash
        log = settings_folder() / ERROR_LOG
        # What came first is shown: the others may well come of it.
        self._crash.show_state(
            CrashState(
                what=first.strip().splitlines()[-1] if first.strip() else "",
                report=first,
                log=str(log) if log.exists() else "",
                more=self._crashes,
            )
        )
        self._crashes += 1
        self._crash.show()

    @Slot()
    def _on_settings(self) -> None:
        if self._settings is None:
            self._settings = dialog = SettingsDialog(self._window)
            dialog.appearance.value_chosen.connect(self._on_appearance)
            dialog.language_chosen.connect(self._on_language)
            dialog.durations.value_chosen.connect(self._on_durations)
            dialog.file_format.value_chosen.connect(self._on_file_format)
            dialog.opening.value_chosen.connect(self._on_opening)
            dialog.privacy.deletion_confirmed.connect(self._on_deletion)
            self.offer_guide(dialog, PRIVACY)
        self._render_settings()
        self._list_kept()
        self._settings.open()

    def _render_settings(self) -> None:
        if self._settings is not None:
            memory = self._memory
            self._settings.show_state(
                SettingsState(
                    memory.scheme,
                    memory.durations,
                    memory.file_format,
                    memory.opening,
                    self._kept,
                    policy_note(self.policy),
                    memory.language,
                    is_language_set=bool(os.environ.get(VARIABLE)),
                )
            )

    def _list_kept(self) -> None:
        folder = settings_folder()
        others = [(tr("What went wrong in this program"), folder / ERROR_LOG)]
        self._listing.start(
            partial(kept_here, folder, self._accounts, others),
            self._on_kept,
            self.failed.emit,
        )

    def _on_kept(self, things: tuple[KeptThing, ...]) -> None:
        self._kept = things
        self._render_settings()

    @Slot()
    def _show_appearance(self) -> None:
        schemes = [(one.value, words) for one, words in SCHEMES.items()]
        self._appearance.show_choices(
            schemes, self._memory.scheme.value, menu_keys.APPEARANCE
        )

    @Slot(str)
    def _on_appearance(self, scheme: str) -> None:
        self._look.choose(ColorScheme(scheme))
        self._memory.change(appearance=scheme)

    @Slot(str)
    def _on_language(self, language: str) -> None:
        self._memory.change(language=language)

    @Slot(object)
    def _on_durations(self, durations: DurationFormat) -> None:
        self._memory.change(duration_format=durations.value)
        self.durations_changed.emit(durations)

    @Slot(object)
    def _on_file_format(self, file_format: FileFormat) -> None:
        self._memory.change(file_format=file_format.value)
        self.file_format_changed.emit(file_format)

    @Slot(object)
    def _on_opening(self, opening: Opening) -> None:
        self._memory.change(opening=opening.value)

    @Slot()
    def _on_deletion(self) -> None:
        self._deleting.start(self._delete, self._on_deleted, self.failed.emit)

    async def _delete(self) -> AppError | None:
        folder = settings_folder()
        # A write that is under way would bring back what was deleted.
        await self._keeper.settled()
        # Where keys are kept their store has to be there: without the list of
        # accounts nobody would find them again.
        others = [folder / ERROR_LOG]
        return await delete_everything(
            folder, self._accounts, open_password_store, others
        )

    def _on_deleted(self, left: AppError | None) -> None:
        # Else quitting would write anew what was deleted.
        self._memory.forget()
        self._look.choose(self._memory.scheme)
        if self._settings is not None:
            self._settings.close()
        self.deleted.emit()
        # No account is open by now in which it would be remembered.
        self.file_format_changed.emit(self._memory.file_format)
        if left is not None:
            self.failed.emit(left)

    @Slot()
    def _on_help(self) -> None:
        self._open_guide(*self.in_view())

    def _open_guide(self, page: str, heading: str = "") -> None:
        if self._guide is None:
            self._guide = GuideWindow(self._window)
        self._guide.open_at(page, heading)

    @Slot()
    def _on_about(self) -> None:
        if self._about is None:
            self._about = AboutDialog(program_details(), self._window)
        self._about.open()


def _nothing() -> tuple[str, str]:
    return INSTALL, ""
