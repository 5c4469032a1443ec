"""Seconds and money of the entries of a report.

Rounding is per entry, then summed [off]: to the nearest quarter of an hour, as the
sample workspaces are set. Money is minor units as a JSON number that may be
fractional, four decimals at most, as recorded (40055.5555) [rec]. Here every entry
is cut to four decimals and the rest is exact, so that parts add up to their sum.
A person costs a fixed share of what they earn [?].
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.sample.server.reports.filters import chosen
from clockify_desktop.sample.server.reports.question import Question
from clockify_desktop.sample.server.wire import Json
from clockify_desktop.sample.workspace import SampleWorkspace

_TEN_THOUSANDTHS = 10_000
_HOUR_S = 3600
_QUARTER_S = 900
_COST_PER_CENT = 45


def number(ten_thousandths: int) -> int | float:
    """Write money: a whole number where it is one.

    Args:
        ten_thousandths: Of a minor unit.
    """
    whole, rest = divmod(ten_thousandths, _TEN_THOUSANDTHS)
    return ten_thousandths / _TEN_THOUSANDTHS if rest else whole


def cost_of(seconds: NDArray[np.int64], rates: NDArray[np.int64]) -> NDArray[np.int64]:
    """Tell what entries cost, ten-thousandths of a minor unit: often a fraction.

    Args:
        seconds: Of each entry.
        rates: What an hour of each earns where it is billable, minor units.
    """
    cost: NDArray[np.int64] = seconds * rates * _COST_PER_CENT * 100 // _HOUR_S
    return cost


def cost_rate(rate: int) -> float:
    """Tell what an hour costs, minor units, by what it earns."""
    return rate * _COST_PER_CENT / 100


@dataclass(slots=True)
class Rates:
    """Rates and currencies of a workspace as tables.

    Args:
        minor: int64, people x (projects + 1): what an hour earns, minor units of
            the project's currency. The last column stands for "no project".
        codes: The currencies, that of the workspace first.
        currency: int64, projects + 1: the number of a currency.
    """

    minor: NDArray[np.int64]
    codes: list[str]
    currency: NDArray[np.int64]

    @classmethod
    def of(cls, workspace: SampleWorkspace) -> "Rates":
        """Make the tables of a workspace."""
        projects = [*range(len(workspace.projects)), -1]
        own = np.array([person.rate for person in workspace.people], np.int64)
        fixed = np.array(
            [workspace.projects[p].rate or 0 if p >= 0 else 0 for p in projects],
            np.int64,
        )
        minor = np.where(fixed[None, :] > 0, fixed[None, :], own[:, None])
        used = [workspace.currency_of(project) for project in projects]
        codes = [workspace.currency, *sorted(set(used) - {workspace.currency})]
        currency = np.array([codes.index(code) for code in used], np.int64)
        return cls(minor, codes, currency)


class Sums:
    """The chosen entries of a report with their seconds and their money.

    Args:
        question: Range and filters.
    """

    def __init__(self, question: Question) -> None:
        self.question = question
        self.workspace = question.desk.workspace
        self.entries = chosen(question)
        seconds = self.entries.seconds()
        if question.value("rounding", bool):
            seconds = (seconds + _QUARTER_S // 2) // _QUARTER_S * _QUARTER_S
        self.seconds: NDArray[np.int64] = seconds

    @cached_property
    def rates(self) -> Rates:
        """Rates and currencies of the workspace."""
        return Rates.of(self.workspace)

    @cached_property
    def full_rate(self) -> NDArray[np.int64]:
        """What an hour of each entry earns where it is billable, minor units."""
        entries = self.entries
        found: NDArray[np.int64] = self.rates.minor[entries.user, entries.project]
        return found

    @cached_property
    def rate(self) -> NDArray[np.int64]:
        """What an hour of each entry earns, minor units; 0 if it is not billable."""
        earned: NDArray[np.int64] = np.where(self.entries.billable, self.full_rate, 0)
        return earned

    @cached_property
    def currency(self) -> NDArray[np.int64]:
        """The number of each entry's currency."""
        found: NDArray[np.int64] = self.rates.currency[self.entries.project]
        return found

    @cached_property
    def by_kind(self) -> dict[str, NDArray[np.int64]]:
        """Money of each entry, ten-thousandths of a minor unit, by kind of amount."""
        earned = self.seconds * self.rate * _TEN_THOUSANDTHS // _HOUR_S
        cost = cost_of(self.seconds, self.full_rate)
        return {"EARNED": earned, "COST": cost, "PROFIT": earned - cost}

    @property
    def amounts(self) -> list[NDArray[np.int64]]:
        """The kinds of ``by_kind`` that were asked for."""
        return [self.by_kind[kind] for kind in self.question.amounts]

    def amount_list(self, values: Sequence[int]) -> list[Json]:
        """Write ``amounts``: one a kind; empty where they are hidden [rec].

        Args:
            values: Ten-thousandths of a minor unit, a kind of amount.
        """
        return [
            {"type": kind, "value": number(value)}
            for kind, value in zip(self.question.amounts, values, strict=True)
        ]

    def totals(self) -> Json:
        """Write the one element of ``totals`` [rec].

        What ``totalAmountByCurrency`` holds where amounts are shown is [?]; here an
        amount a currency code.
        """
        entries, shown = self.entries, self.amounts
        by_currency: Json = {}
        if shown:
            for place in np.unique(self.currency):
                here = self.currency == place
                by_currency[self.rates.codes[place]] = number(int(shown[0][here].sum()))
        sums = [int(amount.sum()) for amount in shown]
        return {
            "_id": "",
            "totalTime": int(self.seconds.sum()),
            "totalBillableTime": int(self.seconds[entries.billable].sum()),
            "entriesCount": len(entries),
            "totalAmount": number(sums[0]) if shown else None,
            "totalAmountByCurrency": by_currency,
            "amounts": self.amount_list(sums),
            "numOfCurrencies": max(1, len(by_currency)),
        }
