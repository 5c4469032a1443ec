"""Takes one picture of the real window, without a screen; run by pictures.py.

    window_picture.py TARGET SCENE WIDTH HEIGHT

A scene of all pages takes a picture of each: its key is added to TARGET's name.
The scenes are states of the whole program against the sample server that the
environment names: what a person would see, not a drawing of it.
"""

import argparse
import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from clockify_desktop.store.language import ENGLISH, speak_chosen_language

# Before anything is imported that has texts.
if __name__ == "__main__":
    speak_chosen_language()

import numpy as np
from PySide6.QtWidgets import QWidget  # noqa: TID251 - what is taken is one

from clockify_desktop.app.crash_report import CrashReporter
from clockify_desktop.app.language_of_qt import speak_as_program
from clockify_desktop.app.quitting import Application, Quitting
from clockify_desktop.pages.changed import CHANGED
from clockify_desktop.pages.chart_selection import NO_SELECTION
from clockify_desktop.pages.where import WHERE, WhereContent
from clockify_desktop.services.connection import from_environment
from clockify_desktop.translation import spoken_language
from clockify_desktop.ui.look.look import Look
from clockify_desktop.ui.main_window import MainWindow

# isort: split
# After PySide6, as it wants to be.
from qasync import QEventLoop

from clockify_desktop.app.program import Program
from clockify_desktop.viewmodels.report_state import ReportState

_LIMIT_S = 60.0
# Qt paints while nobody computes; a picture may wait for it.
_PAINTING_S = 0.8


class Scene:
    """The program on its stage.

    Args:
        program: Behind the window.
        window: What is looked at.
        target: The file of the picture.
    """

    def __init__(self, program: Program, window: MainWindow, target: Path) -> None:
        self.program, self.window = program, window
        self._target, self.taken = target, False
        self.model = program._report.model  # noqa: SLF001 - a picture is taken from behind the stage
        self.screen = program._screen  # noqa: SLF001 - as above
        self._changed = asyncio.Event()
        self.model.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        self._changed.set()

    def take(self, page: str = "", shown: QWidget | None = None) -> None:
        """Take the picture, or that of one page of many, of the window or a dialog."""
        name = f"{self._target.stem}-{page}" if page else self._target.stem
        (shown or self.window).grab().save(str(self._target.with_stem(name)))
        self.taken = True

    async def until(self, reached: Callable[[ReportState], bool]) -> None:
        """Wait for a state, and until it is drawn."""
        while not reached(self.model.state) or self.screen.page.card.chart is None:
            self._changed.clear()
            waiting = asyncio.create_task(self._changed.wait())  # noqa: TID251 - a script of one task
            await asyncio.wait([waiting], timeout=0.1)
            waiting.cancel()
        await asyncio.sleep(_PAINTING_S)


def _shown(state: ReportState) -> bool:
    return state.report is not None and not state.loading


async def _offer(scene: Scene) -> None:
    await scene.until(_shown)


async def _report(scene: Scene) -> None:
    await scene.until(_shown)
    # The days of the pictures are fixed ones, which a person had chosen before.
    scene.model.keep_period()
    await asyncio.sleep(_PAINTING_S)


async def _loading(scene: Scene) -> None:
    await _report(scene)
    # The weeks beside it are here already.
    scene.model.step(-2)
    await scene.until(lambda state: state.loading)


async def _error(scene: Scene) -> None:
    await _report(scene)
    os.kill(int(os.environ["SAMPLE_SERVER_PID"]), signal.SIGKILL)
    scene.model.refresh()
    await scene.until(lambda state: state.error is not None)


async def _empty(scene: Scene) -> None:
    await _report(scene)
    scene.model.step(2)
    await scene.until(lambda state: _shown(state) and not state.outdated)


async def _projects(scene: Scene) -> None:
    await _report(scene)
    scene.window.action("action_swap_axes").trigger()
    await scene.until(_shown)


async def _tags(scene: Scene) -> None:
    await _report(scene)
    scene.model.choose_control("rows", "tags")
    await scene.until(_shown)


async def _billable(scene: Scene) -> None:
    await _report(scene)
    scene.model.choose_control("billable", "billable")
    await scene.until(_shown)


async def _cells(scene: Scene) -> None:
    await _report(scene)
    view, state = scene.screen.page.card.chart, scene.model.state
    if view is not None and state.content is not None:
        chart, selected = view.canvas.chart, NO_SELECTION
        hit = chart.walk(None, 1, 0)
        # Another row and another column: two cells, not a block of four.
        for down, right in ((0, 1), (2, 1)):
            hit = chart.walk(hit, down, 0) if down else hit
            hit = chart.walk(hit, 0, right)
            if hit is not None:
                row, column = state.content.chart.label_marks(hit)
                selected = selected.clicked(row, column, add=True)
        scene.model.select(selected)
    await asyncio.sleep(_PAINTING_S)


async def _hidden_names(scene: Scene) -> None:
    await _report(scene)
    scene.window.action("action_hide_names").trigger()
    await scene.until(_shown)


async def _save_file(scene: Scene) -> None:
    await _report(scene)
    files = scene.program._report.files  # noqa: SLF001 - as above
    files.offer_shown()
    while not files.export.state.made:  # noqa: ASYNC110 - a picture may wait
        await asyncio.sleep(_PAINTING_S)
    await asyncio.sleep(_PAINTING_S)
    scene.take("", files.dialog)


async def _settings(scene: Scene) -> None:
    await _report(scene)
    scene.window.action("action_settings").trigger()
    await asyncio.sleep(_PAINTING_S)
    scene.take("", scene.window.findChild(QWidget, "settings_dialog"))


async def _second_account(scene: Scene) -> None:
    await _report(scene)
    second = {**os.environ, "CLOCKIFY_API_KEY": os.environ["SECOND_API_KEY"]}
    connection = from_environment(second)
    if connection is not None:
        scene.program._account.open_connection(connection, "Member", "Member")  # noqa: SLF001 - as above
    await scene.until(lambda state: state.loading and state.report is None)


async def _pages(scene: Scene) -> None:
    await _report(scene)
    # What each page asks is here before the first of them is looked at.
    if scene.program._account.current is not None:  # noqa: SLF001 - as above
        answers = scene.program._account.current.session.answers  # noqa: SLF001 - as above
        asked = map(answers.get, answers._wanted())  # noqa: SLF001 - as above
        # What is refused is looked at, too.
        await asyncio.gather(*asked, return_exceptions=True)
    for page in scene.model.state.pages:
        scene.model.choose_page(page.key)
        await scene.until(lambda state: _shown(state) and state.content is not None)
        scene.take(page.key)
    await _entries(scene)


async def _entries(scene: Scene) -> None:
    """Take what is behind the longest bar of where time went, and behind a change."""
    scene.model.choose_page(WHERE.key)
    await scene.until(_shown)
    content = scene.model.state.content
    if not isinstance(content, WhereContent) or not content.matrix.seconds.any():
        return
    seconds = content.matrix.seconds
    row, column = np.unravel_index(seconds.argmax(), seconds.shape)
    marks = content.matrix.rows[row].mark, content.matrix.columns[column].mark
    scene.model.open_entries(*marks)
    await scene.until(
        lambda state: state.opened is not None and state.opened.content is not None
    )
    scene.take("entries")
    scene.model.close_entries()
    scene.model.choose_page(CHANGED.key)
    await scene.until(_shown)
    changed = scene.model.state.content
    if changed is None or changed.is_empty:
        return
    scene.model.open_entries(changed.table.mark(int(changed.table.positions[0])), None)
    await scene.until(
        lambda state: state.opened is not None and state.opened.content is not None
    )
    scene.take("entries-changed")


async def _pages_loading(scene: Scene) -> None:
    await _report(scene)
    for page in scene.model.state.pages:
        scene.model.choose_page(page.key)
        scene.model.step(-2)
        await scene.until(lambda state: state.loading)
        scene.take(page.key)


async def _sign_in(scene: Scene) -> None:
    del scene
    await asyncio.sleep(_PAINTING_S)


_SCENES: dict[str, Callable[[Scene], Awaitable[None]]] = {
    "offer": _offer,
    "report": _report,
    "loading": _loading,
    "error": _error,
    "empty": _empty,
    "projects": _projects,
    "tags": _tags,
    "billable": _billable,
    "cells": _cells,
    "hidden-names": _hidden_names,
    "save-file": _save_file,
    "settings": _settings,
    "second-account": _second_account,
    "pages": _pages,
    "pages-loading": _pages_loading,
    "sign-in": _sign_in,
}


async def _take(program: Program, window: MainWindow, scene: str, target: Path) -> None:
    stage = Scene(program, window, target)
    staying = asyncio.create_task(program.stay())  # noqa: TID251 - a script of two tasks
    async with asyncio.timeout(_LIMIT_S):
        await _SCENES[scene](stage)
    if not stage.taken:
        stage.take()
    program._quitting.request_quit()  # noqa: SLF001 - as above
    await staying


def main() -> int:
    """Take the picture."""
    target, scene, width, height = sys.argv[1:]
    application = Application(sys.argv[:1])
    if spoken_language() != ENGLISH:
        speak_as_program(application)
    look = Look(application)
    window = MainWindow()
    window.resize(int(width), int(height))
    window.show()
    arguments = argparse.Namespace(demo=False, account=None, file=None, quit_after=None)
    reporter, quitting = (
        CrashReporter(),
        Quitting(application, window.action("action_quit").shortcut()),
    )
    program = Program(
        application,
        window,
        look=look,
        reporter=reporter,
        quitting=quitting,
        arguments=arguments,
    )
    loop = QEventLoop(application)
    asyncio.set_event_loop(loop)
    with loop:
        loop.run_until_complete(_take(program, window, scene, Path(target)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
