"""Whether as many files may be open at a time as a command needs."""

import os
from typing import Final

from clockify_desktop.domain.errors import AppError
from clockify_desktop.translation import tr

# Connections, the loop's own, and what libraries open beside them.
_NEEDED: Final = 24


class TooFewFilesError(AppError):
    """The system lets this process open too few files."""

    def __init__(self) -> None:
        super().__init__(
            tr("This computer lets the program open too few files"),
            tr("Close some programs, or allow more files, such as with ulimit -n 256."),
        )


def require_open_files() -> None:
    """Refuse to start what would fail in the middle, with words of something else.

    Raises:
        TooFewFilesError: Fewer than needed can be opened now.
    """
    taken: list[int] = []
    try:
        taken.extend(os.open(os.devnull, os.O_RDONLY) for _ in range(_NEEDED))
    except OSError:
        raise TooFewFilesError from None
    finally:
        for number in taken:
            os.close(number)
