"""Takes what people say during a review to where it is kept."""

import asyncio
from functools import partial

from PySide6.QtCore import QObject, Signal

from clockify_desktop.domain.review_records import ReviewRecord
from clockify_desktop.services.answering import Answering
from clockify_desktop.services.latest_task import LatestTask
from clockify_desktop.viewmodels.report import ReportViewModel


class ReviewWiring(QObject):
    """Keeps records of the workspace that is shown, each wish in its turn.

    Signals:
        failed: Why something could not be kept, an ``AppError``.
    """

    failed = Signal(object)

    def __init__(self, model: ReportViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._session: Answering | None = None
        # None of them is dropped for a later one: each says something of its own.
        self._under_way: list[LatestTask] = []

    def open(self, session: Answering) -> None:
        """Keep what is said from now on with another account."""
        self._session = session

    def keep(self, *records: ReviewRecord, forget: bool = False) -> None:
        """Keep records, or forget them; pages follow when it is done."""
        question = self._model.state.question
        if self._session is None or question is None:
            return
        job = partial(self._session.keep, question.workspace, *records, forget=forget)
        task = LatestTask()
        task.start(job, self._on_kept, self.failed.emit)
        self._under_way = [one for one in (*self._under_way, task) if one.busy]

    async def close(self) -> None:
        """Wait until all that was said is kept."""
        await asyncio.gather(*(one.finish() for one in self._under_way))

    def _on_kept(self, _: None) -> None:
        """The records are asked for anew by whoever shows them."""
