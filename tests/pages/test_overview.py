from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from clockify_desktop.charts.chart import ChartHit, Viewport
from clockify_desktop.charts.marks import Labels
from clockify_desktop.charts.overview_chart import OverviewChart
from clockify_desktop.charts.overview_content import BOX, OverviewContent, OverviewRow
from clockify_desktop.charts.small_content import (
    SmallBullet,
    SmallChanges,
    SmallContent,
    SmallDots,
    SmallHeat,
    SmallStack,
    SmallTracks,
    SmallTrend,
)
from clockify_desktop.charts.small_pictures import small_marks
from clockify_desktop.charts.theme import DARK, LIGHT
from clockify_desktop.charts.trend_content import TrendLines
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.label import Label, LabelKind
from clockify_desktop.domain.needs import Need, RecordsNeed, ReportNeed, entries_need
from clockify_desktop.domain.review_records import LookedAt, ReviewRecords
from clockify_desktop.domain.selection import EVERYTHING
from clockify_desktop.domain.showable import showable
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.overview import SEND, AllPagesContent, overview_sentence
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.registry import OVERVIEW, PAGES, QUESTIONS, WHO_LOGGED
from tests.pages.five_weeks import HOUR, WORKSPACE, query_of, report_of

NAME = showable("A page")
QUERY = query_of()
REPORT = report_of(QUERY, [(0, 0, 0, 8 * HOUR), (1, 1, 1, HOUR)])
NO_RIGHT = AppError("Needs an admin's key", "Ask for one.")


def overview_of(
    more: Mapping[Need, object] | None = None,
    refusals: Mapping[Need, AppError] | None = None,
) -> AllPagesContent:
    answers = Answers({ReportNeed(QUERY): REPORT, **(more or {})}, refusals or {})
    content = OVERVIEW.content(answers, QUERY, EVERYTHING, ViewOptions())
    assert content is not None
    return content


def test_it_stands_first_and_has_a_row_a_question_and_one_to_send() -> None:
    assert (OVERVIEW, *QUESTIONS) == PAGES
    rows = overview_of().chart.questions
    assert [row.page for row in rows] == [*(one.key for one in QUESTIONS), SEND]
    assert all(row.page != SEND for row in overview_of().picture.questions)


def test_a_row_says_what_its_page_says_and_nothing_of_its_own() -> None:
    answers = Answers({ReportNeed(QUERY): REPORT})
    rows = {row.page: row for row in overview_of().chart.questions}
    for page in QUESTIONS:
        own = page.content(answers, QUERY, EVERYTHING, ViewOptions())
        said = "loading" if own is None else own.sentence
        assert rows[page.key].said == said
        assert rows[page.key].count == (own.count or 0 if own is not None else 0)
        assert (rows[page.key].looked_at is None) == (own is None)


def test_a_page_that_cannot_be_had_says_why_and_asks_for_no_look() -> None:
    content = overview_of(refusals={entries_need(QUERY): NO_RIGHT})
    row = {one.page: one for one in content.chart.questions}["to-check"]
    assert row.said == NO_RIGHT.title
    assert row.looked_at is None
    assert not content.chart.can_be_ticked(ChartHit(content.chart.rows - 2))


def test_every_page_that_is_here_has_a_small_picture() -> None:
    rows = {row.page: row for row in overview_of().chart.questions}
    for page in QUESTIONS:
        assert (rows[page.key].small is None) == (rows[page.key].said == "loading")
    assert isinstance(rows["trend"].small, SmallTrend)
    assert isinstance(rows["projects"].small, SmallTracks)


def test_one_goes_on_with_the_first_page_that_was_not_looked_at() -> None:
    content = overview_of()
    assert content.next_page == WHO_LOGGED.key
    assert [one.words for one in content.actions] == ["Start the review"]
    period = QUERY.period
    every = [LookedAt(one.key, period.start, period.end) for one in QUESTIONS]
    content = overview_of({RecordsNeed(WORKSPACE): ReviewRecords(tuple(every[:1]))})
    assert content.next_page == QUESTIONS[1].key
    assert [one.words for one in content.actions] == ["Go on with the review"]
    done = overview_of({RecordsNeed(WORKSPACE): ReviewRecords(tuple(every))})
    assert done.next_page == ""
    assert done.actions == ()


def test_what_was_looked_at_is_ticked() -> None:
    period = QUERY.period
    kept = ReviewRecords((LookedAt(WHO_LOGGED.key, period.start, period.end),))
    content = overview_of({RecordsNeed(WORKSPACE): kept})
    seen = {row.page: row.looked_at for row in content.chart.questions}
    assert seen["who-logged"]
    assert not seen["where"]
    assert "Looked at: 1 of 5." in content.sentence


def test_figures_are_those_of_the_pages_and_stand_in_the_file() -> None:
    content = overview_of()
    lines = {line.name: line.this for line in content.figures}
    assert lines["Billable"] == "4:30"
    assert lines["Billable share"] == "50 %"
    table = content.table
    assert table.texts(0) == tuple(map(showable, content.figures[0].cells))
    assert all(column.least_px >= len("1234:56") * 9 for column in table.columns[1:])
    names = [row[0] for row in content.file.rows]
    assert names == [*(one.title for one in QUESTIONS), *lines]
    assert content.narrowed_to("x") == content.narrowed
    assert not content.needs_time


def row_of(count: int = 0, *, looked_at: bool | None = False) -> OverviewRow:
    return OverviewRow("page", NAME, NAME, count, looked_at=looked_at)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            [row_of(3), row_of(1, looked_at=True), row_of()],
            "Three questions, two of them with something to do. Looked at: 1 of 3.",
        ),
        (
            [row_of(), row_of()],
            "Two questions, none asks for anything. Looked at: 0 of 2.",
        ),
        (
            [row_of(), row_of(looked_at=None)],
            "Two questions, one of them here. Looked at: 0 of 1.",
        ),
    ],
)
def test_the_sentence_counts(rows: list[OverviewRow], said: str) -> None:
    assert overview_sentence(tuple(rows)) == said


def chart_of(content: OverviewContent, height: float = 700) -> OverviewChart:
    return OverviewChart(content, Viewport(900, height, 1.0, LIGHT))


def words_of(chart: OverviewChart) -> set[str]:
    found = (mark.texts for mark in chart.marks if isinstance(mark, Labels))
    return {text.text for texts in found for text in texts}


def test_a_click_on_the_box_ticks_and_everywhere_else_opens() -> None:
    content = overview_of().chart
    chart = chart_of(content)
    for row in range(content.rows):
        for column in (0, BOX):
            box = chart.box(ChartHit(row, column))
            assert box is not None
            left, top, right, bottom = box
            end = right if column else left + 5
            hit = chart.hit(end - 1, (top + bottom) / 2)
            can_be = content.can_be_ticked(ChartHit(row))
            if column == 0 or can_be or content.questions[row].button:
                assert hit == ChartHit(row, column)
            assert hit is not None
            assert content.ticks(hit) == (column == BOX and can_be)
    assert chart.hit(1, 1) is None


def test_a_sentence_that_does_not_fit_is_left_out_whole() -> None:
    content = overview_of().chart

    def shown(said: str) -> str:
        first = replace(content.questions[0], said=showable(said))
        changed = replace(content, questions=(first,))
        known = {content.title, *content.sentence.split(), first.name}
        return " ".join(
            one.text
            for mark in chart_of(changed).marks
            if isinstance(mark, Labels)
            for one in mark.texts
            if one.text in said or one.text.endswith("…")
            if one.text not in known
        )

    whole = "Dr. Ray logged nothing."
    assert shown(whole) == whole
    assert shown(f"{whole} {'A day counts once it is over ' * 9}there.") == whole
    assert shown("No end of it " * 30).endswith("…")


def test_keys_walk_over_the_rows_and_rows_stand_as_close_as_they_must() -> None:
    content = overview_of().chart
    chart = chart_of(content)
    hit = chart.walk(None, 1, 0)
    assert hit == ChartHit(0, 0)
    assert chart.walk(hit, 1, 0) == ChartHit(1, 0)
    last = content.rows - 1
    assert chart.walk(ChartHit(last, 0), 1, 0) == ChartHit(last, 0)
    low = chart_of(content, 200)
    assert low.rows_in_view == low.rows_that_fit(200) < content.rows
    assert low.box(ChartHit(last, 0)) is None
    words = words_of(chart)
    assert {"Who logged", "To check", "loading", "Send it"} <= words
    # What keys do stands where there is room, and in no file.
    assert content.keys in words
    assert content.keys not in words_of(low)
    assert overview_of().picture.keys == ""


LABELS = (
    Label("project:a", "A", LabelKind.ONE),
    Label("project:b", "(Without)", LabelKind.WITHOUT),
)


def trend_of(seconds: list[int], capacity_s: int = 0) -> TrendLines:
    row, none = np.array([seconds]), np.zeros(1, np.int64)
    return TrendLines(
        labels=LABELS[:1],
        seconds=row,
        states=np.zeros(row.shape, np.uint8),
        capacity_s=np.full_like(row, capacity_s),
        tolerance_s=np.ones_like(row),
        so_far_s=none,
        before_s=none,
        notes=("",),
    )


CELLS = np.array([[True, False], [False, True]])


@pytest.mark.parametrize(
    ("small", "roles"),
    [
        (SmallHeat(CELLS, ~CELLS, ~CELLS), {"time", "missing"}),
        (SmallBullet(30, 40), {"track", "bar", "tick"}),
        (SmallBullet(0, 0), set()),
        (SmallStack(LABELS, np.array([3, 1])), {"segment"}),
        (SmallStack(LABELS, np.array([0, 0])), set()),
        (SmallChanges(np.array([5, -3])), {"less", "more", "axis"}),
        (SmallChanges(np.zeros(0, np.int64)), set()),
        (
            SmallTrend(trend_of([4, 5, 3], capacity_s=4), 2),
            {"ground", "band", "line", "chosen"},
        ),
        (SmallTrend(trend_of([0, 0]), None), {"ground", "line"}),
        (
            SmallTracks(np.array([2.5, 0.4]), np.array([0.5, np.nan])),
            {"track", "bar", "tick"},
        ),
        (SmallTracks(np.zeros(0), np.zeros(0)), set()),
        (SmallDots(2, 1), {"dot", "settled", "heart"}),
        (SmallDots(10_000), {"dot"}),
    ],
)
def test_small_pictures_stay_in_their_box(small: SmallContent, roles: set[str]) -> None:
    box = (10.0, 20.0, 250.0, 70.0)
    for theme in (LIGHT, DARK):
        # A stroke is told as a shape is.
        shapes: list[Any] = list(small_marks(small, box, theme))
        assert {one.role for one in shapes} == roles
        for one in shapes:
            points = np.asarray(one.path.vertices)
            assert points.min(axis=0).tolist() >= [9.0, 19.0]
            assert (points.max(axis=0) <= [251.0, 71.0]).all()
