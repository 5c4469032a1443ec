"""``clockify-desktop --purge-data``: nothing of a person stays on this computer."""

import asyncio
import shutil
from contextlib import suppress

from clockify_desktop.cli.output import for_reading, write
from clockify_desktop.domain.errors import AppError
from clockify_desktop.files.file_errors import file_error
from clockify_desktop.services.local_data import (
    KeptThing,
    delete_everything,
    kept_here,
)
from clockify_desktop.store.accounts import AccountsFile
from clockify_desktop.store.errors import AccountsUnreadableError
from clockify_desktop.store.folders import ERROR_LOG, cache_folder, settings_folder
from clockify_desktop.store.password_store import open_password_store
from clockify_desktop.translation import tr

_LOG = tr("What went wrong in this program")


def run() -> int:
    """Delete it and tell what it was.

    Raises:
        AppError: The store or the disk refuses, or keys may be left. The rest is gone.
    """
    asyncio.run(_purge())
    return 0


async def _purge() -> None:
    folder, accounts = settings_folder(), AccountsFile()
    log = folder / ERROR_LOG
    with suppress(AccountsUnreadableError):
        # Sets a damaged list aside, which is then deleted with the rest.
        await asyncio.to_thread(accounts.list)
    things = await kept_here(folder, accounts, [(_LOG, log)])
    left = await delete_everything(folder, accounts, open_password_store, [log])
    things += _without_cache()
    # What is not this program's stays, and the folder with it.
    with suppress(OSError):
        folder.rmdir()
    lines = [
        tr("Deleted: {what} ({where})", what=one.what, where=one.where)
        for one in things
    ] or [tr("Nothing was kept.")]
    write(for_reading("".join(f"{line}\n" for line in lines)), None)
    if isinstance(left, AppError):
        raise left


def _without_cache() -> tuple[KeptThing, ...]:
    folder = cache_folder()
    if not folder.is_dir():
        return ()
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise file_error(folder, error, "deleted") from None
    return (KeptThing(tr("The list of fonts"), str(folder)),)
