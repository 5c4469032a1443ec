import asyncio
import threading
import time
from collections.abc import Iterator
from concurrent.futures import wait
from functools import partial

import pytest

from clockify_desktop import daemon_threads
from clockify_desktop.daemon_threads import (
    END_LIMIT_S,
    DaemonThreads,
    call_in_daemon,
    stop_telling,
)

LIMIT_S = 5.0


@pytest.fixture
def threads() -> Iterator[DaemonThreads]:
    threads = DaemonThreads(2, "at work")
    yield threads
    threads.shutdown()


def test_results_and_errors_come_back(threads: DaemonThreads) -> None:
    assert threads.submit(divmod, 7, 2).result(LIMIT_S) == (3, 1)
    assert threads.submit(int, "f", base=16).result(LIMIT_S) == 15
    with pytest.raises(ZeroDivisionError):
        threads.submit(divmod, 7, 0).result(LIMIT_S)


def test_so_many_at_once_and_no_more(threads: DaemonThreads) -> None:
    met = threading.Barrier(2)
    both = [threads.submit(met.wait, LIMIT_S) for _ in range(2)]
    assert len(wait(both, LIMIT_S).done) == 2
    names = {threads.submit(threading.get_ident).result(LIMIT_S) for _ in range(9)}
    assert len(names) <= 2


def test_one_thread_keeps_the_order() -> None:
    threads, told = DaemonThreads(1, "one"), list[int]()
    last = [threads.submit(told.append, number) for number in range(50)][-1]
    last.result(LIMIT_S)
    assert told == list(range(50))
    threads.shutdown()


def test_what_was_cancelled_is_not_begun() -> None:
    threads, held, told = DaemonThreads(1, "one"), threading.Event(), list[str]()
    first = threads.submit(held.wait, LIMIT_S)
    second = threads.submit(told.append, "second")
    third = threads.submit(told.append, "third")
    assert second.cancel()
    held.set()
    third.result(LIMIT_S)
    assert first.result() is True
    assert told == ["third"]
    threads.shutdown()


def test_the_end_waits_a_moment_for_what_has_begun_and_drops_the_rest() -> None:
    threads, held, begun = DaemonThreads(1, "one"), threading.Event(), threading.Event()
    first = threads.submit(partial(_begin, begun, held))
    assert begun.wait(LIMIT_S)
    never = threads.submit(held.wait)
    before = time.monotonic()
    threads.shutdown()
    assert END_LIMIT_S <= time.monotonic() - before < LIMIT_S
    assert never.cancelled()
    assert not first.done()
    with pytest.raises(RuntimeError, match="have ended"):
        threads.submit(held.wait)
    threads.shutdown(wait=False)
    held.set()
    assert first.result(LIMIT_S) is True
    assert all(one.daemon for one in threads._threads)


def _begin(begun: threading.Event, held: threading.Event) -> bool:
    begun.set()
    return held.wait(LIMIT_S)


def test_at_the_end_of_the_process_nobody_is_told_any_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(daemon_threads, "_telling", threading.Lock())
    threads, held, told = DaemonThreads(2, "two"), threading.Event(), list[str]()
    telling, begun = threading.Event(), threading.Barrier(3)

    def tell(_: object) -> None:
        telling.set()
        held.wait(LIMIT_S)
        told.append("first")

    ready = threading.Event()
    threads.submit(ready.wait, LIMIT_S).add_done_callback(tell)
    ready.set()
    assert telling.wait(LIMIT_S)
    threading.Timer(0.05, held.set).start()
    # It waits for the one who is at it.
    stop_telling()
    assert told == ["first"]

    def fail() -> None:
        begun.wait(LIMIT_S)
        raise ValueError

    late = [threads.submit(begun.wait, LIMIT_S), threads.submit(fail)]
    begun.wait(LIMIT_S)
    threads.shutdown()
    assert not any(one.done() for one in late)


def test_leaving_does_not_wait_and_a_late_end_harms_nobody() -> None:
    answer, ended = threading.Event(), threading.Event()

    def make() -> None:
        answer.wait(20)
        ended.set()

    async def leave() -> None:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await call_in_daemon(make, "making")

    asyncio.run(leave())
    assert not ended.is_set()
    answer.set()
    assert ended.wait(20)
