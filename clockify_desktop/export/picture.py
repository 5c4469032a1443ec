"""A page as a picture file, in the light colours that files are saved in.

Matplotlib takes most of a second to import, so that is done when the first picture is
drawn, in the thread that draws it.
"""

import threading
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from clockify_desktop.charts.font_search import find_fonts
from clockify_desktop.charts.paper import Paper
from clockify_desktop.domain.calendar import time_zone
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.period_words import dates_in_words
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.showable import named, showable_name
from clockify_desktop.translation import tr

if TYPE_CHECKING:
    from clockify_desktop.charts.chart import ChartContent
    from clockify_desktop.charts.deck_content import Deck

PictureSuffix = Literal["png", "svg", "pdf"]

# Drawing changes matplotlib's settings for the while.
_drawing = threading.Lock()


def write_pictures_in(family: str) -> None:
    """Draw pictures in a font of this computer from now on, if it can be read."""
    find_fonts()
    from clockify_desktop.charts.text_paths import write_in  # noqa: PLC0415 - see above

    write_in(family)


def picture_note(content: "ChartContent", *more: str) -> str:
    """Say of which names, or texts beside them, no font has all signs; else nothing."""
    find_fonts()
    from clockify_desktop.charts.fonts import (  # noqa: PLC0415 - see above
        names_without_glyphs,
    )

    return names_without_glyphs((*content.names, *map(showable_name, more)))


def picture_foot(query: ReportQuery, fetched_at: datetime, *, sample: bool) -> str:
    """Say in the picture when its numbers came, and that they are nobody's.

    The heading has the period already.
    """
    at = fetched_at.astimezone(time_zone(query.time_zone))
    day = dates_in_words(Period(at.date(), at.date()))
    clock, zone = f"{at:%H:%M}", named(query.time_zone)
    if sample:
        return tr(
            "SAMPLE DATA · fetched {day} {clock} ({time_zone})",
            day=day,
            clock=clock,
            time_zone=zone,
        )
    return tr(
        "Fetched {day} {clock} ({time_zone})", day=day, clock=clock, time_zone=zone
    )


def picture_bytes(
    content: "ChartContent",
    suffix: PictureSuffix = "png",
    *,
    foot: str = "",
    paper: Paper = Paper.A4,
) -> bytes:
    """Draw a picture 1440 pixels wide; of two threads that call it one waits.

    A PDF has pages of some paper instead.

    Raises:
        AppError: There are too many rows for one picture.
    """
    find_fonts()
    from clockify_desktop.charts.picture import (  # noqa: PLC0415 - see above
        PictureFormat,
        draw_chart,
    )

    with _drawing:
        return draw_chart(content, PictureFormat(suffix), foot=foot, paper=paper)


def deck_bytes(deck: "Deck", paper: Paper) -> bytes:
    """Draw the review as a PDF; of two threads that draw one waits."""
    find_fonts()
    from clockify_desktop.charts.deck_file import draw_deck  # noqa: PLC0415 - see above

    with _drawing:
        return draw_deck(deck, paper)


def deck_look(deck: "Deck", paper: Paper) -> bytes:
    """Draw the first page as a PNG, to look at before the whole is saved."""
    find_fonts()
    from clockify_desktop.charts.deck_file import draw_first  # noqa: PLC0415 - as above

    with _drawing:
        return draw_first(deck, paper)


def deck_note(deck: "Deck") -> str:
    """Say of which names in it no font has all signs; else nothing."""
    find_fonts()
    from clockify_desktop.charts.fonts import (  # noqa: PLC0415 - see above
        names_without_glyphs,
    )

    names = [name for one in deck.questions for name in one.chart.names]
    return names_without_glyphs((*names, showable_name(deck.heading)))
