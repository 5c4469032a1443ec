"""Where a command writes its result: a file, or standard output."""

import os
import sys
from pathlib import Path

from clockify_desktop.domain.errors import FileRefusedError
from clockify_desktop.domain.showable import showable
from clockify_desktop.files.atomic import replace_file


def write(content: bytes, target: str | None) -> None:
    """Write a whole result to a path, or to standard output for ``None``."""
    if target is not None:
        replace_file(Path(target), content)
        return
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # The reader, such as head, has seen enough. Python would complain about
        # the same pipe once more when it closes standard output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        title = "The result could not be written"
        advice = f"Standard output refused it: {error.strerror}."
        raise FileRefusedError(title, advice) from None


def note(text: str) -> None:
    """Say something beside the result, on standard error."""
    print(showable(f"note: {text}"), file=sys.stderr)  # noqa: T201 - how a command line speaks
