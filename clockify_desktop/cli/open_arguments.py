"""The arguments of ``clockify-desktop open``, and the window that it opens."""

import argparse
import os
from collections.abc import Sequence
from typing import Any

from clockify_desktop.cli.argument_parser import add_connection
from clockify_desktop.cli.no_window import not_imported
from clockify_desktop.domain.file_endings import EXPORT, REPORT_FILE


def add_to(commands: Any) -> None:  # noqa: ANN401 - argparse's own type is private
    """Add the command."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "open",
        help="show a report file or a Clockify export in the window",
        description="Show a report file, or a CSV that Clockify exported, in the "
        "window.",
    )
    parser.add_argument(
        "file", metavar="FILE", help="as the window or Clockify saves it"
    )
    add_connection(parser)
    add_quit_after(parser)
    parser.set_defaults(run=open_window)


def add_quit_after(parser: argparse.ArgumentParser) -> None:
    """Add the argument for measuring the window."""
    parser.add_argument(
        "--quit-after",
        choices=("window", "report"),
        help="quit when the window is painted or the first report is drawn, "
        "for measuring",
    )


def with_command(words: Sequence[str]) -> Sequence[str]:
    """Let a file alone be opened, as a desktop hands it to a program."""
    if len(words) == 1 and words[0].lower().endswith((REPORT_FILE, EXPORT)):
        return ("open", *words)
    return words


def open_window(arguments: argparse.Namespace) -> int:
    """Open the window, with a file if one is named."""
    if arguments.file is not None:
        # A copy that runs already may have been started elsewhere.
        arguments.file = os.path.abspath(arguments.file)  # noqa: PTH100 - it need not be a text
    # The window imports Qt, which no command needs.
    from clockify_desktop.app.startup_tuning import (  # noqa: PLC0415
        end_at_once_if_told,
        prepare,
    )

    end_at_once_if_told()
    try:
        prepare()
        # Only now: what makes imports slow is to be switched off before them.
        from clockify_desktop.app.start import run  # noqa: PLC0415

        return run(arguments)
    except ImportError as error:
        raise not_imported(error) or error from None
