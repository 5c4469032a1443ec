"""What has to be said beside a report: what it lacks, and why.

The window says it beside the figures, the command line on standard error and in JSON.
"""

from dataclasses import dataclass

from clockify_desktop.domain.calendar import unknown_zone_in_words
from clockify_desktop.domain.completeness import IncompleteList, Listing, Visibility
from clockify_desktop.domain.durations import hours_minutes_seconds
from clockify_desktop.domain.report import Report

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
        "You may not see the list of people here, so who logged nothing is not shown"
    ),
    Listing.PROJECTS: (
        "You may not see the list of projects here, so those without time are not shown"
    ),
    Listing.TEAMS: "You may not see the teams here, so time is not shown by team",
}
_SIGHTS = {
    Visibility.OWN: "You see only your own time in this workspace",
    Visibility.TEAMS: (
        "You see only your own time in this workspace, and that of the teams and"
        " projects you manage"
    ),
    Visibility.UNKNOWN: (
        "This workspace shows everybody's time to admins only, so others' time may be"
        " missing"
    ),
}


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
    directory = report.directory
    notes = []
    if report.unreadable:
        notes.append(Note(unreadable_in_words(report.unreadable, "entry", "entries")))
    elif report.difference_s:
        text = "Somebody may have logged time while the report was read"
        notes.append(Note(text, passing=True))
    for incomplete_list in directory.incomplete_lists:
        notes += _of_list(incomplete_list, directory.visibility)
    if report.billable_withheld:
        text = (
            "Billable time is left out, because Clockify's own sum does not confirm it"
        )
        notes.append(Note(text, passing=True))
    if directory.visibility in _SIGHTS:
        notes.append(Note(_SIGHTS[directory.visibility]))
    query = report.query
    if query.unknown_zone is not None:
        reason = unknown_zone_in_words(query.unknown_zone)
        days = f"days are those of {query.time_zone}. --time-zone names another"
        notes.append(Note(f"{reason}; {days}"))
    if query.unknown_week_start:
        reason = f"Your profile's week begins on “{query.unknown_week_start}”"
        notes.append(Note(f"{reason}, which is no known day; here it is Monday"))
    if query.workspace.hides_amounts and report.facts.amount_micros is None:
        notes.append(Note("Amounts are hidden from your role here"))
    return tuple(notes)


def sentences_of(report: Report) -> tuple[str, ...]:
    """Say what a report lacks, and how its sum differs, in whole sentences."""
    said = (
        f"{note.text}. Ask once more." if note.passing else f"{note.text}."
        for note in notes_of(report)
    )
    return (*_of_sums(report), *said)


def _of_sums(report: Report) -> tuple[str, ...]:
    # To the second: two sums that differ by less than a minute would read the same.
    ours = hours_minutes_seconds(report.facts.total_s)
    if report.server_total_s is None:
        return (
            f"The rows add up to {ours}; Clockify gave no total to compare it with.",
        )
    if not report.difference_s:
        return ()
    theirs = hours_minutes_seconds(report.server_total_s)
    return (f"The rows add up to {ours}, Clockify's own sum is {theirs}.",)


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
        text = f"The list of {listing} changed while it was read"
        notes.append(Note(text, passing=True))
    return notes


def unreadable_in_words(count: int, one: str, several: str) -> str:
    """Say that something could not be read, such as ``2 entries could not be read``."""
    return f"{count} {one if count == 1 else several} could not be read"
