"""The picture of "Projects": a row each, and of open ones their members."""

from collections.abc import Iterator
from dataclasses import replace
from math import nan
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.charts.projects_content import (
    ProjectRow,
    ProjectsContent,
    RowKind,
)
from clockify_desktop.domain.directory import Person
from clockify_desktop.domain.durations import DurationFormat, duration_text
from clockify_desktop.domain.keys import labels_told_apart, person_key
from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.domain.largest import largest_and_other
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.matrix import Matrix
from clockify_desktop.domain.projection import ALL_TIME
from clockify_desktop.domain.showable import (
    LONGEST_NAME,
    named,
    showable,
    showable_name,
)
from clockify_desktop.pages.project_rows import ProjectHours
from clockify_desktop.pages.projects_options import Order, ProjectsOptions
from clockify_desktop.pages.projects_words import (
    members_in_words,
    period_in_legend,
    rest_in_legend,
    words_behind_bar,
    words_in_place_of_bar,
)
from clockify_desktop.translation import tr, tr_plural

_NAMES_A_LINE: Final = 5
_MOST_LINES: Final = 4
# The longest bar of a person is half of an estimate's.
_LONGEST_PERSON: Final = 0.5
_OTHER: Final = Label("", "", kind=LabelKind.OTHER)

_Bar = tuple[float, float, float, bool]
_NO_BAR: Final[_Bar] = (0.0, 0.0, nan, False)


def order_of(hours: ProjectHours, options: ProjectsOptions) -> NDArray[np.intp]:
    """Order the rows by size or name, time without a project last."""
    if options.order is Order.NAME:
        return np.arange(len(hours.projects))
    without = [one.id is None for one in hours.projects]
    return np.lexsort(np.stack([-hours.hours_s, without])).astype(np.intp)


def swatches_of(hours: ProjectHours) -> tuple[tuple[Label, ...], tuple[int, ...]]:
    """Give the colours of "Where time went", and a place among them for each row."""
    with_time = np.flatnonzero(hours.hours_s)
    labels = tuple(hours.labels[row] for row in with_time.tolist())
    matrix = Matrix((ALL_TIME,), labels, hours.hours_s[with_time].reshape(1, -1))
    series = largest_and_other(matrix, Level.PROJECT).matrix.columns
    if not any(one.kind is LabelKind.OTHER for one in series):
        series = (*series, _OTHER)
    places = {label.mark: place for place, label in enumerate(series)}
    rest = places[_OTHER.mark]
    return series, tuple(places.get(one.mark, rest) for one in hours.labels)


def picture_of(
    hours: ProjectHours,
    order: NDArray[np.intp],
    options: ProjectsOptions,
    durations: DurationFormat,
    *,
    title: str,
    sentence: str,
    marks: frozenset[str],
) -> ProjectsContent:
    """Make the picture.

    Args:
        order: intp, the projects that are shown, from the top.
        marks: Those in the focus; none for no focus.
    """
    series, swatches = swatches_of(hours)
    lines: list[ProjectRow] = []
    bars: list[_Bar] = []
    for row in order.tolist():
        mark = hours.labels[row].mark
        is_open = options.folds.is_open(mark, usual=False)
        line, bar = _project(hours, row, durations)
        lines.append(replace(line, swatch=swatches[row], is_open=is_open))
        bars.append(bar)
        if is_open:
            for under, bar_under in _members(hours, row, durations):
                lines.append(under)
                bars.append(bar_under)
    columns = np.array(bars, np.float64).reshape(-1, len(_NO_BAR))
    before, used, passed, tracked = columns.T
    has_track = tracked > 0
    dimmed = None
    if marks:
        dimmed = np.array([one.mark not in marks for one in lines], np.bool_)
    has_bars = bool(has_track.any())
    has_ticks = bool(np.isfinite(passed).any())
    return ProjectsContent(
        title=title,
        sentence=sentence,
        lines=tuple(lines),
        before=before,
        used=used,
        passed=passed,
        has_track=has_track,
        legend=(
            rest_in_legend(hours) if has_bars else "",
            period_in_legend(hours) if (used > 0).any() else "",
            tr("estimate, 100 %") if has_bars else "",
            tr("share of time passed") if has_ticks else "",
        ),
        series=series,
        dimmed=dimmed,
    )


def _project(
    hours: ProjectHours, row: int, durations: DurationFormat
) -> tuple[ProjectRow, _Bar]:
    label, use = hours.labels[row], hours.uses.get(row)
    line = ProjectRow(RowKind.PROJECT, label.mark, showable_name(label.name))
    name = named(label.name, LONGEST_NAME)
    words = words_in_place_of_bar(hours, row, durations)
    if use is None or use.used_s is None:
        tip = showable(f"{name} · {words}")
        return replace(line, words=showable(words), tip=tip), _NO_BAR
    note = words_behind_bar(hours, row, durations)
    estimate_s = use.estimate.seconds
    # Clockify may tell less to date than what is here already.
    end_s = max(use.used_s, use.in_period_s)
    used, estimate, in_period = (
        duration_text(one, durations)
        for one in (use.used_s, estimate_s, use.in_period_s)
    )
    number = tr("{number} %", number=use.used_percent)
    parts = (
        name,
        tr("{time} of {total}", time=used, total=estimate),
        number,
        tr("{time} in this period", time=in_period),
        note,
    )
    passed = nan if use.passed is None else use.passed[0] / use.passed[1]
    line = replace(
        line,
        number=showable(number),
        note=showable(note),
        tip=showable(" · ".join(parts)),
    )
    before = (end_s - use.in_period_s) / estimate_s
    return line, (before, end_s / estimate_s, passed, True)


def _members(
    hours: ProjectHours, row: int, durations: DurationFormat
) -> Iterator[tuple[ProjectRow, _Bar]]:
    mark, members = hours.labels[row].mark, hours.members(row)
    said = members_in_words(members, int(hours.hours_s[row]), durations)
    yield ProjectRow(RowKind.MEMBERS, mark, words=said, tip=said), _NO_BAR
    people = [*(one for one, _ in members.logged), *members.idle]
    names = names_of(hours, people)
    longest = max((seconds for _, seconds in members.logged), default=0)
    for label, (person, seconds) in zip(names, members.logged, strict=False):
        name, time = showable_name(label), duration_text(seconds, durations)
        tip = showable(f"{named(label, LONGEST_NAME)} · {time}")
        line = ProjectRow(
            RowKind.PERSON,
            mark,
            name,
            number=showable(time),
            tip=tip,
            person=Label(person.id, person.name).mark,
        )
        length = _LONGEST_PERSON * max(seconds, 0) / longest if longest > 0 else 0.0
        yield line, (0.0, length, nan, False)
    for words in map(showable, _rest(names[len(members.logged) :])):
        yield ProjectRow(RowKind.REST, mark, words=words, tip=words), _NO_BAR


def names_of(hours: ProjectHours, people: list[Person]) -> list[str]:
    """Name some people so that they can be told apart."""
    grouping = hours.report.grouping
    return [
        one.name for one in labels_told_apart([person_key(p, grouping) for p in people])
    ]


def _rest(names: list[str]) -> Iterator[str]:
    """Name those without time, so many that nobody is looked for in vain.

    Of more than some lines the table names all.
    """
    most = _NAMES_A_LINE * _MOST_LINES
    shown = [named(one) for one in names[:most]]
    more = len(names) - len(shown)
    for at in range(0, len(shown), _NAMES_A_LINE):
        line = ", ".join(shown[at : at + _NAMES_A_LINE])
        is_last = at + _NAMES_A_LINE >= len(shown)
        if is_last and more:
            line = tr_plural(
                "{names} and {count} more", "{names} and {count} more", more, names=line
            )
        elif not is_last:
            line += ","
        yield line if at else tr("No time in this period: {names}", names=line)
