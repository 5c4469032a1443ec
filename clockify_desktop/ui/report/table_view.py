"""The table beside the picture, with its filter."""

from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from clockify_desktop.charts.theme import Theme
from clockify_desktop.domain.showable import named
from clockify_desktop.pages.table import EMPTY_TABLE, ColumnKind, TableContent
from clockify_desktop.translation import tr, tr_plural
from clockify_desktop.ui.labels import LOW_LINK, link_button, show_text, text_label
from clockify_desktop.ui.layouts import column, row
from clockify_desktop.ui.look.drawing import width_of
from clockify_desktop.ui.report.table_delegate import ARROW_PX, SIDE_PX
from clockify_desktop.ui.report.table_tree import TableTree

_LINE_PX: Final = 1
_SET: Final = tr("Set\N{HORIZONTAL ELLIPSIS}")
# Of so many names the longest are measured.
_MEASURED: Final = 1000
_CANDIDATES: Final = 16
_WIDEST_PX: Final = 2000


class TableView(QFrame):
    """A filter field above the table, and below it a link to what can be set."""

    def __init__(self, title: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._content = EMPTY_TABLE
        self._theme = theme
        self._filter = QLineEdit(self)
        self._filter.setObjectName("table_filter")
        self._filter.setPlaceholderText(tr("Filter"))
        self._filter.setAccessibleName(tr("Filter the table"))
        self.tree = TableTree(theme, self)
        self.set_title(title)
        self._said = text_label("", self, "quiet", name="table_filter_said")
        self._filter.textChanged.connect(self.tree.table_model.filter_by)
        self._filter.textChanged.connect(self._say_what_is_found)
        self._say_what_is_found()
        self._remark = text_label("", self, "quiet", name="table_remark")
        self._remark.hide()
        inset = column(self._filter, self._said, spacing=4, margins=(10, 0, 10, 0))
        self.set_here = link_button(_SET, "set_here", self)
        self.set_here.setAccessibleName(tr("What can be set here"))
        self.set_here.setStyleSheet(LOW_LINK)
        self.set_here.hide()
        link = self.set_here, Qt.AlignmentFlag.AlignBottom
        below = row((self._remark, 1), link, spacing=8, margins=(10, 0, 10, 0))
        tree = self.tree, 1
        self._whole = column(inset, tree, below, within=self, spacing=4)
        self.set_low(False)
        self.filter_action = QAction(tr("Filter the table"), self)
        self.filter_action.setObjectName("action_filter")
        self.filter_action.setShortcut(QKeySequence.StandardKey.Find)
        self.filter_action.triggered.connect(self.focus_filter)

    def set_low(self, low: bool) -> None:  # noqa: FBT001 - a setter
        """Leave the height to the rows."""
        self._whole.setContentsMargins(1, 5 if low else 10, 1, 3 if low else 8)

    def add_below(self, widget: QWidget) -> None:
        """Put something below the rows."""
        self._whole.addWidget(widget)

    def wished_px(self, longest_px: int = _WIDEST_PX) -> int:
        """Tell the width at which no name of a row is cut that is no longer than so."""
        content, header = self._content, self.tree.header()
        width = header.length() + self.tree.verticalScrollBar().sizeHint().width()
        for at, one in enumerate(content.columns):
            if one.kind is ColumnKind.NAME:
                names = map(one.text, content.positions[:_MEASURED].tolist())
                metrics = self.tree.fontMetrics()
                longest = sorted(names, key=len)[-_CANDIDATES:]
                widths = [width_of(name, metrics, longest_px) for name in longest]
                before_px = SIDE_PX if content.opens is None else SIDE_PX + ARROW_PX
                width += before_px + min(max(widths, default=0), longest_px) + SIDE_PX
                width -= header.sectionSize(at)
        return width + 2 * _LINE_PX

    def set_title(self, title: str) -> None:
        """Name it after its page, for screen readers."""
        name = tr("{title}, as a table", title=title)
        # A screen reader hears of every name that is set.
        if name != self.tree.accessibleName():
            self.tree.setAccessibleName(name)

    def prepare(self) -> None:
        """Pay ahead for what would else come with the first report.

        Asked for a widget that Qt made itself, PySide first makes the classes of all
        widgets: 20 ms, once.
        """
        self.tree.viewport()

    def show_state(self, content: TableContent, theme: Theme) -> None:
        """Show a table; what is shown already is not built again."""
        self.tree.header().show()
        if content is self._content and theme == self._theme:
            return
        self._content, self._theme = content, theme
        self.tree.show_content(content, theme)
        if content.remark != self._remark.text():
            show_text(self._remark, content.remark)
        self._say_what_is_found()

    @Slot()
    def _say_what_is_found(self) -> None:
        words = self._filter.text().strip()
        count = len(self.tree.table_model.order)
        whole = self._content.total[0]
        found = (
            tr_plural("{count} found.", "{count} found.", count)
            if count
            else tr(
                "Nothing found for "
                "\N{LEFT DOUBLE QUOTATION MARK}{words}\N{RIGHT DOUBLE QUOTATION MARK}.",
                words=named(words),
            )
        )
        of_all = tr(
            "The total is that of {rows}.", rows=f"{whole[:1].lower()}{whole[1:]}"
        )
        show_text(self._said, f"{found} {of_all}" if words and whole else "")

    def clear(self, theme: Theme) -> None:
        """Show nothing, and look for nothing: the heads are those of another page."""
        self._filter.clear()
        if len(self._content.positions) or theme != self._theme:
            self.show_state(self._content.without_lines(), theme)
        self.tree.header().hide()

    @Slot()
    def focus_filter(self) -> None:
        """Give the keyboard to the filter."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the filter with Escape, and go from it to the rows with the arrow."""
        if self._filter.hasFocus():
            if event.key() == Qt.Key.Key_Escape and self._filter.text():
                self._filter.clear()
                return
            if event.key() == Qt.Key.Key_Down:
                self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        super().keyPressEvent(event)
