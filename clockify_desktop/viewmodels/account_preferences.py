"""What is remembered of an account, as values of the view models.

The settings hold plain words. Words that mean nothing any more, because another
version wrote them or somebody edited the file, are passed over.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from clockify_desktop.domain.calendar import time_zone
from clockify_desktop.domain.day_counting import (
    AS_CLOCKIFY,
    DayCounting,
    counting_from,
)
from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.presets import (
    FixedPeriod,
    PeriodChoice,
    Preset,
    parse_period,
    spelled,
)
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.store.settings import AccountSettings, SavedView
from clockify_desktop.viewmodels.choice import Choice, from_dict, to_dict
from clockify_desktop.viewmodels.saved_views import FIRST_VIEWS

FIRST_PERIOD = Preset.LAST_WEEK
"""A weekly review looks at the week that is over."""
_MOST_SEEN = 26


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

    @property
    def counting(self) -> DayCounting:
        """How days are counted."""
        try:
            return counting_from(**self.settings.counting)
        except (UsageError, TypeError, ValueError):
            return AS_CLOCKIFY

    @counting.setter
    def counting(self, counting: DayCounting) -> None:
        self._change(counting=counting.as_dict())

    def period_choice(self) -> PeriodChoice:
        """Tell the period that was chosen; steps are not remembered."""
        try:
            return parse_period(self.settings.period)
        except UsageError:
            return FIRST_PERIOD

    def period(self, period_choice: PeriodChoice) -> None:
        """Remember a preset by its name, a range by its days."""
        self._change(period=spelled(period_choice))

    @property
    def page_key(self) -> str:
        """The page that was looked at last, perhaps one that is not here."""
        return self.settings.page

    @page_key.setter
    def page_key(self, key: str) -> None:
        self._change(page=key)

    @property
    def hide_names(self) -> bool:
        """Whether people stand without their names."""
        return self.settings.hide_names

    @hide_names.setter
    def hide_names(self, hidden: bool) -> None:
        self._change(hide_names=hidden)

    def has_seen(self, period: Period) -> bool:
        """Tell whether a period was shown before, as far as that is remembered."""
        return _days(period) in self.settings.seen

    def see(self, period: Period) -> bool:
        """Remember that a period was shown, and tell whether that is new."""
        if self.has_seen(period):
            return False
        self._change(seen=(*self.settings.seen, _days(period))[-_MOST_SEEN:])
        return True

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

    @property
    def files(self) -> dict[str, Any]:
        """What was chosen of files that were saved, in plain words."""
        return self.settings.files

    @files.setter
    def files(self, files: dict[str, Any]) -> None:
        self._change(files=files)

    @property
    def views(self) -> tuple[SavedView, ...]:
        """The views that can be opened, in their order."""
        kept = self.settings.views
        return FIRST_VIEWS if kept is None else kept

    @views.setter
    def views(self, views: tuple[SavedView, ...]) -> None:
        self._change(views=views)

    def take_view(
        self,
        view: SavedView,
        page_key: str,
        workspace_id: str,
        chosen: Mapping[str, Choice],
    ) -> None:
        """Remember what a view shows as if it had been chosen.

        Args:
            chosen: By picker.
        """
        options = {**self.settings.options, page_key: dict(view.options)}
        self._change(page=page_key, period=view.period, options=options)
        self.workspace_id = workspace_id
        for picker, choice in chosen.items():
            self.keep_choice(workspace_id, picker, choice)

    def _change(self, **changes: object) -> None:
        self.settings = msgspec.structs.replace(self.settings, **changes)


def _days(period: Period) -> str:
    return spelled(FixedPeriod(period))
