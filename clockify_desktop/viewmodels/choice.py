"""What is chosen in a picker of many, also as the settings hold it.

People come and go, so a choice is kept as a rule rather than as a list of everybody:
all, everyone except some, or only some. Ids that are not there at the moment stay in
it, because an archived project or a person on leave may come back.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from clockify_desktop.translation import tr, tr_context, tr_plural

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

    Its methods take everybody there is: as ``among``, or as ``ids`` where that is all
    they take. Under ONLY ``left_out`` are those who were there and not chosen; who is
    in neither is new since.
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
        return self.selected(ids) is not None

    def selected(self, ids: Iterable[Id]) -> frozenset[Id] | None:
        """Pick from those who are there; ``None`` when nothing is narrowed."""
        present = frozenset(ids)
        chosen = self.chosen(present)
        return chosen if len(chosen) < len(present) else None

    def with_ids(self, ids: Iterable[PickedId], among: Iterable[PickedId]) -> "Choice":
        """Choose some more; ALL when nobody is left out any more."""
        if self.rule is Rule.ONLY:
            return only(self.ids | frozenset(ids), among)
        return _all_except(self.ids - frozenset(ids), among)

    def without_ids(
        self, ids: Iterable[PickedId], among: Iterable[PickedId]
    ) -> "Choice":
        """Choose some no longer; "only nobody" when everybody is left out."""
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

        That is nobody under ALL and EXCEPT, where they are shown anyway.
        """
        if self.rule is not Rule.ONLY:
            return frozenset()
        return frozenset(ids) - self.ids - self.left_out

    def with_new(self, among: Iterable[PickedId]) -> "Choice":
        """Choose those who are new, too."""
        present = frozenset(among)
        return self.with_ids(self.new(present), present)

    def without_new(self, among: Iterable[PickedId]) -> "Choice":
        """Leave those who are new out, and announce them no more."""
        return only(self.ids, among) if self.rule is Rule.ONLY else self

    def text(self, ids: Iterable[PickedId]) -> str:
        """Say how many are chosen: ``all 16``, ``12 of 40``, ``1 of 1`` or ``none``."""
        present = frozenset(ids)
        count = len(self.chosen(present))
        if count < len(present) or count == 1:
            return tr("{count} of {all}", count=count, all=len(present))
        if not count:
            return tr_context("picker", "none")
        return tr_context("picker", "all {count}", count=count)


ALL = Choice()


def only(ids: Iterable[PickedId], among: Iterable[PickedId]) -> Choice:
    """Choose only some; ALL when that is everybody."""
    chosen, present = frozenset(ids), frozenset(among)
    if present and present <= chosen:
        return ALL
    return Choice(Rule.ONLY, chosen, present - chosen)


def none(among: Iterable[PickedId]) -> Choice:
    """Choose nobody."""
    return only((), among)


def new_in_words(count: int, *, people: bool) -> str:
    """Say such as ``2 new people are not shown``; or projects."""
    if people:
        return tr_plural(
            "{count} new person is not shown",
            "{count} new people are not shown",
            count,
        )
    return tr_plural(
        "{count} new project is not shown",
        "{count} new projects are not shown",
        count,
    )


def to_dict(choice: Choice) -> dict[str, object]:
    """Give a choice as JSON can hold it, with its ids in order."""
    written: dict[str, object] = {"rule": choice.rule.value}
    if choice.rule is not Rule.ALL:
        written["ids"] = _in_order(choice.ids)
    if choice.rule is Rule.ONLY:
        written["left_out"] = _in_order(choice.left_out)
    return written


def from_dict(written: Mapping[str, object]) -> Choice:
    """Read what ``to_dict`` gave, from a file that anything may have happened to.

    ALL where it cannot be read, so that nobody is missing unseen.
    """
    ids = _ids(written.get("ids"))
    left_out = _ids(written.get("left_out"))
    if written.get("rule") == Rule.EXCEPT and ids:
        return Choice(Rule.EXCEPT, ids)
    if written.get("rule") == Rule.ONLY and ids is not None and left_out is not None:
        return Choice(Rule.ONLY, ids, left_out - ids)
    return ALL


def _all_except(ids: frozenset[PickedId], among: Iterable[PickedId]) -> Choice:
    present = frozenset(among)
    if present and present <= ids:
        return none(present)
    return Choice(Rule.EXCEPT, ids) if ids else ALL


def _in_order(ids: frozenset[PickedId]) -> list[PickedId]:
    return sorted(ids, key=lambda one: (one is not None, one or ""))


def _ids(written: object) -> frozenset[PickedId] | None:
    if not isinstance(written, list):
        return None
    if not all(one is None or isinstance(one, str) for one in written):
        return None
    return frozenset(written)
