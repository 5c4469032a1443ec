"""A parser of command lines whose errors repeat nothing that was typed.

Somebody may type a key where it does not belong, and what an error says ends up in
the log of whatever runs the command. Argparse repeats the words that it refuses.
"""

import argparse
import re
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from clockify_desktop.cli.output import for_reading, write
from clockify_desktop.domain.errors import UsageError

# A key has large letters and digits in it, and is longer.
_OPTION = re.compile(r"-[a-z]|--[a-z-]{1,20}")

# The names in argparse's messages are the program's own; the rest is left behind, and
# so is all of a message that is not here, such as one that another Python words anew.
_SAID = tuple(
    (re.compile(message, re.DOTALL), words)
    for message, words in (
        (r"the following arguments are required: (.+)", r"This needs \1"),
        (r"argument (\S+): expected (?:at least )?one argument", r"\1 needs a value"),
        (
            r"argument (\S+): not allowed with argument (\S+)",
            r"\1 and \2 exclude each other",
        ),
        (r"argument (\S+): ignored explicit argument .*", r"\1 takes no value"),
        (
            r"argument (\S+): invalid choice: .*\(choose from (.+)\)",
            r"\1 is one of \2",
        ),
        (r"argument (\S+): .*", r"\1 cannot have this value"),
    )
)


class ArgumentParser(argparse.ArgumentParser):
    """Argparse without abbreviations, and with errors like all others."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - argparse's own
        super().__init__(**settings)
        self.allow_abbrev = False

    def parse_known_args(
        self,
        args: Iterable[str] | None = None,
        namespace: Any = None,  # noqa: ANN401 - argparse takes any object
    ) -> tuple[Any, list[str]]:
        """Read arguments, and refuse those that are not known."""
        values, strange = super().parse_known_args(args, namespace)
        if strange:
            self._refuse(_unknown(strange))
        return values, strange

    def error(self, message: str) -> NoReturn:
        """Refuse the arguments, without what was typed."""
        for known, words in _SAID:
            found = known.fullmatch(message)
            if found:
                # Some versions put the choices in quotation marks.
                self._refuse(found.expand(words).replace("'", ""))
        self._refuse("The arguments cannot be read")

    def _print_message(self, message: str, _file: object = None) -> None:
        # Help and version. Argparse itself does not tell where they are refused.
        write(for_reading(message), None)

    def _refuse(self, title: str) -> NoReturn:
        raise UsageError(title, f"See {self.prog} --help.")


def _unknown(words: Sequence[str]) -> str:
    names = [word.partition("=")[0] for word in words]
    options = dict.fromkeys(name for name in names if _OPTION.fullmatch(name))
    if options:
        return f"There is no option {', '.join(options)}"
    return "There is an argument too many"


def add_connection(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that say which Clockify to ask, and as whom."""
    parser.add_argument(
        "--demo", action="store_true", help="ask the sample organisation"
    )
    parser.add_argument(
        "--account",
        metavar="NAME",
        help="which account of this computer; not needed with CLOCKIFY_API_KEY",
    )
