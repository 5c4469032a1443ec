from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.charts.bar_content import BarContent
from clockify_desktop.charts.picture import draw_chart
from clockify_desktop.domain.matrix import Matrix
from clockify_desktop.export.file_choice import PictureKind
from clockify_desktop.ui.save_as import PictureSaving, RecentFolder, SaveAs
from clockify_desktop.viewmodels.export_state import PictureState, SavePhase


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.mark.parametrize("kind", PictureKind)
def test_it_asks_for_a_file_of_the_kind(
    qtbot: QtBot, window: QWidget, tmp_path: Path, kind: PictureKind
) -> None:
    saving = PictureSaving(window, RecentFolder(tmp_path))
    saving.ask(kind, f"Acme_2026-W47_people-by-project.{kind.value}")
    asked = window.findChild(QFileDialog, "save_as")
    assert isinstance(asked, QFileDialog)
    assert asked.isVisible()
    assert asked.windowTitle() == f"Save the picture as {kind.value.upper()}"
    assert asked.nameFilters()[0].endswith(f"(*.{kind.value})")
    field = asked.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setText(str(tmp_path / "week"))
    with qtbot.waitSignal(saving.path_chosen, timeout=1000) as told:
        asked.accept()
    assert told.args == [kind, tmp_path / f"week.{kind.value}"]


@pytest.mark.parametrize(
    ("typed", "kind", "name"),
    [
        ("w.pdf", PictureKind.PDF, "w.pdf"),
        ("w.SVG", PictureKind.SVG, "w.SVG"),
        ("w.2026", PictureKind.PNG, "w.2026.png"),
        ("w.csv", PictureKind.PNG, "w.csv.png"),
    ],
)
def test_the_name_decides_the_kind_or_is_mended(
    qtbot: QtBot,
    window: QWidget,
    tmp_path: Path,
    typed: str,
    kind: PictureKind,
    name: str,
) -> None:
    saving = PictureSaving(window, RecentFolder(tmp_path))
    saving.ask(PictureKind.PNG, "week.png")
    with qtbot.waitSignal(saving.path_chosen, timeout=1000) as told:
        saving._save_as._on_selected(str(tmp_path / typed))
    assert told.args == [kind, tmp_path / name]


def test_a_mended_name_replaces_nothing_that_was_not_agreed_to(
    qtbot: QtBot, window: QWidget, tmp_path: Path
) -> None:
    (tmp_path / "w.doc.csv").write_text("kept")
    save_as = SaveAs(window, RecentFolder(tmp_path))
    save_as.ask("Export CSV", "week.csv", ("csv", "txt"), "CSV file (*.csv)")
    first = save_as._dialog
    assert first is not None
    first.selectFile("w.doc")
    with qtbot.assertNotEmitted(save_as.path_chosen):
        first.accept()
    again = save_as._dialog
    assert again not in {None, first}
    assert again.isVisible()
    assert again.windowTitle() == "Export CSV"
    assert [Path(one).name for one in again.selectedFiles()] == ["w.doc.csv"]
    again.reject()
    assert save_as._dialog is None


def test_one_recent_folder_is_shared(window: QWidget, tmp_path: Path) -> None:
    recent = RecentFolder()
    assert recent.or_documents()
    saving = PictureSaving(window, recent)
    saving.ask(PictureKind.PNG, "week.png")
    saving._save_as._on_selected(str(tmp_path / "week.png"))
    assert recent.or_documents() == str(tmp_path)
    recent.path = tmp_path / "gone"
    assert recent.or_documents() != str(tmp_path / "gone")


def test_a_copied_picture_is_on_the_clipboard(window: QWidget) -> None:
    saving = PictureSaving(window)
    nobody = Matrix((), (), np.zeros((0, 0), np.int64))
    png = draw_chart(BarContent(nobody, "Where time went", "Nobody."))
    saving.show_state(PictureState(SavePhase.SAVED, copied=png))
    image = QGuiApplication.clipboard().image()
    assert image.width() == 1440
    QGuiApplication.clipboard().clear()
    saving.show_state(PictureState())
    assert QGuiApplication.clipboard().image().isNull()
