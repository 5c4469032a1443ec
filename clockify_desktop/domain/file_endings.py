"""Endings of files by which the program knows what they are, without reading them."""

from typing import Final

REPORT_FILE: Final = ".clockify-report.toml"
EXPORT: Final = ".csv"


def is_report_file(name: str) -> bool:
    """Tell whether a file holds a report that somebody saved."""
    return name.lower().endswith(REPORT_FILE)
