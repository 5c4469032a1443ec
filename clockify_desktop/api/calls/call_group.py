"""What all calls share: fetching one value, or all rows of a list in pages."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from functools import partial
from operator import attrgetter
from typing import Protocol, TypeVar

from clockify_desktop.api.deadline import in_time
from clockify_desktop.api.decoding import LARGE_BYTES, decoded, decoded_rows
from clockify_desktop.api.endpoints import Endpoint
from clockify_desktop.api.errors import RequestInfo
from clockify_desktop.api.lone_halves import mend_lone_halves
from clockify_desktop.api.network_errors import DeadlineError
from clockify_desktop.api.paging import Listed, Page, walk
from clockify_desktop.api.requester import ApiRequest, ApiResponse, Requester


class _WithId(Protocol):
    @property
    def id(self) -> str: ...


_T = TypeVar("_T")
_R = TypeVar("_R", bound=_WithId)

row_id = attrgetter("id")

# Clockify takes up to 5000 on most lists; a thousand rows stay far below the cap.
PAGE_SIZE = 1000
# Where Clockify documents a lower limit.
SMALL_PAGE_SIZE = 200
# All pages together, and all walks of them.
WALK_DEADLINE_S = 120.0

Param = str | bool | Iterable[str] | None


class CallGroup:
    """A part of the client."""

    def __init__(self, requester: Requester, *, walk_deadline_s: float) -> None:
        self._requester = requester
        self._walk_deadline_s = walk_deadline_s

    async def _one(self, request: ApiRequest, kind: type[_T]) -> _T:
        response = await self._requester.send(request)
        return await read(response, lambda body, info: decoded(body, kind, info))

    async def _page(self, request: ApiRequest, row_as: type[_T]) -> Page[_T]:
        response = await self._requester.send(request)
        rows, unreadable = await read(
            response, lambda body, info: decoded_rows(body, row_as, info)
        )
        return Page(rows, response.last_page, unreadable)

    async def _all(
        self,
        endpoint: Endpoint,
        ids: Mapping[str, str],
        row_as: type[_R],
        *,
        params: tuple[tuple[str, str], ...] = (),
        page_size: int = PAGE_SIZE,
    ) -> Listed[_R]:
        """Fetch all pages of a list; the core host does not tell how many there are."""

        async def fetch(number: int) -> Page[_R]:
            paging = (("page", str(number)), ("page-size", str(page_size)))
            request = ApiRequest(endpoint, ids, (*params, *paging))
            return await self._page(request, row_as)

        return await self._walked(walk(fetch, page_size, row_id), endpoint)

    async def _walked(self, pages: Awaitable[_T], endpoint: Endpoint) -> _T:
        late = partial(DeadlineError, self._requester.request_info(endpoint))
        return await in_time(pages, self._walk_deadline_s, late)


async def read(
    response: ApiResponse, decode: Callable[[bytearray, RequestInfo], _T]
) -> _T:
    """Decode the body of a response, a large one off the loop."""

    def mended() -> _T:
        mend_lone_halves(response.body)
        return decode(response.body, response.request_info)

    if len(response.body) < LARGE_BYTES:
        return mended()
    return await asyncio.to_thread(mended)


def query(**params: Param) -> tuple[tuple[str, str], ...]:
    """Write a query by Clockify's names, with ``_`` for ``-``.

    ``None`` is left out, booleans are ``true`` or ``false``, several values repeat the
    name.
    """
    pairs: list[tuple[str, str]] = []
    for name, value in params.items():
        sent_name = name.replace("_", "-")
        if isinstance(value, bool):
            pairs.append((sent_name, "true" if value else "false"))
        elif isinstance(value, str):
            pairs.append((sent_name, value))
        elif value is not None:
            pairs.extend((sent_name, each) for each in value)
    return tuple(pairs)
