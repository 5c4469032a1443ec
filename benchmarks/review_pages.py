"""Each page of the review in the window: drawn, and stepped to another week.

Without a screen, from the call to the pixels of the widgets. Everything is here
already: the sample organisation answers within this process, and is asked beforehand.
"""

import asyncio
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from functools import partial
from itertools import cycle

# Before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from figures import Figure, show
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication  # noqa: TID251 - what is measured is a window
from qasync import QEventLoop
from review import busy_team, is_quiet, until
from window_choice import Window
from window_redraw import NOW

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.hosts import own_pair
from clockify_desktop.charts.theme import LIGHT
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.selection import EVERYTHING
from clockify_desktop.pages.page import Page, PageContent, ViewOptions
from clockify_desktop.pages.page_needs import needs_in_view
from clockify_desktop.pages.registry import PAGES
from clockify_desktop.sample.keys import OWNER_KEY
from clockify_desktop.sample.server.app import create_app
from clockify_desktop.services.session import Session
from clockify_desktop.store.settings import AccountSettings
from clockify_desktop.ui.look.look import Look
from clockify_desktop.viewmodels.report_texts import page_of

TEAM, COMPANY = 40, 500
RUNS = 25
# Of one step the figure is anything from 0.8 to 2.2.
STEPS_AND_BACK = 40
SIZE_TARGET = 1.4
STEP_TARGET = 1.5
# Nothing is to be protected within a process.
RATE_A_SECOND = 1000.0


def opened(people: int) -> AbstractAsyncContextManager[Clockify]:
    """Open a client of an organisation of that size."""
    app = create_app(busy_team(NOW, people))
    hosts = own_pair("http://127.0.0.1/api/v1", "http://127.0.0.1/report/v1")
    return open_clockify(
        hosts, ApiKey(OWNER_KEY), asgi_app=app, rate_a_second=RATE_A_SECOND
    )


class Review:
    """The report's window on everything that its pages need."""

    def __init__(self, session: Session, look: Look) -> None:
        self.session = session
        self.parent = QObject()
        self.window = Window(look, self.parent)
        self.model = self.window.wiring.model

    async def until_quiet(self) -> None:
        """Wait until nothing is asked or worked out any more."""
        await until(lambda: is_quiet(self.model, self.session.answers))
        # What is worked out last is painted, too.
        await asyncio.sleep(0.05)

    async def open(self) -> None:
        """Show the week before the sample's moment, and have its neighbours come."""
        self.model.open(self.session.answers, AccountSettings())
        for by in (0, -1, 1):
            self.model.step(by)
            await self.until_quiet()

    async def close(self) -> None:
        """Close the window."""
        await self.window.wiring.close()
        self.window.main.close()
        await self.session.answers.close()

    async def drawn_s(self, change: Callable[[], object]) -> float:
        """Make a change, and tell how long it takes until its picture is drawn."""
        drawn = asyncio.Event()
        canvas = self.window.chart.canvas
        hears = canvas.mpl_connect("draw_event", lambda _: drawn.set())
        start = time.perf_counter()
        change()
        async with asyncio.timeout(10):
            await drawn.wait()
        took_s = time.perf_counter() - start
        canvas.mpl_disconnect(hears)
        # Whatever follows it, such as the rest of the table.
        await asyncio.sleep(0.02)
        return took_s

    async def redraw_s(self, content: PageContent) -> float:
        """Show the picture and table of a content and its head, and nothing else."""
        await self.until_quiet()
        state = page_of(replace(self.model.state, content=content), NOW)
        return await self.drawn_s(partial(self.window.screen.page.show_state, state))

    async def draw_s(self, content: PageContent) -> float:
        """Show the picture of a content alone."""
        show_state = self.window.chart.show_state
        return await self.drawn_s(partial(show_state, content.chart, LIGHT))

    def content(self, page: Page, query: ReportQuery) -> PageContent:
        """Work a page out anew."""
        values = {
            need: self.session.answers.value(need)
            for need in (*page.needs(query), *page.optional_needs(query))
        }
        answers = replace(self.model.state.answers, values=values)
        content = page.content(
            answers.only(needs_in_view(page, query, ViewOptions())),
            query,
            EVERYTHING,
            ViewOptions(),
        )
        assert content is not None, page.key
        return content

    def weeks(self) -> tuple[ReportQuery, ReportQuery]:
        """Give this week's and the last week's question."""
        question = self.model.state.question
        assert question is not None
        return question.query, question.stepped(-1).query

    async def step_ratio(self, page: Page) -> float:
        """Measure a step to the week before and back, against the redraw of a page.

        Both come after the same pause: whatever was done a moment ago is faster.
        """
        self.model.choose_page(page.key)
        await self.until_quiet()
        this, before = self.weeks()
        ratios = []
        for _ in range(STEPS_AND_BACK):
            for by, query, other in ((-1, before, this), (1, this, before)):
                there, here = self.content(page, query), self.content(page, other)
                await self.until_quiet()
                stepped_s = await self.drawn_s(partial(self.model.step, by))
                await self.redraw_s(here)
                redrawn_s = await self.redraw_s(there)
                ratios.append(stepped_s / redrawn_s)
        return statistics.median(ratios)


def drawings(review: Review, page: Page) -> Iterator[PageContent]:
    """Give contents that were never drawn, of two weeks in turn."""
    for query in cycle(review.weeks()):
        yield review.content(page, query)


async def size_ratio(page: Page, team: Review, company: Review) -> float:
    """Measure the redraw of a page of the one size against the other."""
    few, many = (drawings(one, page) for one in (team, company))
    ratios = []
    for _ in range(RUNS + 2):
        took_s = await company.draw_s(next(many))
        ratios.append(took_s / await team.draw_s(next(few)))
    # The first of each week finds its texts new.
    return statistics.median(ratios[2:])


async def size_figures(team: Review, look: Look) -> list[Figure]:
    """Measure the redraw of each page with many people, against a few."""
    async with opened(COMPANY) as large:
        company = Review(Session(large), look)
        await company.open()
        found = []
        for page in PAGES:
            name = f"{page.title}: redraw with {COMPANY} people, against {TEAM}"
            ratio = await size_ratio(page, team, company)
            found.append(Figure(name, ratio, SIZE_TARGET))
        await company.close()
        return found


async def step_figures(team: Review) -> list[Figure]:
    """Measure the step between two weeks on each page, against its redraw."""
    found = []
    for page in PAGES:
        name = f"{page.title}: step to a week that is here, against its redraw"
        found.append(Figure(name, await team.step_ratio(page), STEP_TARGET))
    return found


async def measured(look: Look) -> list[Figure]:
    """Measure page by page; the steps in the one window that there is."""
    async with opened(TEAM) as small:
        team = Review(Session(small), look)
        await team.open()
        sizes = await size_figures(team, look)
        steps = await step_figures(team)
        await team.close()
        return [*sizes, *steps]


def figures() -> list[Figure]:
    """Measure all pages."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    # Nothing else is to end the loop.
    app.setQuitOnLastWindowClosed(False)
    with QEventLoop(app) as loop:
        return loop.run_until_complete(measured(Look(app)))


if __name__ == "__main__":
    sys.exit(show(figures()))
