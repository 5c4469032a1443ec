import asyncio
import struct
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from clockify_desktop.charts.paper import Paper
from clockify_desktop.charts.picture import PictureFormat
from clockify_desktop.domain.directory import Person, Project
from clockify_desktop.domain.identity import ProjectId, UserId
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import EVERYTHING
from clockify_desktop.export.file_choice import PictureKind
from clockify_desktop.export.picture import picture_bytes, picture_foot
from clockify_desktop.pages.chart_selection import ChartSelection
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.where import WhereContent, where_content
from clockify_desktop.viewmodels.export_state import PictureState, SavePhase
from clockify_desktop.viewmodels.picture_saver import PictureSaver

DAY = date(2026, 11, 17)


def report_of(make_report: Callable[..., Report], people: int) -> Report:
    named = tuple(Person(UserId(f"u{one}"), f"Person {one}") for one in range(people))
    projects = tuple(Project(ProjectId(f"p{one}"), f"P{one}") for one in range(3))
    facts: list[Any] = [
        (one, one % 3, DAY, 3600, 60, 1_500_000, 0) for one in range(people)
    ]
    return make_report(facts, named, projects)


@pytest.fixture
def report(make_report: Callable[..., Report]) -> Report:
    return report_of(make_report, 3)


@pytest.fixture
def content(report: Report) -> WhereContent:
    return where_content(report, EVERYTHING, ViewOptions())


def ended(wish: Callable[[PictureSaver], None]) -> PictureState:
    async def main() -> PictureState:
        saver = PictureSaver()
        end = asyncio.Event()
        saver.changed.connect(
            lambda state: None if state.phase is SavePhase.SAVING else end.set()
        )
        wish(saver)
        assert saver.state == PictureState(SavePhase.SAVING)
        async with asyncio.timeout(30):
            await end.wait()
        await saver.close()
        return saver.state

    return asyncio.run(main())


@pytest.mark.parametrize(
    ("kind", "start"),
    [
        (PictureKind.PNG, b"\x89PNG"),
        (PictureKind.SVG, b"<?xml"),
        (PictureKind.PDF, b"%PDF"),
    ],
)
def test_a_picture_is_saved(
    content: WhereContent,
    tmp_path: Path,
    kind: PictureKind,
    start: bytes,
) -> None:
    target = tmp_path / f"week.{kind.value}"
    state = ended(lambda saver: saver.save_picture(content, kind, target))
    assert state == PictureState(SavePhase.SAVED, saved=target)
    assert target.read_bytes().startswith(start)


def test_what_is_selected_is_in_the_picture(
    report: Report, content: WhereContent, tmp_path: Path
) -> None:
    target = tmp_path / "week.png"
    ended(lambda saver: saver.save_picture(content, PictureKind.PNG, target))
    foot = picture_foot(content.query, content.fetched_at, sample=False)
    plain = picture_bytes(content.picture, foot=foot)
    assert target.read_bytes() == plain
    focus = ChartSelection(frozenset({"one:u1"}), frozenset())
    focused = where_content(report, EVERYTHING, ViewOptions(selected=focus))
    ended(lambda saver: saver.save_picture(focused, PictureKind.PNG, target))
    assert target.read_bytes() != plain


def test_sample_data_says_so_in_the_picture_on_paper(
    content: WhereContent, tmp_path: Path
) -> None:
    target = tmp_path / "week.svg"
    for sample in (False, True):
        ended(
            lambda saver, sample=sample: saver.save_picture(
                content, PictureKind.SVG, target, sample=sample
            )
        )
        assert ("SAMPLE DATA · fetched " in target.read_text("utf-8")) is sample
    target = tmp_path / "week.pdf"
    ended(
        lambda saver: saver.save_picture(
            content, PictureKind.PDF, target, paper=Paper.LETTER
        )
    )
    assert b"/MediaBox [ 0 0 792 612 ]" in target.read_bytes()


def test_a_picture_is_copied(content: WhereContent) -> None:
    state = ended(lambda saver: saver.copy_picture(content))
    assert state.saved is None
    assert state.copied is not None
    assert struct.unpack(">I", state.copied[16:20]) == (1440,)


def test_too_tall_a_picture_is_refused(
    make_report: Callable[..., Report], tmp_path: Path
) -> None:
    report = report_of(make_report, 1100)
    content = where_content(report, EVERYTHING, ViewOptions())
    target = tmp_path / "week.png"
    state = ended(lambda saver: saver.save_picture(content, PictureKind.PNG, target))
    assert state.phase is SavePhase.FAILED
    assert state.error is not None
    assert "too tall" in state.error.title
    assert not target.exists()


def test_a_newer_wish_takes_the_place_of_the_older_one(
    content: WhereContent, tmp_path: Path
) -> None:
    def both(saver: PictureSaver) -> None:
        saver.copy_picture(content)
        saver.save_picture(content, PictureKind.SVG, tmp_path / "week.svg")

    assert ended(both).saved == tmp_path / "week.svg"


def test_kinds_are_those_that_can_bedrawn_picture() -> None:
    assert [one.value for one in PictureKind] == [one.value for one in PictureFormat]
