from datetime import UTC, datetime

from clockify_desktop.api.retry_wait import Wait, WaitTracker


def wait(second: int) -> Wait:
    at = datetime(2026, 11, 23, 9, 0, second, tzinfo=UTC)
    return Wait("Clockify is busy", at, 2, 3)


def test_the_one_that_ends_last_is_told_once() -> None:
    told: list[Wait | None] = []
    waits = WaitTracker(told.append)
    with waits.told(wait(5)):
        with waits.told(wait(3)), waits.told(wait(9)):
            assert told == [wait(5), wait(9)]
        assert told == [wait(5), wait(9), wait(5)]
    assert told == [wait(5), wait(9), wait(5), None]


def test_two_that_are_the_same() -> None:
    told: list[Wait | None] = []
    waits = WaitTracker(told.append)
    with waits.told(wait(5)):
        with waits.told(wait(5)):
            pass
        assert told == [wait(5)]
    assert told[-1] is None


def test_nobody_need_listen() -> None:
    with WaitTracker().told(wait(1)) as told:
        assert told is None
