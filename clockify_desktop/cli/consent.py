"""Asking a person on the terminal before something happens that cannot be undone."""

import sys
from contextlib import suppress

from clockify_desktop.cli.output import write
from clockify_desktop.domain.errors import AppError, UsageError
from clockify_desktop.translation import tr


def require_somebody(advice: str) -> None:
    """Refuse where no terminal is there to answer.

    Raises:
        UsageError: With this advice, such as what to add for a script.
    """
    if not (sys.stdin and sys.stdin.isatty()):
        title = tr("Nobody is there to be asked")
        raise UsageError(title, advice)


def require_yes(question: bytes, otherwise: str) -> None:
    """Ask, and go on with a yes alone.

    Args:
        otherwise: What is said of anything else, such as that nothing was added.

    Raises:
        AppError: They did not say yes.
    """
    # Whatever is spoken: scripts answer, too.
    write(question + b" [y/N] ", None)
    answer = ""
    # The terminal may be gone, or send bytes that are no text.
    with suppress(OSError, ValueError):
        answer = sys.stdin.readline().strip().casefold()
    if answer not in {"y", "yes"}:
        raise AppError(otherwise, tr("You did not say yes."))
