"""Blocking calls in daemon threads, which the program does not wait for at its end.

What ``asyncio.to_thread`` or ``ThreadPoolExecutor`` has begun is waited for however
long it takes, and a disk in the network or a password store may never answer.
"""

import asyncio
import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import AbstractContextManager, nullcontext, suppress
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any, Final, ParamSpec, TypeVar

END_LIMIT_S: Final = 0.5
"""Seconds: an import or a drawing comes to its end in them, a dead disk does not."""

# Held while a thread tells a result.
_telling = threading.Lock()

T = TypeVar("T")
P = ParamSpec("P")


def stop_telling() -> None:
    """Have threads tell no result from now on; for the end of a process.

    What is told wakes the loop, and crashes the process if Qt is taken apart meanwhile.
    """
    _telling.acquire(timeout=END_LIMIT_S)


async def call_in_daemon(
    call: Callable[[], T],
    name: str,
    *,
    undo: Callable[[T], object] | None = None,
    lock: AbstractContextManager[object] | None = None,
) -> T:
    """Make a blocking call in a thread of its own; what it raises is raised here.

    Args:
        call: What blocks; it goes on when nobody waits for it any more.
        undo: Takes back in that thread what the call gave, if it comes when nobody
            waits any more. What it raises is dropped.
        lock: Held from before the call until it is undone or need not be.
    """
    result: Future[T] = Future()
    # From here on nobody can cancel it, so that a late end finds it open.
    result.set_running_or_notify_cancel()
    # Set once, by the one who waits: the thread could not know.
    is_received: Future[bool] = Future()

    def work() -> None:
        with lock or nullcontext():
            _complete(result, call)
            if undo is None or result.exception() or is_received.result():
                return
            with suppress(Exception):
                undo(result.result())

    _start(work, name)
    received = False
    try:
        value = await asyncio.wrap_future(result)
        received = True
        return value
    finally:
        is_received.set_result(received)


class DaemonThreads(Executor):
    """A pool whose shutdown waits for ``END_LIMIT_S`` at most."""

    def __init__(self, max_workers: int, name: str) -> None:
        self._max_workers, self._name = max_workers, name
        self._jobs: SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None] = (
            SimpleQueue()
        )
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()
        self._is_shut_down = False

    def submit(
        self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
    ) -> Future[T]:
        """Call something when a thread is free; ``RuntimeError`` after ``shutdown``."""
        future: Future[T] = Future()
        with self._lock:
            if self._is_shut_down:
                message = f"the {self._name} threads have ended"
                raise RuntimeError(message)
            self._jobs.put((future, partial(fn, *args, **kwargs)))
            if len(self._threads) < self._max_workers:
                self._threads.append(_start(self._work, self._name))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - as Executor has it
        """Take nothing more, cancel what has not begun, wait a moment for the rest."""
        del cancel_futures
        with self._lock:
            self._is_shut_down = True
        with suppress(Empty):
            while (job := self._jobs.get_nowait()) is not None:
                job[0].cancel()
        for _ in self._threads:
            self._jobs.put(None)
        end = time.monotonic() + (END_LIMIT_S if wait else 0)
        for thread in self._threads:
            thread.join(max(end - time.monotonic(), 0))

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            future, call = job
            if future.set_running_or_notify_cancel():
                _complete(future, call)


def _start(work: Callable[[], None], name: str) -> threading.Thread:
    thread = threading.Thread(target=work, name=name, daemon=True)
    thread.start()
    return thread


def _complete(future: Future[T], call: Callable[[], T]) -> None:
    try:
        result = call()
    except BaseException as error:  # noqa: BLE001 - goes to whoever waits
        tell = partial(future.set_exception, error)
    else:
        tell = partial(future.set_result, result)
    with _telling:
        tell()
