"""What all calls share: fetching one value, or all rows of a list in pages."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from http import HTTPStatus
from operator import attrgetter
from typing import Protocol, TypeVar

from clockify_desktop.api.deadline import in_time
from clockify_desktop.api.decoding import LARGE_BYTES, decoded, decoded_rows
from clockify_desktop.api.endpoints import Endpoint
from clockify_desktop.api.errors import (
    RefusedRequestError,
    RequestInfo,
    ResponseTooLargeError,
)
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
# Where a row holds many others.
HEAVY_PAGE_SIZE = 20
# Its own default on most lists, and the lowest of all its defaults.
_SMALLER_SIZES = (SMALL_PAGE_SIZE, 50, 10)
# What Clockify, or whatever stands before it, may answer to a page that is too large.
_SIZE_REFUSALS = frozenset(
    {
        HTTPStatus.BAD_REQUEST,
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        HTTPStatus.UNPROCESSABLE_ENTITY,
    }
)
# All pages together, and all walks of them.
WALK_DEADLINE_S = 120.0

Param = str | bool | Iterable[str] | None


class CallGroup:
    """A part of the client."""

    def __init__(self, requester: Requester, *, walk_deadline_s: float) -> None:
        self._requester = requester
        self._walk_deadline_s = walk_deadline_s
        # What was taken in place of a size, so that it is refused only once.
        self._page_sizes: dict[tuple[Endpoint, int], int] = {}

    async def _one(self, request: ApiRequest, kind: type[_T]) -> _T:
        response = await self._requester.send(request)
        return await read(response, lambda body, info: decoded(body, kind, info))

    async def _page(self, request: ApiRequest, row_as: type[_T]) -> Page[_T]:
        response = await self._requester.send(request)
        rows, unreadable = await read(
            response, lambda body, info: decoded_rows(body, row_as, info)
        )
        return Page(rows, response.last_page, unreadable)

    async def _unpaged(self, request: ApiRequest, row_as: type[_T]) -> Listed[_T]:
        """Fetch a list that is whole in one answer."""
        page = await self._page(request, row_as)
        return Listed(page.rows, unreadable=page.unreadable, changed=page.last is False)

    async def _all(
        self,
        endpoint: Endpoint,
        ids: Mapping[str, str],
        row_as: type[_R],
        *,
        params: tuple[tuple[str, str], ...] = (),
        page_size: int = PAGE_SIZE,
        enough: Callable[[Page[_R]], bool] | None = None,
    ) -> Listed[_R]:
        """Fetch all pages of a list; the core host does not tell how many there are.

        Args:
            enough: Tells of a page whether none behind it is of interest.
        """

        async def fetch(size: int, number: int) -> Page[_R]:
            paging = (("page", str(number)), ("page-size", str(size)))
            request = ApiRequest(endpoint, ids, (*params, *paging))
            page = await self._page(request, row_as)
            return replace(page, last=True) if enough and enough(page) else page

        async def walked(size: int) -> Listed[_R]:
            return await walk(partial(fetch, size), size, row_id)

        return await self._walked(walked, page_size, endpoint)

    async def _walked(
        self, walked: Callable[[int], Awaitable[_T]], page_size: int, endpoint: Endpoint
    ) -> _T:
        """Walk a list in pages as large as the server gives them."""
        late = partial(DeadlineError, self._requester.request_info(endpoint))
        walking = self._walked_by_size(walked, page_size, endpoint)
        return await in_time(walking, self._walk_deadline_s, late)

    async def _walked_by_size(
        self, walked: Callable[[int], Awaitable[_T]], page_size: int, endpoint: Endpoint
    ) -> _T:
        wanted = endpoint, page_size
        size = self._page_sizes.get(wanted, page_size)
        while True:
            smaller = [each for each in _SMALLER_SIZES if each < size]
            try:
                found = await walked(size)
            except (RefusedRequestError, ResponseTooLargeError) as error:
                if not smaller or not _may_be_the_size(error):
                    raise
                size = smaller[0]
            else:
                self._page_sizes[wanted] = size
                return found


def _may_be_the_size(error: RefusedRequestError | ResponseTooLargeError) -> bool:
    # A refusal's words are nowhere recorded, and its code means many things.
    if isinstance(error, ResponseTooLargeError):
        return True
    return error.request_info.status in _SIZE_REFUSALS


async def read(
    response: ApiResponse,
    decode: Callable[[bytearray, RequestInfo], _T],
    large_bytes: int = LARGE_BYTES,
) -> _T:
    """Decode the body of a response, a large one off the loop; let the body go."""
    body, info, let_go = response.body, response.request_info, response.hold.give_back

    def mended() -> _T:
        mend_lone_halves(body)
        return decode(body, info)

    if len(body) < large_bytes:
        try:
            return mended()
        finally:
            let_go()
    decoding = asyncio.get_running_loop().run_in_executor(None, mended)
    # A thread goes on, and has the body, when nobody waits for it any more.
    decoding.add_done_callback(lambda _: let_go())
    return await asyncio.shield(decoding)


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
