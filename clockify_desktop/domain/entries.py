"""Time entries as columns: what facts are too coarse to tell.

Facts say how long somebody worked on a project on a day. Whatever needs the single
entry - when it began, what it says, who may still change it - reads these columns,
which stand beside the facts and are only fetched where somebody looks at them.
"""

from dataclasses import dataclass, fields, replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.directory import Person, Project, Tag, TagSet, Task
from clockify_desktop.domain.entry_clock import own_clock_s
from clockify_desktop.domain.facts import Facts, Further, held_bytes
from clockify_desktop.domain.keys import NO_WORK, WITHOUT_TAG

if TYPE_CHECKING:
    from collections.abc import Sequence

ENTRY: Final = "entry"
"""The column of ``as_facts`` that tells the position of each fact's entry."""
_LARGEST: Final = np.iinfo(np.int64).max
_NO_TAG: Final = Tag(None, WITHOUT_TAG)


@dataclass(frozen=True, eq=False)
class Entries:
    """Time entries, sorted by ``user``, then by start, then by end.

    All columns have one value an entry and the same length; those of money are there
    together or not at all.

    Args:
        people: What ``user`` points into.
        projects: What ``project`` points into; one of them may be "no project".
        tasks: What ``task`` points into.
        tag_sets: What ``tags`` points into, each set in the order of the entry.
        descriptions: What ``description`` points into, as they were typed, each once.
        kinds: What ``kind`` points into, such as ``REGULAR`` or ``BREAK``.
        approvals: What ``approval`` points into: ids of requests for approval,
            ``None`` for an entry that is in none.
        invoices: What ``invoice`` points into: ``None`` for an entry that was not
            invoiced, else what people call its invoice, empty where that is not told.
        ids: Of the entries, texts.
        start_s: int64, seconds since 1970, UTC.
        end_s: int64, likewise; the start of one that is still running.
        start_offset_min: int16, how far the clock that it was sent by is ahead of UTC.
        end_offset_min: int16, likewise at the end.
        day: int64, ordinals of the day on which each began, in the report's zone.
        seconds: int64, durations as Clockify counts them; 0 for one that is running.
        running: Bool.
        locked: Bool, whether nobody but an admin can change it.
        described: Whether the descriptions may be shown; else those that there are
            all read the same.
        invoice: intp; ``None`` where it is not told what was invoiced.
        currencies: What ``currency`` points into.
        rate_micros: int64, what an hour earns, millionths of the major unit; ``None``
            where amounts are hidden.
        amount_micros: int64, likewise what each earned.
        currency: intp, -1 where there is no amount; ``None`` where they are hidden.
    """

    people: tuple[Person, ...]
    projects: tuple[Project, ...]
    tasks: tuple[Task, ...]
    tag_sets: tuple[tuple[Tag, ...], ...]
    descriptions: tuple[str, ...]
    kinds: tuple[str, ...]
    approvals: tuple[str | None, ...]
    ids: NDArray[np.object_]
    user: NDArray[np.intp]
    project: NDArray[np.intp]
    task: NDArray[np.intp]
    tags: NDArray[np.intp]
    description: NDArray[np.intp]
    kind: NDArray[np.intp]
    approval: NDArray[np.intp]
    start_s: NDArray[np.int64]
    end_s: NDArray[np.int64]
    start_offset_min: NDArray[np.int16]
    end_offset_min: NDArray[np.int16]
    day: NDArray[np.int64]
    seconds: NDArray[np.int64]
    billable: NDArray[np.bool_]
    running: NDArray[np.bool_]
    locked: NDArray[np.bool_]
    described: bool = True
    invoices: tuple[str | None, ...] = ()
    invoice: NDArray[np.intp] | None = None
    currencies: tuple[str, ...] = ()
    rate_micros: NDArray[np.int64] | None = None
    amount_micros: NDArray[np.int64] | None = None
    currency: NDArray[np.intp] | None = None

    def __len__(self) -> int:
        return len(self.start_s)

    @property
    def columns(self) -> dict[str, NDArray[np.generic]]:
        """All columns by their names."""
        every = {one.name: getattr(self, one.name) for one in fields(self)}
        return {
            name: column
            for name, column in every.items()
            if isinstance(column, np.ndarray)
        }

    @property
    def size_bytes(self) -> int:
        """How much memory the columns take, without the texts of the ids."""
        return held_bytes(self.columns.values())

    @cached_property
    def total_s(self) -> int:
        """All seconds; what is running has none yet."""
        return int(self.seconds.sum(dtype=np.int64))

    @cached_property
    def is_work(self) -> NDArray[np.bool_]:
        """Which are no break, no holiday and no time off."""
        work = np.array([kind not in NO_WORK for kind in self.kinds], np.bool_)
        return work[self.kind]

    @cached_property
    def start_clock_s(self) -> NDArray[np.int64]:
        """When each began by the clock of its person: seconds since 1970 of it."""
        start = self.start_s, self.start_offset_min
        return own_clock_s(self.people, self.user, *start)

    @cached_property
    def end_clock_s(self) -> NDArray[np.int64]:
        """When each ended by the clock of its person."""
        end = self.end_s, self.end_offset_min
        return own_clock_s(self.people, self.user, *end)

    @cached_property
    def without_project(self) -> NDArray[np.bool_]:
        """Which have no project."""
        none = np.array([project.id is None for project in self.projects], np.bool_)
        return none[self.project]

    def person(self, at: int) -> Person:
        """Tell whose an entry is."""
        return self.people[int(self.user[at])]

    def take(self, chosen: NDArray[np.bool_] | NDArray[np.intp]) -> "Entries":
        """Keep some, by a mask or by rising positions, with the same tables."""
        kept = {name: column[chosen] for name, column in self.columns.items()}
        return replace(self, **kept)  # type: ignore[arg-type]  # each under its name

    def in_order(self) -> "Entries":
        """Sort columns that were put together in some other order."""
        return self.take(_order(self.user, self.start_s, self.end_s))

    def as_facts(self, *, by_tag: bool = False) -> Facts:
        """Give the same time as facts, so that what narrows facts narrows entries.

        The column ``ENTRY`` tells which entry a fact is of. There are no amounts.

        Args:
            by_tag: Whether each tag of an entry has a fact, marked from the second on.
        """
        entry = np.arange(len(self))
        # Facts know of each column what it points into; an entry is only itself.
        more: dict[str, tuple[Sequence[Further], NDArray[np.intp]]] = {}
        again = None
        if by_tag:
            entry, again, more["tag"] = self._by_tag()
        more |= {
            "task": (self.tasks, self.task[entry]),
            "tags": (tuple(map(TagSet, self.tag_sets)), self.tags[entry]),
            ENTRY: ((), entry),
        }
        seconds = self.seconds[entry]
        return Facts(
            people=self.people,
            projects=self.projects,
            currencies=(),
            user=self.user[entry],
            project=self.project[entry],
            day=self.day[entry],
            seconds=seconds,
            billable_seconds=seconds * self.billable[entry],
            amount_micros=None,
            currency=np.full(len(entry), -1, np.intp),
            more=more,
            again=again,
        )

    def _by_tag(
        self,
    ) -> tuple[
        NDArray[np.intp],
        NDArray[np.bool_] | None,
        tuple[tuple[Tag, ...], NDArray[np.intp]],
    ]:
        """Repeat entries for each of their tags.

        Returns:
            intp, the entry of each fact; bool, whether it is told again; the tags, and
            intp positions therein.
        """
        sets = [one or (_NO_TAG,) for one in self.tag_sets]
        tags = tuple(dict.fromkeys(chain.from_iterable(sets)))
        place = {tag: at for at, tag in enumerate(tags)}
        members = np.array([place[tag] for tag in chain.from_iterable(sets)], np.intp)
        lengths = np.array([len(one) for one in sets], np.intp)
        first = np.cumsum(lengths) - lengths
        counts = lengths[self.tags]
        entry = np.repeat(np.arange(len(self)), counts)
        nth = np.arange(len(entry)) - np.repeat(np.cumsum(counts) - counts, counts)
        again = nth > 0
        tag = members[first[self.tags[entry]] + nth]
        return entry, again if again.any() else None, (tags, tag)


def _order(
    user: NDArray[np.intp], start_s: NDArray[np.int64], end_s: NDArray[np.int64]
) -> NDArray[np.intp]:
    """Sort by three columns: by one number, in half the time, where it has room."""
    if len(user):
        first_s, length_s = int(start_s.min()), end_s - start_s
        starts, lengths = int(start_s.max()) - first_s + 1, int(length_s.max()) + 1
        if (int(user.max()) + 1) * starts * lengths <= _LARGEST and length_s.min() >= 0:
            number = (user * starts + (start_s - first_s)) * lengths + length_s
            return np.argsort(number, kind="stable")
    return np.lexsort((end_s, start_s, user))
