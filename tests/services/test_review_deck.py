from collections.abc import Callable
from dataclasses import replace

import pytest

from clockify_desktop.domain.day_counting import (
    AS_CLOCKIFY,
    Midnight,
    Rounding,
    RoundingMode,
)
from clockify_desktop.domain.directory import Project
from clockify_desktop.domain.identity import ProjectId
from clockify_desktop.domain.needs import ReportNeed
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.selection import EVERYTHING, Selection
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.changed import CHANGED
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.registry import PAGES, QUESTIONS, WHO_LOGGED
from clockify_desktop.pages.where import WHERE
from clockify_desktop.services.review_deck import (
    Review,
    deck_of,
    review_of,
    review_page,
)
from tests.pages.five_weeks import DIRECTORY, HOUR, PEOPLE, answers_of, query_of

LOGGED = [(0, 0, 0, 3 * HOUR), (0, 3, 1, HOUR), (1, 1, 0, 2 * HOUR)]


def review(
    selection: Selection = EVERYTHING,
    query: ReportQuery | None = None,
    change: Callable[[Answers], Answers] = lambda answers: answers,
) -> Review:
    query = query or query_of()
    answers = change(answers_of(query, [LOGGED, [(0, 0, 0, HOUR)]]))
    report = answers.get(ReportNeed(query))
    return review_of(review_page(PAGES), report, answers, selection, ViewOptions())


def test_a_question_a_page_as_the_pages_say_it() -> None:
    made = review()
    deck = deck_of(made, hidden=False)
    assert [one.key for one in deck.answers] == [page.key for page in QUESTIONS]
    there = [page.key for page in QUESTIONS if page.key in made.contents]
    assert [one.key for one in deck.questions] == there
    assert {WHO_LOGGED.key, WHERE.key, CHANGED.key} <= {*there}
    for one in deck.questions:
        content = made.contents[one.key]
        assert one.title == content.title
        assert one.sentence == (content.nothing or content.sentence)
    assert (deck.kind, deck.heading) == ("Weekly review", "Acme, week 47")
    assert deck.figures[0].value == "6:00"
    assert deck.personal == "Contains personal data"
    assert deck_of(made, hidden=True).personal == ""


def test_numbers_are_those_of_the_tables_of_the_pages() -> None:
    made = review()
    for one in deck_of(made, hidden=False).questions:
        table = made.contents[one.key].table
        if one.key == WHERE.key:
            continue
        rows = table.arranged().tolist()
        assert one.table.rows == tuple(map(table.texts, rows))
        assert one.table.titles == table.titles
        assert one.table.total in {table.total, ()}


def test_each_series_has_a_column_under_its_letter() -> None:
    made = review()
    (asked,) = (
        one for one in deck_of(made, hidden=False).questions if one.key == "where"
    )
    assert asked.table.titles == ("Person", "A", "B", "None", "Total")
    assert asked.table.rows[0] == ("Ann", "3:00", "–", "1:00", "4:00")
    assert asked.table.rows[1] == ("Bob", "–", "2:00", "–", "2:00")
    assert asked.table.total == ("All 2 people", "3:00", "2:00", "1:00", "6:00")
    assert asked.rows_by_chart() == {0: 0, 1: 1}


def test_what_has_no_letter_is_together() -> None:
    projects = tuple(Project(ProjectId(f"p{at}"), f"P{at}") for at in range(11))
    directory = replace(DIRECTORY, projects=projects, clients=())
    query = query_of()
    logged = [(0, at, 0, (20 - at) * HOUR) for at in range(11)]
    answers = answers_of(query, [logged], directory=directory)
    report = answers.get(ReportNeed(query))
    made = review_of(review_page((WHERE,)), report, answers, EVERYTHING, ViewOptions())
    (asked,) = deck_of(made, hidden=False).questions
    assert asked.table.titles == ("Person", *"ABCDEFGH", "Other", "Total")
    assert asked.table.total[-2] == "33:00"
    assert asked.chart.names[-1] == "Other (3 projects)"


def test_the_cover_says_what_was_asked() -> None:
    asked = dict(deck_of(review(), hidden=False).asked)
    assert asked == {
        "Workspace": "Acme",
        "People": "all 2 people",
        "Projects": "all, and 1:00 without one",
        "Time zone": "Europe/Berlin; weeks from Monday",
        "Over midnight": "counts on the day it began",
        "Rounding": "none",
        "Capacity": "assumed for 2",
        "Fetched": "Mon 23 Nov 2026, 09:14",
        "Names": "shown",
    }
    hidden = dict(deck_of(review(), hidden=True).asked)
    assert hidden["Names"] == "hidden"


def test_what_is_chosen_is_named() -> None:
    chosen = Selection(
        people=frozenset({PEOPLE[0].id}), projects=frozenset({ProjectId("p0")})
    )
    asked = dict(deck_of(review(chosen), hidden=False).asked)
    assert (asked["People"], asked["Projects"]) == ("Ann", "Mobile app")
    nobody = Selection(people=frozenset({PEOPLE[1].id}))
    asked = dict(deck_of(review(nobody), hidden=False).asked)
    assert asked["Projects"] == "all"


def test_nobody_has_no_capacity() -> None:
    chosen = Selection(people=frozenset({PEOPLE[2].id}))
    asked = dict(deck_of(review(chosen), hidden=False).asked)
    assert asked["Capacity"] == "of nobody"


def test_days_that_are_counted_otherwise_are_told() -> None:
    rounding = Rounding(RoundingMode.UP, 15)
    counting = replace(AS_CLOCKIFY, midnight=Midnight.SPLIT, rounding=rounding)
    query = replace(query_of(), counting=counting)
    deck = deck_of(review(query=query), hidden=False)
    asked = dict(deck.asked)
    assert asked["Over midnight"] == "counts on both days"
    assert asked["Rounding"] == "rounded up to 15 min"
    assert dict(deck.counted)["Days"] == counting.notes("Europe/Berlin")


def test_the_foot_says_whether_it_was_compared() -> None:
    query = query_of()

    def uncompared(answers: Answers) -> Answers:
        report = answers.get(ReportNeed(query))
        without = replace(report, server_total_s=None)
        return replace(answers, values={**answers.values, ReportNeed(query): without})

    deck = deck_of(review(), hidden=False)
    assert deck.foot.endswith("✓ all 2 people: 6:00, the same in Clockify")
    assert deck.foot.startswith("Acme · 16–22 Nov 2026 · Europe/Berlin · ")
    deck = deck_of(review(change=uncompared), hidden=False)
    assert deck.foot.endswith(" · not compared")
    assert "What it lacks" in dict(deck.counted)


@pytest.mark.parametrize(
    ("period", "kind", "heading"),
    [
        ("2026-11-16", "Daily review", "Acme, Mon 16 Nov 2026"),
        ("2026-11-01..2026-11-30", "Monthly review", "Acme, 1–30 Nov 2026"),
        ("2026-11-01..2026-11-10", "Review", "Acme, 1–10 Nov 2026"),
    ],
)
def test_other_periods(period: str, kind: str, heading: str) -> None:
    deck = deck_of(review(query=query_of(period)), hidden=False)
    assert (deck.kind, deck.heading) == (kind, heading)


def test_a_period_that_is_not_over_says_so() -> None:
    query = query_of()

    def running(answers: Answers) -> Answers:
        report = answers.get(ReportNeed(query))
        early = report.fetched_at.replace(day=18)
        now = replace(report, fetched_at=early)
        return replace(answers, values={**answers.values, ReportNeed(query): now})

    assert deck_of(review(change=running), hidden=False).dates.endswith(" · so far")


def test_what_pages_lack_is_told_once_and_a_page_without_answers_is_left_out() -> None:
    made = review()
    assert len(made.lacking) == len({*made.lacking})
    few = replace(made, contents={WHERE.key: made.contents[WHERE.key]})
    assert [one.key for one in deck_of(few, hidden=False).questions] == [WHERE.key]


def test_there_is_no_review_without_its_report() -> None:
    query = query_of()
    report = answers_of(query, [LOGGED]).get(ReportNeed(query))
    with pytest.raises(ValueError, match="without its report"):
        review_of(review_page(PAGES), report, Answers(), EVERYTHING, ViewOptions())
