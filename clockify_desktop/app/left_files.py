"""Removing what a killed copy of the program left where it writes."""

import threading
from pathlib import Path

from clockify_desktop.files.temporary_files import remove_left
from clockify_desktop.store.folders import settings_folder
from clockify_desktop.ui.save_as import RecentFolder


def sweep_left_files() -> threading.Thread:
    """Sweep the program's own folder, and the one that saving begins with.

    In others the next file that is written does so. Nobody waits for the thread: a
    disk in the network may be slow.
    """
    folders = (settings_folder(), Path(RecentFolder().or_documents()))

    def sweep() -> None:
        for folder in folders:
            remove_left(folder)

    thread = threading.Thread(target=sweep, name="sweeping", daemon=True)
    thread.start()
    return thread
