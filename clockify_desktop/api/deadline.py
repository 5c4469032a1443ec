"""A deadline for work that takes several requests."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from clockify_desktop.domain.errors import AppError

_T = TypeVar("_T")


async def in_time(
    work: Awaitable[_T], deadline_s: float, late: Callable[[float], AppError]
) -> _T:
    """Await work and cancel it at its deadline; raise what ``late`` makes of that."""
    try:
        async with asyncio.timeout(deadline_s) as timer:
            return await work
    except TimeoutError:
        if not timer.expired():
            raise
    # Outside of the handler: what was cancelled is not to be reached from the error,
    # its frames hold the key.
    raise late(deadline_s)
