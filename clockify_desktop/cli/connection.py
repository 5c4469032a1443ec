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
    if arguments.demo:
        return open_sample()
    if connection is None:
        _, connection = await connect_account(arguments.account)
    return open_clockify(connection.hosts, connection.credential)
