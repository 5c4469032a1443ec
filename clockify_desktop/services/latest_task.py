"""The one place that starts tasks: of several wishes, only the latest is answered.

A task that nobody holds can vanish, one that nobody asks fails in silence, and one
that was overtaken can still deliver. Here every task is held, every failure is told
and an overtaken answer is dropped, also when it came a moment before the newer wish.
"""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TypeVar

from clockify_desktop.domain.errors import AppError
from clockify_desktop.translation import tr

T = TypeVar("T")

# The whole program has to end within two seconds of the wish to quit.
CLOSE_LIMIT_S = 1.0


class ProgramError(AppError):
    """A mistake of the program; its report goes through the hooks, not through here."""

    def __init__(self) -> None:
        super().__init__(
            tr("Something went wrong in this program"),
            tr(
                "It is a mistake of the program, not yours. Try again, or copy the"
                " report."
            ),
        )


class LatestTask:
    """Runs one job at a time; a newer one cancels the one before.

    Jobs, their answers and their failures all come on the running event loop, so
    nothing here needs a lock.
    """

    def __init__(self) -> None:
        self._current: asyncio.Task[object] | None = None
        self._tasks: set[asyncio.Task[object]] = set()
        self._closed = False

    @property
    def busy(self) -> bool:
        """Whether an answer is still awaited."""
        return self._current is not None

    def start(
        self,
        job: Callable[[], Awaitable[T]],
        done: Callable[[T], None],
        failed: Callable[[AppError], None],
    ) -> None:
        """Start a job in place of the one before.

        Args:
            job: A function, not a coroutine object: one that is overtaken before
                its first step is never called.
            done: Is given the answer, unless a newer wish came meanwhile.
            failed: Is given the error in the same way. A bug comes here as a
                ``ProgramError`` and, whether overtaken or not, goes to the loop's
                exception handler as it is.
        """
        self.cancel()
        if self._closed:
            return  # Signals still arrive while the program ends.
        # The one exception to the rule: here the task is held, told of and awaited.
        task: asyncio.Task[object] = asyncio.create_task(_run(job))  # noqa: TID251 - see above
        self._current = task
        self._tasks.add(task)
        task.add_done_callback(partial(self._on_ended, done, failed))

    def cancel(self) -> None:
        """Drop the job that is under way; neither of its callbacks is called."""
        task, self._current = self._current, None
        if task is not None:
            task.cancel()

    async def close(self, limit_s: float = CLOSE_LIMIT_S) -> None:
        """Cancel what is under way, wait for its end and take no more wishes."""
        self.cancel()
        await self.finish(limit_s)

    async def finish(self, limit_s: float = CLOSE_LIMIT_S) -> None:
        """Take no more wishes, and wait for the end of what is under way."""
        self._closed = True
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=limit_s)

    def _on_ended(
        self,
        done: Callable[[T], None],
        failed: Callable[[AppError], None],
        task: asyncio.Task[T],
    ) -> None:
        self._tasks.discard(task)
        is_current = task is self._current
        if is_current:
            self._current = None
        if task.cancelled():
            return
        error = task.exception()
        if error is not None and not isinstance(error, AppError):
            _report(error)
            error = ProgramError()
        if not is_current:
            return
        # What these raise is a bug too; the loop tells its exception handler.
        if error is None:
            done(task.result())
        else:
            failed(error)


async def _run(job: Callable[[], Awaitable[T]]) -> T:
    return await job()


def _report(error: BaseException) -> None:
    asyncio.get_running_loop().call_exception_handler(
        {"message": "a job failed", "exception": error}
    )
