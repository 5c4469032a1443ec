"""The review as a spreadsheet: what was asked, then a sheet a page."""

from typing import Final

from clockify_desktop.export.workbook import Book, Sheet, sheet_name
from clockify_desktop.services.review_deck import Review, capacity_in_words, remarks_of
from clockify_desktop.services.workbooks import book_of
from clockify_desktop.translation import tr

_REVIEW: Final = tr("Review")


def review_book(review: Review, *, hidden: bool, note: str = "") -> Book:
    """Put every page on a sheet of its own, in the order of the review.

    Args:
        hidden: Whether people stand without their names.
        note: Such as that the data are invented.
    """
    overview = review.overview
    pages = [
        Sheet(sheet_name(page.title), content.file)
        for page in review.pages
        if (content := review.contents.get(page.key)) is not None
    ]
    return book_of(
        _REVIEW,
        (Sheet(sheet_name(overview.title), overview.file), *pages),
        review.report,
        overview.narrowed,
        remarks_of(review),
        capacity=capacity_in_words(review),
        hidden=hidden,
        note=note,
    )
