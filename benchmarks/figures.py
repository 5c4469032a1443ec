"""One line a figure: what was measured, the ratio, and what was to be reached."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """A ratio within one run, so that a noisy machine slows both sides.

    Args:
        name: What stands against what.
        ratio: The median of at least seven runs.
        target: The ratio to reach, at most; ``None`` where it is only told.
    """

    name: str
    ratio: float
    target: float | None

    @property
    def reached(self) -> bool:
        """Whether the target is met."""
        return self.target is None or self.ratio <= self.target


def show(figures: list[Figure]) -> int:
    """Print figures, a line each.

    Args:
        figures: What was measured.

    Returns:
        0 when all targets are reached, else 1: an exit code.
    """
    for figure in figures:
        verdict = "reached" if figure.reached else "MISSED"
        aim = ""
        if figure.target is not None:
            aim = f" (at most {figure.target:.2f} x) {verdict}"
        print(f"{figure.name}: {figure.ratio:.3f} x{aim}", flush=True)
    return 0 if all(figure.reached for figure in figures) else 1
