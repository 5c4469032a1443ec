from collections.abc import Callable
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from clockify_desktop.domain.amount_check import AmountCheck
from clockify_desktop.domain.completeness import (
    IncompleteList,
    Listing,
    Loss,
    Visibility,
)
from clockify_desktop.domain.directory import Directory, Person, Project
from clockify_desktop.domain.identity import ClientId, ProjectId, UserId
from clockify_desktop.domain.loss_notes import Note
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.report_notes import notes_of, sentences_of

Make = Callable[..., Report]
DAY = date(2026, 11, 16)


@pytest.fixture
def make(make_report: Make) -> Make:
    def new(directory: Directory | None = None, **more: bool) -> Report:
        people = (Person(UserId("a"), "Ann"),)
        projects = (Project(ProjectId("w"), "Web"),)
        facts = [(0, 0, DAY, 60, 60, 1, 0)]
        return make_report(facts, people, projects, directory=directory, **more)

    return new


def test_of_a_whole_report_there_is_nothing_to_say(make: Make) -> None:
    assert notes_of(make()) == ()


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1 entry"), (2, "2 entries"), (1000, "1000 entries")]
)
def test_entries_that_could_not_be_read(make: Make, count: int, words: str) -> None:
    report = replace(make(), losses={(Loss.UNREADABLE, ""): count})
    said = (Note(f"{words} could not be read"),)
    assert notes_of(report) == said
    # That the sums differ then needs no other reason.
    assert notes_of(replace(report, server_total_s=7)) == said


@pytest.mark.parametrize(
    ("losses", "words"),
    [
        ({(Loss.RUNNING, "Ann"): 1}, "1 entry is still running (Ann)"),
        (
            {(Loss.RUNNING, "bob"): 1, (Loss.RUNNING, "Ann"): 2},
            "3 entries are still running (Ann, bob)",
        ),
        (
            {(Loss.RUNNING, name): 1 for name in "dcbae"},
            "5 entries are still running (a, b, c, 2 more)",
        ),
        (
            {(Loss.TOO_LONG, "Ann"): 1},
            "1 entry is longer than 2000 hours and left out (Ann)",
        ),
        ({(Loss.UNREADABLE, "Ann"): 1}, "1 entry could not be read (Ann)"),
        (
            {(Loss.UNREADABLE, "Ann"): 1, (Loss.UNREADABLE, ""): 1},
            "2 entries could not be read",
        ),
        ({(Loss.AMOUNT, "Ann"): 1}, "The amount of 1 entry could not be read (Ann)"),
        (
            {(Loss.BILLABLE, "Ann"): 2},
            (
                "The billable part of 2 entries could not be read and counts as not"
                " billable (Ann)"
            ),
        ),
    ],
)
def test_what_is_lost_and_whose_it_is(
    make: Make, losses: dict[tuple[Loss, str], int], words: str
) -> None:
    assert notes_of(replace(make(), losses=losses)) == (Note(words),)


WEB_ONLY = frozenset({ProjectId("w")})


@pytest.mark.parametrize(
    ("check", "words"),
    [
        (
            AmountCheck(left_out=WEB_ONLY),
            (
                "Amounts on 1 project are left out, because Clockify does not tell"
                " their currency"
            ),
        ),
        (
            AmountCheck(unchecked=True),
            "Clockify gave no sum of amounts to compare these with",
        ),
        (
            AmountCheck({"EUR": 5_000_000}),
            "Amounts add up to 12.35 EUR here, to 17.35 EUR in Clockify",
        ),
        (
            AmountCheck({"CHF": 5_000_000}),
            "Amounts add up to 0.00 CHF here, to 5.00 CHF in Clockify",
        ),
        (
            AmountCheck({"": -12_345_000}),
            "Clockify's own sum of amounts names no currency, and differs",
        ),
    ],
)
def test_amounts_that_are_not_confirmed(
    make_report: Make, check: AmountCheck, words: str
) -> None:
    people, projects = (Person(UserId("a"), "Ann"),), (Project(ProjectId("w"), "Web"),)
    report = make_report([(0, 0, DAY, 60, 60, 12_345_000, 0)], people, projects)
    assert notes_of(replace(report, amounts=check)) == (Note(words),)
    hidden = make_report([(0, 0, DAY, 60, 60, 1, 0)], people, projects, hidden=True)
    told = AmountCheck({"EUR": 1_000_000})
    (note,) = notes_of(replace(hidden, amounts=told))
    assert note.text == "Amounts are left out, because Clockify told only their sum"


def test_a_currency_that_only_sums_tell_is_no_known_one(make_report: Make) -> None:
    people, projects = (Person(UserId("a"), "Ann"),), (Project(ProjectId("w"), "Web"),)
    report = make_report([(0, 0, DAY, 60, 60, 5, 0)] * 2, people, projects)
    for flags, words in (
        ([True, True], "on 1 project is taken from Clockify's sums"),
        ([False, False], None),
    ):
        facts = replace(report.facts, from_sums=np.array(flags))
        notes = notes_of(replace(report, facts=facts))
        assert [note.text for note in notes] == (
            [f"The currency of amounts {words}"] if words else []
        )


def test_projects_that_are_not_there_any_more_need_no_word(make: Make) -> None:
    elsewhere = frozenset({ProjectId("gone")})
    check = AmountCheck(left_out=elsewhere)
    assert notes_of(replace(make(), amounts=check)) == ()


def test_clients_that_are_told_apart_by_their_names_alone(make_report: Make) -> None:
    people = (Person(UserId("a"), "Ann"),)

    def texts(*clients: tuple[str | None, str]) -> list[str]:
        projects = tuple(
            Project(
                ProjectId(str(place)), "P", ClientId(an_id) if an_id else None, name
            )
            for place, (an_id, name) in enumerate(clients)
        )
        report = make_report([(0, 0, DAY, 60, 60, 1, 0)], people, projects)
        return [note.text for note in notes_of(report)]

    assert texts((None, "A"), (None, "B"), (None, ""), (None, "")) == []
    assert texts(("a", "A"), ("b", "A")) == []
    one = "1 client is known by name only: several of one name would be shown as one"
    assert texts((None, "A"), (None, "A")) == [one]
    assert texts(("a", "A"), (None, "A")) == [one]
    two = "2 clients are known by name only: several of one name would be shown as one"
    assert texts(*[(None, "A"), (None, "B")] * 2) == [two]


def test_sums_that_differ_and_sums_that_are_missing(make: Make) -> None:
    (note,) = notes_of(replace(make(), server_total_s=7))
    assert note.passing
    assert note.text.startswith("Somebody may have logged time")
    assert notes_of(replace(make(), server_total_s=None)) == ()


def test_lists_that_are_not_whole(make: Make) -> None:
    incomplete_lists = (
        IncompleteList(Listing.PEOPLE, unreadable=1),
        IncompleteList(Listing.PROJECTS, unreadable=2, changed=True),
        IncompleteList(Listing.CLIENTS, changed=True),
        IncompleteList(Listing.TEAMS, unreadable=1),
        IncompleteList(Listing.WORKSPACES, unreadable=1),
    )
    assert notes_of(make(Directory(incomplete_lists=incomplete_lists))) == (
        Note("1 person could not be read"),
        Note("2 projects could not be read"),
        Note("The list of projects changed while it was read", passing=True),
        Note("The list of clients changed while it was read", passing=True),
        Note("1 team could not be read"),
        Note("1 workspace could not be read"),
    )


def test_lists_that_this_key_may_not_see(make: Make) -> None:
    refused = tuple(IncompleteList(listing, refused=True) for listing in Listing)
    people, projects, teams = notes_of(make(Directory(incomplete_lists=refused)))
    assert people.text.endswith("who logged nothing is not shown")
    assert projects.text.endswith("those without time are not shown")
    assert teams.text.endswith("time is not shown by team")
    assert not any(note.passing for note in (people, projects, teams))


def test_nobody_else_is_missed_by_whoever_sees_only_their_own_time(make: Make) -> None:
    refused = tuple(IncompleteList(listing, refused=True) for listing in Listing)
    (note,) = notes_of(
        make(Directory(incomplete_lists=refused, visibility=Visibility.OWN))
    )
    assert note.text.startswith("You see only your own time")


@pytest.mark.parametrize(
    ("visibility", "words"),
    [
        (Visibility.OWN, "You see only your own time in this workspace"),
        (Visibility.TEAMS, "teams and projects you manage"),
        (Visibility.UNKNOWN, "others' time may be missing"),
    ],
)
def test_whose_time_is_seen(make: Make, visibility: Visibility, words: str) -> None:
    (note,) = notes_of(make(Directory(visibility=visibility)))
    assert note.text.endswith(words)
    assert not note.passing


def test_hidden_amounts_are_said_where_the_workspace_hides_them(make: Make) -> None:
    def hiding(report: Report) -> Report:
        workspace = replace(report.query.workspace, hides_amounts=True)
        return replace(report, query=replace(report.query, workspace=workspace))

    assert notes_of(make(hidden=True)) == ()
    assert notes_of(hiding(make())) == ()
    (note,) = notes_of(hiding(make(hidden=True)))
    assert note == Note("Amounts are hidden from your role here")


def test_billable_time_that_is_left_out(make: Make) -> None:
    (note,) = notes_of(make(withheld=True))
    assert note.passing
    assert "Billable time is left out" in note.text


def test_sentences_say_first_how_the_sums_differ(make: Make) -> None:
    assert sentences_of(make()) == ()
    # They differ by less than the minute that hours and minutes would show.
    sums, meanwhile = sentences_of(replace(make(), server_total_s=61))
    assert sums == "The rows add up to 0:01:00, Clockify's own sum is 0:01:01."
    assert meanwhile.startswith("Somebody may have logged time")
    assert meanwhile.endswith(". Ask once more.")
    lost = {(Loss.UNREADABLE, ""): 1}
    sums, entries = sentences_of(replace(make(), server_total_s=None, losses=lost))
    assert sums == (
        "The rows add up to 0:01:00; Clockify gave no total to compare it with."
    )
    begun = replace(make(), begun_s=60, server_total_s=61)
    assert sentences_of(begun)[0] == (
        "The entries that the rows count add up to 0:01:00, Clockify's own sum is"
        " 0:01:01."
    )
    assert sentences_of(replace(begun, server_total_s=None))[0] == (
        "The entries that the rows count add up to 0:01:00; Clockify gave no total to"
        " compare it with."
    )
    assert entries == "1 entry could not be read."


def test_what_is_guessed_of_the_profile(make: Make) -> None:
    report = make()
    query = replace(report.query, unknown_zone="Mars/Base", unknown_week_start="NODAY")
    zone, week = sentences_of(replace(report, query=query))
    assert zone == (
        "This computer does not know the time zone of your profile, “Mars/Base”; days"
        " are those of Europe/Berlin. --time-zone names another."
    )
    assert week == (
        "Your profile's week begins on “NODAY”, which is no known day; here it is"
        " Monday."
    )
