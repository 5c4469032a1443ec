"""Opens the sample organisation, within this process, for window and command line."""

from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.hosts import own_pair
from clockify_desktop.api.opening import open_clockify

# Never connected to: the sample organisation answers within this process.
_CORE = "http://127.0.0.1/api/v1"
_REPORTS = "http://127.0.0.1/report/v1"
# The limit protects Clockify; here is nothing to protect.
_RATE_A_SECOND = 1000.0


def open_sample() -> AbstractAsyncContextManager[Clockify]:
    """Make a client of the sample organisation as it is at this moment.

    Returns:
        A client to open.
    """
    # It brings starlette, which a real report need not wait for.
    from clockify_desktop.sample.demo import demo_app  # noqa: PLC0415

    app, key = demo_app(datetime.now(UTC))
    hosts = own_pair(_CORE, _REPORTS)
    return open_clockify(hosts, ApiKey(key), asgi_app=app, rate_a_second=_RATE_A_SECOND)
