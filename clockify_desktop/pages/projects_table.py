"""The table of "Projects": the numbers of its picture, and each project's people."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.durations import DurationFormat, duration_text, share_text
from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.number_words import money_in_words
from clockify_desktop.domain.showable import (
    ELLIPSIS,
    NOTHING,
    one_line,
    showable,
    showable_name,
)
from clockify_desktop.domain.shown_sums import ROUNDED, durations_add_up
from clockify_desktop.pages.project_rows import ProjectHours, Seconds
from clockify_desktop.pages.projects_picture import names_of
from clockify_desktop.pages.table import (
    Alignment,
    Column,
    ColumnKind,
    TableContent,
    TableLines,
    Truths,
    Words,
)
from clockify_desktop.translation import tr, tr_context

MICROS: Final = Decimal(1_000_000)
_PLACES: Final = 2
_NOT_THERE: Final = "\N{EN DASH}"
_TO_DATE_HINT: Final = tr("All of its time, whatever period and people are chosen")
_TO_DATE_REMARK: Final = tr("To date: all time, whatever period and people are chosen.")
_CURRENCIES: Final = tr("Currencies are never added up.")
_DATES: Final = tr("Start and end dates are yours.")


def projects_table(
    hours: ProjectHours,
    order: NDArray[np.intp],
    durations: DurationFormat,
    series: tuple[Label, ...],
    swatches: Sequence[int],
) -> TableContent:
    """Make the table of some projects, which open into people.

    Args:
        order: intp, which projects there are, as in the picture.
        swatches: A place in ``series`` for each row of ``hours``.
    """
    labels, everybody = hours.labels, hours.report.everybody
    columns = tuple(_columns(hours, durations))
    shown_s = hours.hours_s[order]
    opens = hours.hours_s > 0
    if hours.answers.members is not None:
        opens |= np.array([one.id is not None for one in hours.projects], np.bool_)
    remarks = [_TO_DATE_REMARK, _DATES]
    if len(hours.amounts_micros or {}) > 1:
        remarks.append(_CURRENCIES)
    if not durations_add_up(shown_s, durations):
        remarks.append(ROUNDED)
    is_last = (label.kind is LabelKind.WITHOUT for label in labels)
    return TableContent(
        columns=columns,
        positions=order,
        is_last=np.fromiter(is_last, np.bool_, len(labels)),
        total=tuple(_total(hours, order, durations)),
        mark=lambda row: labels[row].mark,
        part_mark=lambda part: Label(everybody[part].id, everybody[part].name).mark,
        opens=opens,
        parts=lambda row: _people(hours, row, durations, columns[1:]),
        parts_holding=lambda wanted: _holding(hours, wanted),
        series=series,
        swatch=swatches.__getitem__,
        remark=" ".join(remarks),
    )


def _columns(hours: ProjectHours, durations: DurationFormat) -> Iterator[Column]:
    labels = hours.labels
    yield Column(
        Level.PROJECT.head,
        ColumnKind.NAME,
        Alignment.LEADING,
        sort_key=lambda: Words(label.name for label in labels),
        text=lambda at: showable_name(labels[at].name),
        copy_text=lambda at: one_line(labels[at].name),
    )

    def time(seconds: int | None) -> str:
        return _NOT_THERE if seconds is None else duration_text(seconds, durations)

    def to_date(row: int) -> str:
        if hours.answers.loading and hours.projects[row].id is not None:
            return ELLIPSIS
        return time(hours.total(row).to_date_s)

    def estimate(row: int) -> str:
        total = hours.total(row)
        if total.estimate is None:
            return tr_context("estimate", "money") if total.in_money else _NOT_THERE
        return time(total.estimate.seconds)

    rows = range(len(labels))
    totals = [hours.total(row) for row in rows]
    to_date_s = np.array([one.to_date_s or 0 for one in totals], np.int64)
    estimates = [one.estimate.seconds if one.estimate else 0 for one in totals]
    yield _number(
        tr_context("column of a table", "Hours"),
        hours.hours_s,
        lambda row: time(int(hours.hours_s[row])),
        58,
    )
    yield _number(
        tr_context("column of a table", "To date"),
        to_date_s,
        to_date,
        66,
        hint=_TO_DATE_HINT,
    )
    yield _number(
        tr_context("column of a table", "Estimate"),
        np.array(estimates, np.int64),
        estimate,
        66,
    )
    billable_s = hours.billable_s
    if billable_s is not None:

        def billable(row: int) -> str:
            return share_text(int(billable_s[row]), int(hours.hours_s[row]))

        whole = np.maximum(hours.hours_s, 1)
        yield _number(
            tr_context("time", "Billable"), billable_s * 10_000 // whole, billable, 56
        )
    if hours.amounts_micros:
        yield _number(
            tr_context("column of a table", "Amount"),
            _amount_ranks(hours),
            lambda row: amounts_text(hours, [row]),
            76,
        )


def _number(
    title: str,
    keys: Seconds,
    text: Callable[[int], str],
    least_px: int,
    hint: str = "",
) -> Column:
    return Column(
        title,
        ColumnKind.NUMBER,
        Alignment.TRAILING,
        sort_key=lambda: keys,
        text=lambda row: showable(text(row)),
        least_px=least_px,
        hint=hint,
    )


def amounts_text(hours: ProjectHours, rows: Sequence[int], between: str = ", ") -> str:
    """Write the amounts of some projects, one a currency, a dash for none."""
    found = []
    for code, micros in (hours.amounts_micros or {}).items():
        total = int(micros[list(rows)].sum())
        if total:
            found.append(money_in_words(Decimal(total) / MICROS, code))
    return between.join(found) or _NOT_THERE


def _amount_ranks(hours: ProjectHours) -> Seconds:
    """Order by currency, then by amount: those of two cannot be compared."""
    amounts = list((hours.amounts_micros or {}).values())
    most = np.zeros(len(hours.projects), np.int64)
    place = np.zeros(len(hours.projects), np.int64)
    for at, micros in enumerate(amounts, 1):
        here = (micros != 0) & (place == 0)
        most[here], place[here] = micros[here], at
    ranks = np.empty(len(most), np.int64)
    ranks[np.lexsort(np.stack([most, place]))] = np.arange(len(most))
    return ranks


def _total(
    hours: ProjectHours, order: NDArray[np.intp], durations: DurationFormat
) -> Iterator[str]:
    total_s = int(hours.hours_s[order].sum())
    count = Level.PROJECT.number_of(hours.labels[row] for row in order.tolist())
    yield Level.PROJECT.total(count)
    yield duration_text(total_s, durations)
    yield ""
    yield ""
    if hours.billable_s is not None:
        yield share_text(int(hours.billable_s[order].sum()), total_s)
    if hours.amounts_micros:
        yield amounts_text(hours, order.tolist(), "\n")


def _people(
    hours: ProjectHours, row: int, durations: DurationFormat, others: Sequence[Column]
) -> TableLines:
    members = hours.members(row)
    people = [*(one for one, _ in members.logged), *members.idle]
    # A line is known by the person's place among all.
    place_of = {one.id: at for at, one in enumerate(hours.report.everybody)}
    places = [place_of[one.id] for one in people]
    names = [""] * len(place_of)
    for at, told in zip(places, names_of(hours, people), strict=True):
        names[at] = told
    seconds = np.zeros(len(place_of), np.int64)
    seconds[places[: len(members.logged)]] = [told for _, told in members.logged]
    name = Column(
        Level.USER.head,
        ColumnKind.NAME,
        Alignment.LEADING,
        sort_key=lambda: Words(names),
        text=lambda at: showable_name(names[at]),
        copy_text=lambda at: one_line(names[at]),
        quiet=True,
    )
    time = _number(
        tr_context("column of a table", "Hours"),
        seconds,
        lambda at: duration_text(int(seconds[at]), durations),
        0,
    )
    rest = [
        Column(
            one.title,
            ColumnKind.NUMBER,
            Alignment.TRAILING,
            sort_key=lambda: seconds,
            text=lambda _: NOTHING,
        )
        for one in others[1:]
    ]
    return TableLines(columns=(name, time, *rest), positions=np.array(places, np.intp))


def _holding(hours: ProjectHours, wanted: str) -> Truths:
    rows = range(len(hours.projects))
    found = []
    for row in rows:
        members = hours.members(row)
        people = (*(one for one, _ in members.logged), *members.idle)
        words = Words(one.name for one in people)
        found.append(bool(words.holding(wanted).any()))
    return np.array(found, np.bool_)
