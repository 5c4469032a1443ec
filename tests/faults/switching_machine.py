"""Somebody who switches faster than Clockify answers, as a state machine.

Wishes are gathered and made in one go, with no turn of the loop between them, because
the moment between an answer and the next wish is where a foreign row gets in.
"""

import asyncio
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.presets import FixedPeriod, PeriodChoice, Preset
from clockify_desktop.domain.projection import ALL_TIME
from clockify_desktop.pages.chart_selection import ChartSelection
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.where_options import WhereOptions
from clockify_desktop.store.settings import AccountSettings
from clockify_desktop.viewmodels.choice import ALL, only
from clockify_desktop.viewmodels.picker_states import ChosenPeriod
from clockify_desktop.viewmodels.report import ReportViewModel
from clockify_desktop.viewmodels.report_state import ReportState
from tests.faults.delayed_answers import (
    ROWS,
    WORKSPACES,
    DelayedAnswers,
    Waiting,
    cache_of,
    id_prefix,
    settle,
    tag_of,
)

if TYPE_CHECKING:
    from clockify_desktop.services.query_cache import QueryCache

Wish = Callable[[], object]

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
ACCOUNTS = ("Ann", "Bob")
WISHES: tuple[PeriodChoice, ...] = (
    Preset.LAST_WEEK,
    Preset.THIS_MONTH,
    FixedPeriod(Period(date(2026, 1, 1), date(2026, 1, 31))),
)
ZONES = ("Europe/Berlin", "Asia/Tokyo", "UTC")
ROWS_OF = (Level.USER, Level.PROJECT)
COLORS = (Level.USER, Level.PROJECT)
# How often the loop turns after a wish; not at all, and the next wish is as early.
TURNS = st.integers(0, 6)
SUBSETS = st.sets(st.integers(0, ROWS - 1))


class Switching(RuleBasedStateMachine):
    """Wishes in any order, answers in any other."""

    model_class = ReportViewModel
    shown = 0
    """How many reports were shown in all runs: without any, nothing would be proved."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.bugs: list[object] = []
        self.loop.set_exception_handler(lambda _, context: self.bugs.append(context))
        self.waiting: list[Waiting] = []
        self.answers = {one: DelayedAnswers(one, self.waiting) for one in ACCOUNTS}
        self.kept = dict.fromkeys(ACCOUNTS, AccountSettings())
        self.account: str | None = None
        self.wishes: list[Wish] = []
        self.caches: dict[str, QueryCache] = {}
        self.model = self.model_class(lambda: NOW)
        self.model.changed.connect(self.on_changed)
        self.model.remembered.connect(self.on_remembered)

    def on_changed(self, state: ReportState) -> None:
        # Raised here, an error would end in Qt and not in the run.
        try:
            self.check(state)
        except AssertionError as error:
            self.bugs.append(error)
        if state.report is not None and not state.loading:
            type(self).shown += 1

    def on_remembered(self, settings: AccountSettings) -> None:
        if self.account is None:
            self.bugs.append("remembered of nobody")
        else:
            self.kept[self.account] = settings

    def period_choice(self, period_choice: Wish, turns: int) -> None:
        """Gather a wish; make all of them once the loop is to turn."""
        self.wishes.append(period_choice)
        if turns:
            self.let_it_turn(turns)

    def let_it_turn(self, turns: int) -> None:
        async def play() -> None:
            while self.wishes:
                self.wishes.pop(0)()
            for _ in range(turns):
                await asyncio.sleep(0)

        self.loop.run_until_complete(play())

    # Wishes.

    @initialize(account=st.sampled_from(ACCOUNTS))
    def begin(self, account: str) -> None:
        self.open(account, 4)
        for _ in ("profile", "report"):
            self.answer_the_latest(4)

    @rule(account=st.sampled_from((*ACCOUNTS, None)), turns=TURNS)
    def open(self, account: str | None, turns: int) -> None:
        def period_choice() -> None:
            self.account = account
            if account is None:
                self.model.leave()
            else:
                self.caches[account] = cache_of(self.answers[account])
                self.model.open(self.caches[account], self.kept[account])

        self.period_choice(period_choice, turns)

    @rule(workspace=st.sampled_from(WORKSPACES), turns=TURNS)
    def choose_workspace(self, workspace: Workspace, turns: int) -> None:
        self.period_choice(partial(self.model.choose_workspace, workspace.id), turns)

    @rule(
        period_choice=st.sampled_from(WISHES), zone=st.sampled_from(ZONES), turns=TURNS
    )
    def choose_period(self, period_choice: PeriodChoice, zone: str, turns: int) -> None:
        self.period_choice(
            partial(self.model.choose_period, ChosenPeriod(period_choice, zone)), turns
        )

    @rule(by=st.sampled_from([-1, 1]), turns=TURNS)
    def step(self, by: int, turns: int) -> None:
        self.period_choice(partial(self.model.step, by), turns)

    @rule(what=st.sampled_from(["reset_period", "refresh", "cancel"]), turns=TURNS)
    def press(self, what: str, turns: int) -> None:
        self.period_choice(getattr(self.model, what), turns)

    @rule(numbers=SUBSETS, people=st.booleans(), turns=TURNS)
    def choose(self, numbers: set[int], turns: int, *, people: bool) -> None:
        def period_choice() -> None:
            report = self.model.state.report
            if report is None:
                return
            directory = report.directory
            listed = directory.people if people else directory.projects
            ids = [one.id for one in listed]
            chosen = only([ids[number] for number in numbers], ids)
            if people:
                self.model.choose_people(chosen)
            else:
                self.model.choose_projects(chosen)

        self.period_choice(period_choice, turns)

    @rule(rows=st.sampled_from(ROWS_OF), colors=st.sampled_from(COLORS), turns=TURNS)
    def look(self, rows: Level, colors: Level, turns: int) -> None:
        def period_choice() -> None:
            if self.model.state.profile is not None:
                self.model.change_view(ViewOptions(WhereOptions(rows, colors).choices))

        self.period_choice(period_choice, turns)

    @rule(number=st.integers(0, ROWS - 1), turns=TURNS)
    def focus(self, number: int, turns: int) -> None:
        def period_choice() -> None:
            content = self.model.state.content
            if content is not None and number < len(content.matrix.rows):
                mark = content.matrix.rows[number].mark
                self.model.select(ChartSelection(rows=frozenset({mark})))

        self.period_choice(period_choice, turns)

    # The world.

    @rule(turns=TURNS)
    def answer_the_latest(self, turns: int) -> None:
        self.period_choice(partial(settle, self.waiting, -1, None), turns)

    @rule(place=st.integers(0, 9), fails=st.booleans(), turns=TURNS)
    def answer_any(self, place: int, turns: int, *, fails: bool) -> None:
        error = AppError("No", "Later.") if fails else None
        self.period_choice(partial(settle, self.waiting, place, error), turns)

    @rule(account=st.sampled_from(ACCOUNTS), stubborn=st.booleans())
    def go_on_after_a_cancel(self, account: str, *, stubborn: bool) -> None:
        self.answers[account].stubborn = stubborn

    def teardown(self) -> None:
        self.let_it_turn(6)
        for account in self.answers.values():
            account.stubborn = False
        while self.waiting:
            settle(self.waiting, 0, None)
        self.model.leave()
        for cache in self.caches.values():
            self.loop.run_until_complete(cache.close())
        self.loop.close()

    # What must hold.

    @invariant()
    def nothing_foreign_is_shown(self) -> None:
        assert not self.bugs, self.bugs
        self.check(self.model.state)

    @invariant()
    def nothing_foreign_is_remembered(self) -> None:
        for account, settings in self.kept.items():
            for place, choice in settings.choices.items():
                workspace_id = place.partition("/")[0]
                prefix = id_prefix(account, workspace_id)
                named = [*choice.get("ids", ()), *choice.get("left_out", ())]
                assert all(one.startswith(prefix) for one in named), (account, place)

    def check(self, state: ReportState) -> None:
        report, question, content = state.report, state.question, state.content
        if report is None:
            assert content is None
            assert (state.people, state.projects) == (ALL, ALL)
            return
        assert self.account is not None
        assert question is not None
        assert content is not None
        query = report.query
        # Not even until the new one comes does the old stand under the new name.
        assert query.workspace == question.workspace
        own = (query.workspace, query.period, query.time_zone) == (
            question.workspace,
            question.period,
            question.time_zone,
        )
        assert own is not state.outdated
        # What is outdated is on its way, or the strip of the error says so.
        assert own or state.loading or state.error is not None
        tag = tag_of(self.account, query)
        for label in (
            *content.matrix.rows,
            *content.matrix.columns,
            *content.full.columns,
        ):
            assert label == ALL_TIME or _is_of(label, tag), (label, tag)
        selection = state.selection
        facts = report.facts
        wanted_s = sum(
            int(seconds)
            for user, project, seconds in zip(
                facts.user, facts.project, facts.seconds, strict=True
            )
            if selection.people is None or facts.people[user].id in selection.people
            if selection.projects is None
            or facts.projects[project].id in selection.projects
        )
        assert content.matrix.total_s == wanted_s
        prefix = id_prefix(self.account, query.workspace.id)
        for choice in (state.people, state.projects):
            named = [one or "" for one in choice.ids | choice.left_out]
            assert all(one.startswith(prefix) for one in named), choice
        for project, members in (state.members or {}).items():
            assert project.startswith(prefix)
            assert all(member.startswith(prefix) for member in members)
        for mark in content.view.selected.rows:
            assert mark in {one.mark for one in content.matrix.rows}


def _is_of(label: Label, tag: str) -> bool:
    return label.kind is not LabelKind.ONE or label.name.startswith(tag)
