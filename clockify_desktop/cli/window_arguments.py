"""The arguments of the window: ``clockify-desktop`` without a command."""

import argparse

from clockify_desktop.cli.connection_arguments import add_connection


def add_to(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    add_connection(parser)
    parser.add_argument(
        "--quit-after",
        choices=("window", "report"),
        help="quit when the window is painted or the first report is drawn, "
        "for measuring",
    )
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    # The window imports Qt, which no command needs.
    from clockify_desktop.app.startup_tuning import (  # noqa: PLC0415
        end_at_once_if_told,
        prepare,
    )

    end_at_once_if_told()
    prepare()
    # Only now: what makes imports slow is to be switched off before them.
    from clockify_desktop.app.start import run  # noqa: PLC0415

    return run(arguments)
