"""Where this program keeps its own files."""

import os
from pathlib import Path

from clockify_desktop.domain.errors import UsageError
from clockify_desktop.translation import tr

_NAME = "clockify-desktop"
# What decides where the system has its folder for settings, wherever it is.
_DECIDING = ("XDG_CONFIG_HOME", "APPDATA", "HOME")
SETTINGS_FILE = "settings.json"
"""In that folder: what the program remembers."""
ERROR_LOG = "errors.log"
"""In that folder: what went wrong in the program itself."""
VARIABLE = "CLOCKIFY_DESKTOP_HOME"
"""The environment variable that moves all of them into one folder."""


def settings_folder() -> Path:
    """Find the folder of accounts and settings; it need not exist yet.

    ``CLOCKIFY_DESKTOP_HOME`` names it; else it is the one that the system has for
    settings, such as ``~/.config/clockify-desktop``.

    Raises:
        UsageError: ``CLOCKIFY_DESKTOP_HOME`` leads nowhere.
    """
    # The first frame tells folders apart without it.
    from platformdirs import user_config_path  # noqa: PLC0415 - see above

    # Without an author, which Windows would put a folder of its own for.
    return _chosen() or user_config_path(_NAME, appauthor=False)


def leads_somewhere() -> bool:
    """Tell whether there is a folder for settings, without a word of why not."""
    try:
        _named()
    except (OSError, RuntimeError):
        return False
    return True


def cache_folder() -> Path:
    """Find the folder of what a packaged program can make anew; it need not exist yet.

    Raises:
        UsageError: ``CLOCKIFY_DESKTOP_HOME`` leads nowhere.
    """
    from platformdirs import user_cache_path  # noqa: PLC0415 - see above

    chosen = _chosen()
    return chosen / "cache" if chosen else user_cache_path(_NAME, appauthor=False)


def settings_mark() -> str:
    """Make words that are the same for two copies of the program that share a folder.

    The folder is not looked for. Raises as ``settings_folder``.
    """
    chosen = _chosen()
    if chosen is not None:
        return str(chosen)
    return "\n".join(os.environ.get(name, "") for name in _DECIDING)


def _chosen() -> Path | None:
    try:
        return _named()
    except (OSError, RuntimeError):
        # A folder that is gone, or the home of nobody who is known here.
        title = tr("{variable} leads nowhere", variable=VARIABLE)
        raise UsageError(title, tr("Give the whole path of a folder.")) from None


def _named() -> Path | None:
    chosen = os.environ.get(VARIABLE)
    return Path(chosen).expanduser().absolute() if chosen else None
