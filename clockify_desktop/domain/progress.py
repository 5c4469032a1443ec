"""How far an answer of several parts is."""

from typing import NamedTuple

from clockify_desktop.translation import tr_plural


class Progress(NamedTuple):
    """How many parts have come, and of how many."""

    done: int
    total: int

    @property
    def share(self) -> float | None:
        """How much has come, 0 to 1; ``None`` where there is one part."""
        return self.done / self.total if self.total > 1 else None

    @property
    def words(self) -> str:
        """Say it, such as ``7 of 61 parts``; empty where there is one part."""
        if self.total <= 1:
            return ""
        return tr_plural(
            "{done} of {count} part",
            "{done} of {count} parts",
            self.total,
            done=self.done,
        )
