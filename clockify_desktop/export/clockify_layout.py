"""Files laid out as Clockify's own exports are, for programs that import those.

Clockify writes money into one column a currency whose title names it, and leaves these
columns out where amounts are hidden. Its dates are those of the person who exports.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.directory import Directory
from clockify_desktop.domain.durations import decimal_hours, short_decimal
from clockify_desktop.domain.entries import Entries
from clockify_desktop.domain.keys import NO_WORK, Key
from clockify_desktop.domain.label import LabelKind
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.rounding import to_places
from clockify_desktop.domain.table import Table
from clockify_desktop.domain.table_rows import Row
from clockify_desktop.domain.written_dates import WrittenDates
from clockify_desktop.export.column_choice import EVERY_COLUMN, ColumnChoice
from clockify_desktop.export.csv_file import CsvSyntax, record_lines
from clockify_desktop.export.entry_file import (
    MICROS,
    billable,
    group_names,
    tag_names,
)
from clockify_desktop.export.entry_lines import EntryColumn, EntryFields, Fields
from clockify_desktop.export.rows import MONEY_PLACES, Cell, Number

_TITLES: Final = {
    Level.USER: ("User",),
    Level.PROJECT: ("Project", "Client"),
    Level.CLIENT: ("Client",),
    Level.GROUP: ("Group",),
    Level.TASK: ("Task",),
    Level.TAG: ("Tag",),
    Level.TAGS: ("Tags",),
    Level.DAY: ("Date",),
    Level.WEEK: ("Week",),
    Level.MONTH: ("Month",),
}
_NONE: Final = "0.00"
# Clockify's own words, whatever is spoken here, by level and by kind of entry.
_WITHOUT: Final = {
    Level.PROJECT: "(Without project)",
    Level.CLIENT: "(Without client)",
    Level.GROUP: "(Without group)",
    Level.TASK: "(Without task)",
    Level.TAG: "(Without tags)",
    Level.TAGS: "(Without tags)",
}
_NO_WORK: Final = {
    "BREAK": "(Break)",
    "HOLIDAY": "(Holiday)",
    "TIME_OFF": "(Time off)",
}


def as_clockify(syntax: CsvSyntax) -> CsvSyntax:
    """Quote every field, as Clockify does."""
    return replace(syntax, quotes_all=True)


def summary_lines(
    table: Table,
    dates: WrittenDates,
    syntax: CsvSyntax,
    choice: ColumnChoice = EVERY_COLUMN,
    *,
    amounts: bool = True,
) -> Iterator[bytes]:
    """Write a table as a summary report: a row a group, whatever its currencies.

    Args:
        amounts: Whether they have columns, where they are visible.
    """
    currencies = _currencies(table, amounts=amounts)
    titles = summary_titles(table, amounts=amounts)
    places = choice.places(titles)

    def records() -> Iterator[list[Cell]]:
        yield [titles[at] for at in places]
        for keys, rows in groupby(table.rows, lambda row: row.keys):
            cells = list(_cells(table, keys, dates).values())
            cells += _sums(list(rows), currencies)
            yield [cells[at] for at in places]

    return record_lines(records(), as_clockify(syntax))


def summary_titles(table: Table, *, amounts: bool = True) -> tuple[str, ...]:
    """Name the columns of a summary report."""
    titles = dict.fromkeys(
        (
            *(title for level in table.levels for title in _TITLES[level]),
            *("Time (h)", "Time (decimal)"),
            *(
                f"Amount ({currency})"
                for currency in _currencies(table, amounts=amounts)
            ),
        )
    )
    return tuple(titles)


def _currencies(table: Table, *, amounts: bool) -> tuple[str, ...]:
    with_money = amounts and table.rows.amount_micros is not None
    return table.rows.currencies if with_money else ()


def _cells(table: Table, keys: tuple[Key, ...], dates: WrittenDates) -> dict[str, Cell]:
    found: dict[str, Cell] = {}
    for level, key in zip(table.levels, keys, strict=True):
        name = key.label.name
        if key.label.kind is LabelKind.WITHOUT:
            name = _NO_WORK.get(key.label.key, _WITHOUT[level])
        if level is Level.PROJECT:
            found["Project"] = name
            found.setdefault("Client", key.cells[2] or _WITHOUT[Level.CLIENT])
        elif level in {Level.DAY, Level.WEEK}:
            found[_TITLES[level][0]] = dates.day(date.fromisoformat(key.cells[0]))
        elif level is Level.MONTH:
            found["Month"] = key.cells[0]
        else:
            found[_TITLES[level][0]] = name
    return found


def _sums(rows: list[Row], currencies: tuple[str, ...]) -> list[Cell]:
    seconds = sum(row.duration_s for row in rows)
    amount = {row.currency: row.amount for row in rows}
    return [
        Number(clock_text(seconds)),
        Number(decimal_hours(seconds)),
        *(Number(_money(amount.get(one) or Decimal(0))) for one in currencies),
    ]


def detailed_columns(
    entries: Entries,
    shown: NDArray[np.intp],
    directory: Directory,
    query: ReportQuery,
    dates: WrittenDates,
    syntax: CsvSyntax,
    *,
    amounts: bool = True,
) -> list[EntryColumn]:
    """List the columns of a detailed report.

    Args:
        shown: intp, positions of the entries that are written.
        syntax: One of ``as_clockify``.
        amounts: Whether they have columns, where they are visible.
    """
    write = EntryFields(entries, syntax, dates)
    people, projects = entries.people, entries.projects
    user, project = entries.user, entries.project
    tasks = ["" if one.id in {None, *NO_WORK} else one.name for one in entries.tasks]
    tags = [
        tag_names(tag for tag in one if tag.id not in NO_WORK)
        for one in entries.tag_sets
    ]
    kinds = [kind.replace("_", " ").capitalize() for kind in entries.kinds]
    names = [one.name if one.id else "" for one in projects]
    columns: dict[str, Fields] = {
        "Project": write.texts(project, names),
        "Client": write.texts(project, [one.client_name for one in projects]),
        "Description": write.descriptions(),
        "Task": write.texts(entries.task, tasks),
        "User": write.texts(user, [one.name for one in people]),
        "Group": write.texts(user, group_names(people, directory)),
        "Email": write.texts(user, [one.email for one in people]),
        "Tags": write.texts(entries.tags, tags),
        "Type": write.texts(entries.kind, kinds),
        "Billable": billable(write, "No", "Yes"),
        **_invoice_columns(write),
        "Start Date": write.day(),
        "Start Time": write.time(),
        "End Date": write.day(end=True),
        "End Time": write.time(end=True),
        "Duration (h)": write.seconds(clock_text),
        "Duration (decimal)": write.seconds(
            lambda seconds: syntax.number(short_decimal(seconds))
        ),
    }
    if amounts:
        columns |= _money_columns(write, shown, query)
    return [EntryColumn(name, fields) for name, fields in columns.items()]


def _invoice_columns(write: EntryFields) -> dict[str, Fields]:
    """Write what was invoiced, and on which invoice, as far as either is told."""
    entries = write.entries
    invoice, invoices = entries.invoice, entries.invoices
    if invoice is None:
        return {}
    invoiced = ["No" if one is None else "Yes" for one in invoices]
    columns = {"Invoiced": write.texts(invoice, invoiced)}
    if any(invoices):
        columns["Invoice ID"] = write.texts(invoice, invoices)
    return columns


def _money_columns(
    write: EntryFields, shown: NDArray[np.intp], query: ReportQuery
) -> dict[str, Fields]:
    entries, number = write.entries, write.syntax.number
    rate, amount, code = entries.rate_micros, entries.amount_micros, entries.currency
    if rate is None or amount is None or code is None:
        return {}
    used = np.unique(code[shown])
    currencies = {entries.currencies[at]: at for at in used[used >= 0].tolist()}
    if not currencies and query.workspace.currency:
        currencies = {query.workspace.currency: len(entries.currencies)}

    def money(micros: int) -> str:
        return number(_money(Decimal(micros) / MICROS))

    columns: dict[str, Fields] = {}
    for name, micros in (("Rate", rate), ("Amount", amount)):
        written = write.looked_up(micros, money)
        for currency, at in currencies.items():
            columns[f"Billable {name} ({currency})"] = write.only(
                code, at, written, number(_NONE)
            )
    return columns


def clock_text(seconds: int) -> str:
    """Write a duration as Clockify's exports do, such as ``00:38:20``."""
    size = abs(seconds)
    sign = "-" if seconds < 0 else ""
    return f"{sign}{size // 3600:02}:{size // 60 % 60:02}:{size % 60:02}"


def _money(amount: Decimal) -> str:
    return f"{to_places(amount, MONEY_PLACES):f}"
