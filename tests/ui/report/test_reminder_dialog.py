from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from clockify_desktop.domain.identity import UserId
from clockify_desktop.pages.reminder import LONGEST_LINK, Reminded, Reminder
from clockify_desktop.ui.report.reminder_dialog import ReminderDialog

Open = Callable[..., ReminderDialog]


def reminded(*emails: str) -> Reminder:
    people = tuple(
        Reminded(UserId(str(at)), f"<b>P</b> {at}", email, "Fri 20 Nov", at != 1)
        for at, email in enumerate(emails)
    )
    return Reminder(people, "Acme", "16–20 Nov 2026")


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    def opened(*emails: str) -> ReminderDialog:
        dialog = ReminderDialog()
        qtbot.addWidget(dialog)
        dialog.start(reminded(*emails or ("a@b.c", "d@e.f", "g@h.i")))
        return dialog

    return opened


def tick(dialog: ReminderDialog, row: int, *, ticked: bool = True) -> None:
    state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
    dialog.people.topLevelItem(row).setCheckState(0, state)


def said(dialog: ReminderDialog) -> str:
    return dialog.findChild(QLabel, "reminder_said").text()


def copied() -> str:
    return str(QGuiApplication.clipboard().text())


def test_it_shows_whose_days_are_missing_and_who_is_chosen(opened: Open) -> None:
    dialog = opened()
    people = dialog.people
    rows = [people.topLevelItem(at) for at in range(people.topLevelItemCount())]
    assert [one.checkState(0) == Qt.CheckState.Checked for one in rows] == [
        *(True, False, True)
    ]
    assert [rows[0].text(at) for at in range(3)] == [
        "<b>P</b> 0",
        "a@b.c",
        "Fri 20 Nov",
    ]


def test_the_text_follows_who_is_chosen_until_somebody_changes_it(
    opened: Open,
) -> None:
    dialog = opened()
    assert dialog.text.toPlainText().startswith("Hello everybody,")
    tick(dialog, 2, ticked=False)
    assert dialog.text.toPlainText().startswith("Hello <b>P</b> 0,")
    dialog.text.setPlainText("My own words")
    tick(dialog, 1)
    assert dialog.text.toPlainText() == "My own words"
    dialog.start(reminded("a@b.c"))
    assert dialog.text.toPlainText().startswith("Hello <b>P</b> 0,")


def test_text_and_list_are_copied(opened: Open) -> None:
    dialog = opened()
    dialog.text.setPlainText("My own words")
    dialog.copy_text.click()
    assert copied() == "My own words"
    assert said(dialog) == "Copied the text."
    dialog.copy_list.click()
    assert copied().splitlines()[1] == "<b>P</b> 0\ta@b.c\tFri 20 Nov"
    assert len(copied().splitlines()) == 3


def test_a_mail_is_asked_for_and_nothing_is_sent(opened: Open, qtbot: QtBot) -> None:
    dialog = opened()
    assert said(dialog).startswith("This program sends nothing.")
    with qtbot.waitSignal(dialog.mail_requested) as mail:
        dialog.mail.click()
    (link,) = mail.args
    assert link.startswith("mailto:?bcc=a@b.c,g@h.i&subject=")
    dialog.text.setPlainText("x" * LONGEST_LINK)
    with qtbot.waitSignal(dialog.mail_requested) as mail:
        dialog.mail.click()
    assert "body=" not in mail.args[0]
    assert copied() == "x" * LONGEST_LINK
    assert "paste it" in said(dialog)


@pytest.mark.parametrize(
    ("emails", "words"),
    [
        (("", "d@e.f"), "None of the chosen has an e-mail address here."),
        (tuple(f"p{at}@acme.example" for at in range(300)), "too many addresses"),
    ],
)
def test_without_a_link_it_says_why(
    opened: Open, emails: tuple[str, ...], words: str
) -> None:
    dialog = opened(*emails)
    assert not dialog.mail.isEnabled()
    assert dialog.copy_text.isEnabled()
    assert words in said(dialog)


def test_with_nobody_chosen_there_is_nothing_to_copy(opened: Open) -> None:
    dialog = opened()
    for row in (0, 2):
        tick(dialog, row, ticked=False)
    parts: list[Any] = [dialog.copy_text, dialog.copy_list, dialog.mail]
    assert not any(one.isEnabled() for one in parts)


def test_every_part_has_a_name(opened: Open) -> None:
    dialog = opened()
    assert dialog.people.accessibleName() == "People"
    assert dialog.text.accessibleName() == "Text"
