"""Cancels a request in the one way that httpcore shields its tidying up from."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import TypeVar

T = TypeVar("T")


async def cancelled_by_scope(request: Coroutine[object, object, T]) -> T:
    """Await a request; whoever is cancelled here cancels it through a scope of anyio's.

    httpcore closes connections behind shields of anyio's, which asyncio's own
    cancelling goes through: connections would be left open that nobody knows of.
    """
    # No part of the first frame.
    from anyio import CancelScope  # noqa: PLC0415

    scope = CancelScope()

    async def scoped() -> T:
        with scope:
            return await request
        raise asyncio.CancelledError

    task = asyncio.ensure_future(scoped())
    try:
        await asyncio.wait([task])
    except asyncio.CancelledError:
        scope.cancel()
        while not task.done():
            with suppress(asyncio.CancelledError):
                await asyncio.wait([task])
        # Nobody asks any more for what it ended with.
        await asyncio.gather(task, return_exceptions=True)
        raise
    return task.result()
