"""What the overview is asked to draw: a row a question, and what may be ticked off."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from clockify_desktop.charts.chart import ChartHit
from clockify_desktop.charts.small_content import SmallContent
from clockify_desktop.domain.showable import NOTHING, Showable, showable
from clockify_desktop.translation import tr_context, tr_plural

_SEEN: Final = tr_context("page", "looked at")
_NOT_SEEN: Final = tr_context("page", "not looked at yet")

BOX: Final = 1
"""The column of the box, and of the button, at the end of a row."""


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """One question.

    Args:
        page: The key of what it leads to.
        said: The page's own sentence, or why there is none.
        count: How many things are to do; 0 is not said.
        looked_at: ``None`` where there is nothing to tick off.
        button: What stands in place of picture and box, empty for nothing.
    """

    page: str
    name: Showable
    said: Showable
    count: int = 0
    small: SmallContent | None = None
    looked_at: bool | None = None
    button: Showable = NOTHING


@dataclass(frozen=True, eq=False)
class OverviewContent:
    """All rows, from the top.

    Args:
        keys: What keys do, where there is room below; empty for nothing.
    """

    title: str
    sentence: str
    questions: tuple[OverviewRow, ...]
    keys: Showable = NOTHING

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.questions)

    @cached_property
    def names(self) -> tuple[Showable, ...]:
        """The sentences, which name people and projects."""
        return tuple(one.said for one in self.questions)

    def tooltip(self, hit: ChartHit) -> Showable:
        """Say the whole row."""
        row = self.questions[hit.row]
        words = [
            row.name,
            tr_plural("{count} to do", "{count} to do", row.count) if row.count else "",
            row.said,
        ]
        if row.looked_at is not None:
            words.append(_SEEN if row.looked_at else _NOT_SEEN)
        return showable(" · ".join(word for word in (*words, row.button) if word))

    def label_marks(self, hit: ChartHit) -> tuple[str, str | None]:
        """Give the key of the row's page."""
        return self.questions[hit.row].page, None

    def leads_to(self, hit: ChartHit) -> str:
        """Tell the page of a row."""
        return self.questions[hit.row].page

    def ticks(self, hit: ChartHit) -> bool:
        """Tell whether a click there ticks the row off."""
        return hit.column == BOX and self.can_be_ticked(hit)

    def can_be_ticked(self, hit: ChartHit) -> bool:
        """Tell whether there is anything to look at."""
        return self.questions[hit.row].looked_at is not None
