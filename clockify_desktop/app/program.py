"""The program behind the window: accounts, pages, and an orderly end."""

import argparse
import asyncio
import gc
import os
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from string import ascii_letters, digits

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from clockify_desktop.app.account_opening import AccountOpening
from clockify_desktop.app.account_switching import (
    FROM_ENVIRONMENT,
    AccountSwitching,
)
from clockify_desktop.app.crash_report import CrashReporter
from clockify_desktop.app.day_counting_wiring import DayCountingWiring
from clockify_desktop.app.export_files import ExportFiles
from clockify_desktop.app.first_picture import FirstPicture
from clockify_desktop.app.left_files import sweep_left_files
from clockify_desktop.app.names_hiding import NamesHiding
from clockify_desktop.app.quitting import QuitAfterReport, Quitting
from clockify_desktop.app.report_wiring import ReportWiring
from clockify_desktop.app.sample_account import open_sample
from clockify_desktop.app.secondary_windows import SecondaryWindows
from clockify_desktop.app.sign_in_wiring import SignInWiring
from clockify_desktop.app.views_menu import ViewsMenu
from clockify_desktop.app.window_memory import WindowMemory
from clockify_desktop.app.words_ahead import WordsAhead
from clockify_desktop.charts.font_search import find_fonts
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.file_endings import is_report_file
from clockify_desktop.export.csv_file import FileFormat
from clockify_desktop.services.connection import KEY, from_environment
from clockify_desktop.services.latest_task import LatestTask
from clockify_desktop.store.accounts import AccountsFile
from clockify_desktop.store.policy import NOTHING_OFF, Policy
from clockify_desktop.store.settings import AccountSettings, Settings, SettingsFile
from clockify_desktop.translation import tr
from clockify_desktop.ui.guide.guide_pages import (
    FILES,
    INSTALL,
    REVIEW,
    heading_of,
)
from clockify_desktop.ui.look.look import Look
from clockify_desktop.ui.main_window import MainWindow
from clockify_desktop.ui.report_screen import ReportScreen
from clockify_desktop.viewmodels.account import AccountViewModel, OpenAccount
from clockify_desktop.viewmodels.report_state import ReportState
from clockify_desktop.viewmodels.report_texts import page_of
from clockify_desktop.viewmodels.settings_writer import SettingsWriter

_DAY_CHECK_MS = 60_000
_CHART = "clockify_desktop.ui.report.chart_view"
_TEXT_PATHS = "clockify_desktop.charts.text_paths"


class Program(QObject):
    """Wires everything that stands behind the window.

    Args:
        policy: What is switched off, or why that cannot be told: then nothing opens.

    Raises:
        UsageError: The environment's variables contradict each other.
    """

    def __init__(
        self,
        application: QApplication,
        window: MainWindow,
        look: Look,
        reporter: CrashReporter,
        quitting: Quitting,
        arguments: argparse.Namespace,
        policy: Policy | AppError = NOTHING_OFF,
    ) -> None:
        super().__init__(application)
        self._not_allowed = policy if isinstance(policy, AppError) else None
        policy = policy if isinstance(policy, Policy) else NOTHING_OFF
        self._window, self._look, self._arguments = window, look, arguments
        self._connection = None if arguments.demo else from_environment(os.environ)
        # Whatever is opened from here, such as the folder of a file, would inherit it.
        os.environ.pop(KEY, None)
        self._accounts, self._settings = AccountsFile(), SettingsFile()
        self._keeper = SettingsWriter(self._settings, self)
        self._memory = WindowMemory(window, self._keeper.keep_window, self)
        self._small = SecondaryWindows(
            window, look, self._memory, self._accounts, self._keeper, self
        )
        self._small.policy = self._not_allowed or policy
        self._reporter = reporter
        reporter.tell_to(self._small.tell_crash)
        self._screen = ReportScreen(look.theme, window)
        window.add_page(self._screen)
        self._report = ReportWiring(window, self._screen, look, _now, self, policy)
        self._views = ViewsMenu(window, self._report.model)
        self._hiding = NamesHiding(
            window.view_menu, self._report.model, forced=policy.hide_names
        )
        self._days = DayCountingWiring(
            window.view_menu, self._screen.pickers.period, self._report.model
        )
        self._small.add_appearance()
        self._small.in_view = self._guide_to_view
        self._report.files.dialog_made.connect(
            partial(self._small.offer_guide, page=FILES)
        )
        self._sign_in = SignInWiring(window, self._accounts, _now, self)
        self._account = AccountViewModel(self._settings, open_sample, self)
        self._opening = AccountOpening(window, self._screen, self._account, self)
        self._exports = ExportFiles(window, self._account, self._report.model, self)
        self._quitting = quitting
        self._switching = AccountSwitching(
            self._account,
            self._accounts,
            self._settings,
            self._sign_in.model.run_store,
            window,
            self._screen.status.account_picker,
            self,
        )
        wanted = arguments.quit_after == "report"
        self._quit_after = QuitAfterReport(quitting, self, wanted=wanted)
        self._first_picture, self._words_ahead = FirstPicture(self), WordsAhead()
        self._report.model.hold_others()
        self._starting, self._charting = LatestTask(), LatestTask()
        self._chart_wanted = False
        self._connect()

    async def stay(self) -> AppError | None:
        """Run until the person quits, and tell what ``--quit-after`` failed with."""
        asyncio.get_running_loop().set_exception_handler(self._reporter.on_loop)
        quitting, quit_requested = self._quitting, asyncio.Event()
        quitting.quit_requested.connect(quit_requested.set)
        if quitting.is_requested:
            # While the rest of the program was being imported.
            quit_requested.set()
        self._start()
        try:
            async with asyncio.timeout(self._quit_after.limit_s):
                await quit_requested.wait()
        except TimeoutError:
            self._quit_after.give_up()
        self._memory.remember_place(tuple(self._screen.page.sizes()))
        self._window.hide()
        await self._close()
        return self._quit_after.outcome

    async def _close(self) -> None:
        await asyncio.gather(
            self._switching.close(),
            self._starting.close(),
            self._charting.close(),
            self._words_ahead.close(),
            self._small.close(),
            self._exports.close(),
            self._report.close(),
            self._sign_in.close(),
        )
        await self._account.close()
        await self._keeper.close()

    def _connect(self) -> None:
        self._sign_in.signed_in.connect(self._switching.open_new)
        self._sign_in.sample_data_chosen.connect(self._account.open_sample)
        self._sign_in.left.connect(self._on_sign_in_left)
        self._sign_in.key_help_asked.connect(self._small.open_key_help)
        self._account.opened.connect(self._on_opened)
        self._account.failed.connect(self._on_account_failed)
        self._account.review_failed.connect(self._window.notice.add)
        self._exports.failed.connect(self._window.notice.add)
        self._exports.report_file_found.connect(self.open_file)
        self._opening.sign_in_requested.connect(self._on_sign_in)
        report = self._report.model
        self._account.waited.connect(report.tell_wait)
        report.remembered.connect(self._on_remembered)
        report.changed.connect(self._on_report_changed)
        self._first_picture.passed.connect(self._on_first_picture)
        self._screen.status.sample.connect_button.clicked.connect(self._on_sign_in)
        self._screen.status.account_picker.clicked.connect(self._switching.open_menu)
        self._switching.sign_in_requested.connect(self._on_sign_in)
        self._switching.left.connect(self._on_left)
        self._switching.failed.connect(self._on_not_listed)
        self._switching.refused.connect(self._window.notice.add)
        self._small.durations_changed.connect(self._report.choose_durations)
        self._report.report_files.account_asked.connect(self._on_account_asked)
        self._small.file_format_changed.connect(self._report.files.use_file_format)
        self._report.files.file_format_chosen.connect(self._on_file_format)
        self._small.deleted.connect(self._on_deleted)
        self._small.failed.connect(self._window.notice.add)
        self._keeper.failed.connect(self._window.notice.add)
        midnight = QTimer(self)
        midnight.timeout.connect(report.refresh_today)
        midnight.start(_DAY_CHECK_MS)

    def _guide_to_view(self) -> tuple[str, str]:
        if not self._screen.isVisible():
            return INSTALL, ""
        return REVIEW, heading_of(self._report.model.state.page.key)

    def _start(self) -> None:
        if self._not_allowed is not None:
            self._window.account_menu.setEnabled(False)
            self._window.action("action_open_export").setEnabled(False)
            self._window.setAcceptDrops(False)
            self._screen.status.account_picker.setEnabled(False)
            self._window.notice.add(self._not_allowed)
            self._quit_after.end_for(self._not_allowed)
            return
        self._starting.start(
            partial(asyncio.to_thread, self._settings.read),
            self._on_settings,
            self._on_settings_refused,
        )

    @Slot()
    def _prepare_chart(self) -> None:
        # Matplotlib takes most of a second: in a thread, while the window answers
        # and Clockify is asked.
        if not self._chart_wanted:
            self._chart_wanted = True
            self._charting.start(
                partial(asyncio.to_thread, _import_chart),
                self._on_chart_ready,
                self._on_chart_failed,
            )
            self._screen.page.table.prepare()

    def _on_chart_ready(self, _: None) -> None:
        self._screen.page.attach_chart()
        chart = self._screen.page.card.chart
        if chart is not None:
            chart.canvas.mpl_connect("draw_event", self._quit_after.drawn)
            chart.canvas.mpl_connect("draw_event", self._first_picture.drawn)

    def _on_chart_failed(self, error: AppError) -> None:
        self._window.notice.add(error)
        self._first_picture.give_up()

    def _on_settings(self, settings: Settings) -> None:
        self._memory.take(settings.window)
        self._look.choose(self._memory.scheme)
        self._screen.page.set_theme(self._look.theme)
        self._screen.page.set_sizes(list(self._memory.splitter))
        self._report.files.file_format = self._memory.file_format
        named = self._arguments.file
        # A report file says which account it is of.
        if named is None or not is_report_file(named):
            self._switching.open_first(self._arguments, self._connection)
        if named is not None:
            self.open_file(Path(named))

    def _on_settings_refused(self, error: AppError) -> None:
        self._on_settings(Settings())
        self._keeper.report(error)

    @Slot(object)
    def _on_opened(self, account: OpenAccount) -> None:
        self._report.account_title = account.title
        self._report.says_who = account.name != FROM_ENVIRONMENT
        self._report.sample = self._report.report_files.sample = account.sample
        name = account.name if self._report.says_who else None
        self._report.report_files.account = self._report.files.account = name
        self._report.use_web_pages_of(account.hosts)
        self._report.review.open(account.session)
        self._window.show_page(self._screen)
        self._window.enable_reports(enabled=True)
        self._report.model.open(
            account.session.answers,
            account.settings,
            self._memory.durations,
            self._memory.opening,
            of_files=account.of_files,
        )
        # Once this page is painted: the import would make that take twice as long.
        QTimer.singleShot(0, self._prepare_chart)
        self._report.report_files.show_read()

    @Slot(object)
    def open_file(self, path: Path) -> None:
        """Show a report file or an export, unless nothing may be shown here."""
        if self._not_allowed is not None:
            return
        if is_report_file(path.name):
            self._report.report_files.open(path)
        else:
            self._exports.read([path])

    @Slot(object)
    def _on_account_asked(self, name: str | None) -> None:
        current, arguments = self._account.current, self._arguments
        bound = arguments.demo or self._connection is not None
        if current is None:
            if name is not None and arguments.account is None:
                arguments.account = name
            self._switching.open_first(arguments, self._connection)
        elif bound or name in {None, current.name}:
            self._report.report_files.show_read()
        else:
            self._switching.open_named(name)

    @Slot(object)
    def _on_account_failed(self, error: AppError) -> None:
        if self._account.is_open:
            self._report.report_files.forget_read()
        self._quit_after.end_for(error)

    @Slot(object)
    def _on_not_listed(self, error: AppError) -> None:
        self._quit_after.end_for(error)
        self._on_sign_in()
        self._window.notice.add(error)

    @Slot()
    def _on_sign_in(self) -> None:
        self._sign_in.start(can_leave=self._account.is_open)
        QTimer.singleShot(0, self._prepare_chart)
        title = tr("Sign-in is needed")
        advice = tr("Start the program and connect your Clockify.")
        self._quit_after.end_for(AppError(title, advice))

    @Slot()
    def _on_sign_in_left(self) -> None:
        self._window.show_page(self._screen)
        self._window.enable_reports(enabled=True)
        self._report.show_again()

    @Slot(object)
    def _on_remembered(self, settings: AccountSettings) -> None:
        current = self._account.current
        if current is not None and current.name is not None:
            self._keeper.keep_account(current.name, settings)

    @Slot(object)
    def _on_report_changed(self, state: ReportState) -> None:
        page = page_of(state, _now())
        self._quit_after.look(page)
        self._first_picture.look(state, page)
        if self._screen.page.card.chart is not None:
            self._words_ahead.follow(state.contents)

    @Slot()
    def _on_first_picture(self) -> None:
        if not self._quitting.is_requested:
            self._report.model.look_ahead()
            sweep_left_files()

    @Slot()
    def _on_left(self) -> None:
        self._report.model.leave()
        self._account.leave()
        self._on_sign_in()

    @Slot()
    def _on_deleted(self) -> None:
        self._switching.forget_this_run()
        self._sign_in.model.run_store.clear()
        self._on_left()

    @Slot(object)
    def _on_file_format(self, file_format: FileFormat) -> None:
        self._report.files.file_format = file_format
        self._memory.change(file_format=file_format.value)


def _import_chart() -> None:
    try:
        find_fonts()
        import_module(_CHART)
        # Half a millisecond a letter, else on the loop and with the first report.
        text_paths = import_module(_TEXT_PATHS)
        text_paths.rough_width(ascii_letters, 1)
        text_paths.text_width(digits, 1, bold=True)
    finally:
        # The start switched it off. What stays for the whole run is passed over from
        # now on, too.
        gc.freeze()
        gc.enable()


def _now() -> datetime:
    return datetime.now(UTC)
