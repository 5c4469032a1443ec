"""A page as a picture file, in the light colours that files are saved in.

Matplotlib takes most of a second to import, so that is done when the first picture is
drawn, in the thread that draws it.
"""

import threading
from typing import TYPE_CHECKING, Literal

from clockify_desktop.domain.showable import showable_name

if TYPE_CHECKING:
    from clockify_desktop.charts.chart import ChartContent

PictureSuffix = Literal["png", "svg", "pdf"]

# Drawing changes matplotlib's settings for the while.
_drawing = threading.Lock()


def picture_note(content: "ChartContent", *more: str) -> str:
    """Say of which names, or texts beside them, no font has all signs; else nothing."""
    from clockify_desktop.charts.fonts import (  # noqa: PLC0415 - see above
        names_without_glyphs,
    )

    return names_without_glyphs((*content.names, *map(showable_name, more)))


def picture_bytes(content: "ChartContent", suffix: PictureSuffix = "png") -> bytes:
    """Draw a picture 1440 pixels wide; of two threads that call it one waits.

    Raises:
        AppError: There are too many rows for one picture.
    """
    from clockify_desktop.charts.picture import (  # noqa: PLC0415 - see above
        PictureFormat,
        draw_chart,
    )

    with _drawing:
        return draw_chart(content, PictureFormat(suffix))
