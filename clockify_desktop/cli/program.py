"""The commands of the program, and how each of them can end.

0    done
1    Clockify, the disk or a look-up refused: one line ``error: title: advice``
2    wrong whatever they say: syntax, an unknown preset or zone
3    the report is written but lacks something, and --strict was given; or its page
     finds what --fail-on names
130  Ctrl+C
129  the terminal was closed
143  SIGTERM, as at the end of a session
141  whoever read standard output, such as head, has gone
"""

from argparse import Namespace
from collections.abc import Sequence

import clockify_desktop
from clockify_desktop.cli import (
    add_entry_arguments,
    report_arguments,
    run_arguments,
    sample_server_arguments,
)
from clockify_desktop.cli.argument_parser import ArgumentParser, add_connection
from clockify_desktop.cli.no_window import not_imported
from clockify_desktop.cli.open_files import require_open_files
from clockify_desktop.cli.output import say_error
from clockify_desktop.cli.standard_streams import OutputUnreadError
from clockify_desktop.domain.errors import AppError, UsageError

REFUSED = 1
WRONG_USAGE = 2
INTERRUPTED = 130
UNREAD = 141

# What libraries warn of is no word of this program, which says itself what is lost.

_COMMANDS = (
    report_arguments,
    run_arguments,
    add_entry_arguments,
    sample_server_arguments,
)


def run(words: Sequence[str]) -> int:
    """Run one command."""
    parser = ArgumentParser(
        prog="clockify-desktop",
        description="Reports for teams that track time in Clockify. Without a command "
        "it opens its window.",
    )
    parser.add_argument(
        "--version", action="version", version=clockify_desktop.__version__
    )
    add_connection(parser)
    parser.add_argument(
        "--quit-after",
        choices=("window", "report"),
        help="quit when the window is painted or the first report is drawn, "
        "for measuring",
    )
    parser.set_defaults(run=_open_window)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for command in _COMMANDS:
        command.add_to(commands)
    try:
        arguments = parser.parse_args(words)
        require_open_files()
        code: int = arguments.run(arguments)
    except OutputUnreadError:
        # Ended by whoever has seen enough: no reason for words.
        return UNREAD
    except UsageError as error:
        return _say(error, WRONG_USAGE)
    except AppError as error:
        return _say(error, REFUSED)
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _open_window(arguments: Namespace) -> int:
    # The window imports Qt, which no command needs.
    from clockify_desktop.app.startup_tuning import (  # noqa: PLC0415
        end_at_once_if_told,
        prepare,
    )

    end_at_once_if_told()
    try:
        prepare()
        # Only now: what makes imports slow is to be switched off before them.
        from clockify_desktop.app.start import run as open_window  # noqa: PLC0415

        return open_window(arguments)
    except ImportError as error:
        raise not_imported(error) or error from None


def _say(error: AppError, code: int) -> int:
    say_error(error)
    return code
