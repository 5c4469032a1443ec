"""What drawn widgets share: a line of text, its fonts, a pen, an arrow."""

from typing import Final

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetrics,
    QPainter,
    QPen,
    QPolygonF,
)

from clockify_desktop.domain.showable import Showable, beginning

_IN_THE_MIDDLE: Final = (
    Qt.AlignmentFlag.AlignAbsolute
    | Qt.AlignmentFlag.AlignVCenter
    | Qt.TextFlag.TextSingleLine
)
# Joined once: in Python that takes longer than to draw a line.
LEFT: Final = _IN_THE_MIDDLE | Qt.AlignmentFlag.AlignLeft
RIGHT: Final = _IN_THE_MIDDLE | Qt.AlignmentFlag.AlignRight
# No letter that words are made of is narrower.
_NARROWEST_PX: Final = 3


def width_of(text: Showable, metrics: QFontMetrics, widest_px: int) -> int:
    """Measure a text in pixels as far as that may matter, a little beyond a width."""
    return metrics.horizontalAdvance(_begun(text, widest_px))


def elided(text: Showable, metrics: QFontMetrics, width_px: int) -> Showable:
    """Cut a text that is too long for a width, and end it with an ellipsis."""
    begun = _begun(text, width_px)
    mode = Qt.TextElideMode.ElideRight
    return Showable(metrics.elidedText(begun, mode, width_px))


def _begun(text: Showable, width_px: int) -> Showable:
    """Take of a text what may fit into a width: the rest need not be measured."""
    return beginning(text, max(width_px, 0) // _NARROWEST_PX + 1)


def draw_line(
    painter: QPainter,
    place: QRect,
    text: Showable,
    direction: Qt.LayoutDirection,
    *,
    fits: bool = False,
) -> None:
    """Write one line at the leading side of its place, in the middle of the height.

    The text is read in its own direction: a Hebrew name on an English screen, and an
    English word on a Hebrew one, keep their order. The place is mirrored already.

    Args:
        fits: It was measured, and need not be cut.
    """
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    # A pixel more on both sides: rounding must not cut what fits.
    width_px = place.width() + 1
    short = text if fits else elided(text, painter.fontMetrics(), width_px)
    if direction is Qt.LayoutDirection.RightToLeft:
        painter.drawText(place.adjusted(-2, 0, 0, 0), RIGHT, short)
    else:
        painter.drawText(place.adjusted(0, 0, 2, 0), LEFT, short)


def bold_font(font: QFont) -> QFont:
    """Make the bold one of a font; all bold letters drawn here have this weight."""
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def figure_font(font: QFont) -> QFont:
    """Make the large and bold one that the figures of the window have."""
    large = QFont(font)
    large.setPixelSize(figure_px(QFontInfo(font).pixelSize()))
    large.setWeight(QFont.Weight.Bold)
    return large


def badge_font(font: QFont) -> QFont:
    """Make the small and bold one that says how much is to do."""
    small = bold_font(font)
    small.setPixelSize(heading_px(QFontInfo(font).pixelSize()))
    return small


def figure_px(base_px: int) -> int:
    """Tell the size of a figure beside ordinary type."""
    return round(base_px * 20 / 13)


def heading_px(base_px: int) -> int:
    """Tell the size of a heading or a badge beside ordinary type."""
    return round(base_px * 12 / 13)


def round_pen(color: QColor, width_px: float) -> QPen:
    """Make a pen with round ends and corners."""
    return QPen(color, width_px, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)


def draw_arrow(
    painter: QPainter, place: QRect, color: QColor, *, up: bool = False
) -> None:
    """Draw a filled arrow down in the middle of a place of at least 8 by 5 pixels."""
    painter.save()
    middle = QPointF(place.center()) + QPointF(0.5, 0.5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    to_tip = -1 if up else 1
    corners = [QPointF(x, to_tip * y) for x, y in ((-4, -2), (4, -2), (0, 3))]
    painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
    painter.restore()
