from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from clockify_desktop.domain.completeness import Loss
from clockify_desktop.domain.directory import Directory, Person
from clockify_desktop.domain.entry_report import EntryReport
from clockify_desktop.domain.hidden_names import HiddenNames, Hiding, Initials
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.report import Report
from tests.domain.few_entries import ANN, BOB, WEB, One, entries_of

MONDAY = date(2026, 11, 16)
GONE = Person(UserId("aaa"), "Gone")


def people_of(count: int) -> list[Person]:
    return [Person(UserId(f"u{at:03}"), f"Name {at}") for at in range(count)]


def test_people_are_named_in_the_order_of_their_ids() -> None:
    names = HiddenNames()
    names.learn([BOB, ANN])
    assert names.of(BOB).name == "Person B"
    hidden = names.of(ANN)
    assert (hidden.name, hidden.email, hidden.id) == ("Person A", "", ANN.id)
    assert hidden.cells == ("Person A", "", "")
    assert names.of(hidden) is hidden
    # Whoever comes later takes no name from anybody.
    assert names.of(GONE).name == "Person C"
    names.learn([GONE, ANN])
    assert names.of(BOB).name == "Person B"


def test_names_stand_in_that_order_and_differ_however_many_they_are() -> None:
    names, people = HiddenNames(), people_of(27)
    names.learn(people)
    called = [names.of(one).name for one in people]
    assert called[:2] == ["Person AA", "Person AB"]
    assert called == sorted(set(called))
    few = HiddenNames()
    few.learn(people[:26])
    called = [few.of(one).name for one in people]
    assert called[25:] == ["Person Z", "Person BA"]
    assert len(set(called)) == len(called)


def test_initials_differ_too_and_are_letters_alone() -> None:
    called = (
        "Amara Okafor",
        "anne marie Otto",
        "Ann",
        "=Yves de Bo",
        "42 !",
        "Ann Ann",
    )
    people = [Person(UserId(f"u{at}"), name) for at, name in enumerate(called)]
    names = Initials()
    names.learn(reversed(people[:5]))
    hidden = [names.of(one) for one in people]
    # Without letters there are those that are given in order.
    expected = ["AO", "AO 2", "A", "DB", "Person E", "A 2"]
    assert [one.name for one in hidden] == expected
    assert {one.email for one in hidden} == {""}
    assert hidden[0].cells == ("AO", "", "")


def test_a_report_names_nobody(make_report: Callable[..., Report]) -> None:
    directory = Directory(people=(ANN, BOB), projects=(WEB,))
    report = make_report(
        [(0, 0, MONDAY, 3600, 0, 0, 0), (1, 0, MONDAY, 60, 0, 0, 0)],
        (ANN, GONE),
        (WEB,),
        directory=directory,
    )
    losses = {
        (Loss.UNREADABLE, "Ann"): 1,
        (Loss.UNREADABLE, "who"): 2,
        (Loss.UNREADABLE, ""): 3,
    }
    report = replace(report, losses=losses)
    hiding = Hiding(HiddenNames())
    hidden = hiding.of(report)
    names = {"Person A", "Person B", "Person C"}
    assert {one.name for one in hidden.everybody} == names
    assert hidden.people_ids == report.people_ids
    assert hidden.facts.total_s == report.facts.total_s
    assert hidden.losses == {
        (Loss.UNREADABLE, "Person A"): 1,
        (Loss.UNREADABLE, ""): 5,
    }
    # The same each time, so that nothing is worked out anew, and never hidden twice.
    assert hiding.of(report) is hidden
    assert hiding.of(hidden) is hidden
    assert Hiding(None, descriptions=False).of(report) is report


def test_entries_lose_what_is_hidden_and_nothing_else() -> None:
    entries = entries_of(
        One("2026-11-16 09:00", description="Call with Ann"),
        One("2026-11-17 09:00", 30, BOB, description=" "),
    )
    now = datetime(2026, 11, 23, tzinfo=UTC)
    told = EntryReport(entries, now, 1, losses={(Loss.RUNNING, "Bob"): 1})
    assert Hiding(None).of(told) is told
    names = Hiding(HiddenNames()).of(told)
    assert {one.name for one in names.entries.people} == {"Person A", "Person B"}
    assert {who for _, who in names.losses} <= {"Person A", "Person B"}
    assert names.entries.descriptions == entries.descriptions
    plain = Hiding(None, descriptions=False).of(told)
    assert set(plain.entries.descriptions) == {"(hidden)", " "}
    assert plain.entries.people == entries.people
    assert plain.losses == told.losses
    assert Hiding(HiddenNames()).of("anything else") == "anything else"
