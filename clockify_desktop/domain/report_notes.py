"""What has to be said beside a report: what it lacks, and why.

The window says it beside the figures, the command line on standard error and in JSON.
"""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

import numpy as np

from clockify_desktop.domain.amount_check import ALL_MONEY
from clockify_desktop.domain.calendar import unknown_zone_in_words
from clockify_desktop.domain.completeness import (
    IncompleteList,
    Listing,
    Loss,
    Visibility,
)
from clockify_desktop.domain.directory import Project
from clockify_desktop.domain.durations import hours_minutes_seconds
from clockify_desktop.domain.facts import summed
from clockify_desktop.domain.file_source import FileSource
from clockify_desktop.domain.loss_notes import Note, loss_notes, unreadable_in_words
from clockify_desktop.domain.number_words import money_in_words
from clockify_desktop.domain.report import Report
from clockify_desktop.translation import tr, tr_plural

# Projects bring the names of their clients: nothing is lost with that list.
_REFUSED = {
    Listing.PEOPLE: tr(
        "You may not see the list of people here, so who logged nothing is not shown"
    ),
    Listing.PROJECTS: tr(
        "You may not see the list of projects here, so those without time are not shown"
    ),
    Listing.TEAMS: tr("You may not see the teams here, so time is not shown by team"),
}
_CHANGED = {
    Listing.PEOPLE: tr("The list of people changed while it was read"),
    Listing.PROJECTS: tr("The list of projects changed while it was read"),
    Listing.CLIENTS: tr("The list of clients changed while it was read"),
    Listing.TEAMS: tr("The list of teams changed while it was read"),
    Listing.WORKSPACES: tr("The list of workspaces changed while it was read"),
}
_SIGHTS = {
    Visibility.OWN: tr("You see only your own time in this workspace"),
    Visibility.TEAMS: tr(
        "You see only your own time in this workspace, and that of the teams and"
        " projects you manage"
    ),
    Visibility.UNKNOWN: tr(
        "This workspace shows everybody's time to admins only, so others' time may be"
        " missing"
    ),
}
_MICROS = 1_000_000
_IDS = tr("Ids are made from names and e-mail addresses: exports have none")


def notes_of(report: Report) -> tuple[Note, ...]:
    """Say what a report lacks; what its sums are is not among it."""
    if report.source is not None:
        return _of_files(report, report.source)
    directory = report.directory
    notes = list(loss_notes(report.losses))
    if not report.unreadable and report.difference_s:
        text = tr("Somebody may have logged time while the report was read")
        notes.append(Note(text, passing=True))
    for incomplete_list in directory.incomplete_lists:
        notes += _of_list(incomplete_list, directory.visibility)
    if report.billable_withheld:
        text = tr(
            "Billable time is left out, because Clockify's own sum does not confirm it"
        )
        notes.append(Note(text, passing=True))
    notes += _of_amounts(report)
    notes += _of_clients(report.facts.projects)
    if directory.visibility in _SIGHTS:
        notes.append(Note(_SIGHTS[directory.visibility]))
    query = report.query
    if query.unknown_zone is not None:
        reason = unknown_zone_in_words(query.unknown_zone)
        days = tr(
            "days are those of {time_zone}. --time-zone names another",
            time_zone=query.time_zone,
        )
        notes.append(Note(f"{reason}; {days}"))
    if query.unknown_week_start:
        text = tr(
            "Your profile's week begins on \N{LEFT DOUBLE QUOTATION MARK}{weekday}"
            "\N{RIGHT DOUBLE QUOTATION MARK}, which is no known day; here it is Monday",
            weekday=query.unknown_week_start,
        )
        notes.append(Note(text))
    if query.workspace.hides_amounts and report.facts.amount_micros is None:
        notes.append(Note(tr("Amounts are hidden from your role here")))
    return tuple(notes)


def sentences_of(report: Report) -> tuple[str, ...]:
    """Say what a report lacks, and how its sum differs, in whole sentences."""
    said = (
        tr("{note}. Ask once more.", note=note.text)
        if note.passing
        else f"{note.text}."
        for note in notes_of(report)
    )
    return (*_of_sums(report), *said)


def _of_files(report: Report, source: FileSource) -> tuple[Note, ...]:
    """Say what files lack: they have no sums, and they say which rows were lost."""
    losses = {
        lost: count
        for lost, count in report.losses.items()
        if lost[0] is not Loss.UNREADABLE
    }
    return (*map(Note, source.lacking), *loss_notes(losses))


def remarks_of(report: Report) -> tuple[str, ...]:
    """Say in whole sentences how files were read, where it was read from some."""
    source = report.source
    return () if source is None else tuple(f"{one}." for one in (_IDS, *source.remarks))


def _of_sums(report: Report) -> tuple[str, ...]:
    if report.source is not None:
        return ()
    # To the second: two sums that differ by less than a minute would read the same.
    ours = hours_minutes_seconds(report.compared_s)
    begun = report.begun_s is not None
    if report.server_total_s is None:
        return (
            tr(
                "The entries that the rows count add up to {time}; Clockify gave no"
                " total to compare it with.",
                time=ours,
            )
            if begun
            else tr(
                "The rows add up to {time}; Clockify gave no total to compare it with.",
                time=ours,
            ),
        )
    if not report.difference_s:
        return ()
    theirs = hours_minutes_seconds(report.server_total_s)
    return (
        tr(
            "The entries that the rows count add up to {time}, Clockify's own sum is"
            " {total}.",
            time=ours,
            total=theirs,
        )
        if begun
        else tr(
            "The rows add up to {time}, Clockify's own sum is {total}.",
            time=ours,
            total=theirs,
        ),
    )


def _of_amounts(report: Report) -> Iterable[Note]:
    facts, check = report.facts.once, report.amounts
    left_out = len({one.id for one in facts.projects} & check.left_out)
    if left_out:
        text = tr_plural(
            "Amounts on {count} project are left out, because Clockify does not tell"
            " their currency",
            "Amounts on {count} projects are left out, because Clockify does not tell"
            " their currency",
            left_out,
        )
        yield Note(text)
    if facts.from_sums is not None and facts.from_sums.any():
        text = tr_plural(
            "The currency of amounts on {count} project is taken from Clockify's sums",
            "The currency of amounts on {count} projects is taken from Clockify's sums",
            len(np.unique(facts.project[facts.from_sums])),
        )
        yield Note(text)
    if check.unchecked:
        yield Note(tr("Clockify gave no sum of amounts to compare these with"))
    if not check.differences:
        return
    if facts.amount_micros is None:
        yield Note(tr("Amounts are left out, because Clockify told only their sum"))
        return
    # The first place is that of amounts that are left out.
    names = (ALL_MONEY, *facts.currencies)
    sums = summed(facts.currency + 1, facts.amount_micros, len(names)).tolist()
    ours = dict(zip(names, sums, strict=True))
    for currency, micros in sorted(check.differences.items()):
        if currency == ALL_MONEY:
            yield Note(
                tr("Clockify's own sum of amounts names no currency, and differs")
            )
            continue
        here = ours.get(currency, 0)
        text = tr(
            "Amounts add up to {amount} here, to {total} in Clockify",
            amount=_money(here, currency),
            total=_money(here + micros, currency),
        )
        yield Note(text)


def _money(micros: int, currency: str) -> str:
    return money_in_words(Decimal(micros) / _MICROS, currency)


def _of_clients(projects: Iterable[Project]) -> Iterable[Note]:
    """Say where clients are told apart by nothing but their names."""
    named = Counter(
        one.client_name for one in projects if one.client_name and not one.client_id
    )
    with_id = {one.client_name for one in projects if one.client_id}
    doubtful = [name for name, count in named.items() if count > 1 or name in with_id]
    if doubtful:
        text = tr_plural(
            "{count} client is known by name only: several of one name would be shown"
            " as one",
            "{count} clients are known by name only: several of one name would be shown"
            " as one",
            len(doubtful),
        )
        yield Note(text)


def _of_list(incomplete_list: IncompleteList, visibility: Visibility) -> list[Note]:
    listing, count = incomplete_list.listing, incomplete_list.unreadable
    notes = []
    # Whoever sees only their own time misses nobody else, and no teams.
    if (
        incomplete_list.refused
        and listing in _REFUSED
        and visibility is not Visibility.OWN
    ):
        notes.append(Note(_REFUSED[listing]))
    if count:
        notes.append(Note(unreadable_in_words(count, listing)))
    if incomplete_list.changed:
        notes.append(Note(_CHANGED[listing], passing=True))
    return notes
