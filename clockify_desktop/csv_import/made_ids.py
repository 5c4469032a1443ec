"""Ids of what a file names: it has none, and names are all that it tells.

Whoever is called the same in another file has the same id there, and so has an entry
that stands in both.
"""

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Final

import numpy as np
from numpy.typing import NDArray

_BEGINNING: Final = "csv-"
_BETWEEN: Final = ","
_BYTES: Final = 8
_ODD: Final = np.uint64(0x9E3779B97F4A7C15)
_SHIFTS: Final = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB), (31, 1))


def made_id(kind: str, *names: str) -> str:
    """Make the id of a person, a project or the like.

    Args:
        kind: Such as ``user``; a project and a client of one name are two things.
    """
    return f"{_BEGINNING}{_digest(kind, *names):016x}"


def entry_ids(columns: Iterable[NDArray[np.int64] | NDArray[np.uint64]]) -> list[str]:
    """Make ids of entries by what the columns say; equal ones are told apart.

    Args:
        columns: One value an entry, one entry at least.
    """
    mixed = np.zeros(1, np.uint64)
    for column in columns:
        mixed = _mixed(mixed * _ODD + column.astype(np.uint64))
    ordered = np.sort(mixed)
    if (ordered[1:] == ordered[:-1]).any():
        nth = _nth_of_equal(mixed)
        mixed = np.where(nth > 0, _mixed(mixed + nth), mixed)
    digits = mixed.astype(">u8").tobytes().hex(_BETWEEN, _BYTES)
    several = digits.replace(_BETWEEN, f"{_BETWEEN}{_BEGINNING}")
    return f"{_BEGINNING}{several}".split(_BETWEEN)


def digests(kind: str, names: Sequence[tuple[str, ...]]) -> NDArray[np.uint64]:
    """Give a number for each of some names, the same one in every file."""
    return np.array([_digest(kind, *one) for one in names], np.uint64)


def _digest(*names: str) -> int:
    # No text of a file has the sign between; halves of signs are none of UTF-8.
    content = "\0".join(names).encode(errors="surrogatepass")
    return int.from_bytes(blake2b(content, digest_size=_BYTES).digest())


def _mixed(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Spread numbers over all there are, each to another one."""
    for shift, factor in _SHIFTS:
        numbers = (numbers ^ (numbers >> np.uint64(shift))) * np.uint64(factor)
    return numbers


def _nth_of_equal(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Count, of each number, how often it stood there before."""
    order = np.argsort(numbers, kind="stable")
    ordered = numbers[order]
    begins = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1]))
    lengths = np.diff(np.append(begins, len(ordered)))
    nth = np.empty(len(numbers), np.uint64)
    nth[order] = np.arange(len(ordered)) - np.repeat(begins, lengths)
    return nth
