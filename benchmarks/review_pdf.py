"""The review as a PDF, beside drawing the figures that are in it, each alone."""

import asyncio
import statistics
import sys
import time
from collections.abc import Callable

from figures import Figure, show
from review_pages import TEAM, opened
from window_redraw import NOW

from clockify_desktop.charts.deck_content import Deck
from clockify_desktop.charts.paper import Paper
from clockify_desktop.domain.presets import parse_period
from clockify_desktop.export.picture import deck_bytes, picture_bytes
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.pages.registry import PAGES
from clockify_desktop.services.report_request import ReportRequest, request_page
from clockify_desktop.services.review_deck import (
    Review,
    deck_of,
    review_of,
    review_page,
)

RUNS = 9
TARGET = 1.5
MOST_BYTES = 1_000_000


async def asked(people: int) -> Review:
    """Ask for all that a review of so many people needs."""
    request = ReportRequest(None, parse_period("last-week"), None)
    page = review_page(PAGES)
    async with opened(people) as clockify:
        told = await request_page(clockify, request, page, NOW)
    report, selection, answers = told
    return review_of(page, report, answers, selection, ViewOptions())


def whole(review: Review) -> tuple[Deck, bytes]:
    """Write the review down, and draw it."""
    deck = deck_of(review, hidden=False)
    return deck, deck_bytes(deck, Paper.A4)


def alone(deck: Deck) -> None:
    """Draw what is pictured, a file each."""
    for question in deck.questions:
        picture_bytes(question.chart, "pdf", paper=Paper.A4)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def figures() -> list[Figure]:
    """Measure both, run by run."""
    review = asyncio.run(asked(TEAM))
    deck, pdf = whole(review)
    alone(deck)
    ratio = statistics.median(
        _seconds(lambda: whole(review)) / _seconds(lambda: alone(deck))
        for _ in range(RUNS)
    )
    return [
        Figure(
            f"the review of {TEAM} people as a PDF, against its figures alone",
            ratio,
            TARGET,
        ),
        Figure(
            f"the PDF of {TEAM} people, against a megabyte", len(pdf) / MOST_BYTES, 1.0
        ),
    ]


if __name__ == "__main__":
    sys.exit(show(figures()))
