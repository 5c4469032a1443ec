from datetime import date, timedelta
from urllib.parse import parse_qs, unquote, urlsplit

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clockify_desktop.domain.day_states import DayGrid, DayState
from clockify_desktop.domain.directory import Person, Workspace
from clockify_desktop.domain.identity import UserId, WorkspaceId
from clockify_desktop.domain.label import Label
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.pages.chart_selection import NO_SELECTION, ChartSelection
from clockify_desktop.pages.reminder import (
    LONGEST_LINK,
    Reminded,
    Reminder,
    reminder_of,
)
from clockify_desktop.pages.who_logged_columns import columns_of
from clockify_desktop.pages.who_logged_focus import focus_of

MONDAY = date(2026, 11, 16)
DAYS = tuple(MONDAY + timedelta(days=at) for at in range(5))
QUERY = ReportQuery(
    Workspace(WorkspaceId("w"), "Acme\nStudio"),
    Period(DAYS[0], DAYS[-1]),
    "Europe/Berlin",
    0,
)


def made(selected: ChartSelection = NO_SELECTION) -> Reminder:
    """Make one of Ann, who logged nothing, Bo without Friday, and Cy, who is fine."""
    seconds = np.full((3, 5), 28_800, np.int64)
    seconds[0] = 0
    seconds[1, 4] = 0
    people = tuple(
        Person(UserId(one), f"{one.title()} One", f"{one}@acme.example")
        for one in ("ann", "bo", "cy")
    )
    labels = [Label(one.id, one.name) for one in people]
    states = np.full((3, 5), DayState.MISSING, np.uint8)
    grid = DayGrid(people, DAYS, seconds, states)
    columns = columns_of(DAYS, 0, DAYS[-1])
    return reminder_of(QUERY, grid, labels, focus_of(grid, labels, columns, selected))


def of_emails(*emails: str) -> tuple[Reminder, list[UserId]]:
    people = tuple(
        Reminded(UserId(str(at)), f"P {at}", email, "Fri 20 Nov")
        for at, email in enumerate(emails)
    )
    return Reminder(people, "Acme", "16–20 Nov"), [one.person for one in people]


def test_it_lists_whose_days_are_missing() -> None:
    reminder = made()
    assert [(one.name, one.email, one.is_chosen) for one in reminder.people] == [
        ("Ann One", "ann@acme.example", True),
        ("Bo One", "bo@acme.example", True),
    ]
    assert reminder.people[1].days == "Fri 20 Nov"
    assert reminder.people[0].days.startswith("Mon 16 Nov, Tue 17 Nov, ")


@pytest.mark.parametrize(
    ("selected", "chosen", "days"),
    [
        (ChartSelection(rows=frozenset({"one:bo"})), ["bo"], "Fri 20 Nov"),
        (ChartSelection(columns=frozenset({"one:2026-11-16"})), ["ann"], "Mon 16 Nov"),
        # Nothing of it is missing: then it is as if nothing were selected.
        (ChartSelection(rows=frozenset({"one:cy"})), ["ann", "bo"], None),
    ],
)
def test_those_in_the_focus_are_chosen(
    selected: ChartSelection, chosen: list[str], days: str | None
) -> None:
    reminder = made(selected)
    assert [one.person for one in reminder.people if one.is_chosen] == chosen
    assert len(reminder.people) == 2
    if days is not None:
        assert reminder.of([UserId(chosen[0])])[0].days == days


def test_one_person_reads_their_days_and_several_read_nothing_of_each_other() -> None:
    reminder = made()
    ann, bo = (one.person for one in reminder.people)
    assert reminder.text([bo]) == (
        "Hello Bo One,\n\nAcme Studio has no time from you yet for Fri 20 Nov. Please"
        " add it in Clockify, or tell me if it was not a working day for you.\n"
    )
    both = reminder.text([ann, bo])
    assert both.startswith("Hello everybody,\n\nAcme Studio has no time from you yet")
    assert "16–20 Nov 2026" in both
    for word in ("Ann", "Bo", "Fri"):
        assert word not in both


def test_the_list_has_names_addresses_and_days() -> None:
    reminder, chosen = of_emails("=a@b.c", "")
    assert reminder.listed(chosen).tab_separated() == (
        "Person\tE-mail\tDays without time\n"
        "P 0\t'=a@b.c\tFri 20 Nov\nP 1\t\tFri 20 Nov\n"
    )


def test_a_link_hides_who_else_is_asked() -> None:
    reminder, chosen = of_emails("ann@acme.example", "bö+x@acme.example", "nobody")
    link = reminder.link(chosen, "Hello,\n\n100 % & so?\n")
    assert link.has_text
    parts = urlsplit(link.address)
    assert (parts.scheme, parts.path) == ("mailto", "")
    found = parse_qs(parts.query, strict_parsing=True)
    assert found["bcc"] == ["ann@acme.example,bö x@acme.example".replace("bö ", "bö+")]
    assert found["body"] == ["Hello,\r\n\r\n100 % & so?"]
    assert found["subject"] == ["Days without time, 16–20 Nov"]
    assert link.address.isascii()
    assert " " not in link.address


@pytest.mark.parametrize(
    "email",
    [
        *("", "ann", "a@b@c", "a@b.c,evil@x.y", "a@b.c;evil@x.y", "a@b.c\nBcc: e@x.y"),
        *("Ann <a@b.c>", "a@b.c ", '"a"@b.c', "mailto:a@b.c"),
    ],
)
def test_only_a_single_address_goes_into_a_link(email: str) -> None:
    reminder, chosen = of_emails(email)
    assert reminder.link(chosen, "x").address == ""


def test_a_text_that_is_too_long_stays_out_then_the_link_does() -> None:
    reminder, chosen = of_emails("ann@acme.example")
    link = reminder.link(chosen, "x" * LONGEST_LINK)
    assert not link.has_text
    assert link.address == (
        "mailto:?bcc=ann@acme.example&subject=Days%20without%20time%2C%2016%E2%80%9320"
        "%20Nov"
    )
    reminder, chosen = of_emails(*(f"p{at}@acme.example" for at in range(500)))
    assert reminder.link(chosen, "x").address == ""


@given(
    st.lists(st.text("ab+%&=?'.ü, @", max_size=9), max_size=8),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=300),
)
def test_whatever_is_in_a_link_comes_out_as_it_went_in(
    emails: list[str], text: str
) -> None:
    reminder, chosen = of_emails(*(f"{email}@acme.example" for email in emails))
    link = reminder.link(chosen, text)
    assert len(link.address) <= LONGEST_LINK
    assert link.address.isascii()
    if link.address:
        query = link.address.removeprefix("mailto:?")
        fields = dict(one.split("=", 1) for one in query.split("&"))
        expected = ["bcc", "subject", *(["body"] if link.has_text else [])]
        assert list(fields) == expected
        with_address = [one.email for one in reminder.people if one.has_address]
        assert unquote(fields["bcc"]) == ",".join(with_address)
        if link.has_text:
            assert unquote(fields["body"]).split("\r\n") == text.splitlines() or [""]
