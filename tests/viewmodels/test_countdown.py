from pytestqt.qtbot import QtBot

from clockify_desktop.viewmodels.countdown import Countdown


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
