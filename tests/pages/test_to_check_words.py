from datetime import UTC, datetime

import pytest

from clockify_desktop.domain.entry_findings import Checked
from clockify_desktop.domain.entry_rules import RULES, found_by
from clockify_desktop.pages.to_check_options import CheckOptions
from clockify_desktop.pages.to_check_rows import check_rows
from clockify_desktop.pages.to_check_words import CheckWords
from tests.domain.few_entries import ANN, NO_PROJECT, OLD, OPS, WEB, One, entries_of

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
MON = "2026-11-16"


def words_of(key: str, *ones: One) -> CheckWords:
    entries = entries_of(*ones)
    rules = tuple(rule for rule in RULES if rule.key == key)
    known = frozenset({WEB.id, OPS.id})
    found = found_by(rules, Checked(entries, int(NOW.timestamp()), known), {})
    return CheckWords(check_rows(entries, rules, found, CheckOptions(), {}, NOW), {})


@pytest.mark.parametrize(
    ("key", "why", "evidence", "one"),
    [
        (
            *("no-project", "No project", "call with Northwind"),
            One(f"{MON} 09:00", project=NO_PROJECT, description="call with Northwind"),
        ),
        (
            *("no-project", "No project", "09:00–10:00"),
            One(f"{MON} 09:00", project=NO_PROJECT, description=""),
        ),
        (
            *("no-description", "No description", "Ops"),
            One(f"{MON} 09:00", project=OPS, description=""),
        ),
        (
            *("long", "Longer than 10 h", "one block, 08:00–18:30"),
            One(f"{MON} 08:00", 630),
        ),
        (
            *("short", "Shorter than 60 s", "12 s, 08:00–08:00"),
            One(f"{MON} 08:00", 0.2),
        ),
        (
            *("running", "Still running", "since Fri 20 Nov, 17:42"),
            One("2026-11-20 17:42", None),
        ),
        (
            *("future", "In the future", "until Tue 24 Nov, 10:00"),
            One("2026-11-24 09:00"),
        ),
        (
            *("night", "Night or day off", "22:40–00:35 +1"),
            One("2026-11-19 22:40", 115),
        ),
        ("archived", "Archived project", "Old", One(f"{MON} 08:00", project=OLD)),
        (
            *("billable", "Billable, project is not", "Ops"),
            One(f"{MON} 08:00", project=OPS, billable=True),
        ),
    ],
)
def test_each_rule_names_its_evidence(
    key: str, why: str, evidence: str, one: One
) -> None:
    words = words_of(key, one)
    assert (words.why(0), words.evidence(0)) == (why, evidence)


def test_a_block_is_told_with_its_last_day() -> None:
    ones = (One(f"2026-11-{day} 09:00", 480, ANN) for day in (16, 17, 18, 20))
    words = words_of("repeated", *ones)
    assert words.evidence(0) == "09:00–17:00 on 4 days, the last Fri 20 Nov"


def test_every_rule_has_its_words() -> None:
    for place in range(len(RULES)):
        # Whatever was found of an entry can be said of it.
        words = words_of("no-project", One(f"{MON} 09:00", project=NO_PROJECT))
        found = words.rows.found
        assert words.evidence_of(0)
        found.other[0] = 0
        one = CheckWords(
            check_rows(
                words.rows.entries,
                RULES[place : place + 1],
                found,
                CheckOptions(),
                {},
                NOW,
            ),
            {},
        )
        assert one.evidence(0)
