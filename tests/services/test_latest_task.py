import asyncio
import random
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from clockify_desktop.domain.errors import AppError
from clockify_desktop.services.latest_task import LatestTask, ProgramError


class Heard:
    """What a view model would have heard."""

    def __init__(self) -> None:
        self.answers: list[object] = []
        self.errors: list[AppError] = []
        self.bugs: list[object] = []

    def run(self, main: Callable[[], Coroutine[Any, Any, None]]) -> None:
        async def heard() -> None:
            loop = asyncio.get_running_loop()
            loop.set_exception_handler(self._on_bug)
            before = asyncio.all_tasks()
            await main()
            assert asyncio.all_tasks() == before, "a task is left over"

        asyncio.run(heard())

    def _on_bug(self, _loop: object, context: dict[str, Any]) -> None:
        self.bugs.append(context["exception"])

    def start(self, latest: LatestTask, job: Callable[[], Any]) -> None:
        latest.start(job, self.answers.append, self.errors.append)


def test_the_answer_arrives() -> None:
    heard, latest = Heard(), LatestTask()

    async def main() -> None:
        async def job() -> int:
            return 7

        heard.start(latest, job)
        assert latest.busy
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert not latest.busy

    heard.run(main)
    assert heard.answers == [7]
    assert heard.errors == heard.bugs == []


def test_a_job_overtaken_before_its_first_step_is_never_called() -> None:
    heard, latest, called = Heard(), LatestTask(), []

    async def main() -> None:
        async def first() -> None:
            called.append("first")

        async def second() -> str:
            return "second"

        heard.start(latest, first)
        heard.start(latest, second)
        for _ in range(3):
            await asyncio.sleep(0)

    heard.run(main)
    assert called == []
    assert heard.answers == ["second"]


def test_an_answer_that_was_ready_a_moment_before_the_newer_wish_is_dropped() -> None:
    heard, latest = Heard(), LatestTask()

    async def main() -> None:
        async def first() -> str:
            return "foreign"

        async def second() -> str:
            return "wanted"

        heard.start(latest, first)
        await asyncio.sleep(0)  # first has ended, its answer is on its way
        heard.start(latest, second)
        for _ in range(3):
            await asyncio.sleep(0)

    heard.run(main)
    assert heard.answers == ["wanted"]


def test_a_job_that_ignores_its_cancellation_delivers_nothing() -> None:
    heard, latest = Heard(), LatestTask()

    async def main() -> None:
        async def stubborn() -> str:
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                return "foreign"
            return ""

        heard.start(latest, stubborn)
        await asyncio.sleep(0)
        latest.cancel()
        assert not latest.busy
        await latest.close()

    heard.run(main)
    assert heard.answers == heard.errors == []


def test_an_error_for_people_goes_to_failed_alone() -> None:
    heard, latest = Heard(), LatestTask()
    error = AppError("No", "Do that.")

    async def main() -> None:
        async def job() -> None:
            raise error

        heard.start(latest, job)
        for _ in range(3):
            await asyncio.sleep(0)

    heard.run(main)
    assert heard.errors == [error]
    assert heard.answers == heard.bugs == []


def test_a_bug_goes_to_the_hook_and_ends_the_waiting() -> None:
    heard, latest = Heard(), LatestTask()
    bug = ZeroDivisionError("bug")

    async def main() -> None:
        async def job() -> None:
            raise bug

        heard.start(latest, job)
        for _ in range(3):
            await asyncio.sleep(0)
        assert not latest.busy

    heard.run(main)
    assert heard.bugs == [bug]
    assert [type(one) for one in heard.errors] == [ProgramError]


def test_an_overtaken_job_tells_its_bugs_but_not_its_refusals() -> None:
    heard, latest = Heard(), LatestTask()
    bug = ZeroDivisionError("bug")

    async def main() -> None:
        async def failing_with(error: Exception) -> None:
            try:
                await asyncio.Event().wait()
            finally:
                raise error

        heard.start(latest, lambda: failing_with(bug))
        await asyncio.sleep(0)
        heard.start(latest, lambda: failing_with(AppError("No", "Do that.")))
        await asyncio.sleep(0)
        await latest.close()

    heard.run(main)
    assert heard.bugs == [bug]
    assert heard.errors == heard.answers == []


def test_a_bug_of_the_receiver_reaches_the_hook() -> None:
    heard, latest = Heard(), LatestTask()
    bug = ZeroDivisionError("bug")

    async def main() -> None:
        async def job() -> None: ...

        def done(_answer: object) -> None:
            raise bug

        latest.start(job, done, heard.errors.append)
        for _ in range(3):
            await asyncio.sleep(0)

    heard.run(main)
    assert heard.bugs == [bug]


def test_a_job_cancelled_from_elsewhere_says_nothing() -> None:
    heard, latest = Heard(), LatestTask()

    async def main() -> None:
        async def job() -> None:
            raise asyncio.CancelledError

        heard.start(latest, job)
        for _ in range(3):
            await asyncio.sleep(0)
        assert not latest.busy

    heard.run(main)
    assert heard.answers == heard.errors == heard.bugs == []


def test_close_runs_finally_blocks_and_takes_no_more_wishes() -> None:
    heard, latest, ended = Heard(), LatestTask(), []

    async def main() -> None:
        async def job() -> None:
            try:
                await asyncio.Event().wait()
            finally:
                await asyncio.sleep(0)
                ended.append("tidied")

        heard.start(latest, job)
        await asyncio.sleep(0)
        await latest.close()
        assert ended == ["tidied"]
        heard.start(latest, job)
        assert not latest.busy
        await latest.close()

    heard.run(main)


def test_close_does_not_wait_for_ever() -> None:
    latest, release = LatestTask(), asyncio.Event()

    async def main() -> None:
        async def stubborn() -> None:
            while not release.is_set():
                try:
                    await release.wait()
                except asyncio.CancelledError:
                    continue

        heard.start(latest, stubborn)
        await asyncio.sleep(0)
        await latest.close(limit_s=0.01)
        assert not release.is_set()
        release.set()
        for _ in range(4):
            await asyncio.sleep(0)

    heard = Heard()
    heard.run(main)


class Fickle:
    """Somebody who wishes, takes back and wishes anew at random moments."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.latest = LatestTask()
        self.wanted: int | None = None

    async def main(self) -> None:
        for number in range(12):
            self.wish(number)
            if self.dice.random() < 0.2:
                self.latest.cancel()
                self.wanted = None
            await self.pause(self.dice.randrange(4))
        self.wish(99)
        await self.pause(20)
        assert self.wanted is None, "the last wish was not answered"
        await self.latest.close()

    def wish(self, number: int) -> None:
        self.wanted = number
        self.latest.start(partial(self.job, number), self.done, self.failed)

    async def job(self, number: int) -> int:
        stubborn = self.dice.random() < 0.3
        for _ in range(self.dice.randrange(4)):
            try:
                await asyncio.sleep(0)
            except asyncio.CancelledError:
                if not stubborn:
                    raise
        if self.dice.random() < 0.3:
            error = AppError(str(number), "Do that.")
            raise error
        return number

    async def pause(self, steps: int) -> None:
        for _ in range(steps):
            await asyncio.sleep(0)

    def done(self, answer: int) -> None:
        assert answer == self.wanted, "a late answer was delivered"
        self.wanted = None

    def failed(self, error: AppError) -> None:
        assert error.title == str(self.wanted), "a late error was delivered"
        self.wanted = None


def test_whatever_the_order_only_the_latest_wish_is_answered() -> None:
    for seed in range(1000):
        heard = Heard()
        heard.run(Fickle(seed).main)
        assert heard.bugs == [], seed
