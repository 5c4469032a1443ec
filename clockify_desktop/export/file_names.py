"""The name that a file is offered under: it says by itself what the file holds."""

import unicodedata
from typing import Final

from clockify_desktop.domain.level import Level
from clockify_desktop.domain.normal_form import as_seen
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.period_words import week_number
from clockify_desktop.domain.selection import EVERYTHING, Selection
from clockify_desktop.translation import tr, tr_context

SAMPLE: Final = "SAMPLE"
# With all that it may be narrowed to the whole name then stays below the 255 bytes that
# disks take, and a path on Windows mostly below its 260 signs.
_LONGEST_SIGNS: Final = 40
_LONGEST_BYTES: Final = 60
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
            # Only time without a project can be chosen by what it is without.
            words.append(tr("without project"))
    if selection.billable is not None:
        words.append(
            tr_context("time", "only billable")
            if selection.billable
            else tr_context("time", "not billable")
        )
    if selection.cells is not None:
        words.append(tr("selected parts"))
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
        what: What the file holds, which may name what people named.
        week_start: The weekday that a week begins with, Monday is 0.
    """
    parts = [SAMPLE] if sample else []
    parts += [safe_name(workspace), period_name(period, week_start), safe_name(what)]
    parts += map(safe_name, narrowed_words(selection))
    return f"{'_'.join(parts)}.{suffix}"


def period_name(period: Period, week_start: int) -> str:
    """Name a period in little room, such as ``2026-W47``."""
    week = week_number(period, week_start)
    if week is not None:
        return f"{week[0]:04}-W{week[1]:02}"
    days = dict.fromkeys((period.start, period.end))
    return "_".join(day.isoformat() for day in days)


def safe_name(name: str) -> str:
    """Keep letters and digits of every script; all else becomes a single hyphen."""
    composed = unicodedata.normalize("NFC", name)
    kept = "".join(sign if _is_of_a_word(sign) else " " for sign in composed)
    # A mark by itself would stand over the sign before it.
    words = [word for word in kept.split() if any(map(str.isalnum, word))]
    short = "-".join(words)[:_LONGEST_SIGNS]
    short = short.encode()[:_LONGEST_BYTES].decode(errors="ignore")
    return short.strip("-") or _NAMELESS


def _is_of_a_word(sign: str) -> bool:
    # Vowel signs and accents that have no letter of their own are marks; fillers are
    # letters that nobody sees.
    is_one = sign.isalnum() or unicodedata.category(sign) in {"Mn", "Mc"}
    return is_one and as_seen(sign) != ""
