"""Threads that the end of the program waits for a moment and no longer."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import suppress
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any, Final, ParamSpec, TypeVar

END_LIMIT_S: Final = 0.5
"""Seconds: an import or a drawing comes to its end in them, a dead disk does not."""

T = TypeVar("T")
P = ParamSpec("P")


class DaemonThreads(Executor):
    """Does blocking work aside.

    What ``ThreadPoolExecutor`` has begun, the program waits for however long it takes,
    and a disk in the network may never answer.

    Args:
        most: How many threads.
        name: What they are called.
    """

    def __init__(self, most: int, name: str) -> None:
        self._most, self._name = most, name
        self._jobs: SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None] = (
            SimpleQueue()
        )
        self._threads: list[threading.Thread] = []
        self._turn = threading.Lock()
        self._has_ended = False

    def submit(
        self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
    ) -> Future[T]:
        """Do something as soon as a thread is free.

        Args:
            fn: What blocks.
            args: For it.
            kwargs: For it.

        Returns:
            Its result, when it is here.

        Raises:
            RuntimeError: The threads have ended.
        """
        future: Future[T] = Future()
        with self._turn:
            if self._has_ended:
                message = f"the {self._name} threads have ended"
                raise RuntimeError(message)
            self._jobs.put((future, partial(fn, *args, **kwargs)))
            if len(self._threads) < self._most:
                thread = threading.Thread(
                    target=self._work, name=self._name, daemon=True
                )
                self._threads.append(thread)
                thread.start()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - as Executor has it
        """Take nothing more; what has not begun is dropped.

        Args:
            wait: Whether to wait a moment for what has begun.
            cancel_futures: As ``Executor`` has it; it is done in any case.
        """
        del cancel_futures
        with self._turn:
            self._has_ended = True
        self._drop()
        for _ in self._threads:
            self._jobs.put(None)
        end = time.monotonic() + (END_LIMIT_S if wait else 0)
        for thread in self._threads:
            thread.join(max(end - time.monotonic(), 0))

    def _drop(self) -> None:
        with suppress(Empty):
            while (job := self._jobs.get_nowait()) is not None:
                job[0].cancel()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            _do(*job)


def _do(future: Future[T], work: Callable[[], T]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        result = work()
    except BaseException as error:  # noqa: BLE001 - goes to whoever waits
        future.set_exception(error)
    else:
        future.set_result(result)
