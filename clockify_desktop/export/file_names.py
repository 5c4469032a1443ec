"""The name that a file is offered under: it says by itself what the file holds."""

import unicodedata
from typing import Final

from clockify_desktop.domain.level import Level
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.period_words import week_number
from clockify_desktop.domain.selection import EVERYTHING, Selection

SAMPLE: Final = "SAMPLE"
# The whole name then stays far below the 255 bytes that disks take, and a path on
# Windows below its 260 signs.
_LONGEST_SIGNS: Final = 40
_LONGEST_BYTES: Final = 100
_NAMELESS: Final = "Clockify"


def narrowed_words(selection: Selection) -> tuple[str, ...]:
    """Say what a report is narrowed to, such as ``("12 people", "only billable")``."""
    chosen = (
        (selection.people, Level.USER),
        (selection.projects, Level.PROJECT),
        (selection.days, Level.DAY),
    )
    words = []
    for ids, level in chosen:
        known = (ids or frozenset()) - {None}
        if ids is not None and (known or not ids):
            words.append(level.counted(len(known)))
        if ids and None in ids:
            words.append(f"without {level.singular}")
    if selection.billable is not None:
        words.append("only billable" if selection.billable else "not billable")
    if selection.cells is not None:
        words.append("selected parts")
    return tuple(words)


def suggested_name(
    workspace: str,
    period: Period,
    week_start: int,
    what: str,
    *,
    selection: Selection = EVERYTHING,
    sample: bool = False,
    suffix: str = "csv",
) -> str:
    """Name a file such as ``Acme_2026-W47_people-by-project_12-people.csv``.

    Every system takes the name: it has letters, digits, ``-`` and ``_``, and one
    point. It is none of those that Windows keeps for devices, for a period is in it.

    Args:
        week_start: The weekday that a week begins with, Monday is 0.
    """
    words = (what, *narrowed_words(selection))
    parts = [SAMPLE] if sample else []
    parts += [_safe(workspace), _days(period, week_start)]
    parts += [one.replace(" ", "-") for one in words]
    return f"{'_'.join(parts)}.{suffix}"


def _days(period: Period, week_start: int) -> str:
    week = week_number(period, week_start)
    if week is not None:
        return f"{week[0]:04}-W{week[1]:02}"
    days = dict.fromkeys((period.start, period.end))
    return "_".join(day.isoformat() for day in days)


def _safe(name: str) -> str:
    """Keep letters and digits of every script; all else becomes a single hyphen."""
    composed = unicodedata.normalize("NFC", name)
    kept = "".join(sign if _is_of_a_word(sign) else " " for sign in composed)
    short = "-".join(kept.split())[:_LONGEST_SIGNS]
    short = short.encode()[:_LONGEST_BYTES].decode(errors="ignore")
    return short.strip("-") or _NAMELESS


def _is_of_a_word(sign: str) -> bool:
    # Vowel signs and accents that have no letter of their own are marks.
    return sign.isalnum() or unicodedata.category(sign) in {"Mn", "Mc"}
