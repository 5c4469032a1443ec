"""What "Where time went" knows besides a report, and what of the choices it can follow.

Tasks and tags have a report of their own, which is asked for only where somebody chose
them. Until it is here, or where it cannot be had, the nearest that is known is shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from clockify_desktop.domain.directory import TagSet
from clockify_desktop.domain.durations import DurationFormat, exact_text
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.needs import Need
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.report_notes import notes_of
from clockify_desktop.domain.work_plan import WorkPlan
from clockify_desktop.pages.answered_plan import PLANNED
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.where_options import Billable, WhereOptions, options_of
from clockify_desktop.translation import tr


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known besides a report.

    Args:
        plan: When people are expected to work; ``None`` where that is not here, or
            assumed of everybody.
        lacking: What of the plan could not be had and why, a line each.
        of_levels: What the report of tasks or tags lacks, a line each.
        refusal: Why that one cannot be had; ``None`` where it may still come.
    """

    plan: WorkPlan | None = None
    lacking: tuple[str, ...] = ()
    of_levels: tuple[str, ...] = ()
    refusal: AppError | None = None


NOTHING_BESIDE: Final = Beside()
# What begins a sentence.
_NAMES: Final = {
    frozenset({Level.TASK}): tr("Tasks"),
    frozenset({Level.TAG}): tr("Tags"),
    frozenset({Level.TAGS}): tr("Tags"),
    frozenset({Level.TASK, Level.TAGS}): tr("Tasks and tags"),
    frozenset({Level.TASK, Level.TAG}): tr("Tasks and tags"),
}


def beside_of(
    report: Report, answers: Answers, needs: Sequence[Need], view: ViewOptions
) -> tuple[Report, Beside]:
    """Find what is known besides a report, and the report to be shown.

    Args:
        needs: The report that tells tasks or tags; none where these are not chosen.
    """
    query = report.query
    unknown = PLANNED.is_loading(answers, query) or PLANNED.is_assumed(answers, query)
    beside = Beside(
        None if unknown else PLANNED.of(answers, query),
        PLANNED.lacking(answers, query),
    )
    for need in needs:
        refusal, told = answers.refusal(need), answers.get(need)
        if told is None:
            return report, replace(beside, refusal=refusal)
        names = _names_of(options_of(view.choices).levels)
        of_levels = _lacking(report, told, names, view.durations)
        return told, replace(beside, of_levels=of_levels)
    return report, beside


def known_of(
    wanted: WhereOptions, report: Report, beside: Beside
) -> tuple[WhereOptions, list[str]]:
    """Take the choices that a report can follow, and say what it cannot."""
    facts, remarks = report.facts, list(beside.of_levels)
    options = wanted.known_of(facts.has_column)
    if options != wanted:
        missing = [one for one in wanted.levels if not facts.has_column(one.column)]
        names, refusal = _names_of(missing), beside.refusal
        remarks.append(
            tr(
                "{tasks} are not here yet: shown are {people}.",
                tasks=names,
                people=options.what,
            )
            if refusal is None
            else tr(
                "{tasks} could not be had ({reason}): shown are {people}.",
                tasks=names,
                reason=refusal.title,
                people=options.what,
            )
        )
    tag_sets = report.facts.more.get("tags", ((), None))[0]
    several = any(isinstance(one, TagSet) and len(one.id) > 1 for one in tag_sets)
    if Level.TAGS in options.levels and several:
        remarks.append(Level.TAGS.note)
    if facts.billable_seconds is None and options.billable.wanted is not None:
        options = replace(options, billable=Billable.ALL)
        remarks.append(tr("What of it is billable is not known: all time is shown."))
    return options, remarks


def _names_of(levels: Sequence[Level]) -> str:
    further = {one for one in levels if one.column not in {"user", "project", "day"}}
    for known, names in _NAMES.items():
        if further == known:
            return names
    return ", ".join(one.title for one in levels if one in further)


def _lacking(
    report: Report, told: Report, names: str, durations: DurationFormat
) -> tuple[str, ...]:
    """Say what a report lacks that the other one does not, and how they differ."""
    said = {note.text for note in notes_of(report)}
    lines = [f"{names}: {one.text}." for one in notes_of(told) if one.text not in said]
    ours_s, theirs_s = told.facts.total_s, report.facts.total_s
    if ours_s != theirs_s:
        ours, theirs = (exact_text(one, durations) for one in (ours_s, theirs_s))
        lines.append(
            tr(
                "{tasks} add up to {time}, the report to {total}: somebody may "
                "have logged time in between. Refresh to read both again.",
                tasks=names,
                time=ours,
                total=theirs,
            )
        )
    return tuple(lines)
