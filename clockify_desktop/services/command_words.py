"""The words of ``clockify-desktop report`` that a report file stands for."""

import re
import shlex
from collections.abc import Iterable, Iterator

import msgspec

from clockify_desktop.services.report_file import ReportFile, ReportOutput

_PROGRAM = "clockify-desktop"
_PLAIN = re.compile(r"[\w./:=,@+-]+")
_AS_THEY_ARE = (
    "account",
    "period",
    "time_zone",
    "days_in",
    "midnight",
    "rounding",
    "group_by",
    "fail_on",
    "hide_names",
    "strict",
)
"""The keys of a report file that are called as the options are."""


def report_words(file: ReportFile, output: ReportOutput | None = None) -> list[str]:
    """Give the arguments behind ``report``, without the place of the output."""
    values = msgspec.to_builtins(file)
    words = list(_options(values, _AS_THEY_ARE))
    if file.workspace is not None and file.workspace.text:
        words += _option("workspace", file.workspace.text)
    if file.page != "where":
        words += _option("page", file.page)
    if file.only.wanted is not None:
        words += _option("only", file.only.value)
    for choice in file.choose:
        words += _option("choose", choice)
    for option, chosen in (
        ("user", file.people),
        ("project", file.projects),
        ("client", file.clients),
    ):
        for one in chosen:
            words += _option(option, one.text)
    if output is not None:
        written = msgspec.to_builtins(output)
        del written["path"]
        words += _options(written, written)
    return words


def command_line(words: Iterable[str], *, windows: bool) -> str:
    """Write a command as a shell takes it.

    Args:
        windows: Whether the shell is one of Windows.
    """
    command = [_PROGRAM, *words]
    return " ".join(map(_quoted, command)) if windows else shlex.join(command)


def _quoted(word: str) -> str:
    """Quote a word as programs of Windows read it, and so that no shell acts on it."""
    if _PLAIN.fullmatch(word):
        return word
    # Backslashes mean something before quotation marks alone.
    escaped = re.sub(r'(\\*)"', r'\1\1\\"', word)
    escaped = re.sub(r"(\\+)\Z", r"\1\1", escaped)
    return f'"{escaped}"'


def _options(values: dict[str, object], keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        value = values.get(key)
        option = key.replace("_", "-")
        if value is True:
            yield f"--{option}"
        elif isinstance(value, list | tuple):
            yield from _option(option, ",".join(map(str, value)))
        elif isinstance(value, str):
            yield from _option(option, value)


def _option(option: str, value: str) -> tuple[str, ...]:
    # Behind a blank it would be taken for an option itself.
    if value.startswith("-"):
        return (f"--{option}={value}",)
    return f"--{option}", value
