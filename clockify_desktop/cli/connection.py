"""Opens the Clockify that the arguments and the environment mean."""

import argparse
import os
from contextlib import AbstractAsyncContextManager

from clockify_desktop.api.client import Clockify
from clockify_desktop.api.client_factory import open_clockify
from clockify_desktop.app.sample_account import open_sample
from clockify_desktop.services.connection import (
    Connection,
    connect_account,
    from_environment,
)


def checked_environment(arguments: argparse.Namespace) -> Connection | None:
    """Take the connection from the environment; ``None`` for an account or the demo."""
    return None if arguments.demo else from_environment(os.environ)


async def opened(
    arguments: argparse.Namespace, connection: Connection | None
) -> AbstractAsyncContextManager[Clockify]:
    """Make a client, to be opened, of what ``checked_environment`` found."""
    return (await opened_account(arguments, connection))[0]


async def opened_account(
    arguments: argparse.Namespace, connection: Connection | None
) -> tuple[AbstractAsyncContextManager[Clockify], str | None]:
    """Make a client likewise, and name its account; ``None`` where it is of none."""
    if arguments.demo:
        return open_sample(), None
    name = None
    if connection is None:
        account, connection = await connect_account(arguments.account)
        name = account.name
    return open_clockify(connection.hosts, connection.credential), name
