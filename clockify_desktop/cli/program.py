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

from argparse import Action, Namespace
from argparse import ArgumentParser as Parser
from collections.abc import Sequence
from typing import Any

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
        "--version",
        action=_Version,
        help="tell the version, what it runs on and where files lie, and quit",
    )
    parser.add_argument(
        "--purge-data",
        action="store_const",
        dest="run",
        const=_purge_data,
        help="delete everything that is kept of you on this computer, keys too, and "
        "quit; saved reports stay. It names what that is and asks before",
    )
    parser.add_argument(
        "--yes", action="store_true", help="with --purge-data: delete without asking"
    )
    add_connection(parser)
    add_quit_after(parser)
    parser.set_defaults(run=open_window, file=None)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for command in _COMMANDS:
        command.add_to(commands)
    try:
        arguments = parser.parse_args(with_command(words))
        if arguments.yes and arguments.run is open_window:
            title = "--yes answers no question here"
            raise UsageError(title, f"See {parser.prog} --help.")  # noqa: TRY301 - told with the others
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


class _Version(Action):
    """Looks up what is installed only where somebody asks."""

    def __init__(self, option_strings: Sequence[str], **settings: Any) -> None:  # noqa: ANN401 - argparse's own
        super().__init__(option_strings, nargs=0, **settings)

    def __call__(self, parser: Parser, *_told: object) -> None:
        """Tell it and end."""
        from clockify_desktop.services.program_details import (  # noqa: PLC0415
            program_details,
        )

        (_, version), *others = program_details()
        lines = "".join(f"{name}: {value}\n" for name, value in others)
        parser.exit(message=f"clockify-desktop {version}\n{lines}")


def _purge_data(arguments: Namespace) -> int:
    from clockify_desktop.cli.purge import run as purge  # noqa: PLC0415

    return purge(yes=arguments.yes)


def _say(error: AppError, code: int) -> int:
    say_error(error)
    return code
