"""The arguments of ``clockify-desktop sample-server``."""

import argparse
from datetime import datetime
from typing import Any

from clockify_desktop.domain.errors import UsageError
from clockify_desktop.translation import tr


def add_to(commands: Any) -> None:  # noqa: ANN401 - argparse's own type is private
    """Add the command."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "sample-server",
        help="serve the sample organisation on this computer",
        description="Serve the sample organisation on 127.0.0.1 as Clockify would. "
        "One JSON line on stdout names addresses and keys; logs go to stderr.",
    )

    def number(option: str, least: int, most: int, **settings: Any) -> None:  # noqa: ANN401 - argparse's own
        kind = _Within(option, least, most)
        parser.add_argument(option, metavar="N", type=kind, **settings)

    number("--port", 0, 65_535, required=True, help="0 takes a free one")
    number("--users", 1, 5000, help="how many people; 24 unless given")
    number("--projects", 1, 2000, help="how many projects; 14 unless given")
    number("--days", 1, 4000, help="how far back time goes; 396 unless given")
    number("--seed", 0, 2**63 - 1, default=1, help="another number makes other data")
    parser.add_argument(
        "--now",
        metavar="INSTANT",
        type=_instant,
        help="the last instant of the data, such as 2026-11-24T09:14:00+01:00",
    )
    number(
        "--latency-ms", 0, 60_000, default=0, help="how long each reply is held back"
    )
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    # Only this command needs starlette and uvicorn.
    from clockify_desktop.cli.sample_server import run  # noqa: PLC0415

    return run(arguments)


class _Within:
    """Reads a whole number between two bounds."""

    def __init__(self, option: str, least: int, most: int) -> None:
        self._option, self._least, self._most = option, least, most

    def __call__(self, text: str) -> int:
        number = int(text) if text.isascii() and text.isdigit() else -1
        if not self._least <= number <= self._most:
            title = tr(
                "{option} takes a number from {least} to {most}",
                option=self._option,
                least=self._least,
                most=self._most,
            )
            raise UsageError(title, tr("Write a whole one, in digits."))
        return number


def _instant(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        title = tr("--now takes an instant with its offset")
        raise UsageError(title, tr("Write it as 2026-11-24T09:14:00+01:00."))
    return found
