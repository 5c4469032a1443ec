"""Standard input, output and error, each of which may be closed, full or unread."""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from clockify_desktop.domain.errors import FileRefusedError
from clockify_desktop.translation import tr

_INPUT, _OUTPUT, _ERROR = range(3)
_TITLE = tr("The result could not be written")


class OutputUnreadError(FileRefusedError):
    """Whoever read standard output, such as ``head``, has gone."""

    def __init__(self) -> None:
        super().__init__(_TITLE, tr("Nobody reads standard output any more."))


def provide() -> None:
    """Take the places of the streams that were closed before the start.

    A place that stays free goes to the next file that is opened, and what is meant for
    standard error then stands in that file.
    """
    for number in (_INPUT, _OUTPUT, _ERROR):
        try:
            os.fstat(number)
        except OSError:
            _take(number)
    # Of these Python has made ``None``, and prints to standard output then.
    if sys.stderr is None:
        sys.stderr = os.fdopen(_ERROR, "w", encoding="utf-8", closefd=False)


def _take(number: int) -> None:
    if number == _OUTPUT:
        # Nobody reads this one, so that a result meant for /dev/stdout is not lost
        # without a word.
        reading, taken = os.pipe()
    else:
        reading, taken = None, os.open(os.devnull, os.O_RDWR)
    if taken != number:
        os.dup2(taken, number)
        os.close(taken)
    if reading is not None and reading != number:
        os.close(reading)


def write_output(content: bytes | Iterable[bytes]) -> None:
    """Write all of a result to standard output.

    Args:
        content: All of it, or its parts in order; drawn while it is written.

    Raises:
        OutputUnreadError: Whoever read it has gone.
        FileRefusedError: It is closed or full.
    """
    if sys.stdout is None:
        raise FileRefusedError(_TITLE, tr("Standard output is closed: leave it open."))
    try:
        for part in (content,) if isinstance(content, bytes) else content:
            sys.stdout.buffer.write(part)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _silence(sys.stdout)
        raise OutputUnreadError from None
    except OSError as error:
        _silence(sys.stdout)
        advice = tr("Standard output refused it: {words}.", words=error.strerror)
        raise FileRefusedError(_TITLE, advice) from None


def say(line: str) -> None:
    """Say something on standard error, or to nobody where it cannot be had."""
    try:
        print(line, file=sys.stderr, flush=True)  # noqa: T201 - how a command line speaks
    except (OSError, ValueError):
        _silence(sys.stderr)


def settle() -> None:
    """Let what is still to be written go, before Python would fail at it."""
    for stream in (sys.stdout, sys.stderr):
        if stream is None:
            continue
        try:
            stream.flush()
        except (OSError, ValueError):
            _silence(stream)


def _silence(stream: Any) -> None:  # noqa: ANN401 - tests have streams of their own
    # What is left in its buffer is tried once more when Python ends.
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
