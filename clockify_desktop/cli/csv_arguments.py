"""The arguments of ``clockify-desktop report`` that say how a CSV is written."""

import argparse
from typing import Final

from clockify_desktop.domain.errors import UsageError
from clockify_desktop.export.text_encodings import encoding_named
from clockify_desktop.translation import tr

OF_ENTRIES: Final = frozenset({"entries", "clockify-detailed"})
"""The layouts with a row for each entry."""
_LAYOUTS: Final = ("rows", "grid", "entries", "clockify-summary", "clockify-detailed")
_LAID_OUT: Final = frozenset({"rows", "grid"})
_OF_SHEETS: Final = frozenset({*_LAID_OUT, "entries"})
# What a spreadsheet takes like a CSV is not to be refused.
_OF_SPREADSHEETS: Final = {"--columns": False, "--no-amounts": False}
SEPARATORS: Final = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}
DECIMAL_SIGNS: Final = {"point": ".", "comma": ","}


def add_csv_options(parser: argparse.ArgumentParser) -> None:
    """Add them."""
    parser.add_argument(
        "--dialect",
        choices=("plain", "excel"),
        default="plain",
        help="of the CSV: for programs, or as a spreadsheet opens it well",
    )
    parser.add_argument(
        "--layout",
        choices=_LAYOUTS,
        default="rows",
        help="of the CSV: a row for each group, hours with the last level across, a "
        "row for each entry, or as Clockify's own exports are laid out",
    )
    parser.add_argument(
        "--separator",
        choices=tuple(SEPARATORS),
        help="of the CSV: what stands between fields; as the dialect has it unless "
        "given",
    )
    parser.add_argument(
        "--decimal-sign",
        choices=tuple(DECIMAL_SIGNS),
        help="of the CSV; as the dialect has it unless given",
    )
    parser.add_argument(
        "--encoding",
        metavar="NAME",
        help="of the CSV, such as windows-1252; as the dialect has it unless given",
    )
    parser.add_argument(
        "--no-formula-guard",
        action="store_true",
        help="of the CSV: put no ' before text that looks like a formula",
    )
    parser.add_argument(
        "--columns",
        metavar="A,B,C",
        help="of a CSV or a spreadsheet: these columns alone, in this order",
    )
    parser.add_argument(
        "--all-decimals",
        action="store_true",
        help="of amounts, which --dialect excel rounds to two",
    )
    parser.add_argument(
        "--no-amounts",
        action="store_true",
        help="of a CSV or a spreadsheet: leave out amounts, rates and currencies",
    )
    parser.add_argument(
        "--no-descriptions",
        action="store_true",
        help="leave out what entries say",
    )


def check_csv(arguments: argparse.Namespace) -> None:
    """Refuse what does not go together, or is of another format.

    ``columns`` becomes a tuple or ``None``, ``encoding`` the codec's own name.
    """
    given = {
        "--dialect": arguments.dialect == "excel",
        "--layout": arguments.layout != "rows",
        "--separator": arguments.separator is not None,
        "--decimal-sign": arguments.decimal_sign is not None,
        "--encoding": arguments.encoding is not None,
        "--no-formula-guard": arguments.no_formula_guard,
        "--columns": arguments.columns is not None,
        "--no-amounts": arguments.no_amounts,
    }
    if arguments.format == "xlsx":
        given |= _OF_SPREADSHEETS | {"--layout": arguments.layout not in _OF_SHEETS}
    for option in (name for name, is_given in given.items() if is_given):
        if arguments.format != "csv":
            title = tr(
                "{option} is of CSV, not of {format}",
                option=option,
                format=arguments.format,
            )
            raise UsageError(title, tr("Leave it out, or use --format csv."))
    if arguments.encoding is not None:
        arguments.encoding = encoding_named(arguments.encoding)
    separator, sign = arguments.separator, arguments.decimal_sign
    if arguments.dialect == "plain":
        separator, sign = separator or "comma", sign or "point"
    if separator == sign == "comma":
        title = tr("The separator and the decimal sign are the same")
        raise UsageError(title, tr("Give --separator semicolon, or another one."))
    if arguments.columns is not None:
        if arguments.layout == "grid":
            title = tr("--columns is not of a grid")
            raise UsageError(title, tr("Leave it out, or use another --layout."))
        arguments.columns = _columns(arguments.columns)


def check_layout(arguments: argparse.Namespace, grouped: str) -> None:
    """Refuse what the layout of the file does not have.

    Args:
        grouped: The page that can be laid out anew.
    """
    layout = arguments.layout
    if layout in _LAID_OUT:
        return
    if arguments.page != grouped:
        title = tr(
            "--layout {layout} is of the page {page}", layout=layout, page=grouped
        )
        raise UsageError(title, tr("Leave out --page, or --layout."))
    if layout not in OF_ENTRIES:
        return
    if arguments.group_by is not None:
        title = tr("--layout {layout} has a row for each entry", layout=layout)
        raise UsageError(title, tr("Leave out --group-by."))
    counting = (arguments.days_in, arguments.midnight, arguments.rounding)
    if counting != ("report", "start", ""):
        title = tr(
            "--layout {layout} has entries as Clockify counts them", layout=layout
        )
        advice = tr("Leave out --days-in, --midnight and --rounding.")
        raise UsageError(title, advice)


def _columns(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(","))
    if not all(names):
        title = tr("--columns has an empty name")
        raise UsageError(title, tr("Give names with single commas between."))
    if len(set(names)) < len(names):
        title = tr("A column stands twice")
        raise UsageError(title, tr("Give each column once."))
    return names
