"""The accounts that this computer knows. Their keys are not among them."""

import re
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal

import msgspec

from clockify_desktop.domain.errors import LookUpError, UsageError
from clockify_desktop.domain.identity import UserId, WorkspaceId
from clockify_desktop.domain.normal_form import folded, sorting_key
from clockify_desktop.domain.showable import named
from clockify_desktop.files.regular_files import read_regular
from clockify_desktop.store.errors import (
    AccountExistsError,
    AccountsTooNewError,
    AccountsUnreadableError,
)
from clockify_desktop.store.folders import settings_folder
from clockify_desktop.store.private_json import (
    files_set_aside,
    read_private,
    write_private,
)
from clockify_desktop.translation import tr

FILE_NAME = "accounts.json"
# Since 2 an account may tell whose it is.
_VERSION = 2
_LONGEST_NAME = 60
# An account is an object without another one in it, wherever the damage is.
_OBJECT = re.compile(rb"\{[^{}]*\}")
# Only what tells its key; whatever else is wrong does not matter here.
_OF_ITS_KEY = ("name", "core_url", "reports_url", "kind")


class Account(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way into one Clockify.

    Args:
        name: What the person calls it; unique without regard to case.
        core_url: With its prefix, as ``reports_url``.
        workspace_id: The workspace shown first; the profile's own if ``None``.
        user_id: Whose it is, where the name alone does not tell.
    """

    name: str
    core_url: str
    reports_url: str
    kind: Literal["key", "addon"] = "key"
    workspace_id: WorkspaceId | None = None
    user_id: UserId | None = None

    @property
    def password_id(self) -> str:
        """The id of this account's secret in the password store.

        It holds the addresses: somebody who changes one in the file finds no key to
        send there.
        """
        return f"{self.name} | {self.core_url} | {self.reports_url} | {self.kind}"


class _Accounts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    version: int = _VERSION
    last_used: str | None = None
    accounts: tuple[Account, ...] = ()

    def __post_init__(self) -> None:
        """Refuse names that a person's own editing left unusable or alike."""
        # Earlier versions took names that differ in blanks or accents alone.
        names = {one.name.casefold() for one in self.accounts}
        usable = all(is_usable(one.name) for one in self.accounts)
        if not usable or len(names) != len(self.accounts):
            # Without words: no error is to hold what the file does.
            raise ValueError


class AccountsFile:
    """The list of accounts, read anew each time and replaced whole.

    Names are found by their normal form; ``LookUpError`` is raised where there is
    none, ``UsageError`` where a new one is empty, too long or holds control signs. Each
    method raises ``AccountsUnreadableError`` once when the file is damaged (it is set
    aside, and the list is empty from there on), ``AccountsTooNewError`` while a newer
    version's file is there, and ``FileRefusedError`` when the disk refuses. Each blocks
    for a moment; a window calls it in a thread.

    Args:
        folder: Where the file is; the program's own folder if ``None``.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._path = (folder or settings_folder()) / FILE_NAME
        # Two changes at once would each write the list without the other's.
        self._turn = threading.Lock()

    def list(self) -> tuple[Account, ...]:
        """List all accounts, by name."""
        accounts = self._read().accounts
        return tuple(sorted(accounts, key=lambda one: sorting_key(one.name)))

    def find(self, name: str) -> Account:
        """Find an account by its name."""
        return _found(self._read(), name)

    def default(self) -> Account | None:
        """Give the only account or the one last used, ``None`` where unclear."""
        known = self._read()
        if len(known.accounts) == 1:
            return known.accounts[0]
        last = [one for one in known.accounts if one.name == known.last_used]
        return last[0] if last else None

    def add(self, account: Account) -> None:
        """Add an account, not its secret; ``AccountExistsError`` for a name in use."""
        _check(account.name)
        with self._turn:
            known = self._read()
            for one in _named(known, account.name):
                raise AccountExistsError(one.name)
            self._write(known.last_used, (*known.accounts, account))

    def keep(self, account: Account) -> None:
        """Put an account in place of the one of its name, as the default.

        In one step: where the disk refuses, the earlier one is still there.
        """
        _check(account.name)
        with self._turn:
            known = self._read()
            name = folded(account.name)
            others = (one for one in known.accounts if folded(one.name) != name)
            self._write(account.name, (*others, account))

    def remove(self, name: str) -> Account:
        """Remove an account and return it, for the caller to delete its secret too."""
        with self._turn:
            known = self._read()
            account = _found(known, name)
            others = tuple(one for one in known.accounts if one is not account)
            last = None if known.last_used == account.name else known.last_used
            self._write(last, others)
        return account

    def mark_used(self, name: str) -> None:
        """Make an account the default from now on."""
        with self._turn:
            known = self._read()
            account = _found(known, name)
            if known.last_used != account.name:
                self._write(account.name, known.accounts)

    def _read(self) -> _Accounts:
        found = read_private(
            self._path,
            _Accounts,
            _VERSION,
            too_new=AccountsTooNewError,
            unreadable=AccountsUnreadableError,
        )
        return found or _Accounts()

    def _write(self, last_used: str | None, accounts: tuple[Account, ...]) -> None:
        write_private(self._path, _Accounts(_VERSION, last_used, accounts))


def _named(known: _Accounts, name: str) -> Iterator[Account]:
    wanted = folded(name)
    alike = (one for one in known.accounts if folded(one.name) == wanted)
    return iter(sorted(alike, key=lambda one: one.name != name))


def _found(known: _Accounts, name: str) -> Account:
    for account in _named(known, name):
        return account
    title = tr(
        "There is no account “{name}” on this computer",
        name=named(name),
    )
    names = ", ".join(sorted(one.name for one in known.accounts))
    advice = (
        tr("Use one of: {choices}.", choices=names) if names else tr("Add it first.")
    )
    raise LookUpError(title, advice)


def is_usable(name: str) -> bool:
    """Tell whether the list takes an account of that name."""
    return 0 < len(name.strip()) == len(name) <= _LONGEST_NAME and name.isprintable()


def _check(name: str) -> None:
    if not is_usable(name):
        title = tr("The account's name is not usable")
        advice = tr(
            "Use 1 to {most} characters on one line, without blanks around them.",
            most=_LONGEST_NAME,
        )
        raise UsageError(title, advice)


def damaged_accounts(folder: Path) -> tuple[Account, ...]:
    """Find which accounts the lists that were set aside still name, none twice."""
    found = {
        account.password_id: account
        for path in files_set_aside(folder / FILE_NAME)
        for account in _readable(path)
    }
    return tuple(found.values())


def _readable(path: Path) -> Iterator[Account]:
    # One that cannot be read names nobody; the person learns of keys left anyway.
    with suppress(OSError):
        for one in _OBJECT.finditer(read_regular(path)):
            account = _account(one[0])
            if account is not None and is_usable(account.name):
                yield account


def _account(text: bytes) -> Account | None:
    with suppress(msgspec.MsgspecError, ValueError, RecursionError):
        decoded = msgspec.json.decode(text, type=dict[str, Any])
        of_its_key = {name: decoded[name] for name in _OF_ITS_KEY if name in decoded}
        return msgspec.convert(of_its_key, Account)
    return None
