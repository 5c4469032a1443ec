"""A table for the terminal: aligned, with a total."""

import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from clockify_desktop.charts.plain_text import one_line
from clockify_desktop.domain.durations import hours_and_minutes
from clockify_desktop.domain.keys import Key, labels_told_apart
from clockify_desktop.domain.table import Row, Table
from clockify_desktop.export.rows import amount_text

_BETWEEN = "  "
_TOTAL = "Total"
_NONE = ""


def table_text(table: Table) -> str:
    """Write a table for people: names, h:mm, billable time and money.

    Returns:
        Lines of equal columns: a head, a row each, and a total that counts every
        row; with several currencies one line of money each, never summed over them.
        Names are without what would move the cursor, colour the terminal or turn the
        rest of the line around.
    """
    names = [level.value.capitalize() for level in table.levels]
    head = [*names, "Time", "Billable", "Amount", ""]
    told_apart = _names_told_apart(table)
    body = [_line(row, len(names), told_apart) for row in table.rows]
    totals = list(_totals(table, len(names)))
    shown = [
        place
        for place in range(len(head))
        if place <= len(names) or any(line[place] for line in body)
    ]
    lines = [[line[place] for place in shown] for line in (head, *body, *totals)]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    # Names and the currency are text, what stands between them are numbers.
    texts_at = {*range(len(names)), len(head) - 1}
    texts = [
        _BETWEEN.join(
            _padded(cell, width, left=place in texts_at)
            for cell, width, place in zip(line, widths, shown, strict=True)
        ).rstrip()
        for line in lines
    ]
    rule = "-" * (sum(widths) + len(_BETWEEN) * (len(widths) - 1))
    parts = [texts[0], rule, *texts[1 : len(body) + 1]]
    if body:
        parts.append(rule)
    return "\n".join([*parts, *texts[len(body) + 1 :]]) + "\n"


def _names_told_apart(table: Table) -> dict[Key, str]:
    """Name each key of the table, by level, so that people can tell them apart."""
    names: dict[Key, str] = {}
    for place in range(len(table.levels)):
        keys = list(
            dict.fromkeys(
                row.keys[place] for row in table.rows if place < len(row.keys)
            )
        )
        labels = labels_told_apart(keys)
        names |= {
            key: one_line(label.name) for key, label in zip(keys, labels, strict=True)
        }
    return names


def _line(row: Row, levels: int, told_apart: dict[Key, str]) -> list[str]:
    names = [told_apart[key] for key in row.keys]
    names += [_NONE] * (levels - len(names))
    billable = _NONE if row.billable_s is None else hours_and_minutes(row.billable_s)
    amount = _NONE if row.amount is None else _money(row.amount)
    return [
        *names,
        hours_and_minutes(row.duration_s),
        billable,
        amount,
        one_line(row.currency or _NONE),
    ]


def _totals(table: Table, levels: int) -> Iterator[list[str]]:
    parts_s = [row.billable_s for row in table.totals if row.billable_s is not None]
    whole = len(parts_s) == len(table.totals)
    billable = hours_and_minutes(sum(parts_s)) if whole else _NONE
    money = sorted(
        (one_line(row.currency or _NONE), _money(row.amount))
        for row in table.totals
        if row.amount is not None
    )
    blanks = [_NONE] * (levels - 1)
    sums = [(amount, code) for code, amount in money] or [(_NONE, _NONE)]
    yield [_TOTAL, *blanks, hours_and_minutes(table.total_s), billable, *sums[0]]
    for one in sums[1:]:
        yield [_NONE, *blanks, _NONE, _NONE, *one]


def _money(amount: Decimal) -> str:
    return amount_text(amount.quantize(Decimal("0.01")))


def _width(text: str) -> int:
    """Count the columns that a text takes in a terminal."""
    return sum(map(_sign_width, text))


def _sign_width(sign: str) -> int:
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _padded(text: str, width: int, *, left: bool) -> str:
    blanks = " " * (width - _width(text))
    return text + blanks if left else blanks + text
