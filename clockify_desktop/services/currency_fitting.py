"""The currencies of amounts that nothing but Clockify's sums of each tells.

A project has one currency; time without a project is of any, leaf by leaf. Where only
one way to share the amounts out gives Clockify's sums, it is taken and marked. Where
several do, or none, it is not known. The ways are tried in two halves that meet, so
that the work has a bound.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.directory import Project
from clockify_desktop.domain.facts import Facts, summed
from clockify_desktop.domain.identity import ProjectId

# Of the ways of one half, each with a sum a currency: a few milliseconds.
_MOST_SUMS = 2**17
_MOST_PAIR_SUMS = 2**20


def only_fit(
    amounts: NDArray[np.int64], sums: NDArray[np.int64], tolerance: int
) -> NDArray[np.intp] | None:
    """Share amounts out among sums, where one way alone gives these.

    Args:
        amounts: int64, of any sign.
        sums: int64, one at least.
        tolerance: By how much each sum may differ.

    Returns:
        intp, of which sum each amount is a part; ``None`` where no way fits, several
        do, or there are too many to try.
    """
    count = len(sums)
    half = len(amounts) // 2
    if count ** (len(amounts) - half + 1) > _MOST_SUMS:
        return None
    of_first = _sums_of_ways(amounts[:half], count)
    of_second = _sums_of_ways(amounts[half:], count)
    lacking = sums - of_first
    order = np.argsort(of_second[:, 0])
    rising = of_second[order, 0]
    begin = np.searchsorted(rising, lacking[:, 0] - tolerance)
    lengths = np.searchsorted(rising, lacking[:, 0] + tolerance, "right") - begin
    pairs = int(lengths.sum())
    if pairs * count > _MOST_PAIR_SUMS:
        return None
    first = np.repeat(np.arange(len(lacking)), lengths)
    steps = np.arange(pairs) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    second = order[begin[first] + steps]
    apart = np.abs(lacking[first] - of_second[second])
    fitting = np.flatnonzero((apart <= tolerance).all(axis=1))
    if len(fitting) != 1:
        return None
    (place,) = fitting
    ways = (first[place], half), (second[place], len(amounts) - half)
    return np.concatenate(
        [way // count ** np.arange(length) % count for way, length in ways]
    )


def _sums_of_ways(amounts: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """Add up amounts in each way to share them out among so many sums.

    Returns:
        int64, ways by sums. The number of a way, written by ``count``, has in its first
        place the sum of which the first amount is a part, and so on.
    """
    sums = np.zeros((1, count), np.int64)
    for amount in amounts:
        each = amount * np.eye(count, dtype=np.int64)
        sums = (each[:, np.newaxis] + sums).reshape(-1, count)
    return sums


class Fitted(NamedTuple):
    """What is taken from Clockify's sums.

    Args:
        code: intp, one a leaf, positions in the sums.
        taken: Bool, true where it is taken from there.
    """

    code: NDArray[np.intp]
    taken: NDArray[np.bool_]


def fitted(
    micros: NDArray[np.int64],
    code: NDArray[np.intp],
    project: NDArray[np.intp],
    projects: Sequence[Project],
    sums: NDArray[np.int64],
    *,
    unsure: NDArray[np.bool_],
    once: NDArray[np.bool_],
    tolerance: int,
) -> Fitted | None:
    """Find the currencies of the leaves where they are not known.

    Args:
        micros: int64, one a leaf, as are the other columns.
        code: intp, positions in ``sums``; only where it is unsure may it be -1.
        project: intp, positions in ``projects``.
        sums: int64, Clockify's own.
        once: Bool, false for a leaf that tells the amount of another one once more.

    Returns:
        ``None`` where not exactly one way fits.
    """
    named = _named(projects)
    # Each leaf without a project is by itself.
    owner = np.where(named[project], project, len(projects) + np.cumsum(once))
    money, sure = unsure & (micros != 0), once & ~unsure
    owners, number = np.unique(owner[money], return_inverse=True)
    amounts = summed(number[once[money]], micros[money & once], len(owners))
    rest = sums - summed(code[sure], micros[sure], len(sums))
    found = only_fit(amounts, rest, tolerance)
    if found is None:
        return None
    codes = code.copy()
    codes[money] = found[number]
    of_project = np.full(len(projects), -1, np.intp)
    of_project[project[money]] = codes[money]
    # What earned nothing goes with its project.
    nothing = unsure & ~money & (named & (of_project >= 0))[project]
    codes[nothing] = of_project[project[nothing]]
    return Fitted(codes, money | nothing)


def of_one_currency(
    facts: Facts, left_out: frozenset[ProjectId | None]
) -> tuple[Facts, frozenset[ProjectId | None]]:
    """Leave out what was taken for a project that has no one currency in a report.

    Each part of a period was looked at by itself: in another one the project may have
    another currency, or one that is not known.

    Args:
        left_out: Projects of which amounts are left out in some part.

    Returns:
        The facts, and the projects of which amounts are left out now.
    """
    taken, micros, code = facts.from_sums, facts.amount_micros, facts.currency
    if taken is None or micros is None:
        return facts, left_out
    project, size = facts.project, len(facts.currencies)
    told = (code >= 0) & (micros != 0)
    owners, codes = np.divmod(np.unique(project[told] * size + code[told]), size)
    doubtful = np.bincount(owners, minlength=len(facts.projects)) > 1
    doubtful |= np.array([one.id in left_out for one in facts.projects], np.bool_)
    named = _named(facts.projects)
    gone = taken & (doubtful & named)[project]
    of_project = np.full(len(facts.projects), -1, np.intp)
    of_project[owners] = codes
    settled = np.zeros(len(facts.projects), np.bool_)
    settled[project[taken & told & ~gone]] = True
    nothing = (micros == 0) & (code >= 0) & (settled & named)[project]
    code = np.where(nothing, of_project[project], code)
    code[gone] = -1
    without = {facts.projects[place].id for place in np.unique(project[gone])}
    kept = replace(
        facts,
        amount_micros=np.where(gone, 0, micros),
        currency=code,
        from_sums=taken & ~gone,
    )
    return kept, left_out | without


def _named(projects: Sequence[Project]) -> NDArray[np.bool_]:
    """Tell of each project whether it is one; time without any has all currencies."""
    return np.array([one.id is not None for one in projects], np.bool_)
