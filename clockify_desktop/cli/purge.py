"""``clockify-desktop --purge-data``: nothing of a person stays on this computer."""

import asyncio
import shutil
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path

from clockify_desktop.cli.consent import require_somebody, require_yes
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


def run(*, yes: bool) -> int:
    """Delete it and tell what it was.

    Args:
        yes: Ask nothing.

    Raises:
        UsageError: Nobody is there to be asked.
        AppError: A window is open, somebody did not agree, the store or the disk
            refuses, or keys may be left. Where deleting began, the rest is gone.
    """
    if not yes:
        require_somebody(tr("Add --yes to delete without a question."))
    asyncio.run(_purge(yes=yes))
    return 0


async def _purge(*, yes: bool) -> None:
    folder, accounts = settings_folder(), AccountsFile()
    log = folder / ERROR_LOG
    with suppress(AccountsUnreadableError):
        # Sets a damaged list aside, which is then deleted with the rest.
        await asyncio.to_thread(accounts.list)
    things = await kept_here(folder, accounts, [(_LOG, log)])
    cache = cache_folder()
    if cache.is_dir():
        things += (KeptThing(tr("The list of fonts"), str(cache)),)
    with _no_window():
        # Before the question, too: to close it may be what somebody has yet to do.
        pass
    if things and not yes:
        listed = "".join(f"  {one.what} ({one.where})\n" for one in things)
        told, asked = tr("This is kept of you here:"), tr("Delete all of it?")
        question = f"{told}\n{listed}{asked}"
        require_yes(for_reading(question), tr("Nothing was deleted"))
    with _no_window():
        left = await delete_everything(folder, accounts, open_password_store, [log])
        _delete_cache(cache)
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


def _no_window() -> AbstractContextManager[None]:
    try:
        from clockify_desktop.app.single_instance import (  # noqa: PLC0415 - no other command needs Qt
            no_window,
        )
    except ImportError:
        # Where Qt cannot be loaded no window is open.
        return nullcontext()
    return no_window()


def _delete_cache(folder: Path) -> None:
    if not folder.is_dir():
        return
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise file_error(folder, error, "deleted") from None
