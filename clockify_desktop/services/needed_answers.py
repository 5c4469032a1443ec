"""Waits for all that something is made of, and for what it uses where it can."""

from collections.abc import Awaitable, Callable, Coroutine, Iterable
from functools import partial
from typing import Any

from clockify_desktop.domain.errors import AppError
from clockify_desktop.domain.needs import Need
from clockify_desktop.pages.answers import Answers
from clockify_desktop.services.gather import gather

Ask = Callable[[Need], Coroutine[Any, Any, Any]]


async def answers_to(
    needs: Iterable[Need], optional: Iterable[Need], ask: Ask
) -> Answers:
    """Ask for what is needed, then for what is used besides.

    That may be refused; the answers say so.

    Raises:
        AppError: Something that is needed could not be had.
    """
    asked = tuple(dict.fromkeys(needs))
    values = await values_of(asked, ask)
    more = [one for one in dict.fromkeys(optional) if one not in values]
    told = await values_of(more, partial(_or_refusal, ask))
    refusals: dict[Need, AppError] = {}
    for need, answer in told.items():
        if isinstance(answer, AppError):
            refusals[need] = answer
        else:
            values[need] = answer
    return Answers(values, refusals)


async def values_of(needs: Iterable[Need], ask: Ask) -> dict[Need, Any]:
    """Ask for several needs at once.

    Raises:
        AppError: One could not be had.
    """
    asked = list(needs)
    return dict(zip(asked, await gather(map(ask, asked)), strict=True))


async def _or_refusal(ask: Callable[[Need], Awaitable[Any]], need: Need) -> Any:  # noqa: ANN401 - of the type that the need says, or an error
    try:
        return await ask(need)
    except AppError as error:
        return error
