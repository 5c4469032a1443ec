"""How much of a workspace a report holds: what was not read, what may not be seen."""

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


class Visibility(StrEnum):
    """Whose time the key's owner may see in a workspace."""

    EVERYBODY = "everybody"
    TEAMS = "teams"
    """That of the teams and projects that they manage, and their own."""
    OWN = "own"
    UNKNOWN = "unknown"
    """The workspace hides time from some, and Clockify did not tell the role."""
