"""What makes starting slow and does nothing for this program, switched off."""

import gc
import sys
from importlib import import_module

_SEARCH = "_mod_uses_pyside"


def prepare() -> None:
    """Import Qt and spare the imports after it what they need not do.

    Looking for garbage: a start makes objects that stay, so nothing is found. The
    program looks again once its charts are there.

    PySide's search: for the sake of ``from __feature__ import snake_case``, which
    nobody writes here, it reads the source of every module that is imported after it,
    and Python's ``linecache`` keeps all those lines: a fifth of a second and 16 MB.
    """
    gc.disable()
    import_module("PySide6.QtCore")
    feature = sys.modules.get("shibokensupport.feature")
    # Inner names of PySide 6.8 to 6.11: another version may do without them.
    if feature is not None and _SEARCH in vars(feature):
        vars(feature)[_SEARCH] = _never


def _never(_module: object) -> bool:
    return False
