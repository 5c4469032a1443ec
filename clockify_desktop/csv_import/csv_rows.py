"""The rows of a CSV file, some hundred at once and column by column.

Clockify quotes every field. As long as no field holds a quote itself the text can be
split where quotes are, which is faster than row by row; what stands between the fields
tells whether that is so. All else is read by Python's own reader.
"""

import csv
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from clockify_desktop.csv_import.csv_text import NoCsvError
from clockify_desktop.translation import tr

# So many signs, or rows, are looked at together: they stay in the processor's cache.
_SIGNS: Final = 50_000
_ROWS: Final = 256


class Block(NamedTuple):
    """Some rows together.

    Args:
        lines: On which line of the file each begins, the first is 1.
        columns: The texts of each column, as many as there are titles.
    """

    lines: Sequence[int]
    columns: Sequence[Sequence[str]]


class CsvRows:
    """Reads a text from its first row to its last.

    Args:
        first_line: Of the text, in its file.
    """

    def __init__(self, text: str, separator: str, first_line: int = 1) -> None:
        self._text, self._separator = text, separator
        self._at, self._line = 0, first_line
        self._reader = csv.reader(self._lines(), delimiter=separator, strict=True)
        self.strange: list[int] = []
        """Lines of rows that have not as many parts as there are titles."""

    def titles(self) -> list[str]:
        """Read the first row; an empty text has none.

        Raises:
            NoCsvError: It is not written as CSV is.
        """
        return next(iter(self._rows(1)), (0, []))[1]

    def blocks(self, width: int) -> Iterator[Block]:
        """Read the rest; empty rows are left out.

        Args:
            width: How many parts a row has.

        Raises:
            NoCsvError: Quotes do not close, or a part is far too long.
        """
        while self._at < len(self._text):
            block = self._quoted_block(width)
            yield self._any_block(width) if block is None else block

    def _lines(self) -> Iterator[str]:
        while self._at < len(self._text):
            end = self._text.find("\n", self._at) + 1 or len(self._text)
            line = self._text[self._at : end]
            self._at = end
            self._line += 1
            yield line

    def _rows(self, count: int) -> list[tuple[int, list[str]]]:
        """Read rows with Python's own reader, each with its line."""
        rows = []
        try:
            for _ in range(count):
                line = self._line
                row = next(self._reader, None)
                if row is None:
                    break
                rows.append((line, row))
        except csv.Error:
            title = tr("Line {line} is not written as CSV is", line=line)
            advice = tr("Export the file anew, or save it as CSV once more.")
            raise NoCsvError(title, advice) from None
        return rows

    def _any_block(self, width: int) -> Block:
        """Read rows however they are written.

        Empty parts behind the last title are a spreadsheet's.
        """
        lines, rows = [], []
        for line, row in self._rows(_ROWS):
            if len(row) >= width and not any(row[width:]):
                lines.append(line)
                rows.append(row[:width])
            elif any(map(str.strip, row)):
                self.strange.append(line)
        return Block(lines, list(zip(*rows, strict=True)) or [()] * width)

    def _quoted_block(self, width: int) -> Block | None:
        """Split rows of which every field is quoted and none holds a quote.

        Returns:
            ``None`` where they are not such.
        """
        text, begin = self._text, self._at
        after = text[begin - 2 : begin]
        line_end = after if after == "\r\n" else "\n"
        end = text.find(f'"{line_end}"', begin + _SIGNS)
        if end < 0:
            end = len(text.rstrip("\r\n")) - 1
        if text[begin] != '"' or text[end] != '"' or end <= begin:
            return None
        columns = self._split(text[begin + 1 : end], line_end, width)
        if columns is None:
            return None
        rows = len(columns[-1])
        lines: Sequence[int] = range(self._line, self._line + rows)
        self._line += text.count("\n", begin, end) + 1
        if self._line != lines.stop:  # type: ignore[attr-defined]
            lines = _lines_of(columns, lines[0])
        self._at = end + 1 + len(line_end)
        return Block(lines, columns)

    def _split(self, text: str, line_end: str, width: int) -> list[list[str]] | None:
        """Take columns apart where quotes stand between fields, as far as they do."""
        between = width - 1
        parts = text.split(f'"{self._separator}"')
        rows = len(parts) // max(between, 1)
        if not between or len(parts) != rows * between + 1:
            return None
        # The last field of a row is in one part with the first of the next.
        end = f'"{line_end}"'
        joints = end.join(parts[between:-1:between]).split(end)
        if rows == 1:
            joints = []
        quotes = 2 * (rows * width - 1)
        if len(joints) != 2 * (rows - 1) or text.count('"') != quotes:
            return None
        inner = [parts[place::between] for place in range(1, between)]
        return [[parts[0], *joints[1::2]], *inner, [*joints[::2], parts[-1]]]


def _lines_of(columns: Sequence[Sequence[str]], line: int) -> list[int]:
    """Count lines where some parts have several."""
    lines = []
    for row in zip(*columns, strict=True):
        lines.append(line)
        line += 1 + sum(cell.count("\n") for cell in row)
    return lines
