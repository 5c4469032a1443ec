"""Times and lengths of a file, all at once: of these hardly two are the same."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

# What is longer is no time.
_LONGEST: Final = 24
_WIDTH: Final = len("10:23:52")
_WITH_HALF: Final = len("10:23:52 AM")
_LETTER_BYTES: Final = 4
_TEN: Final = 10
_LOWER_CASE: Final = 32
_DIGITS: Final = (0, 1, 3, 4, 6, 7)
_MINUTE: Final = 60
_HALF_DAY_H: Final = 12
_DAY_H: Final = 24


class _Clock(NamedTuple):
    """What texts such as ``10:23:52 AM`` say.

    Args:
        known: Bool, which are such.
        half: 0 for none, 1 for AM, 2 for PM.
    """

    known: NDArray[np.bool_]
    hours: NDArray[np.int64]
    seconds: NDArray[np.int64]
    half: NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class ClockTexts:
    """One text a row.

    Args:
        texts: An array of texts of one length.
    """

    texts: NDArray[np.str_]

    @property
    def given(self) -> NDArray[np.bool_]:
        """Which rows have any text."""
        return np.not_equal(self.texts, "")

    def take(self, chosen: NDArray[np.bool_]) -> "ClockTexts":
        """Keep some rows."""
        return ClockTexts(self.texts[chosen])

    def of_day(
        self, read: Callable[[str], int | None], missing: int
    ) -> NDArray[np.int64]:
        """Read times of day, in seconds since midnight.

        Args:
            read: Reads a single one.
            missing: In place of what cannot be read.
        """
        told = self._clock
        by_half = np.select(
            [told.half == 1, told.half == 2],  # noqa: PLR2004 - see ``_Clock``
            [told.hours % _HALF_DAY_H, told.hours % _HALF_DAY_H + _HALF_DAY_H],
            told.hours,
        )
        fits = np.where(
            told.half > 0,
            (told.hours >= 1) & (told.hours <= _HALF_DAY_H),
            told.hours < _DAY_H,
        )
        seconds = by_half * _MINUTE * _MINUTE + told.seconds
        return self._others(told.known & fits, seconds, read, missing)

    def lengths(
        self, read: Callable[[str], int | None], missing: int, *, exact: int | None
    ) -> NDArray[np.int64]:
        """Read durations.

        Args:
            read: Reads a single one.
            exact: What is told of one with seconds; ``None`` for these.
        """
        told = self._clock
        seconds = told.hours * _MINUTE * _MINUTE + told.seconds
        if exact is not None:
            seconds = np.full(len(seconds), exact, np.int64)
        return self._others(told.known & (told.half == 0), seconds, read, missing)

    def _others(
        self,
        known: NDArray[np.bool_],
        values: NDArray[np.int64],
        read: Callable[[str], int | None],
        missing: int,
    ) -> NDArray[np.int64]:
        """Read those of other forms one by one, each text once."""
        if known.all():
            return values
        texts, codes = np.unique(self.texts[~known], return_inverse=True)
        told = [read(text) for text in texts.tolist()]
        others = np.array([missing if one is None else one for one in told], np.int64)
        values = values.copy()
        values[~known] = others[codes]
        return values

    @cached_property
    def _clock(self) -> _Clock:
        count = len(self.texts)
        length = self.texts.dtype.itemsize // _LETTER_BYTES
        none = np.zeros(count, np.int64)
        if length < _WIDTH or not count:
            return _Clock(none > 0, none, none, none)
        letters = np.ascontiguousarray(self.texts).view(np.uint32)
        letters = letters.reshape(count, length)
        known = (letters[:, 2] == ord(":")) & (letters[:, 5] == ord(":"))
        digits: dict[int, Any] = {
            place: letters[:, place].astype(np.int64) - ord("0") for place in _DIGITS
        }
        for one in digits.values():
            known &= (one >= 0) & (one < _TEN)
        hours, minutes, seconds = (
            digits[place] * _TEN + digits[place + 1] for place in (0, 3, 6)
        )
        known &= (minutes < _MINUTE) & (seconds < _MINUTE)
        half = none
        if length > _WIDTH:
            half = _half_of(letters)
            known &= (half > 0) | (letters[:, _WIDTH] == 0)
        return _Clock(known, hours, minutes * _MINUTE + seconds, half)


def _half_of(letters: NDArray[np.uint32]) -> NDArray[np.int64]:
    """Tell of which half of a day texts say that they are."""
    if letters.shape[1] < _WITH_HALF:
        return np.zeros(len(letters), np.int64)
    first = letters[:, _WIDTH + 1] | _LOWER_CASE
    is_half = (letters[:, _WIDTH] == ord(" ")) & (
        letters[:, _WIDTH + 2] | _LOWER_CASE == ord("m")
    )
    if letters.shape[1] > _WITH_HALF:
        is_half &= letters[:, _WITH_HALF] == 0
    half = np.select([first == ord("a"), first == ord("p")], [1, 2], 0)
    return np.where(is_half, half, 0)


class ClockCollecting:
    """Puts texts together, some hundred rows at once."""

    def __init__(self) -> None:
        self._parts: list[NDArray[np.str_]] = []

    def add(self, texts: Sequence[str]) -> None:
        """Take the texts of some rows."""
        lengths = set(map(len, texts))
        if len(lengths) == 1 and 0 < (length := lengths.pop()) <= _LONGEST:
            joined = "".join(texts).encode("utf-32-le", "surrogatepass")
            self._parts.append(np.frombuffer(joined, f"<U{length}"))
        else:
            cut = [text.strip()[:_LONGEST] for text in texts]
            self._parts.append(np.array(cut, np.str_).reshape(len(cut)))

    def column(self) -> ClockTexts:
        """Give all of them."""
        parts = [one for one in self._parts if len(one)]
        return ClockTexts(np.concatenate(parts) if parts else np.zeros(0, "<U1"))
