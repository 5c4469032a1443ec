"""What libraries say by themselves goes into the log, and not to people.

Python writes their warnings, the errors of their threads and of what is collected, and
what they log without a handler, to standard error. A window has a reporter of its own
for errors.
"""

import logging
import sys
import threading
import traceback
import warnings
from contextlib import suppress
from typing import Any

from clockify_desktop.app.error_log import write_down

_MOST = 200

_said: set[str] = set()
_turn = threading.local()


def collect() -> None:
    """Take what libraries say from now on."""
    # Beside a handler of the root Python has none of last resort, nor makes one.
    logging.getLogger().addHandler(_HANDLER)
    warnings.showwarning = _on_warning
    threading.excepthook = _on_hook
    sys.unraisablehook = _on_hook


class _Handler(logging.Handler):
    """Takes what libraries log."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record down."""
        with suppress(Exception):
            # Without what it is about, which may be people's data.
            _write(f"{record.levelname} {record.name}: {record.msg}")


_HANDLER = _Handler(logging.WARNING)


def _on_warning(*said: Any, **_: object) -> None:  # noqa: ANN401 - as Python calls it
    message, category, filename, lineno = said[:4]
    _write(f"{category.__name__} in {filename}, line {lineno}: {message}")


def _on_hook(args: "threading.ExceptHookArgs | sys.UnraisableHookArgs") -> None:
    if args.exc_value is not None:
        _write("".join(traceback.format_exception(args.exc_value)))


def _write(text: str) -> None:
    # Each once; and what is said while something is written down is lost.
    if text in _said or len(_said) >= _MOST or getattr(_turn, "is_taken", False):
        return
    _said.add(text)
    _turn.is_taken = True
    try:
        write_down(f"A library says: {text}")
    finally:
        _turn.is_taken = False
