import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from clockify_desktop.domain.normal_form import searchable
from clockify_desktop.ui.pickers.check_list_model import (
    ROW_ROLE,
    CheckListModel,
    RowListModel,
)
from clockify_desktop.ui.pickers.rows import Row

_Role = Qt.ItemDataRole


def _rows(count: int) -> list[Row]:
    rows = [Row("All teams", heading=True)] if count else []
    return rows + [
        Row(f"Person {n}", frozenset({f"u{n}"}), words=searchable(f"Person {n}"))
        for n in range(count)
    ]


@pytest.fixture
def parent() -> QObject:
    return QObject()


@pytest.mark.parametrize("count", [0, 3, 500])
def test_the_model_of_boxes_keeps_qts_rules(
    parent: QObject, qtmodeltester: ModelTester, count: int
) -> None:
    model = CheckListModel(parent)
    qtmodeltester.check(model)
    model.show_choice(_rows(count), frozenset({"u1"}))
    model.show_choice(_rows(count), frozenset({"u1", "u2"}))
    model.search("2")
    qtmodeltester.check(model)
    model.search("nothing")
    model.search("")
    qtmodeltester.check(model)
    assert model.rowCount() == (count + 1 if count else 0)


@pytest.mark.parametrize("count", [0, 3, 500])
def test_the_model_of_one_keeps_qts_rules(
    parent: QObject, qtmodeltester: ModelTester, count: int
) -> None:
    model = RowListModel(parent)
    model.show_rows([Row(f"Zone {n}", words=f"zone {n}") for n in range(count)])
    qtmodeltester.check(model)
    model.search("zone 2")
    qtmodeltester.check(model)
    assert model.rowCount() == sum("2" in f"{n}" for n in range(count))
    assert not model.current_index().isValid()


def test_boxes_follow_what_is_chosen(parent: QObject, qtbot: QtBot) -> None:
    model = CheckListModel(parent)
    team = Row("Team", frozenset({"u0", "u1"}))
    model.show_choice([team, *_rows(3)], frozenset({"u0"}))

    def state(row: int) -> object:
        return model.index(row).data(_Role.CheckStateRole)

    assert state(0) is Qt.CheckState.PartiallyChecked
    # A heading without ids has no box and cannot be reached.
    assert state(1) is None
    assert not model.flags(model.index(1)) & Qt.ItemFlag.ItemIsEnabled
    assert state(2) is Qt.CheckState.Checked
    assert state(3) is Qt.CheckState.Unchecked
    with qtbot.waitSignal(model.dataChanged, timeout=1000):
        model.show_choice([team, *_rows(3)], frozenset({"u0", "u1"}))
    assert state(0) is Qt.CheckState.Checked
    with (
        qtbot.assertNotEmitted(model.dataChanged),
        qtbot.assertNotEmitted(model.modelReset),
    ):
        model.show_choice([team, *_rows(3)], frozenset({"u0", "u1", "elsewhere"}))
    with qtbot.waitSignal(model.modelReset, timeout=1000):
        model.show_choice(_rows(3), frozenset())


def test_a_box_that_is_set_only_asks(parent: QObject, qtbot: QtBot) -> None:
    model = CheckListModel(parent)
    model.show_choice(_rows(2), frozenset())
    with qtbot.waitSignal(model.checked, timeout=1000) as told:
        assert model.setData(
            model.index(1), Qt.CheckState.Checked, _Role.CheckStateRole
        )
    assert told.args == [frozenset({"u0"})]
    assert model.index(1).data(_Role.CheckStateRole) is Qt.CheckState.Unchecked
    with qtbot.waitSignal(model.unchecked, timeout=1000):
        model.setData(model.index(1), Qt.CheckState.Unchecked, _Role.CheckStateRole)
    with qtbot.assertNotEmitted(model.checked):
        assert not model.setData(
            model.index(0), Qt.CheckState.Checked, _Role.CheckStateRole
        )
        assert not model.setData(model.index(1), "Bo", _Role.EditRole)
        assert not model.setData(
            QModelIndex(), Qt.CheckState.Checked, _Role.CheckStateRole
        )


def test_rows_say_everything_to_a_screen_reader(parent: QObject) -> None:
    boxes, one = CheckListModel(parent), RowListModel(parent)
    row = Row("Bo", frozenset({"b"}), "invited", "bo", current=True)
    boxes.show_choice([row], frozenset())
    one.show_rows([Row("Al", words="al"), row])
    models: tuple[tuple[QAbstractItemModel, int], ...] = ((boxes, 0), (one, 1))
    for model, place in models:
        index = model.index(place, 0)
        assert index.data() == "Bo"
        assert index.data(_Role.AccessibleTextRole) == "Bo, invited, chosen"
        assert index.data(ROW_ROLE) == row
        assert "Bo" in index.data(_Role.ToolTipRole)
        for unused in (_Role.DecorationRole, _Role.FontRole, _Role.EditRole):
            assert index.data(unused) is None
    assert one.current_index().row() == 1
