"""Whether a report's sum is Clockify's own, in words."""

from clockify_desktop.domain.completeness import Visibility
from clockify_desktop.domain.durations import (
    DurationFormat,
    duration_text,
    exact_text,
)
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.period_words import SO_FAR
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import Selection
from clockify_desktop.domain.sentence import people_in_words
from clockify_desktop.translation import tr


def sum_verdict(report: Report, narrowed: Selection, durations: DurationFormat) -> str:
    """Say whose time it is and what Clockify's own sum is; a tick where they agree.

    Args:
        narrowed: What of the report is shown.
    """
    ours = duration_text(report.facts.total_s, durations)
    so_far = f" {SO_FAR}" if report.is_running else ""
    if report.source is not None:
        files = "file" if len(report.source.names) == 1 else "files"
        return tr(
            "{ours} in the {files}{so_far}", ours=ours, files=files, so_far=so_far
        )
    if report.server_total_s is None:
        return tr("{ours} here, no total from Clockify to compare it with", ours=ours)
    if report.difference_s:
        compared = duration_text(report.compared_s, durations)
        theirs = duration_text(report.server_total_s, durations)
        if compared == theirs:
            # They differ by less than this format shows.
            compared = exact_text(report.compared_s, durations)
            theirs = exact_text(report.server_total_s, durations)
        if report.begun_s is None:
            return tr(
                "{compared} here, {theirs} in Clockify",
                compared=compared,
                theirs=theirs,
            )
        return tr(
            "{ours} here, counted from {compared}; {theirs} in Clockify",
            ours=ours,
            compared=compared,
            theirs=theirs,
        )
    if report.begun_s is not None:
        so_far = tr(
            "{so_far}, counted from {duration}",
            so_far=so_far,
            duration=duration_text(report.begun_s, durations),
        )
    # Clockify's sum is of all time, whatever is shown of it.
    either = "" if narrowed.billable is None else tr(", billable or not")
    same = tr(
        "{either}: {ours}{so_far}, the same in Clockify",
        either=either,
        ours=ours,
        so_far=so_far,
    )
    if report.directory.visibility is Visibility.OWN:
        return tr("\N{CHECK MARK} your own time{same}", same=same)
    people = Level.USER.all_counted(report.people_counted)
    return f"\N{CHECK MARK} {people}{same}"


def verdict_of(report: Report, narrowed: Selection, durations: DurationFormat) -> str:
    """Say the same, and who has not joined yet where the time is everybody's."""
    verdict = sum_verdict(report, narrowed, durations)
    own = report.directory.visibility is Visibility.OWN
    if not report.not_joined or report.difference_s != 0 or own:
        return verdict
    who = people_in_words([one.name for one in report.not_joined])
    has = "has" if len(report.not_joined) == 1 else "have"
    return tr(
        "{verdict}; {who} {has} not joined yet", verdict=verdict, who=who, has=has
    )
