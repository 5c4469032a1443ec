"""A table for the terminal: aligned, with a total."""

import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal

import numpy as np

from clockify_desktop.domain.durations import hours_and_minutes
from clockify_desktop.domain.keys import Key, labels_told_apart
from clockify_desktop.domain.rounding import to_places
from clockify_desktop.domain.showable import NOTHING, showable, showable_name
from clockify_desktop.domain.shown_sums import (
    ROUNDED,
    amounts_add_up,
    durations_add_up,
)
from clockify_desktop.domain.table import Row, Table
from clockify_desktop.export.rows import MONEY_PLACES, amount_text

_BETWEEN = "  "


def table_text(table: Table) -> str:
    """Write a table for people: names, h:mm, billable time, money, and a total.

    With several currencies the total has one line of money each. Where the figures do
    not add up as they are rounded here, the last line says so. Names are without
    what would move the cursor, colour the terminal or turn the line around.
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
    parts += texts[len(body) + 1 :]
    if not _adds_up(table):
        parts.append(ROUNDED)
    return "\n".join(parts) + "\n"


def _adds_up(table: Table) -> bool:
    """Tell whether what adds up does so as it is shown.

    What counts for several rows, as an entry with several tags, is another reason.
    """
    rows, totals = table.rows, table.totals
    for part, whole in (
        ([row.duration_s for row in rows], [row.duration_s for row in totals]),
        ([row.billable_s for row in rows], [row.billable_s for row in totals]),
    ):
        told = [one for one in whole if one is not None]
        column = np.array([one or 0 for one in part], np.int64)
        exact = len(told) == len(whole) and column.sum() == sum(told)
        if exact and not durations_add_up(column):
            return False
    return all(
        amounts_add_up(amounts, total.amount, MONEY_PLACES)
        for total in totals
        if total.amount is not None
        and sum(amounts := _amounts(rows, total.currency)) == total.amount
    )


def _amounts(rows: Iterable[Row], currency: str | None) -> list[Decimal]:
    return [
        row.amount
        for row in rows
        if row.amount is not None and row.currency == currency
    ]


def _names_told_apart(table: Table) -> dict[Key, str]:
    """Name each key of the table, by level, so that people can tell them apart."""
    names: dict[Key, str] = {}
    for place in range(len(table.levels)):
        named = [row.keys[place] for row in table.rows if place < len(row.keys)]
        keys = list(dict.fromkeys(named))
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


def _totals(table: Table, levels: int) -> Iterator[list[str]]:
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
    yield ["Total", *blanks, hours_and_minutes(table.total_s), billable, *sums[0]]
    for one in sums[1:]:
        yield ["", *blanks, "", "", *one]


def _money(amount: Decimal) -> str:
    return amount_text(to_places(amount, MONEY_PLACES))


def _width(text: str) -> int:
    return sum(map(_sign_width, text))


def _sign_width(sign: str) -> int:
    if unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _padded(text: str, width: int, *, left: bool) -> str:
    blanks = " " * (width - _width(text))
    return text + blanks if left else blanks + text
