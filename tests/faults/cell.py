"""One cell of the table, and what is wrong with it."""

import time
from dataclasses import dataclass, field

from tests.faults.fault import Fault
from tests.faults.good_answers import Place
from tests.faults.misbehaving_server import MisbehavingServer

MOST_ATTEMPTS = 3


@dataclass
class Cell:
    """What came of one fault at one endpoint."""

    fault: Fault
    place: Place
    came: object = None
    took_s: float = 0.0
    """From the beginning of the fault to its outcome."""
    problems: list[str] = field(default_factory=list)

    def check(self, truth: object, problem: str) -> None:
        """Note a problem unless something is true."""
        if not truth:
            self.problems.append(problem)

    def ended(self, came: object, server: MisbehavingServer) -> None:
        """Look at what came, and at how often it was asked."""
        self.came = came
        self.took_s = time.monotonic() - server.wrong_since_s
        self.check(came in self.fault.outcomes(self.place), "that is not right")
        most = (MOST_ATTEMPTS if self.fault.repeatable else 1) * self.fault.walks
        asked = max(server.asked.values(), default=0)
        self.check(asked <= most, f"asked {asked} times")

    def __str__(self) -> str:
        came = getattr(self.came, "__name__", self.came)
        what = f"{self.fault.name} at {self.place.name}: {came} in {self.took_s:.2f} s"
        return "; ".join([what, *self.problems])
