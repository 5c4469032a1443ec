import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clockify_desktop.csv_import import csv_rows
from clockify_desktop.csv_import.csv_rows import CsvRows
from clockify_desktop.csv_import.csv_text import NoCsvError

signs = st.text(st.sampled_from('ab"\n,;\x01é'), max_size=6)
tables = st.integers(2, 4).flatmap(
    lambda width: st.lists(
        st.lists(signs, min_size=width, max_size=width), min_size=1, max_size=9
    )
)


def text_of(rows: list[list[str]], quoting: int, line_end: str) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, quoting=quoting, lineterminator=line_end).writerows(rows)
    return text.getvalue()


def read(text: str, width: int) -> tuple[list[list[str]], list[int], list[int]]:
    rows = CsvRows(text, ",")
    found, lines = [rows.titles()], [1]
    for block in rows.blocks(width):
        found += map(list, zip(*block.columns, strict=True))
        lines += block.lines
    return found, lines, rows.strange


@given(
    tables,
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([1, 8, 50_000]),
)
@example([["a", "b"], ["x", '"\n"'], ["c", "d"]], csv.QUOTE_ALL, "\n", 1)
@example([["a", "b"], ['","', "y"], ["c", "d"]], csv.QUOTE_ALL, "\n", 1)
@example([["a", "b"], ["", ""], ["\x01c", "d"]], csv.QUOTE_ALL, "\r\n", 50_000)
def test_rows_are_those_of_pythons_reader(
    rows: list[list[str]], quoting: int, line_end: str, at_once: int
) -> None:
    text = text_of(rows, quoting, line_end)
    before, csv_rows._SIGNS = csv_rows._SIGNS, at_once
    try:
        found, lines, strange = read(text, len(rows[0]))
    finally:
        csv_rows._SIGNS = before
    assert (found, strange) == (list(csv.reader(io.StringIO(text, newline=""))), [])
    line = 1
    for row, number in zip(rows, lines, strict=True):
        assert number == line
        line += 1 + sum(cell.count("\n") for cell in row)


def test_rows_of_other_lengths_are_named_by_their_lines() -> None:
    short = '"a","b"\n"1","2"\n\n"x\ny"\n"3","4","5"\n"6","7",""\n'
    assert read(short, 2) == (
        [["a", "b"], ["1", "2"], ["6", "7"]],
        [1, 2, 7],
        [4, 6],
    )
    # One row too long and one too short have as many parts as two whole ones.
    even = '"a","b","c"\n"1","2"\n"3","4","5","6"\n"7","8","9"\n'
    assert read(even, 3)[1:] == ([1, 4], [2, 3])
    quoted = '"a","b"\n"1"\n"2","3","4"\n'
    assert read(quoted, 2)[1:] == ([1], [2, 3])
    assert read('"a","b"\n"1","2","3"\n"4"\n"5","6"', 2)[1:] == ([1, 4], [2, 3])


def test_what_is_no_csv_is_told_with_its_line() -> None:
    for text, line in (('a,b\n1,"2" 3\n', 2), ('a,b\n1,2\n3,"4\n5', 3)):
        with pytest.raises(NoCsvError, match=f"Line {line} "):
            read(text, 2)
    assert CsvRows("", ",").titles() == []
