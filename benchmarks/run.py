"""Runs every benchmark and prints a line a figure."""

import sys

import command_line
import drawing
import facts
import paging
import projection
from figures import show


def main() -> int:
    """Measure one after another, so that none slows another."""
    codes = [
        show(module.figures())
        for module in (facts, projection, paging, drawing, command_line)
    ]
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
