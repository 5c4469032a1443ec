"""The text of a CSV file, whichever program saved it."""

import codecs
import re
from typing import Final

from clockify_desktop.domain.errors import AppError
from clockify_desktop.translation import tr

_SEPARATOR_LINE: Final = re.compile(r'"?sep=(.)"?', re.IGNORECASE)
_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


class NoCsvError(AppError):
    """A file that holds no text, or text that is no CSV."""


def csv_text(content: bytes) -> str:
    """Decode a file: UTF-8, UTF-16, or what older spreadsheets on Windows write.

    Raises:
        NoCsvError: It holds no text.
    """
    if content.startswith(_WORKBOOKS):
        title = tr("This is a workbook of a spreadsheet program, no CSV file")
        raise NoCsvError(title, tr("Save it there as CSV, and choose that file."))
    marks = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    encodings = ("utf-16",) if content.startswith(marks) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    title = tr("This is no CSV file: it holds signs that no text has")
    raise NoCsvError(title, tr("Choose a file that was saved as CSV."))


def declared_separator(text: str) -> tuple[str | None, str]:
    """Take away a first line that names the separator, such as ``sep=;``.

    Returns:
        The separator, ``None`` where no such line is there; and the rest.
    """
    first = text[: text.find("\n") + 1] or text
    declared = _SEPARATOR_LINE.fullmatch(first.strip("\r\n"))
    return (None, text) if declared is None else (declared[1], text[len(first) :])
