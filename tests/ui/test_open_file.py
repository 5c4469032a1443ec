from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.ui.open_file import OpenFile
from clockify_desktop.ui.save_as import RecentFolder


def test_a_file_is_asked_for_where_the_last_one_was(
    qtbot: QtBot, tmp_path: Path
) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    recent = RecentFolder(tmp_path)
    asking = OpenFile(home, recent)
    chosen: list[Path] = []
    asking.path_chosen.connect(chosen.append)
    asking.ask("Read capacities", "CSV file (*.csv)")
    dialog = home.findChild(QFileDialog, "open_file")
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFile
    assert Path(dialog.directory().path()) == tmp_path
    dialog.fileSelected.emit(str(tmp_path / "in" / "a.csv"))
    dialog.close()
    assert chosen == [tmp_path / "in" / "a.csv"]
    assert recent.path == tmp_path / "in"


def test_several_can_be_chosen_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    recent = RecentFolder(tmp_path)
    asking = OpenFile(home, recent)
    chosen: list[list[Path]] = []
    asking.paths_chosen.connect(chosen.append)
    asking.ask("Open exports", "CSV file (*.csv)", several=True)
    dialog = home.findChild(QFileDialog, "open_file")
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFiles
    names = [tmp_path / "in" / "a.csv", tmp_path / "in" / "b.csv"]
    dialog.filesSelected.emit(list(map(str, names)))
    dialog.close()
    assert chosen == [names]
    assert recent.path == tmp_path / "in"
