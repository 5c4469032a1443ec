"""Tasks and tags on the page: loading, refused, and a report that differs."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest

from clockify_desktop.domain.completeness import Loss
from clockify_desktop.domain.directory import Person, Project, Tag, TagSet, Task
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.identity import ProjectId, TagId, TaskId, UserId
from clockify_desktop.domain.needs import Need, ReportNeed
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import EVERYTHING
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.chart_selection import ChartSelection
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.where import WHERE, WhereContent

DAY = date(2026, 11, 16)
ANN = Person(UserId("a"), "Ann")
WEB = Project(ProjectId("w"), "Web")
CALL, TRAVEL = Tag(TagId("c"), "Client call"), Tag(TagId("t"), "Travel")
SETS = (TagSet((CALL, TRAVEL)), TagSet((CALL,)), TagSet(()))
MAIL = Task(TaskId("m"), "Mail", WEB)
NO_TASK = Task(None, "(Without task)", None)
HOURS = [(0, 0, DAY, 3600 * hours, 0, 0, 0) for hours in (1, 2, 4)]

MakeReport = Callable[..., Report]


@pytest.fixture
def plain(make_report: MakeReport) -> Report:
    return make_report(HOURS, (ANN,), (WEB,))


def telling(report: Report, **more: Any) -> Report:
    return replace(report, facts=replace(report.facts, more=more))


def with_tags(report: Report) -> Report:
    return telling(report, tags=(SETS, np.array([0, 1, 2])))


def content_of(
    plain: Report,
    choices: Mapping[str, str],
    told: Report | None = None,
    refusal: AppError | None = None,
    selected: ChartSelection = ChartSelection(),  # noqa: B008 - frozen
) -> WhereContent:
    view, query = ViewOptions(choices, selected=selected), plain.query
    (need,) = WHERE.view_needs(query, view)
    values: dict[Need, Any] = {ReportNeed(query): plain}
    if told is not None:
        values[need] = told
    answers = Answers(values, {} if refusal is None else {need: refusal})
    content = WHERE.content(answers, query, EVERYTHING, view)
    assert content is not None
    return content


def test_nothing_more_is_asked_for_where_nobody_chose_tasks_or_tags(
    plain: Report,
) -> None:
    for choices in ({}, {"rows": "client", "colors": "billable"}, {"rows": "day"}):
        assert WHERE.view_needs(plain.query, ViewOptions(choices)) == ()


def test_an_entry_with_several_tags_stands_under_all_of_them_and_counts_once(
    plain: Report,
) -> None:
    content = content_of(plain, {"rows": "tags"}, with_tags(plain))
    lines = [content.table.texts(row) for row in content.table.arranged()]
    assert lines == [
        ("(Without tag)", "4:00", "57 %"),
        ("Client call", "2:00", "29 %"),
        ("Client call + Travel", "1:00", "14 %"),
    ]
    assert content.table.total == ("All 2 tags", "7:00", "100 %")
    assert content.sentence == (
        "7:00 in 2 tags, 4:00 of it without one. An entry with several tags counts"
        " once, under all of them together."
    )
    assert content.file.columns[:2] == ("tags", "tag_ids")
    assert content.file.total_s == 7 * 3600
    assert content.lacking == ()
    assert content.regroups
    # Where no entry has several, there is nothing to be said.
    single = telling(plain, tags=(SETS[1:], np.array([0, 0, 1])))
    content = content_of(plain, {"colors": "tags"}, single)
    assert "several" not in content.sentence


def test_a_task_is_narrowed_to_by_its_row(plain: Report) -> None:
    told = telling(plain, task=((MAIL, NO_TASK), np.array([0, 1, 1])))
    content = content_of(plain, {"rows": "task"}, told)
    assert content.what == "tasks by project"
    assert told.narrowed(content.narrowed_to("one:m")).total_s == 3600
    # The report of tasks does not know days.
    assert not content.regroups
    focus = ChartSelection(rows=frozenset({"one:m"}))
    selected = content_of(plain, {"rows": "task"}, told, selected=focus)
    assert selected.file.total_s == 3600
    assert selected.sentence == "Selected: 1:00 in 1 task."


@pytest.mark.parametrize(
    ("choices", "shown"),
    [
        ({"rows": "tags"}, "Tags are not here yet: shown are people by project."),
        ({"rows": "task"}, "Tasks are not here yet: shown are projects by person."),
        ({"colors": "task"}, "Tasks are not here yet: shown are people by project."),
        (
            {"rows": "task", "colors": "tags"},
            "Tasks and tags are not here yet: shown are projects by person.",
        ),
    ],
)
def test_what_is_nearest_is_shown_until_they_are_here(
    plain: Report, choices: dict[str, str], shown: str
) -> None:
    content = content_of(plain, choices)
    assert content.sentence.endswith(shown)
    # Picture, table and file are what is said, and the choice stays.
    assert f"shown are {content.what}." in shown
    assert content.file.total_s == 7 * 3600
    assert choices.items() <= content.view.choices.items()


def test_that_they_cannot_be_had_is_said(plain: Report) -> None:
    refusal = AppError("Clockify is busy", "Try again.")
    content = content_of(plain, {"rows": "tags"}, refusal=refusal)
    assert content.sentence.endswith(
        "Tags could not be had (Clockify is busy): shown are people by project."
    )
    # An earlier answer is as good as it was.
    content = content_of(plain, {"rows": "tags"}, with_tags(plain), refusal)
    assert content.what == "tags by project"


def test_how_they_differ_from_the_report_is_said(
    plain: Report, make_report: MakeReport
) -> None:
    more = make_report([*HOURS, (0, 0, DAY, 60, 0, 0, 0)], (ANN,), (WEB,))
    more = telling(more, tags=(SETS, np.array([0, 1, 2, 2])))
    later = replace(more, losses={(Loss.UNREADABLE, "Ann"): 1})
    content = content_of(plain, {"rows": "tags"}, later)
    unread, differ = content.lacking
    assert unread.startswith("Tags: 1 entry")
    assert differ == (
        "Tags add up to 7:01:00, the report to 7:00:00: somebody may have logged time"
        " in between. Refresh to read both again."
    )
    assert content.sentence.count(differ) == content.sentence.count(unread) == 1
