"""What this program remembers: of the window, and of every account.

The values are plain words, numbers and dictionaries. What they mean is decided where
they are used, and whatever means nothing there any more is passed over there.
"""

from pathlib import Path
from typing import Any, Final

import msgspec

from clockify_desktop.domain.errors import AppError
from clockify_desktop.store.folders import SETTINGS_FILE, settings_folder
from clockify_desktop.store.private_json import read_private, write_private
from clockify_desktop.translation import tr

_VERSION = 5


class WindowSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is the same for every account.

    Args:
        appearance: ``system``, ``light`` or ``dark``.
        duration_format: ``h:mm``, ``h:mm:ss`` or ``decimal``.
        file_format: For which program CSV files are: ``excel`` or ``plain``.
        geometry: Qt's own account of the window's place and size, as base64.
        splitters: Sizes in pixels, by the splitter's name.
        language: The code of one of ``store/language``'s, or ``system``.
        opening: What a period that is new opens with: ``overview``, ``who-logged`` or
            ``left``.
    """

    appearance: str = "system"
    duration_format: str = "h:mm"
    file_format: str = "excel"
    geometry: str = ""
    splitters: dict[str, tuple[int, ...]] = msgspec.field(default_factory=dict)
    language: str = "system"
    opening: str = "overview"


class SavedView(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A page, a period and what is chosen, under a name.

    Args:
        page: Its key; empty for the first page that there is.
        period: As the command line spells it.
        workspace: Its id where people or projects of it are chosen, else empty.
        options: What is chosen in the head of the page, by control.
        choices: What the pickers narrow to, by picker; none narrows nothing.
    """

    name: str
    page: str
    period: str
    workspace: str = ""
    options: dict[str, str] = msgspec.field(default_factory=dict)
    choices: dict[str, dict[str, Any]] = msgspec.field(default_factory=dict)


class AccountSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What belongs to one account.

    Args:
        period: A preset's name or a range, as the command line spells them.
        time_zone: By its IANA name, ``None`` for the profile's.
        counting: How days are counted: ``days_in``, ``midnight`` and ``rounding``, as
            the command line spells them; none of them where Clockify's counts.
        page: Its key; the one that was looked at last.
        seen: The periods that were shown last, as the command line spells ranges.
        options: What was chosen in the head of each page, by page and control.
        choices: What the pickers narrow to, by workspace and picker.
        hide_names: Whether people stand without their names.
        views: In their order; ``None`` for those that are there from the start.
        files: What was chosen of files that were saved, by the names of
            ``FileChoice``.
    """

    workspace_id: str | None = None
    period: str = "last-week"
    time_zone: str | None = None
    counting: dict[str, str] = msgspec.field(default_factory=dict)
    page: str = ""
    seen: tuple[str, ...] = ()
    options: dict[str, dict[str, str]] = msgspec.field(default_factory=dict)
    choices: dict[str, dict[str, Any]] = msgspec.field(default_factory=dict)
    hide_names: bool = False
    views: tuple[SavedView, ...] | None = None
    files: dict[str, Any] = msgspec.field(default_factory=dict)


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that is remembered.

    Args:
        accounts: By name.
    """

    version: int = _VERSION
    window: WindowSettings = msgspec.field(default_factory=WindowSettings)
    accounts: dict[str, AccountSettings] = msgspec.field(default_factory=dict)


def _from_version_1(kept: dict[str, Any]) -> None:
    """Turn the settings of the one page there was into those of a page."""
    window = kept.get("window", {})
    if "dialect" in window:
        window["file_format"] = window.pop("dialect")
    names = {"rows": "rows", "series": "colors", "order": "order"}
    for account in kept.get("accounts", {}).values():
        options = {
            new: account.pop(old) for old, new in names.items() if old in account
        }
        if options:
            account["options"] = {"where": options}


def _from_version_2(_: dict[str, Any]) -> None:
    """Leave all as it is: what version 3 added, such as views, nobody had chosen."""


def _from_version_3(kept: dict[str, Any]) -> None:
    """Give each account the rows of files that were chosen for all."""
    layout = kept.get("window", {}).pop("file_layout", None)
    if layout is not None:
        for account in kept.get("accounts", {}).values():
            account["files"] = {"layout": layout}


def _from_version_4(_: dict[str, Any]) -> None:
    """Leave all as it is: nobody had chosen a language."""


_MIGRATIONS: Final = {
    1: _from_version_1,
    2: _from_version_2,
    3: _from_version_3,
    4: _from_version_4,
}


class SettingsUnreadableError(AppError):
    """The settings were damaged; they were set aside, and all is as at first."""

    def __init__(self, aside: Path) -> None:
        super().__init__(
            tr("The settings could not be read"),
            tr(
                "They were set aside as {file} in {folder}. Everything looks as at the"
                " first start.",
                file=aside.name,
                folder=aside.parent,
            ),
        )
        self.aside = aside


class SettingsTooNewError(AppError):
    """A newer version of the program wrote the settings."""

    def __init__(self) -> None:
        super().__init__(
            tr("A newer version of this program wrote the settings"),
            tr(
                "Use that version; this one leaves them as they are and remembers"
                " nothing."
            ),
        )


class SettingsFile:
    """The settings, read anew each time and replaced whole.

    Each method raises ``SettingsUnreadableError`` once when the file is damaged,
    ``SettingsTooNewError`` while a newer version's file is there, and
    ``FileRefusedError`` when the disk refuses. It blocks for a moment; a window
    calls it in a thread.

    Args:
        folder: Where the file is; the program's own folder unless given.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._path = (folder or settings_folder()) / SETTINGS_FILE

    @property
    def path(self) -> Path:
        """Where the settings are, for the page about privacy."""
        return self._path

    def read(self) -> Settings:
        """Tell everything that is remembered; what was never said is as at first."""
        found = read_private(
            self._path,
            Settings,
            _VERSION,
            migrations=_MIGRATIONS,
            too_new=SettingsTooNewError,
            unreadable=SettingsUnreadableError,
        )
        return found or Settings()

    def account(self, name: str) -> AccountSettings:
        """Tell what is remembered of one account."""
        return self.read().accounts.get(name, AccountSettings())

    def keep_window(self, window: WindowSettings) -> None:
        """Remember what is the same for every account."""
        self._write(msgspec.structs.replace(self.read(), window=window))

    def keep_account(self, name: str, account: AccountSettings) -> None:
        """Remember what belongs to one account."""
        known = self.read()
        accounts = {**known.accounts, name: account}
        self._write(msgspec.structs.replace(known, accounts=accounts))

    def forget_account(self, name: str) -> None:
        """Forget an account, if it is remembered."""
        known = self.read()
        others = dict(known.accounts)
        if others.pop(name, None) is not None:
            self._write(msgspec.structs.replace(known, accounts=others))

    def _write(self, settings: Settings) -> None:
        write_private(self._path, settings)
