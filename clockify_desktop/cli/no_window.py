"""Why the window does not open, with the way that needs none."""

import re
from typing import Final

from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.showable import named
from clockify_desktop.translation import tr

_LIBRARY: Final = re.compile(r"([^\s:/]+\.so[\w.]*): ")
_OF_QT: Final = re.compile("PySide6|shiboken6")


class NoWindowError(AppError):
    """The window cannot be opened on this computer."""

    def __init__(self, title: str, advice: str = "") -> None:
        usual = tr(
            "Use clockify-desktop report, which writes the same numbers to a file."
        )
        super().__init__(title, advice or usual)


def missing_library(said: str) -> NoWindowError:
    """Name what the system's loader did not find.

    Args:
        said: Its words, such as ``libEGL.so.1: cannot open shared object file``.
    """
    found = _LIBRARY.search(said)
    if found is None:
        return NoWindowError(
            tr("The window cannot be loaded: {words}", words=named(said, 200))
        )
    title = tr(
        "The window needs {file}, which is missing or damaged", file=named(found[1])
    )
    advice = tr(
        "Install it, or use clockify-desktop report, which writes the same numbers to a"
        " file."
    )
    return NoWindowError(title, advice)


def not_imported(error: ImportError) -> NoWindowError | None:
    """Tell what is missing of Qt; ``None`` where something else is."""
    about = f"{error.name} {error.path} {error}"
    return missing_library(str(error)) if _OF_QT.search(about) else None
