from collections.abc import Callable
from datetime import UTC, date, datetime

from clockify_desktop.domain.directory import Person, Project
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import Selection
from clockify_desktop.export.picture import picture_foot, picture_note
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.where import where_content


def test_names_that_a_picture_cannot_write_are_told(
    make_report: Callable[..., Report],
) -> None:
    people = (Person(UserId("a"), "A\U0010fffe"),)
    facts = [(0, 0, date(2026, 11, 16), 3600, 0, 0, 0)]
    report = make_report(facts, people, (Project(ProjectId("w"), "Web"),))
    picture = where_content(report, Selection(), ViewOptions()).picture
    assert "“A\U0010fffe”" in picture_note(picture)
    told = picture_note(picture, "Acme", "W\U0010fffe")
    assert "“A\U0010fffe”, “W\U0010fffe”" in told
    assert "Acme" not in told


def test_the_foot_says_when_in_the_zone_of_the_report(
    make_report: Callable[..., Report],
) -> None:
    query = make_report([], (), ()).query
    at = datetime(2026, 11, 16, 23, 14, tzinfo=UTC)
    assert query.time_zone == "Europe/Berlin"
    said = "etched Tue 17 Nov 2026 00:14 (Europe/Berlin)"
    assert picture_foot(query, at, sample=False) == f"F{said}"
    assert picture_foot(query, at, sample=True) == f"SAMPLE DATA · f{said}"
