from clockify_desktop.api.connections import SleepDetector


class Clocks:
    def __init__(self) -> None:
        self.wall_s = 1_700_000_000.0
        self.awake_s = 50.0

    def go_on(self, awake_s: float, asleep_s: float = 0.0) -> None:
        self.awake_s += awake_s
        self.wall_s += awake_s + asleep_s


def test_sleep_is_noticed_once() -> None:
    clocks = Clocks()
    sleep_detector = SleepDetector(lambda: clocks.wall_s, lambda: clocks.awake_s)
    clocks.go_on(3600)
    assert not sleep_detector.has_slept()
    clocks.go_on(2, 60)
    assert sleep_detector.has_slept()
    clocks.go_on(2)
    assert not sleep_detector.has_slept()


def test_a_clock_that_is_set_right_is_no_sleep() -> None:
    clocks = Clocks()
    sleep_detector = SleepDetector(lambda: clocks.wall_s, lambda: clocks.awake_s)
    for step_s in (0.5, -0.5, -3600, 4):
        clocks.go_on(1, step_s)
        assert not sleep_detector.has_slept()
    # Counted from then on, not from the beginning.
    clocks.go_on(1, 6)
    assert sleep_detector.has_slept()
