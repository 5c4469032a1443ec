"""Every entry with all that is known of it, a row each."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final

import numpy as np

from clockify_desktop.domain.directory import Directory, Person, Tag
from clockify_desktop.domain.durations import decimal_hours, hours_minutes_seconds
from clockify_desktop.domain.entries import Entries
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.written_dates import ISO_DATES
from clockify_desktop.export.csv_file import CsvSyntax
from clockify_desktop.export.entry_lines import EntryColumn, EntryFields, Fields
from clockify_desktop.export.rows import about_cells, money_text

_BETWEEN: Final = ", "
MICROS: Final = Decimal(1_000_000)


def entry_columns(
    entries: Entries, directory: Directory, query: ReportQuery, syntax: CsvSyntax
) -> list[EntryColumn]:
    """List the columns of all entries, beside what says what the file is.

    The first ones are those that the files of pages have, too.

    Args:
        directory: Tells who is in which group.
    """
    write = EntryFields(entries, syntax, ISO_DATES)
    number = syntax.number
    people, projects = entries.people, entries.projects
    cells = [person.cells for person in people]
    user, project = entries.user, entries.project
    columns: dict[str, Fields] = {
        **{
            name: write.texts(user, [each[place] for each in cells])
            for place, name in enumerate(("person", "user_id", "email"))
        },
        "date": write.looked_up(
            entries.day, lambda day: syntax.plain(date.fromordinal(day).isoformat())
        ),
        "start": write.instant(),
        "end": write.instant(end=True),
        "duration_seconds": write.seconds(lambda one: number(str(one))),
        "duration_hours": write.seconds(lambda one: number(decimal_hours(one))),
        "duration_hms": write.seconds(lambda one: number(hours_minutes_seconds(one))),
        "project": write.texts(
            project, [one.name if one.id else "" for one in projects]
        ),
        "project_id": write.texts(project, [one.id for one in projects]),
        "client": write.texts(project, [one.client_name for one in projects]),
        "task": write.texts(
            entries.task, [one.name if one.id else "" for one in entries.tasks]
        ),
        "tags": write.texts(entries.tags, [tag_names(one) for one in entries.tag_sets]),
        "description": write.descriptions(),
        "type": write.texts(entries.kind, entries.kinds),
        "billable": billable(write, "no", "yes"),
        "entry_id": write.ids(),
        "groups": write.texts(user, group_names(people, directory)),
        **_money(write),
        **{
            name: write.same(syntax.text(str(cell)))
            for name, cell in about_cells(query).items()
        },
    }
    if not entries.described:
        del columns["description"]
    return [EntryColumn(name, fields) for name, fields in columns.items()]


def tag_names(tags: Iterable[Tag]) -> str:
    """Name the tags of an entry as Clockify's own files do."""
    return _BETWEEN.join(tag.name for tag in tags)


def group_names(people: Iterable[Person], directory: Directory) -> list[str]:
    """Name the groups of each person as Clockify's own files do."""
    names = {group.id: group.name for group in directory.groups}
    return [
        _BETWEEN.join(names[one] for one in person.groups if one in names)
        for person in people
    ]


def billable(write: EntryFields, *words: str) -> Fields:
    """Write whether entries are billable, in words for no and for yes."""
    return write.texts(write.entries.billable.view(np.int8), words)


def _money(write: EntryFields) -> dict[str, Fields]:
    """Write rates and amounts, and nothing where they are hidden or left out."""
    entries, syntax = write.entries, write.syntax
    rate, amount, code = entries.rate_micros, entries.amount_micros, entries.currency
    if rate is None or amount is None or code is None:
        return dict.fromkeys(
            ("rate", "amount", "currency"), write.same(syntax.plain(""))
        )

    def money(micros: int) -> str:
        text = money_text(Decimal(micros) / MICROS, syntax.money_places)
        return syntax.number(text)

    # The last one is for -1.
    currencies = (*entries.currencies, None)
    return {
        "rate": write.where(code, write.looked_up(rate, money)),
        "amount": write.where(code, write.looked_up(amount, money)),
        "currency": write.texts(code, currencies),
    }
