"""What may be asked of each time entry, each question a rule with what it means.

A rule finds entries and says nothing of people: nobody is counted or ranked by it.
Those that watch when and how evenly somebody works are off until they are switched on.

A break, a holiday and time off are no work. They need no project and no description,
may be short, and lie in the future where they are planned; Clockify makes entries for
leave by itself, which overlap with whatever was worked on that day.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from clockify_desktop.domain.durations import SECONDS_AN_HOUR
from clockify_desktop.domain.entry_findings import (
    Checked,
    Findings,
    FoundByRules,
    Truths,
    found_where,
    put_together,
)
from clockify_desktop.domain.entry_habits import (
    at_night_or_on_days_off,
    repeated,
    unlike_before,
)
from clockify_desktop.domain.entry_overlaps import overlapping
from clockify_desktop.translation import tr, tr_plural

_MINUTE_S: Final = 60
# The clocks of a computer and of Clockify are rarely further apart.
_AHEAD_S: Final = 5 * _MINUTE_S


Words = str | Callable[[int], str]
"""What is said, or what says it with a limit."""


@dataclass(frozen=True, slots=True)
class Limit:
    """The number that a rule is tuned by, and those that a menu offers.

    Args:
        words: What a menu says of one of them.
    """

    usual: int
    choices: tuple[int, ...]
    words: Words


@dataclass(frozen=True, slots=True)
class Rule:
    """One question.

    Args:
        title: What it is called.
        meaning: What it finds, for whoever switches it on.
        find: Asks it with some limit, 0 for a rule that has none.
        on: Whether it is asked unless somebody says otherwise.
        needs_earlier: Whether it looks at the weeks before.
    """

    key: str
    title: Words
    meaning: Words
    find: Callable[[Checked, int], Findings]
    on: bool = True
    limit: Limit | None = None
    needs_earlier: bool = False

    def titled(self, limit: int) -> str:
        """Name the rule with a limit."""
        return _said(self.title, limit)

    def meant(self, limit: int) -> str:
        """Say what the rule finds with a limit."""
        return _said(self.meaning, limit)

    def bounded(self, limit: int) -> str:
        """Say what a limit of it means, empty for a rule without one."""
        return _said(self.limit.words, limit) if self.limit else ""


def _said(words: Words, limit: int) -> str:
    return words if isinstance(words, str) else words(limit)


def _no_project(checked: Checked, _: int) -> Findings:
    entries = checked.entries
    return found_where(entries.without_project & entries.is_work)


def _no_description(checked: Checked, _: int) -> Findings:
    entries = checked.entries
    texts = entries.descriptions
    blank = np.fromiter(map(str.isspace, texts), np.bool_, len(texts))
    if "" in texts:
        blank[texts.index("")] = True
    return found_where(blank[entries.description] & entries.is_work)


def _long(checked: Checked, hours: int) -> Findings:
    entries = checked.entries
    # A break may have been forgotten as well; leave of several days is one entry.
    may_be = entries.is_work | (_of_kind(checked, "BREAK"))
    return found_where((entries.seconds > hours * SECONDS_AN_HOUR) & may_be)


def _short(checked: Checked, seconds: int) -> Findings:
    entries = checked.entries
    short = (entries.seconds < seconds) & ~entries.running
    return found_where(short & entries.is_work)


def _running(checked: Checked, hours: int) -> Findings:
    entries = checked.entries
    begun = entries.start_s <= checked.now_s - hours * SECONDS_AN_HOUR
    return found_where(entries.running & begun)


def _in_the_future(checked: Checked, _: int) -> Findings:
    entries = checked.entries
    return found_where((entries.end_s > checked.now_s + _AHEAD_S) & entries.is_work)


def _on_an_archived_project(checked: Checked, _: int) -> Findings:
    entries = checked.entries
    archived = [project.archived for project in entries.projects]
    return found_where(np.array(archived, np.bool_)[entries.project] & entries.is_work)


def _billable_on_another(checked: Checked, _: int) -> Findings:
    entries = checked.entries
    # Of a project that is in no list it is not known.
    other = [
        project.id in checked.known_projects and not project.billable
        for project in entries.projects
    ]
    of_another = np.array(other, np.bool_)[entries.project] & ~entries.without_project
    return found_where(entries.billable & of_another & entries.is_work)


def _of_kind(checked: Checked, kind: str) -> Truths:
    entries = checked.entries
    return np.array([one == kind for one in entries.kinds], np.bool_)[entries.kind]


def _longer(hours: int) -> str:
    return tr("Longer than {hours} h", hours=hours)


def _shorter(seconds: int) -> str:
    return tr("Shorter than {seconds} s", seconds=seconds)


RULES: Final = (
    Rule("no-project", tr("No project"), tr("work without a project"), _no_project),
    Rule(
        "no-description",
        tr("No description"),
        tr("work that does not say what was done"),
        _no_description,
    ),
    Rule(
        "overlapping",
        tr("Overlaps"),
        tr("two entries of a person at once, on whatever projects; touching is none"),
        overlapping,
        limit=Limit(
            0,
            (0, 1, 5, 15),
            lambda limit: tr("Overlaps of more than {minutes} min", minutes=limit),
        ),
    ),
    Rule(
        "long",
        _longer,
        tr("work or a break in one entry"),
        _long,
        limit=Limit(10, (6, 8, 9, 10, 12, 14), _longer),
    ),
    Rule(
        "short",
        _shorter,
        tr("work that may have been begun by mistake"),
        _short,
        limit=Limit(60, (10, 60, 120, 300), _shorter),
    ),
    Rule(
        "running",
        tr("Still running"),
        tr("an entry without an end"),
        _running,
        limit=Limit(
            0,
            (0, 4, 10, 24),
            lambda limit: tr("Running for {hours} h or longer", hours=limit),
        ),
    ),
    Rule(
        "future",
        tr("In the future"),
        tr("work that ends after it was read"),
        _in_the_future,
    ),
    Rule(
        "night",
        tr("Night or day off"),
        lambda limit: tr(
            "work from {hour}:00 to 6:00 or at a weekend, by the person's own clock;"
            " watches when people work",
            hour=limit,
        ),
        at_night_or_on_days_off,
        on=False,
        limit=Limit(
            22,
            (20, 21, 22, 23),
            lambda limit: tr("Night from {hour}:00", hour=limit),
        ),
    ),
    Rule(
        "repeated",
        tr("Same block repeated"),
        lambda limit: tr_plural(
            "the same work at the same time on {count} day; watches how evenly people"
            " log",
            "the same work at the same time on {count} days; watches how evenly people"
            " log",
            limit,
        ),
        repeated,
        on=False,
        limit=Limit(
            4,
            (3, 4, 5, 10),
            lambda limit: tr_plural(
                "Repeated on {count} day or more",
                "Repeated on {count} days or more",
                limit,
            ),
        ),
    ),
    Rule(
        "spike",
        tr("Spike"),
        lambda limit: tr(
            "a day above {percent} % of the person's own median of eight weeks; watches"
            " how long people work",
            percent=limit,
        ),
        unlike_before,
        on=False,
        limit=Limit(
            150,
            (130, 150, 200, 300),
            lambda limit: tr("Spikes of more than {percent} %", percent=limit),
        ),
        needs_earlier=True,
    ),
    Rule(
        "archived",
        tr("Archived project"),
        tr("work on a project that is archived by now"),
        _on_an_archived_project,
        on=False,
    ),
    Rule(
        "billable",
        tr("Billable, project is not"),
        tr("billable work on a project that is not billable"),
        _billable_on_another,
        on=False,
    ),
)
"""All rules, in the order in which they are named."""


def found_by(
    rules: Iterable[Rule], checked: Checked, limits: Mapping[str, int]
) -> FoundByRules:
    """Ask rules.

    Args:
        limits: By the keys of rules, where they are not as usual.
    """
    return put_together([rule.find(checked, limit_of(rule, limits)) for rule in rules])


def limit_of(rule: Rule, limits: Mapping[str, int]) -> int:
    """Tell the limit of a rule, 0 where it has none."""
    return limits.get(rule.key, rule.limit.usual) if rule.limit else 0
