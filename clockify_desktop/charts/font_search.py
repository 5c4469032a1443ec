"""Matplotlib's search for the fonts of this computer.

Where it remembers none, it asks a program of the system, such as ``fc-list``, which may
complain of a computer's settings to whoever reads standard error.
"""

import logging
import subprocess
import sys
from importlib import import_module
from typing import Any, Final

_FONTS: Final = "matplotlib.font_manager"


def find_fonts() -> None:
    """Import matplotlib's fonts before anything else of it does."""
    if _FONTS in sys.modules:
        return
    # The search runs while the module is imported, and takes no word on it.
    own = subprocess.check_output
    vars(subprocess)["check_output"] = _output
    try:
        import_module(_FONTS)
    finally:
        vars(subprocess)["check_output"] = own


def _output(command: list[str], **options: Any) -> Any:  # noqa: ANN401 - as Python has it
    """Do as ``subprocess.check_output``, and log what is said beside the output."""
    options = {"stderr": subprocess.PIPE, **options}
    ended = subprocess.run(command, stdout=subprocess.PIPE, check=False, **options)  # noqa: S603 - the command is the caller's
    if ended.stderr:
        said = f"{command[0]}: {ended.stderr.decode(errors='replace').strip()}"
        logging.getLogger(__name__).warning(said)
    ended.check_returncode()
    return ended.stdout
