"""The arguments of the window: ``clockify-desktop`` without a command."""

import argparse
import gc

from clockify_desktop.cli.connection_arguments import add_connection


def add_to(parser: argparse.ArgumentParser) -> None:
    """Add the arguments.

    Args:
        parser: Of the program itself.
    """
    add_connection(parser)
    parser.add_argument(
        "--quit-after",
        choices=("window", "report"),
        help="quit when the window is painted or the first report is drawn, "
        "for measuring",
    )
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    # A start makes objects that stay: looking for garbage among them finds none and
    # takes a tenth of the time. The program looks again when its charts are there.
    gc.disable()
    # The window imports Qt, which no command needs.
    from clockify_desktop.app.start import run  # noqa: PLC0415

    return run(arguments)
