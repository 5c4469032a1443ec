"""Everything about one entry of a list, line by line."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from clockify_desktop.domain.showable import named, showable
from clockify_desktop.domain.spreadsheet_text import defused
from clockify_desktop.pages.entries_list_rows import ListRows


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
    title = "Entry"
    if rows.descriptions:
        text = rows.entries.descriptions[int(rows.entries.description[at])]
        title = rows.words.description(at) if text.strip() else "No description"
    return EntrySheet(title, lines)


def _lines(rows: ListRows, at: int) -> Iterator[tuple[str, str]]:
    words, entries = rows.words, rows.entries
    zone = named(entries.person(at).time_zone)
    day = date.fromordinal(int(entries.day[at]))
    spans = [words.span(at)]
    yield "Person", words.person(at)
    yield "Day", f"{words.day(at)} {day.year}"
    if words.elsewhere[at]:
        spans.append(words.yours(at))
        yield "As logged", f"{words.span(at)}, {zone}"
        yield "Yours", f"{words.yours(at)}, {named(rows.time_zone)}"
    else:
        yield "As logged", words.span(at)
    if any("+" in span for span in spans):
        yield "Counts on", f"{words.day(at)}, the day it began"
    yield "Time", words.duration(at)
    if rows.descriptions:
        yield "Description", words.description(at)
    project = entries.projects[int(entries.project[at])]
    yield "Project", project.name
    yield "Client", project.client_name
    yield "Task", words.task(at)
    yield "Tags", words.tags(at)
    yield "Billable", "yes" if entries.billable[at] else "no"
    yield "State", rows.state(at)
