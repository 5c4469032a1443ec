from datetime import UTC, datetime, timedelta

from clockify_desktop.api.retry import Wait
from clockify_desktop.viewmodels.wait_teller import WaitTeller

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def test_it_counts_down_and_falls_silent() -> None:
    now = NOW
    teller = WaitTeller(lambda: now)
    said: list[str] = []
    teller.told.connect(said.append)
    teller.tell(Wait("Clockify is busy", NOW + timedelta(seconds=2), 1, 3))
    assert teller._countdown.running
    now += timedelta(seconds=1)
    teller._countdown.ticked.emit()
    teller.tell(None)
    assert not teller._countdown.running
    assert said == [
        "Clockify is busy · asking again in 2 s",
        "Clockify is busy · asking again in 1 s",
        "",
    ]
