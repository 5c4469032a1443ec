"""Entries of one person that claim the same time."""

from typing import Final

import numpy as np

from clockify_desktop.domain.entry_findings import Checked, Findings

_MINUTE_S: Final = 60


def overlapping(checked: Checked, minutes: int) -> Findings:
    """Find work that began before earlier work of the same person had ended.

    What is still running has no end that could be held against others; another rule
    asks about it. Whoever looks at what is found and at ``other`` sees each entry that
    overlaps with any.

    Args:
        minutes: So long two may overlap; 0 for not at all.

    Returns:
        ``other`` is that of the earlier ones that ends last, ``value`` the seconds that
        both have.
    """
    entries = checked.entries
    work = np.flatnonzero(entries.is_work & ~entries.running)
    if not len(work):
        return Findings(work, work, work)
    user, start_s, end_s = (
        entries.user[work],
        entries.start_s[work],
        entries.end_s[work],
    )
    # The largest end so far begins anew with each person: entries are sorted by them,
    # and what is one person further is further than any instant.
    first_s = int(start_s.min())
    further = user * (int(end_s.max()) - first_s + 1) - first_s
    end_at = further + end_s
    latest = np.maximum.accumulate(end_at)
    before_s = latest[:-1] - further[1:]
    shared_s = np.minimum(end_s[1:], before_s) - start_s[1:]
    later = np.flatnonzero(shared_s > minutes * _MINUTE_S)
    # Those that ended last when they came; of these the last one before each.
    holder = np.flatnonzero(end_at == latest)
    before = holder[np.searchsorted(holder, later, side="right") - 1]
    return Findings(work[later + 1], work[before], shared_s[later])
