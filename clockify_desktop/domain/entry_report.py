"""All time entries of a period, and how far they can be trusted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from clockify_desktop.domain.calendar import time_zone
from clockify_desktop.domain.completeness import Losses
from clockify_desktop.domain.counted_facts import counted_entries
from clockify_desktop.domain.durations import hours_minutes_seconds
from clockify_desktop.domain.entries import Entries
from clockify_desktop.domain.entry_findings import Checked, FoundByRules
from clockify_desktop.domain.entry_rules import Rule, found_by
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.loss_notes import loss_notes
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.translation import tr


@dataclass(frozen=True, eq=False)
class EntryReport:
    """What Clockify answered, entry by entry.

    Args:
        fetched_at: When the first part of it came, an aware instant.
        server_total_s: The sum that Clockify itself gave, seconds; ``None`` where it
            gave none that can be used.
        complete: Whether these are all entries; where they changed as often as they
            were read, some may be missing.
        losses: What could not be used of the answer; the entries are without it.
    """

    entries: Entries
    fetched_at: datetime
    server_total_s: int | None
    complete: bool = True
    losses: Losses = field(default_factory=dict)
    _found: dict[object, FoundByRules] = field(
        default_factory=dict, init=False, repr=False
    )

    def found(
        self,
        rules: tuple[Rule, ...],
        limits: Mapping[str, int],
        report: Report,
        before: Facts | None = None,
    ) -> FoundByRules:
        """Ask rules; what was asked last is at hand.

        Args:
            limits: By the keys of rules, where they are not as usual.
            report: Of the same days of the same workspace.
            before: Everybody's time in the weeks before, where it is here.
        """
        asked = (rules, tuple(sorted(limits.items())), report, before)
        if asked not in self._found:
            self._found.clear()
            known = frozenset(one.id for one in report.directory.projects)
            now_s = int(self.fetched_at.timestamp())
            checked = Checked(self.entries, now_s, known, before)
            self._found[asked] = found_by(rules, checked, limits)
        return self._found[asked]

    def counted(self, query: ReportQuery) -> "EntryReport":
        """Count the entries on the days and with the lengths of a report.

        Clockify has no sum of what is not as it counts.
        """
        if query.counting.is_clockifys:
            return self
        zone = time_zone(query.time_zone)
        entries = counted_entries(self.entries, query.period, zone, query.counting)
        return replace(self, entries=entries, server_total_s=None)


def entry_notes(entries: EntryReport, report_s: int) -> Iterator[str]:
    """Say in sentences what entries lack, and how they differ from a report.

    Args:
        report_s: Seconds of a report of the same days of the same workspace.
    """
    for note in loss_notes(entries.losses):
        yield f"{note.text}."
    if not entries.complete:
        yield tr(
            "The entries changed while they were read: some may be missing. Refresh to"
            " read them again."
        )
    total_s, clockify_s = entries.entries.total_s, entries.server_total_s
    if entries.losses:
        return
    ours = hours_minutes_seconds(total_s)
    if clockify_s is not None and clockify_s != total_s:
        yield tr(
            "The entries add up to {time}, Clockify's own sum is {total}: somebody may"
            " have logged time in between. Refresh to read both again.",
            time=ours,
            total=hours_minutes_seconds(clockify_s),
        )
    elif report_s != total_s:
        yield tr(
            "The entries add up to {time}, the report to {total}: somebody may have"
            " logged time in between. Refresh to read both again.",
            time=ours,
            total=hours_minutes_seconds(report_s),
        )
