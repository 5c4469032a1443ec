"""What is remembered of an account, as values of the view models.

The settings hold plain words. Words that mean nothing any more, because another
version wrote them or somebody edited the file, are passed over.
"""

import msgspec

from clockify_desktop.domain.calendar import time_zone
from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.presets import (
    FixedPeriod,
    PeriodChoice,
    Preset,
    parse_period,
)
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.registry import page_by_key
from clockify_desktop.store.settings import AccountSettings
from clockify_desktop.viewmodels.choice import Choice, from_dict, to_dict

FIRST_PERIOD = Preset.LAST_WEEK
"""A weekly review looks at the week that is over."""


class AccountPreferences:
    """The settings of one account, read and changed as values."""

    def __init__(self, settings: AccountSettings) -> None:
        self.settings = settings

    @property
    def workspace_id(self) -> str | None:
        """The workspace that was shown last."""
        return self.settings.workspace_id

    @workspace_id.setter
    def workspace_id(self, workspace_id: str) -> None:
        self._change(workspace_id=workspace_id)

    @property
    def time_zone(self) -> str | None:
        """The time zone that was chosen, ``None`` for the profile's."""
        chosen = self.settings.time_zone
        try:
            return time_zone(chosen).key if chosen else None
        except UsageError:
            return None

    @time_zone.setter
    def time_zone(self, time_zone: str | None) -> None:
        self._change(time_zone=time_zone)

    def period_choice(self) -> PeriodChoice:
        """Tell the period that was chosen; steps are not remembered."""
        try:
            return parse_period(self.settings.period)
        except UsageError:
            return FIRST_PERIOD

    def period(self, period_choice: PeriodChoice) -> None:
        """Remember a preset by its name, a range by its days."""
        if isinstance(period_choice, FixedPeriod):
            days = period_choice.period
            self._change(period=f"{days.start}..{days.end}")
        else:
            self._change(period=period_choice.value)

    @property
    def page_key(self) -> str:
        """The page that was looked at last."""
        return page_by_key(self.settings.page).key

    @page_key.setter
    def page_key(self, key: str) -> None:
        self._change(page=key)

    def view(self, page_key: str) -> ViewOptions:
        """Tell how a page was looked at last."""
        return ViewOptions(self.settings.options.get(page_key, {}))

    def keep_view(self, page_key: str, view: ViewOptions) -> None:
        """Remember the choices of a page; what is selected is of the moment."""
        options = {**self.settings.options, page_key: dict(view.choices)}
        self._change(options=options)

    def choice(self, workspace_id: str, picker: str) -> Choice:
        """Tell what a picker, ``people`` or ``projects``, narrowed to."""
        return from_dict(self.settings.choices.get(f"{workspace_id}/{picker}", {}))

    def keep_choice(self, workspace_id: str, picker: str, choice: Choice) -> None:
        """Remember what a picker, ``people`` or ``projects``, narrows to."""
        place = f"{workspace_id}/{picker}"
        self._change(choices={**self.settings.choices, place: to_dict(choice)})

    def _change(self, **changes: object) -> None:
        self.settings = msgspec.structs.replace(self.settings, **changes)
