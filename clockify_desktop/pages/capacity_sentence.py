"""What "Hours and capacity" says in a sentence or two."""

from dataclasses import dataclass

from clockify_desktop.domain.durations import DurationFormat, duration_text
from clockify_desktop.domain.level import Level
from clockify_desktop.translation import tr


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

    who = Level.USER.counted(counts.busy)
    if counts.busy < counts.people:
        who = tr(
            "{busy} of {people}",
            busy=counts.busy,
            people=Level.USER.counted(counts.people),
        )
    if counts.is_loading:
        return tr(
            "{who} logged {text}; capacity is loading.",
            who=who,
            text=text(counts.hours_s),
        )
    parts = [
        tr(
            "{who} logged {text} of {text_2}.",
            who=who,
            text=text(counts.hours_s),
            text_2=text(counts.expected_s),
        )
    ]
    parts.append(_judged(counts, text(counts.tolerance_s)))
    taken = {"Leave": counts.leave_s, "Holidays": counts.holiday_s}
    reasons = [name for name, seconds in taken.items() if seconds]
    if reasons:
        reason = " and ".join(reasons).capitalize()
        parts.append(
            tr(
                "{reason} took off {text}.",
                reason=reason,
                text=text(sum(taken.values())),
            )
        )
    if counts.unfinished:
        verb = "has" if counts.unfinished == 1 else "have"
        who = Level.USER.counted(counts.unfinished)
        parts.append(tr("{who} still {verb} workdays to come.", who=who, verb=verb))
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
    short, over = (
        f"{count or 'nobody'} {'are' if count > 1 else 'is'}"
        for count in (counts.short, counts.over)
    )
    return tr(
        "{capitalize} short by more than {tolerance}, {over} over by as much.",
        capitalize=short.capitalize(),
        tolerance=tolerance,
        over=over,
    )
