"""Bodies of the reports host: summary and detailed.

Durations are whole seconds here. Money is in minor units and may be fractional
(``40055.5555``); floats hold four decimals exactly enough up to a hundred thousand
million of them. All amounts are missing where the key may not see them.
"""

import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, Any, Final

import msgspec

from clockify_desktop.domain.identity import (
    ClientId,
    ProjectId,
    TagId,
    TaskId,
    TimeEntryId,
    UserId,
)

WRONG_DURATION: Final = -1
"""Stands for a duration that is no whole number of seconds; none is negative."""
WRONG_AMOUNT: Final = math.inf
"""Stands for an amount that is no number; no JSON can say it."""

_DAY_LENGTH = len("2026-11-16")


class Amount(msgspec.Struct, frozen=True, gc=False):
    """One kind of money, such as ``EARNED``, in minor units."""

    type: str | None = None
    value: float | None = None


class Totals(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """The server's own sums.

    What is wrong of the money must not take the time along: see ``minor_units`` and
    ``minor_units_by_currency``.
    """

    total_time: int | None = None
    total_billable_time: int | None = None
    entries_count: int | None = None
    total_amount: Any = None
    total_amount_by_currency: Any = None
    amounts: tuple[Amount, ...] | None = None


class SummaryNode(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """One row of a summary and what it is made of, up to three levels.

    ``id`` is text, ``""``, null, missing, an object or a list: see ``plain_id``. A
    summary of a big team has tens of thousands of these, so only what the table of
    facts needs is declared: ``amounts``, which repeats ``amount``, would double the
    time of decoding.
    """

    id: Any = msgspec.field(name="_id", default=None)
    name: str | None = None
    duration: int | None = None
    amount: float | None = None
    currency: str | None = None
    color: str | None = None
    client_name: str | None = None
    children: "list[SummaryNode] | None" = None


class SummaryReport(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """A summary; ``group_one`` is the first level of its nodes."""

    totals: tuple[Totals | None, ...] | None = None
    group_one: Sequence[SummaryNode] | None = None


class ReportInterval(msgspec.Struct, frozen=True, gc=False):
    """When, with the offset of the report's zone; the duration in seconds.

    Clockify always sends a start; it is ``None`` where that cannot be read.
    """

    start: Annotated[datetime, msgspec.Meta(tz=True)] | None = None
    end: Annotated[datetime, msgspec.Meta(tz=True)] | None = None
    duration: int | None = None

    @property
    def is_wrong(self) -> bool:
        """Whether it cannot be told when or for how long."""
        return self.start is None or self.duration == WRONG_DURATION


class ReportTag(msgspec.Struct, frozen=True, gc=False):
    """A tag of an entry."""

    id: TagId | None = msgspec.field(name="_id", default=None)
    name: str | None = None


class CustomFieldValue(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """What an entry has in one custom field: any JSON, by the kind of the field."""

    custom_field_id: str | None = None
    name: str | None = None
    type: str | None = None
    value: Any = None


class InvoicingInfo(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """By what an entry was invoiced; described for expenses, recorded nowhere."""

    invoice_id: str | None = None
    manually_invoiced: bool | None = None


class DetailedEntry(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """One time entry with the names of what it belongs to.

    Not every Clockify sends the four earned and cost amounts, custom fields and
    ``invoicing_info``, which is an empty list where nothing was invoiced.
    """

    id: TimeEntryId = msgspec.field(name="_id")
    time_interval: ReportInterval
    description: str | None = None
    user_id: UserId | None = None
    user_name: str | None = None
    user_email: str | None = None
    billable: bool | None = None
    project_id: ProjectId | None = None
    project_name: str | None = None
    project_color: str | None = None
    client_id: ClientId | None = None
    client_name: str | None = None
    task_id: TaskId | None = None
    task_name: str | None = None
    tag_ids: tuple[TagId, ...] | None = None
    tags: tuple[ReportTag, ...] | None = None
    amount: float | None = None
    rate: float | None = None
    currency: str | None = None
    is_locked: bool | None = None
    approval_request_id: str | None = None
    type: str | None = None
    earned_amount: float | None = None
    earned_rate: float | None = None
    cost_amount: float | None = None
    cost_rate: float | None = None
    custom_fields: tuple[CustomFieldValue, ...] | dict[str, Any] | None = None
    invoicing_info: InvoicingInfo | tuple[Any, ...] | None = None


class DetailedPage(msgspec.Struct, frozen=True, gc=False):
    """One page; the list's name is in lower case throughout."""

    totals: tuple[Totals | None, ...] | None = None
    timeentries: list[DetailedEntry] | None = None


def plain_id(sent: Any) -> str | None:  # noqa: ANN401 - Clockify sends any JSON here
    """Take an ``_id`` that is a text; give ``None`` for none or for more than one.

    Objects are sent at the TIMEENTRY level, lists with tags.
    """
    return sent if isinstance(sent, str) and sent else None


def first_totals(totals: tuple[Totals | None, ...] | None) -> Totals | None:
    """Take the server's sums out of their list: of one, of none, of null, or null."""
    return totals[0] if totals else None


def minor_units(sent: Any) -> float | None:  # noqa: ANN401 - Clockify sends any JSON here
    """Take a sum of money; give ``None`` for anything else."""
    if isinstance(sent, bool) or not isinstance(sent, int | float):
        return None
    return float(sent) if abs(sent) <= _MOST_MINOR_UNITS else None


def minor_units_by_currency(sent: Any) -> Mapping[str, float]:  # noqa: ANN401 - Clockify sends any JSON here
    """Take ``totalAmountByCurrency`` in any form that is plausible.

    Described is a list of objects, recorded an empty object where amounts are hidden.

    Returns:
        Sums by code; none where any of it cannot be understood.
    """
    pairs: list[tuple[Any, Any]] = []
    if isinstance(sent, dict):
        pairs += sent.items()
    elif isinstance(sent, list):
        pairs += [(_first(row, _CODES), _first(row, _AMOUNTS)) for row in sent]
    sums: dict[str, float] = {}
    for code, amount in pairs:
        number = minor_units(amount)
        if number is None or not isinstance(code, str) or not code:
            return {}
        sums[code] = sums.get(code, 0.0) + number
    return sums


# More than any report's, and exact enough in floats.
_MOST_MINOR_UNITS = 1e15
_CODES = ("currency", "currencyCode", "code")
_AMOUNTS = ("amount", "totalAmount", "value")


def _first(row: Any, names: Sequence[str]) -> Any:  # noqa: ANN401 - any JSON
    if not isinstance(row, dict):
        return None
    return next((row[name] for name in names if name in row), None)


def day_of(text: str) -> date:
    """Read the day of a DATE node, ``2026-11-16`` or ``2026-11-16T00:00:00Z``."""
    return date.fromisoformat(text[:_DAY_LENGTH])
