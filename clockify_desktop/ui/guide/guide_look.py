"""How a page of the guide looks: Qt reads the Markdown, the colours are ours."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtGui import (
    QFont,
    QPalette,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextList,
    QTextListFormat,
    QTextTable,
)

from clockify_desktop.ui.look import palette as roles

_MARGIN_PX: Final = 28
_PARAGRAPH_PX: Final = 8
_ITEM_PX: Final = 3
_ABOVE_HEADING_PX: Final = 20
_CODE_INDENT_PX: Final = 14
# Of a line, in percent: long texts are read more easily with some air.
_LINE_PERCENT: Final = 120
_WHOLE_PERCENT: Final = 100
_LARGEST: Final = 4
"""Less the level of a heading, this is how much larger Qt writes it."""


def style(document: QTextDocument, palette: QPalette) -> None:
    """Give a document that was read from Markdown the look of the window."""
    document.setDocumentMargin(_MARGIN_PX)
    for block in blocks(document):
        cursor = QTextCursor(block)
        _style_block(cursor, block, palette)
        _style_words(block, palette)
        table: QTextTable | None = cursor.currentTable()
        if table is not None and table.firstCursorPosition().block() == block:
            _style_table(table, palette)
        listed: QTextList | None = block.textList()
        if listed is not None and listed.itemNumber(block) == 0:
            _style_list(block)


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Walk over the paragraphs, headings and cells."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _style_block(cursor: QTextCursor, block: QTextBlock, palette: QPalette) -> None:
    shape = block.blockFormat()
    if shape.headingLevel():
        shape.setTopMargin(_ABOVE_HEADING_PX if block.position() else 0)
        shape.setBottomMargin(_PARAGRAPH_PX)
    elif _is_code(block):
        shape.setBackground(palette.brush(QPalette.ColorRole.AlternateBase))
        shape.setLeftMargin(_CODE_INDENT_PX)
        # A command that is too long for the window goes on in the next line.
        shape.setNonBreakableLines(False)
        if not _is_code(block.next()):
            shape.setBottomMargin(_PARAGRAPH_PX)
    elif cursor.currentTable() is not None:
        shape.setTopMargin(0)
        shape.setBottomMargin(0)
    else:
        gap = _ITEM_PX if block.textList() is not None else _PARAGRAPH_PX
        shape.setTopMargin(gap)
        shape.setBottomMargin(gap)
        if "\N{OBJECT REPLACEMENT CHARACTER}" not in block.text():
            kind = shape.LineHeightTypes.ProportionalHeight.value
            shape.setLineHeight(_LINE_PERCENT, kind)
    cursor.setBlockFormat(shape)


def _is_code(block: QTextBlock) -> bool:
    return block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeLanguage)


def _style_words(block: QTextBlock, palette: QPalette) -> None:
    link, code = QTextCharFormat(), QTextCharFormat()
    link.setForeground(palette.brush(roles.ACCENT))
    level = block.blockFormat().headingLevel()
    code.setFontWeight(QFont.Weight.Bold)
    code.setProperty(QTextFormat.Property.FontSizeAdjustment, _LARGEST - level)
    for cursor, words in list(_fragments(block)):
        if words.isAnchor():
            cursor.mergeCharFormat(link)
        if level and words.fontFixedPitch():
            # Qt makes all of a heading large but what is code in it.
            cursor.mergeCharFormat(code)


def _fragments(block: QTextBlock) -> Iterator[tuple[QTextCursor, QTextCharFormat]]:
    place = block.begin()
    while not place.atEnd():
        piece = place.fragment()
        cursor = QTextCursor(block)
        cursor.setPosition(piece.position())
        end = piece.position() + piece.length()
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        yield cursor, piece.charFormat()
        place += 1


def _style_table(table: QTextTable, palette: QPalette) -> None:
    shape = table.format()
    shape.setBorderCollapse(True)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderBrush(palette.brush(roles.LINE))
    shape.setBorder(1)
    shape.setCellPadding(5)
    shape.setTopMargin(_PARAGRAPH_PX)
    shape.setBottomMargin(_PARAGRAPH_PX)
    whole = QTextLength(QTextLength.Type.PercentageLength, _WHOLE_PERCENT)
    shape.setWidth(whole)
    table.setFormat(shape)


def _style_list(block: QTextBlock) -> None:
    shape = block.textList().format()
    if shape.style() is QTextListFormat.Style.ListCircle:
        shape.setStyle(QTextListFormat.Style.ListDisc)
        block.textList().setFormat(shape)
