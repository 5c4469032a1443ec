from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from clockify_desktop.charts.chart import ChartHit
from clockify_desktop.domain.directory import Directory
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.entry_report import EntryReport
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.hidden_names import Hiding
from clockify_desktop.domain.identity import TimeEntryId, UserId
from clockify_desktop.domain.needs import RecordsNeed, ReportNeed, entries_need
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.review_records import (
    EntryVerdict,
    ReviewRecords,
    Verdict,
)
from clockify_desktop.domain.selection import EVERYTHING, Selection
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.chart_selection import ChartSelection
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.to_check import TO_CHECK, CheckContent, check_content
from tests.domain.few_entries import (
    ANN,
    BOB,
    MAIL,
    NO_PROJECT,
    OPS,
    WEB,
    One,
    entries_of,
)

NOW = datetime(2026, 11, 23, 8, 14, tzinfo=UTC)
MakeReport = Callable[..., Report]
ONES = (
    One("2026-11-16 09:00", 180, description="", id="says nothing"),
    One("2026-11-17 14:00", 90, BOB, project=OPS, id="support"),
    One("2026-11-17 14:30", 90, BOB, task=MAIL, id="overlaps"),
    One("2026-11-18 09:00", 564, id="long", description="Big"),
    One("2026-11-19 09:00", 130, project=NO_PROJECT, description="", id="both"),
    One("2026-11-20 17:42", None, id="running"),
    One("2026-11-19 12:00", 60, id="in order"),
)
HOURS = {"limits": "long=9"}


@pytest.fixture
def made(make_report: MakeReport) -> Callable[..., CheckContent]:
    """Make the page of some entries, of a report that agrees with them."""

    def make(
        *ones: One,
        selection: Selection = EVERYTHING,
        selected: frozenset[str] = frozenset(),
        choices: dict[str, str] | None = None,
        durations: DurationFormat = DurationFormat.MINUTES,
        hiding: Hiding | None = None,
        **more: Any,
    ) -> CheckContent:
        entries = entries_of(*ones)
        report = report_of(make_report, entries.total_s)
        view = ViewOptions(
            HOURS if choices is None else choices, durations, ChartSelection(selected)
        )
        told = EntryReport(entries, NOW, entries.total_s)
        shown = hiding.of(told) if hiding else told
        return check_content(report, shown, selection, view, **more)

    return make


Made = Callable[..., CheckContent]


def report_of(make_report: MakeReport, total_s: int) -> Report:
    fact = (0, 0, date(2026, 11, 16), total_s, 0, 0, 0)
    people, projects = (ANN, BOB), (WEB, OPS)
    directory = Directory(people=people, projects=projects)
    return make_report([fact], people, projects, directory=directory)


def said(
    rule: str,
    entry: str,
    verdict: Verdict = Verdict.FINE,
    at: datetime = NOW,
    note: str = "",
) -> EntryVerdict:
    return EntryVerdict(rule, TimeEntryId(entry), verdict, at, note)


def verdicts_of(*records: EntryVerdict) -> dict[tuple[str, TimeEntryId], EntryVerdict]:
    return dict(ReviewRecords(records).verdicts)


def listed(content: CheckContent) -> list[tuple[str, ...]]:
    chart = content.chart
    return [tuple(chart.cells(row)) for row in range(chart.rows)]


def test_each_entry_is_a_row_with_why_and_with_its_evidence(made: Made) -> None:
    content = made(*ONES)
    assert listed(content) == [
        (
            "No project, no description",
            *("Ann", "Thu 19 Nov", "2:10", "09:00–11:10"),
        ),
        ("No description", "Ann", "Mon 16 Nov", "3:00", "Web"),
        (
            *("Overlaps", "Bob", "Tue 17 Nov", "1:30"),
            "19:00–20:30 and 19:30–21:00 share 1:00",
        ),
        ("Longer than 9 h", "Ann", "Wed 18 Nov", "9:24", "one block, 09:00–18:24"),
        ("Still running", "Ann", "Fri 20 Nov", "–", "since Fri 20 Nov, 17:42"),
    ]
    assert content.sentence == "5 entries by 5 rules."
    assert content.count == 5
    assert content.attention == "5 entries to check"
    assert content.chart.sentence == content.sentence
    assert content.chart.title.startswith("To check · Acme · 16–22 Nov 2026")
    assert not content.lacking
    assert not content.is_empty
    assert made(*ONES, choices={}).count == 4


def test_nothing_found_is_an_answer_and_nothing_to_look_at_is_none(made: Made) -> None:
    content = made(ONES[-1])
    assert content.sentence == "Nothing to check in 1 entry."
    assert (content.count, content.attention) == (0, "")
    assert not content.is_empty
    assert not content.table.positions.size
    assert made().is_empty
    nobody = Selection(people=frozenset({UserId("gone")}))
    assert made(*ONES, selection=nobody).is_empty
    off = made(*ONES, choices={"rules": ","})
    assert off.sentence == "No rule is switched on."
    one = made(ONES[0])
    assert one.attention == "1 entry to check"
    assert one.sentence == "1 entry by 1 rule."


def test_what_is_settled_is_listed_when_it_is_asked_for(made: Made) -> None:
    verdicts = verdicts_of(
        said("long", "long"),
        said("overlapping", "overlaps", Verdict.ASK, note="asked on Monday"),
        # Found again in what came after it.
        said("running", "running", Verdict.FIXED, NOW - timedelta(hours=1)),
        said("long", "gone"),
        # It was found by another rule, too, of which nothing is said.
        said("no-project", "both"),
        said("short", "says nothing"),
    )
    content = made(*ONES, verdicts=verdicts)
    assert content.count == 4
    assert content.sentence == "5 entries by 5 rules; 1 is settled."
    assert "Longer than 9 h" not in {row[0] for row in listed(content)}
    every = made(*ONES, verdicts=verdicts, choices={**HOURS, "show": "all"})
    assert every.count == 4
    badges = {
        every.chart.cells(row)[0]: every.chart.badge(row)
        for row in range(every.chart.rows)
    }
    assert badges == {
        "No project, no description": "",
        "No description": "",
        "Overlaps": "ask",
        "Longer than 9 h": "fine",
        "Still running": "still there",
    }
    both = said("no-project", "both"), said("no-description", "both", Verdict.FIXED)
    settled = verdicts_of(said("long", "long"), *both)
    two = made(*ONES, verdicts=settled, choices={**HOURS, "show": "all"})
    assert two.sentence.endswith("2 are settled.")
    assert two.chart.badge(0) == "fixed"
    assert two.controls[0].choices == (("open", "Open 3"), ("all", "All 5"))
    assert [action.key for action in two.actions] == ["question"]
    assert made(ONES[-1]).actions == ()


@pytest.mark.parametrize(
    ("order", "days"),
    [
        ("rule", ["Thu 19", "Mon 16", "Tue 17", "Wed 18", "Fri 20"]),
        ("person", ["Mon 16", "Wed 18", "Thu 19", "Fri 20", "Tue 17"]),
        ("day", ["Mon 16", "Tue 17", "Wed 18", "Thu 19", "Fri 20"]),
    ],
)
def test_they_stand_by_rule_by_person_or_by_day(
    made: Made, order: str, days: list[str]
) -> None:
    content = made(*ONES, choices={**HOURS, "order": order})
    assert [row[2].removesuffix(" Nov") for row in listed(content)] == days
    assert content.view.choices == {
        **HOURS,
        **({} if order == "rule" else {"order": order}),
    }


def test_pickers_narrow_and_of_two_that_overlap_one_is_enough(made: Made) -> None:
    only = Selection(people=frozenset({BOB.id}))
    assert [row[0] for row in listed(made(*ONES, selection=only))] == ["Overlaps"]
    ops = Selection(projects=frozenset({OPS.id}))
    content = made(*ONES, selection=ops)
    assert [row[0] for row in listed(content)] == ["Overlaps"]
    assert content.narrowed == ops
    without = Selection(projects=frozenset({None}))
    (row,) = listed(made(*ONES, selection=without))
    assert row[0] == "No project, no description"


def test_what_is_selected_is_said_whole_and_alone_in_the_file(
    made: Made,
) -> None:
    content = made(*ONES, selected=frozenset({"one:entry:overlaps", "one:entry:gone"}))
    assert content.sentence == (
        "Overlaps: Bob, Tue 17 Nov, 19:30–21:00 (Asia/Dhaka; yours 14:30–16:00);"
        " Web · Mail, Talk. 19:00–20:30 and 19:30–21:00 share 1:00."
    )
    assert content.chart.rows == 5
    assert content.chart.chosen == {2}
    assert content.view.selected.rows == {"one:entry:overlaps"}
    (chip,) = content.chips
    assert chip.words() == "Bob, Tue 17 Nov"
    assert len(content.file.rows) == 1
    # From line to line one goes on in the table.
    assert content.table.total[1] == "5 entries"
    assert content.table.selects
    day = frozenset({date(2026, 11, 17)})
    assert content.narrowed == Selection(people=frozenset({BOB.id}), days=day)
    assert content.count == 5
    hit = content.chart.label_marks(ChartHit(2, 0))
    assert hit == ("one:entry:overlaps", None)


@pytest.mark.parametrize(
    ("mark", "rows"),
    [
        ("one:rule:no-description", {0, 1}),
        ("one:person:bob", {2}),
        (f"one:day:{date(2026, 11, 18).toordinal()}", {3}),
        ("one:entry:running", {4}),
        ("one:rule:short", set()),
        ("one:person:nobody", set()),
        ("without:", set()),
    ],
)
def test_a_rule_a_person_or_a_day_can_be_selected(
    made: Made, mark: str, rows: set[int]
) -> None:
    content = made(*ONES, selected=frozenset({mark}))
    assert content.chart.chosen == rows
    if rows:
        assert not content.opens_entries
        narrowed = content.narrowed_to(mark)
        assert narrowed.people == content.narrowed.people
        assert narrowed.days == content.narrowed.days
    else:
        assert not content.view.selected
    assert not made(selected=frozenset({mark})).view.selected


def test_the_file_has_a_row_a_finding_and_everything_that_shows_it(made: Made) -> None:
    asked = said("no-project", "both", Verdict.ASK, note="a secret note")
    verdicts = verdicts_of(asked)
    file = made(*ONES, verdicts=verdicts).file
    rows = [dict(zip(file.columns, row, strict=True)) for row in file.rows]
    assert [row["rule"] for row in rows] == [
        *("No project", "No description", "No description", "Overlaps"),
        *("Longer than 9 h", "Still running"),
    ]
    assert rows[3] == {
        "rule": "Overlaps",
        "evidence": "19:00–20:30 and 19:30–21:00 share 1:00",
        "person": "Bob",
        "user_id": "bob",
        "email": "",
        "date": date(2026, 11, 17),
        "start": "2026-11-17T14:30:00+01:00",
        "end": "2026-11-17T16:00:00+01:00",
        "duration_seconds": 5400,
        "duration_hours": Decimal("1.5000"),
        "duration_hms": "1:30:00",
        "project": "Web",
        "project_id": "web",
        "client": "Acme",
        "task": "Mail",
        "tags": None,
        "description": "Talk",
        "type": "REGULAR",
        "billable": "no",
        "entry_id": "overlaps",
        "other_entry_id": "support",
        "decided": None,
    }
    assert [row["decided"] for row in rows[:2]] == ["ask", None]
    assert (rows[0]["project"], rows[0]["description"]) == (None, None)
    assert (rows[5]["end"], rows[5]["duration_seconds"]) == (None, None)
    assert "secret" not in repr(file)
    # An entry of two findings counts once.
    assert file.total_s == 60 * (180 + 90 + 564 + 130)


def test_a_question_is_asked_of_an_entry_or_of_all_of_a_person(made: Made) -> None:
    content = made(*ONES)
    one = content.question("one:entry:running")
    assert one.startswith("Hello Ann,")
    assert one.count("Hello") == 1
    assert content.question("one:person:ann").count("Hello Ann,") == 4
    assert content.question("one:entry:gone") == ""
    assert content.question().count("Hello") == 5
    selected = made(*ONES, selected=frozenset({"one:entry:running"}))
    assert selected.question() == one


def test_durations_are_written_as_the_person_chose(made: Made) -> None:
    content = made(*ONES, durations=DurationFormat.DECIMAL)
    assert [row[3] for row in listed(content)] == ["2.17", "3.00", "1.50", "9.40", "–"]
    assert listed(content)[2][4].endswith("share 1.00")


def test_it_needs_report_and_entries_and_uses_the_weeks_before(
    make_report: MakeReport,
) -> None:
    entries = entries_of(*ONES)
    report = report_of(make_report, entries.total_s)
    query = report.query
    told = EntryReport(entries, NOW, entries.total_s)
    need, of_entries = ReportNeed(query), entries_need(query)
    assert TO_CHECK.needs(query) == (need, of_entries)
    earlier, of_records = TO_CHECK.optional_needs(query)
    assert of_records == RecordsNeed(query.workspace)
    assert isinstance(earlier, ReportNeed)
    assert earlier.query.period == Period(date(2026, 9, 21), date(2026, 11, 15))

    def content(answers: Answers, view: ViewOptions) -> CheckContent | None:
        return TO_CHECK.content(answers, query, EVERYTHING, view)

    view = ViewOptions()
    assert content(Answers({need: report}), view) is None
    assert content(Answers({of_entries: told}), view) is None
    both: dict[Any, Any] = {need: report, of_entries: told}
    plain = content(Answers(both), view)
    assert plain is not None
    assert not plain.lacking
    spikes = ViewOptions({"rules": "spike"})
    waiting = content(Answers(both), spikes)
    assert waiting is not None
    assert waiting.lacking == (
        "The eight weeks before are not here yet, so spikes are not looked for.",
    )
    refused = content(Answers(both, {earlier: AppError("Not allowed", "")}), spikes)
    assert refused is not None
    assert refused.lacking == ("Not allowed, so spikes are not looked for.",)
    here = content(Answers({**both, earlier: report}), spikes)
    assert here is not None
    assert not here.lacking
    first = Period(date.min, date.min + timedelta(days=6))
    assert TO_CHECK.optional_needs(replace(query, period=first)) == (of_records,)
    records = ReviewRecords((said("running", "running"),))
    told_of = content(Answers({**both, of_records: records}), view)
    assert told_of is not None
    assert told_of.count == plain.count - 1
    assert TO_CHECK.alternative(view) is None


def test_what_entries_lack_is_said(make_report: MakeReport) -> None:
    entries = entries_of(*ONES)
    report = report_of(make_report, entries.total_s - 1)
    told = EntryReport(entries, NOW, entries.total_s)
    content = check_content(report, told, EVERYTHING, ViewOptions(), lacking=("More.",))
    first, second = content.lacking
    assert "the report to" in first
    assert second == "More."


def test_names_from_outside_are_those_of_who_and_what_is_listed(made: Made) -> None:
    evil = replace(ANN, name="Ann\u202e\n<b>")
    content = made(replace(ONES[0], person=evil))
    (row,) = listed(content)
    assert row[1] == "Ann\ufffd <b>"
    assert content.chart.names == (row[1], "Web")


@pytest.mark.parametrize(
    ("selected", "title", "sentence", "remark"),
    [
        (
            "one:entry:overlaps",
            "Overlaps",
            "Bob, Tue 17 Nov. 19:00–20:30 and 19:30–21:00 share 1:00.",
            "as logged, Asia/Dhaka · yours 14:30–16:00",
        ),
        ("one:rule:no-description", "No description", "2 entries, 5:10.", ""),
    ],
)
def test_what_is_selected_is_told_whole(
    made: Made, selected: str, title: str, sentence: str, remark: str
) -> None:
    detail = made(*ONES, selected=frozenset({selected})).detail
    assert detail is not None
    assert (detail.title, detail.sentence, detail.remark) == (title, sentence, remark)
    assert len(detail.lines) == 2
    assert not detail.more
    assert made(*ONES).detail is None


def test_both_entries_that_overlap_are_told(made: Made) -> None:
    detail = made(*ONES, selected=frozenset({"one:entry:overlaps"})).detail
    assert detail is not None
    assert [(one.head, one.amount, one.words) for one in detail.lines] == [
        ("19:00–20:30", "1:30", "Ops, Talk"),
        ("19:30–21:00", "1:30", "Web · Mail, Talk"),
    ]
    many = [replace(ONES[0], id=str(one)) for one in range(9)]
    of_rule = made(*many, selected=frozenset({"one:rule:no-description"})).detail
    assert of_rule is not None
    assert (len(of_rule.lines), of_rule.more) == (6, 3)
    assert of_rule.following == {}


def test_what_was_fixed_is_looked_for_in_what_came_since(made: Made) -> None:
    selected = frozenset({"one:entry:long"})
    earlier = said("long", "long", Verdict.FIXED, NOW - timedelta(days=3))
    again = made(*ONES, selected=selected, verdicts=verdicts_of(earlier))
    assert again.count == 5
    assert again.detail is not None
    assert again.detail.chosen == "fixed"
    assert again.detail.said == "Said to be fixed on Fri 20 Nov, and still there since."
    several = made(*ONES, selected=frozenset({"one:person:ann"}))
    assert several.detail is not None
    assert several.detail.said == ""


def test_without_descriptions_nothing_is_said_of_them(made: Made) -> None:
    policy = Hiding(None, descriptions=False)
    ones = replace(ONES[4], description="Call"), *ONES[1:3]
    selected = frozenset({"one:entry:overlaps"})
    content = made(*ones, selected=selected, hiding=policy)
    assert listed(content)[0][4] == "09:00–11:10"
    detail = content.detail
    assert detail is not None
    assert [one.words for one in detail.lines] == ["Ops", "Web · Mail"]
    assert content.sentence.endswith(
        "Web · Mail. 19:00–20:30 and 19:30–21:00 share 1:00."
    )
    told = content.question() + content.question("one:entry:both")
    assert "Ops. Which of the two is right?" in told
    file = made(*ones, hiding=policy).file
    assert "description" not in file.columns
    assert {len(row) for row in file.rows} == {len(file.columns)}
    every = (told, content.sentence, listed(content), file.rows, detail)
    assert "hidden" not in repr(every)


def test_what_is_said_is_said_of_everything_found(made: Made) -> None:
    selected = frozenset({"one:entry:both"})
    detail = made(*ONES, selected=selected).detail
    assert detail is not None
    assert [choice.words for choice in detail.choices] == ["Fine", "Ask", "Fixed"]
    assert (detail.chosen, detail.note) == ("", "")
    after = "one:entry:says nothing"
    assert detail.following == {"fine": after, "ask": after, "fixed": after}
    records = detail.records("ask", "called her", NOW)
    assert records == tuple(
        said(rule, "both", Verdict.ASK, NOW, "called her")
        for rule in ("no-project", "no-description")
    )
    kept = verdicts_of(*(one for one in records if isinstance(one, EntryVerdict)))
    asked = made(*ONES, selected=selected, verdicts=kept).detail
    assert asked is not None
    assert (asked.chosen, asked.note) == ("ask", "called her")
    assert asked.said == "Said on Mon 23 Nov."
    last = made(*ONES, selected=frozenset({"one:entry:running"})).detail
    assert last is not None
    # What is settled leaves the list, and of the last one that before takes its turn.
    before = "one:entry:long"
    assert last.following == {"fine": before, "fixed": before}
    choices = {**HOURS, "show": "all"}
    running = frozenset({"one:entry:running"})
    stays = made(*ONES, selected=running, choices=choices).detail
    assert stays is not None
    assert stays.following == {}
