"""The pages that are not looked at: worked out one a turn of the loop."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from clockify_desktop.domain.errors import AppError
from clockify_desktop.pages.page import Page, PageContent, ViewOptions
from clockify_desktop.pages.registry import OVERVIEW
from clockify_desktop.services.latest_task import LatestTask
from clockify_desktop.viewmodels.kept_contents import KeptContents, MadeOf
from clockify_desktop.viewmodels.report_state import ReportState

Contents = Mapping[str, PageContent]

PAUSE_S = 0.1
"""For that long the page in view is drawn, and answers come that change others."""


class OtherPages:
    """Works out what the page list and the figures say of the pages not in view.

    Args:
        view: Tells how a page is looked at, by its key.
        worked_out: Is given all pages but the one in view, by key.
    """

    def __init__(
        self,
        view: Callable[[str], ViewOptions],
        worked_out: Callable[[Contents], None],
    ) -> None:
        self._view, self._worked_out = view, worked_out
        self._state = ReportState()
        self._job = LatestTask()
        self.kept = KeptContents()

    def follow(self, state: ReportState) -> Contents:
        """Begin anew where another report or selection is shown.

        Returns:
            The pages that stay true until then.
        """
        before, self._state = self._state, state
        if state.report is None:
            self._job.cancel()
            self.kept.clear()
            return {}
        if _made_from(state) == _made_from(before):
            return state.others
        beside = tuple(self._beside(state))
        known = self._known(beside)
        if len(known) == len(beside):
            self._job.cancel()
            return known
        self._job.start(partial(self._contents, state), self._worked_out, _told_already)
        return state.others if state.report is before.report else known

    async def close(self) -> None:
        """End what is under way."""
        await self._job.close()

    def _known(self, beside: Iterable[tuple[Page, MadeOf]]) -> Contents:
        """Give the pages that were worked out of just that already."""
        known = (
            (page.key, self.kept.known(page, *made_of)) for page, made_of in beside
        )
        return {key: content for key, content in known if content is not None}

    def _beside(self, state: ReportState) -> Iterator[tuple[Page, MadeOf]]:
        """Give each page that is not in view, and what it is made of."""
        if state.report is None:
            return
        made_of = state.answers, state.report.query, state.selection
        for page in state.pages:
            # The overview is made of the others.
            if page.key not in {state.page_key, OVERVIEW.key}:
                yield page, (*made_of, self._view(page.key))

    async def _contents(self, state: ReportState) -> Contents:
        contents = {}
        await asyncio.sleep(PAUSE_S)
        for page, made_of in self._beside(state):
            if self.kept.known(page, *made_of) is None:
                # The page in view is painted in between.
                await asyncio.sleep(0)
            content = self.kept.content(page, *made_of)
            if content is not None:
                contents[page.key] = content
        return contents


def _told_already(_: AppError) -> None:
    """A page fails by a mistake of the program alone, which the hooks tell of."""


def _made_from(state: ReportState) -> tuple[object, ...]:
    # First what tells another week at once.
    return (
        *(state.report, state.answers, state.people, state.projects),
        *(state.view.durations, state.page_key),
    )
