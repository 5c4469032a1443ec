"""What the review as a PDF holds: cover, questions, how it was counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from string import ascii_uppercase
from typing import Final

from clockify_desktop.charts.chart import ChartContent, ChartHit
from clockify_desktop.domain.figure import Figure
from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.domain.showable import Showable, showable
from clockify_desktop.translation import tr_context

PEOPLE_A_PAGE: Final = 22
"""So many rows a page has at most."""
LETTERS: Final = 8
"""So many series of a picture have a letter, and a column, of their own."""
_UNLETTERED: Final = {
    LabelKind.OTHER: tr_context("column of a table", "Other"),
    LabelKind.WITHOUT: tr_context("column of a table", "None"),
}


def column_letters(columns: Sequence[Label]) -> tuple[Showable, ...]:
    """Give each series its letter, in order; what is hatched has a word."""
    alphabet = count()
    return tuple(
        showable(_UNLETTERED.get(one.kind) or _letter(next(alphabet)))
        for one in columns
    )


def _letter(place: int) -> str:
    rounds, at = divmod(place, len(ascii_uppercase))
    return ascii_uppercase[at] * (rounds + 1)


@dataclass(frozen=True, slots=True)
class DeckTable:
    """The numbers beside a picture.

    Args:
        titles: What stands above each column; the first one names the rows.
        trailing: Whether the texts of a column end where numbers end.
        rows: A text a column.
        marks: What each row is known by in the picture.
        total: A text a column, of one line or more; empty for none.
    """

    titles: tuple[Showable, ...]
    trailing: tuple[bool, ...]
    rows: tuple[tuple[Showable, ...], ...]
    marks: tuple[str, ...]
    total: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DeckQuestion:
    """A page of the review: picture and numbers."""

    key: str
    title: str
    sentence: str
    chart: ChartContent
    table: DeckTable

    def rows_by_chart(self) -> dict[int, int] | None:
        """Find the row of the table that each row of the picture shares.

        ``None`` where some row of the table has none.
        """
        places = {mark: at for at, mark in enumerate(self.table.marks)}
        found: dict[int, int] = {}
        for row in range(self.chart.rows):
            at = places.get(self.chart.label_marks(ChartHit(row))[0])
            if at is not None:
                found[row] = at
        return found if len({*found.values()}) == len(self.table.rows) else None


@dataclass(frozen=True, slots=True)
class DeckAnswer:
    """What the cover says of a page, and which one it is: empty for none."""

    key: str
    name: Showable
    said: Showable


@dataclass(frozen=True, slots=True)
class Deck:
    """All of it.

    Args:
        kind: What kind of review it is, such as ``Weekly review``.
        heading: Workspace and period, which the file is called as well.
        dates: The days in words.
        asked: What was asked, a name and its words each.
        verdict: Whether Clockify's own sum is the same.
        counted: How it was counted, a heading and sentences each.
        foot: What stands below every page, at the left.
        personal: That there is personal data in it; empty where there is none.
        note: A strip on the cover, such as that the data are invented; else empty.
    """

    kind: str
    heading: str
    dates: str
    figures: tuple[Figure, ...]
    answers: tuple[DeckAnswer, ...]
    asked: tuple[tuple[str, str], ...]
    verdict: str
    questions: tuple[DeckQuestion, ...]
    counted: tuple[tuple[str, tuple[str, ...]], ...]
    foot: str
    personal: str
    note: str = ""
