"""The row of figures of a report, those of its pages among them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from clockify_desktop.domain.durations import duration_text, share_text
from clockify_desktop.domain.figure import Figure
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.report import Report
from clockify_desktop.pages.page import Page, PageContent
from clockify_desktop.pages.page_keys import GROUPED_KEY
from clockify_desktop.translation import tr, tr_context


def known_figures(
    report: Report,
    content: PageContent,
    pages: Iterable[Page],
    contents: Mapping[str, PageContent],
) -> tuple[Figure, ...]:
    """Work out the figures that are known.

    Args:
        content: Whose part of the report they are of.
        contents: Of the pages, by their keys.
    """
    durations = content.view.durations
    narrowed = content.narrowed
    # That of the page may tell more, such as tags.
    told = content.report or report
    drawn_from = told if narrowed.of_days else told.condensed
    facts = drawn_from.narrowed(narrowed).once
    total = duration_text(facts.total_s, durations)
    if facts.total_s != told.facts.total_s:
        total = tr(
            "{time} of {total}",
            time=total,
            total=duration_text(told.facts.total_s, durations),
        )
    people = len(facts.people_with_time)
    name = tr("Total so far") if report.is_running else tr("Total")
    figures = [
        Figure(total, name, tr("{people} with time", people=Level.USER.counted(people)))
    ]
    billable = None
    if narrowed.billable is not None:
        # A share of billable time says nothing.
        facts = drawn_from.narrowed(replace(narrowed, billable=None)).once
    if facts.billable_seconds is not None and facts.total_s > 0:
        billable_s = int(facts.billable_seconds.sum())
        share = share_text(billable_s, facts.total_s)
        remark = duration_text(billable_s, durations)
        billable = Figure(share, tr_context("time", "Billable"), remark)
    for page in pages:
        # Billable is beside where time went, as the pages stand.
        if page.key == GROUPED_KEY and billable is not None:
            figures.append(billable)
        figure = contents[page.key].figure if page.key in contents else None
        if figure is not None:
            figures.append(figure)
    return tuple(figures)
