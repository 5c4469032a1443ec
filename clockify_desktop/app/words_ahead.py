"""The names in pictures that may be looked at next, laid out a few a turn."""

import asyncio
import time
from functools import partial
from typing import TYPE_CHECKING, Final

from clockify_desktop.domain.errors import AppError
from clockify_desktop.services.latest_task import LatestTask

if TYPE_CHECKING:
    from collections.abc import Mapping

    from clockify_desktop.pages.page import PageContent

_TURN_S: Final = 0.004
_PAUSE_S: Final = 0.01
# More rows are not in view at once.
_MOST_NAMES: Final = 200


class WordsAhead:
    """Lays names out before the picture that they stand in is drawn.

    A name takes up to a millisecond the first time, and a picture has a hundred; the
    window answers in between.
    """

    def __init__(self) -> None:
        self._contents: Mapping[str, PageContent] = {}
        self._job = LatestTask()

    def follow(self, contents: "Mapping[str, PageContent]") -> None:
        """Begin with other pages where there are such, by their keys."""
        if contents != self._contents:
            self._contents = contents
            self._job.start(partial(_lay_out, contents), _done, _told_already)

    async def close(self) -> None:
        """End what is under way."""
        await self._job.close()


async def _lay_out(contents: "Mapping[str, PageContent]") -> None:
    # matplotlib is no part of the first frame.
    from clockify_desktop.charts.text_paths import text_width  # noqa: PLC0415 - see above

    every = (content.chart.names[:_MOST_NAMES] for content in contents.values())
    begun_s = time.perf_counter()
    for name in dict.fromkeys(name for names in every for name in names):
        if time.perf_counter() - begun_s > _TURN_S:
            await asyncio.sleep(_PAUSE_S)
            begun_s = time.perf_counter()
        text_width(name, 1)


def _done(_: None) -> None:
    """Nobody waits for it."""


def _told_already(_: AppError) -> None:
    """It fails by a mistake of the program alone, which the hooks tell of."""
