"""One page of the guide, with its pictures; nothing comes from a network."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QImage, QPalette, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from clockify_desktop.files.resources import resource
from clockify_desktop.ui.guide.guide_look import blocks, style
from clockify_desktop.ui.guide.guide_pages import FOLDER, GuidePage, heading_anchor

_WIDEST_PX: Final = 860
"""Lines and pictures that are wider are hard to follow."""
_SIDES_PX: Final = 72
_AIR_PX: Final = 6
"""Above a heading that stands on top."""
_READ_PX: Final = 14
"""From the top to what is taken for being read."""
_HALF: Final = 128
# Addresses within the guide; they stand for the folder of its files.
_BASE: Final = QUrl("guide:/")


class GuideView(QTextBrowser):
    """Shows a page and forwards what is clicked."""

    # The name of a page and the anchor of a heading, which may be empty.
    page_wanted = Signal(str, str)
    # An address elsewhere.
    address_wanted = Signal(QUrl)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page: GuidePage | None = None
        # The width of pictures, and what was asked to be on top and how far that is.
        self._drawn_px, self._anchor, self._put_at = 0, "", 0
        # Where it was read. Within Qt's own event a new text would end the program.
        self._read: int | None = None
        self._anew = QTimer(self, singleShot=True, interval=0)
        self._anew.timeout.connect(self._write_anew)
        self.setObjectName("guide_text")
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        # Whatever a link leads to, it is the window that goes there.
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        # Else a page that just fits would be written anew for the bar, and again.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.anchorClicked.connect(self._on_link)

    def show_page(self, page: GuidePage, anchor: str = "") -> None:
        """Show a page, with a heading on top where an anchor names one."""
        self._page, self._read = page, None
        self.setAccessibleName(page.title)
        self._write()
        self._scroll_to(anchor)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802 - Qt's name
        """Find a picture of the guide; of anything else there is none."""
        url = self._address(QUrl(name))
        if kind != QTextDocument.ResourceType.ImageResource.value or not _is_own(url):
            return None
        path = url.path().lstrip("/")
        if self.palette().color(QPalette.ColorRole.Base).lightness() < _HALF:
            path = path.replace("-light.png", "-dark.png")
        return self._fitting(QImage(str(resource(FOLDER + path))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures to the width, and keep lines short."""
        self._note_place()
        super().resizeEvent(event)
        self.setLineWrapColumnOrWidth(self._picture_px + _SIDES_PX)
        if self._picture_px != self._drawn_px:
            self._anew.start()

    def changeEvent(self, event: QEvent) -> None:
        """Write anew in the colours and size of now."""
        self._note_place()
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._anew.start()

    def _note_place(self) -> None:
        # While nobody scrolled, what was asked for is to stay on top.
        if not self._anew.isActive():
            scrolled = self.verticalScrollBar().value() != self._put_at
            top = self.cursorForPosition(QPoint(0, _READ_PX)) if scrolled else None
            self._read = None if top is None else top.position()

    @Slot()
    def _write_anew(self) -> None:
        self._write()
        if self._read is None:
            self._scroll_to(self._anchor)
            return
        bar, cursor = self.verticalScrollBar(), QTextCursor(self.document())
        cursor.setPosition(self._read)
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - _AIR_PX)

    def _write(self) -> None:
        if self._page is None:
            return
        self._drawn_px = self._picture_px
        document = self.document()
        document.setDefaultFont(self.font())
        document.setMarkdown(self._page.markdown)
        style(document, self.palette())
        # It went along with what was inserted, and would be scrolled to.
        self.setTextCursor(QTextCursor(document))

    def _address(self, link: QUrl) -> QUrl:
        # A base that the document knew would have it fetch anew what it still shows.
        name = "" if self._page is None else self._page.name
        return _BASE.resolved(QUrl(name)).resolved(link)

    @property
    def _picture_px(self) -> int:
        return max(1, min(_WIDEST_PX, self.viewport().width() - _SIDES_PX))

    def _fitting(self, image: QImage) -> QImage:
        # As many pixels as the screen has for it, and no wider than it was taken.
        width = min(self._drawn_px, image.width())
        pixels = min(int(width * self.devicePixelRatioF()), image.width())
        smooth = Qt.TransformationMode.SmoothTransformation
        fitting = image.scaledToWidth(pixels, smooth)
        fitting.setDevicePixelRatio(pixels / width)
        return fitting

    def _scroll_to(self, anchor: str) -> None:
        bar, layout = self.verticalScrollBar(), self.document().documentLayout()
        bar.setValue(0)
        for block in blocks(self.document()):
            is_heading = block.blockFormat().headingLevel()
            if anchor and is_heading and heading_anchor(block.text()) == anchor:
                bar.setValue(int(layout.blockBoundingRect(block).top()) - _AIR_PX)
        self._anchor, self._put_at = anchor, bar.value()

    @Slot(QUrl)
    def _on_link(self, link: QUrl) -> None:
        url = self._address(link)
        if _is_own(url):
            self.page_wanted.emit(url.path().lstrip("/"), url.fragment())
        else:
            self.address_wanted.emit(url)


def _is_own(url: QUrl) -> bool:
    return url.scheme() == _BASE.scheme()
