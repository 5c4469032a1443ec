"""Where a command writes its result: a file, or standard output."""

import sys
from pathlib import Path

from clockify_desktop.cli.standard_streams import say, write_output
from clockify_desktop.domain.showable import showable
from clockify_desktop.files.atomic import replace_file


def write(content: bytes, target: str | None) -> None:
    """Write a whole result to a path, or to standard output for ``None``."""
    if target is None:
        write_output(content)
    else:
        replace_file(Path(target), content)


def for_reading(text: str) -> bytes:
    """Put a text into bytes for whoever reads standard output."""
    return text.encode(getattr(sys.stdout, "encoding", None) or "utf-8", "replace")


def note(text: str) -> None:
    """Say something beside the result, on standard error."""
    say(showable(f"note: {text}"))
