"""Is there a screen to open a window on?"""

import os
import sys
from collections.abc import Mapping

from clockify_desktop.domain.errors import AppError


def require_display(environment: Mapping[str, str] = os.environ) -> None:
    """Refuse to start where Qt would end the program for want of a screen.

    Raises:
        AppError: Neither X11 nor Wayland is there, and no other platform was chosen.
    """
    if not sys.platform.startswith("linux"):
        return
    if any(
        environment.get(name)
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        return
    title = "There is no screen to open a window on"
    advice = "Use clockify-desktop report, which writes the same numbers to a file."
    raise AppError(title, advice)
