"""The arguments of ``clockify-desktop report`` that read files instead of asking."""

import argparse
from pathlib import Path
from typing import Final

from clockify_desktop.domain.errors import UsageError
from clockify_desktop.translation import tr

_DATE_ORDERS: Final = ("mdy", "dmy", "ymd")


def add_file_options(parser: argparse.ArgumentParser) -> None:
    """Add them."""
    parser.add_argument(
        "--from",
        dest="files",
        metavar="FILE",
        nargs="+",
        action="extend",
        type=Path,
        help="read detailed reports that Clockify exported as CSV, and ask nobody",
    )
    parser.add_argument(
        "--date-order",
        choices=_DATE_ORDERS,
        help="of the dates in these files; what the files tell unless given",
    )


def check_files(arguments: argparse.Namespace) -> None:
    """Refuse what is of Clockify alone, or of files alone."""
    if arguments.files is None:
        if arguments.date_order is not None:
            title = tr("--date-order is of files")
            raise UsageError(title, tr("Leave it out, or give --from."))
        if arguments.period is None:
            title = tr("This needs --period")
            raise UsageError(title, tr("See clockify-desktop report --help."))
        return
    given = {
        "--demo": arguments.demo,
        "--account": arguments.account is not None,
        "--workspace": arguments.workspace is not None,
    }
    for option in (name for name, is_given in given.items() if is_given):
        title = tr("{option} and --from exclude each other", option=option)
        raise UsageError(title, tr("Ask Clockify, or read files."))
