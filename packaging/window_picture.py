"""Takes one picture of the real window, without a screen; run by pictures.py.

    window_picture.py TARGET SCENE WIDTH HEIGHT

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

from clockify_desktop.app.crash_report import CrashReporter
from clockify_desktop.app.quitting import Application, Quitting
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
    """

    def __init__(self, program: Program, window: MainWindow) -> None:
        self.program, self.window = program, window
        self.model = program._report.model  # noqa: SLF001 - a picture is taken from behind the stage
        self.screen = program._screen  # noqa: SLF001 - as above
        self._changed = asyncio.Event()
        self.model.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        self._changed.set()

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
    "sign-in": _sign_in,
}


async def _take(program: Program, window: MainWindow, scene: str, target: Path) -> None:
    stage = Scene(program, window)
    staying = asyncio.create_task(program.stay())  # noqa: TID251 - a script of two tasks
    async with asyncio.timeout(_LIMIT_S):
        await _SCENES[scene](stage)
    window.grab().save(str(target))
    program._quitting.request_quit()  # noqa: SLF001 - as above
    await staying


def main() -> int:
    """Take the picture."""
    target, scene, width, height = sys.argv[1:]
    application = Application(sys.argv[:1])
    look = Look(application)
    window = MainWindow()
    window.resize(int(width), int(height))
    window.show()
    arguments = argparse.Namespace(demo=False, account=None, quit_after=None)
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
