"""The first page of the review on paper, and the last, which says how it counts."""

from collections.abc import Mapping
from typing import Final

from clockify_desktop.charts.deck_content import Deck
from clockify_desktop.charts.deck_question import put_title
from clockify_desktop.charts.deck_sheet import TOP_PX, Sheet
from clockify_desktop.charts.fonts import NAME_PX, REMARK_PX
from clockify_desktop.charts.fonts import TITLE_PX as KIND_PX
from clockify_desktop.charts.text_paths import elided, text_width
from clockify_desktop.charts.theme import LIGHT
from clockify_desktop.domain.showable import showable
from clockify_desktop.translation import tr

COUNTED: Final = tr("How it was counted")
_HEADING_PX: Final = 32.0
_FIGURE_PX: Final = 25.0
_BOX_PX: Final = 74.0
_GAP_PX: Final = 16.0
_IN_PX: Final = 14.0
_ASKED_SHARE: Final = 0.3
_TO_WORDS_PX: Final = 8.0
_ANSWER_NAME_PX: Final = 148.0
_ASKED_NAME_PX: Final = 110.0
_PAGE_PX: Final = 58.0
_MOST_LINES: Final = 3


def cover(deck: Deck, pages: Mapping[str, int], width: float, height: float) -> Sheet:
    """Lay the cover out.

    Args:
        pages: On which page each question begins, by its key.
    """
    sheet = Sheet(width, height)
    kind = f"{deck.kind} · {deck.note}" if deck.note else deck.kind
    sheet.text(showable(kind), sheet.left, TOP_PX + 8, KIND_PX, bold=True)
    heading = elided(showable(deck.heading), sheet.room, _HEADING_PX, bold=True)
    sheet.text(heading, sheet.left, TOP_PX + 44, _HEADING_PX, bold=True)
    dates = showable(deck.dates)
    sheet.text(dates, sheet.left, TOP_PX + 80, KIND_PX, color=LIGHT.quiet)
    top = TOP_PX + 106
    if deck.figures:
        _figures(sheet, deck, top)
        top += _BOX_PX + 24
    _answers(sheet, deck, pages, top)
    _asked(sheet, deck, top)
    return sheet


def counted_sheets(deck: Deck, width: float, height: float) -> list[Sheet]:
    """Lay out how it was counted, on as many pages as that takes."""
    sheets: list[Sheet] = []
    y = height
    for name, sentences in deck.counted:
        heading = name
        for said in sentences:
            if not sheets or y > sheets[-1].bottom - 2 * NAME_PX:
                sheets.append(Sheet(width, height))
                y = put_title(sheets[-1], COUNTED, "") + 6
            sheet = sheets[-1]
            if heading:
                sheet.rule(y)
                y += 8
                sheet.text(showable(heading), sheet.left, y + 9, NAME_PX, bold=True)
            heading = ""
            x = sheet.left + _ANSWER_NAME_PX + _TO_WORDS_PX + _GAP_PX
            room = sheet.right - x
            y = sheet.lines(showable(said), x, y, room, most=6) + 4
        y += 6
    return sheets


def _figures(sheet: Sheet, deck: Deck, top: float) -> None:
    count = len(deck.figures)
    width = (sheet.room - (count - 1) * _GAP_PX) / count
    for place, figure in enumerate(deck.figures):
        left = sheet.left + place * (width + _GAP_PX)
        sheet.frame((left, top, left + width, top + _BOX_PX))
        room = width - 2 * _IN_PX
        value = elided(showable(figure.value), room, _FIGURE_PX, bold=True)
        sheet.text(value, left + _IN_PX, top + 25, _FIGURE_PX, bold=True)
        name, remark = (showable(one) for one in (figure.name, figure.remark))
        quiet = LIGHT.quiet
        sheet.text(name, left + _IN_PX, top + 55, REMARK_PX, color=quiet)
        right = left + width - _IN_PX
        sheet.text(remark, right, top + 55, REMARK_PX, color=quiet, ends=True)


def _answers(sheet: Sheet, deck: Deck, pages: Mapping[str, int], top: float) -> None:
    right = sheet.left + sheet.room * (1 - _ASKED_SHARE) - 2 * _GAP_PX
    names_px = (text_width(one.name, NAME_PX, bold=True) for one in deck.answers)
    x = sheet.left + max([_ANSWER_NAME_PX, *names_px]) + _TO_WORDS_PX
    y = top
    for answer in deck.answers:
        sheet.rule(y, right=right)
        sheet.text(answer.name, sheet.left, y + 20, NAME_PX, bold=True)
        if answer.key in pages:
            page = showable(tr("page {number}", number=pages[answer.key]))
            sheet.text(page, right, y + 20, NAME_PX, color=LIGHT.quiet, ends=True)
        room = right - x - _PAGE_PX - _GAP_PX
        end = sheet.lines(answer.said, x, y + 11, room, most=_MOST_LINES)
        y = max(end + 8, y + 50)


def _asked(sheet: Sheet, deck: Deck, top: float) -> None:
    left = sheet.right - sheet.room * _ASKED_SHARE
    sheet.rule(top, left, color=LIGHT.text)
    sheet.text(showable(tr("What was asked")), left, top + 20, NAME_PX, bold=True)
    names_px = (text_width(showable(name), REMARK_PX) for name, _ in deck.asked)
    x = left + max([_ASKED_NAME_PX, *names_px]) + _TO_WORDS_PX
    y = top + 38
    for name, words in deck.asked:
        sheet.text(showable(name), left, y + 9, REMARK_PX, color=LIGHT.quiet)
        room = sheet.right - x
        y = 7 + sheet.lines(showable(words), x, y, room, REMARK_PX, most=_MOST_LINES)
    framed = Sheet(sheet.width, sheet.height)
    room = sheet.right - left - 2 * _IN_PX
    verdict = showable(deck.verdict)
    end = framed.lines(verdict, left + _IN_PX, y + 18, room, REMARK_PX, most=6)
    sheet.frame((left, y + 8, sheet.right, end + 10))
    sheet.put(framed.marks)
