"""The arguments of ``clockify-desktop report``."""

import argparse
import gc
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from clockify_desktop.cli.argument_parser import ArgumentParser, add_connection
from clockify_desktop.cli.csv_arguments import (
    add_csv_options,
    check_csv,
    check_layout,
)
from clockify_desktop.cli.file_arguments import add_file_options, check_files
from clockify_desktop.domain.calendar import time_zone
from clockify_desktop.domain.day_counting import DaysIn, Midnight, counting_from
from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.presets import PeriodChoice, Preset, parse_period
from clockify_desktop.pages.page_keys import GROUPED_KEY
from clockify_desktop.translation import tr

REVIEW_KEY = "review"
"""All pages at once, in the place of one."""
REVIEW_FORMATS = ("pdf", "xlsx")

_LEVELS = "user,project"
_MOST_LEVELS = 3
_PICTURE_LEVELS = 2
PICTURES = ("png", "svg", "pdf")
SPREADSHEET = "xlsx"
_FORMATS = ("csv", SPREADSHEET, "json", "table", *PICTURES)
_FAILING = {"missing": "who-logged", "to-check": "to-check"}
_ENDINGS = frozenset(_FORMATS) - {"table"}


def add_to(commands: Any) -> None:  # noqa: ANN401 - argparse's own type is private
    """Add the command."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "report",
        help="write who spent how long on what",
        description="Ask Clockify who spent how long on what, and write it.",
    )
    _add_options(parser)
    parser.set_defaults(run=_run)


def parsed(words: Sequence[str]) -> argparse.Namespace:
    """Read the words behind ``report``, as ``check`` leaves them.

    Raises:
        UsageError: They are wrong whatever the server says.
    """
    parser = ArgumentParser(prog="clockify-desktop report")
    _add_options(parser)
    arguments: argparse.Namespace = parser.parse_args(words)
    check(arguments)
    return arguments


def _add_options(parser: argparse.ArgumentParser) -> None:
    add_connection(parser)
    add_file_options(parser)
    parser.add_argument(
        "--workspace",
        metavar="W",
        help="id or name; the one last used in Clockify unless given",
    )
    parser.add_argument(
        "--period",
        metavar="P",
        help="needed without --from, else all that the files hold: 2026-W47, "
        "2026-11-16..2026-11-22, 2026-11-16 or one of: " + ", ".join(Preset),
    )
    parser.add_argument(
        "--page",
        metavar="KEY",
        default=GROUPED_KEY,
        help="a page of the review, such as changed, or review for all of them; where "
        "unless given",
    )
    parser.add_argument(
        "--paper",
        choices=("a4", "letter"),
        help="of a PDF; what is usual in your region unless given",
    )
    parser.add_argument(
        "--choose",
        metavar="CONTROL=CHOICE",
        action="append",
        default=[],
        help="what the head of another page than where offers, such as rows=client; "
        "may be given several times",
    )
    parser.add_argument(
        "--group-by",
        metavar="LEVELS",
        help="of the page where: one to three of "
        + ", ".join(Level)
        + ", with commas between; user,project unless given",
    )
    parser.add_argument(
        "--only",
        choices=("billable", "not-billable"),
        help="of the page where: this time and its amounts alone; all unless given",
    )
    parser.add_argument(
        "--user",
        metavar="U",
        action="append",
        help="only this person, by id, name or e-mail address; may be given several "
        "times",
    )
    parser.add_argument(
        "--project",
        metavar="P",
        action="append",
        help="only this project, by id or name; may be given several times",
    )
    parser.add_argument(
        "--client",
        metavar="C",
        action="append",
        help="only projects of this client, by id or name; may be given several times",
    )
    parser.add_argument(
        "--time-zone",
        metavar="Area/City",
        help="what a day is; the profile's time zone unless given, with --from that of "
        "this computer",
    )
    parser.add_argument(
        "--days-in",
        choices=tuple(DaysIn),
        default=DaysIn.REPORT.value,
        help="begin days in the report's time zone, or in each person's own",
    )
    parser.add_argument(
        "--midnight",
        choices=tuple(Midnight),
        default=Midnight.START.value,
        help="count work over midnight on the day it begins, or split it",
    )
    parser.add_argument(
        "--rounding",
        metavar="MODE:MINUTES",
        default="",
        help="round each entry, such as up:15, down:6 or nearest:15",
    )
    parser.add_argument(
        "--format",
        choices=_FORMATS,
        help="what the name of --output ends with, else csv, unless given",
    )
    add_csv_options(parser)
    parser.add_argument(
        "--no-zero", action="store_true", help="leave out people without time"
    )
    parser.add_argument(
        "--hide-names",
        action="store_true",
        help="call people Person A and so on, without ids and e-mail addresses",
    )
    parser.add_argument(
        "--output", metavar="FILE", help="where to write it; shown here unless given"
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help="end with 3 where a note says that something is lacking; it is written "
        "all the same",
    )
    parser.add_argument(
        "--fail-on",
        choices=tuple(_FAILING),
        help="end with 3 where the page who-logged has people with missing days, or "
        "to-check entries to be checked; it is written all the same",
    )


def _run(arguments: argparse.Namespace) -> int:
    check(arguments)
    # What is imported stays: there is no garbage to be looked for.
    gc.disable()
    # The command imports httpx and numpy, which --help and a slip need not wait for.
    from clockify_desktop.cli.report import run  # noqa: PLC0415

    gc.enable()

    return run(arguments)


def check(arguments: argparse.Namespace) -> None:
    """Refuse what is wrong whatever the server says.

    ``period`` becomes a ``PeriodChoice``, ``None`` for all of the files, ``group_by``
    levels, ``counting`` what three arguments say of days, and ``format`` what the name
    of the file says where none was given.
    """
    check_files(arguments)
    period = arguments.period
    choice: PeriodChoice | None = None
    if period is not None:
        choice = parse_period(period)
    arguments.period = choice
    _check_page(arguments)
    check_layout(arguments, GROUPED_KEY)
    arguments.group_by = _parse_levels(arguments.group_by or _LEVELS)
    if arguments.time_zone is not None:
        time_zone(arguments.time_zone)
    arguments.counting = counting_from(
        arguments.days_in, arguments.midnight, arguments.rounding
    )
    arguments.format = _format(arguments)
    if arguments.format in PICTURES and len(arguments.group_by) > _PICTURE_LEVELS:
        title = tr("A picture shows one or two levels")
        raise UsageError(title, tr("Give rows and colours, such as user,project."))
    if arguments.page == REVIEW_KEY and arguments.format not in REVIEW_FORMATS:
        title = tr(
            "The review as a whole is not written as {format}", format=arguments.format
        )
        raise UsageError(
            title,
            tr("Use --format pdf or xlsx, or name one page."),
        )
    if arguments.paper is not None and arguments.format != "pdf":
        title = tr("A {format} has no paper", format=arguments.format)
        raise UsageError(title, tr("Leave out --paper, or use --format pdf."))
    if arguments.output is not None and _is_folder(arguments.output):
        title = tr("--output takes a file")
        raise UsageError(title, tr("This names a folder: add the name of the file."))
    check_csv(arguments)
    if arguments.layout == "grid" and len(arguments.group_by) == 1:
        title = tr("A grid has two or three levels")
        raise UsageError(title, tr("Give rows and columns, such as user,day."))


def _check_page(arguments: argparse.Namespace) -> None:
    """Refuse what is of another page."""
    if arguments.page != GROUPED_KEY and arguments.group_by is not None:
        title = tr("--group-by is of the page where")
        raise UsageError(title, tr("Leave it out, or choose rows such as rows=client."))
    if arguments.page != GROUPED_KEY and arguments.only is not None:
        title = tr("--only is of the page where")
        raise UsageError(title, tr("Leave it out."))
    if arguments.page == REVIEW_KEY and arguments.columns is not None:
        title = tr("--columns is of a single page")
        raise UsageError(title, tr("Leave it out, or give --page."))
    if arguments.page == REVIEW_KEY and arguments.choose:
        title = tr("--choose is of a single page")
        raise UsageError(title, tr("Leave it out, or give --page."))
    if arguments.page == GROUPED_KEY and arguments.choose:
        title = tr("--choose is of other pages than where")
        raise UsageError(title, tr("Give --group-by, or another --page."))
    if arguments.page != _FAILING.get(arguments.fail_on, arguments.page):
        page = _FAILING[arguments.fail_on]
        title = tr(
            "--fail-on {rule} is of the page {page}", rule=arguments.fail_on, page=page
        )
        raise UsageError(title, tr("Give --page {page}.", page=page))


def _format(arguments: argparse.Namespace) -> str:
    ending = Path(arguments.output or "").suffix[1:].lower()
    said: str | None = arguments.format
    if ending not in _ENDINGS:
        return said or "csv"
    if said not in {None, ending}:
        title = tr(
            "The name of the file says {ending}, --format {format}",
            ending=ending,
            format=said,
        )
        raise UsageError(
            title, tr("Give the file another ending, or leave out --format.")
        )
    return ending


def _is_folder(path: str) -> bool:
    return os.path.split(path)[1] in {"", os.curdir, os.pardir}


def _parse_levels(text: str) -> tuple[Level, ...]:
    """Read one to three levels, each once, such as ``user,project``."""
    names = [name.strip() for name in text.split(",")]
    unknown = [name for name in names if name not in set(Level)]
    if unknown:
        title = tr("“{level}” is no level", level=unknown[0])
        raise UsageError(
            title, tr("Use one to three of: {levels}.", levels=", ".join(Level))
        )
    if len(set(names)) < len(names):
        title = tr("A level stands twice")
        raise UsageError(title, tr("Give each level once."))
    if len(names) > _MOST_LEVELS:
        title = tr("{count} levels are too many", count=len(names))
        raise UsageError(title, tr("Give one to three."))
    return tuple(map(Level, names))
