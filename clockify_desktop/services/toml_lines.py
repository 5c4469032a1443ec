"""In which line of a TOML document something stands, for whoever has to correct it.

``tomllib`` tells no lines. Every statement of a document is a document by itself, and
one over several lines is none before its last line.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

Step = str | int
"""A key of a table, or a place in a list."""


def line_of(text: str, path: Sequence[Step]) -> int:
    """Find the line of a value, or of what is nearest around it.

    Args:
        text: A whole document that can be read.
        path: Such as ``("outputs", 0, "format")``; it need not be there.

    Returns:
        The first line of the statement; 1 where nothing of the path is there.
    """
    best, deepest = 1, 0
    table: tuple[Step, ...] = ()
    counts = Counter[tuple[Step, ...]]()
    for line, statement, found in _statements(text):
        given = list(_leaves(found))
        if statement.lstrip().startswith("["):
            table = _table(given[0], counts)
            given = [()]
        for leaf in given:
            depth = _common((*table, *leaf), path)
            if depth > deepest:
                best, deepest = line, depth
    return best


def _statements(text: str) -> Iterator[tuple[int, str, dict[str, Any]]]:
    """Give each statement with its first line, its text and what it says by itself."""
    first, statement = 1, ""
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        statement += f"{line}\n"
        try:
            found = tomllib.loads(statement)
        except tomllib.TOMLDecodeError:
            # It goes on in the next line.
            continue
        yield first, statement, found
        first, statement = number + 1, ""


def _leaves(value: Any) -> Iterator[tuple[Step, ...]]:  # noqa: ANN401 - of any type
    steps: Sequence[tuple[Step, Any]] = ()
    if isinstance(value, dict):
        steps = list(value.items())
    elif isinstance(value, list):
        steps = list(enumerate(value))
    if not steps:
        yield ()
    for step, inner in steps:
        for leaf in _leaves(inner):
            yield (step, *leaf)


def _table(
    header: tuple[Step, ...], counts: Counter[tuple[Step, ...]]
) -> tuple[Step, ...]:
    """Tell which table begins, where those of a list are counted."""
    table: tuple[Step, ...] = ()
    for step in header:
        if isinstance(step, int):
            counts[table] += 1
        else:
            table = (*_place(table, counts), step)
    return _place(table, counts)


def _place(
    table: tuple[Step, ...], counts: Counter[tuple[Step, ...]]
) -> tuple[Step, ...]:
    """Go into the last table of a list."""
    return (*table, counts[table] - 1) if counts[table] else table


def _common(one: Sequence[Step], other: Sequence[Step]) -> int:
    same = 0
    for mine, others in zip(one, other, strict=False):
        if mine != others:
            break
        same += 1
    return same
