"""What has to be said beside a report: what it lacks, and why.

The window says it beside the figures, the command line on standard error and in JSON.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from clockify_desktop.domain.amount_check import ALL_MONEY
from clockify_desktop.domain.calendar import unknown_zone_in_words
from clockify_desktop.domain.completeness import (
    IncompleteList,
    Listing,
    Loss,
    Losses,
    Visibility,
)
from clockify_desktop.domain.directory import Project
from clockify_desktop.domain.durations import (
    LONGEST_S,
    SECONDS_AN_HOUR,
    hours_minutes_seconds,
)
from clockify_desktop.domain.facts import summed
from clockify_desktop.domain.file_source import FileSource
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.normal_form import sorting_key
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.rounding import in_decimals
from clockify_desktop.domain.showable import named
from clockify_desktop.translation import tr

_SINGULARS = {
    Listing.PEOPLE: "person",
    Listing.PROJECTS: "project",
    Listing.CLIENTS: "client",
    Listing.TEAMS: "team",
    Listing.WORKSPACES: "workspace",
}
# Projects bring the names of their clients: nothing is lost with that list.
_REFUSED = {
    Listing.PEOPLE: (
        tr(
            "You may not see the list of people here, so who logged nothing is not shown"
        )
    ),
    Listing.PROJECTS: (
        tr(
            "You may not see the list of projects here, so those without time are not shown"
        )
    ),
    Listing.TEAMS: tr("You may not see the teams here, so time is not shown by team"),
}
_SIGHTS = {
    Visibility.OWN: tr("You see only your own time in this workspace"),
    Visibility.TEAMS: (
        tr(
            "You see only your own time in this workspace, and that of the teams and"
            " projects you manage"
        )
    ),
    Visibility.UNKNOWN: (
        tr(
            "This workspace shows everybody's time to admins only, so others' time may be"
            " missing"
        )
    ),
}


# One entry, several; whose they are follows.
_LOST = {
    Loss.UNREADABLE: (tr("{} could not be read"), tr("{} could not be read")),
    Loss.RUNNING: (tr("{} is still running"), tr("{} are still running")),
    Loss.TOO_LONG: (
        tr(
            "{{}} is longer than {longest_s} hours and left out",
            longest_s=LONGEST_S // SECONDS_AN_HOUR,
        ),
        tr(
            "{{}} are longer than {longest_s} hours and left out",
            longest_s=LONGEST_S // SECONDS_AN_HOUR,
        ),
    ),
    Loss.AMOUNT: (tr("The amount of {} could not be read"),) * 2,
    Loss.BILLABLE: (
        tr("The billable part of {} could not be read and counts as not billable"),
    )
    * 2,
}
_MOST_NAMES = 3
_DECIMALS = 2
_MICROS = 1_000_000
_IDS = tr("Ids are made from names and e-mail addresses: exports have none")


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to say.

    Args:
        text: A sentence without its full stop.
        passing: Asking once more may mend it.
    """

    text: str
    passing: bool = False


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
        reason = tr(
            "Your profile's week begins on "
            "\N{LEFT DOUBLE QUOTATION MARK}{unknown_week_start}\N{RIGHT DOUBLE QUOTATION MARK}",
            unknown_week_start=query.unknown_week_start,
        )
        notes.append(
            Note(
                tr("{reason}, which is no known day; here it is Monday", reason=reason)
            )
        )
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
    rows = "rows" if report.begun_s is None else tr("entries that the rows count")
    if report.server_total_s is None:
        return (
            tr(
                "The {rows} add up to {ours}; Clockify gave no total to compare it "
                "with.",
                rows=rows,
                ours=ours,
            ),
        )
    if not report.difference_s:
        return ()
    theirs = hours_minutes_seconds(report.server_total_s)
    return (
        tr(
            "The {rows} add up to {ours}, Clockify's own sum is {theirs}.",
            rows=rows,
            ours=ours,
            theirs=theirs,
        ),
    )


def loss_notes(losses: Losses) -> Iterable[Note]:
    """Say what was lost of how many entries, and whose they are."""
    for loss, (one, several) in _LOST.items():
        names = {name: count for (lost, name), count in losses.items() if lost is loss}
        count = sum(names.values())
        if count:
            entries = "1 entry" if count == 1 else tr("{count} entries", count=count)
            sentence = (one if count == 1 else several).format(entries)
            yield Note(f"{sentence}{_whose(names)}")


def _whose(names: Iterable[str]) -> str:
    """Name the people in brackets; nobody where somebody is unknown."""
    people = sorted(names, key=sorting_key)
    if not all(people):
        return ""
    rest = len(people) - _MOST_NAMES
    more = [tr("{rest} more", rest=rest)] if rest > 0 else []
    return f" ({', '.join([*map(named, people[:_MOST_NAMES]), *more])})"


def _of_amounts(report: Report) -> Iterable[Note]:
    facts, check = report.facts.once, report.amounts
    left_out = len({one.id for one in facts.projects} & check.left_out)
    if left_out:
        text = tr("are left out, because Clockify does not tell their currency")
        yield Note(
            tr(
                "Amounts on {projects} {text}",
                projects=Level.PROJECT.counted(left_out),
                text=text,
            )
        )
    if facts.from_sums is not None and facts.from_sums.any():
        taken = len(np.unique(facts.project[facts.from_sums]))
        of = tr(
            "The currency of amounts on {projects}",
            projects=Level.PROJECT.counted(taken),
        )
        yield Note(tr("{of} is taken from Clockify's sums", of=of))
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
        yield Note(
            tr(
                "Amounts add up to {money} here, to {money_2} in Clockify",
                money=_money(here, currency),
                money_2=_money(here + micros, currency),
            )
        )


def _money(micros: int, currency: str) -> str:
    return f"{in_decimals(micros, _MICROS, _DECIMALS)} {currency}"


def _of_clients(projects: Iterable[Project]) -> Iterable[Note]:
    """Say where clients are told apart by nothing but their names."""
    named = Counter(
        one.client_name for one in projects if one.client_name and not one.client_id
    )
    with_id = {one.client_name for one in projects if one.client_id}
    doubtful = [name for name, count in named.items() if count > 1 or name in with_id]
    if doubtful:
        clients = Level.CLIENT.counted(len(doubtful))
        known = tr("is known") if len(doubtful) == 1 else tr("are known")
        text = tr("by name only: several of one name would be shown as one")
        yield Note(f"{clients} {known} {text}")


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
        notes.append(
            Note(unreadable_in_words(count, _SINGULARS[listing], listing.value))
        )
    if incomplete_list.changed:
        text = tr("The list of {listing} changed while it was read", listing=listing)
        notes.append(Note(text, passing=True))
    return notes


def unreadable_in_words(count: int, one: str, several: str) -> str:
    """Say that something could not be read, such as ``2 entries could not be read``."""
    return tr(
        "{count} {one} could not be read",
        count=count,
        one=one if count == 1 else several,
    )
