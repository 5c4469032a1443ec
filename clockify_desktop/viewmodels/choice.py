"""What a person chose in a picker of many.

People come and go, so a choice is kept as a rule rather than as a list of everybody:
all, everyone except some, or only some. Ids that are not there at the moment stay in
it, because an archived project or a person on leave may come back.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

PickedId = str | None
"""An id of anything that can be picked; ``None`` is "no project"."""

Id = TypeVar("Id", bound=PickedId)


class Rule(StrEnum):
    """How the ids of a choice are meant."""

    ALL = "all"
    EXCEPT = "except"
    ONLY = "only"


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice among people or projects.

    What its methods take as ``among``, or as ``ids`` beside nothing else, is everybody
    there is.

    Args:
        rule: All, everyone except ``ids``, or only ``ids``.
        ids: The named ones; empty for ALL.
        left_out: Under ONLY, those who were there and not chosen; who is in neither
            is new since.
    """

    rule: Rule = Rule.ALL
    ids: frozenset[PickedId] = frozenset()
    left_out: frozenset[PickedId] = frozenset()

    def __contains__(self, one: PickedId) -> bool:
        return (one in self.ids) is (self.rule is Rule.ONLY)

    def chosen(self, ids: Iterable[Id]) -> frozenset[Id]:
        """Pick from those who are there."""
        present = frozenset(ids)
        # Sets, not one question each: hundreds are looked at whenever one is chosen.
        return present & self.ids if self.rule is Rule.ONLY else present - self.ids

    def narrows(self, ids: Iterable[PickedId]) -> bool:
        """Tell whether somebody who is there is not chosen."""
        present = frozenset(ids)
        return len(self.chosen(present)) < len(present)

    def selected(self, ids: Iterable[Id]) -> frozenset[Id] | None:
        """Pick as ``Selection`` wants it.

        Returns:
            The chosen ones, or ``None`` when nothing is narrowed.
        """
        present = frozenset(ids)
        chosen = self.chosen(present)
        return chosen if len(chosen) < len(present) else None

    def with_ids(self, ids: Iterable[PickedId], among: Iterable[PickedId]) -> "Choice":
        """Choose some more.

        Returns:
            The new choice; ALL when nobody is left out any more.
        """
        if self.rule is Rule.ONLY:
            return only(self.ids | frozenset(ids), among)
        return _all_except(self.ids - frozenset(ids), among)

    def without_ids(
        self, ids: Iterable[PickedId], among: Iterable[PickedId]
    ) -> "Choice":
        """Choose some no longer.

        Returns:
            The new choice; "only nobody" when everybody is left out.
        """
        if self.rule is Rule.ONLY:
            return only(self.ids - frozenset(ids), among)
        return _all_except(self.ids | frozenset(ids), among)

    def invert(self, among: Iterable[PickedId]) -> "Choice":
        """Choose exactly those who are not chosen now."""
        if self.rule is Rule.ONLY:
            return _all_except(self.ids, among)
        return only(self.ids, among)

    def new(self, ids: Iterable[Id]) -> frozenset[Id]:
        """Find those who came since this was chosen and are therefore not shown.

        Returns:
            The new ones; nobody under ALL and EXCEPT, where they are shown anyway.
        """
        if self.rule is not Rule.ONLY:
            return frozenset()
        return frozenset(ids) - self.ids - self.left_out

    def with_new(self, among: Iterable[PickedId]) -> "Choice":
        """Choose those who are new, too."""
        present = frozenset(among)
        return self.with_ids(self.new(present), present)

    def without_new(self, among: Iterable[PickedId]) -> "Choice":
        """Leave those who are new out, and announce them no more.

        Returns:
            The new choice; its chosen ones are the same.
        """
        return only(self.ids, among) if self.rule is Rule.ONLY else self

    def text(self, ids: Iterable[PickedId]) -> str:
        """Say how many are chosen.

        Returns:
            ``all 16`` or ``12 of 40``.
        """
        present = frozenset(ids)
        count = len(self.chosen(present))
        if count < len(present):
            return f"{count} of {len(present)}"
        return f"all {count}" if count else "none"


ALL = Choice()


def only(ids: Iterable[PickedId], among: Iterable[PickedId]) -> Choice:
    """Choose only some.

    Returns:
        The choice; ALL when that is everybody.
    """
    chosen, present = frozenset(ids), frozenset(among)
    if present and present <= chosen:
        return ALL
    return Choice(Rule.ONLY, chosen, present - chosen)


def none(among: Iterable[PickedId]) -> Choice:
    """Choose nobody."""
    return only((), among)


def new_in_words(count: int, *, people: bool) -> str:
    """Announce those who are new and not shown.

    Args:
        people: Whether these are people, else projects.

    Returns:
        Such as ``2 new people are not shown``.
    """
    if count == 1:
        return f"1 new {'person' if people else 'project'} is not shown"
    return f"{count} new {'people' if people else 'projects'} are not shown"


def _all_except(ids: frozenset[PickedId], among: Iterable[PickedId]) -> Choice:
    present = frozenset(among)
    if present and present <= ids:
        return none(present)
    return Choice(Rule.EXCEPT, ids) if ids else ALL
