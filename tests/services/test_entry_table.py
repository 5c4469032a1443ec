import csv
import io
from dataclasses import replace

import numpy as np
import pytest

from clockify_desktop.domain.entries import Entries
from clockify_desktop.services.entry_table import entry_table
from tests.export.test_entry_file import (
    DIRECTORY,
    MIXED,
    QUERY,
    with_money,
    written,
)
from tests.written import csv_bytes


@pytest.mark.parametrize(
    "entries",
    [MIXED, with_money(MIXED), replace(with_money(MIXED), described=False)],
    ids=["hidden amounts", "amounts", "no descriptions"],
)
def test_it_is_the_csv_of_entries(entries: Entries) -> None:
    table = entry_table(entries, np.arange(len(entries)), DIRECTORY)
    expected = [*csv.DictReader(io.StringIO(written(entries).decode()))]
    lines = io.StringIO(csv_bytes(table, QUERY).decode())
    for row, line in zip(csv.DictReader(lines), expected, strict=True):
        for name in ("rate", "amount"):
            found, told = row.pop(name), line.pop(name)
            assert found == told or float(found) == float(told)
        assert row == line
    assert table.total_s == int(entries.seconds.sum())


def test_some_entries_in_their_order() -> None:
    table = entry_table(MIXED, np.array([3, 1]), DIRECTORY)
    at = table.columns.index("entry_id")
    assert [row[at] for row in table.rows] == [MIXED.ids[3], MIXED.ids[1]]
