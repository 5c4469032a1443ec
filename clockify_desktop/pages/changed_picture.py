"""The picture of "What changed": which rows have a bar, and what stands beside it."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.change_content import ChangeContent, ChangeKind
from clockify_desktop.domain.changes import Changes
from clockify_desktop.domain.durations import (
    SECONDS_AN_HOUR,
    DurationFormat,
    duration_text,
    signed_text,
)
from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.domain.largest import largest_and_other
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.matrix import Matrix
from clockify_desktop.domain.projection import ALL_TIME
from clockify_desktop.domain.showable import LONGEST_NAME, Showable, named, showable
from clockify_desktop.pages.changed_options import ChangedOptions, Order
from clockify_desktop.pages.changed_words import (
    GONE,
    NEW,
    ComparisonWords,
    mean_in_words,
    note_of,
)
from clockify_desktop.pages.chart_selection import ChartSelection
from clockify_desktop.translation import tr, tr_context

MOST_ROWS: Final = 40
"""With more rows those that hardly changed are drawn as one."""
_LITTLE_S: Final = SECONDS_AN_HOUR
_LEAST_FOLDED: Final = 2
# From here on hours have a figure more, rounded to the minute.
_MORE_FIGURES_S: Final = SECONDS_AN_HOUR * 10 ** np.arange(1, 9) - 30
_FOLDED: Final = Label("", "", kind=LabelKind.OTHER)


def order_of(changes: Changes, options: ChangedOptions) -> NDArray[np.intp]:
    """Order the rows: people by name, others by size or change, "without" last."""
    rows = np.arange(len(changes.keys))
    if options.by_name:
        return rows
    without = [key.label.kind is LabelKind.WITHOUT for key in changes.keys]
    by_size = np.stack([-changes.before_s, -changes.now_s, without])
    by_change = np.stack([-np.abs(changes.change_s), without])
    by_change_wanted = options.order is Order.CHANGE
    return np.lexsort(by_change if by_change_wanted else by_size).astype(np.intp)


def folded_of(changes: Changes) -> NDArray[np.bool_]:
    """Tell which rows are drawn as one; none where there is room for each."""
    little = np.abs(changes.change_s) < _LITTLE_S
    little &= ~(changes.is_new | changes.is_gone)
    if len(changes.keys) <= MOST_ROWS or little.sum() < _LEAST_FOLDED:
        return np.zeros(len(changes.keys), np.bool_)
    return little


@dataclass(frozen=True, slots=True, eq=False)
class PictureRows:
    """The rows of the picture.

    Args:
        rows: intp, those with a bar of their own, in their order.
        folded: intp, those that share the last one; perhaps none.
        order: intp, all of them, in their order.
    """

    rows: NDArray[np.intp]
    folded: NDArray[np.intp]
    order: NDArray[np.intp]

    def labels(self, changes: Changes, picture: ChangeContent) -> tuple[Label, ...]:
        """Name every row that can be selected, and the bar that several share."""
        own = tuple(changes.labels[row] for row in self.order.tolist())
        return (*own, *picture.labels[len(self.rows) :])

    def still_there(self, marks: frozenset[str], changes: Changes) -> frozenset[str]:
        """Drop what has no row any more."""
        there = {key.label.mark for key in changes.keys}
        return marks & (there | {_FOLDED.mark} if len(self.folded) else there)

    def marks_of(self, changes: Changes, selected: ChartSelection) -> frozenset[str]:
        """Put all that share a bar in the place of its mark."""
        marks = selected.rows
        if _FOLDED.mark in marks:
            shared = (changes.keys[row].label.mark for row in self.folded.tolist())
            marks = (marks - {_FOLDED.mark}) | frozenset(shared)
        return marks


def picture_rows(changes: Changes, options: ChangedOptions) -> PictureRows:
    """Choose the rows of the picture."""
    order, folded = order_of(changes, options), folded_of(changes)
    return PictureRows(order[~folded[order]], order[folded[order]], order)


def swatches_of(
    changes: Changes, level: Level
) -> tuple[tuple[Label, ...], tuple[int, ...]]:
    """Give the colours that "Where time went" has for the same time, and one a row.

    People have none.
    """
    if level is Level.USER or not changes.keys:
        return (), ()
    with_time = np.flatnonzero(changes.now_s)
    labels = tuple(changes.labels[row] for row in with_time.tolist())
    now = Matrix((ALL_TIME,), labels, changes.now_s[with_time].reshape(1, -1))
    series = largest_and_other(now, level).matrix.columns
    if not any(one.kind is LabelKind.OTHER for one in series):
        series = (*series, _FOLDED)
    places = {label.mark: place for place, label in enumerate(series)}
    rest = places[_FOLDED.mark]
    return series, tuple(places.get(one.mark, rest) for one in changes.labels)


def picture_of(
    changes: Changes,
    shown: PictureRows,
    options: ChangedOptions,
    words: ComparisonWords,
    durations: DurationFormat,
    *,
    title: str,
    sentence: str,
    selected: ChartSelection,
) -> ChangeContent:
    """Make the picture."""
    rows, series_and_places = shown.rows, swatches_of(changes, options.rows)
    series, places = series_and_places
    labels = [changes.labels[row] for row in rows.tolist()]
    change_s = changes.change_s[rows]
    away_s = (changes.now_s - changes.mean_s)[rows]
    has_mean = (changes.mean_of[rows] > 0) & (words.mean_of > 0)
    kinds = np.where(change_s < 0, ChangeKind.LESS, ChangeKind.MORE)
    kinds = np.where(changes.is_new[rows], ChangeKind.NEW, kinds)
    kinds = np.where(changes.is_gone[rows], ChangeKind.GONE, kinds)
    together = changes.take(shown.folded).total()
    swatches = [places[row] for row in rows.tolist()] if places else []
    if len(shown.folded):
        labels.append(_folded_label(options.rows, len(shown.folded), durations))
        change_s = np.append(change_s, together.change_s)
        away_s, has_mean = np.append(away_s, 0), np.append(has_mean, False)
        kinds = np.append(kinds, ChangeKind.TOGETHER)
        swatches += [len(series) - 1] if places else []

    def note(row: int) -> Showable:
        of_one = row < len(rows)
        told, at = (changes, int(rows[row])) if of_one else (together, 0)
        return showable(note_of(told, at, words, durations))

    def tip(row: int) -> Showable:
        name = named(labels[row].name, LONGEST_NAME)
        change = signed_text(int(change_s[row]), durations)
        mean = ""
        if row < len(rows):
            mean = mean_in_words(changes, int(rows[row]), words, durations)
        parts = (name, change, note(row), mean)
        return showable(" · ".join(part for part in parts if part))

    return ChangeContent(
        title=title,
        sentence=sentence,
        labels=tuple(labels),
        change_s=change_s,
        against_s=away_s,
        has_against=has_mean,
        kinds=kinds.astype(np.int64),
        note=note,
        longest_note=max(map(note, _widest_notes(changes, shown)), key=len),
        tip=tip,
        legend=_legend(words),
        series=series,
        swatches=swatches,
        dimmed=_dimmed(changes, shown, selected),
        durations=durations,
    )


def _legend(words: ComparisonWords) -> tuple[str, ...]:
    more = tr("more than {before}", before=words.than)
    less = tr_context("change of time", "less")
    return (more, less, NEW, GONE, "", words.against_mean)


def _folded_label(level: Level, count: int, durations: DurationFormat) -> Label:
    little = duration_text(_LITTLE_S, durations)
    name = tr(
        "{projects} with less than {time} of change",
        projects=level.counted(count),
        time=little,
    )
    return Label("", name, kind=LabelKind.OTHER)


def _widest_notes(changes: Changes, shown: PictureRows) -> list[int]:
    """Find the rows of the picture one of which has the widest note.

    Hundreds need not be written for that: those of a kind differ by their figures.
    """
    rows = shown.rows
    gone, new = changes.is_gone[rows], changes.is_new[rows]
    before_s, now_s = changes.before_s[rows], changes.now_s[rows]
    nothing = ~gone & ~new & (before_s == 0) & (now_s != 0)
    figures = sum(
        np.searchsorted(_MORE_FIGURES_S, one, side="right") for one in (before_s, now_s)
    )
    found = [
        int(np.where(kind, figures, -1).argmax())
        for kind in (gone, new, nothing, ~(gone | new | nothing))
        if kind.any()
    ]
    return [*found, len(rows)] if len(shown.folded) else found


def _dimmed(
    changes: Changes, shown: PictureRows, selected: ChartSelection
) -> NDArray[np.bool_] | None:
    if not selected:
        return None
    marks = shown.marks_of(changes, selected)
    chosen = np.fromiter((key.label.mark in marks for key in changes.keys), np.bool_)
    # What shares a bar stands out with any of the others.
    shared = [chosen[shown.folded].any()] if len(shown.folded) else []
    return ~np.array([*chosen[shown.rows], *shared], np.bool_)
