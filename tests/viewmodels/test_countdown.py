from datetime import UTC, datetime, timedelta

from pytestqt.qtbot import QtBot

from clockify_desktop.api.retry import Wait
from clockify_desktop.viewmodels.countdown import Countdown, WaitCountdown

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def test_it_ticks_only_while_somebody_waits(qtbot: QtBot) -> None:
    countdown = Countdown()
    assert not countdown.running
    countdown.follow(waiting=True)
    countdown._timer.setInterval(1)
    with qtbot.waitSignals([countdown.ticked] * 2, timeout=5000):
        # Another wait does not put the next second off.
        countdown.follow(waiting=True)
    countdown.follow(waiting=False)
    assert not countdown.running


def test_a_tick_is_a_second() -> None:
    assert Countdown()._timer.interval() == 1000


def test_words_count_down_and_end() -> None:
    now = NOW
    waits = WaitCountdown(lambda: now)
    texts: list[str] = []
    waits.text_changed.connect(texts.append)
    waits.show_wait(Wait("Clockify is busy", NOW + timedelta(seconds=2), 1, 3))
    assert waits._countdown.running
    now += timedelta(seconds=1)
    waits._countdown.ticked.emit()
    waits.show_wait(None)
    assert not waits._countdown.running
    assert texts == [
        "Clockify is busy · asking again in 2 s",
        "Clockify is busy · asking again in 1 s",
        "",
    ]
