"""A detailed report that Clockify exported, as time entries and what is to be said."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, tzinfo
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.csv_import.clocks import Clocks, clocks_of, order_of
from clockify_desktop.csv_import.date_order import (
    DateOrder,
    Decided,
    ToldBy,
    period_in_name,
)
from clockify_desktop.csv_import.errors import NoExportError
from clockify_desktop.csv_import.made_ids import digests, entry_ids
from clockify_desktop.csv_import.money import Money, money_of
from clockify_desktop.csv_import.named import Named, named_in, plain_text
from clockify_desktop.csv_import.table import Table, read_table
from clockify_desktop.csv_import.titles import Field, Titles
from clockify_desktop.domain.completeness import Loss, Losses
from clockify_desktop.domain.directory import Directory
from clockify_desktop.domain.entries import Entries
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.showable import named
from clockify_desktop.domain.written_dates import WrittenDates
from clockify_desktop.translation import tr, tr_plural

_YES: Final = frozenset({"yes", "ja", "sim", "true"})
_NO: Final = frozenset({"no", "nein", "não", "false"})
_MOST_LINES: Final = 20


@dataclass(frozen=True, eq=False)
class ExportedFile:
    """What a file holds.

    Args:
        directory: Who and what its rows name.
        period: From the first to the last day that it tells of.
        losses: What could not be used of rows that can be read.
        unreadable: The lines of the others, the first is 1.
        billable_told: Whether it tells which time is billable.
        dates: How it writes dates.
        currency: That of most amounts; ``None`` where there are none.
        lacking: What it lacks, sentences without their full stops.
        remarks: How it was read, likewise.
    """

    name: str
    entries: Entries
    directory: Directory
    period: Period
    losses: Losses
    unreadable: tuple[int, ...]
    billable_told: bool
    dates: WrittenDates
    currency: str | None
    lacking: tuple[str, ...]
    remarks: tuple[str, ...]


def read_export(
    content: bytes, name: str, zone: tzinfo, date_order: DateOrder | None = None
) -> ExportedFile:
    """Read a file.

    Args:
        name: Of the file, which may tell the order of its dates.
        zone: Whose clock its times are of.
        date_order: As somebody said; ``None`` lets the file tell.

    Raises:
        NoExportError: It is no detailed report of Clockify.
        UnclearDateOrderError: Nothing tells the order of its dates.
    """
    table = read_table(content, name)
    if not len(table) and not table.strange:
        title = tr("{name} has no time entries", name=named(name))
        raise NoExportError(title, tr("Export a longer period."))
    decided = order_of(table, date_order)
    clocks = clocks_of(table, decided.order, zone)
    unreadable = sorted((*table.strange, *table.lines[clocks.unreadable].tolist()))
    kept = ~(clocks.unreadable | clocks.too_long)
    if not kept.any():
        title = tr(
            "No row of {name} can be read: {lines}",
            name=named(name),
            lines=_lines(unreadable),
        )
        raise NoExportError(title, tr("Export the file anew."))
    things = named_in(table)
    money = money_of(table, things.project)
    entries, losses = _entries(table, clocks, things, money, kept)
    return ExportedFile(
        name=name,
        entries=entries,
        directory=things.directory,
        period=_period(entries, name, decided.order),
        losses=losses,
        unreadable=tuple(unreadable),
        billable_told=Field.BILLABLE in table.columns,
        dates=_dates(table, decided.order),
        currency=None if money is None else money.most_used,
        lacking=tuple(
            _lacking(table.titles, name, unreadable, has_money=money is not None)
        ),
        remarks=tuple(_remarks(table.titles, name, decided)),
    )


def _entries(
    table: Table,
    clocks: Clocks,
    things: Named,
    money: Money | None,
    kept: NDArray[np.bool_],
) -> tuple[Entries, Losses]:
    told, billable_known = _billable(table)
    said = table.column(Field.DESCRIPTION)
    descriptions = tuple(map(plain_text, said.texts))
    lost = Counter[tuple[Loss, str]]()
    for loss, rows in (
        (Loss.TOO_LONG, clocks.too_long),
        (Loss.BILLABLE, kept & ~billable_known),
        (Loss.AMOUNT, kept & money.lost if money is not None else ~kept & kept),
    ):
        whose = (things.people[user].name for user in things.user[rows].tolist())
        lost.update((loss, name) for name in whose)
    zeros = np.zeros(len(table), np.intp)
    entries = Entries(
        people=things.people,
        projects=things.projects,
        tasks=things.tasks,
        tag_sets=things.tag_sets,
        descriptions=descriptions,
        kinds=things.kinds,
        approvals=(None,),
        ids=np.array(_ids(clocks, things, descriptions, said.codes, told), np.object_),
        user=things.user,
        project=things.project,
        task=things.task,
        tags=things.tags,
        description=said.codes,
        kind=things.kind,
        approval=zeros,
        start_s=clocks.start_s,
        end_s=clocks.end_s,
        start_offset_min=clocks.start_offset_min,
        end_offset_min=clocks.end_offset_min,
        day=clocks.day,
        seconds=clocks.seconds,
        billable=told,
        running=clocks.running,
        locked=zeros.astype(np.bool_),
        **_invoices(table),
    )
    if money is not None:
        entries = replace(
            entries,
            currencies=money.currencies,
            rate_micros=money.rate_micros,
            amount_micros=money.amount_micros,
            currency=money.currency,
        )
    return (entries if kept.all() else entries.take(kept)).in_order(), lost


def _ids(
    clocks: Clocks,
    things: Named,
    descriptions: tuple[str, ...],
    description: NDArray[np.intp],
    billable: NDArray[np.bool_],
) -> list[str]:
    tables: tuple[tuple[str, list[tuple[str, ...]], NDArray[np.intp]], ...] = (
        ("user", [(one.id,) for one in things.people], things.user),
        ("project", [(one.id or "",) for one in things.projects], things.project),
        ("task", [(one.id or "",) for one in things.tasks], things.task),
        (
            "tags",
            [tuple(tag.id or "" for tag in tags) for tags in things.tag_sets],
            things.tags,
        ),
        ("description", [(text,) for text in descriptions], description),
    )
    numbers = (digests(kind, names)[codes] for kind, names, codes in tables)
    times = (clocks.start_s, clocks.end_s, clocks.seconds)
    return entry_ids((*numbers, *times, billable.astype(np.int64)))


def _billable(table: Table) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Tell which rows are billable, and of which that can be read."""
    column = table.column(Field.BILLABLE)
    told = column.where(lambda text: text.casefold() in _YES)
    if Field.BILLABLE not in table.columns:
        return told, np.ones(len(table), np.bool_)
    return told, column.where(lambda text: text.casefold() in _YES | _NO)


def _invoices(table: Table) -> dict[str, Any]:
    """Tell which rows were invoiced, and the names of the invoices.

    Returns:
        ``invoices`` and ``invoice`` of ``Entries``; nothing where neither is told.
    """
    if not {Field.INVOICED, Field.INVOICE_ID} & table.columns.keys():
        return {}
    number = table.column(Field.INVOICE_ID)
    invoiced = table.column(Field.INVOICED).where(lambda text: text.casefold() in _YES)
    none = len(number.texts)
    return {
        "invoices": (*map(plain_text, number.texts), None),
        "invoice": np.where(invoiced | number.given, number.codes, none),
    }


def _period(entries: Entries, name: str, order: DateOrder) -> Period:
    """Tell the days of a file: those in its name, where its entries are among them."""
    first, last = int(entries.day.min()), int(entries.day.max())
    told = Period(date.fromordinal(first), date.fromordinal(last))
    in_name = period_in_name(name, order)
    return in_name if in_name and in_name.common(told) == told else told


def _dates(table: Table, order: DateOrder) -> WrittenDates:
    dates = (text for text in table.column(Field.START_DATE).texts if order.day(text))
    times = table.clock(Field.START_TIME).texts
    half_days = bool((np.char.lower(times[:1]) != np.char.upper(times[:1])).any())
    return replace(order.dates(next(dates)), half_days=half_days)


def _lacking(
    titles: Titles, name: str, unreadable: list[int], *, has_money: bool
) -> Iterator[str]:
    if unreadable:
        yield tr_plural(
            "{count} row of {name} could not be read: {lines}",
            "{count} rows of {name} could not be read: {lines}",
            len(unreadable),
            name=named(name),
            lines=_lines(unreadable),
        )
    if titles.missing:
        yield tr_plural(
            "{name} has no column {columns}",
            "{name} has no columns {columns}",
            len(titles.missing),
            name=named(name),
            columns=", ".join(titles.missing),
        )
    if titles.currencies and not has_money:
        yield tr("The amounts in {name} are too large to be added up", name=named(name))
    if titles.nameless_money:
        yield tr(
            "The amounts in {name} name no currency and are not read", name=named(name)
        )


def _remarks(titles: Titles, name: str, decided: Decided) -> Iterator[str]:
    order = decided.order.in_words
    match decided.told_by:
        case ToldBy.NAME:
            yield tr(
                "Dates in {name} are read as {order}, as its name has them",
                name=named(name),
                order=order,
            )
        case ToldBy.LENGTHS:
            yield tr(
                "Dates in {name} are read as {order}, as starts and lengths lead to"
                " ends",
                name=named(name),
                order=order,
            )
        case None:
            pass
    for title, field in titles.by_place.items():
        yield tr(
            "The column "
            "\N{LEFT DOUBLE QUOTATION MARK}{title}\N{RIGHT DOUBLE QUOTATION MARK} "
            "of {name} is read as {column}",
            title=named(title),
            name=named(name),
            column=field,
        )
    for title in titles.strange:
        yield tr(
            "The column "
            "\N{LEFT DOUBLE QUOTATION MARK}{title}\N{RIGHT DOUBLE QUOTATION MARK} "
            "of {name} is not read",
            title=named(title),
            name=named(name),
        )


def _lines(lines: list[int]) -> str:
    shown = ", ".join(tr("line {number}", number=one) for one in lines[:_MOST_LINES])
    rest = len(lines) - _MOST_LINES
    if rest <= 0:
        return shown
    return tr_plural(
        "{lines} and {count} more", "{lines} and {count} more", rest, lines=shown
    )
