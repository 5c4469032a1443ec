from dataclasses import replace
from datetime import date

from clockify_desktop.domain.directory import Person, Project
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.presets import FixedPeriod, Preset
from clockify_desktop.viewmodels.picker_states import (
    PeriodState,
    people_there,
    projects_there,
)


def test_those_only_their_time_tells_of_are_there_too() -> None:
    anna, bo = Person(UserId("a"), "anna"), Person(UserId("b"), "Bo")
    seen_anna = Person(UserId("a"), "Anna as the report calls her")
    gone = Person(UserId("x"), "aaron")
    assert people_there((bo, anna), (seen_anna, gone)) == (gone, anna, bo)
    web, none = Project(ProjectId("w"), "Web"), Project(None, "")
    app = Project(ProjectId("p"), "app")
    assert projects_there((web, app), (none, web)) == (none, app, web)


def test_a_preset_is_the_one_shown_only_while_its_days_are() -> None:
    today = date(2026, 11, 23)
    state = PeriodState(Preset.LAST_WEEK.resolve(today, 0), Preset.LAST_WEEK, today)
    assert state.preset is Preset.LAST_WEEK
    assert replace(state, period=Period(today, today)).preset is None
    assert replace(state, today=date(2026, 11, 30)).preset is None
    assert replace(state, wish=FixedPeriod(state.period)).preset is None
