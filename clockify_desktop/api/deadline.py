"""Waiting for something that takes several requests, but not for ever."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from clockify_desktop.domain.errors import AppError

_T = TypeVar("_T")


async def in_time(
    work: Awaitable[_T], deadline_s: float, late: Callable[[float], AppError]
) -> _T:
    """Wait for something until its time is over.

    Args:
        work: What to wait for; cancelled when its time is over, whatever the server
            is still sending.
        deadline_s: Seconds.
        late: Makes the error of a time that is over, of ``deadline_s``.

    Returns:
        What came of it.

    Raises:
        AppError: Its time is over.
    """
    try:
        async with asyncio.timeout(deadline_s) as timer:
            return await work
    except TimeoutError:
        if not timer.expired():
            raise
    # Outside of the handler: what was cancelled is not to be reached from the error,
    # its frames hold the key.
    raise late(deadline_s)
