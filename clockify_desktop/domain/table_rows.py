"""The rows of a table as columns: a row is made when it is read, and not kept.

A report by person, project and day has hundreds of thousands of rows, and whoever
writes them needs one at a time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.keys import Key

N = TypeVar("N", bound=np.generic)

_MICROS = Decimal(1_000_000)
# So many are taken out of the columns at once.
_BLOCK = 512


@dataclass(frozen=True, slots=True)
class Row:
    """One group and currency of a table.

    Args:
        keys: One key a level; shorter than the levels for a person without time,
            who has no project and no day either.
        billable_s: Seconds, ``None`` where withheld.
        amount: Major units of ``currency``, ``None`` where hidden or left out.
        currency: Its code, ``None`` where there is no amount.
        from_sums: Whether it is that of some of the amount by Clockify's sums alone.
    """

    keys: tuple[Key, ...]
    duration_s: int
    billable_s: int | None
    amount: Decimal | None
    currency: str | None
    from_sums: bool


@dataclass(frozen=True, eq=False)
class Rows:
    """Rows in their order; all columns have one entry a row.

    Args:
        keys: Of each level, what its column of ``places`` points into.
        places: intp, rows by levels; -1 where a person without time has no key.
        duration_s: int64, seconds.
        billable_s: int64, seconds; ``None`` where withheld.
        amount_micros: int64; ``None`` where hidden.
        currencies: What ``currency`` points into.
        currency: intp; -1 where there is no amount.
        from_sums: Bool, see ``Row``.
    """

    keys: tuple[Sequence[Key], ...]
    places: NDArray[np.intp]
    duration_s: NDArray[np.int64]
    billable_s: NDArray[np.int64] | None
    amount_micros: NDArray[np.int64] | None
    currencies: tuple[str, ...]
    currency: NDArray[np.intp]
    from_sums: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.duration_s)

    def __iter__(self) -> Iterator[Row]:
        for begin in range(0, len(self), _BLOCK):
            yield from _made(self.at(slice(begin, begin + _BLOCK)))

    def at(self, which: slice | NDArray[np.intp]) -> "Rows":
        """Take some rows, in the order of ``which``."""
        return replace(
            self,
            places=self.places[which],
            duration_s=self.duration_s[which],
            billable_s=None if self.billable_s is None else self.billable_s[which],
            amount_micros=None
            if self.amount_micros is None
            else self.amount_micros[which],
            currency=self.currency[which],
            from_sums=self.from_sums[which],
        )

    def used_keys(self, level: int) -> list[Key]:
        """List the keys of a level that some row has."""
        used = np.unique(self.places[:, level]).tolist()
        return [self.keys[level][place] for place in used if place >= 0]

    def with_zeros(self, keys: Sequence[Key], currency: str | None) -> "Rows":
        """Put rows of zero in between, each with a key of the first level alone.

        Args:
            keys: Those that no row has.
            currency: That of their amounts; ``None`` where there are none.
        """
        firsts, codes = (*self.keys[0], *keys), list(self.currencies)
        if currency and currency not in codes:
            codes.append(currency)
        places = np.full((len(self) + len(keys), len(self.keys)), -1, np.intp)
        places[: len(self)] = self.places
        places[len(self) :, 0] = np.arange(len(self.keys[0]), len(firsts))

        def longer(column: NDArray[N], value: int = 0) -> NDArray[N]:
            return np.append(column, np.full(len(keys), value, column.dtype))

        every = replace(
            self,
            keys=(firsts, *self.keys[1:]),
            places=places,
            duration_s=longer(self.duration_s),
            billable_s=None if self.billable_s is None else longer(self.billable_s),
            amount_micros=None
            if self.amount_micros is None
            else longer(self.amount_micros),
            currencies=tuple(codes),
            currency=longer(self.currency, codes.index(currency) if currency else -1),
            from_sums=longer(self.from_sums),
        )
        rank = np.empty(len(firsts), np.intp)
        by_rank = sorted(range(len(firsts)), key=lambda place: firsts[place].rank)
        rank[by_rank] = np.arange(len(firsts))
        return every.at(np.argsort(rank[places[:, 0]], kind="stable"))


def _made(rows: Rows) -> Iterator[Row]:
    of_rows = zip(
        rows.places.tolist(),
        rows.duration_s.tolist(),
        _listed(rows.billable_s, len(rows)),
        _listed(rows.amount_micros, len(rows)),
        rows.currency.tolist(),
        rows.from_sums.tolist(),
        strict=True,
    )
    for places, duration_s, billable_s, micros, code, from_sums in of_rows:
        has_amount = code >= 0 and micros is not None
        yield Row(
            keys=tuple(
                keys[place]
                for keys, place in zip(rows.keys, places, strict=True)
                if place >= 0
            ),
            duration_s=duration_s,
            billable_s=billable_s,
            amount=Decimal(micros) / _MICROS if has_amount else None,
            currency=rows.currencies[code] if has_amount else None,
            from_sums=from_sums,
        )


def _listed(column: NDArray[np.int64] | None, count: int) -> list[int] | list[None]:
    if column is None:
        return [None] * count
    listed: list[int] = column.tolist()
    return listed
