"""The arguments of ``clockify-desktop add-entry``."""

import argparse
from typing import Any

from clockify_desktop.cli.argument_parser import add_connection


def add_to(commands: Any) -> None:  # noqa: ANN401 - argparse's own type is private
    """Add the command."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "add-entry",
        help="post one time entry of your own",
        description="Post one time entry of your own. Nothing else in this program "
        "changes anything in Clockify.",
    )
    add_connection(parser)
    parser.add_argument("--workspace", metavar="W", help="id or name")
    parser.add_argument(
        "--start",
        metavar="INSTANT",
        required=True,
        help="such as 2026-11-16T09:00, in the profile's time zone, or with an "
        "offset such as 2026-11-16T09:00+01:00",
    )
    parser.add_argument("--end", metavar="INSTANT", required=True)
    parser.add_argument("--project", metavar="P", help="id or name")
    parser.add_argument("--description", metavar="TEXT", default="")
    billable = parser.add_mutually_exclusive_group()
    billable.add_argument(
        "--billable",
        action="store_true",
        default=None,
        help="as the project says unless given",
    )
    billable.add_argument(
        "--not-billable", action="store_false", dest="billable", default=None
    )
    parser.add_argument(
        "--time-zone",
        metavar="Area/City",
        help="of instants without an offset; the profile's unless given",
    )
    parser.add_argument(
        "--yes", action="store_true", help="post it without asking first"
    )
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    # The command imports httpx, which --help need not wait for.
    from clockify_desktop.cli.add_entry import run  # noqa: PLC0415

    return run(arguments)
