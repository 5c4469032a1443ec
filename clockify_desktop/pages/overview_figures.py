"""The table "In figures" of the overview: numbers of the other pages side by side."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

import numpy as np

from clockify_desktop.domain.durations import duration_text, share_text
from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.number_words import decimals_in_words
from clockify_desktop.domain.showable import Showable, showable
from clockify_desktop.pages.capacity_content import HoursAndCapacityContent
from clockify_desktop.pages.changed import ChangedContent
from clockify_desktop.pages.overview_before import (
    Before,
    beside,
    facts_of,
    shares,
)
from clockify_desktop.pages.page import PageContent
from clockify_desktop.pages.table import (
    Alignment,
    Column,
    ColumnKind,
    TableContent,
    Words,
)
from clockify_desktop.pages.to_check import CheckContent
from clockify_desktop.pages.where import WhereContent
from clockify_desktop.pages.who_logged_content import WhoLoggedContent
from clockify_desktop.translation import tr, tr_context

_NUMBER_PX: Final = 88


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure of the period, of the one before and the mean; empty for not known."""

    name: str
    this: str
    before: str = ""
    mean: str = ""
    is_first: bool = False

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """All of it, from the left."""
        return self.name, self.this, self.before, self.mean


def figure_lines(
    contents: Iterable[PageContent], before: Before
) -> tuple[FigureLine, ...]:
    """List what is known, the hours first, then in the order of the pages."""
    lines = [line for content in contents for line in _of(content, before)]
    return tuple(sorted(lines, key=lambda line: not line.is_first))


def _of(content: PageContent, before: Before) -> Iterator[FigureLine]:
    text = partial(duration_text, durations=content.view.durations)
    match content:
        case WhoLoggedContent(grid=grid) if content.count is not None:
            busy = int(grid.seconds.any(axis=1).sum())
            tens = before.told(content.narrowed, _tens_of_people)
            yield FigureLine(tr("People with time"), str(busy), *beside(tens, _tenths))
            yield FigureLine(tr("Missing days"), str(int(grid.is_missing().sum())))
        case HoursAndCapacityContent(counts=counts) if not counts.is_loading:
            if counts.expected_s > 0:
                capacity = text(counts.expected_s)
                expected = before.capacity_s
                yield FigureLine(
                    tr_context("column of a table", "Capacity"),
                    capacity,
                    *beside(expected, text),
                )
                share = share_text(counts.hours_s, counts.expected_s)
                theirs = shares(before.hours_s, expected)
                yield FigureLine(tr("of capacity"), share, *theirs)
            yield FigureLine(tr("Short of capacity"), str(counts.short))
            yield FigureLine(tr("Over capacity"), str(counts.over))
        case WhereContent(report=report) if report is not None:
            # A share of billable time says nothing.
            looked_at = replace(content.narrowed, billable=None)
            facts = facts_of(report, looked_at)
            billable_s = _billable_s(facts)
            if billable_s is not None and facts.total_s > 0:
                parts = before.told(looked_at, _billable_s)
                wholes = before.told(looked_at, _total_s)
                yield FigureLine(
                    tr_context("time", "Billable"),
                    text(billable_s),
                    *beside(parts, text),
                )
                share = share_text(billable_s, facts.total_s)
                yield FigureLine(tr("Billable share"), share, *shares(parts, wholes))
        case ChangedContent(comparison=comparison) if not content.nothing:
            total = content.changes.total()
            mean = comparison.mean_of
            yield FigureLine(
                tr("Hours of the same days")
                if content.running
                else tr_context("column of a table", "Hours"),
                text(int(total.now_s[0])),
                text(int(total.before_s[0])),
                text(int(total.mean_s[0])) if mean else "",
                is_first=True,
            )
        case CheckContent():
            yield FigureLine(tr("Entries to check"), str(content.count or 0))
        case _:
            pass


def _billable_s(facts: Facts) -> int | None:
    seconds = facts.billable_seconds
    return None if seconds is None else int(seconds.sum())


def _total_s(facts: Facts) -> int:
    return facts.total_s


def _tens_of_people(facts: Facts) -> int:
    return 10 * len(np.unique(facts.user[facts.seconds > 0]))


def _tenths(count: int) -> str:
    return decimals_in_words(f"{count // 10}.{count % 10}".removesuffix(".0"))


def figures_table(lines: tuple[FigureLine, ...], before: Before) -> TableContent:
    """Set the figures as a table without a total."""
    titles = (
        tr_context("column of a table", "Figure"),
        tr_context("column of a table", "This"),
        tr_context("column of a table", "Before"),
        tr("Mean of {count}", count=before.mean_of),
    )
    cells = [tuple(map(showable, line.cells)) for line in lines]
    return TableContent(
        columns=tuple(_column(at, title, cells) for at, title in enumerate(titles)),
        positions=np.arange(len(lines)),
        total=("",) * len(titles),
        mark=lambda row: f"figure:{lines[row].name}",
        remark=before.remark,
    )


def _column(at: int, title: str, cells: list[tuple[Showable, ...]]) -> Column:
    return Column(
        title,
        ColumnKind.NUMBER if at else ColumnKind.NAME,
        Alignment.TRAILING if at else Alignment.LEADING,
        partial(Words, [row[at] for row in cells]),
        lambda row: cells[row][at],
        # No total tells how wide numbers are.
        least_px=_NUMBER_PX if at else 0,
    )
