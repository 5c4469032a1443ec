"""The head of a row or column, as people read it."""

from dataclasses import dataclass
from enum import StrEnum


class LabelKind(StrEnum):
    """What a row or column stands for, where it is not one of the field's own."""

    ONE = "one"
    """One person, project, client, group or day."""
    WITHOUT = "without"
    """Time that has none: no project, no client, no group. Drawn hatched."""
    GATHERED = "gathered"
    """The smaller projects of one client, or people of one team; in pictures only."""
    OTHER = "other"
    """Everything beyond the largest few. Drawn hatched, never written to a file."""


@dataclass(frozen=True, slots=True)
class Label:
    """The head of one row or column.

    Args:
        key: The id that formed it, of what is gathered that of its client or team;
            ``""`` for "without" and "other".
        color: ``#RRGGBB`` as Clockify has it, ``None`` where there is none.
    """

    key: str
    name: str
    color: str | None = None
    kind: LabelKind = LabelKind.ONE

    @property
    def mark(self) -> str:
        """A text that no other label of its level has, the same in every report."""
        return f"{self.kind}:{self.key}"
