"""How much of a workspace a report holds: what was not read, what may not be seen."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Listing(StrEnum):
    """The lists that a report is made with, by what people call them."""

    PEOPLE = "people"
    PROJECTS = "projects"
    CLIENTS = "clients"
    TEAMS = "teams"
    WORKSPACES = "workspaces"


@dataclass(frozen=True, slots=True)
class IncompleteList:
    """A list that is not known to be whole.

    Args:
        unreadable: How many of its rows could not be read.
        changed: It changed as often as it was read, so that rows may be missing.
        refused: This key may not see it at all.
    """

    listing: Listing
    unreadable: int = 0
    changed: bool = False
    refused: bool = False


class Loss(StrEnum):
    """What is lost of an entry that cannot be used as it was sent."""

    RUNNING = "running"
    """All of it: it has no duration yet."""
    TOO_LONG = "too long"
    """All of it: nobody can have worked for so long."""
    UNREADABLE = "unreadable"
    """All of it."""
    AMOUNT = "amount"
    BILLABLE = "billable"
    """Its billable part, which counts as not billable."""


Losses = Mapping[tuple[Loss, str], int]
"""How many entries lost what, by the name of whose they are; ``""`` if unknown."""


def unreadable_entries(losses: Losses) -> int:
    """Count the entries whose time is missing though it was logged."""
    lost = (Loss.TOO_LONG, Loss.UNREADABLE)
    return sum(count for (loss, _), count in losses.items() if loss in lost)


class Visibility(StrEnum):
    """Whose time the key's owner may see in a workspace."""

    EVERYBODY = "everybody"
    TEAMS = "teams"
    """That of the teams and projects that they manage, and their own."""
    OWN = "own"
    UNKNOWN = "unknown"
    """The workspace hides time from some, and Clockify did not tell the role."""
