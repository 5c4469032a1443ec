"""Lines of a table as the clipboard gets them: for a spreadsheet and for a mail."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from clockify_desktop.domain.durations import SECONDS_AN_HOUR

# For every cell, because mail programs leave style sheets out. A name that is written
# from the right keeps its place, and a number its signs in their order.
_TEXT: Final = 'dir="auto" style="text-align:left;padding:2px 8px"'
_NUMBER: Final = (
    'dir="ltr" align="right" '
    'style="text-align:right;white-space:nowrap;padding:2px 8px"'
)
_DAY_S: Final = 24 * SECONDS_AN_HOUR
_DURATION: Final = re.compile(
    r"([-+\N{MINUS SIGN}]?)([0-9]{1,9}):([0-9]{2})(?::([0-9]{2}))?"
)


@dataclass(frozen=True, slots=True)
class CopiedTable:
    """Heads and lines, all as wide.

    Args:
        to_the_right: Whether a column's texts end at its right edge, as numbers do.
        lines: Texts that no spreadsheet runs, without tab or end of line.
    """

    titles: tuple[str, ...]
    to_the_right: tuple[bool, ...]
    lines: list[list[str]]

    def above(self, other: "CopiedTable") -> "CopiedTable":
        """Put another table below, each of its columns under its own title."""
        to_the_right = dict(zip(other.titles, other.to_the_right, strict=True))
        to_the_right |= dict(zip(self.titles, self.to_the_right, strict=True))
        titles = tuple(dict.fromkeys((*self.titles, *other.titles)))
        lines = [
            [
                dict(zip(one.titles, line, strict=True)).get(title, "")
                for title in titles
            ]
            for one in (self, other)
            for line in one.lines
        ]
        return CopiedTable(titles, tuple(map(to_the_right.__getitem__, titles)), lines)

    def tab_separated(self, *, heads: bool = True) -> str:
        """Write them for a spreadsheet."""
        lines = [self.titles, *self.lines] if heads else self.lines
        return "".join("\t".join(line) + "\n" for line in lines)

    def html(self, *, heads: bool = True) -> str:
        """Write them as a table for a mail, a document or a spreadsheet."""
        head = f"<thead>{self._row(self.titles, 'th')}</thead>" if heads else ""
        body = "\n".join(self._row(line, "td") for line in self.lines)
        return (
            '<meta charset="utf-8"><table style="border-collapse:collapse">'
            f"{head}<tbody>\n{body}\n</tbody></table>\n"
        )

    def _row(self, texts: Sequence[str], cell: str) -> str:
        written = []
        for text, is_number in zip(texts, self.to_the_right, strict=True):
            look = _NUMBER + _value_of(text) if is_number else _TEXT
            written.append(f"<{cell} {look}>{escape(text)}</{cell}>")
        return f"<tr>{''.join(written)}</tr>"


def _value_of(text: str) -> str:
    """Tell LibreOffice what a duration is, which it takes for words in a table."""
    found = _DURATION.fullmatch(text)
    if found is None:
        return ""
    sign, hours, minutes, seconds = found.groups()
    total_s = int(hours) * SECONDS_AN_HOUR + int(minutes) * 60 + int(seconds or 0)
    days = (-total_s if sign in {"-", "\N{MINUS SIGN}"} else total_s) / _DAY_S
    # Of hours beyond a day it takes this format alone.
    return f' sdval="{days!r}" sdnum="1033;1033;[HH]:MM:SS"'
