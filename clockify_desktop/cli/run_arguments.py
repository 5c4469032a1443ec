"""The arguments of ``clockify-desktop run``."""

import argparse
from typing import Any

from clockify_desktop.domain.presets import parse_period


def add_to(commands: Any) -> None:  # noqa: ANN401 - argparse's own type is private
    """Add the command."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "run",
        help="write the outputs of report files",
        description="Write the outputs of report files; one line each says where.",
    )
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        help="a report file, as the window saves it",
    )
    parser.add_argument(
        "--demo", action="store_true", help="ask the sample organisation"
    )
    parser.add_argument("--period", metavar="P", help="another one than the files say")
    parser.add_argument(
        "--output-dir",
        metavar="DIR",
        help="where outputs go; each into the folder of its file unless given",
    )
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    if arguments.period is not None:
        parse_period(arguments.period)
    # The command imports httpx and numpy, which --help and a slip need not wait for.
    from clockify_desktop.cli.run_files import run  # noqa: PLC0415

    return run(arguments)
