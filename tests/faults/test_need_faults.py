"""Each need refused, slow, empty or partial: its page says so, the others are whole."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import pytest

from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.hosts import own_pair
from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.needs import Need, ReportNeed
from clockify_desktop.pages.by_view import needs_by_view
from clockify_desktop.pages.page import PageContent, ViewOptions
from clockify_desktop.pages.registry import QUESTIONS
from clockify_desktop.pages.to_check_options import CheckOptions
from clockify_desktop.pages.where import WHERE
from clockify_desktop.sample.keys import OWNER_KEY
from clockify_desktop.sample.organisation import Organisation
from clockify_desktop.sample.server.app import create_app
from clockify_desktop.services.query_cache import Loading, QueryCache
from clockify_desktop.services.session import Session
from clockify_desktop.store.settings import AccountSettings
from clockify_desktop.viewmodels import other_pages
from clockify_desktop.viewmodels.report import ReportViewModel
from clockify_desktop.viewmodels.report_state import ReportState
from tests.faults.need_faults import (
    NEED_FAULTS,
    NOTHING,
    REFUSED,
    ROWS,
    SAME,
    WITH_TAGS,
    NeedFault,
    Way,
    wrong,
)

# A Monday: the week before is over for everybody, and the running one has begun.
NOW: Final = datetime.fromisoformat("2026-11-23T09:00:00+01:00")
PEOPLE, PROJECTS, DAYS = 8, 6, 98
ERROR: Final = AppError(REFUSED, "Try again.")
WITH_SPIKES: Final = CheckOptions(on=CheckOptions().on | {"spike"}).choices

Values = Mapping[Need, Any]


@dataclass(frozen=True)
class Honest:
    """All answers, and all pages that are made from them."""

    values: Values
    state: ReportState


@asynccontextmanager
async def opened(
    answers: QueryCache, hanging: Iterable[Need] = ()
) -> AsyncIterator[ReportViewModel]:
    """Look at "Where time went" until all is there but what never comes."""
    model = ReportViewModel(lambda: NOW)
    options = {"to-check": WITH_SPIKES, WHERE.key: WITH_TAGS}
    model.open(answers, AccountSettings(page=WHERE.key, options=options))
    await settled(model, answers, hanging)
    try:
        yield model
    finally:
        await model.close()
        await answers.close()


async def settled(
    model: ReportViewModel, answers: QueryCache, hanging: Iterable[Need] = ()
) -> None:
    """Turn the loop until nothing is under way but what never comes."""

    def is_busy() -> bool:
        waits = answers._wanted() - set(hanging)
        return (
            model.state.report is None
            or model._other_pages._job.busy
            or any(isinstance(answers.answer(one), Loading) for one in waits)
        )

    async with asyncio.timeout(60):
        while is_busy():  # noqa: ASYNC110 - nobody tells of it
            await asyncio.sleep(0)


async def _asked() -> Honest:
    hosts = own_pair("http://127.0.0.1/api/v1", "http://127.0.0.1/report/v1")
    sizes = {"users": PEOPLE, "projects": PROJECTS, "days": DAYS}
    app = create_app(Organisation.generate(NOW, **sizes))
    async with open_clockify(
        hosts, ApiKey(OWNER_KEY), asgi_app=app, rate_a_second=1000
    ) as clockify:
        answers = Session(clockify).answers
        async with opened(answers) as model:
            values = {need: answers.value(need) for need in answers._wanted()}
            return Honest(values, model.state)


@pytest.fixture(scope="module")
def honest() -> Iterator[Honest]:
    """Ask everything once of a small organisation."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(other_pages, "PAUSE_S", 0)
        yield asyncio.run(_asked())


class Cell:
    """One need gone wrong in one way."""

    def __init__(self, fault: NeedFault, way: Way, honest: Honest) -> None:
        self.fault, self.way, self.honest = fault, way, honest
        report = honest.state.report
        assert report is not None
        self.need = fault.need(report.query)
        self.without = fault.without(report.query)
        self.problems: list[str] = []

    async def answer(self, need: Need, refresh: bool) -> object:  # noqa: FBT001 - as the cache has it
        del refresh
        if need in self.without:
            raise ERROR
        if need != self.need:
            return self.honest.values[need]
        if self.way is Way.REFUSED:
            raise ERROR
        if self.way is Way.SLOW:
            await asyncio.Event().wait()
        return wrong(need, self.way, self.honest.values[need])

    async def play(self) -> None:
        """Look at all pages; at those that cannot be without the need, by itself."""
        size_of, is_closed = (lambda _: 0), (lambda _: True)
        cache = QueryCache(self.answer, size_of=size_of, is_closed=is_closed)
        hanging = {self.need} if self.way is Way.SLOW else set()
        async with opened(cache, hanging) as model:
            refused = self.fault.in_view and self.way is Way.REFUSED
            assert model.state.error is (ERROR if refused else None)
            self.look(model.state.contents)
            for key, said in self.fault.said[self.way].items():
                if said is NOTHING:
                    model.choose_page(key)
                    await settled(model, cache, hanging)
                    is_told = model.state.error is ERROR or model.state.loading
                    self.check(key, model.state.content is None, "it is made of air")
                    self.check(key, is_told, "it does not tell why it has nothing")
                    self.look(model.state.contents)

    def look(self, contents: Mapping[str, PageContent]) -> None:
        """Hold every page against what it is to say, the others against themselves."""
        said = self.fault.said[self.way]
        honest = self.honest.state.contents
        for page in QUESTIONS:
            content, before = contents.get(page.key), honest[page.key]
            expected = said.get(page.key, SAME)
            if content is None:
                self.check(page.key, expected is NOTHING, "it is not there")
            elif expected is SAME:
                spared = words(content) == words(before)
                self.check(page.key, spared, f"it says {words(content)}")
                if page.key not in said:
                    spared = rows(content) == rows(before)
                    self.check(page.key, spared, "its rows are other ones")
            elif expected is ROWS:
                other = rows(content) != rows(before)
                self.check(page.key, other, "its rows are the same")
            else:
                self.check(page.key, expected in words(content), words(content))

    def check(self, page: str, truth: object, problem: str) -> None:
        """Note a problem unless something is true."""
        if not truth:
            what = f"{self.fault.name} {self.way}, {page}"
            self.problems.append(f"{what}: {problem}")


def words(content: PageContent) -> str:
    """Give all that a page says in sentences."""
    said = (content.sentence, *content.lacking, content.nothing, content.attention)
    return "\n".join(said)


def rows(content: PageContent) -> str:
    """Give the rows of its file, and its columns."""
    return f"{content.file.columns} {content.file.rows}"


def test_its_page_says_so_and_the_others_do_not_suffer(honest: Honest) -> None:
    problems = []
    for fault in NEED_FAULTS:
        for way in fault.said:
            cell = Cell(fault, way, honest)
            asyncio.run(cell.play())
            problems += cell.problems
    assert not problems, "\n".join(problems)


def test_every_need_of_a_page_is_tried(honest: Honest) -> None:
    report = honest.state.report
    assert report is not None
    query = report.query
    tried = {fault.need(query): fault for fault in NEED_FAULTS}
    for page in QUESTIONS:
        needs = {*page.needs(query), *page.optional_needs(query)}
        needs |= {*needs_by_view(page, query, ViewOptions(WITH_TAGS))}
        for need in needs - {ReportNeed(query)}:
            # The other earlier weeks are as the second one is.
            kinds = {type(one) for one in tried}
            assert need in tried or (page.key == "changed" and type(need) in kinds)
    used = {
        page for fault in NEED_FAULTS for said in fault.said.values() for page in said
    }
    assert used <= {page.key for page in QUESTIONS}
