"""What this program keeps on this computer, and deleting all of it."""

import asyncio
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from clockify_desktop.files.refusal import refusal
from clockify_desktop.files.stale import remove_stale
from clockify_desktop.store import accounts as account_list
from clockify_desktop.store import settings
from clockify_desktop.store.accounts import AccountsFile
from clockify_desktop.store.password_store import SERVICE, PasswordStore

PASSWORD_STORE = "your computer's password store"  # noqa: S105 - where, not what
_FILES = {
    account_list.FILE_NAME: "The list of accounts: names and addresses, no keys",
    settings.FILE_NAME: "Settings, and what was chosen in the pickers",
}
_SET_ASIDE = "A damaged file that was set aside"
# The list is what tells keys from those of other programs.
_PERHAPS_KEYS = (
    f"Perhaps keys of a damaged list of accounts, under “{SERVICE}”: delete them there,"
    " the program cannot find them any more"
)


@dataclass(frozen=True, slots=True)
class KeptThing:
    """One thing that is kept on this computer.

    Args:
        what: In plain words, such as ``The key of mia@acme.example · USA``.
        where: A file's path, or the password store.
    """

    what: str
    where: str


async def kept_here(
    folder: Path, accounts: AccountsFile, others: Iterable[tuple[str, Path]] = ()
) -> tuple[KeptThing, ...]:
    """List everything that is kept; no secret is looked at.

    Args:
        folder: The program's own folder.
        accounts: The list of accounts.
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
    store: PasswordStore,
    others: Iterable[Path] = (),
) -> None:
    """Delete every key, then every file of this program; saved reports stay.

    Keys first: without the list of accounts nobody would find them again.

    Args:
        folder: The program's own folder; what is not this program's stays there.
        accounts: The list of accounts.
        store: Where the keys are.
        others: Further files, such as the log.

    Raises:
        AppError: The store or the disk refuses. What is left is still listed.
    """
    for account in await asyncio.to_thread(accounts.list):
        await store.delete(account.password_id)
    await asyncio.to_thread(_delete_files, folder, tuple(others))


def _listed(
    folder: Path, accounts: AccountsFile, others: tuple[tuple[str, Path], ...]
) -> tuple[KeptThing, ...]:
    keys = [
        KeptThing(f"The key of {one.name}", PASSWORD_STORE) for one in accounts.list()
    ]
    own = tuple(_own_files(folder))
    if any(path.name.startswith(f"{account_list.FILE_NAME}.") for _, path in own):
        keys.append(KeptThing(_PERHAPS_KEYS, PASSWORD_STORE))
    files = [KeptThing(what, str(path)) for what, path in own]
    more = [KeptThing(what, str(path)) for what, path in others if path.exists()]
    return (*keys, *files, *more)


def _own_files(folder: Path) -> Iterator[tuple[str, Path]]:
    for name, what in _FILES.items():
        if (folder / name).exists():
            yield what, folder / name
        for aside in sorted(folder.glob(f"{name}.unreadable-*")):
            yield _SET_ASIDE, aside


def _delete_files(folder: Path, others: tuple[Path, ...]) -> None:
    for path in (*(path for _, path in _own_files(folder)), *others):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise refusal(path, error, "deleted") from None
    remove_stale(folder, older_than_s=0)
