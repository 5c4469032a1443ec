"""Where this program keeps its own files."""

import os
from pathlib import Path

from platformdirs import user_config_path

_NAME = "clockify-desktop"
VARIABLE = "CLOCKIFY_DESKTOP_HOME"
"""The environment variable that moves all of them into one folder."""


def settings_folder() -> Path:
    """Find the folder of accounts and settings; it need not exist yet.

    Returns:
        The folder that ``CLOCKIFY_DESKTOP_HOME`` names, or the one that the system
        has for settings, such as ``~/.config/clockify-desktop``.
    """
    chosen = os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen).expanduser().absolute()
    # Without an author, which Windows would put a folder of its own for.
    return user_config_path(_NAME, appauthor=False)
