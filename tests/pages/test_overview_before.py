from dataclasses import replace

import pytest

from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.needs import ReportNeed
from clockify_desktop.domain.selection import EVERYTHING, Selection
from clockify_desktop.pages.overview import AllPagesContent
from clockify_desktop.pages.overview_before import before_of, beside, shares
from clockify_desktop.pages.overview_figures import FigureLine
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.registry import OVERVIEW
from tests.pages.five_weeks import HOUR, Logged, answers_of, query_of

QUERY = query_of()
NO_RIGHT = AppError("Needs an admin's key", "Ask for one.")
# Of each week half is billable.
WEEKS: tuple[list[Logged], ...] = (
    [(0, 0, 0, 8 * HOUR), (1, 1, 1, 2 * HOUR)],
    [(0, 0, 0, 6 * HOUR)],
    [(0, 0, 0, 8 * HOUR), (1, 1, 1, HOUR)],
    [(0, 0, 0, 8 * HOUR), (1, 0, 0, HOUR)],
    [(0, 0, 0, 4 * HOUR)],
)


def overview_of(
    weeks: tuple[list[Logged] | None, ...], selection: Selection = EVERYTHING
) -> AllPagesContent:
    answers = answers_of(QUERY, weeks)
    content = OVERVIEW.content(answers, QUERY, selection, ViewOptions())
    assert content is not None
    return content


def lines_of(content: AllPagesContent) -> dict[str, FigureLine]:
    return {line.name: line for line in content.figures}


def test_figures_stand_beside_those_of_the_weeks_before() -> None:
    content = overview_of(WEEKS)
    lines = lines_of(content)
    assert lines["Hours"].cells[1:] == ("10:00", "6:00", "7:00")
    assert lines["Billable"].cells[1:] == ("5:00", "3:00", "3:30")
    assert lines["Billable share"].cells[1:] == ("50 %", "50 %", "50 %")
    assert [column.title for column in content.table.columns][3] == "Mean of 4"
    assert content.table.remark == (
        "Before: 9\N{EN DASH}15 Nov 2026. Mean of 4: 19 Oct \N{EN DASH} 15 Nov 2026."
    )


def test_they_are_of_those_who_are_looked_at() -> None:
    bob = Selection(people=frozenset({UserId("u1")}))
    billable = lines_of(overview_of(WEEKS, bob))["Billable"]
    # Nothing, nothing, an hour twice, of which half is billable.
    assert billable.cells[1:] == ("1:00", "0:00", "0:15")


def test_what_is_not_known_is_empty() -> None:
    answers = answers_of(QUERY, WEEKS[:1])
    content = OVERVIEW.content(answers, QUERY, EVERYTHING, ViewOptions())
    assert content is not None
    assert lines_of(content)["Billable"].cells[2:] == ("", "")
    assert content.table.remark == ""


def test_a_mean_of_fewer_says_so() -> None:
    answers = answers_of(QUERY, (*WEEKS[:4], None))
    earliest = replace(QUERY, period=query_of("2026-W43").period)
    refused = replace(answers, refusals={ReportNeed(earliest): NO_RIGHT})
    content = OVERVIEW.content(refused, QUERY, EVERYTHING, ViewOptions())
    assert content is not None
    assert [column.title for column in content.table.columns][3] == "Mean of 3"
    assert lines_of(content)["Billable"].mean == "4:00"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((), ("", "")),
        ((4,), ("4", "")),
        ((None, 4, 7), ("", "6")),
        ((4, None, 7), ("4", "6")),
    ],
)
def test_a_mean_is_of_two_at_least(
    values: tuple[int | None, ...], said: tuple[str, str]
) -> None:
    assert beside(values, str) == said


def test_shares_are_of_all_together() -> None:
    assert shares((1, 9), (2, 18)) == ("50 %", "50 %")
    assert shares((1, 9), (10, 10)) == ("10 %", "50 %")
    assert shares((1, None), (10, 10)) == ("10 %", "")
    assert shares((), ()) == ("", "")


def test_of_no_pages_nothing_is_known() -> None:
    before = before_of(())
    assert (before.reports, before.mean_of, before.remark) == ((), 4, "")
