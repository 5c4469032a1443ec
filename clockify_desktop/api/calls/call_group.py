"""How a call asks: for one value, or for all rows of a list."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Iterable, Mapping
from functools import partial
from typing import TypeVar

from clockify_desktop.api.deadline import in_time
from clockify_desktop.api.decoding import LARGE_BYTES, decoded, decoded_rows
from clockify_desktop.api.endpoints import Endpoint
from clockify_desktop.api.errors import DeadlineError, RequestInfo
from clockify_desktop.api.paging import Listed, Page, walk
from clockify_desktop.api.requester import ApiRequest, ApiResponse, Requester

_T = TypeVar("_T")

# Clockify takes up to 5000 on most lists; a thousand rows stay far below the cap.
PAGE_SIZE = 1000
# Where Clockify documents a lower limit.
SMALL_PAGE_SIZE = 200

# All pages together, and all walks of them.
WALK_DEADLINE_S = 120.0

Param = str | bool | Iterable[str] | None


class CallGroup:
    """A part of the client.

    Args:
        requester: Asks one question at a time.
        walk_deadline_s: The longest that all pages of a list may take together.
    """

    def __init__(
        self, requester: Requester, *, walk_deadline_s: float = WALK_DEADLINE_S
    ) -> None:
        self._requester = requester
        self._walk_deadline_s = walk_deadline_s

    async def _one(self, question: ApiRequest, kind: type[_T]) -> _T:
        answer = await self._requester.send(question)
        return await read(answer, lambda body, info: decoded(body, kind, info))

    async def _all(
        self,
        endpoint: Endpoint,
        ids: Mapping[str, str],
        row_as: type[_T],
        key: Callable[[_T], Hashable],
        *,
        params: tuple[tuple[str, str], ...] = (),
        page_size: int = PAGE_SIZE,
    ) -> Listed[_T]:
        """Walk a list to its end; how long it is nobody tells on the core host."""

        async def fetch(number: int) -> Page[_T]:
            paging = (("page", str(number)), ("page-size", str(page_size)))
            answer = await self._requester.send(
                ApiRequest(endpoint, ids, (*params, *paging))
            )
            rows, unreadable = await read(
                answer, lambda body, info: decoded_rows(body, row_as, info)
            )
            return Page(rows, answer.last_page, unreadable)

        return await self._walked(walk(fetch, page_size, key), endpoint)

    async def _walked(self, pages: Awaitable[_T], endpoint: Endpoint) -> _T:
        late = partial(DeadlineError, self._requester.request_info(endpoint))
        return await in_time(pages, self._walk_deadline_s, late)


async def read(
    answer: ApiResponse, decode: Callable[[bytearray, RequestInfo], _T]
) -> _T:
    """Decode an answer, a large one off the loop.

    Args:
        answer: What came.
        decode: Takes the body and what was asked.

    Returns:
        What the decoder gives.

    Raises:
        ClockifyError: As the decoder does.
    """
    if len(answer.body) < LARGE_BYTES:
        return decode(answer.body, answer.request_info)
    return await asyncio.to_thread(decode, answer.body, answer.request_info)


def query(**params: Param) -> tuple[tuple[str, str], ...]:
    """Write the query of a list.

    Args:
        params: By Clockify's name with ``_`` for ``-``. ``None`` is left out, truths
            are ``true`` or ``false``, several values repeat the name.

    Returns:
        Names and values in order.
    """
    pairs: list[tuple[str, str]] = []
    for name, value in params.items():
        named = name.replace("_", "-")
        if isinstance(value, bool):
            pairs.append((named, "true" if value else "false"))
        elif isinstance(value, str):
            pairs.append((named, value))
        elif value is not None:
            pairs.extend((named, each) for each in value)
    return tuple(pairs)
