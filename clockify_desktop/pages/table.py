"""The table of a page by its columns: sorted, filtered and copied without Qt."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import cached_property, partial
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.label import Label
from clockify_desktop.domain.normal_form import searchable, sorting_key
from clockify_desktop.domain.showable import NOTHING, Showable
from clockify_desktop.domain.spreadsheet_text import defused
from clockify_desktop.pages.copied_table import CopiedTable

Positions = NDArray[np.intp]
Truths = NDArray[np.bool_]
Numbers = NDArray[np.int64] | NDArray[np.float64]

LineKey = tuple[int, int | None]
"""The position of a row, and that of one of its parts, ``None`` for the row itself."""


class ColumnKind(Enum):
    """What a column holds."""

    NAME = auto()
    """What a line is called. Takes the width that the other columns leave."""
    WORDS = auto()
    """Other words."""
    NUMBER = auto()
    """Numbers, durations, days. Copied without a guard against formulas."""


class Alignment(Enum):
    """The side on which the text of a column stands."""

    LEADING = auto()
    """Where one begins to read; what does not fit is cut with an ellipsis."""
    TRAILING = auto()


class Words:
    """Texts ready to be sorted and looked into, in their normal form.

    Args:
        at: intp, a place in ``texts`` for each position of a table, where many lines
            have the same few words; ``None`` where each line has its own text.
    """

    def __init__(self, texts: Iterable[str], at: Positions | None = None) -> None:
        self._texts = list(texts)
        self._at = at

    @cached_property
    def _keys(self) -> list[str]:
        return list(map(sorting_key, self._texts))

    @cached_property
    def _searchable(self) -> list[str]:
        return list(map(searchable, self._texts))

    def sorted(self, positions: Positions) -> Positions:
        """Sort lines; of equal words the one that stood first stays first."""
        if self._at is None:
            by_text = sorted(positions.tolist(), key=self._keys.__getitem__)
            return np.array(by_text, np.intp)
        ranks = {text: rank for rank, text in enumerate(sorted(set(self._keys)))}
        rank = np.array([ranks[text] for text in self._keys], np.intp)
        return positions[np.argsort(rank[self._at[positions]], kind="stable")]

    def holding(self, wanted: str) -> Truths:
        """Tell for each position whether a ``searchable`` text is part of its words."""
        truths = np.fromiter((wanted in text for text in self._searchable), np.bool_)
        return truths if self._at is None else truths[self._at]


@dataclass(frozen=True, eq=False)
class Column:
    """What stands in a column, for every line at its position.

    Args:
        alignment: Of title, texts and total.
        sort_key: Gives a number for each position, or its words, which the filter
            looks into as well; called when first needed.
        text: Writes one cell; called for lines in view only.
        copy_text: What the clipboard gets; ``None`` for ``text``.
        quiet: Whether it stands back in colour.
        least_px: Its least width; it is never narrower than its total.
        hint: More of its title, shown over it.
    """

    title: str
    kind: ColumnKind
    alignment: Alignment
    sort_key: Callable[[], Numbers | Words]
    text: Callable[[int], Showable]
    copy_text: Callable[[int], str] | None = None
    quiet: bool = False
    least_px: int = 0
    hint: str = ""

    def copied(self, position: int) -> str:
        """Write a cell for a spreadsheet."""
        text = (self.copy_text or self.text)(position)
        return text if self.kind is ColumnKind.NUMBER else defused(text)

    @cached_property
    def keys(self) -> Numbers | Words:
        """The sort keys, made at the first need."""
        return self.sort_key()


@dataclass(frozen=True, eq=False, kw_only=True)
class TableLines:
    """Lines under the same columns, known by their positions in whatever order.

    Args:
        columns: From the leading side on.
        positions: The lines that there are, in the order of the picture.
        is_last: A truth a position: whether it stays behind the others however they
            are sorted; ``None`` where none does.
        swatch: Gives for a position that in ``series`` whose colour stands before its
            first cell; ``None`` for no colours.
        within: Lines that one of the positions stands for, such as the projects of
            "Other"; they are there where somebody looks for them.
    """

    columns: tuple[Column, ...]
    positions: Positions
    is_last: Truths | None = None
    within: Positions | None = None
    swatch: Callable[[int], int] | None = None
    # The lines by each column of words that they were sorted by.
    _by_words: dict[int, Positions] = field(default_factory=dict, init=False)

    def arranged(
        self, by: int | None = None, *, falling: bool = False, words: str = ""
    ) -> Positions:
        """Sort, by ``None`` as in the picture, and keep what holds some text."""
        wanted = searchable(words)
        if wanted and self.within is not None:
            every = np.concatenate([self.positions, self.within])
            opened = replace(self, positions=every, within=None)
            return opened.arranged(by, falling=falling, words=words)
        found = self._sorted(by, falling=falling)
        if wanted:
            found = found[self.holding(wanted)[found]]
        if self.is_last is None:
            return found
        last = self.is_last[found]
        return np.concatenate([found[~last], found[last]]) if last.any() else found

    def holding(self, wanted: str) -> Truths:
        """Tell for each position whether a ``searchable`` text is found there."""
        return self.saying(wanted)

    def saying(self, wanted: str) -> Truths:
        """Tell for each position whether its own words hold a ``searchable`` text."""
        words = (one.keys for one in self.columns if isinstance(one.keys, Words))
        truths = [one.holding(wanted) for one in words]
        # Positions may be fewer than there are numbers of lines.
        count = int(self.positions.max(initial=-1)) + 1
        none = np.zeros(count, np.bool_)
        found: Truths = np.logical_or.reduce([one[:count] for one in truths] or [none])
        return found

    def texts(self, position: int) -> tuple[Showable, ...]:
        """Write a line, a text a column."""
        return tuple([column.text(position) for column in self.columns])

    def _sorted(self, by: int | None, *, falling: bool) -> Positions:
        # It may be a column of the table that was here before.
        if by is None or by >= len(self.columns):
            return self.positions
        keys = self.columns[by].keys
        if isinstance(keys, Words):
            if by not in self._by_words:
                self._by_words[by] = keys.sorted(self.positions)
            return self._by_words[by][::-1] if falling else self._by_words[by]
        own = keys[self.positions]
        order = np.argsort(-own if falling else own, kind="stable")
        return self.positions[order]


def _no_parts(row: int) -> TableLines:
    raise LookupError(row)


@dataclass(frozen=True, eq=False, kw_only=True)
class TableContent(TableLines):
    """All rows of a table, flat or opening into parts, and their total.

    Args:
        total: A text a column, for all rows together, of as many lines as it takes.
        mark: Names a row so that it is found again in another content.
        part_mark: Names a part of any row in the same way.
        selects: Whether a line that is chosen here is selected in the picture, too.
        opens: A truth a position: whether a row has parts; ``None`` for a flat table.
        parts: Gives the parts of a row that opens; they have as many columns.
        parts_holding: Tells for each position whether a ``searchable`` text is found
            in its parts; ``None`` for a flat table.
        series: What the picture has colours for.
        remark: A sentence on its figures, empty where there is nothing to say.
    """

    total: tuple[str, ...]
    mark: Callable[[int], str]
    part_mark: Callable[[int], str | None] = lambda _: None
    selects: bool = False
    opens: Truths | None = None
    parts: Callable[[int], TableLines] = _no_parts
    parts_holding: Callable[[str], Truths] | None = None
    series: tuple[Label, ...] = ()
    remark: str = ""

    def without_lines(self) -> "TableContent":
        """Keep the heads of the columns, and nothing that stands below."""
        return replace(
            self,
            positions=self.positions[:0],
            is_last=None,
            opens=None,
            total=("",) * len(self.columns),
            remark="",
        )

    def holding(self, wanted: str) -> Truths:
        """Find a text in the parts of a row, too."""
        own = self.saying(wanted)
        if self.parts_holding is None:
            return own
        return own | self.parts_holding(wanted)[: len(own)]

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """What stands above the columns."""
        return tuple(column.title for column in self.columns)

    @cached_property
    def layout(self) -> list[tuple[ColumnKind, Alignment]]:
        """What is the same in tables that a view need not lay out anew."""
        return [(column.kind, column.alignment) for column in self.columns]

    def has_parts(self, row: int) -> bool:
        """Tell whether a row opens."""
        return self.opens is not None and bool(self.opens[row])

    def rows_of(self, marks: Iterable[str]) -> list[int]:
        """Find the rows with these marks, of those that are still there."""
        # Without marks the rows are not even named.
        found = (self._row_of_mark.get(mark) for mark in set(marks))
        return sorted(row for row in found if row is not None)

    def tab_separated(self, keys: Sequence[LineKey], *, heads: bool = True) -> str:
        """Write lines for a spreadsheet under their heads."""
        return self.copy_of(keys).tab_separated(heads=heads)

    def copy_of(self, keys: Sequence[LineKey]) -> CopiedTable:
        """Put lines together for the clipboard, with the numbers as shown.

        Where there are parts, they have a column of their own behind that of their row.
        """
        opened = [row for row, part in keys if part is not None]
        heads = list(self.columns)
        if opened:
            heads.insert(1, self.parts(opened[0]).columns[0])
        lines = []
        for row, part in keys:
            cells = [column.copied(row) for column in self.columns]
            if part is not None:
                columns = self.parts(row).columns
                cells[1:] = [column.copied(part) for column in columns]
            elif opened:
                cells.insert(1, "")
            lines.append(cells)
        return CopiedTable(
            titles=tuple(head.title for head in heads),
            to_the_right=tuple(head.alignment is Alignment.TRAILING for head in heads),
            lines=lines,
        )

    @cached_property
    def _row_of_mark(self) -> dict[str, int]:
        return {self.mark(row): row for row in self.positions.tolist()}


EMPTY_TABLE: Final = TableContent(
    columns=(
        Column(
            "",
            ColumnKind.NAME,
            Alignment.LEADING,
            partial(Words, ()),
            lambda _: NOTHING,
        ),
    ),
    positions=np.zeros(0, np.intp),
    total=("",),
    mark=str,
)
"""What a view holds before it was given a table."""
