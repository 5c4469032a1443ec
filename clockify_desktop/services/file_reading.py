"""Reading a person's file while the window goes on."""

import asyncio
from functools import partial
from pathlib import Path
from typing import Final

from clockify_desktop.daemon_threads import call_in_daemon
from clockify_desktop.domain.errors import FileRefusedError
from clockify_desktop.domain.showable import named
from clockify_desktop.files.file_errors import file_error, one_line
from clockify_desktop.files.regular_files import (
    LARGEST,
    NoRegularFileError,
    read_regular,
)
from clockify_desktop.translation import tr

READING_LIMIT_S: Final = 30.0
"""Seconds after which a disk, one in the network perhaps, counts as silent."""


async def read_file(
    path: Path, limit_s: float = READING_LIMIT_S, *, largest: int = LARGEST
) -> bytes:
    """Read a whole file in a thread of its own.

    Args:
        largest: Bytes that it may have.

    Raises:
        FileRefusedError: The disk refuses or does not answer, or it is no file.
    """
    name = named(one_line(Path(path.name)))
    try:
        async with asyncio.timeout(limit_s):
            read = partial(read_regular, path, largest)
            reading = call_in_daemon(read, "reading a file")
            return await reading
    except TimeoutError:
        title = tr("The disk does not answer, so {file} was not read", file=name)
        raise FileRefusedError(
            title, tr("Try again, or choose another file.")
        ) from None
    except NoRegularFileError:
        title = tr("{file} is no file that can be read", file=name)
        advice = tr("Choose a file of at most {size} MB.", size=largest // 2**20)
        raise FileRefusedError(title, advice) from None
    except OSError as error:
        raise file_error(path, error, "read") from None
