"""Calling what may block for ever, in code of others that holds a secret."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import nullcontext, suppress
from typing import TypeVar

from clockify_desktop.store.errors import (
    NoPasswordStoreError,
    PasswordStoreError,
    PasswordStoreLockedError,
    PasswordStoreRefusedError,
    PasswordStoreSilentError,
)

_T = TypeVar("_T")
# By name, because their modules are imported only where there is such a store.
_MEANINGS: dict[str, type[PasswordStoreError]] = {
    "KeyringLocked": PasswordStoreLockedError,
    "LockedException": PasswordStoreLockedError,
    "NoKeyringError": NoPasswordStoreError,
    "SecretServiceNotAvailableException": NoPasswordStoreError,
    # The session's message bus, and with it the store, is not there or no longer.
    "FileNotFoundError": NoPasswordStoreError,
    "ConnectionError": NoPasswordStoreError,
}
# What can be taken back is done and taken back one after another: a late one would
# else take back what somebody who tried once more has just been told is kept.
_TURN = threading.Lock()


async def call_within(
    limit_s: float, question: Callable[[], _T], undo: Callable[[], object] | None = None
) -> _T:
    """Ask the password store in a thread of its own, for a limited time.

    A store that waits for a person blocks its thread until they answer, and nothing
    can end that thread. So it is a daemon: neither the end of the event loop nor
    that of the program waits for it, as they would for ``asyncio.to_thread``.

    Args:
        limit_s: Seconds to wait.
        question: The blocking call.
        undo: Takes back what the question did, in the same thread, if its answer comes
            when nobody waits for it any more.

    Returns:
        The answer.

    Raises:
        PasswordStoreError: The question was refused, or not answered in time. It
            has neither cause nor context: their frames hold the secret.
    """
    answer: Future[_T] = Future()
    # From here on nobody can cancel it, so that a late answer finds it open.
    answer.set_running_or_notify_cancel()
    # Said once, by the one who waits: the thread could not know.
    in_time: Future[bool] = Future()

    def ask() -> None:
        with nullcontext() if undo is None else _TURN:
            try:
                told = question()
            except Exception as error:  # noqa: BLE001 - each backend has errors of its own
                answer.set_exception(_meaning(error))
                return
            answer.set_result(told)
            if undo is not None and not in_time.result():
                with suppress(Exception):
                    undo()

    threading.Thread(target=ask, name="password store", daemon=True).start()
    came = False
    try:
        async with asyncio.timeout(limit_s):
            told = await asyncio.wrap_future(answer)
        came = True
    except TimeoutError:
        pass
    else:
        return told
    finally:
        in_time.set_result(came)
    raise PasswordStoreSilentError.made()


def _meaning(error: Exception) -> PasswordStoreError:
    if isinstance(error, PasswordStoreError):
        return error
    for kind in type(error).__mro__:
        if kind.__name__ in _MEANINGS:
            return _MEANINGS[kind.__name__].made()
    return PasswordStoreRefusedError.made()
