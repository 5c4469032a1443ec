"""Text cut to a width, in one line or in several."""

from functools import lru_cache

from clockify_desktop.charts.plain_text import is_combining
from clockify_desktop.charts.text_paths import text_width

ELLIPSIS = "\u2026"


@lru_cache(maxsize=4096)
def elided(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """Cut a text that is too long for a width in pixels and end it with ``…``."""
    if text_width(text, size, bold=bold) <= width:
        return text
    room = width - text_width(ELLIPSIS, size, bold=bold)
    fits = 0
    for character in text:
        room -= text_width(character, size, bold=bold)
        if room < 0:
            break
        fits += 1
    # Joined letters are rarely wider than single ones; then a little more is cut.
    while fits and text_width(text[:fits] + ELLIPSIS, size, bold=bold) > width:
        fits -= 1
    while 0 < fits < len(text) and is_combining(text[fits]):
        fits -= 1
    return text[:fits].rstrip() + ELLIPSIS


@lru_cache(maxsize=64)
def wrapped(text: str, width: float, size: float, most: int) -> tuple[str, ...]:
    """Break a text into lines at its blanks, the last of at most so many cut.

    Args:
        text: An empty one is no line.
        width: Room in pixels.
        size: Height of the type in pixels.
        most: Lines.
    """
    lines: list[str] = []
    line = ""
    words = text.split()
    for at, word in enumerate(words):
        longer = f"{line} {word}" if line else word
        if line and text_width(longer, size) > width:
            if len(lines) == most - 1:
                line = " ".join([line, *words[at:]])
                break
            lines.append(elided(line, width, size))
            line = word
        else:
            line = longer
    return (*lines, elided(line, width, size)) if line else ()
