"""The fonts a picture is written in, their sizes and what they can write.

DejaVu Sans comes with matplotlib, so a picture looks the same on every computer; it
covers Latin, Greek, Cyrillic, Hebrew, Arabic and more. Other scripts are taken from
the first font of a list that the computer has.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

from matplotlib.font_manager import FontProperties, findfont, fontManager, get_font
from matplotlib.ft2font import FT2Font

TITLE_PX: Final = 15.0
SENTENCE_PX: Final = 13.0
NAME_PX: Final = 13.0
REMARK_PX: Final = 12.0
AXIS_PX: Final = 11.0

_FAMILY = "DejaVu Sans"
_CAPITAL = 0.729
"""Height of DejaVu's capitals and figures, as a share of the size."""

_OTHER_SCRIPTS = (
    *("Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans SC", "Noto Sans JP"),
    *("Microsoft YaHei", "Yu Gothic", "Malgun Gothic", "PingFang SC", "Hiragino Sans"),
    *("Apple SD Gothic Neo", "WenQuanYi Zen Hei", "Droid Sans Fallback"),
    *("Noto Sans Devanagari", "Nirmala UI", "Kohinoor Devanagari", "Lohit Devanagari"),
    *("Noto Sans Thai", "Leelawadee UI", "Thonburi", "Noto Sans Bengali"),
    *("Noto Sans Tamil", "Noto Sans Telugu", "Segoe UI Symbol", "Noto Sans Symbols2"),
)

_UNKNOWN = "\ufffd"


@dataclass(frozen=True, slots=True)
class FontChain:
    """One weight: its font, those that stand in for it, and all they can write."""

    files: tuple[str, ...]
    properties: FontProperties
    code_points: frozenset[int]

    @property
    def font(self) -> FT2Font:
        """The font with its stand-ins, as matplotlib lays text out with it.

        Each thread has its own: two that share one end the program.
        """
        return get_font(self.files)

    def writable(self, text: str) -> str:
        """Replace what no font can write, so that it is seen and nothing warns."""
        if text.isascii():
            return text
        return "".join(
            character if ord(character) in self.code_points else _UNKNOWN
            for character in text
        )


@cache
def font_chain(*, bold: bool) -> FontChain:
    """Find the fonts of one weight; once, as it opens files."""
    installed = set(fontManager.get_font_names())
    families = [_FAMILY, *(name for name in _OTHER_SCRIPTS if name in installed)]
    weight = "bold" if bold else "normal"
    files = [findfont(FontProperties(family=name, weight=weight)) for name in families]
    points: set[int] = set()
    for file in files:
        points.update(get_font(file).get_charmap())
    return FontChain(
        tuple(files),
        FontProperties(family=families, weight=weight),
        frozenset(points),
    )


def baseline_of_middle(middle: float, size: float) -> float:
    """Give the baseline, on a whole pixel down, of text centred by its capitals."""
    return float(round(middle + size * _CAPITAL / 2))
