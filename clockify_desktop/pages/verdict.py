"""Whether a report's sum is Clockify's own, in words."""

from clockify_desktop.domain.completeness import Visibility
from clockify_desktop.domain.durations import (
    DurationFormat,
    duration_text,
    exact_text,
)
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import Selection
from clockify_desktop.domain.sentence import people_in_words
from clockify_desktop.translation import tr, tr_plural


def sum_verdict(report: Report, narrowed: Selection, durations: DurationFormat) -> str:
    """Say whose time it is and what Clockify's own sum is; a tick where they agree.

    Args:
        narrowed: What of the report is shown.
    """
    ours = duration_text(report.facts.total_s, durations)
    if report.source is not None:
        files = len(report.source.names)
        if report.is_running:
            return tr_plural(
                "{time} in the file so far",
                "{time} in the files so far",
                files,
                time=ours,
            )
        return tr_plural("{time} in the file", "{time} in the files", files, time=ours)
    if report.server_total_s is None:
        return tr("{time} here, no total from Clockify to compare it with", time=ours)
    if report.difference_s:
        compared = duration_text(report.compared_s, durations)
        theirs = duration_text(report.server_total_s, durations)
        if compared == theirs:
            # They differ by less than this format shows.
            compared = exact_text(report.compared_s, durations)
            theirs = exact_text(report.server_total_s, durations)
        if report.begun_s is None:
            return tr(
                "{time} here, {total} in Clockify",
                time=compared,
                total=theirs,
            )
        return tr(
            "{time} here, counted from {counted}; {total} in Clockify",
            time=ours,
            counted=compared,
            total=theirs,
        )
    people = Level.USER.all_counted(report.people_counted)
    if report.directory.visibility is Visibility.OWN:
        people = tr("your own time")
    # Clockify's sum is of all time, whatever is shown of it.
    if narrowed.billable is not None:
        # Translators: {people} is such as "all 16 people", or "your own time".
        people = tr("{people}, billable or not", people=people)
    said = [tr("{time} so far", time=ours) if report.is_running else ours]
    if report.begun_s is not None:
        begun = duration_text(report.begun_s, durations)
        said.append(tr("counted from {time}", time=begun))
    said.append(tr("the same in Clockify"))
    return f"\N{CHECK MARK} {people}: {', '.join(said)}"


def verdict_of(report: Report, narrowed: Selection, durations: DurationFormat) -> str:
    """Say the same, and who has not joined yet where the time is everybody's."""
    verdict = sum_verdict(report, narrowed, durations)
    own = report.directory.visibility is Visibility.OWN
    if not report.not_joined or report.difference_s != 0 or own:
        return verdict
    who = people_in_words([one.name for one in report.not_joined])
    not_joined = tr_plural(
        "{people} has not joined yet",
        "{people} have not joined yet",
        len(report.not_joined),
        people=who,
    )
    return f"{verdict}; {not_joined}"
