"""``report --page review``: all pages at once, as a document or a spreadsheet."""

from clockify_desktop.cli.system_font import system_font
from clockify_desktop.cli.written_report import Answered, Written
from clockify_desktop.export.picture import deck_bytes, deck_note, write_pictures_in
from clockify_desktop.pages.overview import Overview
from clockify_desktop.services.review_book import review_book
from clockify_desktop.services.review_deck import deck_of, review_of, review_page
from clockify_desktop.services.switched_off import pages_left
from clockify_desktop.store.policy import Policy


def whole_review(policy: Policy) -> Overview:
    """Find what needs all that the pages need which are not switched off."""
    return review_page(pages_left(policy))


def review_report(page: Overview, answered: Answered) -> Written:
    """Write all pages.

    Args:
        page: That of ``whole_review``.

    Raises:
        AppError: As ``SpreadsheetOutput``.
    """
    report, answers = answered.report, answered.answers
    review = review_of(page, report, answers, answered.selection, answered.view)
    hidden, note = answered.hidden, answered.note
    if answered.is_spreadsheet:
        book = review_book(review, hidden=hidden, note=note)
        return Written(answered.sheets.of_book(book), lacking=review.lacking)
    deck = deck_of(review, hidden=hidden, note=note)
    write_pictures_in(system_font())
    content = deck_bytes(deck, answered.paper)
    return Written(content, deck_note(deck), review.lacking)
