"""What the page "To check" says of an entry: why it is there, and the evidence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from clockify_desktop.domain.durations import DurationFormat, duration_text
from clockify_desktop.domain.entry_findings import FoundByRules
from clockify_desktop.domain.entry_rules import Rule, limit_of
from clockify_desktop.domain.entry_words import NONE, EntryWords
from clockify_desktop.domain.review_records import Verdict
from clockify_desktop.domain.showable import named
from clockify_desktop.pages.to_check_rows import CheckRows
from clockify_desktop.translation import tr, tr_context, tr_plural

_BADGES: Final = {
    Verdict.FINE: tr_context("verdict on an entry", "fine"),
    Verdict.ASK: tr_context("verdict on an entry", "ask"),
    Verdict.FIXED: tr_context("verdict on an entry", "fixed"),
}
_BEHIND: Final = {
    "no-project": tr_context("behind another rule", "no project"),
    "no-description": tr_context("behind another rule", "no description"),
    "overlapping": tr_context("behind another rule", "overlaps"),
    "running": tr_context("behind another rule", "still running"),
    "future": tr_context("behind another rule", "in the future"),
    "night": tr_context("behind another rule", "night or day off"),
    "repeated": tr_context("behind another rule", "same block repeated"),
    "spike": tr_context("behind another rule", "spike"),
    "archived": tr_context("behind another rule", "archived project"),
    "billable": tr_context("behind another rule", "billable, project is not"),
}
STILL_THERE: Final = tr("still there")
"""What was said to be fixed, and is found in entries that came later."""

Evidence = Callable[[EntryWords, FoundByRules, int], str]
"""What shows that a rule found something, from the words and a place in ``found``."""


@dataclass(frozen=True, eq=False)
class CheckWords:
    """What is said of rows."""

    rows: CheckRows
    limits: Mapping[str, int]
    durations: DurationFormat = DurationFormat.MINUTES

    @cached_property
    def entries(self) -> EntryWords:
        """What is said of their entries."""
        return EntryWords(self.rows.entries, self.durations)

    def why(self, row: int) -> str:
        """Name the rules that found it, such as ``No project, no description``."""
        first, *others = self.rows.findings(row)
        return ", ".join([self.rule(first), *map(self._rule_behind, others)])

    def _rule_behind(self, finding: int) -> str:
        """Name a rule behind another one, within a line."""
        rule = self.rows.rule(finding)
        limit = limit_of(rule, self.limits)
        match rule.key:
            case "long":
                return tr_context(
                    "behind another rule", "longer than {hours} h", hours=limit
                )
            case "short":
                return tr_context(
                    "behind another rule", "shorter than {seconds} s", seconds=limit
                )
            case key:
                return _BEHIND[key]

    def rule(self, finding: int) -> str:
        """Name the rule that found something."""
        return self.titled(self.rows.rule(finding))

    def titled(self, rule: Rule) -> str:
        """Name a rule with its limit."""
        return rule.titled(limit_of(rule, self.limits))

    def evidence(self, row: int) -> str:
        """Say what shows it."""
        told = map(self.evidence_of, self.rows.findings(row))
        return "; ".join(dict.fromkeys(told))

    def evidence_of(self, finding: int) -> str:
        """Say what shows one finding."""
        said = _EVIDENCE[self.rows.rule(finding).key]
        return said(self.entries, self.rows.found, finding)

    def person(self, row: int) -> str:
        """Name whose the entry is, as it came."""
        return self.entries.person(int(self.rows.entry[row]))

    def day(self, row: int) -> str:
        """Name the day on which it counts."""
        return self.entries.day(int(self.rows.entry[row]))

    def duration(self, row: int) -> str:
        """Write its time."""
        return self.entries.duration(int(self.rows.entry[row]))

    def verdict(self, row: int) -> str:
        """Say what was said of it; empty where something of it is still open."""
        rows = self.rows
        said = [rows.said.get(one) for one in rows.findings(row)]
        kinds = {one.verdict if one else None for one in said}
        if Verdict.FIXED in kinds and not rows.settled[row] and None not in kinds:
            return STILL_THERE
        for kind in (Verdict.ASK, None, Verdict.FIXED):
            if kind in kinds:
                return _BADGES[kind] if kind else ""
        return _BADGES[Verdict.FINE]

    def sentence(self, row: int) -> str:
        """Say everything about a row."""
        at = int(self.rows.entry[row])
        entry = self.entries
        when = f"{entry.day(at)}, {entry.both_clocks(at)}"
        whose = f"{self.why(row)}: {named(self.person(row))}, {when}"
        # Other evidence is what has been said already.
        findings = self.rows.findings(row)
        told = (one for one in findings if self.rows.rule(one).key in _TELLING_MORE)
        return " ".join(
            [
                f"{whose}; {entry.what(at)}.",
                *(f"{self.evidence_of(one)}." for one in told),
            ]
        )


def _without_project(words: EntryWords, found: FoundByRules, at: int) -> str:
    said = words.description(int(found.at[at]))
    tells = words.entries.described and said != NONE
    return said if tells else _span(words, found, at)


def _without_description(words: EntryWords, found: FoundByRules, at: int) -> str:
    entry = int(found.at[at])
    none = words.entries.without_project[entry]
    return words.span(entry) if none else words.project(entry)


def _project(words: EntryWords, found: FoundByRules, at: int) -> str:
    return words.project(int(found.at[at]))


def _span(words: EntryWords, found: FoundByRules, at: int) -> str:
    return words.span(int(found.at[at]))


def _overlap(words: EntryWords, found: FoundByRules, at: int) -> str:
    one, other = (words.span(int(column[at])) for column in (found.other, found.at))
    shared = duration_text(int(found.value[at]), words.durations)
    return tr("{span} and {other} share {time}", span=one, other=other, time=shared)


def _block(words: EntryWords, found: FoundByRules, at: int) -> str:
    return tr("one block, {span}", span=_span(words, found, at))


def _seconds(words: EntryWords, found: FoundByRules, at: int) -> str:
    entry = int(found.at[at])
    return tr(
        "{seconds} s, {span}",
        seconds=words.entries.seconds[entry],
        span=words.span(entry),
    )


def _since(words: EntryWords, found: FoundByRules, at: int) -> str:
    return words.since(int(found.at[at]))


def _until(words: EntryWords, found: FoundByRules, at: int) -> str:
    return words.until(int(found.at[at]))


def _days(words: EntryWords, found: FoundByRules, at: int) -> str:
    last = words.day(int(found.other[at]))
    return tr_plural(
        "{span} on {count} day, the last {day}",
        "{span} on {count} days, the last {day}",
        int(found.value[at]),
        span=_span(words, found, at),
        day=last,
    )


def _spike(words: EntryWords, found: FoundByRules, at: int) -> str:
    of_day, usual = (
        duration_text(int(column[at]), words.durations)
        for column in (found.value, found.usual)
    )
    return tr("{time} that day, {usual} is the median before", time=of_day, usual=usual)


_TELLING_MORE: Final = {"overlapping", "repeated", "spike"}
_EVIDENCE: Final[Mapping[str, Evidence]] = {
    "no-project": _without_project,
    "no-description": _without_description,
    "overlapping": _overlap,
    "long": _block,
    "short": _seconds,
    "running": _since,
    "future": _until,
    "night": _span,
    "repeated": _days,
    "spike": _spike,
    "archived": _project,
    "billable": _project,
}
