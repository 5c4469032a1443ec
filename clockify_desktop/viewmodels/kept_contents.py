"""Pages that were worked out, of the last few weeks: who steps back waits for none."""

from collections.abc import Mapping
from typing import Final

from clockify_desktop.domain.calendar import DAYS_A_WEEK
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.selection import Selection
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.overview import Overview
from clockify_desktop.pages.page import Page, PageContent, ViewOptions
from clockify_desktop.pages.page_needs import needs_in_view

_MOST_WEEKS: Final = 3
"""A week, and the two beside it."""

MadeOf = tuple[Answers, ReportQuery, Selection, ViewOptions]
"""What a page takes to be worked out."""
_Made = tuple[tuple[object, ...], PageContent]


class KeptContents:
    """Works pages out, each once for what it is made of.

    Of a period longer than a week there is one at a time: its report is large.
    """

    def __init__(self) -> None:
        # What was asked for last is at the end.
        self._made: dict[ReportQuery, dict[Page, _Made]] = {}

    def known(
        self,
        page: Page,
        answers: Answers,
        query: ReportQuery,
        selection: Selection,
        view: ViewOptions,
    ) -> PageContent | None:
        """Give a page; ``None`` where it is not worked out of just that yet."""
        needs = needs_in_view(page, query, view)
        return self._known(page, query, (answers.told(needs), selection, view))

    def content(
        self,
        page: Page,
        answers: Answers,
        query: ReportQuery,
        selection: Selection,
        view: ViewOptions,
    ) -> PageContent | None:
        """Work a page out, unless it is known; what else is here changes nothing."""
        needs = needs_in_view(page, query, view)
        made_of = answers.told(needs), selection, view
        content = self._known(page, query, made_of)
        if content is None:
            content = page.content(answers.only(needs), query, selection, view)
        return self._kept(page, query, made_of, content)

    def overview(
        self,
        page: Overview,
        others: Mapping[str, PageContent],
        answers: Answers,
        query: ReportQuery,
        selection: Selection,
        view: ViewOptions,
    ) -> PageContent | None:
        """Work the overview out of the other pages in the same way."""
        needs = needs_in_view(page, query, view)
        made_of = answers.told(needs), selection, view, dict(others)
        content = self._known(page, query, made_of)
        if content is None:
            told = answers.only(needs)
            content = page.content_of(others, told, query, selection, view)
        return self._kept(page, query, made_of, content)

    def clear(self) -> None:
        """Forget all."""
        self._made.clear()

    def _known(
        self, page: Page, query: ReportQuery, made_of: tuple[object, ...]
    ) -> PageContent | None:
        before, content = self._made.get(query, {}).get(page, (None, None))
        return content if before == made_of else None

    def _kept(
        self,
        page: Page,
        query: ReportQuery,
        made_of: tuple[object, ...],
        content: PageContent | None,
    ) -> PageContent | None:
        made = self._made.pop(query, {})
        if content is not None:
            made[page] = made_of, content
        weeks = [one for one in self._made if one.period.days <= DAYS_A_WEEK]
        left = weeks[1 - _MOST_WEEKS :]
        self._made = {**{one: self._made[one] for one in left}, query: made}
        return content
