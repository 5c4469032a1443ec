"""A question to whoever logged an entry, as text to be sent by other means."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from clockify_desktop.domain.durations import DurationFormat, duration_text
from clockify_desktop.domain.entry_findings import FoundByRules
from clockify_desktop.domain.entry_words import EntryWords
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.period_words import dates_in_words
from clockify_desktop.domain.showable import showable_name, without_isolates
from clockify_desktop.pages.to_check_rows import CheckRows

Ask = Callable[[EntryWords, FoundByRules, int], str]


def question_text(rows: CheckRows, row: int, time_zone: str) -> str:
    """Ask about what was found of an entry: with date, person and entry.

    Nothing is judged, and hours are written as hours and minutes.

    Args:
        time_zone: That of the report, where the person's own is not known.
    """
    words = EntryWords(rows.entries, DurationFormat.MINUTES)
    asked = (
        _ASKED[rows.rule(finding).key](words, rows.found, finding)
        for finding in rows.findings(row)
    )
    return about_entry(words, int(rows.entry[row]), time_zone, *asked)


def about_entry(
    words: EntryWords,
    at: int,
    time_zone: str,
    *asked: str,
    descriptions: bool = True,
) -> str:
    """Begin a letter about an entry with date, person and entry.

    Args:
        time_zone: That of the report, where the person's own is not known.
        asked: A question a line; without any, whoever sends it writes one.
    """
    zone = words.entries.person(at).time_zone or time_zone
    day = date.fromordinal(int(words.entries.day[at]))
    what = words.what(at) if descriptions else words.project(at)
    lines = [
        f"Hello {showable_name(words.person(at))},",
        "",
        f"about your time on {dates_in_words(Period(day, day))} in Clockify:",
        f"{words.span(at)} ({zone}), {what}",
        "",
        *asked,
    ]
    return without_isolates("\n".join(lines)) + "\n"


def _says(text: str) -> Ask:
    return lambda *_: text


def _overlap(words: EntryWords, found: FoundByRules, at: int) -> str:
    other = int(found.other[at])
    shared = duration_text(int(found.value[at]), words.durations)
    return (
        f"It shares {shared} with {words.span(other)}, {words.what(other)}."
        " Which of the two is right?"
    )


def _long(words: EntryWords, found: FoundByRules, at: int) -> str:
    return f"It is one block of {words.duration(int(found.at[at]))}. Is that right?"


def _short(words: EntryWords, found: FoundByRules, at: int) -> str:
    return f"It is {words.entries.seconds[found.at[at]]} s long. Is it needed?"


def _repeated(_: EntryWords, found: FoundByRules, at: int) -> str:
    return f"The same stands on {found.value[at]} days. Is that right?"


def _spike(words: EntryWords, found: FoundByRules, at: int) -> str:
    of_day = duration_text(int(found.value[at]), words.durations)
    return f"That day has {of_day}. Is that right?"


_ASKED: Final[Mapping[str, Ask]] = {
    "no-project": _says("It has no project. Which one does it belong to?"),
    "no-description": _says("It has no description. What was it about?"),
    "overlapping": _overlap,
    "long": _long,
    "short": _short,
    "running": _says("It is still running. When did it end?"),
    "future": _says("It ends in the future. Is that right?"),
    "night": _says("It is at night or on a day off. Is that right?"),
    "repeated": _repeated,
    "spike": _spike,
    "archived": _says("The project is archived. Does it belong to another one?"),
    "billable": _says("It is billable, its project is not. Which of them is right?"),
}
