"""What has to be said of rows and entries that could not be used as they were sent."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from clockify_desktop.domain.completeness import Listing, Loss, Losses
from clockify_desktop.domain.durations import LONGEST_S, SECONDS_AN_HOUR
from clockify_desktop.domain.normal_form import sorting_key
from clockify_desktop.domain.showable import named
from clockify_desktop.translation import tr, tr_plural

_MOST_NAMES: Final = 3


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to say.

    Args:
        text: A sentence without its full stop.
        passing: Asking once more may mend it.
    """

    text: str
    passing: bool = False


_Counted = Callable[[int], str]
# In the order in which they are said.
_LOST: Final[dict[Loss, _Counted]] = {
    Loss.UNREADABLE: lambda count: tr_plural(
        "{count} entry could not be read", "{count} entries could not be read", count
    ),
    Loss.RUNNING: lambda count: tr_plural(
        "{count} entry is still running", "{count} entries are still running", count
    ),
    Loss.TOO_LONG: lambda count: tr_plural(
        "{count} entry is longer than {hours} hours and left out",
        "{count} entries are longer than {hours} hours and left out",
        count,
        hours=LONGEST_S // SECONDS_AN_HOUR,
    ),
    Loss.AMOUNT: lambda count: tr_plural(
        "The amount of {count} entry could not be read",
        "The amount of {count} entries could not be read",
        count,
    ),
    Loss.BILLABLE: lambda count: tr_plural(
        "The billable part of {count} entry could not be read and counts as not"
        " billable",
        "The billable part of {count} entries could not be read and counts as not"
        " billable",
        count,
    ),
}
_UNREADABLE: Final[dict[Listing, _Counted]] = {
    Listing.PEOPLE: lambda count: tr_plural(
        "{count} person could not be read", "{count} people could not be read", count
    ),
    Listing.PROJECTS: lambda count: tr_plural(
        "{count} project could not be read",
        "{count} projects could not be read",
        count,
    ),
    Listing.CLIENTS: lambda count: tr_plural(
        "{count} client could not be read", "{count} clients could not be read", count
    ),
    Listing.TEAMS: lambda count: tr_plural(
        "{count} team could not be read", "{count} teams could not be read", count
    ),
    Listing.WORKSPACES: lambda count: tr_plural(
        "{count} workspace could not be read",
        "{count} workspaces could not be read",
        count,
    ),
}


def loss_notes(losses: Losses) -> Iterable[Note]:
    """Say what was lost of how many entries, and whose they are."""
    for loss, counted in _LOST.items():
        names = {name: count for (lost, name), count in losses.items() if lost is loss}
        count = sum(names.values())
        if count:
            yield Note(f"{counted(count)}{_whose(names)}")


def unreadable_in_words(count: int, listing: Listing) -> str:
    """Say that rows of a list were lost, such as ``2 people could not be read``."""
    return _UNREADABLE[listing](count)


def _whose(names: Iterable[str]) -> str:
    """Name the people in brackets; nobody where somebody is unknown."""
    people = sorted(names, key=sorting_key)
    if not all(people):
        return ""
    shown: list[str] = [named(name) for name in people[:_MOST_NAMES]]
    rest = len(people) - _MOST_NAMES
    if rest > 0:
        shown.append(tr("{count} more", count=rest))
    return f" ({', '.join(shown)})"
