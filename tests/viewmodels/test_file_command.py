"""Which command writes a file that is offered; that its bytes are the same is in
``app/under_qt/test_saving_files.py``.
"""

from argparse import Namespace
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from clockify_desktop.cli.report_arguments import parsed
from clockify_desktop.domain.identity import UserId
from clockify_desktop.domain.presets import parse_period
from clockify_desktop.domain.selection import EVERYTHING, Selection
from clockify_desktop.export.file_choice import (
    FileChoice,
    FileProgram,
    PaperSize,
    PeopleAs,
    PictureKind,
)
from clockify_desktop.export.file_layout import FileLayout
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.where import where_content
from clockify_desktop.viewmodels.choice import none
from clockify_desktop.viewmodels.file_command import file_command
from clockify_desktop.viewmodels.file_source import FileSource
from clockify_desktop.viewmodels.made_file import MadeFile
from clockify_desktop.viewmodels.opened_entries import OpenedEntries
from clockify_desktop.viewmodels.picker_states import ZoneReason
from clockify_desktop.viewmodels.query_state import QueryState
from tests.pages.five_weeks import DIRECTORY, WORKSPACE, report_of
from tests.viewmodels.file_sources import source

MADE = MadeFile(bytes, "rows", columns=("user", "duration_hours"))


@pytest.fixture
def shown() -> FileSource:
    choice, today = parse_period("2026-W47"), date(2026, 11, 24)
    question = QueryState(
        *(WORKSPACE, choice, choice.resolve(today, 0), today, "Europe/Berlin"),
        *(ZoneReason.PROFILE, 0),
    )
    report = report_of(question.query, [(0, 0, 0, 3600), (1, 1, 0, 60)])
    content = where_content(report, EVERYTHING, ViewOptions())
    made = source(content, report, sample=True, question=question)
    return replace(made, account="Work")


def asked(source_: FileSource, **chosen: Any) -> Namespace:
    """Read the command as the command line does."""
    words = file_command(source_, FileChoice(**chosen), MADE)
    assert words[0] == "report"
    return parsed([*words[1:], "--output", f"x.{FileChoice(**chosen).ending}"])


def test_signs_and_columns_are_those_of_the_dialog(shown: FileSource) -> None:
    other = asked(
        shown, program=FileProgram.OTHER, guards=False, ids=False, amounts=True
    )
    assert (other.separator, other.decimal_sign) == ("semicolon", "comma")
    assert other.no_formula_guard
    assert other.columns == ("user", "duration_hours")
    assert not other.no_amounts
    assert other.no_descriptions
    assert (other.demo, other.account) == (True, "Work")
    assert asked(shown).dialect == "excel"
    assert asked(shown).columns is None


@pytest.mark.parametrize(
    ("program", "layout", "option", "levels"),
    [
        (FileProgram.PLAIN, FileLayout.SHOWN, "rows", ["user", "project"]),
        (FileProgram.PLAIN, FileLayout.DAY_GRID, "grid", ["user", "day"]),
        (FileProgram.PLAIN, FileLayout.BY_CLIENT, "rows", ["user", "client"]),
        (FileProgram.PLAIN, FileLayout.ENTRIES, "entries", ["user", "project"]),
        (FileProgram.CLOCKIFY, FileLayout.PEOPLE, "clockify-summary", ["user"]),
        (
            *(FileProgram.CLOCKIFY, FileLayout.ENTRIES, "clockify-detailed"),
            ["user", "project"],
        ),
    ],
)
def test_rows_are_asked_for_by_layout_and_levels(
    shown: FileSource,
    program: FileProgram,
    layout: FileLayout,
    option: str,
    levels: list[str],
) -> None:
    arguments = asked(shown, program=program, layout=layout)
    assert arguments.layout == option
    assert [*arguments.group_by] == levels


def test_documents_are_asked_for_by_their_kind(shown: FileSource) -> None:
    review = asked(shown, program=FileProgram.REVIEW, paper=PaperSize.LETTER)
    assert (review.page, review.format, review.paper) == ("review", "pdf", "letter")
    picture = asked(shown, program=FileProgram.PICTURE, picture=PictureKind.SVG)
    assert (picture.page, picture.format, picture.paper) == ("where", "svg", None)
    # A paper that was chosen for a PDF is nothing to a drawing.
    drawing = asked(shown, program=FileProgram.PICTURE, paper=PaperSize.LETTER)
    assert (drawing.format, drawing.paper) == ("png", None)
    sheets = asked(shown, program=FileProgram.SPREADSHEET)
    assert (sheets.page, sheets.format) == ("review", "xlsx")
    assert sheets.no_amounts
    hidden = asked(shown, program=FileProgram.REVIEW, people=PeopleAs.LETTERS)
    assert hidden.hide_names


def test_what_no_command_says_is_not_offered(shown: FileSource) -> None:
    def none_for(source_: FileSource, **chosen: Any) -> bool:
        return file_command(source_, FileChoice(**chosen), MADE) == ()

    def with_state(**changes: Any) -> FileSource:
        return replace(shown, state=replace(shown.state, **changes))

    assert none_for(shown, people=PeopleAs.INITIALS)
    assert none_for(shown, program=FileProgram.SPREADSHEET, ids=False)
    assert none_for(with_state(opened=OpenedEntries("one:ann", None)))
    nobody = with_state(people=none([one.id for one in DIRECTORY.people]))
    narrowed = replace(nobody.content, narrowed=nobody.state.selection)
    assert none_for(replace(nobody, content=narrowed))
    assert none_for(with_state(report=None))
    clicked = replace(
        shown.content, narrowed=Selection(people=frozenset({UserId("u")}))
    )
    assert none_for(replace(shown, content=clicked))
    assert not none_for(with_state(names_hidden=True), people=PeopleAs.INITIALS)
