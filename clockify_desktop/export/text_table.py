"""A table for the terminal: aligned, with a total."""

import unicodedata
from collections.abc import Container, Iterator, Sequence
from decimal import Decimal
from typing import Final

import numpy as np

from clockify_desktop.domain.durations import hours_and_minutes
from clockify_desktop.domain.keys import Key, labels_told_apart
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.number_words import decimals_in_words
from clockify_desktop.domain.rounding import to_places
from clockify_desktop.domain.showable import NOTHING, showable, showable_name
from clockify_desktop.domain.shown_sums import (
    ROUNDED,
    amounts_add_up,
    durations_add_up,
)
from clockify_desktop.domain.table import Table
from clockify_desktop.domain.table_rows import Row, Rows
from clockify_desktop.export.rows import MONEY_PLACES, amount_text
from clockify_desktop.translation import tr, tr_context

_BETWEEN = "  "
_MICROS: Final = 1_000_000
# Above names of Clockify's, as Clockify calls them.
_HEADS: Final = {Level.USER: tr("User"), Level.GROUP: tr("Group")}


def table_lines(table: Table, *, running: bool = False) -> Iterator[str]:
    """Write a table for people: names, h:mm, billable time, money, and a total.

    Of a period that is not over the total is called one so far.

    With several currencies the total has one line of money each. Where the figures do
    not add up as they are rounded here, the last line says so. Names are without
    what would move the cursor, colour the terminal or turn the line around. A line is
    made when it is drawn.
    """
    names = [_HEADS.get(level, level.head) for level in table.levels]
    time, billable = tr("Time"), tr_context("time", "Billable")
    head = [*names, time, billable, tr("Amount"), ""]
    told_apart = _names_told_apart(table)

    def body(rows: Rows) -> Iterator[list[str]]:
        return (_line(row, len(names), told_apart) for row in rows)

    total = tr("Total so far") if running else tr("Total")
    totals = list(_totals(table, total, len(names)))
    widest = list(body(_widest(table.rows)))
    shown = [
        at
        for at in range(len(head))
        if at <= len(names) or any(one[at] for one in widest)
    ]
    widths = [
        max(map(_width, column)) for column in zip(head, *widest, *totals, strict=True)
    ]
    for at in range(len(names)):
        keys = table.rows.used_keys(at)
        widths[at] = max([widths[at], *(_width(told_apart[key]) for key in keys)])
    # Names and the currency are text, what stands between them are numbers.
    texts_at = {*range(len(names)), len(head) - 1}

    def aligned(line: list[str]) -> str:
        padded = [_padded(line[at], widths[at], left=at in texts_at) for at in shown]
        return _BETWEEN.join(padded).rstrip() + "\n"

    dashes = sum(widths[at] for at in shown) + len(_BETWEEN) * (len(shown) - 1)
    rule = "-" * dashes + "\n"
    yield aligned(head)
    yield rule
    yield from map(aligned, body(table.rows))
    if len(table.rows):
        yield rule
    yield from map(aligned, totals)
    if not _adds_up(table):
        yield ROUNDED + "\n"


def _widest(rows: Rows) -> Rows:
    """Take the rows of the widest figures, and one of each currency."""
    if not len(rows):
        return rows
    columns = (rows.duration_s, rows.billable_s, rows.amount_micros)
    told = [column for column in columns if column is not None]
    _, of_currencies = np.unique(rows.currency, return_index=True)
    extremes = [far(column) for column in told for far in (np.argmax, np.argmin)]
    return rows.at(np.array([*extremes, *of_currencies], np.intp))


def aligned_text(
    lines: Sequence[Sequence[str]],
    totals: int,
    texts_at: Container[int],
    remark: str = "",
) -> str:
    """Write lines for people, the columns below each other.

    Args:
        lines: The head, the rows, then so many totals.
        texts_at: The places of the columns that are text, not numbers.
        remark: Stands below; empty for none.
    """
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    texts = [
        _BETWEEN.join(
            _padded(cell, width, left=place in texts_at)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    ]
    rule = "-" * (sum(widths) + len(_BETWEEN) * (len(widths) - 1))
    end = len(texts) - totals
    parts = [texts[0], rule, *texts[1:end]]
    if end > 1:
        parts.append(rule)
    parts += texts[end:]
    if remark:
        parts.append(remark)
    return "\n".join(parts) + "\n"


def _adds_up(table: Table) -> bool:
    """Tell whether what adds up does so as it is shown.

    What counts for several rows, as an entry with several tags, is another reason.
    """
    rows, totals = table.rows, table.totals
    billable_s = [row.billable_s for row in totals if row.billable_s is not None]
    for column, total_s in (
        (rows.duration_s, table.total_s),
        (rows.billable_s, sum(billable_s)),
    ):
        if column is None or int(column.sum()) != total_s:
            continue
        if not durations_add_up(column):
            return False
    return all(_amounts_add_up(rows, total) for total in totals)


def _amounts_add_up(rows: Rows, total: Row) -> bool:
    if total.amount is None or total.currency is None or rows.amount_micros is None:
        return True
    code = rows.currencies.index(total.currency)
    micros = rows.amount_micros[rows.currency == code]
    is_sum = int(micros.sum()) == total.amount * _MICROS
    return not is_sum or amounts_add_up(micros, _MICROS // 10**MONEY_PLACES)


def _names_told_apart(table: Table) -> dict[Key, str]:
    """Name each key of the table, by level, so that people can tell them apart."""
    names: dict[Key, str] = {}
    for place in range(len(table.levels)):
        keys = table.rows.used_keys(place)
        for key, label in zip(keys, labels_told_apart(keys), strict=True):
            names[key] = showable_name(label.name)
    return names


def _line(row: Row, levels: int, told_apart: dict[Key, str]) -> list[str]:
    names = [told_apart[key] for key in row.keys]
    names += [""] * (levels - len(names))
    billable = "" if row.billable_s is None else hours_and_minutes(row.billable_s)
    amount = "" if row.amount is None else _money(row.amount)
    currency = showable(row.currency or "")
    return [*names, hours_and_minutes(row.duration_s), billable, amount, currency]


def _totals(table: Table, name: str, levels: int) -> Iterator[list[str]]:
    parts_s = [row.billable_s for row in table.totals if row.billable_s is not None]
    whole = len(parts_s) == len(table.totals)
    billable = hours_and_minutes(sum(parts_s)) if whole else ""
    money = sorted(
        (showable(row.currency or ""), _money(row.amount))
        for row in table.totals
        if row.amount is not None
    )
    blanks = [""] * (levels - 1)
    sums = [(amount, code) for code, amount in money] or [("", NOTHING)]
    yield [name, *blanks, hours_and_minutes(table.total_s), billable, *sums[0]]
    for one in sums[1:]:
        yield ["", *blanks, "", "", *one]


def _money(amount: Decimal) -> str:
    return decimals_in_words(amount_text(to_places(amount, MONEY_PLACES)))


def _width(text: str) -> int:
    return sum(map(_sign_width, text))


def _sign_width(sign: str) -> int:
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _padded(text: str, width: int, *, left: bool) -> str:
    blanks = " " * (width - _width(text))
    return text + blanks if left else blanks + text
