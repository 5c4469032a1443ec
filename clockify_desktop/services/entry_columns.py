"""Entries as columns, from detailed replies, and several parts of them as one."""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from datetime import datetime, tzinfo
from operator import attrgetter
from typing import Any, Final

import numpy as np

from clockify_desktop.api.detailed_pages import DetailedReport
from clockify_desktop.api.errors import InvalidResponseError
from clockify_desktop.api.wire.reports import DetailedEntry, InvoicingInfo, Totals
from clockify_desktop.domain.completeness import Loss, unreadable_entries
from clockify_desktop.domain.directory import Directory, Workspace
from clockify_desktop.domain.durations import LONGEST_S
from clockify_desktop.domain.entries import Entries
from clockify_desktop.domain.entry_report import EntryReport
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.rounded_columns import whole_numbers
from clockify_desktop.services.amounts import MICROS_A_MINOR_UNIT, amounts_of, sums_of
from clockify_desktop.services.entry_facts import ENTRIES, totals_of
from clockify_desktop.services.entry_reading import EntryReading, ReadEntry
from clockify_desktop.services.fact_building import losses_by_name, possible_sum_s
from clockify_desktop.services.joined_facts import JoinedTable, known_project
from clockify_desktop.services.named_things import people_of, projects_of, tasks_of
from clockify_desktop.services.summary_columns import MOST_MINOR_UNITS, Columns

_REGULAR: Final = "REGULAR"
_MONEY: Final = {"rate_micros", "amount_micros", "currency"}
_INVOICE: Final = "invoice"
# Not invoiced, and invoiced: the name of the invoice is told nowhere.
_INVOICES: Final = (None, "")
# What each column points into, and by what its things are known.
_TABLES: Final[dict[str, tuple[str, Callable[[Any], Hashable]]]] = {
    "user": ("people", attrgetter("id")),
    "project": ("projects", attrgetter("id")),
    "task": ("tasks", attrgetter("id")),
    "tags": ("tag_sets", lambda tags: tuple(tag.id for tag in tags)),
    "description": ("descriptions", str),
    "kind": ("kinds", str),
    "approval": ("approvals", lambda request: request),
}


def entry_report(
    report: DetailedReport,
    directory: Directory,
    period: Period,
    zone: tzinfo,
    fetched_at: datetime,
    workspace: Workspace,
) -> EntryReport:
    """Make columns of all entries of a period.

    Args:
        zone: What days are cut by.
        workspace: Its currency is that of money which names none.

    Raises:
        InvalidResponseError: There are entries, and none of them can be used.
    """
    reading = EntryReading(period, zone)
    columns = _Columns(reading)
    for entry in report.entries:
        columns.add(entry)
    reading.lost[Loss.UNREADABLE, ""] += report.unreadable
    totals = totals_of(report)
    entries = columns.entries(directory, workspace, totals)
    losses = losses_by_name(+reading.lost, entries.people, directory)
    if unreadable_entries(losses) and not len(entries):
        raise InvalidResponseError(*ENTRIES)
    total_s = possible_sum_s([totals.total_time])
    return EntryReport(entries, fetched_at, total_s, report.complete, losses)


class _Columns:
    """Entries that become columns."""

    def __init__(self, reading: EntryReading) -> None:
        self._reading = reading
        self._read: list[ReadEntry] = []
        # The same text is kept once, and so is the same set of tags.
        self._tag_sets: dict[tuple[int, ...], int] = {}
        self._descriptions: dict[str, int] = {}
        self._kinds: dict[str, int] = {}
        self._approvals: dict[str | None, int] = {}
        self._ids: list[str] = []
        # tags, description, kind, approval
        self._codes: list[tuple[int, ...]] = []
        # start and end, seconds since 1970; their offsets, minutes
        self._times: list[tuple[int, ...]] = []
        # 1 for invoiced, 0 for not, -1 for not told
        self._invoiced: list[int] = []
        # billable, locked
        self._truths: list[tuple[bool, bool]] = []
        # amount and rate, minor units; NaN for none that can be used
        self._money: list[tuple[float, float]] = []
        self._sent_currencies: list[int] = []

    def add(self, entry: DetailedEntry) -> None:
        """Take an entry, also one that is still running."""
        read = self._reading.read(entry, running=True)
        if read is None:
            return
        self._read.append(read)
        self._ids.append(entry.id)
        self._codes.append(
            (
                _number(self._tag_sets, self._reading.tags_of(entry, read.kind)),
                _number(self._descriptions, entry.description or ""),
                _number(self._kinds, entry.type or _REGULAR),
                _number(self._approvals, entry.approval_request_id or None),
            )
        )
        self._times.append(_times(read, entry.time_interval.end))
        self._truths.append((bool(entry.billable), bool(entry.is_locked)))
        self._invoiced.append(_invoiced(entry.invoicing_info))
        self._money.append((_minor_units(entry.amount), _minor_units(entry.rate)))
        currencies = self._reading.numbering.currencies
        self._sent_currencies.append(currencies[entry.currency or None])

    def entries(
        self, directory: Directory, workspace: Workspace, totals: Totals
    ) -> Entries:
        """Make the columns; money is in the currencies that facts have."""
        numbering = self._reading.numbering
        read = [
            (one.user, one.project, one.task, one.day, one.seconds or 0)
            for one in self._read
        ]
        user, project, task, day, seconds = np.array(read, np.int64).reshape(-1, 5).T
        tags, description, kind, approval = (
            np.array(self._codes, np.intp).reshape(-1, 4).T
        )
        start_s, end_s, start_min, end_min = (
            np.array(self._times, np.int64).reshape(-1, 4).T
        )
        billable, locked = np.array(self._truths, np.bool_).reshape(-1, 2).T
        projects = projects_of(numbering, directory)
        minor_units, rate = np.array(self._money, np.float64).reshape(-1, 2).T
        amounts = amounts_of(
            Columns(
                *(user, project, day, seconds, minor_units),
                np.array(self._sent_currencies, np.intp),
            ),
            numbering,
            projects,
            directory,
            workspace,
            sums_of([totals]),
            again=None,
            billable_s=seconds * billable,
        )
        hidden = amounts.micros is None
        invoice = np.array(self._invoiced, np.intp)
        invoices_told = bool((invoice >= 0).any())
        every_tag = self._reading.tags()
        return Entries(
            people=people_of(numbering, directory),
            projects=projects,
            tasks=tasks_of(numbering, projects, project, task),
            tag_sets=tuple(
                tuple(every_tag[tag] for tag in tags if every_tag[tag].id is not None)
                for tags in self._tag_sets
            ),
            descriptions=tuple(self._descriptions),
            kinds=tuple(self._kinds),
            approvals=tuple(self._approvals),
            ids=np.array(self._ids, np.object_),
            user=user,
            project=project,
            task=task,
            tags=tags,
            description=description,
            kind=kind,
            approval=approval,
            start_s=start_s,
            end_s=end_s,
            start_offset_min=start_min.astype(np.int16),
            end_offset_min=end_min.astype(np.int16),
            day=day,
            seconds=seconds,
            billable=billable,
            running=np.array([one.seconds is None for one in self._read], np.bool_),
            locked=locked,
            invoices=_INVOICES if invoices_told else (),
            invoice=np.maximum(invoice, 0) if invoices_told else None,
            currencies=amounts.currencies,
            rate_micros=None
            if hidden
            else whole_numbers(np.nan_to_num(rate) * MICROS_A_MINOR_UNIT),
            amount_micros=amounts.micros,
            currency=None if hidden else amounts.code,
        ).in_order()


def joined_entries(several: Sequence[EntryReport], directory: Directory) -> EntryReport:
    """Put parts without a common day together; names are taken from the directory."""
    parts = [one.entries for one in several]
    # Columns and tables by the names of the fields.
    joined: dict[str, Any] = {
        name: np.concatenate([part.columns[name] for part in parts])
        for name in parts[0].columns.keys() - _MONEY - {_INVOICE}
    }
    joined |= _joined_money(parts) | _joined_invoices(parts)
    for name, (things, key) in _TABLES.items():
        table = JoinedTable[Any]([getattr(part, things) for part in parts], key)
        joined[name] = table.joined([getattr(part, name) for part in parts])
        joined[things] = tuple(table.things)
    people = {one.id: one for one in directory.people}
    projects = {one.id: one for one in directory.projects}
    joined["people"] = tuple(people.get(one.id, one) for one in joined["people"])
    joined["projects"] = tuple(
        known_project(one, projects) for one in joined["projects"]
    )
    totals_s = [one.server_total_s for one in several]
    return EntryReport(
        Entries(**joined).in_order(),
        min(one.fetched_at for one in several),
        possible_sum_s(totals_s),
        all(one.complete for one in several),
        sum((Counter(one.losses) for one in several), Counter()),
    )


def _joined_money(parts: Sequence[Entries]) -> dict[str, Any]:
    """Put the money together; a part without entries does not tell of any."""
    telling = [part for part in parts if len(part) and part.currency is not None]
    if not telling:
        return {}
    codes = JoinedTable([part.currencies for part in parts], lambda code: code)
    none = [np.zeros(len(part), np.int64) for part in parts]
    rates = [part.rate_micros for part in parts]
    amounts = [part.amount_micros for part in parts]
    currency = [
        no - 1 if part.currency is None else part.currency
        for part, no in zip(parts, none, strict=True)
    ]
    return {
        "currencies": tuple(codes.things),
        "currency": codes.joined(currency),
        "rate_micros": np.concatenate(
            [no if one is None else one for one, no in zip(rates, none, strict=True)]
        ),
        "amount_micros": np.concatenate(
            [no if one is None else one for one, no in zip(amounts, none, strict=True)]
        ),
    }


def _joined_invoices(parts: Sequence[Entries]) -> dict[str, Any]:
    """Put together what was invoiced; what one of several does not tell was not."""
    if all(part.invoice is None for part in parts):
        return {}
    table = JoinedTable([part.invoices or (None,) for part in parts], lambda one: one)
    codes = [
        np.zeros(len(part), np.intp) if part.invoice is None else part.invoice
        for part in parts
    ]
    return {"invoices": tuple(table.things), "invoice": table.joined(codes)}


def _invoiced(told: InvoicingInfo | tuple[Any, ...] | None) -> int:
    if told is None:
        return -1
    if isinstance(told, tuple):
        return bool(told)
    return bool(told.invoice_id or told.manually_invoiced)


def _minor_units(sent: float | None) -> float:
    return sent if sent is not None and abs(sent) <= MOST_MINOR_UNITS else np.nan


def _number(numbers: dict[Any, int], thing: object) -> int:
    return numbers.setdefault(thing, len(numbers))


def _times(read: ReadEntry, end: datetime | None) -> tuple[int, int, int, int]:
    """Tell start and end in seconds since 1970, and their offsets in minutes.

    An end that was not sent or cannot be, before the start or far behind it, is as far
    away as the duration says.
    """
    start_s, offset_min = int(read.start.timestamp()), _offset_min(read.start)
    if end is not None and read.seconds is not None:
        end_s = int(end.timestamp())
        if start_s <= end_s <= start_s + LONGEST_S:
            return start_s, end_s, offset_min, _offset_min(end)
    return start_s, start_s + (read.seconds or 0), offset_min, offset_min


def _offset_min(instant: datetime) -> int:
    offset = instant.utcoffset()
    return 0 if offset is None else int(offset.total_seconds()) // 60
