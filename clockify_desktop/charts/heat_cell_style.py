"""How much is written into the cells of a heat map of some width."""

from dataclasses import dataclass
from typing import Final

from clockify_desktop.charts.fonts import AXIS_PX, REMARK_PX
from clockify_desktop.charts.heat_content import STATE_WORDS, HeatContent
from clockify_desktop.charts.heat_marks import BADGE_PX
from clockify_desktop.charts.text_paths import text_width
from clockify_desktop.domain.day_states import DayState
from clockify_desktop.domain.durations import SECONDS_AN_HOUR
from clockify_desktop.domain.rounding import half_up
from clockify_desktop.domain.showable import NOTHING, Showable, showable
from clockify_desktop.translation import tr

AROUND_PX: Final = 3.0
"""What stays free beside the words of a cell, both sides together."""
TO_BADGE_PX: Final = 5.0
_WHOLE_HOURS: Final = showable(tr("Hours are rounded to whole ones."))
_WHOLE_SUMS: Final = showable(tr("Sums are rounded to whole hours."))
_SHORT: Final = (DayState.MISSING, DayState.OFF, DayState.LEAVE)
"""The words that have to fit into every cell; a longer one is cut."""


@dataclass(frozen=True, slots=True)
class HourStyle:
    """How hours are written into cells of some width.

    Args:
        size: Height of the type, pixels; 0 where they find no room.
        whole: To the hour only.
    """

    size: float
    whole: bool = False

    def text(self, content: HeatContent, seconds: int) -> Showable:
        """Write some time."""
        if not self.size:
            return NOTHING
        if self.whole:
            return showable(str(half_up(seconds, SECONDS_AN_HOUR)))
        return content.duration(seconds)


@dataclass(frozen=True, slots=True)
class CellStyle:
    """How cells are written at a width: of people, of teams, whether with words."""

    people: HourStyle
    teams: HourStyle
    totals: HourStyle
    with_words: bool

    @property
    def remark(self) -> Showable:
        """Say which hours are rounded to whole ones, nothing where none are."""
        if self.people.whole:
            return _WHOLE_HOURS
        return _WHOLE_SUMS if self.teams.whole or self.totals.whole else NOTHING


def cell_style(content: HeatContent, width: float) -> CellStyle:
    """Choose how much is written into cells so many pixels wide.

    All rows count, also those out of view: scrolling must not change it.
    """
    room = width - AROUND_PX
    of_teams = content.is_team
    # Badges stand beside the hours of whatever is no single day of a person.
    is_beside = (content.missing > 0) & (content.seconds > 0)
    badge = TO_BADGE_PX + BADGE_PX
    people, teams = (
        _hour_style(
            content,
            int(content.seconds[rows].max(initial=0)),
            room - badge * bool(is_beside[rows].any()),
            bold=bold,
        )
        for rows, bold in ((~of_teams, False), (of_teams, True))
    )
    total_s = int(content.totals_s.max(initial=0))
    words = max(text_width(STATE_WORDS[one], REMARK_PX) for one in _SHORT)
    return CellStyle(
        people,
        teams,
        _hour_style(content, total_s, room, bold=True),
        with_words=words <= room,
    )


def _hour_style(
    content: HeatContent, longest_s: int, room: float, *, bold: bool
) -> HourStyle:
    for style in (
        HourStyle(REMARK_PX),
        HourStyle(AXIS_PX),
        HourStyle(AXIS_PX, whole=True),
    ):
        text = style.text(content, longest_s)
        if text_width(text, style.size, bold=bold) <= room:
            return style
    return HourStyle(0.0)
