import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from clockify_desktop.domain.errors import AppError, UsageError
from clockify_desktop.domain.needs import Need
from clockify_desktop.domain.progress import Progress
from clockify_desktop.services.query_cache import (
    Answer,
    Loading,
    QueryCache,
    Ready,
    Refused,
)

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)


@dataclass(frozen=True)
class Letter:
    """A need for tests; small letters are open, as a week that is not over."""

    name: str


def letters(names: str) -> tuple[Any, ...]:
    return tuple(map(Letter, names))


class Server:
    """Answers when it is told to, and counts what is asked.

    Every answer is a new object of ten bytes.
    """

    def __init__(self, most_bytes: int = 1000) -> None:
        self.asked: list[tuple[str, bool]] = []
        self.ended: list[str] = []
        self.under_way: dict[str, asyncio.Future[object]] = {}
        self.told: list[str] = []
        self.cache = QueryCache(
            self._load,
            size_of=lambda _: 10,
            is_closed=lambda need: str(need.name).isupper(),  # type: ignore[union-attr]
            most_bytes=most_bytes,
            now=lambda: NOW + timedelta(seconds=len(self.asked)),
        )
        self.cache.on_answer = lambda need: self.told.append(need.name)  # type: ignore[union-attr]

    async def _load(self, need: Need, refresh: bool) -> object:  # noqa: FBT001 - as the cache has it
        name = str(need.name)  # type: ignore[union-attr]
        self.asked.append((name, refresh))
        answer = asyncio.get_running_loop().create_future()
        self.under_way[name] = answer
        try:
            return await answer
        finally:
            self.ended.append(name)
            if self.under_way.get(name) is answer:
                del self.under_way[name]

    async def turn(self) -> None:
        """Let everything that is due happen."""
        for _ in range(10):
            await asyncio.sleep(0)

    async def answers(self, names: str) -> None:
        for name in names:
            self.under_way[name].set_result(object())
        await self.turn()

    async def refuses(self, name: str, error: Exception) -> None:
        self.under_way[name].set_exception(error)
        await self.turn()

    async def wants(self, *tiers: str) -> None:
        self.cache.want(*map(letters, tiers))
        await self.turn()

    def of(self, name: str) -> Answer | None:
        return self.cache.answer(letters(name)[0])

    @property
    def names(self) -> str:
        return "".join(name for name, _ in self.asked)


def play(
    scene: Callable[[Server], Coroutine[Any, Any, None]], most_bytes: int = 1000
) -> None:
    async def whole() -> None:
        server = Server(most_bytes)
        await scene(server)
        await server.cache.close()

    asyncio.run(whole())


def test_a_need_is_asked_once_whoever_wants_it() -> None:
    async def scene(server: Server) -> None:
        waiting = [
            asyncio.ensure_future(server.cache.get(letters("A")[0])) for _ in range(2)
        ]
        await server.wants("A")
        await server.wants("A")
        assert server.of("A") == Loading()
        await server.answers("A")
        first, second = await asyncio.gather(*waiting)
        assert first is second
        assert server.of("A") == Ready(first, NOW + timedelta(seconds=1))
        assert await server.cache.get(letters("A")[0]) is first
        assert server.names == "A"
        assert server.told == ["A"]

    play(scene)


def test_tiers_are_asked_one_after_another_and_each_at_once() -> None:
    async def scene(server: Server) -> None:
        await server.wants("AB", "C", "D")
        assert server.names == "AB"
        await server.answers("A")
        assert server.names == "AB"
        await server.refuses("B", UsageError("No", "Ask another."))
        # Where something goes wrong, what may be next is not asked for too.
        assert server.names == "AB"
        server.cache.refresh(letters("B"))
        await server.turn()
        await server.answers("B")
        assert server.names == "ABBC"
        await server.answers("C")
        await server.answers("D")
        assert server.names == "ABBCD"

    play(scene)


def test_a_refusal_beside_what_is_needed_holds_nothing_up() -> None:
    async def scene(server: Server) -> None:
        server.cache.want(letters("A"), beside=(letters("BC"), letters("D")))
        await server.turn()
        assert server.names == "A"
        await server.answers("A")
        assert server.names == "ABC"
        await server.refuses("B", UsageError("No", "Ask another."))
        assert server.names == "ABC"
        await server.answers("C")
        assert server.names == "ABCD"
        # Not wanted any more, it is let go like all that is.
        server.cache.want(letters("A"))
        await server.turn()
        assert server.ended[-1] == "D"

    play(scene)


def test_a_refusal_of_what_is_needed_holds_up_what_is_beside() -> None:
    async def scene(server: Server) -> None:
        server.cache.want(letters("A"), beside=(letters("B"),))
        await server.turn()
        await server.refuses("A", UsageError("No", "Ask another."))
        assert server.names == "A"

    play(scene)


def test_what_nobody_wants_any_more_is_cancelled() -> None:
    async def scene(server: Server) -> None:
        await server.wants("AB")
        await server.wants("B")
        assert server.ended == ["A"]
        assert server.of("A") is None
        await server.answers("B")
        kept = server.of("B")
        server.cache.refresh(letters("B"))
        await server.turn()
        assert server.of("B") == Loading(kept)  # type: ignore[arg-type]
        await server.wants("C")
        # ... as if it had never been asked for again.
        assert server.of("B") == kept
        assert server.ended == ["A", "B", "B"]

    play(scene)


def test_whoever_waits_wants_it_until_they_are_cancelled() -> None:
    async def scene(server: Server) -> None:
        first, second = (
            asyncio.ensure_future(server.cache.get(letters("A")[0])) for _ in range(2)
        )
        await server.turn()
        await server.wants("A")
        await server.wants()
        first.cancel()
        await server.turn()
        assert server.ended == []
        second.cancel()
        await server.turn()
        assert server.ended == ["A"]
        assert server.of("A") is None

    play(scene)


def test_how_far_an_answer_is_is_told_while_it_is_under_way() -> None:
    async def scene(server: Server) -> None:
        (need,) = letters("a")
        server.cache.tell_progress(need, Progress(1, 2))
        assert server.of("a") is None
        await server.wants("a")
        server.cache.tell_progress(need, Progress(1, 2))
        assert server.of("a") == Loading(progress=Progress(1, 2))
        assert server.told == ["a"]
        server.cache.on_answer = None
        server.cache.tell_progress(need, Progress(2, 2))
        assert server.of("a") == Loading(progress=Progress(2, 2))
        await server.answers("a")
        server.cache.tell_progress(need, Progress(1, 2))
        assert isinstance(server.of("a"), Ready)

    play(scene)


def test_an_error_that_is_kept_keeps_no_answer() -> None:
    async def scene(server: Server) -> None:
        await server.wants("a")

        def decoding() -> None:
            msg = "No"
            raise AppError(msg, "Not now.")

        try:
            decoding()
        except AppError as error:
            await server.refuses("a", error)
        answer = server.of("a")
        assert isinstance(answer, Refused)
        assert answer.error.__traceback__ is None

    play(scene)


def test_a_refusal_stays_until_it_is_wanted_anew() -> None:
    async def scene(server: Server) -> None:
        error = UsageError("No", "Ask another.")
        await server.wants("A")
        await server.refuses("A", error)
        assert server.of("A") == Refused(error)
        await server.wants("A")
        assert server.names == "A"
        await server.wants()
        await server.wants("A")
        assert server.names == "AA"
        await server.answers("A")
        before = server.of("A")
        assert isinstance(before, Ready)
        server.cache.refresh(letters("A"))
        await server.turn()
        await server.refuses("A", error)
        assert server.of("A") == Refused(error, before)
        assert server.cache.value(letters("A")[0]) is before.value
        assert server.cache.kept(Letter) == []  # type: ignore[type-var]

    play(scene)


def test_whoever_waits_hears_of_a_refusal_and_the_next_one_asks_again() -> None:
    async def scene(server: Server) -> None:
        waiting = asyncio.ensure_future(server.cache.get(letters("A")[0]))
        await server.turn()
        await server.refuses("A", UsageError("No", "Ask another."))
        with pytest.raises(AppError, match="No"):
            await waiting
        waiting = asyncio.ensure_future(server.cache.get(letters("A")[0]))
        await server.turn()
        await server.answers("A")
        assert await waiting is server.cache.value(letters("A")[0])
        assert server.cache.kept(Letter) == [  # type: ignore[type-var]
            (Letter("A"), server.of("A"))
        ]

    play(scene)


def test_nobody_misses_an_error_of_a_cancelled_wait() -> None:
    async def scene(server: Server) -> None:
        waiting = asyncio.ensure_future(server.cache.get(letters("A")[0]))
        await server.turn()
        server.under_way["A"].set_exception(UsageError("No", "Ask another."))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)

    play(scene)


def test_to_refresh_is_to_ask_again_for_that_alone() -> None:
    async def scene(server: Server) -> None:
        await server.wants("AB")
        await server.answers("AB")
        server.cache.refresh(letters("A"))
        await server.turn()
        assert server.asked == [("A", False), ("B", False), ("A", True)]
        # What is under way may have been answered too early.
        server.cache.refresh(letters("A"))
        await server.turn()
        assert server.asked[3:] == [("A", True)]
        await server.answers("A")
        # Nobody wants it, so it is asked for again when somebody does.
        await server.wants("A")
        server.cache.refresh(letters("B"))
        assert server.of("B") is None
        assert len(server.asked) == 4
        old = server.cache.value(letters("A")[0])
        waiting = asyncio.ensure_future(server.cache.get(letters("A")[0], refresh=True))
        await server.turn()
        await server.answers("A")
        assert await waiting is not old

    play(scene)


def test_what_is_forgotten_is_asked_for_again() -> None:
    async def scene(server: Server) -> None:
        await server.wants("A", "B")
        server.cache.forget(letters("AB"))
        await server.answers("A")
        server.cache.forget(letters("A"))
        await server.wants("A")
        assert server.names == "ABA"

    play(scene)


def test_the_oldest_goes_first_and_what_is_wanted_never() -> None:
    async def scene(server: Server) -> None:
        for name in "ABC":
            await server.wants(name)
            await server.answers(name)
        assert server.cache.held_bytes == 30
        await server.wants("A")
        await server.wants("D")
        await server.answers("D")
        assert server.of("B") is None
        assert [server.of(name) is None for name in "ACD"] == [False] * 3
        await server.wants("ACDEF")
        await server.answers("EF")
        assert server.cache.held_bytes == 50

    play(scene, most_bytes=30)


def test_as_many_go_as_have_to() -> None:
    async def scene(server: Server) -> None:
        await server.wants("ABCD")
        await server.answers("ABCD")
        assert server.cache.held_bytes == 40
        await server.wants("E")
        await server.answers("E")
        assert [server.of(name) is None for name in "ABCDE"] == [True] * 2 + [False] * 3

    play(scene, most_bytes=30)


@pytest.mark.parametrize("refused", [False, True])
def test_who_is_cancelled_as_the_answer_comes_hears_nothing(refused: bool) -> None:  # noqa: FBT001 - a case of two
    async def scene(server: Server) -> None:
        stays, goes = (
            asyncio.ensure_future(server.cache.get(letters("A")[0])) for _ in range(2)
        )
        await server.turn()
        answer = server.under_way["A"]
        # In one turn: the task is told to end after the answer is under way to it.
        answer.add_done_callback(lambda _: goes.cancel())
        if refused:
            answer.set_exception(AppError("No", "Wait."))
        else:
            answer.set_result("answer")
        await server.turn()
        assert goes.cancelled()
        assert stays.done()
        assert (stays.exception() is not None) is refused

    play(scene)


def test_what_is_still_changing_goes_before_what_is_over() -> None:
    async def scene(server: Server) -> None:
        for name in "AbC":
            await server.wants(name)
            await server.answers(name)
        await server.wants("D")
        await server.answers("D")
        assert [server.of(name) is None for name in "AbCD"] == [
            False,
            True,
            False,
            False,
        ]

    play(scene, most_bytes=30)


def test_answers_end_with_the_account() -> None:
    async def scene(server: Server) -> None:
        await server.wants("AB")
        await server.answers("A")
        waiting = asyncio.ensure_future(server.cache.get(letters("B")[0]))
        await server.turn()
        await server.cache.close()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        with pytest.raises(asyncio.CancelledError):
            await server.cache.get(letters("C")[0])
        await server.wants("C")
        server.cache.refresh(letters("A"))
        await server.turn()
        assert server.names == "AB"
        assert server.told == ["A"]
        assert server.of("A") is None
        assert server.cache.held_bytes == 0
        assert set(server.ended) == {"A", "B"}

    play(scene)


def test_without_a_clock_of_its_own_it_takes_the_time() -> None:
    async def scene(server: Server) -> None:
        cache = QueryCache(server._load, size_of=lambda _: 0, is_closed=lambda _: True)
        waiting = asyncio.ensure_future(cache.get(letters("A")[0]))
        await server.turn()
        await server.answers("A")
        await waiting
        ((_, ready),) = cache.kept(Letter)  # type: ignore[type-var]
        assert ready.fetched_at.utcoffset() == timedelta(0)

    play(scene)


class Caching(RuleBasedStateMachine):
    """People want this and that while answers and refusals come in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.server = Server(most_bytes=40)
        self.wanted: tuple[str, ...] = ()
        self.waiting: list[tuple[str, asyncio.Task[object]]] = []

    def teardown(self) -> None:
        self.loop.run_until_complete(self.server.cache.close())
        self._turn()
        assert all(task.done() for _, task in self.waiting)
        assert not self.server.under_way
        self.loop.close()

    def _turn(self) -> None:
        self.loop.run_until_complete(self.server.turn())

    @rule(tiers=st.lists(st.text("ABcd", max_size=3), max_size=3))
    def want(self, tiers: list[str]) -> None:
        self.wanted = tuple(tiers)
        self.loop.run_until_complete(self.server.wants(*tiers))

    @rule(name=st.sampled_from("ABcd"), refresh=st.booleans())
    def get(self, name: str, refresh: bool) -> None:  # noqa: FBT001 - hypothesis gives it by name
        async def waiting() -> object:
            return await self.server.cache.get(letters(name)[0], refresh=refresh)

        self.waiting.append((name, self.loop.create_task(waiting())))
        self._turn()

    @rule(data=st.data())
    def leave(self, data: st.DataObject) -> None:
        if open_ones := [one for one in self.waiting if not one[1].done()]:
            data.draw(st.sampled_from(open_ones))[1].cancel()
            self._turn()

    @rule(name=st.sampled_from("ABcd"))
    def refresh(self, name: str) -> None:
        async def refreshed() -> None:
            self.server.cache.refresh(letters(name))
            await self.server.turn()

        self.loop.run_until_complete(refreshed())

    @rule(name=st.sampled_from("ABcd"))
    def forget(self, name: str) -> None:
        self.server.cache.forget(letters(name))
        self.loop.run_until_complete(self.server.wants(*self.wanted))

    @rule(name=st.sampled_from("ABcd"))
    def answer(self, name: str) -> None:
        if name in self.server.under_way:
            self.loop.run_until_complete(self.server.answers(name))

    @rule(name=st.sampled_from("ABcd"))
    def refuse(self, name: str) -> None:
        if name in self.server.under_way:
            error = UsageError("No", "Ask another.")
            self.loop.run_until_complete(self.server.refuses(name, error))

    @invariant()
    def only_what_is_wanted_or_refreshed_is_under_way(self) -> None:
        wanted = {*"".join(self.wanted)}
        wanted |= {name for name, task in self.waiting if not task.done()}
        loading = {name for name in "ABcd" if isinstance(self.server.of(name), Loading)}
        assert loading == set(self.server.under_way)
        assert loading <= wanted

    @invariant()
    def the_first_tier_is_never_kept_waiting(self) -> None:
        for tier in self.wanted:
            answers = [self.server.of(name) for name in tier]
            assert None not in answers
            if not all(isinstance(one, Ready) for one in answers):
                return

    @invariant()
    def memory_is_bounded_but_for_what_is_wanted(self) -> None:
        kept = 10 * len({*"".join(self.wanted)})
        loading = 10 * len(self.server.under_way)
        assert self.server.cache.held_bytes <= 40 + kept + loading

    @invariant()
    def nobody_waits_for_what_is_answered(self) -> None:
        for name, task in self.waiting:
            if not task.done():
                assert name in self.server.under_way
            elif not task.cancelled() and task.exception() is not None:
                assert isinstance(task.exception(), AppError)


TestCaching = Caching.TestCase
TestCaching.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
