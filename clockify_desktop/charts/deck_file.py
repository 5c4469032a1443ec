"""The review as a PDF: pages of paper, vector, with its text as text.

It is not tagged: matplotlib's writer, which all pictures are drawn with, cannot.
"""

from collections.abc import Iterable
from io import BytesIO
from typing import Any, Final

import numpy as np
from matplotlib import rc_context
from matplotlib.backends import backend_agg, backend_pdf
from matplotlib.image import imsave
from matplotlib.transforms import Affine2D

from clockify_desktop.charts.deck_content import Deck
from clockify_desktop.charts.deck_cover import counted_sheets, cover
from clockify_desktop.charts.deck_question import QuestionPages
from clockify_desktop.charts.deck_sheet import DPI, FOOT_PX, Sheet
from clockify_desktop.charts.fonts import AXIS_PX
from clockify_desktop.charts.marks import DrawTarget
from clockify_desktop.charts.paper import Paper
from clockify_desktop.charts.text_paths import text_width
from clockify_desktop.charts.theme import LIGHT
from clockify_desktop.domain.showable import showable
from clockify_desktop.translation import spoken_language, tr

_POINTS_AN_INCH: Final = 72
_MOST_FOOT_LINES: Final = 2
_TO_PAGE_PX: Final = 24.0
# Whole fonts of those signs that are used: they can be searched and stay small.
_SETTINGS: Final[dict[Any, Any]] = {"pdf.fonttype": 42, "pdf.compression": 6}


def draw_deck(deck: Deck, paper: Paper) -> bytes:
    """Draw all pages; the same review gives the same bytes.

    Not for two threads at once: matplotlib's settings are changed for the while.
    """
    with rc_context(_SETTINGS):
        return _written(_sheets(deck, paper), deck.heading, paper)


def draw_first(deck: Deck, paper: Paper) -> bytes:
    """Draw the first page as a PNG; likewise not for two threads at once."""
    sheet = _sheets(deck, paper)[0]
    # Its types are left out.
    agg: Any = backend_agg
    renderer = agg.RendererAgg(round(sheet.width), round(sheet.height), DPI)
    drawn = np.asarray(renderer.buffer_rgba())
    # Paper is white, in a dark window too.
    drawn.fill(255)
    transform = Affine2D().scale(1, -1).translate(0, sheet.height)
    for mark in sheet.marks:
        mark.draw(DrawTarget(renderer, transform, DPI))
    buffer = BytesIO()
    imsave(buffer, drawn, format="png")
    return buffer.getvalue()


def _sheets(deck: Deck, paper: Paper) -> list[Sheet]:
    width, height = (side * DPI for side in paper.value)
    sheets: list[Sheet] = []
    begins: dict[str, int] = {}
    for question in deck.questions:
        # The cover is the first.
        begins[question.key] = len(sheets) + 2
        sheets += QuestionPages(question, width, height).sheets()
    sheets += counted_sheets(deck, width, height)
    sheets.insert(0, cover(deck, begins, width, height))
    for at, sheet in enumerate(sheets, 1):
        _put_foot(
            sheet, deck, tr("page {number} of {count}", number=at, count=len(sheets))
        )
    return sheets


def _put_foot(sheet: Sheet, deck: Deck, page: str) -> None:
    y = sheet.height - FOOT_PX
    sheet.rule(y, color=LIGHT.text)
    end = " · ".join(part for part in (deck.personal, page) if part)
    middle, quiet = y + 16, LIGHT.quiet
    sheet.text(showable(end), sheet.right, middle, AXIS_PX, color=quiet, ends=True)
    room = sheet.room - text_width(end, AXIS_PX) - _TO_PAGE_PX
    foot = showable(deck.foot)
    sheet.lines(
        *(foot, sheet.left, y + 8, room, AXIS_PX), most=_MOST_FOOT_LINES, color=quiet
    )


def _written(sheets: Iterable[Sheet], title: str, paper: Paper) -> bytes:
    buffer = BytesIO()
    # Neither date nor version: the same review is the same file.
    metadata = {"Title": title, "Creator": None, "Producer": None, "CreationDate": None}
    # Its types are left out.
    writer: Any = backend_pdf
    file = writer.PdfFile(buffer, metadata=metadata)
    # matplotlib's own catalogue has no language.
    file.rootObject = file.reserveObject("root")
    catalogue = {
        "Type": writer.Name("Catalog"),
        "Pages": file.pagesObject,
        "Lang": spoken_language().encode(),
        "ViewerPreferences": {"DisplayDocTitle": True},
    }
    file.writeObject(file.rootObject, catalogue)
    width, height = paper.value
    down = Affine2D().scale(_POINTS_AN_INCH / DPI, -_POINTS_AN_INCH / DPI)
    transform = down.translate(0, height * _POINTS_AN_INCH)
    for sheet in sheets:
        file.newPage(width, height)
        renderer = writer.RendererPdf(file, DPI, height, width)
        target = DrawTarget(renderer, transform, DPI)
        for mark in sheet.marks:
            mark.draw(target)
        renderer.finalize()
        file.endStream()
    file.finalize()
    file.close()
    return buffer.getvalue()
