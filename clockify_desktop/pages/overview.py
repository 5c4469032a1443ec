"""The page "Overview": a row a question, of what the other pages say themselves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from clockify_desktop.charts.overview_content import OverviewContent, OverviewRow
from clockify_desktop.domain.file_table import FileTable
from clockify_desktop.domain.needs import (
    Need,
    RecordsNeed,
    ReportNeed,
    is_asked_ahead,
)
from clockify_desktop.domain.report import Report, ReportQuery
from clockify_desktop.domain.review_records import ReviewRecords
from clockify_desktop.domain.selection import Selection
from clockify_desktop.domain.showable import NOTHING, showable
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.chart_selection import NO_SELECTION
from clockify_desktop.pages.overview_before import Before, before_of
from clockify_desktop.pages.overview_figures import (
    FigureLine,
    figure_lines,
    figures_table,
)
from clockify_desktop.pages.overview_small import small_of
from clockify_desktop.pages.page import (
    Alternative,
    Control,
    Page,
    PageAction,
    PageContent,
    ViewOptions,
    heading,
)
from clockify_desktop.pages.page_needs import needs_ahead
from clockify_desktop.pages.table import TableContent
from clockify_desktop.translation import tr, tr_context

TITLE: Final = tr("Overview")
SEND: Final = "send-it"
"""What the row that saves a file leads to."""
SENT: Final = "where"
"""The page whose file that is."""
START: Final = "start_review"
"""The action that opens the next page."""
_LOADING: Final = tr_context("page", "loading")
_KEYS: Final = showable(
    tr(
        "Up, Down: question \N{MIDDLE DOT} Enter: open \N{MIDDLE DOT} Space: looked at"
        " \N{MIDDLE DOT} Esc: back here \N{MIDDLE DOT} Ctrl+PgDn: next page"
    )
)
# By how many there are; there are no more pages.
_QUESTIONS: Final = (
    *(tr("No questions"), tr("One question"), tr("Two questions")),
    *(tr("Three questions"), tr("Four questions"), tr("Five questions")),
    *(tr("Six questions"), tr("Seven questions")),
)
_TO_DO: Final = (
    tr("none asks for anything"),
    tr("one of them with something to do"),
    tr("two of them with something to do"),
    tr("three of them with something to do"),
    tr("four of them with something to do"),
    tr("five of them with something to do"),
    tr("six of them with something to do"),
    tr("seven of them with something to do"),
)
_HERE: Final = (
    *(tr("none of them here"), tr("one of them here"), tr("two of them here")),
    *(tr("three of them here"), tr("four of them here"), tr("five of them here")),
    *(tr("six of them here"), tr("seven of them here")),
)

Contents = Mapping[str, PageContent]


@dataclass(frozen=True, eq=False, kw_only=True)
class AllPagesContent(PageContent):
    """The page, worked out.

    Args:
        figures: What stands in its table.
        before: What is known of the periods before.
    """

    chart: OverviewContent
    figures: tuple[FigureLine, ...]
    before: Before

    @property
    def needs_time(self) -> bool:
        """That nobody logged anything is for the pages to say."""
        return False

    @property
    def opens_entries(self) -> bool:
        """Open pages."""
        return False

    @property
    def next_page(self) -> str:
        """The key of the first page that was not looked at, empty for none."""
        left = (one.page for one in self.chart.questions if one.looked_at is False)
        return next(left, "")

    @property
    def actions(self) -> tuple[PageAction, ...]:
        """Go through the pages, where any is left."""
        begun = any(one.looked_at for one in self.chart.questions)
        words = tr("Go on with the review") if begun else tr("Start the review")
        return (PageAction(START, words),) if self.next_page else ()

    @property
    def picture(self) -> OverviewContent:
        """The questions without what only a window can do."""
        asked = tuple(one for one in self.chart.questions if not one.button)
        return replace(self.chart, questions=asked, keys=NOTHING)

    @property
    def answered(self) -> tuple[str, ...]:
        """What each page answers: its table has the figures alone."""
        return tuple(f"{row.name}: {row.said}" for row in self.picture.questions)

    @cached_property
    def table(self) -> TableContent:
        """Its figures beside those of earlier periods."""
        return figures_table(self.figures, self.before)

    @cached_property
    def file(self) -> FileTable:
        """A row a question, then a row a figure."""
        columns = ("name", "this", "before", "mean_before", "said", "looked_at")
        asked = [
            (str(row.name), row.count, None, None, str(row.said), _yes(row.looked_at))
            for row in self.picture.questions
        ]
        figures = [
            (one.name, one.this, one.before or None, one.mean or None, None, None)
            for one in self.figures
        ]
        return FileTable(columns, (*asked, *figures))

    def narrowed_to(self, mark: str) -> Selection:  # noqa: ARG002 - as a page has it
        """Leave all: its rows are no part of the time."""
        return self.narrowed


class Overview:
    """What asks for something, page by page.

    Args:
        pages: All others, in their order.
    """

    key: Final = "overview"
    title: Final = TITLE

    def __init__(self, pages: tuple[Page, ...]) -> None:
        self.pages = pages

    def needs(self, query: ReportQuery) -> tuple[Need, ...]:
        """List what has to be known."""
        return (ReportNeed(query),)

    def optional_needs(self, query: ReportQuery) -> tuple[Need, ...]:
        """List what the other pages need, and what was looked at."""
        needs = needs_ahead(self.pages, query)
        return tuple(dict.fromkeys((*needs, RecordsNeed(query.workspace))))

    def content(
        self,
        answers: Answers,
        query: ReportQuery,
        selection: Selection,
        view: ViewOptions,
    ) -> AllPagesContent | None:
        """Work the other pages out as they are at first, and of them this one."""
        usual = ViewOptions(durations=view.durations)
        made = (
            (page.key, page.content(answers, query, selection, usual))
            for page in self.pages
        )
        contents = {key: content for key, content in made if content is not None}
        return self.content_of(contents, answers, query, selection, view)

    def content_of(
        self,
        contents: Contents,
        answers: Answers,
        query: ReportQuery,
        selection: Selection,
        view: ViewOptions,
    ) -> AllPagesContent | None:
        """Say what the other pages say, as far as they are worked out."""
        report: Report | None = answers.get(ReportNeed(query))
        if report is None:
            return None
        asked = tuple(self._rows(contents, answers, query))
        said = overview_sentence(asked)
        send: tuple[OverviewRow, ...] = ()
        sent = contents.get(SENT)
        if sent is not None:
            words = showable(
                tr("{page} as a file: {what}.", page=sent.title, what=sent.what)
            )
            button = showable("CSV\N{HORIZONTAL ELLIPSIS}")
            send = (OverviewRow(SEND, showable(tr("Send it")), words, button=button),)
        running = report.is_running
        told = [contents[page.key] for page in self.pages if page.key in contents]
        before = before_of(told)
        return AllPagesContent(
            title=TITLE,
            query=query,
            view=replace(view, selected=NO_SELECTION),
            sentence=said,
            chart=OverviewContent(
                heading(TITLE, query, running=running), said, (*asked, *send), _KEYS
            ),
            what=tr("overview"),
            narrowed=selection,
            fetched_at=report.fetched_at,
            running=running,
            figures=figure_lines(told, before),
            before=before,
        )

    def _rows(
        self, contents: Contents, answers: Answers, query: ReportQuery
    ) -> Iterator[OverviewRow]:
        kept: ReviewRecords | None = answers.get(RecordsNeed(query.workspace))
        kept = kept or ReviewRecords()
        for page in self.pages:
            name, content = showable(page.title), contents.get(page.key)
            if content is None:
                refused = (answers.refusal(need) for need in page.needs(query))
                why = next((one.title for one in refused if one is not None), "")
                if not why and not all(map(is_asked_ahead, page.needs(query))):
                    why = tr("Open it to ask Clockify: this is a long period.")
                yield OverviewRow(page.key, name, showable(why or _LOADING))
                continue
            yield OverviewRow(
                page.key,
                name,
                showable(content.nothing or content.sentence),
                content.count or 0,
                small_of(content),
                looked_at=kept.looked_at(page.key, query.period),
            )

    def controls(self, view: ViewOptions) -> tuple[Control, ...]:  # noqa: ARG002 - as a page has it
        """Offer nothing."""
        return ()

    def choose(self, view: ViewOptions, control: str, choice: str) -> ViewOptions:  # noqa: ARG002 - as a page has it
        """Have nothing to choose."""
        return view

    def alternative(self, view: ViewOptions) -> Alternative | None:  # noqa: ARG002 - as a page has it
        """Know one way of looking only."""
        return None


def overview_sentence(asked: tuple[OverviewRow, ...]) -> str:
    """Count the questions, those with something to do, and those looked at."""
    to_do = sum(row.count > 0 for row in asked)
    there = [row for row in asked if row.looked_at is not None]
    what = _TO_DO[to_do]
    if not to_do and len(there) < len(asked):
        what = _HERE[len(there)]
    seen = sum(bool(row.looked_at) for row in there)
    looked_at = tr("Looked at: {seen} of {count}.", seen=seen, count=len(there))
    return f"{_QUESTIONS[len(asked)]}, {what}. {looked_at}"


def _yes(truth: bool | None) -> str | None:  # noqa: FBT001 - a cell
    return None if truth is None else "yes" if truth else "no"
