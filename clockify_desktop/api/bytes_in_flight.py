"""One budget for the bytes of all answers that are here and not decoded yet.

A cap an answer is none for the program: sixteen are read at once. So a reader takes
room before it goes on, and waits where there is none. The one that began first may
always go on: what the others hold leaves room for an answer as large as the cap. An
answer that is read whole needs no more, and its room is free when it is decoded. So
one of them always comes to its end, and then the next.
"""

import asyncio
from typing import Final

# With what reading takes beside it, the program grows by less than 96 MiB.
MOST_BYTES: Final = 92 * 2**20
BODY_CAP_BYTES: Final = 64 * 2**20


class BytesInFlight:
    """Room for the answers that are under way.

    Args:
        most_bytes: Of all of them together, inflated.
        cap_bytes: The most that one of them holds.
    """

    def __init__(
        self, most_bytes: int = MOST_BYTES, cap_bytes: int = BODY_CAP_BYTES
    ) -> None:
        self._most_bytes = most_bytes
        self._beside_bytes = most_bytes - cap_bytes
        self.held_bytes = 0
        # Those that may need more, in the order in which they began.
        self._reading: dict[Hold, None] = {}

    def hold(self) -> "Hold":
        """Begin with an answer; whoever does gives back what it took."""
        return Hold(self)

    def take(self, hold: "Hold", size: int) -> bool:
        """Take so many more bytes, if there is room."""
        self._reading.setdefault(hold)
        if self.held_bytes + size > self._most_bytes:
            return False
        first, *others = self._reading
        beside = sum(other.held_bytes for other in others)
        if hold is not first and beside + size > self._beside_bytes:
            return False
        hold.held_bytes += size
        self.held_bytes += size
        return True

    def end_reading(self, hold: "Hold") -> None:
        """Let the next one go first: this one takes no more."""
        self._reading.pop(hold, None)
        for waiting in list(self._reading):
            waiting.go_on()

    def give_back(self, hold: "Hold") -> None:
        """Free all that an answer holds."""
        self.held_bytes -= hold.held_bytes
        hold.held_bytes = 0
        self.end_reading(hold)


class Hold:
    """What one answer holds of the room.

    Args:
        timer: Stands still while room is waited for: what takes so long then is not
            this answer. ``None`` where there is no deadline.
        waited_s: How long that was.
    """

    def __init__(self, in_flight: BytesInFlight) -> None:
        self._in_flight = in_flight
        self._room: asyncio.Future[None] | None = None
        self._wanted = 0
        self.held_bytes = 0
        self.timer: asyncio.Timeout | None = None
        self.waited_s = 0.0

    async def take(self, size: int) -> None:
        """Take so many more bytes; wait until there is room for them."""
        if self._in_flight.take(self, size):
            return
        loop = asyncio.get_running_loop()
        self._wanted, self._room = size, loop.create_future()
        start = loop.time()
        due = self.timer.when() if self.timer else None
        if self.timer:
            self.timer.reschedule(None)
        try:
            await self._room
        finally:
            self._room = None
            waited_s = loop.time() - start
            self.waited_s += waited_s
            if self.timer and due is not None:
                self.timer.reschedule(due + waited_s)

    def go_on(self) -> None:
        """Take what is waited for, if there is room now."""
        if self._room is None or self._room.done():
            return
        if self._in_flight.take(self, self._wanted):
            self._room.set_result(None)

    def end_reading(self) -> None:
        """Say that the answer is here whole."""
        self._in_flight.end_reading(self)

    def give_back(self) -> None:
        """Say that the answer is decoded, or dropped."""
        self._in_flight.give_back(self)


PROGRAM: Final = BytesInFlight()
"""The room of this program, whichever clients are open."""
