"""The sample organisation inside the program, for ``--demo``."""

from datetime import datetime

from starlette.applications import Starlette

from clockify_desktop.sample.keys import OWNER_KEY
from clockify_desktop.sample.organisation import Organisation
from clockify_desktop.sample.server.app import create_app


def demo_app(now: datetime, seed: int = 1) -> tuple[Starlette, str]:
    """Make the application that the demo talks to without a socket.

    Args:
        now: Aware; the last instant of the sample data.
        seed: Where chance starts.

    Returns:
        The ASGI application and the key that sees everything. The core host is
        under ``/api/v1``, the reports host under ``/report/v1``.
    """
    return create_app(Organisation.generate(now, seed)), OWNER_KEY
