"""What the page "Who logged" says in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from clockify_desktop.domain.day_states import DayGrid
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.period import Period
from clockify_desktop.domain.period_words import some_days_in_words
from clockify_desktop.domain.sentence import people_in_words
from clockify_desktop.domain.showable import named
from clockify_desktop.translation import tr, tr_context, tr_plural

_OVER: Final = tr("A day counts once it is over in that person's own time zone.")
_LOADING: Final = tr("Leave, holidays and workdays are loading.")
_ASSUMED: Final = tr("Monday to Friday are assumed.")
_ALL_PROJECTS: Final = tr("All projects count.")
_FOLDED: Final = tr("Teams where nothing is missing are folded.")
_BADGE: Final = {
    True: tr("A dashed number in a team's row: so many people have no time that day."),
    False: tr("A dashed number: so many days are missing."),
}
_KEYS: Final = tr("\N{LEFTWARDS ARROW} and \N{RIGHTWARDS ARROW} fold and open.")
_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the sentence has to say besides.

    Args:
        is_loading: Who is away, or works when, may still come.
        is_assumed: Nobody told which days people work on.
        all_projects: Some projects are chosen, and all are counted.
    """

    is_loading: bool = False
    is_assumed: bool = False
    all_projects: bool = False


def sentence(
    names: Sequence[str],
    missing: NDArray[np.int64],
    is_idle: NDArray[np.bool_],
    known: Circumstances,
) -> str:
    """Say how many workdays are without time, and whose.

    Args:
        missing: int64, days a person.
        is_idle: A truth a person: whether there is no time at all.
    """
    parts = [_missing_in_words(names, missing, is_idle), _OVER]
    parts += [_LOADING] if known.is_loading else []
    parts += [_ASSUMED] if known.is_assumed else []
    parts += [_ALL_PROJECTS] if known.all_projects else []
    return " ".join(parts)


def attention(people: int) -> str:
    """Say how many people have missing days, nothing where none has."""
    return (
        tr("{people} with missing days", people=Level.USER.counted(people))
        if people
        else ""
    )


def days_missing(grid: DayGrid, person: int, missing: NDArray[np.bool_]) -> str:
    """Name a person's missing days, ``all`` where there is no time besides."""
    days = [grid.days[at] for at in np.flatnonzero(missing[person]).tolist()]
    if len(days) > 1 and not grid.seconds[person].any():
        return tr_context("days", "all")
    return some_days_in_words(days, Period(grid.days[0], grid.days[-1]))


def note(
    *, by_team: bool, by_days: bool, in_several: int, only_missing_of: int, people: int
) -> str:
    """Say what has to be known to read the picture.

    Args:
        in_several: How many people stand in several teams.
        only_missing_of: How many people have rows, where only those with missing days
            have; else as many as there are.
    """
    parts = [_FOLDED] if by_team else []
    if by_team or not by_days:
        parts.append(_BADGE[by_team and by_days])
    if in_several:
        parts.append(
            tr_plural(
                "{count} person stands in several teams, counted once.",
                "{count} people stand in several teams, counted once.",
                in_several,
            )
        )
    if only_missing_of < people:
        everybody = Level.USER.counted(people)
        parts.append(
            tr("The totals are of all {people}.", people=everybody)
            if only_missing_of
            else tr(
                "Nobody has missing days; the totals are of all {people}.",
                people=everybody,
            )
        )
    return " ".join(parts)


def with_keys(words: str) -> str:
    """Say how a team is folded, where there are keys."""
    return f"{words} {_KEYS}"


def _missing_in_words(
    names: Sequence[str], missing: NDArray[np.int64], is_idle: NDArray[np.bool_]
) -> str:
    days = int(missing.sum())
    who = np.flatnonzero(missing).tolist()
    if not days:
        return tr("No workday is without time.")
    # Translators: it is said for whom in the sentence around it.
    workdays = tr_plural(
        "{count} workday without time", "{count} workdays without time", days
    )
    idle = [names[at] for at in who if is_idle[at]]
    if len(who) == 1:
        person = named(names[who[0]])
        if idle:
            return tr(
                "{workdays} for {person}, who logged nothing.",
                workdays=workdays,
                person=person,
            )
        return tr("{workdays} for {person}.", workdays=workdays, person=person)
    people = Level.USER.counted(len(who))
    said = tr("{workdays} for {people}", workdays=workdays, people=people)
    if not idle:
        return f"{said}."
    if len(who) <= _NAMED:
        nothing = tr_plural(
            "{people} logged nothing.",
            "{people} logged nothing.",
            len(idle),
            people=people_in_words(idle),
        )
    else:
        nothing = tr_plural(
            "one of them logged nothing.", "{count} of them logged nothing.", len(idle)
        )
    return f"{said}; {nothing}"
