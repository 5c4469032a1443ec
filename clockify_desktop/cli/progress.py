"""How far a report is, on a terminal while it is asked for."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from clockify_desktop.domain.progress import Progress
from clockify_desktop.translation import tr


@contextmanager
def progress_shown(stream: TextIO | None) -> Iterator[Callable[[Progress], None]]:
    """Give what shows progress in one line, which is blank again in the end.

    Nothing is written where nobody looks on: to a file, a pipe or a closed stream.
    """
    width = 0

    def show(words: str) -> None:
        nonlocal width
        if stream is None or stream.closed or not stream.isatty():
            return
        # The result does not depend on it.
        with suppress(OSError):
            stream.write(f"\r{words:{width}}\r{words}")
            stream.flush()
        width = len(words)

    def tell(progress: Progress) -> None:
        if progress.words:
            show(tr("Asking Clockify: {words}", words=progress.words))

    try:
        yield tell
    finally:
        if width:
            show("")
