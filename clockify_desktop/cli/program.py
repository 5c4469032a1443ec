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

from collections.abc import Sequence

import clockify_desktop
from clockify_desktop.cli import (
    add_entry_arguments,
    open_arguments,
    report_arguments,
    run_arguments,
    sample_server_arguments,
)
from clockify_desktop.cli.argument_parser import ArgumentParser, add_connection
from clockify_desktop.cli.open_arguments import (
    add_quit_after,
    open_window,
    with_command,
)
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
    open_arguments,
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
    add_quit_after(parser)
    parser.set_defaults(run=open_window, file=None)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for command in _COMMANDS:
        command.add_to(commands)
    try:
        arguments = parser.parse_args(with_command(words))
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


def _say(error: AppError, code: int) -> int:
    say_error(error)
    return code
