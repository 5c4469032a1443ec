"""Makes the review as a PDF or spreadsheet, and the picture of a page, as files."""

from dataclasses import replace
from functools import partial

from clockify_desktop.domain.hidden_names import Hiding
from clockify_desktop.export.file_choice import FileChoice, PeopleAs, PictureKind
from clockify_desktop.export.picture import deck_bytes, deck_look
from clockify_desktop.export.sheet_columns import sheet_columns
from clockify_desktop.export.workbook import workbook_bytes
from clockify_desktop.pages.answers import Answers
from clockify_desktop.pages.page import ViewOptions
from clockify_desktop.services.review_book import review_book
from clockify_desktop.services.review_deck import (
    Review,
    deck_of,
    review_of,
    review_page,
)
from clockify_desktop.translation import tr
from clockify_desktop.viewmodels.file_source import FileSource
from clockify_desktop.viewmodels.made_file import MadeFile
from clockify_desktop.viewmodels.picture_saver import drawn_picture

_SAMPLE = tr("SAMPLE DATA")


def picture_made(shown: FileSource, choice: FileChoice) -> MadeFile:
    """Draw a page; blocks for a moment.

    Args:
        shown: The page without what is not to be in the picture.

    Raises:
        AppError: There are too many rows for one picture.
    """
    content = shown.content
    draw = partial(drawn_picture, content, sample=shown.sample)
    total_s = content.file.total_s
    return MadeFile(
        partial(draw, choice.picture, paper=shown.paper(choice)),
        content.what,
        picture=draw(PictureKind.PNG),
        total_s=total_s,
    )


def review_made(
    source: FileSource, choice: FileChoice, hiding: Hiding, answers: Answers
) -> MadeFile:
    """Work the whole review out as a PDF; blocks for a moment.

    Args:
        hiding: Of what is not to be in the document.
        answers: To all that the review needs.
    """
    review, hidden = _review(source, choice, hiding, answers)
    deck = deck_of(review, hidden=hidden, note=_note(source))
    paper = source.paper(choice)
    return MadeFile(
        partial(deck_bytes, deck, paper),
        "review",
        picture=deck_look(deck, paper),
        total_s=_total_s(review),
        lacking=review.lacking,
    )


def sheets_made(
    source: FileSource, choice: FileChoice, hiding: Hiding, answers: Answers
) -> MadeFile:
    """Work the whole review out as a spreadsheet, as ``review_made``.

    What there is to see of it before are its sheets.
    """
    review, hidden = _review(source, choice, hiding, answers)
    book = review_book(review, hidden=hidden, note=_note(source))
    sheets = [
        (
            one.name,
            str(len(one.table.rows)),
            ", ".join(
                column.name
                for column in sheet_columns(one.table, book.query, choice.columns)
            ),
        )
        for one in book.sheets
    ]
    return MadeFile(
        partial(workbook_bytes, book, choice.columns),
        "review",
        columns=("sheet", "rows", "columns"),
        rows=tuple(sheets),
        numbers=frozenset({1}),
        count=len(sheets),
        total_s=_total_s(review),
        lacking=review.lacking,
    )


def _review(
    source: FileSource, choice: FileChoice, hiding: Hiding, answers: Answers
) -> tuple[Review, bool]:
    state = source.state
    # First, for it tells everybody: names are given as anywhere else.
    report = hiding.of(state.report)
    values = {need: hiding.of(one) for need, one in answers.values.items()}
    selection = state.selection
    view = ViewOptions(
        durations=state.view.durations,
        # Whoever has no time on a chosen project need not have had any.
        people_without_time=selection.projects is None,
    )
    page = review_page(state.pages)
    told = replace(answers, values=values)
    hidden = state.names_hidden or choice.people is not PeopleAs.NAMES
    return review_of(page, report, told, selection, view), hidden


def _note(source: FileSource) -> str:
    return _SAMPLE if source.sample else ""


def _total_s(review: Review) -> int:
    facts = review.report.narrowed(review.overview.narrowed).once
    return int(facts.seconds.sum())
