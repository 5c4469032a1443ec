"""Rates and amounts of the rows of a file, in the currencies that its titles name."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.csv_import.table import Table
from clockify_desktop.csv_import.titles import Field
from clockify_desktop.csv_import.values import read_amount

_UNREAD: Final = np.iinfo(np.int64).min
# They still add up in 64 bits, whatever is added first.
_MOST_MICROS_IN_ALL: Final = 9e18


@dataclass(frozen=True, eq=False)
class Money:
    """What entries earned; ``None`` where the file has no amounts.

    Args:
        currency: intp, positions in ``currencies``; -1 where there is no amount.
        lost: Bool, of which the amount could not be read.
    """

    currencies: tuple[str, ...]
    rate_micros: NDArray[np.int64]
    amount_micros: NDArray[np.int64]
    currency: NDArray[np.intp]
    lost: NDArray[np.bool_]

    @property
    def most_used(self) -> str:
        """The currency of most entries."""
        counts = np.bincount(self.currency + 1, minlength=len(self.currencies) + 1)
        return self.currencies[int(counts[1:].argmax())]


def money_of(table: Table, project: NDArray[np.intp]) -> Money | None:
    """Read the money of all rows.

    An entry that earned nothing stands under every currency, and is in that of the
    others of its project.

    Args:
        project: intp, what each row is for.

    Returns:
        ``None`` where the file has no amounts, or they are too large to be added up.
    """
    currencies = table.titles.currencies
    if not currencies:
        return None
    rates, amounts = (
        np.array(
            [_micros(table, field, currency) for currency in currencies], np.int64
        ).reshape(len(currencies), -1)
        for field in (Field.RATE, Field.AMOUNT)
    )
    lost = (amounts == _UNREAD).any(axis=0) | (np.count_nonzero(amounts, axis=0) > 1)
    amounts, rates = (np.where(one == _UNREAD, 0, one) for one in (amounts, rates))
    if np.abs(amounts).sum(dtype=float) > _MOST_MICROS_IN_ALL:
        return None
    in_use = (amounts != 0) | ((rates != 0) & ~(amounts != 0).any(axis=0))
    code = np.where(in_use.any(axis=0) & ~lost, in_use.argmax(axis=0), -1)
    code = _of_projects(code, project, len(currencies))
    code = np.where(lost, -1, code)
    rows = np.arange(len(table))
    return Money(
        currencies,
        np.where(lost, 0, rates[code, rows]),
        np.where(lost, 0, amounts[code, rows]),
        code,
        lost,
    )


def _micros(table: Table, field: Field, currency: str) -> NDArray[np.int64]:
    column = table.money.get((field, currency))
    if column is None:
        return np.zeros(len(table), np.int64)
    return column.read(lambda text: read_amount(text) if text else 0, _UNREAD)


def _of_projects(
    code: NDArray[np.intp], project: NDArray[np.intp], count: int
) -> NDArray[np.intp]:
    """Give what tells no currency that of most others of its project, else of all."""
    most = np.zeros((int(project.max(initial=-1)) + 1, count), np.int64)
    told = code >= 0
    np.add.at(most, (project[told], code[told]), 1)
    usual = int(most.sum(axis=0).argmax())
    by_project = np.where(most.any(axis=1), most.argmax(axis=1), usual)
    return np.where(told, code, by_project[project])
