"""Everything about one entry of a list, line by line."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from clockify_desktop.domain.showable import named, showable
from clockify_desktop.domain.spreadsheet_text import defused
from clockify_desktop.pages.entries_list_picture import NO, YES
from clockify_desktop.pages.entries_list_rows import ListRows
from clockify_desktop.translation import tr, tr_context


@dataclass(frozen=True, slots=True)
class EntrySheet:
    """What is told of an entry: names and values, without what it does not have."""

    title: str
    lines: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """The lines for a spreadsheet."""
        return "".join(f"{name}\t{defused(showable(it))}\n" for name, it in self.lines)


def entry_sheet(rows: ListRows, row: int) -> EntrySheet:
    """Tell everything about the entry of a row."""
    at = int(rows.entry[row])
    lines = tuple((name, value) for name, value in _lines(rows, at) if value)
    title = tr_context("column of a table", "Entry")
    if rows.descriptions:
        text = rows.entries.descriptions[int(rows.entries.description[at])]
        title = rows.words.description(at) if text.strip() else tr("No description")
    return EntrySheet(title, lines)


def _lines(rows: ListRows, at: int) -> Iterator[tuple[str, str]]:
    words, entries = rows.words, rows.entries
    zone = named(entries.person(at).time_zone)
    day = date.fromordinal(int(entries.day[at]))
    spans = [words.span(at)]
    yield tr_context("column of a table", "Person"), words.person(at)
    yield (
        tr_context("column of a table", "Day"),
        tr_context("date", "{day} {year}", day=words.day(at), year=day.year),
    )
    if words.elsewhere[at]:
        spans.append(words.yours(at))
        yield tr("As logged"), f"{words.span(at)}, {zone}"
        yield (
            tr_context("time of day", "Yours"),
            f"{words.yours(at)}, {named(rows.time_zone)}",
        )
    else:
        yield tr("As logged"), words.span(at)
    if any("+" in span for span in spans):
        yield tr("Counts on"), tr("{day}, the day it began", day=words.day(at))
    yield tr_context("column of a table", "Time"), words.duration(at)
    if rows.descriptions:
        yield tr_context("column of a table", "Description"), words.description(at)
    project = entries.projects[int(entries.project[at])]
    yield tr_context("column of a table", "Project"), project.name
    yield tr_context("column of a table", "Client"), project.client_name
    yield tr_context("column of a table", "Task"), words.task(at)
    yield tr_context("column of a table", "Tags"), words.tags(at)
    yield (
        tr_context("column of a table", "Billable"),
        YES if entries.billable[at] else NO,
    )
    yield tr_context("column of a table", "State"), rows.state(at)
