"""The text of a CSV file, whichever program saved it, and its lines in blocks."""

import codecs
import csv
import re
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from typing import Final, NamedTuple

from clockify_desktop.domain.errors import AppError

_SEPARATOR_LINE: Final = re.compile(r'"?sep=(.)"?', re.IGNORECASE)
_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_LINE_END: Final = re.compile(r"\r\n|\r|\n")
# So many rows are looked at together.
_BLOCK: Final = 8192


class NoCsvError(AppError):
    """A file that holds no text, or text that is no CSV."""


def csv_text(content: bytes) -> str:
    """Decode a file: UTF-8, UTF-16, or what older spreadsheets on Windows write.

    Raises:
        NoCsvError: It holds no text.
    """
    if content.startswith(_WORKBOOKS):
        title = "This is a workbook of a spreadsheet program, no CSV file"
        raise NoCsvError(title, "Save it there as CSV, and choose that file.")
    marks = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    encodings = ("utf-16",) if content.startswith(marks) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    title = "This is no CSV file: it holds signs that no text has"
    raise NoCsvError(title, "Choose a file that was saved as CSV.")


def declared_separator(text: str) -> tuple[str | None, str]:
    """Take away a first line that names the separator, such as ``sep=;``.

    Returns:
        The separator, ``None`` where no such line is there; and the rest.
    """
    first, _, rest = text.partition("\n")
    declared = _SEPARATOR_LINE.fullmatch(first.strip("\r"))
    return (None, text) if declared is None else (declared[1], rest)


class Block(NamedTuple):
    """Some rows together.

    Args:
        lines: On which line of the file each begins, the first is 1.
    """

    lines: list[int]
    rows: list[list[str]]


def blocks(text: str, separator: str, *, first_line: int = 1) -> Iterator[Block]:
    """Give all rows, empty ones too, some thousand at once.

    Args:
        first_line: Of the text, in its file.

    Raises:
        NoCsvError: Quotes do not close, or a part is far too long.
    """
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    line = first_line
    while True:
        try:
            rows = list(islice(reader, _BLOCK))
        except csv.Error:
            # The reader is behind the line that it did not understand.
            at = first_line + max(reader.line_num - 1, 0)
            title = f"Line {at} is not written as CSV is"
            advice = "Export the file anew, or save it as CSV once more."
            raise NoCsvError(title, advice) from None
        if not rows:
            return
        following = first_line + reader.line_num
        lines = list(range(line, following))
        if len(lines) != len(rows):
            lines = _lines(rows, line)
        yield Block(lines, rows)
        line = following


def _lines(rows: list[list[str]], line: int) -> list[int]:
    """Count lines where some parts have several."""
    lines = []
    for row in rows:
        lines.append(line)
        line += 1 + sum(len(_LINE_END.findall(cell)) for cell in row)
    return lines
