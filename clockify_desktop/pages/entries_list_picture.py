"""The picture of a list of entries."""

from collections.abc import Callable
from functools import partial
from typing import Final

import numpy as np

from clockify_desktop.charts.list_content import ListColumn, ListContent
from clockify_desktop.domain.durations import duration_text, exact_text
from clockify_desktop.domain.showable import (
    NOTHING,
    Showable,
    named,
    showable,
    showable_name,
)
from clockify_desktop.domain.spreadsheet_text import defused
from clockify_desktop.pages.copied_table import CopiedTable
from clockify_desktop.pages.entries_list_rows import HEAD, ListRows
from clockify_desktop.pages.to_check_table import entries_in_words
from clockify_desktop.translation import tr, tr_context

_Text = Callable[[int], str]
_TIME: Final = tr_context("column of a table", "Time")
_BILLABLE: Final = tr_context("column of a table", "Billable")
_PERSON: Final = tr_context("column of a table", "Person")
YES: Final = tr_context("billable", "yes")
NO: Final = tr_context("billable", "no")
_IN_HALF: Final = 4
"""How many columns a list has that another one stands beside."""


def list_picture(
    rows: ListRows,
    title: str,
    sentence: str,
    difference_s: int = 0,
    *,
    is_half: bool = False,
) -> ListContent:
    """Make the picture: a head a day, with its part of the whole day as a bar.

    Args:
        difference_s: Seconds by which the entries exceed what was opened.
        is_half: Whether another list stands beside it: then there is room for less.
    """
    columns = columns_of(rows, is_half=is_half)
    places: list[str] = [column.title for column, _ in columns]
    time_in = places.index(_TIME)
    # The bar of a day stands behind its time, its part of the day beside the bar.
    bars_in = time_in + 1 + (places[time_in + 1] == _PERSON)
    heads = frozenset(np.flatnonzero(rows.entry == HEAD).tolist())
    days = {row: int(rows.day[row]) for row in heads}
    users = set(rows.entries.user[rows.shown].tolist())
    people = {rows.entries.people[user].name for user in users}

    def cells(row: int) -> tuple[Showable, ...]:
        if row not in days:
            at = int(rows.entry[row])
            return tuple(showable(text(at)) for _, text in columns)
        day, whole_s = days[row], rows.of_day_s[days[row]]
        found = [NOTHING] * len(columns)
        write = partial(duration_text, durations=rows.words.durations)
        found[0] = showable(rows.words.day(int(rows.entry[row + 1])))
        found[time_in] = showable(write(rows.sums_s[day]))
        if not is_half:
            found[bars_in + 1] = showable(tr("of {time} that day", time=write(whole_s)))
        return tuple(found)

    shares = {
        row: min(rows.sums_s[day] / rows.of_day_s[day], 1.0)
        for row, day in days.items()
        if rows.of_day_s[day] > 0
    }
    # By how much a half differs is said above both.
    said_in = None if is_half else bars_in
    total = _total(rows, places, said_in, difference_s) if len(rows.shown) else ()
    return ListContent(
        title,
        sentence,
        tuple(column for column, _ in columns),
        len(rows.entry),
        cells=cells,
        mark=rows.mark,
        names=tuple(map(showable_name, sorted(people))),
        heads=heads,
        shares={} if is_half else shares,
        bars_in=bars_in,
        total=total,
    )


def _total(
    rows: ListRows, places: list[str], said_in: int | None, difference_s: int
) -> tuple[Showable, ...]:
    """Write the sum that stays in sight, and how it compares with what was opened."""
    entries, shown = rows.entries, rows.shown
    seconds = entries.seconds[shown]
    write = partial(duration_text, durations=rows.words.durations)
    told = [NOTHING] * len(places)
    told[0] = showable(entries_in_words(len(shown)))
    told[places.index(_TIME)] = showable(write(int(seconds.sum())))
    said = tr("what was opened, to the second")
    if difference_s:
        amount = exact_text(abs(difference_s), rows.words.durations)
        said = (
            tr("{time} more than what was opened", time=amount)
            if difference_s > 0
            else tr("{time} less than what was opened", time=amount)
        )
    if said_in is not None:
        told[said_in] = showable(said)
    if _BILLABLE in places:
        billable_s = int(seconds[entries.billable[shown]].sum())
        told[places.index(_BILLABLE)] = showable(
            tr("{time} billable", time=write(billable_s))
        )
    return tuple(told)


def copied_list(rows: ListRows) -> CopiedTable:
    """Put the list together for the clipboard, an entry a line with its day first."""
    columns = columns_of(rows)
    lines = [
        [rows.words.day(at), *(defused(showable(text(at))) for _, text in columns)]
        for at in rows.shown.tolist()
    ]
    titles = (
        tr_context("column of a table", "Day"),
        *(column.title for column, _ in columns),
    )
    return CopiedTable(titles, tuple(title == _TIME for title in titles), lines)


def _city(time_zone: str) -> str:
    """Name a time zone as short as people say it."""
    return named(time_zone.rpartition("/")[2].replace("_", " "))


def columns_of(
    rows: ListRows, *, is_half: bool = False
) -> list[tuple[ListColumn, _Text]]:
    """List the columns that tell something, and what each says of an entry."""
    words, entries = rows.words, rows.entries
    users = set(entries.user[rows.shown].tolist())
    several = len(users) > 1
    of_projects = len(set(entries.project[rows.shown].tolist())) > 1
    columns: list[tuple[str, float, _Text]] = [(tr("As logged"), 21, words.span)]
    yours = ""
    if words.elsewhere[rows.shown].any() and not is_half:
        yours = tr("{city}, yours", city=_city(rows.time_zone))
        zones = {entries.people[user].time_zone for user in users}
        own = (
            tr("{city}, logged", city=_city(zones.pop()))
            if len(zones) == 1
            else tr("As logged")
        )
        columns = [(own, 22, words.span), (yours, 21, words.yours)]
    columns.append((_TIME, 9, words.duration))
    if several:
        columns.append((_PERSON, 15, words.person))
    project = (tr_context("column of a table", "Project"), 20, words.project)
    if is_half and of_projects:
        columns.append(project)
    if rows.descriptions:
        columns.append(
            (
                tr_context("column of a table", "Description"),
                20 if several else 25,
                words.description,
            )
        )
    # The last column has room for its own sum alone.
    billable = 11 if rows.states else 16
    columns += [
        project
        if of_projects
        else (tr_context("column of a table", "Task"), 12, words.task),
        (tr_context("column of a table", "Tags"), 9 if several else 14, words.tags),
        (_BILLABLE, billable, lambda at: YES if entries.billable[at] else NO),
    ]
    if rows.states:
        columns.append((tr_context("column of a table", "State"), 21, rows.state))
    if is_half:
        columns = columns[:_IN_HALF]
    quiet = {
        yours,
        tr_context("column of a table", "Task"),
        tr_context("column of a table", "Tags"),
        tr_context("column of a table", "Project"),
    }
    return [
        (
            ListColumn(
                showable(title), share, trailing=title == _TIME, quiet=title in quiet
            ),
            text,
        )
        for title, share, text in columns
    ]
