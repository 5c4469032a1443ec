"""What the overview's figures were in the periods before, and in the mean of these."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from clockify_desktop.domain.compared_periods import MOST_BEFORE
from clockify_desktop.domain.durations import share_text
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.period_words import dates_in_words
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.rounding import half_up
from clockify_desktop.domain.selection import Selection
from clockify_desktop.pages.changed import ChangedContent
from clockify_desktop.pages.changed_comparison import LEAST_OF_MEAN, Comparison
from clockify_desktop.pages.page import PageContent
from clockify_desktop.pages.trend import TrendPageContent
from clockify_desktop.translation import tr

Values = Sequence[int | None]
"""What came last first; ``None`` where it is not known."""


@dataclass(frozen=True, eq=False)
class Before:
    """What "What changed" and "Trend" know of the periods before, the last one first.

    Args:
        reports: Empty while some are awaited, or where parts of them are compared.
        hours_s: Seconds of the periods that have a capacity.
        capacity_s: The same periods' capacity, seconds.
        mean_of: Of how many the means are.
        remark: Which days they are.
    """

    reports: tuple[Report | None, ...] = ()
    hours_s: Values = ()
    capacity_s: Values = ()
    mean_of: int = MOST_BEFORE
    remark: str = ""

    def told(self, selection: Selection, tell: Callable[[Facts], int | None]) -> Values:
        """Tell something of what is looked at in each of them."""
        if selection.of_days:
            return ()
        return [
            None if one is None else tell(facts_of(one, selection))
            for one in self.reports
        ]


def before_of(contents: Iterable[PageContent]) -> Before:
    """Find what pages know of the periods before."""
    before: dict[str, Any] = {}
    for content in contents:
        match content:
            case ChangedContent(comparison=comparison) if comparison.mean_of:
                before["mean_of"] = comparison.mean_of
                if not content.running:
                    before["reports"] = comparison.earlier
                    before["remark"] = _remark(comparison)
            case TrendPageContent(chart=chart) if chart.chosen is not None:
                line, last = chart.large, chart.chosen - 1
                places = range(last, max(last - MOST_BEFORE, -1), -1)
                for name, seconds in (
                    ("hours_s", line.seconds),
                    ("capacity_s", line.capacity_s),
                ):
                    before[name] = [
                        int(seconds[0, place]) if line.has_band[0, place] else None
                        for place in places
                    ]
            case _:
                pass
    return Before(**before)


def _remark(comparison: Comparison) -> str:
    days = comparison.before
    every = Period(days[-1].start, days[0].end)
    return tr(
        "Before: {dates}. Mean of {count}: {all_dates}.",
        dates=dates_in_words(days[0]),
        count=comparison.mean_of,
        all_dates=dates_in_words(every),
    )


def facts_of(report: Report, selection: Selection) -> Facts:
    """Narrow a report to what is looked at, each time once."""
    source = report if selection.of_days else report.condensed
    return source.narrowed(selection).once


def beside(values: Values, text: Callable[[int], str]) -> tuple[str, str]:
    """Write the last value, and the mean of those that are known; empty for none."""
    known = [one for one in values if one is not None]
    last = values[0] if values else None
    mean = half_up(sum(known), len(known)) if len(known) >= LEAST_OF_MEAN else None
    return "" if last is None else text(last), "" if mean is None else text(mean)


def shares(parts: Values, wholes: Values) -> tuple[str, str]:
    """Write the last share, and that of all that are known together."""
    pairs = [
        None if part is None or whole is None else (part, whole)
        for part, whole in zip(parts, wholes, strict=True)
    ]
    known = [one for one in pairs if one is not None]
    last = pairs[0] if pairs else None
    together = sum(part for part, _ in known), sum(whole for _, whole in known)
    return (
        "" if last is None else share_text(*last),
        share_text(*together) if len(known) >= LEAST_OF_MEAN else "",
    )
