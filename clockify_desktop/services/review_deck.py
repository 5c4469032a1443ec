"""The review as one document: what each page says and shows, and what was asked."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from clockify_desktop.charts.deck_content import (
    LETTERS,
    Deck,
    DeckAnswer,
    DeckQuestion,
    DeckTable,
    column_letters,
)
from clockify_desktop.domain.calendar import time_zone
from clockify_desktop.domain.durations import duration_text
from clockify_desktop.domain.largest import largest_and_other
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.matrix import Matrix
from clockify_desktop.domain.period_words import (
    SO_FAR,
    PeriodKind,
    dates_in_words,
    kind_of,
    single_day,
    week_number,
)
from clockify_desktop.domain.report import Report
from clockify_desktop.domain.selection import Selection
from clockify_desktop.domain.showable import Showable, named, showable
from clockify_desktop.pages.answered_plan import PLANNED, people_shown
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.capacity import CAPACITY
from clockify_desktop.pages.capacity_options import Rows
from clockify_desktop.pages.capacity_words import source_in_words
from clockify_desktop.pages.figures import known_figures
from clockify_desktop.pages.overview import AllPagesContent, Overview
from clockify_desktop.pages.page import Page, PageContent, ViewOptions
from clockify_desktop.pages.verdict import sum_verdict, verdict_of
from clockify_desktop.pages.where import WhereContent
from clockify_desktop.pages.who_logged import WHO_LOGGED
from clockify_desktop.pages.who_logged_options import Order
from clockify_desktop.services.asked_words import asked_in_words, counted_in_words
from clockify_desktop.translation import tr, tr_context

_KINDS: Final = {
    PeriodKind.DAY: tr("Daily review"),
    PeriodKind.WEEK: tr("Weekly review"),
    PeriodKind.MONTH: tr("Monthly review"),
    PeriodKind.QUARTER: tr("Quarterly review"),
    PeriodKind.YEAR: tr("Yearly review"),
}
# On paper nothing folds: people stand by themselves, whatever their teams.
_ON_PAPER: Final = {
    WHO_LOGGED.key: {"order": Order.MISSING.value},
    CAPACITY.key: {"rows": Rows.PEOPLE.value},
}
_NONE: Final = showable("\N{EN DASH}")
_READ: Final = (
    tr(
        "A segment that is too narrow for its letter is read from the numbers in its"
        " row."
    ),
    tr("The numbers are those of the window's pages and of their CSV files."),
    tr(
        "Text can be selected and searched; for screen readers there are the CSV files."
    ),
)


@dataclass(frozen=True, eq=False)
class Review:
    """All pages of the review, worked out.

    Args:
        contents: By the keys of the pages, those without what they need left out.
    """

    pages: tuple[Page, ...]
    report: Report
    answers: Answers
    overview: AllPagesContent
    contents: dict[str, PageContent]

    @property
    def lacking(self) -> tuple[str, ...]:
        """Say what the pages could not have, each line once."""
        lines = (line for one in self.contents.values() for line in one.lacking)
        return tuple(dict.fromkeys(lines))


def review_page(pages: tuple[Page, ...]) -> Overview:
    """Give what needs all that a review of some pages needs."""
    return Overview(tuple(page for page in pages if not isinstance(page, Overview)))


def review_of(
    page: Overview,
    report: Report,
    answers: Answers,
    selection: Selection,
    view: ViewOptions,
) -> Review:
    """Work all pages out, people by themselves."""
    query = report.query
    contents: dict[str, PageContent] = {}
    for one in page.pages:
        choices = _ON_PAPER.get(one.key, {})
        content = one.content(answers, query, selection, replace(view, choices=choices))
        if content is not None:
            contents[one.key] = content
    overview = page.content_of(contents, answers, query, selection, view)
    if overview is None:
        message = "a review without its report"
        raise ValueError(message)
    return Review(page.pages, report, answers, overview, contents)


def deck_of(review: Review, *, hidden: bool, note: str = "") -> Deck:
    """Write the review down.

    Args:
        hidden: Whether people stand without their names.
        note: Such as that the data are invented.
    """
    report, overview = review.report, review.overview
    query, narrowed = report.query, overview.narrowed
    verdict = verdict_of(report, narrowed, overview.view.durations)
    dates = dates_in_words(query.period)
    number = week_number(query.period, query.week_start)
    short = tr("week {number}", number=number[1]) if number else dates
    running = f" · {SO_FAR}" if report.is_running else ""
    foot = [named(query.workspace.name), dates]
    foot.append(query.counting.zone_in_words(query.time_zone))
    sum_of = sum_verdict(report, narrowed, overview.view.durations)
    foot.append(tr("not compared") if report.server_total_s is None else sum_of)
    period_kind = kind_of(query.period, query.week_start)
    kind = _KINDS[period_kind] if period_kind else tr("Review")
    return Deck(
        kind=kind,
        heading=f"{named(query.workspace.name)}, {short}",
        dates=f"{dates}{running}",
        figures=known_figures(report, overview, review.pages, review.contents),
        answers=tuple(
            DeckAnswer(row.page, row.name, row.said)
            for row in overview.picture.questions
        ),
        asked=tuple(_asked(review, hidden=hidden)),
        verdict=verdict,
        questions=tuple(
            _question(page, content)
            for page in review.pages
            if (content := review.contents.get(page.key)) is not None
        ),
        counted=(
            *counted_in_words(report, verdict),
            *remarks_of(review),
            (tr("Reading it"), _READ),
        ),
        foot=" · ".join(foot),
        personal="" if hidden else tr("Contains personal data"),
        note=note,
    )


def _question(page: Page, content: PageContent) -> DeckQuestion:
    said = content.nothing or content.sentence
    if isinstance(content, WhereContent):
        few = _few_letters(content)
        table = _letter_table(content, few)
        picture = replace(content.chart, matrix=few, dimmed=None)
        return DeckQuestion(page.key, page.title, said, picture, table)
    return DeckQuestion(page.key, page.title, said, content.picture, _table(content))


def _few_letters(content: WhereContent) -> Matrix:
    """Put what has no room for a column of numbers together."""
    colors = content.options.colors or Level.PROJECT
    return largest_and_other(content.full, colors, count=LETTERS).matrix


def _table(content: PageContent) -> DeckTable:
    table = content.table
    rows = table.arranged().tolist()
    return DeckTable(
        titles=tuple(map(showable, table.titles)),
        trailing=tuple(one.alignment.name == "TRAILING" for one in table.columns),
        rows=tuple(map(table.texts, rows)),
        marks=tuple(map(table.mark, rows)),
        total=table.total if any(table.total) else (),
    )


def _letter_table(content: WhereContent, matrix: Matrix) -> DeckTable:
    """Give each series of the bars a column under its letter."""
    durations = content.view.durations

    def text(seconds: int) -> Showable:
        return showable(duration_text(seconds, durations)) if seconds else _NONE

    totals_s = matrix.row_totals_s.tolist()
    return DeckTable(
        titles=(
            *(showable(content.options.rows.head), *column_letters(matrix.columns)),
            showable(tr("Total")),
        ),
        trailing=(False, *[True] * (len(matrix.columns) + 1)),
        rows=tuple(
            (name, *map(text, row), showable(duration_text(total_s, durations)))
            for name, row, total_s in zip(
                content.chart.row_names, matrix.seconds.tolist(), totals_s, strict=True
            )
        ),
        marks=tuple(row.mark for row in matrix.rows),
        total=(
            content.table.total[0],
            *map(text, matrix.column_totals_s.tolist()),
            duration_text(matrix.total_s, durations),
        ),
    )


def _asked(review: Review, *, hidden: bool) -> Iterator[tuple[str, str]]:
    report, overview = review.report, review.overview
    yield from asked_in_words(report, overview.narrowed, overview.view.durations)
    yield tr("Capacity"), capacity_in_words(review)
    at = report.fetched_at.astimezone(time_zone(report.query.time_zone))
    yield tr("Fetched"), f"{single_day(at.date())} {at.year}, {at:%H:%M}"
    yield (
        tr("Names"),
        tr_context("names", "hidden") if hidden else tr_context("names", "shown"),
    )


def capacity_in_words(review: Review) -> str:
    """Say where the capacity of how many people comes from."""
    report = review.report
    plan = PLANNED.of(review.answers, report.query)
    people = people_shown(report, review.overview.narrowed)
    sources = Counter(
        source_in_words(plan.capacity.on(one.id, report.query.period)[-1].source)
        for one in people
    )
    said = (
        # Translators: where it comes from, and for how many people.
        tr_context("capacity", "{source} for {count}", source=source, count=count)
        for source, count in sources.most_common()
    )
    return ", ".join(said) or tr_context("capacity", "of nobody")


def remarks_of(review: Review) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Say what pages have to say of how they count and what they lack, by title."""
    for page in review.pages:
        content = review.contents.get(page.key)
        if content is None:
            continue
        lines = (content.table.remark, *content.lacking)
        if said := tuple(line for line in lines if line):
            yield page.title, said
