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
from clockify_desktop.translation import tr, tr_plural

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
        tr("Hello {person},", person=showable_name(words.person(at))),
        "",
        tr(
            "about your time on {dates} in Clockify:",
            dates=dates_in_words(Period(day, day)),
        ),
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
    return tr(
        "It shares {time} with {span}, {what}. Which of the two is right?",
        time=shared,
        span=words.span(other),
        what=words.what(other),
    )


def _long(words: EntryWords, found: FoundByRules, at: int) -> str:
    return tr(
        "It is one block of {time}. Is that right?",
        time=words.duration(int(found.at[at])),
    )


def _short(words: EntryWords, found: FoundByRules, at: int) -> str:
    return tr(
        "It is {seconds} s long. Is it needed?",
        seconds=words.entries.seconds[found.at[at]],
    )


def _repeated(_: EntryWords, found: FoundByRules, at: int) -> str:
    return tr_plural(
        "The same stands on {count} day. Is that right?",
        "The same stands on {count} days. Is that right?",
        int(found.value[at]),
    )


def _spike(words: EntryWords, found: FoundByRules, at: int) -> str:
    of_day = duration_text(int(found.value[at]), words.durations)
    return tr("That day has {time}. Is that right?", time=of_day)


_ASKED: Final[Mapping[str, Ask]] = {
    "no-project": _says(tr("It has no project. Which one does it belong to?")),
    "no-description": _says(tr("It has no description. What was it about?")),
    "overlapping": _overlap,
    "long": _long,
    "short": _short,
    "running": _says(tr("It is still running. When did it end?")),
    "future": _says(tr("It ends in the future. Is that right?")),
    "night": _says(tr("It is at night or on a day off. Is that right?")),
    "repeated": _repeated,
    "spike": _spike,
    "archived": _says(tr("The project is archived. Does it belong to another one?")),
    "billable": _says(
        tr("It is billable, its project is not. Which of them is right?")
    ),
}
