"""What was asked, in the words that stand in files for people."""

from collections.abc import Iterator
from typing import Final

from clockify_desktop.domain.durations import DurationFormat, duration_text
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.report_notes import remarks_of, sentences_of
from clockify_desktop.domain.selection import Selection
from clockify_desktop.domain.sentence import people_in_words
from clockify_desktop.domain.showable import named
from clockify_desktop.translation import tr, tr_context

# By the number of a week's first day, Monday is 0.
_WEEKS_FROM: Final = (
    lambda zone: tr("{zone}; weeks from Monday", zone=zone),
    lambda zone: tr("{zone}; weeks from Tuesday", zone=zone),
    lambda zone: tr("{zone}; weeks from Wednesday", zone=zone),
    lambda zone: tr("{zone}; weeks from Thursday", zone=zone),
    lambda zone: tr("{zone}; weeks from Friday", zone=zone),
    lambda zone: tr("{zone}; weeks from Saturday", zone=zone),
    lambda zone: tr("{zone}; weeks from Sunday", zone=zone),
)


def asked_in_words(
    report: Report, narrowed: Selection, durations: DurationFormat
) -> Iterator[tuple[str, str]]:
    """Say whose time of what was asked for, and how its days are counted."""
    query, counting = report.query, report.query.counting
    yield tr("Workspace"), named(query.workspace.name)
    yield tr("People"), _people(report, narrowed)
    yield tr("Projects"), _projects(report, narrowed, durations)
    zone = counting.zone_in_words(query.time_zone)
    yield tr("Time zone"), _WEEKS_FROM[query.week_start](zone)
    midnight = (
        tr("counts on both days")
        if counting.splits
        else tr("counts on the day it began")
    )
    yield tr("Over midnight"), midnight
    rounding = counting.rounding
    # Translators: no rounding.
    none = tr_context("rounding", "none")
    yield tr("Rounding"), rounding.in_words if rounding else none


def counted_in_words(
    report: Report, verdict: str
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Say what counts, whether Clockify's own sum is the same, and what is lacking.

    Args:
        verdict: What ``pages.verdict`` says of the sum.
    """
    query = report.query
    zone = named(query.time_zone)
    usual = (
        tr(
            "All of an entry counts, to the second, on the day it begins in {zone}.",
            zone=zone,
        ),
    )
    yield tr_context("head", "Days"), query.counting.notes(query.time_zone) or usual
    yield tr_context("head", "Sum"), (f"{verdict}.",)
    if lacking := sentences_of(report):
        yield tr("What it lacks"), lacking
    if remarks := remarks_of(report):
        yield tr("How it was read"), remarks


def _people(report: Report, narrowed: Selection) -> str:
    if narrowed.people is None:
        return Level.USER.all_counted(report.people_counted)
    chosen = [one.name for one in report.everybody if one.id in narrowed.people]
    return people_in_words(chosen)


def _projects(report: Report, narrowed: Selection, durations: DurationFormat) -> str:
    facts = report.condensed.narrowed(narrowed).once
    if narrowed.projects is not None:
        every = report.every_project
        chosen = [one.name for one in every if one.id in narrowed.projects]
        return people_in_words(chosen, Level.PROJECT)
    without = [one.id is None for one in facts.projects]
    without_s = int(facts.seconds[[without[at] for at in facts.project]].sum())
    if not without_s:
        return tr_context("projects", "all")
    return tr_context(
        "projects",
        "all, and {time} without one",
        time=duration_text(without_s, durations),
    )
