"""Where a command writes its result: a file, or standard output."""

import re
import sys
from collections.abc import Iterable
from pathlib import Path

from clockify_desktop.cli.standard_streams import say, write_output
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.showable import showable
from clockify_desktop.files.atomic import replace_file
from clockify_desktop.translation import tr

# Errors quote what they did not find, and somebody may have given a key as a name or
# a period. Keys have 48 signs; ids, time zones and names have fewer, or blanks.
# Languages quote in ways of their own, French with blanks inside.
_QUOTES = "“”„«»"
_LIKE_A_KEY = re.compile(rf"([{_QUOTES}]\s?)[^\s{_QUOTES}]{{40,}}(\s?[{_QUOTES}])")


def write(content: bytes | Iterable[bytes], target: str | None) -> None:
    """Write a whole result to a path, or to standard output for ``None``.

    Args:
        content: All of it, or its parts in order; drawn while it is written.
    """
    if target is None:
        write_output(content)
    else:
        replace_file(Path(target), content)


def for_reading(text: str) -> bytes:
    """Put a text into bytes for whoever reads standard output."""
    return text.encode(getattr(sys.stdout, "encoding", None) or "utf-8", "replace")


def note(text: str) -> None:
    """Say something beside the result, on standard error."""
    say(showable(tr("note: {words}", words=text)))


def say_error(error: AppError) -> None:
    """Say on standard error what was refused."""
    # A name in it, of a server or as typed, may have signs that steer a terminal.
    say(_LIKE_A_KEY.sub(r"\1…\2", showable(tr("error: {words}", words=error))))
