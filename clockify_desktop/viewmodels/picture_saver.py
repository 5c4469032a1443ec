"""Saving and copying the picture of a page."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from clockify_desktop.charts.paper import Paper
from clockify_desktop.daemon_threads import call_in_daemon
from clockify_desktop.domain.errors import AppError
from clockify_desktop.export.file_choice import PictureKind
from clockify_desktop.export.picture import picture_bytes, picture_foot
from clockify_desktop.pages.page import PageContent
from clockify_desktop.services.latest_task import LatestTask
from clockify_desktop.services.saving import save_file
from clockify_desktop.viewmodels.export_state import PictureState, SavePhase


class PictureSaver(QObject):
    """Draws a page as a file, off the window's thread and in light colours."""

    changed = Signal(PictureState)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = PictureState()
        self._job = LatestTask()

    @property
    def state(self) -> PictureState:
        """How far it is."""
        return self._state

    def save_picture(
        self,
        content: PageContent,
        kind: PictureKind,
        path: Path,
        *,
        sample: bool = False,
        paper: Paper = Paper.A4,
    ) -> None:
        """Draw and save a page; a newer request replaces an older one.

        An earlier file there is replaced whole or not at all.
        """
        self._show(PictureState(SavePhase.SAVING))
        draw = partial(drawn_picture, content, kind, sample=sample, paper=paper)
        self._job.start(
            partial(save_file, path, draw),
            partial(self._on_saved, path),
            self._on_failed,
        )

    def copy_picture(self, content: PageContent, *, sample: bool = False) -> None:
        """Draw a page as a PNG for the clipboard."""
        self._show(PictureState(SavePhase.SAVING))
        draw = partial(drawn_picture, content, PictureKind.PNG, sample=sample)
        self._job.start(
            partial(call_in_daemon, draw, "drawing a picture"),
            self._on_copied,
            self._on_failed,
        )

    async def close(self) -> None:
        """End everything that is under way."""
        await self._job.close()

    def _on_saved(self, path: Path, _: None) -> None:
        self._show(PictureState(SavePhase.SAVED, saved=path))

    def _on_copied(self, png: bytes) -> None:
        self._show(PictureState(SavePhase.SAVED, copied=png))

    def _on_failed(self, error: AppError) -> None:
        self._show(PictureState(SavePhase.FAILED, error=error))

    def _show(self, state: PictureState) -> None:
        self._state = state
        self.changed.emit(state)


def drawn_picture(
    content: PageContent,
    kind: PictureKind,
    *,
    sample: bool,
    paper: Paper = Paper.A4,
) -> bytes:
    """Draw a page as a file has it; of two threads one waits."""
    foot = picture_foot(content.query, content.fetched_at, sample=sample)
    return picture_bytes(content.picture, kind.value, foot=foot, paper=paper)
