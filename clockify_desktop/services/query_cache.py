"""Answers by what is needed: each need is asked once, whoever wants it.

The window says what it wants now, the first thing first; what nobody wants any more
is cancelled. Answers stay until the memory they may take is used up, so that going
back to a week asks nothing.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from typing import Any, Final, TypeVar
from weakref import WeakSet

from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.needs import Need
from clockify_desktop.domain.progress import Progress
from clockify_desktop.services.latest_task import LatestTask

N = TypeVar("N", bound=Need)

MOST_BYTES: Final = 256 * 2**20


@dataclass(frozen=True, slots=True)
class Ready:
    """An answer that is here.

    Args:
        value: Of the type that its need says.
        fetched_at: When it came, aware.
    """

    value: Any
    fetched_at: datetime


@dataclass(frozen=True, slots=True)
class Loading:
    """An answer that is under way; the one before stays until it is complete.

    How far it is, is ``None`` until that is known.
    """

    previous: Ready | None = None
    progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """An answer that could not be had; the one before stays."""

    error: AppError
    previous: Ready | None = None


Answer = Ready | Loading | Refused


@dataclass(slots=True, eq=False)
class _Entry:
    """One need and what became of it.

    Args:
        used: A number that grows with each use; the smallest was used longest ago.
        size: Of its value, bytes.
    """

    answer: Answer
    task: LatestTask = field(default_factory=LatestTask)
    waiting: list[asyncio.Future[Any]] = field(default_factory=list)
    used: int = 0
    size: int = 0


def _now() -> datetime:
    return datetime.now(UTC)


class QueryCache:
    """Answers of one account; they end with it.

    Args:
        load: Finds a need's answer out; the truth asks Clockify again for all of it.
        size_of: Bytes of a value.
        is_closed: Whether nothing more is expected to change about a need, as with a
            week that is over; such answers are let go last.
        most_bytes: Of all values together, but for what is wanted.
        now: Tells the time, aware.
    """

    def __init__(
        self,
        load: Callable[[Need, bool], Awaitable[Any]],
        *,
        size_of: Callable[[Any], int],
        is_closed: Callable[[Need], bool],
        most_bytes: int = MOST_BYTES,
        now: Callable[[], datetime] = _now,
    ) -> None:
        self._load = load
        self._size_of, self._is_closed = size_of, is_closed
        self._most_bytes, self._now = most_bytes, now
        self._entries: dict[Need, _Entry] = {}
        self._tiers: tuple[tuple[Need, ...], ...] = ()
        self._beside: tuple[tuple[Need, ...], ...] = ()
        # All of them: a step to another week asks for it many times.
        self._every: frozenset[Need] = frozenset()
        # What is cancelled is forgotten at once, and ends a moment later.
        self._tasks = WeakSet[LatestTask]()
        self._uses = 0
        self._closed = False
        self.on_answer: Callable[[Need], None] | None = None

    @property
    def held_bytes(self) -> int:
        """How much all values take."""
        return sum(entry.size for entry in self._entries.values())

    def answer(self, need: Need) -> Answer | None:
        """Tell what is known of a need, ``None`` where nobody wanted it yet."""
        entry = self._entries.get(need)
        return None if entry is None else entry.answer

    def value(self, need: Need) -> Any:  # noqa: ANN401 - of the type that the need says
        """Give the last complete answer, ``None`` where there is none."""
        answer = self.answer(need)
        return None if answer is None else value_of(answer)

    def kept(self, kind: type[N]) -> list[tuple[N, Ready]]:
        """List the complete answers to needs of a kind."""
        return [
            (need, entry.answer)
            for need, entry in self._entries.items()
            if isinstance(need, kind) and isinstance(entry.answer, Ready)
        ]

    def want(
        self, *tiers: Sequence[Need], beside: Sequence[Sequence[Need]] = ()
    ) -> None:
        """Want exactly this from now on.

        A tier is asked for when all before it is here; after a refusal nothing more
        is asked until it is mended. What was refused is asked for again once it is
        wanted anew.

        Args:
            tiers: What nothing can be shown without, the first thing first.
            beside: Further tiers, where a refusal holds nothing up.
        """
        if self._closed:
            return
        before = self._every
        self._tiers = tuple(map(tuple, tiers))
        self._beside = tuple(map(tuple, beside))
        self._every = frozenset(chain(*self._tiers, *self._beside))
        for need in self._every - before:
            if isinstance(self.answer(need), Refused):
                self._start(need, refresh=False)
        self._go_on()

    def refresh(self, needs: Iterable[Need]) -> None:
        """Drop what is kept, and ask again for what is wanted of it."""
        if self._closed:
            return
        for need in needs:
            if need in self._every:
                self._start(need, refresh=True)
            else:
                self.forget([need])

    def forget(self, needs: Iterable[Need]) -> None:
        """Let answers go that something newer takes the place of."""
        for need in needs:
            entry = self._entries.get(need)
            if entry is not None and isinstance(entry.answer, Ready):
                del self._entries[need]

    def tell_progress(self, need: Need, progress: Progress) -> None:
        """Say how far an answer is that is under way."""
        entry = self._entries.get(need)
        if entry is not None and isinstance(entry.answer, Loading):
            entry.answer = replace(entry.answer, progress=progress)
            if self.on_answer is not None:
                self.on_answer(need)

    async def get(self, need: Need, *, refresh: bool = False) -> Any:  # noqa: ANN401 - of the type that the need says
        """Wait for an answer.

        Whoever waits wants it: it is cancelled when nobody does any more.

        Raises:
            AppError: It could not be had.
        """
        if self._closed:
            raise asyncio.CancelledError
        entry = self._entries.get(need)
        if entry is not None and isinstance(entry.answer, Ready) and not refresh:
            self._use(entry)
            return entry.answer.value
        if entry is None or not entry.task.busy:
            entry = self._start(need, refresh=refresh)
        waiting: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        entry.waiting.append(waiting)
        try:
            return await waiting
        finally:
            entry.waiting.remove(waiting)
            if waiting.done() and not waiting.cancelled():
                # Whoever is cancelled at this moment does not look at an error.
                waiting.exception()
            self._cancel_unwanted()

    async def close(self) -> None:
        """End what is under way and forget every answer."""
        self._closed, self.on_answer = True, None
        entries, self._entries = self._entries, {}
        for entry in entries.values():
            entry.task.cancel()
            for waiting in entry.waiting:
                waiting.cancel()
        await asyncio.gather(*(task.close() for task in self._tasks))

    def _go_on(self) -> None:
        """Ask for what is wanted as far as it is its turn."""
        self._cancel_unwanted()
        for place, tier in enumerate((*self._tiers, *self._beside)):
            entries = [self._entry(need) for need in tier]
            enough = Ready if place < len(self._tiers) else (Ready, Refused)
            if not all(isinstance(entry.answer, enough) for entry in entries):
                return

    def _entry(self, need: Need) -> _Entry:
        entry = self._entries.get(need)
        if entry is None:
            return self._start(need, refresh=False)
        self._use(entry)
        return entry

    def _wanted(self) -> frozenset[Need]:
        return self._every

    def _cancel_unwanted(self) -> None:
        for need, entry in list(self._entries.items()):
            # Nearly all are here.
            if not isinstance(entry.answer, Loading):
                continue
            if entry.waiting or need in self._every:
                continue
            entry.task.cancel()
            if entry.answer.previous is None:
                del self._entries[need]
            else:
                entry.answer = entry.answer.previous

    def _start(self, need: Need, *, refresh: bool) -> _Entry:
        entry = self._entries.get(need)
        if entry is None:
            entry = self._entries[need] = _Entry(Loading())
            self._tasks.add(entry.task)
        entry.answer = Loading(_ready(entry.answer))
        self._use(entry)
        entry.task.start(
            partial(self._load, need, refresh),
            partial(self._on_loaded, need, entry),
            partial(self._on_failed, need, entry),
        )
        return entry

    def _use(self, entry: _Entry) -> None:
        self._uses += 1
        entry.used = self._uses

    def _on_loaded(self, need: Need, entry: _Entry, value: object) -> None:
        entry.answer = Ready(value, self._now())
        entry.size = self._size_of(value)
        self._use(entry)
        for waiting in entry.waiting:
            if not waiting.done():
                waiting.set_result(value)
        self._tell(need)

    def _on_failed(self, need: Need, entry: _Entry, error: AppError) -> None:
        # An error that is kept would keep the answer that stands in its frames.
        error = error.with_traceback(None)
        entry.answer = Refused(error, _ready(entry.answer))
        for waiting in entry.waiting:
            if not waiting.done():
                waiting.set_exception(error)
        self._tell(need)

    def _tell(self, need: Need) -> None:
        self._go_on()
        self._let_go()
        if self.on_answer is not None:
            self.on_answer(need)

    def _let_go(self) -> None:
        """Make room: open periods before closed ones, what was used last at the end."""
        over = self.held_bytes - self._most_bytes
        if over <= 0:
            return
        free = [
            (self._is_closed(need), entry.used, need)
            for need, entry in self._entries.items()
            if need not in self._every and not isinstance(entry.answer, Loading)
        ]
        for _, _, need in sorted(free, key=lambda one: one[:2]):
            over -= self._entries.pop(need).size
            if over <= 0:
                return


def value_of(answer: Answer) -> Any:  # noqa: ANN401 - of the type that the need says
    """Give the last complete value, ``None`` where there is none."""
    ready = _ready(answer)
    return None if ready is None else ready.value


def _ready(answer: Answer) -> Ready | None:
    return answer if isinstance(answer, Ready) else answer.previous
