"""A file that can be saved, and what there is to see of it before."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class MadeFile:
    """A file that can be saved.

    Args:
        content: Makes all of it, or its parts in order; blocks.
        what: What it holds, such as ``people by project``.
        columns: Those that are written, ``rows`` the first ones under them.
        every_column: All that there are to choose from.
        numbers: The places of columns of numbers.
        count: Of all rows.
        total_s: All seconds that it tells; ``None`` where it tells none.
        people: How many people it names; ``None`` where nobody counted.
        picture: What there is to look at in place of rows, a PNG.
        lacking: What has to be said of it, a sentence each.
    """

    content: Callable[[], bytes | Iterable[bytes]]
    what: str
    columns: tuple[str, ...] = ()
    every_column: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    numbers: frozenset[int] = frozenset()
    count: int = 0
    total_s: int | None = None
    people: int | None = None
    picture: bytes = b""
    lacking: tuple[str, ...] = ()
