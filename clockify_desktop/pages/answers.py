"""What is known of all that pages need."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.needs import Need

T = TypeVar("T")


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
        return Answers(_of(asked, self.values), _of(asked, self.refusals))

    def told(self, needs: Sequence[Need]) -> tuple[object, ...]:
        """Give what was told of some needs, to be held against what was told before."""
        return (*map(self.values.get, needs), _of(needs, self.refusals))


def _of(needs: Iterable[Need], known: Mapping[Need, T]) -> dict[Need, T]:
    # Most often nothing is refused.
    every = needs if known else ()
    return {need: told for need in every if (told := known.get(need)) is not None}
