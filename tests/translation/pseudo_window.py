"""Takes the pictures of ``packaging/window_picture.py`` in the pseudo language.

    pseudo_window.py FINDINGS LANGUAGE TARGET SCENE WIDTH HEIGHT

LANGUAGE is a code: of one that is written from the right where the window is to be
mirrored. What is cut off goes as lines into the file FINDINGS.
"""

import runpy
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from clockify_desktop.translation import speak

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from pseudo_language import PseudoLanguage, is_pseudo  # noqa: E402 - as above

WRITTEN_FROM_THE_RIGHT = ("he",)
FINDINGS, LANGUAGE = Path(sys.argv[1]), sys.argv[2]
del sys.argv[1:3]
speak(LANGUAGE, PseudoLanguage())

from PySide6.QtCore import QPoint, Qt  # noqa: E402 - once a language is spoken
from PySide6.QtWidgets import (  # noqa: E402, TID251 - as above; widgets are looked at
    QAbstractButton,
    QHeaderView,
    QLabel,
    QTabBar,
    QWidget,
)

from clockify_desktop.charts import (  # noqa: E402 - as above
    chart_header,
    heat_labels,
    heat_map,
)
from clockify_desktop.domain.showable import ELLIPSIS  # noqa: E402 - as above
from clockify_desktop.ui.report.table_delegate import SIDE_PX  # noqa: E402 - as above

_found: dict[str, None] = {}


def _watch(cut: Callable[..., Any]) -> Callable[..., Any]:
    def watched(text: Any, *room: Any, **style: Any) -> Any:
        shown = cut(text, *room, **style)
        lines = shown if isinstance(shown, tuple) else (shown,)
        if is_pseudo(text) and any(line.endswith(ELLIPSIS) for line in lines):
            _found[f"picture: {text} -> {shown}"] = None
        return shown

    return watched


# What stands around a picture. Names and words in its rows end with dots where they
# are long, in every language; the tip of a row has them whole.
for module in (chart_header, heat_labels, heat_map):
    for name in ("elided", "wrapped"):
        if hasattr(module, name):
            setattr(module, name, _watch(getattr(module, name)))


def _cut(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() if widget.wordWrap() and widget.hasHeightForWidth():
            need = widget.heightForWidth(widget.width()) - widget.height()
            yield from _too_little(widget.text(), need, "low")
        case QLabel() | QAbstractButton():
            need = widget.sizeHint().width() - widget.width()
            # With names of people it may be longer than any window; a tip has it whole.
            if not widget.toolTip() or widget.toolTip() not in widget.text():
                yield from _too_little(widget.text(), need, "narrow")
        case QTabBar():
            for at in range(widget.count()):
                need = widget.tabSizeHint(at).width() - widget.tabRect(at).width()
                yield from _too_little(widget.tabText(at), need, "narrow")
        case QHeaderView() if widget.orientation() is Qt.Orientation.Horizontal:
            for at in range(widget.count()):
                head = str(widget.model().headerData(at, Qt.Orientation.Horizontal))
                need = widget.fontMetrics().horizontalAdvance(head) + 2 * SIDE_PX
                if not widget.isSectionHidden(at):
                    yield from _too_little(
                        head, need - widget.sectionSize(at), "narrow"
                    )


def _out_of_sight(widget: QWidget) -> Iterator[str]:
    """Find what goes on beside the place that it can be seen in; it may be below."""
    seen = widget.visibleRegion().boundingRect()
    if isinstance(widget, QLabel | QAbstractButton) and not seen.isEmpty():
        yield from _too_little(widget.text(), widget.width() - seen.width(), "far out")


def _too_little(text: str, need: int, how: str) -> Iterator[str]:
    if need > 1 and is_pseudo(text):
        yield f"{need} px too {how}: {text}"


def _look(shown: QWidget) -> None:
    for widget in shown.findChildren(QWidget):
        if widget.isVisible():
            for words in (*_cut(widget), *_out_of_sight(widget)):
                kind = type(widget).__name__
                _found[f"{kind} {widget.objectName()}: {words}"] = None
    pages = shown.findChild(QWidget, "page_list")
    if pages is not None and pages.isVisible():
        is_right = pages.mapTo(shown, QPoint()).x() > shown.width() / 2
        if is_right != (shown.layoutDirection() is Qt.LayoutDirection.RightToLeft):
            _found["the pages are on the wrong side"] = None
    if (LANGUAGE in WRITTEN_FROM_THE_RIGHT) != (
        shown.layoutDirection() is Qt.LayoutDirection.RightToLeft
    ):
        _found["the layout has the wrong direction"] = None


names = runpy.run_path(str(HERE.parents[1] / "packaging" / "window_picture.py"))
take = names["Scene"].take


def _take(scene: Any, page: str = "", shown: QWidget | None = None) -> None:
    _look(shown or scene.window)
    take(scene, page, shown)


names["Scene"].take = _take
code = names["main"]()
FINDINGS.write_text("".join(f"{line}\n" for line in _found), encoding="utf-8")
sys.exit(code)
