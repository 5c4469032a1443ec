from datetime import UTC, datetime

import pytest

from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.entry_findings import Checked
from clockify_desktop.domain.entry_rules import RULES, found_by
from clockify_desktop.pages.table import TableContent
from clockify_desktop.pages.to_check_options import CheckOptions, Order
from clockify_desktop.pages.to_check_rows import check_rows
from clockify_desktop.pages.to_check_table import check_table
from clockify_desktop.pages.to_check_words import CheckWords
from tests.domain.few_entries import ANN, BOB, NO_PROJECT, One, entries_of

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
ONES = (
    One("2026-11-16 09:00", 60, project=NO_PROJECT, description="", id="both"),
    One("2026-11-17 09:00", 30, BOB, description="", id="silent"),
    One("2026-11-16 14:00", 0.5, ANN, description="=1+1", id="short"),
)


def words_of(*ones: One, order: Order = Order.RULE) -> CheckWords:
    entries, options = entries_of(*ones), CheckOptions(order)
    found = found_by(RULES, Checked(entries, int(NOW.timestamp())), {})
    rows = check_rows(entries, RULES, found, options, {}, NOW)
    return CheckWords(rows, {}, DurationFormat.MINUTES)


def table_of(order: Order, *ones: One) -> TableContent:
    return check_table(words_of(*(ones or ONES), order=order), order)


def opened(table: TableContent) -> dict[str, list[tuple[str, ...]]]:
    found = {}
    for row in table.positions.tolist():
        lines = table.parts(row)
        name = " · ".join(table.texts(row))
        found[name] = [lines.texts(part) for part in lines.positions.tolist()]
    return found


def test_by_rule_an_entry_stands_under_each_of_its_rules() -> None:
    assert opened(table_of(Order.RULE)) == {
        "No project · 1 entry · 1:00": [("Ann, Mon 16 Nov", "09:00–10:00", "1:00")],
        "No description · 2 entries · 1:30": [
            ("Ann, Mon 16 Nov", "09:00–10:00", "1:00"),
            ("Bob, Tue 17 Nov", "Web", "0:30"),
        ],
        "Shorter than 60 s · 1 entry · 0:01": [
            ("Ann, Mon 16 Nov", "30 s, 14:00–14:00", "0:01")
        ],
    }


def test_in_the_total_it_counts_once() -> None:
    assert table_of(Order.RULE).total == ("All", "3 entries", "1:31")


@pytest.mark.parametrize(
    ("order", "heads"),
    [
        (Order.PERSON, {"Ann": 2, "Bob": 1}),
        (Order.DAY, {"Mon 16 Nov": 2, "Tue 17 Nov": 1}),
    ],
)
def test_by_person_and_by_day_it_stands_once(
    order: Order, heads: dict[str, int]
) -> None:
    table = table_of(order)
    found = {name.split(" · ")[0]: len(parts) for name, parts in opened(table).items()}
    assert found == heads
    first = table.parts(0).texts(int(table.parts(0).positions[0]))[0]
    assert first.endswith(": No project, no description")
    marks = [table.mark(row) for row in table.positions.tolist()]
    assert all(mark.startswith(f"one:{order}:") for mark in marks)


def test_the_filter_looks_into_entries_and_columns_are_sorted() -> None:
    table = table_of(Order.PERSON)
    assert table.arranged(words="tue 17").tolist() == [1]
    assert table.arranged(words="30 s").tolist() == [0]
    assert table.arranged(words="nowhere").tolist() == []
    assert table.arranged(by=0, falling=True).tolist() == [1, 0]
    assert table.arranged(by=1).tolist() == [1, 0]
    assert table.arranged(by=2).tolist() == [1, 0]
    parts = table.parts(0)
    assert parts.arranged(by=2).tolist() == parts.positions.tolist()[::-1]
    by_name = parts.arranged(by=0)
    assert sorted(by_name.tolist()) == sorted(parts.positions.tolist())


def test_what_is_copied_is_guarded_and_names_its_group() -> None:
    only = One("2026-11-16 14:00", 60, project=NO_PROJECT, description="=1+1")
    table = table_of(Order.RULE, only)
    heads, line = table.tab_separated([(0, int(table.parts(0).positions[0]))]).split(
        "\n"
    )[:2]
    assert heads == "Why\tEntry\tEvidence\tTime"
    assert line == "No project\tAnn, Mon 16 Nov\t'=1+1\t1:00"


def test_nothing_found_makes_an_empty_table() -> None:
    table = table_of(Order.DAY, One("2026-11-16 14:00"))
    assert table.total == ("All", "0 entries", "0:00")
    assert not table.arranged(words="a").size
