"""What people with missing days are asked: names, days, e-mails and a ready text.

The program sends nothing: the text is copied, or opened in a mail program.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

import numpy as np

from clockify_desktop.domain.day_states import DayGrid
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.period_words import (
    dates_in_words,
    single_day,
)
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.showable import one_line
from clockify_desktop.domain.spreadsheet_text import defused
from clockify_desktop.pages.copied_table import CopiedTable
from clockify_desktop.pages.who_logged_focus import Focus
from clockify_desktop.translation import tr, tr_context

LONGEST_LINK: Final = 2000
"""So many signs of an address are opened by every system."""

_OF_SEVERAL: Final = tr("Hello everybody,")
_ASK: Final = tr(
    "Please add it in Clockify, or tell me if it was not a working day for you."
)
_SAFE: Final = "@"
# One address and nothing besides: others would be written to without being shown.
_ADDRESS: Final = re.compile(r"[^\s@,;:<>\"]+@[^\s@,;:<>\"]+")
_HEADS: Final = (
    tr_context("column of a table", "Person"),
    tr_context("column of a table", "E-mail"),
    tr_context("column of a table", "Days without time"),
)


@dataclass(frozen=True, slots=True)
class Reminded:
    """Somebody with missing days, as one line each.

    Args:
        email: Empty where it is not known.
        days: Such as ``Mon 16 Nov, Tue 17 Nov``.
        is_chosen: Whether they are reminded unless somebody says otherwise.
    """

    person: UserId
    name: str
    email: str
    days: str
    is_chosen: bool = True

    @property
    def has_address(self) -> bool:
        """Whether the e-mail is one address and nothing besides."""
        return _ADDRESS.fullmatch(self.email) is not None


@dataclass(frozen=True, slots=True)
class MailLink:
    """What opens a mail program.

    Args:
        address: Empty where nobody has an e-mail, or too many have.
        has_text: Whether the text is in it; else it would be too long.
    """

    address: str = ""
    has_text: bool = False


@dataclass(frozen=True, slots=True)
class Reminder:
    """Everybody who can be reminded, by name."""

    people: tuple[Reminded, ...]
    workspace: str
    dates: str

    @property
    def subject(self) -> str:
        """The subject of a mail."""
        return tr("Days without time, {dates}", dates=self.dates)

    def of(self, chosen: Iterable[UserId]) -> tuple[Reminded, ...]:
        """Give those of some people who have missing days."""
        ids = frozenset(chosen)
        return tuple(one for one in self.people if one.person in ids)

    def text(self, chosen: Iterable[UserId]) -> str:
        """Write to some people; to several of them without names and days.

        Whose days are missing is nothing for the others to read.
        """
        people = self.of(chosen)
        if len(people) == 1:
            name, days = people[0].name, people[0].days
            said = tr(
                "{workspace} has no time from you yet for {days}.",
                workspace=self.workspace,
                days=days,
            )
            hello = tr("Hello {person},", person=name)
            return f"{hello}\n\n{said} {_ASK}\n"
        said = tr(
            "{workspace} has no time from you yet for some workdays of {dates}.",
            workspace=self.workspace,
            dates=self.dates,
        )
        return f"{_OF_SEVERAL}\n\n{said} {_ASK}\n"

    def listed(self, chosen: Iterable[UserId]) -> CopiedTable:
        """List names, e-mails and days for the clipboard."""
        lines = [
            [defused(one.name), defused(one.email), defused(one.days)]
            for one in self.of(chosen)
        ]
        return CopiedTable(_HEADS, (False,) * len(_HEADS), lines)

    def link(self, chosen: Iterable[UserId], text: str) -> MailLink:
        """Make a ``mailto`` link in which nobody sees who else is asked."""
        emails = [one.email for one in self.of(chosen) if one.has_address]
        if not emails:
            return MailLink()
        # RFC 6068: lines end with CR and LF, a blank is %20.
        body = "\r\n".join(text.splitlines())
        to = ",".join(quote(email, _SAFE) for email in emails)
        short = f"mailto:?bcc={to}&subject={quote(self.subject, '')}"
        whole = f"{short}&body={quote(body, '')}"
        if len(whole) <= LONGEST_LINK:
            return MailLink(whole, has_text=True)
        return MailLink(short if len(short) <= LONGEST_LINK else "")


def reminder_of(
    query: ReportQuery, grid: DayGrid, labels: Sequence[Label], focus: Focus
) -> Reminder:
    """List who has missing days; with some in the focus only these are chosen."""
    missing = grid.is_missing()
    in_focus = missing & focus.days
    some = bool(in_focus.any())
    people = []
    for at in np.flatnonzero(missing.any(axis=1)).tolist():
        is_chosen = bool(in_focus[at].any())
        # Of somebody who is asked for some days these are named, else all.
        days = in_focus[at] if is_chosen else missing[at]
        person, when = grid.people[at], np.flatnonzero(days).tolist()
        named = ", ".join(
            single_day(day) for day in (grid.days[place] for place in when)
        )
        people.append(
            Reminded(
                person.id,
                one_line(labels[at].name),
                one_line(person.email),
                named,
                is_chosen or not some,
            )
        )
    period = Period(grid.days[0], grid.days[-1])
    return Reminder(
        tuple(people), one_line(query.workspace.name), dates_in_words(period)
    )
