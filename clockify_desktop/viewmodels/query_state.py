"""What Clockify is asked for, and what another choice makes of it."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from clockify_desktop.domain.calendar import time_zone
from clockify_desktop.domain.day_counting import AS_CLOCKIFY, DayCounting
from clockify_desktop.domain.directory import Workspace
from clockify_desktop.domain.identity import WorkspaceId
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.period_steps import stepped
from clockify_desktop.domain.presets import PeriodChoice, Preset
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.services.profile import Profile
from clockify_desktop.viewmodels.account_preferences import AccountPreferences
from clockify_desktop.viewmodels.picker_states import ZoneReason


@dataclass(frozen=True, slots=True)
class QueryState:
    """What was asked for last: the pickers of workspace and period show it at once.

    ``period`` has its days, also after steps with the arrows, and ``today`` is the day
    it was when it was resolved. Of the weekdays Monday is 0.
    """

    workspace: Workspace
    period_choice: PeriodChoice
    period: Period
    today: date
    time_zone: str
    zone_reason: ZoneReason
    week_start: int
    unknown_week_start: str = ""
    counting: DayCounting = AS_CLOCKIFY

    @property
    def query(self) -> ReportQuery:
        """The question for Clockify."""
        # Of a zone that is not known the period's picker tells.
        return ReportQuery(
            self.workspace,
            self.period,
            self.time_zone,
            self.week_start,
            unknown_week_start=self.unknown_week_start,
            counting=self.counting,
        )

    def of(
        self, period_choice: PeriodChoice, zone: str, reason: ZoneReason
    ) -> "QueryState":
        """Ask for another period, as of the same day, or by another time zone."""
        period = period_choice.resolve(self.today, self.week_start)
        return replace(
            self,
            period_choice=period_choice,
            period=period,
            time_zone=zone,
            zone_reason=reason,
        )

    def as_of(self, now: datetime) -> "QueryState":
        """Ask for what was chosen, on the day that it is now (aware)."""
        today = day_in(self.time_zone, now)
        period = self.period_choice.resolve(today, self.week_start)
        return replace(self, today=today, period=period)

    def stepped(self, by: int) -> "QueryState":
        """Ask for a period after this one, or before; the same where they end."""
        preset = self.period_choice if isinstance(self.period_choice, Preset) else None
        try:
            return replace(self, period=stepped(self.period, preset, by))
        except OverflowError:
            return self

    @property
    def chosen_period(self) -> Period:
        """The days of the choice, without any step."""
        return self.period_choice.resolve(self.today, self.week_start)

    @property
    def is_where_chosen(self) -> bool:
        """Whether its days are those of the choice, not those of a step."""
        return self.period == self.chosen_period


def first_query(
    profile: Profile, kept: AccountPreferences, now: datetime
) -> QueryState:
    """Ask for what is remembered of an account, on the day that it is now (aware).

    That is the workspace shown last, else that of the profile, and the period chosen
    last.
    """
    wanted = kept.workspace_id or profile.home
    by_id = {one.id: one for one in profile.workspaces}
    workspace = by_id.get(WorkspaceId(wanted)) or by_id[profile.home]
    zone, reason = profile.time_zone, own_reason(profile)
    if kept.time_zone:
        zone, reason = kept.time_zone, ZoneReason.CHOSEN
    period_choice, today = kept.period_choice(), day_in(zone, now)
    period = period_choice.resolve(today, profile.week_start)
    return QueryState(
        workspace,
        period_choice,
        period,
        today,
        zone,
        reason,
        profile.week_start,
        profile.unknown_week_start,
        kept.counting,
    )


def own_reason(profile: Profile) -> ZoneReason:
    """Say why a report is by the profile's zone, or by UTC in its place."""
    if profile.unknown_zone is None:
        return ZoneReason.PROFILE
    return ZoneReason.NOT_KNOWN if profile.unknown_zone else ZoneReason.NOT_NAMED


def day_in(zone: str, now: datetime) -> date:
    """Tell which day it is at an aware instant in a zone of the IANA."""
    return now.astimezone(time_zone(zone)).date()
