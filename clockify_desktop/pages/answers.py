"""What is known of all that pages need."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.needs import Need


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers that are here, and why others are not.

    Args:
        values: By need; each is of the type that its need says.
        refusals: Why a need could not be had; there may be an earlier value all the
            same.
    """

    values: Mapping[Need, Any] = field(default_factory=dict)
    refusals: Mapping[Need, AppError] = field(default_factory=dict)

    def get(self, need: Need) -> Any:  # noqa: ANN401 - of the type that the need says
        """Give the answer to a need; ``None`` where it is not here (yet)."""
        return self.values.get(need)

    def refusal(self, need: Need) -> AppError | None:
        """Tell why a need could not be had; ``None`` while it may still come."""
        return self.refusals.get(need)

    def only(self, needs: Iterable[Need]) -> "Answers":
        """Narrow to what was told of some needs."""
        asked = tuple(needs)
        return Answers(
            {need: self.values[need] for need in asked if need in self.values},
            {need: self.refusals[need] for need in asked if need in self.refusals},
        )
