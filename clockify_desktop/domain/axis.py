"""How a level sorts the facts into keys.

An axis gives every fact a position among the keys of one level. A level is worked
out once a person, project or day, never once a fact, and once a report, however often
that is narrowed.
"""

from dataclasses import dataclass
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.facts import Facts
from clockify_desktop.domain.keys import Grouping, Key
from clockify_desktop.domain.level import Level


@dataclass(frozen=True, slots=True, eq=False)
class Axis:
    """One level of a report; the same whatever its facts are narrowed to.

    Args:
        keys: Its groups, sorted; some of them may have no facts.
        table: intp, one a person, project or day: where its key stands in ``keys``.
        first: What the column of the facts holds for the first entry of ``table``:
            an ordinal for days, else 0.
    """

    level: Level
    keys: tuple[Key, ...]
    table: NDArray[np.intp]
    first: int = 0

    def places(self, facts: Facts) -> NDArray[np.integer]:
        """Find which entry of ``table`` each fact is looked up by."""
        column = facts.column(self.level.column)
        return column - self.first if self.first else column

    def position(self, facts: Facts) -> NDArray[np.intp]:
        """Find where the key of each fact stands in ``keys``; intp."""
        position: NDArray[np.intp] = self.table[self.places(facts)]
        return position


def axis_of(facts: Facts, level: Level, grouping: Grouping) -> Axis:
    """Sort what a column points into by the keys of one level, as these are ranked."""
    things, first = facts.things(level.column)
    of_things = [level.key(thing, grouping) for thing in things]
    # Keys of the same id are one key.
    distinct = {(key.label.key, key.label.kind): key for key in of_things}
    keys = sorted(distinct.values(), key=attrgetter("rank"))
    number = {(key.label.key, key.label.kind): n for n, key in enumerate(keys)}
    table = np.fromiter(
        (number[key.label.key, key.label.kind] for key in of_things),
        np.intp,
        len(of_things),
    )
    return Axis(level, tuple(keys), table, first)
