"""Rows of a picker's list, and which of them a search finds. No Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from clockify_desktop.domain.normal_form import searchable
from clockify_desktop.domain.showable import (
    LONGEST_NAME,
    NOTHING,
    Showable,
    named,
    showable,
)
from clockify_desktop.translation import tr
from clockify_desktop.viewmodels.choice import PickedId


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list.

    Checking it chooses ``ids``; a heading without a box has none. A search looks in
    ``words``, as ``normal_form.searchable`` makes them. The swatch is a project's
    ``#RRGGBB``. A heading goes with the rows that follow, indented where it can be
    checked. ``current`` is the one that is chosen, where only one can be.
    """

    text: Showable
    ids: frozenset[PickedId] = frozenset()
    remark: Showable = NOTHING
    words: str = ""
    swatch: str | None = None
    heading: bool = False
    indented: bool = False
    current: bool = False

    @property
    def spoken(self) -> Showable:
        """The row as a screen reader says it."""
        chosen = tr("chosen") if self.current else ""
        said = named(self.text, LONGEST_NAME), self.remark, chosen
        return showable(", ".join(one for one in said if one))


def found(rows: Sequence[Row], search: str) -> tuple[Row, ...]:
    """Find the rows that hold every word of a search, and their headings.

    A heading stands before what it heads; its box stands for what is found under it.
    """
    words = searchable(search).split()
    listed: list[Row] = []
    heading: Row | None = None
    below: list[Row] = []
    for row in rows:
        if row.heading:
            listed += _headed(heading, below)
            heading, below = row, []
        elif all(word in row.words for word in words):
            below.append(row)
    return (*listed, *_headed(heading, below))


def _headed(heading: Row | None, below: list[Row]) -> list[Row]:
    if heading is None or not below:
        return below
    if not heading.ids:
        return [heading, *below]
    return [replace(heading, ids=ids_of(below)), *below]


def ids_of(rows: Iterable[Row]) -> frozenset[PickedId]:
    """Collect what rows stand for."""
    return frozenset[PickedId]().union(*(row.ids for row in rows))
