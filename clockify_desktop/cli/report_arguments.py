"""The arguments of ``clockify-desktop report``."""

import argparse
import os
from pathlib import Path
from typing import Any

from clockify_desktop.cli.argument_parser import add_connection
from clockify_desktop.domain.calendar import time_zone
from clockify_desktop.domain.errors import UsageError
from clockify_desktop.domain.level import Level
from clockify_desktop.domain.presets import PeriodChoice, Preset, parse_period

_MOST_LEVELS = 3
_PICTURE_LEVELS = 2
PICTURES = ("png", "svg", "pdf")
_FORMATS = ("csv", "json", "table", *PICTURES)
_ENDINGS = frozenset(_FORMATS) - {"table"}


def add_to(commands: Any) -> None:  # noqa: ANN401 - argparse's own type is private
    """Add the command."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "report",
        help="write who spent how long on what",
        description="Ask Clockify who spent how long on what, and write it.",
    )
    add_connection(parser)
    parser.add_argument(
        "--workspace",
        metavar="W",
        help="id or name; the one last used in Clockify unless given",
    )
    parser.add_argument(
        "--period",
        metavar="P",
        required=True,
        help="2026-W47, 2026-11-16..2026-11-22, 2026-11-16 or one of: "
        + ", ".join(Preset),
    )
    parser.add_argument(
        "--group-by",
        metavar="LEVELS",
        default="user,project",
        help="one to three of "
        + ", ".join(Level)
        + ", with commas between; user,project unless given",
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
        help="what a day is; the profile's time zone unless given",
    )
    parser.add_argument(
        "--format",
        choices=_FORMATS,
        help="what the name of --output ends with, else csv, unless given",
    )
    parser.add_argument(
        "--dialect",
        choices=("plain", "excel"),
        default="plain",
        help="of the CSV: for programs, or as a spreadsheet opens it well",
    )
    parser.add_argument(
        "--all-decimals",
        action="store_true",
        help="of amounts, which --dialect excel rounds to two",
    )
    parser.add_argument(
        "--no-zero", action="store_true", help="leave out people without time"
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
    parser.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    check(arguments)
    # The command imports httpx and numpy, which --help and a slip need not wait for.
    from clockify_desktop.cli.report import run  # noqa: PLC0415

    return run(arguments)


def check(arguments: argparse.Namespace) -> None:
    """Refuse what is wrong whatever the server says.

    ``period`` becomes a ``PeriodChoice``, ``group_by`` levels, and ``format`` what the
    name of the file says where none was given.
    """
    period_choice: PeriodChoice = parse_period(arguments.period)
    arguments.period = period_choice
    arguments.group_by = _parse_levels(arguments.group_by)
    if arguments.time_zone is not None:
        time_zone(arguments.time_zone)
    arguments.format = _format(arguments)
    if arguments.format in PICTURES and len(arguments.group_by) > _PICTURE_LEVELS:
        title = "A picture shows one or two levels"
        raise UsageError(title, "Give rows and colours, such as user,project.")
    if arguments.output is not None and _is_folder(arguments.output):
        title = "--output takes a file"
        raise UsageError(title, "This names a folder: add the name of the file.")
    if arguments.dialect == "excel" and arguments.format != "csv":
        title = f"A {arguments.format} has no spreadsheet dialect"
        raise UsageError(title, "Leave out --dialect, or use --format csv.")


def _format(arguments: argparse.Namespace) -> str:
    ending = Path(arguments.output or "").suffix[1:].lower()
    said: str | None = arguments.format
    if ending not in _ENDINGS:
        return said or "csv"
    if said not in {None, ending}:
        title = f"The name of the file says {ending}, --format {said}"
        raise UsageError(title, "Give the file another ending, or leave out --format.")
    return ending


def _is_folder(path: str) -> bool:
    return os.path.split(path)[1] in {"", os.curdir, os.pardir}


def _parse_levels(text: str) -> tuple[Level, ...]:
    """Read one to three levels, each once, such as ``user,project``."""
    names = [name.strip() for name in text.split(",")]
    unknown = [name for name in names if name not in set(Level)]
    if unknown:
        title = f"“{unknown[0]}” is no level"
        raise UsageError(title, f"Use one to three of: {', '.join(Level)}.")
    if len(set(names)) < len(names):
        title = "A level stands twice"
        raise UsageError(title, "Give each level once.")
    if len(names) > _MOST_LEVELS:
        title = f"{len(names)} levels are too many"
        raise UsageError(title, "Give one to three.")
    return tuple(map(Level, names))
