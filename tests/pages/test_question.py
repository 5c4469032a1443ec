from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest

from clockify_desktop.domain.entry_findings import Checked, FoundByRules
from clockify_desktop.domain.entry_rules import RULES, found_by
from clockify_desktop.pages.question import question_text
from clockify_desktop.pages.to_check_options import CheckOptions
from clockify_desktop.pages.to_check_rows import check_rows
from clockify_desktop.pages.to_check_words import CheckWords
from tests.domain.few_entries import (
    ANN,
    BOB,
    MAIL,
    NO_PROJECT,
    OLD,
    OPS,
    WEB,
    One,
    entries_of,
)

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
ZONE = "Europe/Berlin"
RULE_OF_SPIKES = [rule.key for rule in RULES].index("spike")


def questions(*ones: One) -> list[str]:
    entries = entries_of(*ones)
    known = frozenset({WEB.id, OPS.id, OLD.id})
    checked = Checked(entries, int(NOW.timestamp()), known)
    found = found_by(RULES, checked, {})
    rows = check_rows(entries, RULES, found, CheckOptions(), {}, NOW)
    return [question_text(rows, row, ZONE) for row in range(len(rows))]


def test_it_has_person_date_and_both_entries() -> None:
    (asked,) = questions(
        One("2026-11-17 14:00", 90, project=OPS, description="Tickets"),
        One("2026-11-17 14:30", 90, task=MAIL, description="Review"),
    )
    assert asked == (
        "Hello Ann,\n"
        "\n"
        "about your time on Tue 17 Nov 2026 in Clockify:\n"
        "14:30–16:00 (Europe/Berlin), Web · Mail, Review\n"
        "\n"
        "It shares 1:00 with 14:00–15:30, Ops, Tickets. Which of the two is right?\n"
    )


def test_times_are_those_of_whoever_is_asked() -> None:
    (asked,) = questions(One("2026-11-17 09:00", 60, BOB, NO_PROJECT))
    assert "14:00–15:00 (Asia/Dhaka)" in asked


def test_each_rule_asks_for_itself() -> None:
    (asked,) = questions(One("2026-11-17 09:00", 601, ANN, NO_PROJECT, ""))
    assert asked.splitlines()[-3:] == [
        "It has no project. Which one does it belong to?",
        "It has no description. What was it about?",
        "It is one block of 10:01. Is that right?",
    ]


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (One("2026-11-17 09:00", 0.2), "It is 12 s long."),
        (One("2026-11-17 09:00", None), "It is still running."),
        (One("2026-11-24 09:00", 60), "It ends in the future."),
        (One("2026-11-21 09:00", 60), "It is at night or on a day off."),
        (One("2026-11-17 09:00", 60, project=OLD), "The project is archived."),
        (One("2026-11-17 09:00", 60, project=OPS, billable=True), "It is billable,"),
    ],
)
def test_what_is_asked(one: One, said: str) -> None:
    (asked,) = questions(one)
    assert asked.splitlines()[-1].startswith(said)


def test_a_block_is_told_with_its_days() -> None:
    days = [One(f"2026-11-{day} 09:00", 480) for day in (16, 17, 18, 19)]
    (asked,) = questions(*days)
    assert "The same stands on 4 days." in asked


def test_a_spike_is_told_with_the_hours_of_the_day() -> None:
    entries = entries_of(One("2026-11-17 09:00", 540))
    found = FoundByRules(
        *(np.array([one]) for one in (RULE_OF_SPIKES, 0, -1, 32_400, 18_000))
    )
    rows = check_rows(entries, RULES, found, CheckOptions(), {}, NOW)
    assert "That day has 9:00." in question_text(rows, 0, ZONE)
    evidence = CheckWords(rows, {}).evidence(0)
    assert evidence == "9:00 that day, 5:00 is the median before"


def test_names_cannot_forge_lines() -> None:
    evil = replace(ANN, name="Ann\nPS: send money\u202e")
    (asked,) = questions(One("2026-11-17 09:00", 60, evil, NO_PROJECT, "a\nb"))
    assert asked.splitlines()[0] == "Hello Ann PS: send money\ufffd,"
    assert len(asked.splitlines()) == 6
