from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from clockify_desktop.api.errors import KeyUnknownError, RequestInfo
from clockify_desktop.api.hosts import DEPLOYMENTS, GERMANY, GLOBAL
from clockify_desktop.api.network_errors import UnreachableError
from clockify_desktop.domain.identity import UserId, WorkspaceId
from clockify_desktop.services.clockify_address import read_address
from clockify_desktop.services.roles import Role
from clockify_desktop.services.sign_in import OpenWorkspace, SignedIn, other_regions
from clockify_desktop.store.errors import NoPasswordStoreError
from clockify_desktop.ui.look.check_mark import CheckBox
from clockify_desktop.ui.sign_in_page import SignInPage
from clockify_desktop.viewmodels.sign_in_state import (
    SignInInput,
    SignInPhase,
    SignInState,
)

KEY = "a-key-that-opens-nothing"
ASKED = RequestInfo("GET", "/user", "api.clockify.me")
OWNER = OpenWorkspace(WorkspaceId("w1"), "Acme & Sons", Role.OWNER, only_own_time=False)
MEMBER = OpenWorkspace(WorkspaceId("w2"), "Beta", Role.MEMBER, only_own_time=True)
MIA = SignedIn(GERMANY, UserId("u1"), "Mia Larsen", "mia@acme.example", (OWNER, MEMBER))
W = TypeVar("W", bound=QWidget)


@pytest.fixture(autouse=True)
def _no_qt_warnings(qtlog: Any) -> Iterator[None]:
    yield
    said = [one.message for one in qtlog.records]
    assert [one for one in said if "propagateSizeHints" not in one] == []


@pytest.fixture
def page(qtbot: QtBot) -> SignInPage:
    page = SignInPage()
    qtbot.addWidget(page)
    page.resize(900, 900)
    page.show()
    qtbot.waitExposed(page)
    return page


def part(page: QWidget, name: str, kind: type[W]) -> W:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def button(page: QWidget, name: str) -> QPushButton:
    return part(page, name, QPushButton)


def shown_text(page: QWidget) -> str:
    labels = [one for one in page.findChildren(QLabel) if one.isVisibleTo(page)]
    return "\n".join(one.accessibleName() or one.text() for one in labels)


def entered_in(page: SignInPage, qtbot: QtBot) -> SignInInput:
    with qtbot.waitSignal(page.form.submitted, timeout=1000) as caught:
        button(page, "test_and_continue").click()
    entered = caught.args[0]
    assert isinstance(entered, SignInInput)
    return entered


def test_at_first_it_says_what_it_does_and_what_it_needs(page: SignInPage) -> None:
    text = shown_text(page)
    for words in (
        "This window only reads: it changes nothing in Clockify.",
        "The command add-entry alone writes there, one entry of your own.",
        "Where is your Clockify?",
        "Manage API keys",
        "owner's or admin's key",
        "no separate organisation key",
        "subdomain has keys of its own",
    ):
        assert words in text, words
    assert part(page, "keep_key", CheckBox).isChecked()
    assert not button(page, "cancel_test").isVisibleTo(page)
    assert "ask these" not in text.lower()


def test_what_was_entered_is_told(page: SignInPage, qtbot: QtBot) -> None:
    edited: list[str] = []
    page.form.hosts.edited.connect(edited.append)
    qtbot.keyClicks(part(page, "host_choice", QLineEdit), "acme.clockify.me")
    qtbot.keyClicks(part(page, "api_key", QLineEdit), KEY)
    assert edited[-1] == "acme.clockify.me"
    assert entered_in(page, qtbot) == SignInInput("acme.clockify.me", KEY)
    part(page, "keep_key", CheckBox).setChecked(False)
    assert not entered_in(page, qtbot).keep
    assert "until you close the program" in shown_text(page)


@pytest.mark.parametrize(
    "deployment", [one for one in DEPLOYMENTS if one.name != "developer"]
)
def test_every_region_of_the_list_leads_there(
    page: SignInPage, qtbot: QtBot, deployment: Any
) -> None:
    name = f"host_{deployment.name}"
    with qtbot.waitSignal(page.form.hosts.edited, timeout=1000):
        button(page, name).click()
    assert button(page, name).isChecked()
    assert read_address(entered_in(page, qtbot).address).hosts == deployment.hosts
    qtbot.keyClicks(part(page, "host_choice", QLineEdit), "x")
    assert not button(page, name).isChecked()


def test_own_subdomain_asks_for_the_name_alone(page: SignInPage, qtbot: QtBot) -> None:
    assert ".clockify.me" not in shown_text(page).splitlines()
    button(page, "host_own_subdomain").click()
    assert ".clockify.me" in shown_text(page).splitlines()
    qtbot.keyClicks(part(page, "host_choice", QLineEdit), "acme")
    assert entered_in(page, qtbot) == SignInInput("acme", "")
    assert button(page, "host_own_subdomain").isChecked()


def test_another_address_is_a_pair(page: SignInPage, qtbot: QtBot) -> None:
    second = part(page, "reports_address", QLineEdit)
    assert not second.isVisibleTo(page)
    button(page, "host_other_address").click()
    assert second.isVisibleTo(page)
    qtbot.keyClicks(part(page, "host_choice", QLineEdit), "https://c.example/api/v1")
    qtbot.keyClicks(second, "https://c.example/report/v1")
    entered = entered_in(page, qtbot)
    assert entered.own_pair
    assert entered.address == "https://c.example/api/v1"
    assert entered.reports_address == "https://c.example/report/v1"
    button(page, "host_use2").click()
    entered = entered_in(page, qtbot)
    assert (entered.own_pair, entered.reports_address) == (False, "")
    assert not second.isVisibleTo(page)


def test_choosing_another_kind_of_address_keeps_what_was_typed(
    page: SignInPage, qtbot: QtBot
) -> None:
    field = part(page, "host_choice", QLineEdit)
    typed = "https://clockify.acme.example/api/v1"
    qtbot.keyClicks(field, typed)
    for kind in ("host_other_address", "host_own_subdomain"):
        button(page, "host_use2").click()
        assert field.text() == "USA"
        button(page, kind).click()
        assert field.text() == typed
        assert button(page, kind).isChecked()


def test_what_is_being_put_right_is_told_once_a_letter_changes(
    page: SignInPage, qtbot: QtBot
) -> None:
    button(page, "host_other_address").click()
    for name in ("api_key", "reports_address"):
        with qtbot.waitSignal(page.form.corrected, timeout=1000):
            qtbot.keyClicks(part(page, name, QLineEdit), "x")
    key = part(page, "api_key", QLineEdit)
    page.show_state(SignInState().failed(NoPasswordStoreError(), "key"))
    qtbot.keyClick(key, Qt.Key.Key_End)
    page.show_state(SignInState())
    assert page.strip.isHidden()
    assert page.window().focusWidget() is key
    assert not key.hasSelectedText()


def test_there_is_a_way_back_where_something_is_open(
    page: SignInPage, qtbot: QtBot
) -> None:
    leave = button(page, "leave_sign_in")
    page.start()
    assert not leave.isVisible()
    with qtbot.assertNotEmitted(leave.clicked):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    page.start(can_leave=True)
    assert leave.isVisible()
    assert leave.text() == "Cancel"
    with qtbot.waitSignal(leave.clicked, timeout=1000):
        qtbot.keyClick(part(page, "host_choice", QLineEdit), Qt.Key.Key_Escape)
    page.show_state(SignInState(SignInPhase.TESTING, read_address("euc1")))
    assert not leave.isVisible()
    with (
        qtbot.waitSignal(page.form.cancel.clicked, timeout=1000),
        qtbot.assertNotEmitted(leave.clicked),
    ):
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    page.show_state(SignInState(SignInPhase.KEEPING))
    with qtbot.waitSignal(page.outcome.cancelled, timeout=1000):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_the_key_is_masked_until_it_is_to_be_shown(page: SignInPage) -> None:
    field = part(page, "api_key", QLineEdit)
    field.setText(KEY)
    assert KEY not in field.displayText()
    button(page, "show_key").click()
    assert field.displayText() == KEY
    assert button(page, "show_key").accessibleName() == "Hide the key"
    button(page, "show_key").click()
    assert KEY not in field.displayText()


def test_where_clockify_was_found_is_said(page: SignInPage) -> None:
    page.show_state(SignInState(place=read_address("euc1")))
    assert "EU (Germany): euc1.clockify.me" in shown_text(page)


def test_no_password_store_is_said(page: SignInPage, qtbot: QtBot) -> None:
    error = NoPasswordStoreError()
    page.show_state(SignInState(lasting=False, store_error=error))
    assert f"{error.title}. {error.how_to_get_one} " in shown_text(page)
    assert "until you close the program" in shown_text(page)
    assert part(page, "keep_key", CheckBox).isHidden()
    assert not entered_in(page, qtbot).keep


def test_while_asking_it_can_be_cancelled(page: SignInPage, qtbot: QtBot) -> None:
    part(page, "api_key", QLineEdit).setText(KEY)
    page.show_state(SignInState(SignInPhase.TESTING, read_address("euc1")))
    assert "Asking EU (Germany)" in shown_text(page)
    assert not button(page, "test_and_continue").isEnabled()
    with qtbot.waitSignal(page.form.cancel.clicked, timeout=1000):
        button(page, "cancel_test").click()
    page.show_state(SignInState())
    assert part(page, "api_key", QLineEdit).text() == KEY, "it is shown only once"


def test_an_error_says_title_and_advice_and_goes_to_its_field(
    page: SignInPage,
) -> None:
    error = UnreachableError(ASKED)
    page.show_state(SignInState(SignInPhase.FAILED, error=error, field="address"))
    assert f"{error.title}.\n{error.advice}" in shown_text(page)
    assert page.focusWidget() is part(page, "host_choice", QLineEdit)
    assert not button(page, "retry").isVisibleTo(page)
    another = UnreachableError(ASKED)
    page.show_state(SignInState(SignInPhase.FAILED, error=another, field="key"))
    assert page.focusWidget() is part(page, "api_key", QLineEdit)
    page.show_state(SignInState())
    assert not part(page, "error_strip", QWidget).isVisibleTo(page)


def test_the_other_regions_are_named_before_they_are_asked(
    page: SignInPage, qtbot: QtBot
) -> None:
    regions = other_regions(GLOBAL)
    state = SignInState(
        SignInPhase.FAILED, error=KeyUnknownError(ASKED), regions=regions
    )
    page.show_state(state)
    assert button(page, "retry").text() == "Try the other regions"
    with qtbot.waitSignal(page.strip.retried, timeout=1000):
        button(page, "retry").click()
    page.show_state(SignInState(SignInPhase.CONSENT, regions=regions))
    text = shown_text(page)
    for host in ("euc1", "use2", "euw2", "apse2"):
        assert f"{host}.clockify.me" in text
    assert page.focusWidget() is button(page, "do_not_ask")
    with qtbot.waitSignal(page.consent.agree.clicked, timeout=1000):
        button(page, "ask_regions").click()
    with qtbot.waitSignal(page.consent.decline.clicked, timeout=1000):
        button(page, "do_not_ask").click()


def test_the_outcome_names_person_workspace_and_role(
    page: SignInPage, qtbot: QtBot
) -> None:
    page.show_state(SignInState(SignInPhase.DONE, signed_in=MIA, chosen=OWNER))
    text = shown_text(page)
    assert "Mia Larsen" in text
    assert "mia@acme.example · EU (Germany)" in text
    assert "Owner of Acme & Sons: you can see the whole team's time." in text
    assert "use the key of an owner" not in text
    assert button(page, "open_report").text() == "Open last week"
    with qtbot.waitSignal(page.outcome.open_report.clicked, timeout=1000):
        button(page, "open_report").click()


def test_a_member_is_told_and_offered_both_ways(page: SignInPage, qtbot: QtBot) -> None:
    page.show_state(SignInState(SignInPhase.DONE, signed_in=MIA, chosen=MEMBER))
    assert "Member of Beta: you can see only your own time." in shown_text(page)
    assert "use the key of an owner or admin" in shown_text(page)
    assert button(page, "open_report").text() == "Open my own week"
    part(page, "api_key", QLineEdit).setText(KEY)
    with qtbot.waitSignal(page.outcome.another_key_requested, timeout=1000):
        button(page, "another_key").click()
    page.show_state(SignInState())
    field = part(page, "api_key", QLineEdit)
    assert field.text() == ""
    field.undo()
    assert field.text() == "", "nobody brings a key back with Ctrl+Z"


def test_another_workspace_can_be_chosen(page: SignInPage, qtbot: QtBot) -> None:
    page.show_state(SignInState(SignInPhase.DONE, signed_in=MIA, chosen=OWNER))
    choice = button(page, "workspace_choice")
    assert choice.accessibleName() == "Workspace: Acme & Sons"
    with qtbot.waitSignal(page.outcome.workspace_chosen, timeout=1000) as caught:
        choice.menu().actions()[1].trigger()
    assert caught.args == ["w2"]
    alone = SignedIn(GERMANY, UserId("u1"), "Mia", "", (OWNER,))
    page.show_state(SignInState(SignInPhase.DONE, signed_in=alone, chosen=OWNER))
    assert not choice.isVisibleTo(page)


@pytest.mark.parametrize(
    ("unreadable", "words"),
    [
        (0, ""),
        (1, "1 workspace could not be read."),
        (2, "2 workspaces could not be read."),
    ],
)
def test_workspaces_that_could_not_be_read_are_told(
    page: SignInPage, unreadable: int, words: str
) -> None:
    some = replace(MIA, unreadable=unreadable)
    page.show_state(SignInState(SignInPhase.DONE, signed_in=some, chosen=OWNER))
    told = part(page, "unread_workspaces", QLabel)
    assert told.text() == words
    assert told.isVisibleTo(page) is bool(words)


def test_a_store_that_refuses_offers_this_run(page: SignInPage, qtbot: QtBot) -> None:
    error = NoPasswordStoreError()
    page.show_state(SignInState(SignInPhase.KEEPING, signed_in=MIA, chosen=OWNER))
    assert not button(page, "open_report").isEnabled()
    with qtbot.waitSignal(page.outcome.cancelled, timeout=1000):
        button(page, "another_key").click()
    page.show_state(
        SignInState(SignInPhase.DONE, error=error, signed_in=MIA, chosen=OWNER)
    )
    assert not button(page, "retry").isVisibleTo(page)
    again = button(page, "keep_for_this_run")
    assert again.isVisibleTo(page)
    assert again.text() == "Keep it for this run only"
    with qtbot.waitSignal(page.outcome.strip.retried, timeout=1000):
        again.click()


def test_sample_data_and_help_are_one_click(page: SignInPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.sample.clicked, timeout=1000):
        button(page, "sample_data").click()
    with qtbot.waitSignal(page.form.key_help.clicked, timeout=1000):
        button(page, "key_help").click()


@pytest.mark.parametrize("phase", list(SignInPhase))
def test_whatever_takes_the_focus_has_a_name(
    page: SignInPage, phase: SignInPhase
) -> None:
    page.show_state(
        SignInState(
            phase,
            read_address("euc1"),
            error=UnreachableError(ASKED),
            regions=other_regions(GLOBAL),
            signed_in=MIA,
            chosen=MEMBER,
        )
    )
    for one in page.findChildren(QWidget):
        takes = one.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and one.isVisibleTo(page):
            name = one.accessibleName() or getattr(one, "text", str)()
            assert name, f"{type(one).__name__} {one.objectName()} has no name"


def test_text_from_clockify_is_never_markup(page: SignInPage) -> None:
    evil = "<img src='https://evil.example/x.png'><b>Mia</b>"
    workspace = OpenWorkspace(WorkspaceId("w"), evil, Role.MEMBER, only_own_time=True)
    signed_in = SignedIn(GERMANY, UserId("u1"), evil, evil, (workspace,))
    page.show_state(
        SignInState(SignInPhase.DONE, signed_in=signed_in, chosen=workspace)
    )
    for label in page.findChildren(QLabel):
        if "evil" in label.text():
            assert label.textFormat() is Qt.TextFormat.PlainText


def press(page: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        focused = page.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)


def test_the_tab_key_goes_in_the_order_of_reading(page: SignInPage) -> None:
    page.start()
    names: list[str] = []
    while not names or page.focusWidget().objectName() not in names:
        names.append(page.focusWidget().objectName())
        press(page, Qt.Key.Key_Tab)
    assert names == [
        "host_choice",
        "host_global",
        "host_euc1",
        "host_use2",
        "host_euw2",
        "host_apse2",
        "host_own_subdomain",
        "host_other_address",
        "api_key",
        "show_key",
        "key_help",
        "keep_key",
        "test_and_continue",
        "sample_data",
    ]


def test_from_right_to_left_the_button_stands_at_the_other_end(
    page: SignInPage,
) -> None:
    field, show = part(page, "api_key", QLineEdit), button(page, "show_key")
    assert show.x() > field.width() // 2
    assert field.textMargins().right() >= show.width()
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert show.x() < field.width() // 2
    assert field.textMargins().left() >= show.width()
    assert field.textMargins().right() == 0


def test_no_input_method_learns_the_key_also_while_it_is_shown(
    page: SignInPage,
) -> None:
    field = part(page, "api_key", QLineEdit)
    hints = Qt.InputMethodHint
    secret = hints.ImhSensitiveData | hints.ImhNoPredictiveText
    for echo in (
        QLineEdit.EchoMode.Password,
        QLineEdit.EchoMode.Normal,
        QLineEdit.EchoMode.Password,
    ):
        assert field.echoMode() is echo
        assert field.inputMethodHints() & secret == secret
        button(page, "show_key").click()
