from dataclasses import replace
from datetime import date

import pytest

import clockify_desktop
from clockify_desktop.domain.durations import DurationFormat
from clockify_desktop.domain.grid import grid_of
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.selection import EVERYTHING, Selection
from clockify_desktop.domain.shown_sums import ROUNDED
from clockify_desktop.domain.table import table_of
from clockify_desktop.export.workbook import Book, sheet_name, workbook_bytes
from clockify_desktop.pages.registry import PAGES
from clockify_desktop.pages.where import WHERE
from clockify_desktop.services.review_book import review_book
from clockify_desktop.services.review_deck import deck_of
from clockify_desktop.services.workbooks import page_book, table_book
from tests.pages.five_weeks import PEOPLE
from tests.services.test_review_deck import review
from tests.sheets import opened

TEXTS = ("Workspace", "People", "Projects", "Time zone", "Over midnight", "Rounding")


def said(book: Book, name: str) -> list[object]:
    """Read the lines under a name."""
    found: list[object] = []
    under = False
    for told, value in book.about:
        under = told == name or (under and not told)
        found += [value] if under else []
    return found


def test_a_sheet_a_page_behind_what_was_asked() -> None:
    made = review()
    book = review_book(made, hidden=False, note="SAMPLE DATA")
    there = {page.title for page in PAGES if page.key in made.contents}
    titles = [page.title for page in PAGES if page.title in {*there, "Overview"}]
    assert [sheet.name for sheet in book.sheets] == titles
    assert opened(workbook_bytes(book)).sheetnames == ["About this file", *titles]
    # To the second, for sheets cut these off.
    told = replace(made.overview.view, durations=DurationFormat.SECONDS)
    overview = replace(made.overview, view=told)
    deck = deck_of(replace(made, overview=overview), hidden=False)
    asked = dict(deck.asked)
    for name in (*TEXTS, "Capacity"):
        assert said(book, name) == [asked[name]]
    titled = {page.title for page in PAGES}
    for name, lines in deck.counted[:-1]:
        at = f"Sheet “{name}”" if name in titled else name
        assert said(book, at) == list(lines)
    assert asked["Projects"] == "all, and 1:00:00 without one"
    assert said(book, "First day") == [date(2026, 11, 16)]
    assert said(book, "Last day") == [date(2026, 11, 22)]
    (fetched,) = said(book, "Fetched")
    # The clock of Berlin.
    assert str(fetched) == "2026-11-23 09:14:00+01:00"
    assert said(book, "Data") == ["SAMPLE DATA"]
    (program,) = said(book, "Written by")
    assert str(program).endswith(clockify_desktop.__version__)
    assert book.title.startswith("Review · Acme · 16–22 Nov 2026 · week 47")


@pytest.mark.parametrize("hidden", [True, False])
def test_it_says_whether_it_has_names(hidden: bool) -> None:  # noqa: FBT001 - a case
    words = "Names are hidden" if hidden else "Contains personal data"
    made = review()
    content = made.contents[WHERE.key]
    for book in (
        review_book(made, hidden=hidden),
        page_book(content, made.report, hidden=hidden),
    ):
        assert said(book, "Personal data") == [words]
        assert said(book, "Data") == []


def test_a_page_by_itself_says_what_it_is_of() -> None:
    chosen = Selection(people=frozenset({PEOPLE[0].id}), billable=True)
    made = review(chosen)
    lacking = (f"Nobody knows. {ROUNDED}", ROUNDED)
    content = replace(made.contents[WHERE.key], lacking=lacking)
    book = page_book(content, made.report, hidden=False)
    (sheet,) = book.sheets
    assert (sheet.name, sheet.table) == (WHERE.title, content.file)
    assert said(book, "People") == ["Ann"]
    assert said(book, "Narrowed to") == ["only billable"]
    assert said(book, f"Sheet “{WHERE.title}”") == ["Nobody knows."]


def test_a_grid_says_how_its_levels_count() -> None:
    report = review().report
    table = table_of(report, [Level.USER, Level.PROJECT])
    table = replace(table, levels=(Level.USER, Level.TAGS))
    book = table_book("Grid", grid_of(table), report, EVERYTHING, hidden=False)
    assert said(book, "Sheet “Grid”") == [Level.TAGS.note]
    assert said(book, "Narrowed to") == []


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Who logged", "Who logged"),
        ("Qui n'a rien saisi ?", "Qui n'a rien saisi"),
        ("Wer/was [neu]: Teil 'A'", "Werwas neu Teil 'A"),
        (
            "Zeiterfassung nach Mitarbeitern und Projekten",
            "Zeiterfassung nach Mitarbeitern",
        ),
    ],
)
def test_sheets_have_names_that_spreadsheets_take(title: str, name: str) -> None:
    assert sheet_name(title) == name
