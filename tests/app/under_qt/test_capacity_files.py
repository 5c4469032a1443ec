import asyncio
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFileDialog, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.app.capacity_files import CapacityFiles
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.hidden_names import HiddenNames, Hiding
from clockify_desktop.domain.review_records import ReviewRecord, SetCapacity
from clockify_desktop.domain.selection import EVERYTHING
from clockify_desktop.pages.capacity import CAPACITY
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.ui.report.capacity_file_dialog import CapacityFileDialog
from clockify_desktop.ui.save_as import RecentFolder
from tests.pages.plan_of_people import HOUR, WEEK, answers_of, hours, person, report_of

ANN, BOB = person("Ann"), person("Bob")
REPORT = report_of((ANN, BOB))
CONTENT = CAPACITY.content(
    answers_of(REPORT, {ANN.id: (hours(*range(5)),)}),
    *(REPORT.query, EVERYTHING, ViewOptions()),
)
HEADS = "email;hours a day;days;valid from\n"


class Review:
    """Writes down what is to be kept."""

    def __init__(self) -> None:
        self.kept: list[ReviewRecord] = []

    def keep(self, *records: ReviewRecord) -> None:
        self.kept.extend(records)


class Stage:
    """The files of a page, with the questions answered."""

    def __init__(self, home: QWidget, folder: Path, content: object = CONTENT) -> None:
        self.home, self.review = home, Review()
        self.state = SimpleNamespace(content=content)
        self.told = asyncio.Queue[object]()
        model: Any = SimpleNamespace(state=self.state)
        review: Any = self.review
        recent = RecentFolder(folder)
        self.files = CapacityFiles(model, review, home, recent, home)
        self.files.failed.connect(self.told.put_nowait)
        self.files.said.connect(self.told.put_nowait)

        read = self.files._on_lines

        def tell_of_it(*of_file: Any) -> None:
            read(*of_file)
            self.told.put_nowait(home.findChild(CapacityFileDialog))

        self.files._on_lines = tell_of_it  # type: ignore[method-assign]  # as it says

    def choose(self, path: Path) -> None:
        (dialog,) = self.home.findChildren(QFileDialog)
        dialog.fileSelected.emit(str(path))
        dialog.close()
        # No loop of Qt deletes it.
        dialog.setParent(None)

    async def preview(self) -> Any:
        """Wait for what a file says."""
        dialog = await self.told.get()
        assert isinstance(dialog, CapacityFileDialog)
        return dialog


@pytest.fixture
def home(qtbot: QtBot) -> QWidget:
    home = QWidget()
    qtbot.addWidget(home)
    return home


def run(scene: Callable[[], Any]) -> None:
    async def within() -> None:
        async with asyncio.timeout(5):
            await scene()

    asyncio.run(within())


def test_a_file_is_looked_at_before_it_is_kept(home: QWidget, tmp_path: Path) -> None:
    path = tmp_path / "team.csv"
    path.write_text(
        HEADS + "ann@x.example;7,5;Mon-Thu;16.11.2026\nzoe@x.example;8;;16.11.2026\n"
    )

    async def scene() -> None:
        stage = Stage(home, tmp_path)
        stage.files.do("read_capacities")
        stage.choose(path)
        dialog = await stage.preview()
        assert dialog.windowTitle() == "Capacities from team.csv"
        assert dialog.findChild(QTreeWidget).topLevelItemCount() == 2
        assert stage.review.kept == []
        dialog.keep.click()
        half = 15 * HOUR // 2
        week = (*[half] * 4, 0, 0, 0)
        assert stage.review.kept == [SetCapacity(ANN.id, WEEK.start, week)]
        await stage.files.close()

    run(scene)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04"])
def test_what_cannot_be_read_is_told_and_keeps_nothing(
    home: QWidget, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "team.csv"
    path.write_bytes(content)

    async def scene() -> None:
        stage = Stage(home, tmp_path)
        stage.files.do("read_capacities")
        stage.choose(path)
        assert isinstance(await stage.told.get(), AppError)
        stage.files.do("read_capacities")
        stage.choose(tmp_path / "gone.csv")
        assert isinstance(await stage.told.get(), AppError)
        assert not home.findChildren(CapacityFileDialog)
        await stage.files.close()

    run(scene)


def test_what_is_saved_to_fill_in_is_read_again(home: QWidget, tmp_path: Path) -> None:
    async def scene() -> None:
        stage = Stage(home, tmp_path)
        stage.files.do("save_capacities")
        (dialog,) = home.findChildren(QFileDialog)
        (chosen,) = map(Path, dialog.selectedFiles())
        assert chosen.name == "Acme_2026-W47_capacities.csv"
        stage.choose(tmp_path / chosen.name)
        assert await stage.told.get() == "saved Acme_2026-W47_capacities.csv"
        assert (tmp_path / chosen.name).read_bytes().startswith(b"\xef\xbb\xbfemail")
        stage.files.do("read_capacities")
        stage.choose(tmp_path / chosen.name)
        preview = await stage.preview()
        # What is assumed of Bob is set; of Ann Clockify tells the same.
        assert preview.keep.text() == "Set 1 person"
        await stage.files.close()

    run(scene)


@pytest.mark.parametrize(
    ("region", "month"), [("de_DE", 6), ("en_GB", 6), ("en_US", 5), ("sv_SE", 5)]
)
def test_days_are_read_as_the_region_writes_them(
    home: QWidget,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    region: str,
    month: int,
) -> None:
    path = tmp_path / "team.csv"
    path.write_text(HEADS + "bob@x.example;8;;5/6/2026\n")
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(region))

    async def scene() -> None:
        stage = Stage(home, tmp_path)
        stage.files.do("read_capacities")
        stage.choose(path)
        (await stage.preview()).keep.click()
        (record,) = stage.review.kept
        assert isinstance(record, SetCapacity)
        assert record.valid_from.month == month
        await stage.files.close()

    run(scene)


def test_another_page_or_hidden_people_have_no_such_files(
    home: QWidget, tmp_path: Path
) -> None:
    hidden = Hiding(HiddenNames()).of(REPORT)
    content = CAPACITY.content(
        answers_of(hidden), hidden.query, EVERYTHING, ViewOptions()
    )
    assert content is not None
    assert content.set_actions == ()
    path = tmp_path / "team.csv"
    path.write_text(HEADS)

    async def scene() -> None:
        for other in (None, content):
            stage = Stage(home, tmp_path, other)
            stage.files.do("save_capacities")
            stage.files.do("read_capacities")
            assert not home.findChildren(QFileDialog)
        stage = Stage(home, tmp_path)
        stage.files.do("read_capacities")
        stage.state.content = content
        stage.choose(path)
        # Names were hidden while the file was read.
        assert await stage.told.get() is None
        await stage.files.close()

    run(scene)
