"""People without their names, and entries without their descriptions.

Whatever pages read passes here first, so that windows, pictures and files cannot tell
what is hidden. Ids stay inside, where choices and records need them; nothing writes
that of a person who is hidden.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakKeyDictionary, WeakSet

from clockify_desktop.domain.completeness import Losses
from clockify_desktop.domain.directory import Person
from clockify_desktop.domain.entry_report import EntryReport
from clockify_desktop.domain.report import Report
from clockify_desktop.translation import tr, tr_context

if TYPE_CHECKING:
    from clockify_desktop.domain.identity import UserId

HIDDEN_DESCRIPTION: Final = tr_context("description", "(hidden)")
"""Stands for each description that there is."""


class HiddenNames:
    """Calls people ``Person A`` and so on; each keeps a name once it is given."""

    def __init__(self) -> None:
        self._places: dict[UserId, int] = {}
        self._width = 0

    def learn(self, people: Iterable[Person]) -> None:
        """Name those who have no name yet, in the order of their ids."""
        new = {one.id for one in people} - self._places.keys()
        for one in sorted(new):
            self._places[one] = len(self._places)
        # As many letters for all, so that names stand in the order they were given.
        self._width = self._width or len(_letters(len(self._places) - 1, 1))

    def of(self, person: Person) -> Person:
        """Give somebody who is hidden, whoever learned of them."""
        if person.hidden:
            return person
        if person.id not in self._places:
            self.learn([person])
        return replace(person, name=self._name(person), email="", hidden=True)

    def _name(self, person: Person) -> str:
        return tr(
            "Person {letters}", letters=_letters(self._places[person.id], self._width)
        )


class Initials(HiddenNames):
    """Calls people by their initials, and counts those who have the same."""

    def __init__(self) -> None:
        super().__init__()
        self._initials: dict[UserId, str] = {}
        self._counts = Counter[str]()

    def learn(self, people: Iterable[Person]) -> None:
        """Name those who have no name yet, in the order of their ids."""
        known = {one.id: one for one in people}
        super().learn(known.values())
        for one in sorted(known.keys() - self._initials.keys()):
            letters = _initials(known[one].name)
            self._counts[letters] += 1
            number = self._counts[letters]
            self._initials[one] = letters if number == 1 else f"{letters} {number}"

    def _name(self, person: Person) -> str:
        return self._initials[person.id] or super()._name(person)


class Hiding:
    """Hides in answers what is to be hidden, once in each.

    Args:
        names: What people are called; ``None`` leaves their own names.
        descriptions: Whether entries keep their descriptions.
    """

    def __init__(self, names: HiddenNames | None, *, descriptions: bool = True) -> None:
        self._names, self._descriptions = names, descriptions
        self._known = WeakKeyDictionary[Any, Any]()
        self._made = WeakSet[Any]()

    def of(self, value: Any) -> Any:  # noqa: ANN401 - an answer of any type, and the same type
        """Give an answer as it may be shown, of the same type; itself if nothing hides.

        Other answers than reports and entries name nobody.
        """
        if not isinstance(value, Report | EntryReport) or value in self._made:
            return value
        if value not in self._known:
            hidden = (
                self._report(value)
                if isinstance(value, Report)
                else self._entries(value)
            )
            self._known[value] = hidden
            if hidden is not value:
                self._made.add(hidden)
        return self._known[value]

    def _report(self, report: Report) -> Report:
        if self._names is None:
            return report
        self._names.learn(report.directory.people)
        people = self._people(report.directory.people)
        return replace(
            report,
            directory=replace(report.directory, people=people),
            facts=replace(report.facts, people=self._people(report.facts.people)),
            losses=self._losses(report.losses, report.everybody),
        )

    def _entries(self, told: EntryReport) -> EntryReport:
        entries, losses = told.entries, told.losses
        if self._names is not None:
            losses = self._losses(losses, entries.people)
            entries = replace(entries, people=self._people(entries.people))
        if not self._descriptions:
            descriptions = tuple(
                HIDDEN_DESCRIPTION if one.strip() else one
                for one in entries.descriptions
            )
            entries = replace(entries, descriptions=descriptions, described=False)
        if entries is told.entries:
            return told
        return replace(told, entries=entries, losses=losses)

    def _people(self, people: Iterable[Person]) -> tuple[Person, ...]:
        names = self._names
        return tuple(people if names is None else map(names.of, people))

    def _losses(self, losses: Losses, people: Iterable[Person]) -> Losses:
        """Name whose entries lost something; who is not known has no name."""
        shown = self._people(known := tuple(people))
        names = {one.name: by.name for one, by in zip(known, shown, strict=True)}
        counts = Counter[Any]()
        for (loss, name), count in losses.items():
            counts[loss, names.get(name, "")] += count
        return counts


def _initials(name: str) -> str:
    """Take the first letters of the first and the last word; empty without letters."""
    words = [word for word in name.split() if word[0].isalpha()]
    return "".join(word[0].upper() for word in dict.fromkeys((*words[:1], *words[-1:])))


def _letters(place: int, width: int) -> str:
    """Count with letters: A is 0, of at least so many of them."""
    letters = ""
    while place > 0 or len(letters) < width:
        place, last = divmod(place, len(ascii_uppercase))
        letters = ascii_uppercase[last] + letters
    return letters
