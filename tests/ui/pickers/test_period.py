from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.domain.day_counting import (
    DayCounting,
    DaysIn,
    Midnight,
    Rounding,
    RoundingMode,
)
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.presets import FixedPeriod, Preset
from clockify_desktop.ui.pickers.period_picker import PeriodPicker
from clockify_desktop.ui.pickers.preset_grid import PRESET_GROUPS, PRESET_WORDS
from clockify_desktop.ui.pickers.zone_choice import zones_to_choose
from clockify_desktop.viewmodels.picker_states import (
    ChosenPeriod,
    PeriodState,
    ZoneReason,
)

WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
STATE = PeriodState(
    WEEK,
    Preset.LAST_WEEK,
    date(2026, 11, 23),
    0,
    "Europe/Berlin",
    ZoneReason.PROFILE,
    "Europe/Berlin",
)
EARLIER = Period(date(2026, 11, 9), date(2026, 11, 15))


@pytest.fixture
def picker(window: QWidget) -> PeriodPicker:
    picker = PeriodPicker(window)
    window.show()
    return picker


def _preset(picker: PeriodPicker, preset: Preset) -> QPushButton:
    button = picker.panel.findChild(QPushButton, f"preset_{preset.value}")
    assert button is not None
    return button


def test_before_the_first_state_nothing_can_be_pressed(picker: PeriodPicker) -> None:
    for button in (picker.previous, picker.button, picker.next):
        assert not button.isEnabled()


def test_the_label_in_full(picker: PeriodPicker) -> None:
    picker.show_state(STATE)
    words = picker.button.words
    assert words.value == "16\u201322 Nov 2026"
    assert words.rest == "week 47 · Europe/Berlin"
    assert picker.button.accessibleName() == (
        "Period: 16\u201322 Nov 2026 · week 47 · Europe/Berlin"
    )
    assert picker.button.toolTip() == (
        "Last week · time zone from your Clockify profile"
    )
    picker.show_state(replace(STATE, period_choice=FixedPeriod(WEEK)))
    assert picker.button.toolTip() == "time zone from your Clockify profile"
    picker.show_state(replace(STATE, today=WEEK.end))
    assert picker.button.words.rest == "week 47 · so far · Europe/Berlin"


def test_other_numbers_of_the_same_days_are_said_first(picker: PeriodPicker) -> None:
    rounding = Rounding(RoundingMode.NEAREST, 15)
    counting = DayCounting(DaysIn.OWN, Midnight.SPLIT, rounding)
    picker.show_state(replace(STATE, counting=counting))
    short = "own zones · split · rounded to the nearest 15 min"
    assert picker.button.words.rest == f"{short} · week 47 · Europe/Berlin"
    name = picker.button.accessibleName()
    assert name.endswith(
        "own time zones · split at midnight · rounded to the nearest 15 min"
    )
    for note in counting.notes("Europe/Berlin"):
        assert note in picker.button.toolTip()


def test_every_preset_has_words_and_a_place() -> None:
    grouped = [preset for _, presets in PRESET_GROUPS for preset in presets]
    assert sorted(grouped) == sorted(PRESET_WORDS) == sorted(Preset)


@pytest.mark.parametrize("preset", list(Preset))
def test_a_preset_is_a_wish(picker: PeriodPicker, qtbot: QtBot, preset: Preset) -> None:
    picker.show_state(STATE)
    picker.button.click()
    assert _preset(picker, Preset.LAST_WEEK).isChecked()
    with qtbot.waitSignal(picker.period_changed, timeout=1000) as told:
        _preset(picker, preset).click()
    assert told.args == [ChosenPeriod(preset, "Europe/Berlin")]
    assert not picker.panel.isVisible()
    # The mark waits for the new state.
    assert _preset(picker, Preset.LAST_WEEK).isChecked()


def test_after_a_step_no_preset_is_marked(picker: PeriodPicker) -> None:
    picker.show_state(STATE)
    picker.button.click()
    picker.show_state(replace(STATE, period=EARLIER))
    assert not _preset(picker, Preset.LAST_WEEK).isChecked()
    assert picker.panel.dates.start.text() == "9 Nov 2026"


@pytest.mark.parametrize(
    ("keys", "preset"),
    [
        ("Down", Preset.PAST_TWO_WEEKS),
        ("Right", Preset.LAST_MONTH),
        ("Down Down Right", Preset.LAST_MONTH),
        ("Up Up", Preset.THIS_WEEK),
        ("Right Right Down", Preset.THIS_YEAR),
        ("Right Right Right Right", Preset.YESTERDAY),
        ("Left", Preset.LAST_WEEK),
    ],
)
@pytest.mark.parametrize("mirrored", [False, True])
def test_arrows_walk_between_presets_without_choosing(
    picker: PeriodPicker, qtbot: QtBot, keys: str, preset: Preset, *, mirrored: bool
) -> None:
    if mirrored:
        picker.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    picker.show_state(STATE)
    picker.button.click()
    other_way = {"Left": "Right", "Right": "Left"}
    panel = picker.panel
    with qtbot.assertNotEmitted(picker.period_changed):
        for key in keys.split():
            pressed = other_way.get(key, key) if mirrored else key
            qtbot.keyClick(panel.focusWidget(), Qt.Key[f"Key_{pressed}"])
    assert panel.focusWidget() is _preset(picker, preset)
    with qtbot.waitSignal(picker.period_changed, timeout=1000) as told:
        qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Space)
    assert told.args == [ChosenPeriod(preset, "Europe/Berlin")]


def test_the_days_have_their_weekdays_beside_them(picker: PeriodPicker) -> None:
    picker.show_state(STATE)
    picker.button.click()
    dates = picker.panel.dates
    shown = {one.text() for one in dates.findChildren(QLabel) if one.isVisible()}
    assert {"Mon", "Sun"} < shown
    dates.start.show_day(date(2026, 11, 17), 0)
    assert dates.start.accessibleDescription() == "Tue"
    assert dates.end.accessibleDescription() == "Sun"


def test_own_days(picker: PeriodPicker, qtbot: QtBot) -> None:
    picker.show_state(STATE)
    picker.button.click()
    dates = picker.panel.dates
    dates.start.show_day(date(2026, 11, 30), 0)
    dates.end.show_day(date(2026, 11, 1), 0)
    with qtbot.waitSignal(picker.period_changed, timeout=1000) as told:
        qtbot.keyClick(dates.end, Qt.Key.Key_Return)
    # Whichever field holds the earlier day.
    period_choice = FixedPeriod(Period(date(2026, 11, 1), date(2026, 11, 30)))
    assert told.args == [ChosenPeriod(period_choice, "Europe/Berlin")]
    picker.button.click()
    dates.start.show_day(date(2001, 1, 1), 0)
    assert not dates.show_button.isEnabled()
    dates.start.show_day(date(2026, 11, 22), 0)
    assert dates.show_button.isEnabled()


@pytest.mark.parametrize("mirrored", [False, True])
def test_steps(picker: PeriodPicker, qtbot: QtBot, *, mirrored: bool) -> None:
    picker.show_state(STATE)
    if mirrored:
        picker.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    steps: list[int] = []
    picker.period_stepped.connect(steps.append)
    picker.previous.click()
    picker.next.click()
    assert picker.previous.objectName() == "previous_period"
    assert picker.next.accessibleName() == "Next period"
    qtbot.keyClick(picker.button, Qt.Key.Key_Left)
    qtbot.keyClick(picker.next, Qt.Key.Key_Right)
    assert steps == ([-1, 1, 1, -1] if mirrored else [-1, 1, -1, 1])
    # With Alt they are the window's own.
    qtbot.keyClick(picker.button, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert len(steps) == 4


def test_another_time_zone(picker: PeriodPicker, qtbot: QtBot) -> None:
    picker.show_state(replace(STATE, period=EARLIER))
    picker.button.click()
    zone = picker.panel.zone
    before = picker.panel.height()
    zone.change.click()
    assert zone.is_open
    assert picker.panel.height() > before
    assert [row.text for row in zone.model.rows[:2]] == ["Europe/Berlin", "UTC"]
    assert zone.model.rows[0].remark == "from your Clockify profile"
    assert zone.model.rows[0].current
    qtbot.keyClicks(zone.search, "new york")
    qtbot.keyClick(zone.search, Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.period_changed, timeout=1000) as told:
        qtbot.keyClick(zone.list, Qt.Key.Key_Return)
    # The days stay those that are shown, not those of the preset.
    assert told.args == [ChosenPeriod(FixedPeriod(EARLIER), "America/New_York")]
    picker.button.click()
    assert not zone.is_open


def test_typing_in_the_zones_goes_on_with_the_search(
    picker: PeriodPicker, qtbot: QtBot
) -> None:
    picker.show_state(STATE)
    picker.button.click()
    zone = picker.panel.zone
    zone.change.click()
    qtbot.keyClick(zone.search, Qt.Key.Key_Return)
    qtbot.keyClicks(zone.list, "b")
    assert zone.search.text() == "b"
    qtbot.keyClick(zone.search, Qt.Key.Key_Down)
    qtbot.keyClick(zone.list, Qt.Key.Key_Up)
    assert picker.panel.focusWidget() is zone.search
    with qtbot.assertNotEmitted(picker.period_changed):
        zone.search.setText("europe/berlin")
        qtbot.keyClick(zone.search, Qt.Key.Key_Down)
        qtbot.keyClick(zone.list, Qt.Key.Key_Return)
    assert not picker.panel.isVisible()


def test_zones_to_choose() -> None:
    zones = zones_to_choose(("Asia/Dhaka", "Etc/GMT+3"))
    assert zones[:3] == ("Asia/Dhaka", "Etc/GMT+3", "UTC")
    assert len(set(zones)) == len(zones) > 300
    assert {"Europe/Berlin", "America/New_York"} <= set(zones)
    assert not any(zone.startswith(("posix", "right")) for zone in zones)
