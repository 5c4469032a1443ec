"""What this program keeps on this computer, and deleting all of it."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.showable import named
from clockify_desktop.files.file_errors import file_error
from clockify_desktop.files.temporary_files import remove_left
from clockify_desktop.store import accounts as account_list
from clockify_desktop.store.accounts import Account, AccountsFile, damaged_accounts
from clockify_desktop.store.folders import SETTINGS_FILE
from clockify_desktop.store.password_store import SERVICE, PasswordStore
from clockify_desktop.store.private_json import files_set_aside
from clockify_desktop.store.review_file import review_files
from clockify_desktop.translation import tr

PASSWORD_STORE = tr("your computer's password store")
_FILES = {
    account_list.FILE_NAME: tr("The list of accounts: names and addresses, no keys"),
    SETTINGS_FILE: tr("Settings, and what was chosen in the pickers"),
}
_REVIEWS = tr(
    "What you said during reviews: days off, capacities, project dates, notes"
)
_SET_ASIDE = tr("A damaged file that was set aside")
# A password store lists nothing: the list of accounts alone tells what is in it.
_PERHAPS_KEYS = tr(
    "Perhaps more keys of a damaged list of accounts, under "
    "“{service}”: "
    "delete them there, the program cannot find them any more",
    service=SERVICE,
)


class KeysPerhapsLeftError(AppError):
    """Everything that is known was deleted; a damaged list may have named more."""

    def __init__(self) -> None:
        super().__init__(
            tr("Keys of a damaged list of accounts may be left"),
            tr(
                "Look in your computer's password store for “{service}”, and delete"
                " what is there.",
                service=SERVICE,
            ),
        )


@dataclass(frozen=True, slots=True)
class KeptThing:
    """One thing that is kept on this computer.

    Args:
        where: A file's path, or the password store.
    """

    what: str
    where: str


async def kept_here(
    folder: Path, accounts: AccountsFile, others: Iterable[tuple[str, Path]] = ()
) -> tuple[KeptThing, ...]:
    """List everything that is kept; no secret is looked at.

    Args:
        others: Further files, such as the log, with what they are.

    Returns:
        Keys first, then the files that are there.

    Raises:
        AppError: The list of accounts cannot be read.
    """
    return await asyncio.to_thread(_listed, folder, accounts, tuple(others))


async def delete_everything(
    folder: Path,
    accounts: AccountsFile,
    open_store: Callable[[], Awaitable[PasswordStore]],
    others: Iterable[Path] = (),
) -> KeysPerhapsLeftError | None:
    """Delete every key, then every file of this program; saved reports stay.

    Keys first: without the list of accounts nobody would find them again.

    Args:
        folder: The program's own folder; what is not this program's stays there.
        open_store: Finds where the keys are; asked only where an account has one.

    Returns:
        What is to be said where keys may be left that no list names any more.

    Raises:
        AppError: The store or the disk refuses. What is left is still listed.
    """
    with_keys = await asyncio.to_thread(_with_keys, folder, accounts)
    if with_keys:
        store = await open_store()
        for account in with_keys:
            await store.delete(account.password_id)
    unsure = await asyncio.to_thread(_is_unsure, folder)
    await asyncio.to_thread(_delete_files, folder, tuple(others))
    return KeysPerhapsLeftError() if unsure else None


def _listed(
    folder: Path, accounts: AccountsFile, others: tuple[tuple[str, Path], ...]
) -> tuple[KeptThing, ...]:
    keys = [
        KeptThing(tr("The key of {account}", account=named(one.name)), PASSWORD_STORE)
        for one in _with_keys(folder, accounts)
    ]
    if _is_unsure(folder):
        keys.append(KeptThing(_PERHAPS_KEYS, PASSWORD_STORE))
    files = [KeptThing(what, str(path)) for what, path in _own_files(folder)]
    more = [KeptThing(what, str(path)) for what, path in others if path.exists()]
    return (*keys, *files, *more)


def _with_keys(folder: Path, accounts: AccountsFile) -> tuple[Account, ...]:
    # The list comes first: reading it is what sets a damaged one aside.
    every = (*accounts.list(), *damaged_accounts(folder))
    return tuple({one.password_id: one for one in every}.values())


def _is_unsure(folder: Path) -> bool:
    return bool(files_set_aside(folder / account_list.FILE_NAME))


def _own_files(folder: Path) -> Iterator[tuple[str, Path]]:
    for name, what in _FILES.items():
        if (folder / name).exists():
            yield what, folder / name
        for aside in files_set_aside(folder / name):
            yield _SET_ASIDE, aside
    for path in review_files(folder):
        yield _REVIEWS, path


def _delete_files(folder: Path, others: tuple[Path, ...]) -> None:
    for path in (*(path for _, path in _own_files(folder)), *others):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise file_error(path, error, "deleted") from None
    remove_left(folder)
