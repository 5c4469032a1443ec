"""Ends from outside: a logout, ``timeout``, a closed terminal, Ctrl+C."""

import os
import signal
import threading
from types import FrameType
from typing import Final

_NAMES: Final = ("SIGINT", "SIGTERM", "SIGHUP")
_LIMIT_S: Final = 2.0


def endings() -> tuple[signal.Signals, ...]:
    """Tell which signals end this process.

    Windows has no closing of a terminal, and ``nohup`` lets the program outlive it.
    """
    there = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
    return tuple(
        one
        for one in there
        if one.name != "SIGHUP" or signal.getsignal(one) is not signal.SIG_IGN
    )


def exit_code(number: int) -> int:
    """Tell the exit code by which a shell knows which signal ended a process."""
    return 128 + number


class Endings:
    """Takes each of them as Ctrl+C is taken, so that all is put in order."""

    def __init__(self) -> None:
        self._is_told = False
        self.code = exit_code(signal.SIGINT)
        """The exit code of a program that was interrupted."""

    def listen(self) -> None:
        """Take them from now on; whoever listens later takes them instead."""
        for one in endings():
            if one != signal.SIGINT:
                signal.signal(one, self._on_ending)

    def _on_ending(self, number: int, frame: FrameType | None) -> None:
        # The end of a session sends several, and putting in order is not to be
        # interrupted; nor may it last, as a look-up of a name may.
        if self._is_told:
            return
        self._is_told = True
        self.code = exit_code(number)
        limit = threading.Timer(_LIMIT_S, os._exit, (self.code,))
        limit.daemon = True
        limit.start()
        interrupt = signal.getsignal(signal.SIGINT)
        if not callable(interrupt):
            raise KeyboardInterrupt
        # Asyncio has one of its own, which cancels what is under way.
        interrupt(number, frame)
