"""Reads a spreadsheet back by openpyxl, which others wrote."""

import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any, Final
from xml.etree import ElementTree as ET

from openpyxl import load_workbook

_ESCAPED: Final = re.compile("_x([0-9A-Fa-f]{4})_")
_SIGNED: Final = ("change", "difference")
_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def opened(content: bytes, *, values: bool = False) -> Any:
    """Open a workbook; with ``values`` what its formulas were worked out as."""
    return load_workbook(BytesIO(content), data_only=values)


def texts_of(content: bytes, sheet: int = 2) -> dict[str, str]:
    """Read the texts of a sheet by cell, as the format has them and not as openpyxl.

    That reader takes ``x005F_`` out of any text. There is no formula and no link.
    """
    with zipfile.ZipFile(BytesIO(content)) as archive:
        shared = ET.fromstring(archive.read("xl/sharedStrings.xml"))  # noqa: S314 - ours
        cells = ET.fromstring(archive.read(f"xl/worksheets/sheet{sheet}.xml"))  # noqa: S314 - ours
    known = [
        _ESCAPED.sub(
            lambda found: chr(int(found[1], 16)),
            "".join(part.text or "" for part in one.iter(f"{_MAIN}t")),
        )
        for one in shared.iter(f"{_MAIN}si")
    ]
    assert not [*cells.iter(f"{_MAIN}f"), *cells.iter(f"{_MAIN}hyperlink")]
    return {
        one.attrib["r"]: known[int(one.findtext(f"{_MAIN}v") or "")]
        for one in cells.iter(f"{_MAIN}c")
        if one.get("t") == "s"
    }


def rows_of(sheet: Any) -> list[dict[str, Any]]:
    """Read the rows that the filter is of, by their heads."""
    head, *rows = sheet[sheet.auto_filter.ref]
    names = [cell.value for cell in head]
    assert len(set(names)) == len(names)
    return [dict(zip(names, row, strict=True)) for row in rows]


def as_csv(row: dict[str, Any], line: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Read the cells of a row back as the CSV has them.

    Args:
        line: The row of the CSV; of equal numbers its writing is taken.
    """
    names = [*line]
    for name in names:
        stem, _, unit = name.rpartition("_")
        if unit in {"seconds", "hours", "hms"} and f"{stem}_seconds" in names:
            if unit == "seconds":
                yield name, _seconds(row, stem)
        elif f"{name}_utc_offset" in row:
            yield name, _instant(row, name)
        else:
            yield name, _plain(row[name], line[name])


def _seconds(row: dict[str, Any], stem: str) -> str:
    if stem in _SIGNED:
        hours = row[f"{stem}_hours"]
        assert hours.value is None or hours.number_format == "0.00"
        return "" if hours.value is None else str(round(hours.value * 3600))
    cell = row[stem]
    if cell.value is None:
        return ""
    assert cell.number_format == "[h]:mm"
    assert isinstance(cell.value, timedelta)
    return str(round(cell.value.total_seconds()))


def _instant(row: dict[str, Any], name: str) -> str:
    clock, offset = row[name].value, row[f"{name}_utc_offset"].value
    return "" if clock is None else clock.isoformat() + offset


def _plain(cell: Any, written: str) -> str:
    if cell.value is None:
        return ""
    if isinstance(cell.value, datetime):
        day: date = cell.value.date()
        months = cell.number_format == "yyyy-mm"
        return day.isoformat()[:7] if months else day.isoformat()
    if isinstance(cell.value, str):
        assert cell.data_type == "s"
        return cell.value
    number = Decimal(repr(cell.value))
    return written if written and Decimal(written) == number else f"{number:f}"
