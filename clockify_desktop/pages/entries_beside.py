"""The entries behind a part of a page beside those that it is compared with."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property

import numpy as np

from clockify_desktop.charts.chart import ChartHit
from clockify_desktop.charts.two_lists_content import (
    BLANK,
    LEFT,
    RIGHT,
    TwoListsContent,
    in_order,
)
from clockify_desktop.domain.durations import duration_text
from clockify_desktop.domain.file_table import FileTable
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.period_words import dates_in_words
from clockify_desktop.domain.selection import Selection
from clockify_desktop.pages.copied_table import CopiedTable
from clockify_desktop.pages.entries_list import EntriesContent
from clockify_desktop.pages.entry_sheet import EntrySheet
from clockify_desktop.pages.page import ComparedPart
from clockify_desktop.pages.to_check_table import entries_in_words
from clockify_desktop.translation import tr, tr_plural


@dataclass(frozen=True, eq=False, kw_only=True)
class TwoEntriesContent(EntriesContent):
    """Two lists, worked out: it is the left one, with the right one beside it.

    Args:
        before: The right one.
        places: Where in the picture the rows of each stand.
    """

    before: EntriesContent
    places: tuple[Mapping[int, int], Mapping[int, int]]

    @cached_property
    def file(self) -> FileTable:
        """A row an entry, those of the right list behind the others."""
        left, right = super().file, self.before.file
        return FileTable(left.columns, [*left.rows, *right.rows])

    @property
    def copied(self) -> CopiedTable:
        """Both lists for the clipboard, each as it stands."""
        return super().copied.above(self.before.copied)

    @property
    def first_mark(self) -> str:
        """The mark of the first entry, of the right list where that is all."""
        return super().first_mark or self.before.first_mark

    def place_of(self, mark: str) -> ChartHit | None:
        """Find an entry in one of the lists."""
        for column, found in (
            (LEFT, super().place_of(mark)),
            (RIGHT, self.before.place_of(mark)),
        ):
            if found is not None:
                return ChartHit(self.places[column][found.row], column)
        return None

    def sheet_of(self, mark: str) -> EntrySheet:
        """Tell everything about one entry of either list."""
        if self._is_before(mark):
            return self.before.sheet_of(mark)
        return super().sheet_of(mark)

    def question_about(self, mark: str) -> str:
        """Begin a question to whoever logged an entry of either list."""
        if self._is_before(mark):
            return self.before.question_about(mark)
        return super().question_about(mark)

    def narrowed_to(self, mark: str) -> Selection:
        """Narrow to the person and the day of an entry of either list."""
        if self._is_before(mark):
            return self.before.narrowed_to(mark)
        return super().narrowed_to(mark)

    def _is_before(self, mark: str) -> bool:
        place = self.place_of(mark)
        return place is not None and place.column != LEFT


def beside(
    content: EntriesContent, before: EntriesContent, part: ComparedPart
) -> TwoEntriesContent:
    """Put two lists side by side, the same day of each at the same height."""
    sides, days = (content, before), (part.than, part.days)
    orders = _lined_up(content, before, part)
    left, right = (
        replace(in_order(one.own_list, order), title=_head(one, its))
        for one, order, its in zip(sides, orders, days, strict=True)
    )
    said = " ".join(
        tr("{dates}: {sentence}", dates=dates_in_words(its), sentence=_said(one))
        for one, its in zip(sides, days, strict=True)
    )
    known = {one.name: getattr(content, one.name) for one in fields(EntriesContent)}
    return TwoEntriesContent(
        **{
            **known,
            "sentence": said,
            "chart": TwoListsContent(content.chart.title, said, (left, right)),
            "lacking": (*content.lacking, *before.lacking),
            "before": before,
            "places": tuple({row: at for at, row in enumerate(one)} for one in orders),
        }
    )


def _lined_up(
    content: EntriesContent, before: EntriesContent, part: ComparedPart
) -> tuple[list[int], list[int]]:
    """Give the rows of both lists in order, ``BLANK`` where the other one has more."""
    blocks = [
        {
            day - days.start.toordinal(): np.flatnonzero(one.rows.day == day).tolist()
            for day in np.unique(one.rows.day).tolist()
        }
        for one, days in ((content, part.than), (before, part.days))
    ]
    orders: tuple[list[int], list[int]] = [], []
    for day in sorted(blocks[LEFT].keys() | blocks[RIGHT].keys()):
        of_day = [block.get(day, []) for block in blocks]
        height = max(map(len, of_day))
        for order, rows in zip(orders, of_day, strict=True):
            order.extend((*rows, *[BLANK] * (height - len(rows))))
    return orders


def _listed_s(content: EntriesContent) -> int:
    return int(content.rows.entries.seconds[content.rows.shown].sum())


def _head(content: EntriesContent, days: Period) -> str:
    time = duration_text(_listed_s(content), content.view.durations)
    return f"{dates_in_words(days)} · {time}"


def _said(content: EntriesContent) -> str:
    count, days = len(content.rows.shown), len(content.rows.sums_s)
    on_days = tr_plural("{count} day", "{count} days", days)
    time = duration_text(_listed_s(content), content.view.durations)
    return tr(
        "{entries} on {days}, {time}.",
        entries=entries_in_words(count),
        days=on_days,
        time=time,
    )
