"""What a packaged program runs first."""

import os

from clockify_desktop.store.folders import cache_folder


def _mend_environment() -> None:
    """Undo what is meant for this process alone; what it opens would inherit it.

    PyInstaller names the folder of the libraries for the system's loader, which has
    read it by now. A mail program of KDE's would load our Qt instead of its own.
    """
    name = "LD_LIBRARY_PATH"
    before = os.environ.pop(f"{name}_ORIG", None)
    if before is not None:
        os.environ[name] = before
    else:
        os.environ.pop(name, None)
    # Matplotlib's list of fonts, in a folder that goes with the program's data.
    os.environ.setdefault("MPLCONFIGDIR", str(cache_folder()))


if __name__ == "__main__":
    _mend_environment()
    from clockify_desktop.__main__ import main

    main()
