from dataclasses import replace

import pytest

from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.entry_words import EntryWords
from tests.domain.few_entries import (
    ANN,
    BOB,
    HOME,
    MAIL,
    NO_PROJECT,
    URGENT,
    One,
    entries_of,
)


def words(one: One, durations: DurationFormat = DurationFormat.MINUTES) -> EntryWords:
    return EntryWords(entries_of(one), durations)


def test_when_it_was_is_told_by_the_clock_of_whoever_logged_it() -> None:
    late = One("2026-11-19 22:40", 115, approval="r")
    assert words(late).span(0) == "22:40–00:35 +1"
    assert words(late).day(0) == "Thu 19 Nov"
    assert words(late).both_clocks(0) == "22:40–00:35 +1"
    dhaka = words(replace(late, person=BOB))
    assert dhaka.span(0) == "03:40–05:35"
    both = "03:40–05:35 (Asia/Dhaka; yours 22:40–00:35 +1)"
    assert dhaka.both_clocks(0) == both
    unknown = replace(late, person=replace(ANN, time_zone="Mars/Olympus"))
    assert words(unknown).span(0) == "22:40–00:35 +1"
    assert words(late).until(0) == "until Fri 20 Nov, 00:35"


def test_what_still_runs_has_no_time() -> None:
    running = words(One("2026-11-20 17:42", None))
    assert running.duration(0) == "–"
    assert running.span(0) == running.since(0) == "since Fri 20 Nov, 17:42"
    assert running.yours(0) == running.span(0)


def test_what_it_is_of_and_what_it_lacks() -> None:
    full = One("2026-11-19 09:00", 90, task=MAIL, tags=(URGENT, HOME))
    assert words(full).project(0) == "Web · Mail"
    assert words(full).description(0) == "Talk"
    assert words(full).tags(0) == "Urgent, Home"
    assert words(full).duration(0) == "1:30"
    assert words(full, DurationFormat.DECIMAL).duration(0) == "1.50"
    bare = words(One("2026-11-19 09:00", project=NO_PROJECT, description=" "))
    assert bare.project(0) == "(Without project)"
    assert bare.description(0) == bare.tags(0) == "–"
    assert words(full).person(0) == "Ann"


@pytest.mark.parametrize(
    ("approval", "said"),
    [("r1", "approved"), ("r2", "submitted"), (None, "not submitted")],
)
def test_how_far_it_is(approval: str | None, said: str) -> None:
    one = One("2026-11-19 09:00", approval=approval)
    both = entries_of(one, One("2026-11-19 11:00", approval="r9"))
    assert EntryWords(both).state(0, {"r1": "approved"}) == said


def test_where_nobody_hands_anything_in_no_state_is_said() -> None:
    assert not words(One("2026-11-19 09:00")).state(0, {})


def test_what_it_was_on_leaves_out_a_description_that_may_not_be_shown() -> None:
    entries = entries_of(One("2026-11-16 09:00", description="Call"))
    assert EntryWords(entries).what(0) == "Web, Call"
    assert EntryWords(replace(entries, described=False)).what(0) == "Web"
