"""Opens the Clockify that the arguments and the environment mean."""

import argparse
import os
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.credentials import ApiKey
from clockify_desktop.api.hosts import own_pair
from clockify_desktop.api.opening import open_clockify
from clockify_desktop.services.account_connection import connect_account
from clockify_desktop.services.connection import Connection, from_environment

# Never connected to: the demo answers within this process.
_DEMO_CORE = "http://127.0.0.1/api/v1"
_DEMO_REPORTS = "http://127.0.0.1/report/v1"
# The limit protects Clockify; the demo has nothing to protect.
_DEMO_RATE_A_SECOND = 1000.0


def checked_environment(arguments: argparse.Namespace) -> Connection | None:
    """Take the connection from the environment, unless the demo is meant.

    Args:
        arguments: ``demo`` wins over everything.

    Returns:
        The connection, or ``None`` where an account or the demo is meant.

    Raises:
        UsageError: The variables contradict each other.
    """
    return None if arguments.demo else from_environment(os.environ)


async def opened(
    arguments: argparse.Namespace, connection: Connection | None
) -> AbstractAsyncContextManager[Clockify]:
    """Make the client.

    Args:
        arguments: ``demo`` and ``account``.
        connection: What ``checked_environment`` found.

    Returns:
        A client to open.

    Raises:
        AppError: There is no such account, or its key is not to be had.
    """
    if arguments.demo:
        # The sample organisation brings starlette, which a real report need not
        # wait for.
        from clockify_desktop.sample.demo import demo_app  # noqa: PLC0415

        app, key = demo_app(datetime.now(UTC))
        hosts = own_pair(_DEMO_CORE, _DEMO_REPORTS)
        return open_clockify(
            hosts, ApiKey(key), asgi_app=app, rate_a_second=_DEMO_RATE_A_SECOND
        )
    connection = connection or await connect_account(arguments.account)
    return open_clockify(connection.hosts, connection.credential)
