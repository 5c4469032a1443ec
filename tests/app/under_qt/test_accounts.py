"""Several accounts, and out again: with a password store and without one."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QMenu, QPushButton, QWidget

from clockify_desktop.charts.theme import DARK
from clockify_desktop.pages.chart_selection import ChartSelection
from clockify_desktop.store.accounts import FILE_NAME, AccountsFile
from clockify_desktop.store.folders import settings_folder
from clockify_desktop.viewmodels.color_scheme import ColorScheme

Server = dict[str, str]
UnderQt = Callable[..., Any]


async def choose(opened: Any, words: str) -> None:
    """Open the menu of accounts and choose."""
    opened.click(opened.find(QPushButton, "account_picker"))
    menu = opened.find(QMenu, "account_menu")
    await opened.until(menu.isVisible)
    action = next(one for one in menu.actions() if one.text() == words)
    place = menu.actionGeometry(action).center()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)


async def sign_out(opened: Any) -> None:
    await choose(opened, "Sign out…")
    dialog = opened.find(QDialog, "sign_out_dialog")
    assert dialog.isVisible()
    opened.click(opened.find(QPushButton, "sign_out"))
    await opened.until(opened.find(QWidget, "sign_in_page").isVisible)
    assert opened.state.report is None


def seen_between(opened: Any) -> list[tuple[int, list[str]]]:
    """Collect how many lines and what words stand there while no report is here."""
    seen: list[tuple[int, list[str]]] = []
    screen = opened.program._screen

    def look(state: Any) -> None:
        if state.report is None:
            boxes = screen.figures.findChildren(QWidget, "figure_box")
            words = [box.accessibleName() for box in boxes if box.isVisibleTo(screen)]
            names = "sentence", "focus_sentence"
            words += [screen.findChild(QLabel, name).text() for name in names]
            words.append(screen.findChild(QWidget, "chart").accessibleDescription())
            words.append(screen.notes.accessibleName())
            seen.append((screen.page.table.tree.table_model.rowCount(), words))

    # The window hears of a state before this does.
    opened.program._report.model.changed.connect(look)
    return seen


def test_a_key_of_this_run_is_left_found_again_and_signed_out(
    sample_server: Server, under_qt: UnderQt
) -> None:
    async def script(opened: Any) -> None:
        name = await opened.sign_in(sample_server, "member")
        people = opened.people
        card = opened.program._screen.page.card
        await opened.until(lambda: card.chart is not None)
        row = opened.state.content.matrix.rows[0].mark
        opened.program._report.model.select(ChartSelection(frozenset({row})))
        seen = seen_between(opened)
        await choose(opened, "Look around with sample data")
        await opened.until(lambda: opened.program._account.current.sample)
        await opened.until_report()
        assert opened.people != people
        await choose(opened, name)
        await opened.until(lambda: not opened.program._account.current.sample)
        await opened.until_report()
        assert opened.people == people
        await sign_out(opened)
        # Between two accounts nothing of the one before is left anywhere.
        assert len(seen) > 4
        assert {rows for rows, _ in seen} == {0}
        assert {word for _, words in seen for word in words} == {""}
        assert AccountsFile().list() == ()

    under_qt(script)


def test_the_menu_bar_has_the_accounts_and_the_appearance(
    sample_server: Server, under_qt: UnderQt
) -> None:
    async def script(opened: Any) -> None:
        menu = opened.window.account_menu

        def words() -> list[str]:
            return [one.text() for one in menu.actions() if one.text()]

        sample, add = "Look around with sample data", "Add an account…"
        assert words() == [add, sample]
        name = await opened.sign_in(sample_server, "member")
        menu.aboutToShow.emit()
        await opened.until(lambda: name in words())
        assert words() == [name, add, sample, "Sign out…"]
        menu.actions()[-1].trigger()
        assert opened.find(QDialog, "sign_out_dialog").isVisible()
        appearance = opened.find(QMenu, "menu_appearance")
        appearance.actions()[-1].trigger()
        appearance.aboutToShow.emit()
        assert appearance.actions()[-1].isChecked()
        assert opened.program._memory.scheme is ColorScheme.DARK
        assert opened.program._look.theme is DARK

    under_qt(script)


def test_adding_an_account_can_be_cancelled(
    sample_server: Server, under_qt: UnderQt
) -> None:
    async def script(opened: Any) -> None:
        await opened.sign_in(sample_server, "member")
        report = opened.state.report
        await choose(opened, "Add an account…")
        page = opened.find(QWidget, "sign_in_page")
        await opened.until(page.isVisible)
        QTest.keyClick(page, Qt.Key.Key_Escape)
        assert not page.isVisible()
        assert opened.state.report is report
        assert opened.window.action("action_export_csv").isEnabled()
        await choose(opened, "Sign out…")
        opened.click(opened.find(QPushButton, "sign_out"))
        await opened.until(page.isVisible)
        QTest.keyClick(page, Qt.Key.Key_Escape)
        assert page.isVisible(), "there is nothing to go back to"

    under_qt(script)


def test_two_accounts_that_are_kept(
    sample_server: Server, kept: dict[str, str], under_qt: UnderQt
) -> None:
    names = []

    async def first(opened: Any) -> None:
        names.append(await opened.sign_in(sample_server, "owner"))
        await choose(opened, "Add an account…")
        names.append(await opened.sign_in(sample_server, "member"))
        assert sorted(kept.values()) == sorted(
            (sample_server["owner"], sample_server["member"])
        )

    async def switch(to: str, opened: Any) -> None:
        await opened.until_report()
        await choose(opened, to)
        await opened.until(lambda: opened.program._account.current.name == to)
        await opened.until_report()

    async def second(opened: Any) -> None:
        # The last one that was used opens by itself.
        await opened.until_report()
        assert len(opened.people) == 1
        await sign_out(opened)
        assert list(kept.values()) == [sample_server["owner"]]

    async def third(opened: Any) -> None:
        await opened.until_report()
        assert len(opened.people) > 1

    under_qt(first)
    for name in names:
        under_qt(partial(switch, name))
        default = AccountsFile().default()
        assert default is not None
        assert default.name == name
    under_qt(second)
    under_qt(third, account=names[0])


def test_a_list_that_was_damaged_meanwhile_is_said(
    sample_server: Server, kept: dict[str, str], under_qt: UnderQt
) -> None:
    async def script(opened: Any) -> None:
        name = await opened.sign_in(sample_server, "member")
        notice = opened.window.notice
        assert not notice.isVisible()
        opened.look_at(notice)
        (settings_folder() / FILE_NAME).write_text("{")
        # Its key is at hand: that it was used is all that the list is asked for.
        opened.program._switching.open_named(name)
        await opened.until(notice.isVisible)
        assert notice.accessibleName().startswith("The list of accounts could not be")
        await opened.until_report()

    under_qt(script)
    assert len(kept) == 1
