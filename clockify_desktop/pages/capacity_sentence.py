"""What "Hours and capacity" says in a sentence or two."""

from dataclasses import dataclass

from clockify_desktop.domain.durations import DurationFormat, duration_text
from clockify_desktop.domain.level import Level
from clockify_desktop.translation import tr, tr_plural


@dataclass(frozen=True, slots=True)
class CapacityCounts:
    """What the sentence counts, of the people that are shown.

    Args:
        people: Of whom something was expected, or who logged something.
        unfinished: Who has workdays that are not over.
        assumed: Whose capacity is assumed.
        all_assumed: Whether nobody's hours are known.
        of_some_projects: Whether the pickers narrow to some projects, which this page
            does not follow.
    """

    people: int
    busy: int
    hours_s: int
    expected_s: int
    leave_s: int
    holiday_s: int
    short: int
    over: int
    unfinished: int
    tolerance_s: int
    all_assumed: bool = False
    is_loading: bool = False
    of_some_projects: bool = False


def capacity_sentence(counts: CapacityCounts, durations: DurationFormat) -> str:
    """Say who logged how much of what, and who is short or over."""

    def text(seconds: int) -> str:
        return duration_text(seconds, durations)

    if counts.is_loading:
        return _loading(counts, text(counts.hours_s))
    hours, capacity = text(counts.hours_s), text(counts.expected_s)
    parts = [
        _logged(counts, hours, capacity),
        _judged(counts, text(counts.tolerance_s)),
    ]
    taken = text(counts.leave_s + counts.holiday_s)
    if counts.leave_s and counts.holiday_s:
        parts.append(tr("Leave and holidays took off {time}.", time=taken))
    elif counts.leave_s:
        parts.append(tr("Leave took off {time}.", time=taken))
    elif counts.holiday_s:
        parts.append(tr("Holidays took off {time}.", time=taken))
    if counts.unfinished:
        parts.append(
            tr_plural(
                "{count} person still has workdays to come.",
                "{count} people still have workdays to come.",
                counts.unfinished,
            )
        )
    if counts.all_assumed:
        parts.append(tr("No capacity is known: 8 h, Monday to Friday, is assumed."))
    if counts.of_some_projects:
        parts.append(tr("All their time counts, whichever projects are chosen."))
    return " ".join(part for part in parts if part)


def _judged(counts: CapacityCounts, tolerance: str) -> str:
    if counts.unfinished >= counts.people and not counts.over:
        # Nobody can be short yet.
        return ""
    if not counts.short and not counts.over:
        return tr(
            "Nobody is short or over by more than {tolerance}.", tolerance=tolerance
        )
    short = tr("Nobody is short by more than {tolerance}", tolerance=tolerance)
    if counts.short:
        short = tr_plural(
            "{count} is short by more than {tolerance}",
            "{count} are short by more than {tolerance}",
            counts.short,
            tolerance=tolerance,
        )
    over = tr("nobody is over by as much")
    if counts.over:
        over = tr_plural(
            "{count} is over by as much", "{count} are over by as much", counts.over
        )
    return f"{short}, {over}."


def _logged(counts: CapacityCounts, hours: str, capacity: str) -> str:
    if counts.busy < counts.people:
        return tr(
            "{count} of {people} logged {time} of {capacity}.",
            count=counts.busy,
            people=Level.USER.counted(counts.people),
            time=hours,
            capacity=capacity,
        )
    return tr_plural(
        "{count} person logged {time} of {capacity}.",
        "{count} people logged {time} of {capacity}.",
        counts.busy,
        time=hours,
        capacity=capacity,
    )


def _loading(counts: CapacityCounts, hours: str) -> str:
    if counts.busy < counts.people:
        return tr(
            "{count} of {people} logged {time}; capacity is loading.",
            count=counts.busy,
            people=Level.USER.counted(counts.people),
            time=hours,
        )
    return tr_plural(
        "{count} person logged {time}; capacity is loading.",
        "{count} people logged {time}; capacity is loading.",
        counts.busy,
        time=hours,
    )
