"""Why Qt found no screen: it would abort the program, with words of its own."""

import os
import re
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLibraryInfo

from clockify_desktop.cli.no_window import NoWindowError, missing_library
from clockify_desktop.domain.showable import named
from clockify_desktop.translation import tr

_SCREENS: Final = ("DISPLAY", "WAYLAND_DISPLAY")
_KIND: Final = "QT_QPA_PLATFORM"
_FOLDER: Final = "QT_QPA_PLATFORM_PLUGIN_PATH"
_USUAL_KIND: Final = "xcb"


def require_screen() -> None:
    """Refuse to start where nobody named a screen.

    Raises:
        NoWindowError: Then Qt could not start.
    """
    names = (*_SCREENS, _KIND)
    if sys.platform.startswith("linux") and not any(map(os.environ.get, names)):
        title = tr("There is no screen to open a window on")
        raise NoWindowError(title)


def reason() -> NoWindowError:
    """Find out why Qt could not start, by loading once more what it tried to load."""
    # No part of the first frame.
    import ctypes  # noqa: PLC0415 - see above

    kind = re.split("[;:]", os.environ.get(_KIND) or _USUAL_KIND)[0]
    own = os.environ.get(_FOLDER)
    usual = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms")
    folders = (*([Path(own)] if own else []), usual)
    paths = (folder / f"libq{kind}.so" for folder in folders)
    path = next((one for one in paths if one.exists()), None)
    if path is None:
        return NoWindowError(
            tr("There is no kind of screen called {kind}", kind=named(kind))
        )
    try:
        ctypes.CDLL(str(path))
    except OSError as error:
        # In a package the loader's own words stand behind others.
        return missing_library(str(error.__cause__ or error))
    screens = filter(None, map(os.environ.get, _SCREENS))
    return NoWindowError(
        tr("The screen {screen} cannot be opened", screen=named(next(screens, kind)))
    )
