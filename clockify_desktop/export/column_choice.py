"""Which columns of a file are written, and in which order."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.showable import named
from clockify_desktop.translation import tr

T = TypeVar("T")

AMOUNT_COLUMNS: Final = frozenset({"amount", "rate", "currency", "amount_check"})
ASKED_COLUMNS: Final = frozenset({"Invoiced", "Invoice ID"})
"""Those that are written where somebody asks for them; not every file of Clockify's own
has them.
"""


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """What somebody chose of the columns that there are.

    Args:
        wanted: Names in the order of the file; ``None`` for all.
        without: Names that are left out of all, whether they are there or not.
    """

    wanted: tuple[str, ...] | None = None
    without: frozenset[str] = frozenset()

    def places(self, names: Sequence[str]) -> tuple[int, ...]:
        """Find the places of the chosen columns.

        Raises:
            UsageError: One that is wanted is not there.
        """
        place = {name: at for at, name in enumerate(names)}
        left = [name for name in place if name not in self.without]
        for name in self.wanted or ():
            if name not in left:
                # Few wait for it.
                from difflib import get_close_matches  # noqa: PLC0415

                near = get_close_matches(name, left, n=1, cutoff=0.0)
                advice = tr(
                    "The nearest is {column}; there are: {columns}.",
                    column=near[0],
                    columns=", ".join(left),
                )
                title = tr(
                    "There is no column \N{LEFT DOUBLE QUOTATION MARK}{name}"
                    "\N{RIGHT DOUBLE QUOTATION MARK}",
                    name=named(name),
                )
                raise UsageError(title, advice)
        return tuple(place[name] for name in self.wanted or left)

    def of(self, names: Sequence[str], things: Sequence[T]) -> list[T]:
        """Take what stands at these places."""
        return [things[at] for at in self.places(names)]


EVERY_COLUMN: Final = ColumnChoice()
