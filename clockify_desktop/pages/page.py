"""What a page of the review is: what it needs to know, and what it shows of that.

A page is a value without Qt. The window shows whatever the registry lists and knows no
page by name; ``report`` of the command line draws the registry's ``GROUPED``.
"""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, Protocol

from clockify_desktop.charts.chart import ChartContent
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.needs import Need
from clockify_desktop.domain.period_words import period_in_words
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.selection import Selection
from clockify_desktop.domain.showable import named
from clockify_desktop.domain.table import Table
from clockify_desktop.pages.chart_selection import (
    NO_SELECTION,
    ChartSelection,
    SelectionChip,
)
from clockify_desktop.pages.table import TableContent

Answers = Mapping[Need, Any]
"""The answers that are here, by need; each is of the type that its need says."""


@dataclass(frozen=True, slots=True)
class Control:
    """One choice that the head of a page offers: keys and words.

    Args:
        words: What its button says; the chosen words where empty.
        side_by_side: All choices are seen at once, else in a menu.
    """

    key: str
    title: str
    choices: tuple[tuple[str, str], ...]
    chosen: str
    words: str = ""
    side_by_side: bool = False


@dataclass(frozen=True, slots=True)
class ViewOptions:
    """How a person looks at a page; what is missing in the choices is as usual."""

    choices: Mapping[str, str] = field(default_factory=dict)
    durations: DurationFormat = DurationFormat.MINUTES
    selected: ChartSelection = NO_SELECTION
    people_without_time: bool = True


@dataclass(frozen=True, slots=True)
class Alternative:
    """The other way of looking that one key turns to, such as ``Show by project``."""

    words: str
    view: ViewOptions


@dataclass(frozen=True, eq=False, kw_only=True)
class PageContent:
    """What a page shows; window, files and figures read the same value.

    Args:
        what: What a file of it holds, such as ``people by project``.
        narrowed: Pickers and what is selected as one selection; what a file holds.
        fetched_at: When the numbers came, aware.
        count: How many things are to do, ``None`` where the page counts none.
        running: Whether the period was not over when it was asked for.
    """

    title: str
    query: ReportQuery
    view: ViewOptions
    sentence: str
    chart: ChartContent
    what: str
    narrowed: Selection
    fetched_at: datetime
    chips: tuple[SelectionChip, ...] = ()
    count: int | None = None
    running: bool = False

    @cached_property
    @abstractmethod
    def table(self) -> TableContent:
        """What stands beside the picture; worked out when somebody looks at it."""

    @cached_property
    @abstractmethod
    def file(self) -> Table:
        """The rows of a file; worked out when somebody wants one."""

    @abstractmethod
    def narrowed_to(self, mark: str) -> Selection:
        """Narrow what is shown to one row, by its mark."""

    @property
    def picture(self) -> ChartContent:
        """The picture as a file shows it."""
        return self.chart

    @property
    def is_empty(self) -> bool:
        """Whether the picture has no rows."""
        return not self.chart.rows


def heading(title: str, query: ReportQuery, *, running: bool = False) -> str:
    """Say what a picture is where no window around it does."""
    period = period_in_words(
        query.period, query.week_start, query.time_zone, running=running
    )
    return f"{title} · {named(query.workspace.name)} · {period}"


class Page(Protocol):
    """A page of the review. Its methods are pure and quick."""

    @property
    def key(self) -> str:
        """By which it is chosen and its options are kept."""

    @property
    def title(self) -> str:
        """What people read, everywhere the same."""

    def needs(self, query: ReportQuery) -> tuple[Need, ...]:
        """List what has to be known, what is drawn from first."""

    def content(
        self,
        answers: Answers,
        query: ReportQuery,
        selection: Selection,
        view: ViewOptions,
    ) -> PageContent | None:
        """Work out what is shown; ``None`` where what is needed first is not here."""

    def controls(self, view: ViewOptions) -> tuple[Control, ...]:
        """List what its head offers."""

    def choose(self, view: ViewOptions, control: str, choice: str) -> ViewOptions:
        """Follow a choice in one of its controls; others may have to follow."""

    def alternative(self, view: ViewOptions) -> Alternative | None:
        """Tell what Ctrl+T turns to, ``None`` where the page has one way only."""
