"""Saving a person's file, whole or not at all, while the window goes on."""

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from clockify_desktop.daemon_threads import call_in_daemon
from clockify_desktop.domain.errors import FileRefusedError
from clockify_desktop.domain.showable import named
from clockify_desktop.files.atomic import replace_file
from clockify_desktop.files.file_errors import one_line
from clockify_desktop.translation import tr

SAVING_LIMIT_S: Final = 120.0
"""Seconds after which a disk, one in the network perhaps, counts as silent."""


async def save_file(
    path: Path,
    content: bytes | Callable[[], bytes | Iterable[bytes]],
    limit_s: float = SAVING_LIMIT_S,
) -> None:
    """Save a file in a thread of its own.

    A program that ends in the middle leaves the earlier file as it was. A temporary
    one that a killed program leaves goes with the next save into that folder.

    Args:
        content: All of it, or what makes it or its parts in order, in that thread.

    Raises:
        FileRefusedError: The disk refused and an earlier file is as it was, or it
            did not answer in time and nobody knows.
        AppError: What makes the content refuses; nothing was written.
    """

    def save() -> None:
        whole = content if isinstance(content, bytes) else content()
        replace_file(path, whole)

    try:
        async with asyncio.timeout(limit_s):
            await call_in_daemon(save, "saving a file")
    except TimeoutError:
        name = one_line(Path(path.name))
        title = tr(
            "The disk does not answer, so {file} may not be saved", file=named(name)
        )
        advice = tr("Look whether it is there, or choose another place for the file.")
        raise FileRefusedError(title, advice) from None
