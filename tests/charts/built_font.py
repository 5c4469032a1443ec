"""Small fonts of squares, with what a test wants of them."""

import string
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

LETTERS = string.ascii_letters + string.digits + ": "


def build(
    path: Path,
    *,
    letters: str = LETTERS,
    variable: bool = False,
    cff: bool = False,
    one: int = 600,
) -> Path:
    """Write a font of 1000 units, whose signs are 600 wide and have 500 of ink.

    Args:
        one: How wide the figure 1 is, whose ink ends 100 before that.
    """
    widths = {
        ".notdef": 600,
        **{f"u{ord(sign):04X}": one if sign == "1" else 600 for sign in letters},
    }
    builder = FontBuilder(1000, isTTF=not cff)
    builder.setupGlyphOrder(list(widths))
    builder.setupCharacterMap({ord(sign): f"u{ord(sign):04X}" for sign in letters})
    if cff:
        glyphs = {}
        for name, width in widths.items():
            pen = T2CharStringPen(width, None)
            _square(pen, width - 100)
            glyphs[name] = pen.getCharString()
        builder.setupCFF("Built", {}, glyphs, {})
    else:
        outlines = {}
        for name, width in widths.items():
            pen = TTGlyphPen(None)
            _square(pen, width - 100)
            outlines[name] = pen.glyph()
        builder.setupGlyf(outlines)
    builder.setupHorizontalMetrics({name: (width, 0) for name, width in widths.items()})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200)
    names = {"familyName": "Built", "styleName": "Regular", "psName": "Built"}
    builder.setupNameTable(names)
    builder.setupPost()
    if variable:
        builder.setupFvar([("wght", 400, 400, 700, "Weight")], [])
    builder.save(path)
    return path


def _square(pen: T2CharStringPen | TTGlyphPen, right: int) -> None:
    pen.moveTo((0, 0))
    for corner in ((0, 640), (right, 640), (right, 0)):
        pen.lineTo(corner)
    pen.closePath()
