"""Runs every benchmark and prints a line a figure."""

import sys

import command_line
import detailed_csv
import drawing
import entries_csv
import entry_rules
import facts
import long_names
import long_period
import paging
import projection
import review
import review_pages
import review_pdf
import soak
import table
import window_choice
import window_redraw
import window_stall
import window_start
import workbook
from figures import show

MODULES = (
    facts,
    projection,
    entry_rules,
    entries_csv,
    workbook,
    detailed_csv,
    paging,
    drawing,
    command_line,
    window_start,
    window_redraw,
    window_choice,
    window_stall,
    review,
    review_pages,
    review_pdf,
    long_names,
    table,
    long_period,
    soak,
)


def main() -> int:
    """Measure one after another, so that none slows another."""
    codes = [show(module.figures()) for module in MODULES]
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
