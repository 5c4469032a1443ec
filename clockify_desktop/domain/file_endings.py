"""Endings of files by which the program knows what they are, without reading them."""

from typing import Final

REPORT_FILE: Final = ".clockify-report.toml"
