"""Sizes that stay as words change a little, so that nothing beside them moves."""

from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from clockify_desktop.ui.cached_size import CachedSize
from clockify_desktop.ui.cached_size_label import CachedSizeLabel
from clockify_desktop.ui.layouts import FlowLayout

_SLACK_PX: Final = 48


class SteadyWidth:
    """A width that stays while a little less is needed, by so many pixels."""

    def __init__(self, slack_px: int = _SLACK_PX) -> None:
        self._px, self._slack_px = 0, slack_px

    def of(self, needed_px: int) -> int:
        """Give the width for what is needed now, both in pixels."""
        if not needed_px <= self._px <= needed_px + self._slack_px:
            self._px = needed_px
        return self._px


class SteadyPlace(CachedSize):
    """A place that stays as wide while what it holds needs a little less."""

    def __init__(
        self, held: QWidget, parent: QWidget, slack_px: int = _SLACK_PX
    ) -> None:
        super().__init__(held, parent)
        self._width, self._least_px = SteadyWidth(slack_px), SteadyWidth(slack_px)

    def _size(self) -> QSize:
        hint = super()._size()
        return QSize(self._width.of(hint.width()), hint.height())

    def _least(self) -> QSize:
        least = super()._least()
        return QSize(self._least_px.of(least.width()), least.height())


class SteadyFlow(FlowLayout):
    """Keeps its lines while the window keeps its width, even if some are empty.

    Else what is below would move up and down as one steps from week to week.
    """

    _kept_px = _window_px = 0
    _keeps = True

    def begin_anew(self, *, keeps: bool) -> None:
        """Forget what was kept, and keep lines from now on or none."""
        self._kept_px, self._keeps = 0, keeps
        self.invalidate()

    def heightForWidth(self, width: int) -> int:
        """Tell the height at a width, both in pixels."""
        return max(super().heightForWidth(width), self._kept_px)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Put every item in its place."""
        super().setGeometry(rect)
        parent = self.parentWidget()
        window_px = 0 if parent is None else parent.window().width()
        if window_px != self._window_px:
            self._window_px, self._kept_px = window_px, 0
            # What is around has asked for the height already.
            self.update()
        if self._keeps:
            self._kept_px = max(self._kept_px, super().heightForWidth(rect.width()))


class SteadyLabel(CachedSizeLabel):
    """Keeps its lines while it keeps its width, even if its words need fewer."""

    _kept = (0, 0)

    def begin_anew(self) -> None:
        """Show other words than before: of another page, or none at all."""
        super().show_text("")
        self._kept = (0, 0)

    def show_text(self, text: str) -> None:
        """Show other words of the same kind."""
        self._kept = self.width(), self._height_at(self.width())
        super().show_text(text)

    def _height_at(self, width: int) -> int:
        kept_width, kept = self._kept
        needed = super()._height_at(width)
        return max(needed, kept) if width == kept_width else needed
