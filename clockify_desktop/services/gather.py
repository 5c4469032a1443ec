"""Asking several things at once, with one error as plain as asking one thing."""

import asyncio
from collections.abc import Coroutine, Iterable
from typing import Any, TypeVar

from clockify_desktop.domain.errors import AppError

T = TypeVar("T")


async def gather(questions: Iterable[Coroutine[Any, Any, T]]) -> list[T]:
    """Ask several things at once.

    Raises:
        AppError: The first that any of them raised; the others are cancelled.
    """
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(question) for question in questions]
    except BaseExceptionGroup as several:
        # A bug among the refusals must not be lost behind them.
        refusals, bugs = several.split(AppError)
        if refusals is None or bugs is not None:
            raise
        refusal = _first(refusals)
    else:
        return [task.result() for task in tasks]
    # Outside of the handler: the group and the error would hold each other, and with
    # them whatever the questions were at.
    raise refusal


def _first(error: BaseException) -> BaseException:
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error
