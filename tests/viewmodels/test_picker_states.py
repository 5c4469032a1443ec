from dataclasses import replace
from datetime import date

from clockify_desktop.domain.period import Period
from clockify_desktop.domain.presets import FixedPeriod, Preset
from clockify_desktop.viewmodels.picker_states import PeriodState


def test_a_preset_is_the_one_shown_only_while_its_days_are() -> None:
    today = date(2026, 11, 23)
    state = PeriodState(Preset.LAST_WEEK.resolve(today, 0), Preset.LAST_WEEK, today)
    assert state.preset is Preset.LAST_WEEK
    assert replace(state, period=Period(today, today)).preset is None
    assert replace(state, today=date(2026, 11, 30)).preset is None
    assert replace(state, period_choice=FixedPeriod(state.period)).preset is None
