"""Amounts in their currencies, checked against Clockify's own sums.

The currency of a leaf is what it says itself, else what the node of its project says.
Where the reply names only one currency in its sums, it is that. Else the project tells,
by its client, and last the workspace. What is believed so must add up to Clockify's own
sum of each currency: money moves from one to the other where it is believed wrongly.
Where that cannot be told, the workspace's is believed only if no other one is known of.
What is not believed has the currency in which alone it fits Clockify's sums, if any.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.api.wire.reports import (
    Totals,
    minor_units,
    minor_units_by_currency,
)
from clockify_desktop.domain.amount_check import ALL_MONEY, AmountCheck
from clockify_desktop.domain.directory import Directory, Project, Workspace
from clockify_desktop.domain.facts import summed
from clockify_desktop.domain.rounded_columns import whole_numbers
from clockify_desktop.services.currency_fitting import Fitted, fitted
from clockify_desktop.services.numbering import Numbering
from clockify_desktop.services.summary_columns import Columns

# A minor unit is a hundredth of the major one, whatever the currency: Clockify's
# amounts are documented so.
MICROS_A_MINOR_UNIT = 10_000
# Sums are the same up to half a minor unit, and a millionth for each leaf: Clockify
# cuts amounts after four decimals [rec].
_TOLERANCE_MICROS = MICROS_A_MINOR_UNIT // 2
_MOST_MICROS = 9e18


class Sums(NamedTuple):
    """Clockify's own sums of money, minor units.

    Args:
        total: All of it; ``None`` where one of the replies does not say.
        by_currency: Empty where one of the replies does not say.
    """

    total: float | None
    by_currency: Mapping[str, float]


class Amounts(NamedTuple):
    """The money of a report's leaves.

    Args:
        micros: int64, millionths of the major unit; ``None`` where amounts are hidden.
        code: intp, positions in ``currencies``; -1 where the amount is left out.
        lost: Bool, true where the amount of a leaf could not be read.
        from_sums: See ``Facts.from_sums``.
    """

    micros: NDArray[np.int64] | None
    code: NDArray[np.intp]
    currencies: tuple[str, ...]
    check: AmountCheck
    lost: NDArray[np.bool_]
    from_sums: NDArray[np.bool_] | None = None


def sums_of(totals: Sequence[Totals]) -> Sums:
    """Add up what several replies say."""
    told = [minor_units(one.total_amount) for one in totals]
    known = [one for one in told if one is not None]
    merged: dict[str, float] = {}
    whole = True
    for one, total in zip(totals, told, strict=True):
        parts = minor_units_by_currency(one.total_amount_by_currency)
        whole &= bool(parts) or total == 0
        for currency, amount in parts.items():
            merged[currency] = merged.get(currency, 0.0) + amount
    return Sums(
        sum(known) if len(known) == len(told) else None, merged if whole else {}
    )


def amounts_of(
    columns: Columns,
    numbering: Numbering,
    projects: Sequence[Project],
    directory: Directory,
    workspace: Workspace,
    sums: Sums,
    *,
    again: NDArray[np.bool_] | None,
    billable_s: NDArray[np.int64] | None,
) -> Amounts:
    """Find the amount and the currency of each leaf.

    Args:
        projects: What the column of projects points into.
        again: See ``Facts.again``.
        billable_s: int64, seconds; ``None`` where they are withheld.
    """
    sent, project = columns.minor_units, columns.project
    lost = np.isinf(sent)
    # Without a single leaf, the workspace's own currency tells: it is hidden from
    # whoever may not see money.
    if (workspace.currency is None or len(sent)) and np.isnan(sent).all():
        nowhere = np.full(len(sent), -1, np.intp)
        check = AmountCheck(_differences(sums, {}, len(sent)))
        return Amounts(None, nowhere, (), check, lost)
    amounts = np.where(np.isfinite(sent), sent, 0.0)
    micros = whole_numbers(amounts * MICROS_A_MINOR_UNIT)
    numbers: dict[str, int] = {}
    told = _told(columns.currency, list(numbering.currencies), numbers)
    only = _only_currency(sums, micros)
    own = [only or one.currency or workspace.currency for one in projects]
    by_project = np.array([_code(one, numbers) for one in own], np.intp)
    code = np.where(told < 0, by_project[project], told)

    once = np.ones(len(sent), np.bool_) if again is None else ~again
    # The first place is that of the leaves without a currency.
    ours = summed(code[once] + 1, micros[once], len(numbers) + 1).tolist()
    by_currency = dict(zip((ALL_MONEY, *numbers), ours, strict=True))
    differences = _differences(sums, by_currency, len(sent))
    unsure = code < 0
    wrong = [numbers[one] for one in differences if one in numbers]
    unconfirmed = np.isin(code, wrong) if sums.by_currency else np.ones_like(unsure)
    if len(differences) < 2:  # noqa: PLR2004 - then no money is in the place of other
        known = {*numbers, *workspace.currencies}
        unconfirmed &= _guessed(projects, directory, known)[project]
    unsure |= unconfirmed & (told < 0)
    without = np.flatnonzero(np.bincount(project[unsure & (micros != 0)]))
    gone = unsure & np.isin(project, without)
    found: Fitted | None = None
    if len(without):
        differences = {}
        if sums.by_currency:
            found = fitted(
                micros,
                code,
                project,
                projects,
                _of_each(sums, numbers),
                unsure=unsure,
                once=once,
                tolerance=_most_apart(len(sent)),
            )
    elif differences and billable_s is not None:
        lost |= np.isnan(sent) & (billable_s > 0)
    if found is not None:
        code, gone, without = found.code, np.zeros_like(gone), without[:0]
    check = AmountCheck(
        differences,
        not sums.by_currency and sums.total is None and bool(micros.any()),
        frozenset(projects[place].id for place in without.tolist()),
    )
    micros[gone | lost] = 0
    code[gone | lost] = -1
    taken = None if found is None else found.taken & ~lost
    return Amounts(micros, code, tuple(numbers), check, lost, taken)


def _told(
    currency: NDArray[np.intp], named: Sequence[str | None], numbers: dict[str, int]
) -> NDArray[np.intp]:
    """Give each leaf the code of the currency that the reply names, or -1."""
    of_named = np.full(len(named), -1, np.intp)
    for place in np.flatnonzero(np.bincount(currency)).tolist():
        of_named[place] = _code(named[place], numbers)
    return of_named[currency]


def _only_currency(sums: Sums, micros: NDArray[np.int64]) -> str | None:
    """Give the currency that all money is in by Clockify's own sums."""
    named = list(sums.by_currency)
    if len(named) > 1 and micros.min(initial=0) >= 0:
        # Nothing is taken away, so there is none of what adds up to nothing.
        named = [one for one in named if sums.by_currency[one]]
    return named[0] if len(named) == 1 else None


def _of_each(sums: Sums, numbers: dict[str, int]) -> NDArray[np.int64]:
    """Give Clockify's sum of each currency, by code; new ones get one."""
    for currency in sums.by_currency:
        _code(currency, numbers)
    told = [_micros(sums.by_currency.get(currency, 0.0)) for currency in numbers]
    return np.array(told, np.int64)


def _code(currency: str | None, numbers: dict[str, int]) -> int:
    return numbers.setdefault(currency, len(numbers)) if currency else -1


def _differences(sums: Sums, ours: Mapping[str, int], leaves: int) -> dict[str, int]:
    """Find by how much Clockify's own sums exceed ours, millionths by currency."""
    if sums.by_currency:
        theirs = {one: _micros(amount) for one, amount in sums.by_currency.items()}
    elif sums.total is not None:
        used = [one for one, micros in ours.items() if micros]
        name = used[0] if len(used) == 1 else ALL_MONEY
        theirs = {name: _micros(sums.total)}
        ours = {name: sum(ours.values())}
    else:
        return {}
    found = {
        currency: theirs.get(currency, 0) - ours.get(currency, 0)
        for currency in dict.fromkeys((*ours, *theirs))
    }
    most = _most_apart(leaves)
    return {currency: one for currency, one in found.items() if abs(one) > most}


def _most_apart(leaves: int) -> int:
    """Tell by how many millionths two sums of the same may differ."""
    return _TOLERANCE_MICROS + leaves


def _micros(amount: float) -> int:
    # What is too large for 64 bits differs from any sum of ours.
    micros = np.clip(amount * MICROS_A_MINOR_UNIT, -_MOST_MICROS, _MOST_MICROS)
    return int(whole_numbers(micros))


def _guessed(
    projects: Sequence[Project], directory: Directory, named: set[str]
) -> NDArray[np.bool_]:
    """Find the projects whose currency is the workspace's own for want of a better one.

    That is no guess where there is no other one, or no client who might have one.

    Args:
        named: The currencies that are known of.
    """
    named |= {one.currency for one in directory.clients if one.currency}
    named |= {one.currency for one in directory.projects if one.currency}
    known = {one.id for one in directory.projects} | {None}
    return np.array(
        [
            len(named) > 1
            and not one.currency
            and not (one.id in known and not one.client_id and not one.client_name)
            for one in projects
        ],
        np.bool_,
    )
