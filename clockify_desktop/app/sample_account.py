"""Opens the sample organisation, within this process, for window and command line."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.hosts import own_pair

if TYPE_CHECKING:
    from starlette.applications import Starlette

# Never connected to: the sample organisation answers within this process.
_CORE = "http://127.0.0.1/api/v1"
_REPORTS = "http://127.0.0.1/report/v1"
# The limit protects Clockify; here is nothing to protect.
_RATE_A_SECOND = 1000.0


@asynccontextmanager
async def open_sample() -> AsyncIterator[Clockify]:
    """Open a client of the sample organisation as it is at this moment."""
    # Off the loop: the window is to answer while it comes into being.
    app, key = await asyncio.to_thread(_made)
    hosts = own_pair(_CORE, _REPORTS)
    async with open_clockify(
        hosts, ApiKey(key), asgi_app=app, rate_a_second=_RATE_A_SECOND
    ) as clockify:
        yield clockify


def _made() -> "tuple[Starlette, str]":
    # It brings starlette, which a real report need not wait for.
    from clockify_desktop.sample.demo import demo_app  # noqa: PLC0415

    return demo_app(datetime.now(UTC))
