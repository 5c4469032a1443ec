from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.domain.directory import Person, Project, UserGroup
from clockify_desktop.domain.identity import GroupId, ProjectId, UserId
from clockify_desktop.ui.pickers.multi_picker import MultiPicker
from clockify_desktop.ui.pickers.people_picker import PeoplePicker
from clockify_desktop.ui.pickers.project_picker import ProjectPicker
from clockify_desktop.ui.pickers.row_delegate import share
from clockify_desktop.viewmodels.choice import ALL, Choice, Rule, none, only
from clockify_desktop.viewmodels.picker_states import PeopleState, ProjectsState

NAMES = ("Anna", "Bo", "Cleo", "Dan")
IDS = frozenset(f"u{name}" for name in NAMES)
PEOPLE = tuple(Person(UserId(f"u{name}"), name) for name in NAMES)
TEAM = UserGroup(GroupId("g"), "Design", (UserId("uAnna"), UserId("uBo")))
STATE = PeopleState(PEOPLE, (TEAM,))


class Wishes:
    """Answers each wish with the state it leads to, as the view model does."""

    def __init__(self, show: Callable[[Choice], None]) -> None:
        self.all: list[Choice] = []
        self._show = show

    def answer(self, choice: Choice) -> None:
        self.all.append(choice)
        self._show(choice)

    @property
    def last(self) -> Choice:
        return self.all[-1]


@pytest.fixture
def people(window: QWidget) -> PeoplePicker:
    picker = PeoplePicker(window)
    picker.show_state(STATE)
    window.show()
    return picker


@pytest.fixture
def wishes(people: PeoplePicker) -> Wishes:
    wishes = Wishes(lambda choice: people.show_state(replace(STATE, choice=choice)))
    people.choice_changed.connect(wishes.answer)
    return wishes


def _opened(picker: MultiPicker) -> None:
    picker.click()
    assert picker.panel.isVisible()
    QApplication.processEvents()


def _button(picker: MultiPicker, text: str) -> QPushButton:
    buttons = picker.panel.findChildren(QPushButton)
    return next(one for one in buttons if one.text() == text)


def _listed(picker: MultiPicker) -> list[str]:
    return [row.text for row in picker.panel.model.rows]


def _row(picker: MultiPicker, text: str) -> QModelIndex:
    return picker.panel.model.index(_listed(picker).index(text))


def test_nothing_is_counted_before_anybody_is_known(window: QWidget) -> None:
    for kind, name in ((PeoplePicker, "People"), (ProjectPicker, "Projects")):
        picker = kind(window)
        assert str(picker.words) == f"{name} …"
        assert picker.accessibleName() == f"{name}: …"
        assert picker.cross.isHidden()


def test_the_button_says_the_state(people: PeoplePicker, qtbot: QtBot) -> None:
    assert people.objectName() == "user_picker"
    assert people.accessibleName() == "People: all 4"
    assert not people.cross.isVisible()
    people.show_state(replace(STATE, choice=only({"uBo"}, IDS)))
    assert people.accessibleName() == "People: 1 of 4"
    assert people.property("narrowed")
    assert people.cross.isVisible()
    assert people.cross.accessibleName() == "Clear: People"
    with qtbot.waitSignal(people.choice_changed, timeout=1000) as told:
        people.cross.click()
    assert told.args == [ALL]
    assert not people.panel.isVisible()


def test_who_has_not_joined_is_said_and_not_counted(people: PeoplePicker) -> None:
    state = replace(STATE, not_joined=frozenset({UserId("uDan")}))
    people.show_state(state)
    assert people.accessibleName() == "People: all 3 \N{MIDDLE DOT} 1 not joined yet"
    assert not people.cross.isVisible()
    _opened(people)
    assert people.panel.counted.text() == "3 of 3 chosen"
    people.show_state(replace(state, choice=only({"uBo"}, IDS)))
    assert people.accessibleName() == "People: 1 of 3"
    assert people.panel.counted.text() == "1 of 3 chosen"


def test_what_is_shown_changes_only_by_a_new_state(
    people: PeoplePicker, qtbot: QtBot
) -> None:
    _opened(people)
    with qtbot.waitSignal(people.choice_changed, timeout=1000):
        _button(people, "None").click()
    assert people.words.value == "all 4"
    assert people.panel.counted.text() == "4 of 4 chosen"


def test_all_none_and_invert(people: PeoplePicker, wishes: Wishes) -> None:
    _opened(people)
    _button(people, "None").click()
    assert wishes.last == none(IDS)
    assert people.words.value == "0 of 4"
    _button(people, "Invert").click()
    assert wishes.last == ALL
    _button(people, "Invert").click()
    _button(people, "All").click()
    assert wishes.last == ALL


def test_with_a_search_the_buttons_are_about_those_found(
    people: PeoplePicker, wishes: Wishes
) -> None:
    _opened(people)
    people.panel.search.setText("n")
    assert _listed(people) == ["Teams", "Design", "People", "Anna", "Dan"]
    people.panel.search.setText("an")
    assert _listed(people) == ["People", "Anna", "Dan"]
    assert people.panel.counted.text() == "4 of 4 chosen · 2 not in this list"
    _button(people, "None of these").click()
    assert wishes.last == Choice(Rule.EXCEPT, frozenset({"uAnna", "uDan"}))
    _button(people, "Invert").click()
    assert wishes.last == ALL
    _button(people, "Only these").click()
    assert wishes.last.chosen(IDS) == {"uAnna", "uDan"}
    people.panel.search.setText("bo")
    _button(people, "All of these").click()
    assert wishes.last.chosen(IDS) == {"uAnna", "uDan", "uBo"}
    people.panel.search.setText("nobody is called that")
    assert not _button(people, "Only these").isEnabled()
    people.panel.search.setText("")
    assert not _button(people, "Only these").isVisible()
    assert _button(people, "All").isEnabled()
    # The search is over when the panel opens again.
    people.panel.search.setText("bo")
    people.panel.close()
    _opened(people)
    assert len(_listed(people)) == 7


def test_a_team_is_chosen_by_its_box(people: PeoplePicker, wishes: Wishes) -> None:
    people.show_state(replace(STATE, choice=only({"uBo"}, IDS)))
    _opened(people)
    row = _row(people, "Design")
    assert row.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.PartiallyChecked
    people.panel.list.scrollTo(row)
    place = people.panel.list.visualRect(row).center()
    # A click anywhere in the row will do.
    viewport = people.panel.list.viewport()
    bot = QtBot.mouseClick
    bot(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert wishes.last.chosen(IDS) == {"uAnna", "uBo"}
    bot(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert wishes.last.chosen(IDS) == frozenset()


def test_everything_by_keyboard(
    people: PeoplePicker, wishes: Wishes, qtbot: QtBot
) -> None:
    people.setFocus()
    qtbot.keyClick(people, Qt.Key.Key_Down)
    panel = people.panel
    assert panel.isVisible()
    assert panel.focusWidget() is panel.search
    qtbot.keyClicks(panel.search, "o")
    qtbot.keyClick(panel.search, Qt.Key.Key_Down)
    assert panel.focusWidget() is panel.list
    # Headings are passed over.
    assert panel.list.currentIndex().data() == "Bo"
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    assert wishes.last == Choice(Rule.EXCEPT, frozenset({"uBo"}))
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.list.currentIndex().data() == "Cleo"
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert wishes.last.chosen(IDS) == {"uAnna", "uDan"}
    # Letters typed in the list go on with the search.
    qtbot.keyClicks(panel.list, "x")
    assert panel.focusWidget() is panel.search
    assert panel.search.text() == "ox"
    qtbot.keyClick(panel.search, Qt.Key.Key_Backspace)
    qtbot.keyClick(panel.search, Qt.Key.Key_Down)
    qtbot.keyClick(panel.list, Qt.Key.Key_Up)
    assert panel.focusWidget() is panel.search
    qtbot.keyClick(panel.search, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert people.window().focusWidget() is people
    assert len(wishes.all) == 2


def test_the_keyboard_comes_back_to_the_button(
    people: PeoplePicker, window: QWidget, qtbot: QtBot
) -> None:
    elsewhere = QPushButton("Refresh", window)
    elsewhere.show()
    elsewhere.setFocus()
    _opened(people)
    qtbot.keyClick(people.panel.search, Qt.Key.Key_Escape)
    assert window.focusWidget() is people


def test_tab_goes_from_top_to_bottom(
    projects: ProjectPicker, window: QWidget, qtbot: QtBot
) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    _opened(projects)
    panel = projects.panel
    reached = []
    while panel.focusWidget() is not panel.list:
        qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Tab)
        reached.append(panel.focusWidget().accessibleName())
    # One stop for each row of segments; the arrows choose within it.
    assert reached == [
        "Archived: Active",
        "Billable: Any",
        "All, projects",
        "None, projects",
        "Invert, projects",
        "Projects",
    ]


def test_who_is_new_is_announced(people: PeoplePicker, wishes: Wishes) -> None:
    people.show_state(replace(STATE, choice=only({"uBo"}, {"uBo", "uAnna"})))
    _opened(people)
    add = people.panel.add_new
    assert add.isVisible()
    assert add.accessibleName() == "2 new people are not shown \N{EN DASH} Add"
    add.click()
    assert wishes.last.chosen(IDS) == {"uBo", "uCleo", "uDan"}
    assert not add.isVisible()


def test_only_members_of_the_chosen_projects(
    people: PeoplePicker, qtbot: QtBot
) -> None:
    _opened(people)
    box = people.members_only
    assert box is not None
    assert not box.isVisible()
    project = ProjectId("p")
    members = {project: frozenset({UserId("uCleo")})}
    people.show_state(
        replace(STATE, members=members, chosen_projects=frozenset({project}))
    )
    assert box.isVisible()
    with qtbot.assertNotEmitted(people.choice_changed):
        box.click()
    assert _listed(people) == ["Cleo"]
    with qtbot.waitSignal(people.choice_changed, timeout=1000) as told:
        _button(people, "Only these").click()
    assert told.args[0].chosen(IDS) == {"uCleo"}
    people.panel.close()
    _opened(people)
    assert not box.isChecked()
    assert len(_listed(people)) == 7


PROJECTS = (
    Project(None, ""),
    Project(ProjectId("web"), "Website", billable=True),
    Project(ProjectId("app"), "App"),
    Project(ProjectId("old"), "Old", archived=True),
)
PROJECT_IDS = frozenset(project.id for project in PROJECTS)


@pytest.fixture
def projects(window: QWidget) -> ProjectPicker:
    picker = ProjectPicker(window)
    picker.show_state(ProjectsState(PROJECTS))
    window.show()
    return picker


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        (ALL, "Projects all 3"),
        (ALL.without_ids(("web",), PROJECT_IDS), "Projects 2 of 3"),
        (only({"web"}, PROJECT_IDS), "Projects 1 of 3"),
        (ALL.without_ids((None,), PROJECT_IDS), "Projects all 3 not without project"),
        (only({None}, PROJECT_IDS), "Projects 0 of 3 only without project"),
    ],
)
def test_time_without_a_project_is_no_project(
    projects: ProjectPicker, choice: Choice, words: str
) -> None:
    projects.show_state(ProjectsState(PROJECTS, choice))
    assert str(projects.words) == words
    assert bool(projects.property("narrowed")) == (choice != ALL)


def test_projects_are_listed_by_archive_and_billable(
    projects: ProjectPicker, qtbot: QtBot
) -> None:
    _opened(projects)
    assert projects.panel.counted.text() == "3 of 3 chosen · 1 not in this list"
    assert not _button(projects, "Only these").isVisible()
    with qtbot.waitSignal(projects.choice_changed, timeout=1000) as told:
        _button(projects, "None").click()
    # Without a filter of the person's own the buttons are about all projects.
    assert told.args == [none(PROJECT_IDS)]
    _button(projects, "Both").click()
    assert "Old" in _listed(projects)
    _button(projects, "Billable").click()
    assert _listed(projects) == ["(Without client)", "Website"]
    with qtbot.waitSignal(projects.choice_changed, timeout=1000) as told:
        _button(projects, "Only these").click()
    assert told.args[0].chosen(PROJECT_IDS) == {"web"}
    projects.panel.close()
    _opened(projects)
    assert _listed(projects) == [
        "(Without project)",
        "(Without client)",
        "App",
        "Website",
    ]


def test_every_control_has_a_name(
    people: PeoplePicker, projects: ProjectPicker
) -> None:
    for picker in (people, projects):
        panel = picker.panel
        for control in (*panel.findChildren(QPushButton), panel.search, panel.list):
            assert control.accessibleName(), control.objectName()


@pytest.mark.parametrize(
    ("room", "name", "remark", "shared"),
    [
        (200, 100, 0, (100, 0)),
        (200, 300, 0, (200, 0)),
        (200, 100, 50, (100, 50)),
        (200, 50, 400, (50, 142)),
        (200, 400, 400, (110, 82)),
        (200, 400, 30, (162, 30)),
    ],
)
def test_a_name_keeps_room_beside_its_remark(
    room: int, name: int, remark: int, shared: tuple[int, int]
) -> None:
    assert share(room, name, remark) == shared
    assert sum(share(room, name, remark)) <= room


@pytest.mark.parametrize("count", [0, 3, 500])
def test_it_is_drawn_with_few_and_many(window: QWidget, count: int) -> None:
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    picker = PeoplePicker(window)
    names = ("محمد العربي", "A very long name " * 9, "Bo")
    picker.show_state(
        PeopleState(
            tuple(
                Person(UserId(f"u{n}"), names[n % 3], f"{n}@acme.example")
                for n in range(count)
            )
        )
    )
    window.show()
    _opened(picker)
    picture = picker.panel.grab().toImage()
    assert picture.width() == picker.panel.width()
    assert picker.grab().width() == picker.width()
