"""Bars against capacity for tests, a row by a few words."""

from typing import Any

import numpy as np

from clockify_desktop.charts.capacity_content import CapacityContent
from clockify_desktop.domain.label import Label

HOUR = 3600
# Name, hours, capacity, capacity before leave, assumed or not, quiet words.
ROWS = (
    ("Amara Okafor", 42.5, 40, 40, False, ""),
    ("Hiroshi Tanaka", 23.5, 24, 40, False, "leave 16:00"),
    ("Liam O'Connor", 32.5, 40, 40, True, "7:30 short"),
    ("Priya Raman", 0, 40, 40, True, "40:00 short"),
    ("Wilhelmina", 0, 0, 40, False, "on leave"),
    ("Quentin Dubois", 12, 0, 0, False, "left"),
    ("Sam Taylor", 52, 40, 40, False, "12:00 over"),
)


def content_of(
    rows: tuple[tuple[str, float, float, float, bool, str], ...] = ROWS, **more: Any
) -> CapacityContent:
    """Make a picture with five hours of tolerance."""

    def seconds(hours: list[float]) -> Any:
        return np.array([int(one * HOUR) for one in hours], np.int64)

    expected = [row[2] for row in rows]
    return CapacityContent(
        labels=tuple(Label(row[0].lower(), row[0]) for row in rows),
        **{
            "title": "Hours and capacity",
            "sentence": "Six of seven.",
            "hours_s": seconds([row[1] for row in rows]),
            "expected_s": seconds(expected),
            "full_s": seconds([row[3] for row in rows]),
            "tolerance_s": seconds([5 if hours else 0 for hours in expected]),
            "is_assumed": np.array([row[4] for row in rows], np.bool_),
            "has_track": np.array([hours > 0 for hours in expected], np.bool_),
            "notes": tuple(row[5] for row in rows),
            "within": "within 5:00",
            **more,
        },
    )
