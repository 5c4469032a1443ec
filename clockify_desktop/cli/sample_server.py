"""``clockify-desktop sample-server``: a Clockify of one's own on loopback."""

import argparse
import signal
import sys
from datetime import UTC, datetime
from types import FrameType
from typing import NoReturn

from clockify_desktop.cli.output import write
from clockify_desktop.domain.errors import AppError
from clockify_desktop.sample.organisation import DAYS, PROJECTS, USERS, Organisation
from clockify_desktop.sample.serving import ENDINGS, listen, serve
from clockify_desktop.translation import tr


def _leave(_signal: int, _frame: FrameType | None) -> NoReturn:
    sys.exit(0)


def _tell(line: str) -> None:
    write(f"{line}\n".encode(), None)


def run(arguments: argparse.Namespace) -> int:
    """Serve until a signal ends it; refuse where the port is not to be had."""
    # Half a million entries take a second: a signal may come before the server does.
    for ending in ENDINGS:
        signal.signal(ending, _leave)
    try:
        listening = listen(arguments.port)
    except OSError as error:
        reason = error.strerror or tr("it was refused")
        title = tr("Port {port} is not free", port=arguments.port)
        advice = tr("Choose another one, or 0 for any.")
        raise AppError(title, f"{reason}. {advice}") from None
    with listening:
        organisation = Organisation.generate(
            arguments.now or datetime.now(UTC),
            arguments.seed,
            arguments.users or USERS,
            arguments.projects or PROJECTS,
            arguments.days or DAYS,
        )
        serve(organisation, listening, _tell, arguments.latency_ms)
    return 0
