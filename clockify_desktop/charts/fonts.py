"""The fonts a picture is written in, their sizes and what they can write.

That is the system's own font where it is known and can be read, so that a picture has
the letters of what stands around it. DejaVu Sans, which comes with matplotlib, stands
in for it; it covers Latin, Greek, Cyrillic, Hebrew, Arabic and more. Other scripts are
taken from the first font of a list that the computer has. A sign that no font has is
written as its number, such as ``[1F680]``, so that names stay different.
"""

import string
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final

from matplotlib.font_manager import (
    FontPath,
    FontProperties,
    findfont,
    fontManager,
    get_font,
    weight_dict,
)
from matplotlib.ft2font import FaceFlags, FT2Font, LoadFlags

from clockify_desktop.domain.showable import (
    named,
    without_isolates,
)
from clockify_desktop.translation import tr, tr_plural

TITLE_PX: Final = 15.0
SENTENCE_PX: Final = 13.0
NAME_PX: Final = 13.0
REMARK_PX: Final = 12.0
AXIS_PX: Final = 11.0

_COMES_WITH_IT: Final = "DejaVu Sans"
_WRITTEN_IN: Final = [_COMES_WITH_IT]
"""The family of all pictures; one, which ``choose`` replaces."""

_WEIGHTS: Final = (400, 700)
_NEEDED: Final = frozenset(map(ord, string.ascii_letters + string.digits))
# What the version of a font's table "maxp" tells of its outlines.
_TRUE_TYPE: Final = (1, 0)

_OTHER_SCRIPTS = (
    *("Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans SC", "Noto Sans JP"),
    *("Microsoft YaHei", "Yu Gothic", "Malgun Gothic", "PingFang SC", "Hiragino Sans"),
    *("Apple SD Gothic Neo", "WenQuanYi Zen Hei", "Droid Sans Fallback"),
    *("Noto Sans Devanagari", "Nirmala UI", "Kohinoor Devanagari", "Lohit Devanagari"),
    *("Noto Sans Thai", "Leelawadee UI", "Thonburi", "Noto Sans Bengali"),
    *("Noto Sans Tamil", "Noto Sans Telugu", "Segoe UI Symbol", "Noto Sans Symbols2"),
)

_NAMED = 3
"""So many names are told; the others are counted."""


@dataclass(frozen=True, slots=True)
class FontChain:
    """One weight: its font, those that stand in for it, and all they can write.

    Args:
        capital: Height of its capitals, as a share of the size.
    """

    files: tuple[str, ...]
    properties: FontProperties
    code_points: frozenset[int]
    capital: float

    @property
    def font(self) -> FT2Font:
        """The font with its stand-ins, as matplotlib lays text out with it.

        Each thread has its own: two that share one end the program.
        """
        return get_font(self.files)

    def writable(self, text: str) -> str:
        """Write what no font has as numbers, so that it is seen and nothing warns."""
        if text.isascii():
            return text
        return "".join(sign if self.has(sign) else f"[{ord(sign):X}]" for sign in text)

    def has(self, sign: str) -> bool:
        """Tell whether a sign is written as itself; some leave no ink in any font."""
        return ord(sign) in self.code_points or not without_isolates(sign)


def choose(family: str) -> bool:
    """Write pictures in another family from now on, if all that is needed can be read.

    Else they are written in the one that comes with matplotlib. Whatever was measured
    in the one before has to be forgotten, see ``text_paths.write_in``.

    Returns:
        Whether it is another one than before.
    """
    before = _WRITTEN_IN[0]
    wanted = family if family == before or _is_readable(family) else _COMES_WITH_IT
    if wanted == before:
        return False
    _WRITTEN_IN[0] = wanted
    font_chain.cache_clear()
    return True


def _is_readable(family: str) -> bool:
    """Tell whether there are an upright font and its bold one, and both will do."""
    wanted = (family, "normal", "normal")
    # Of several files matplotlib takes the first.
    files: dict[int, FontPath] = {
        _number(one.weight): FontPath(one.fname, one.index)
        for one in reversed(fontManager.ttflist)
        if (one.name, one.style, one.stretch) == wanted
    }
    return all(weight in files and _will_do(files[weight]) for weight in _WEIGHTS)


def _will_do(file: FontPath) -> bool:
    """Tell whether matplotlib reads a font as it looks elsewhere, in every format.

    Of a variable font it has one weight, and a PDF holds TrueType's outlines alone.
    """
    if not Path(file).is_file():
        # Asked for it, matplotlib would look through all fonts of the computer anew.
        return False
    try:
        font = get_font(file)
    except (OSError, RuntimeError):
        return False
    outlines = font.get_sfnt_table("maxp")
    return (
        FaceFlags.MULTIPLE_MASTERS not in font.face_flags
        and outlines is not None
        and outlines["version"] == _TRUE_TYPE
        and font.get_charmap().keys() >= _NEEDED
    )


@cache
def font_chain(*, bold: bool) -> FontChain:
    """Find the fonts of one weight; once, as it opens files."""
    installed = set(fontManager.get_font_names())
    own = dict.fromkeys((*_WRITTEN_IN, _COMES_WITH_IT))
    families = [*own, *(name for name in _OTHER_SCRIPTS if name in installed)]
    weight = "bold" if bold else "normal"
    for name in families:
        _offer(name, weight_dict[weight])
    files = [findfont(FontProperties(family=name, weight=weight)) for name in families]
    points: set[int] = set()
    for file in files:
        points.update(get_font(file).get_charmap())
    first = get_font(files[0])
    capital = first.load_char(ord("H"), LoadFlags.NO_SCALE).horiBearingY
    return FontChain(
        tuple(files),
        FontProperties(family=families, weight=weight),
        frozenset(points),
        capital / first.units_per_EM,
    )


def names_without_glyphs(names: Iterable[str]) -> str:
    """Say which names have signs that no font here has; empty where none has."""
    chain = font_chain(bold=False)
    every = list(names)
    unknown = {sign for sign in set().union(*every) if not chain.has(sign)}
    if not unknown:
        return ""
    lacking = list(dict.fromkeys(one for one in every if not unknown.isdisjoint(one)))
    quoted = (
        tr(
            "\N{LEFT DOUBLE QUOTATION MARK}{name}\N{RIGHT DOUBLE QUOTATION MARK}",
            name=named(one),
        )
        for one in lacking[:_NAMED]
    )
    names = ", ".join(quoted)
    more = len(lacking) - _NAMED
    if more > 0:
        return tr_plural(
            "No font of pictures here has all signs of {names} and {count} more: some"
            " are numbers.",
            "No font of pictures here has all signs of {names} and {count} more: some"
            " are numbers.",
            more,
            names=names,
        )
    return tr(
        "No font of pictures here has all signs of {names}: some are numbers.",
        names=names,
    )


def _offer(family: str, weight: int) -> None:
    """Offer the nearest weight of a family where it lacks one.

    Else matplotlib finds the same file, and warns of it at every picture.
    """
    own = [entry for entry in fontManager.ttflist if entry.name == family]
    nearest = min(own, key=lambda entry: abs(_number(entry.weight) - weight))
    if _number(nearest.weight) != weight:
        fontManager.ttflist.append(replace(nearest, weight=weight))


def _number(weight: str | int) -> int:
    return weight_dict[weight] if isinstance(weight, str) else weight


def baseline_of_middle(middle: float, size: float) -> float:
    """Give the baseline, on a whole pixel down, of text centred by its capitals."""
    return float(round(middle + size * font_chain(bold=False).capital / 2))
