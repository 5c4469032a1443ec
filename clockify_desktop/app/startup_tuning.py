"""The first steps: an end at any moment, and what makes starting slow switched off."""

import ctypes
import gc
import os
import signal
import sys
from importlib import import_module
from types import FrameType

from clockify_desktop.cli.endings import endings, exit_code

_SEARCH = "_mod_uses_pyside"
_SWITCH_S = 0.0005
# Of glibc's malloc.h.
_M_ARENA_MAX = -8


def prepare() -> None:
    """Import Qt, spare the imports after it what they need not do, shorten turns.

    Looking for garbage: a start makes objects that stay, so nothing is found. The
    program looks again once its charts are there.

    PySide's search: for the sake of ``from __feature__ import snake_case``, which
    nobody writes here, it reads the source of every module that is imported after it,
    and Python's ``linecache`` keeps all those lines: a fifth of a second and 16 MB.

    The turns of threads: one that imports or decodes gives the interpreter up 5 ms
    after another asked for it. The window asks at each of its methods that Qt calls,
    forty times while it shows a page.

    The memory of threads: the C library gives each thread that asks for some a place of
    its own to take it from, and each stays half empty: 3 MB. One place for all would
    let an import wait for another.
    """
    _share_two_heaps()
    gc.disable()
    sys.setswitchinterval(_SWITCH_S)
    import_module("PySide6.QtCore")
    feature = sys.modules.get("shibokensupport.feature")
    # Inner names of PySide 6.8 to 6.11: another version may do without them.
    if feature is not None and _SEARCH in vars(feature):
        vars(feature)[_SEARCH] = _never


def _share_two_heaps() -> None:
    # Other C libraries have no such choice.
    if sys.platform == "linux":
        choose = getattr(ctypes.CDLL(None), "mallopt", None)
        if choose is not None:
            choose(_M_ARENA_MAX, 2)


def end_at_once_if_told() -> None:
    """Take the endings as what they are until the window listens to them.

    Python's own answer to Ctrl+C would be raised in the middle of an import, which
    PySide ends with a report of its memory, or in a method that Qt called, where it
    is lost. There is nothing to put in order yet.
    """
    for ending in endings():
        signal.signal(ending, _end)


def _end(number: int, _frame: FrameType | None) -> None:
    os._exit(exit_code(number))


def _never(_module: object) -> bool:
    return False
