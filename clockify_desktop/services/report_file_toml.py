"""Report files as TOML: read with the line of what is wrong, and written."""

import re
import tomllib
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from enum import Enum
from functools import partial
from typing import Any, Final, get_args

import msgspec
import tomli_w

from clockify_desktop.domain.calendar import time_zone
from clockify_desktop.domain.day_counting import parse_rounding
from clockify_desktop.domain.errors import AppError, UsageError
from clockify_desktop.domain.presets import parse_period
from clockify_desktop.domain.showable import named
from clockify_desktop.pages.registry import PAGES
from clockify_desktop.services.output_names import check_pattern
from clockify_desktop.services.report_file import (
    VERSION,
    WHOLE_REVIEW,
    Chosen,
    ReportFile,
    ReportOutput,
)
from clockify_desktop.services.toml_lines import Step, line_of
from clockify_desktop.translation import tr

LARGEST: Final = 256 * 1024
"""Bytes; some hundred people with their names are a tenth of it."""
_HEAD: Final = (
    "# A report of Clockify Desktop Reporter.\n"
    "# To write its outputs: clockify-desktop run FILE\n"
    "# To look at it: clockify-desktop open FILE\n\n"
)
_SAID: Final = re.compile(r"(.*?)(?: - at `(?:key in )?\$(.*)`)?", re.DOTALL)
_STEP: Final = re.compile(r"\.(\w+)|\[(\d+)\]")
_POSITION: Final = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_QUOTED: Final = re.compile("[`'](.*)[`']", re.DOTALL)
_WRONG_TYPE: Final = re.compile(r"Expected `(\w+)(?: \| null)?`, got `(\w+)`")
_TYPES: Final[dict[str, Callable[[str], str]]] = {
    "array": lambda key: tr("{key} has to be a list", key=key),
    "bool": lambda key: tr("{key} has to be true or false", key=key),
    "float": lambda key: tr("{key} has to be a number", key=key),
    "int": lambda key: tr("{key} has to be a whole number", key=key),
    "object": lambda key: tr("{key} has to be a table", key=key),
    "str": lambda key: tr("{key} has to be a text in quotation marks", key=key),
}


class ReportFileError(UsageError):
    """A report file that is wrong, with the line where it is.

    Args:
        line: ``None`` where it is wrong as a whole.
    """

    def __init__(self, name: str, line: int | None, error: AppError) -> None:
        title = tr("{name}: {what}", name=named(name), what=error.title)
        if line is not None:
            title = tr(
                "Line {line} of {name}: {what}",
                line=line,
                name=named(name),
                what=error.title,
            )
        super().__init__(title, error.advice)


class ReportFileTooNewError(AppError):
    """A newer version of the program wrote the file."""

    def __init__(self, name: str) -> None:
        title = tr("A newer version of this program wrote {name}", name=named(name))
        super().__init__(
            title, tr("Use that version, or save the report anew with this.")
        )


def read_report_file(content: bytes, name: str) -> ReportFile:
    """Read a report file.

    Args:
        name: What the file is called, for errors.

    Raises:
        ReportFileError: It is damaged, or something in it means nothing.
        ReportFileTooNewError: It is of a later version.
    """
    text, found = _parsed(content, name)
    version = found.get("version")
    if type(version) is int and version > VERSION:
        raise ReportFileTooNewError(name)
    try:
        file = msgspec.convert(found, ReportFile)
    except msgspec.ValidationError as error:
        path, wrong = _explained(str(error))
    else:
        found_wrong = _meaningless(file)
        if found_wrong is None:
            return file
        path, wrong = found_wrong
    # Raised out here, so that no context holds what the file said.
    raise ReportFileError(name, line_of(text, path), wrong)


def located(
    error: UsageError, content: bytes, name: str, output: int
) -> ReportFileError:
    """Say in which line that stands which the command line would refuse.

    Args:
        error: What is wrong with the words that a file stands for; its title begins
            with the option where one is to blame.
        output: Which output was to be written, as its place.
    """
    text, found = _parsed(content, name)
    option = re.match("--([a-z-]+)", error.title)
    key = option[1].replace("-", "_") if option else ""
    path: tuple[Step, ...] = ("outputs", output, key)
    if key in found:
        path = (key,)
    return ReportFileError(name, line_of(text, path), error)


def report_file_bytes(file: ReportFile) -> bytes:
    """Write a report file, with what is as usual left out."""
    text = tomli_w.dumps(msgspec.to_builtins(file))
    return f"{_HEAD}{text}".encode(errors="replace")


def _parsed(content: bytes, name: str) -> tuple[str, dict[str, Any]]:
    line: int | None = None
    try:
        if len(content) > LARGEST:
            title = tr("it is too large for a report file")
            wrong = UsageError(title, tr("Choose another file."))
        else:
            text = content.decode("utf-8-sig")
            return text, tomllib.loads(text)
    except UnicodeDecodeError:
        wrong = UsageError(tr("it is no text in UTF-8"), tr("Save it as UTF-8."))
    except (ValueError, RecursionError) as error:
        said = str(error)
        found = _POSITION.search(said)
        if found and found[1]:
            line = int(found[1])
        said = named(_POSITION.sub("", said), 200)
        wrong = UsageError(tr("it is no TOML"), f"{said}.")
    raise ReportFileError(name, line, wrong)


def _explained(message: str) -> tuple[tuple[Step, ...], UsageError]:
    """Put what msgspec says into words, and tell where in the file it is."""
    found = _SAID.fullmatch(message)
    said, place = (found[1], found[2] or "") if found else (message, "")
    path: tuple[Step, ...] = tuple(
        key or int(at) for key, at in _STEP.findall(place) if key or at
    )
    quoted = _QUOTED.search(said)
    word = quoted[1] if quoted else ""
    if "unknown field" in said:
        keys = [field.encode_name for field in msgspec.structs.fields(_form(path))]
        title = tr(
            "there is no “{word}”",
            word=named(word),
        )
        return (*path, word), UsageError(title, _nearest(word, keys))
    if "missing required field" in said:
        return path, UsageError(
            tr(
                "“{word}” is missing",
                word=word,
            ),
            tr("Add it."),
        )
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    if "Invalid enum value" in said:
        title = tr(
            "“{word}” is nothing that {key} can be",
            word=named(word),
            key=key,
        )
        return path, UsageError(title, _nearest(word, _choices(key)))
    types = _WRONG_TYPE.search(said)
    title = _TYPES.get(types[1] if types else "", _something_else)(
        key or tr("the file")
    )
    return path, UsageError(title, tr("Correct it."))


def _something_else(key: str) -> str:
    return tr("{key} has to be something else", key=key)


def _form(path: tuple[Step, ...]) -> type[msgspec.Struct]:
    if path[:1] == ("outputs",):
        return ReportOutput
    return Chosen if path else ReportFile


def _choices(key: str) -> list[str]:
    """List what an enum of a report file can be."""
    fields = {one.encode_name: one.type for one in msgspec.structs.fields(ReportFile)}
    kinds = (fields[key], *get_args(fields[key]))
    found = (kind for kind in kinds if isinstance(kind, type))
    return [one.value for kind in found if issubclass(kind, Enum) for one in kind]


def _meaningless(file: ReportFile) -> tuple[tuple[Step, ...], UsageError] | None:
    """Find the first value that has the right type and means nothing."""
    checks: list[tuple[tuple[Step, ...], Callable[[], object]]] = [
        (("version",), partial(_check_version, file.version)),
        (("period",), partial(parse_period, file.period)),
        (("page",), partial(_check_page, file.page)),
    ]
    if file.time_zone:
        checks.append((("time_zone",), partial(time_zone, file.time_zone)))
    if file.rounding:
        checks.append((("rounding",), partial(parse_rounding, file.rounding)))
    for at, output in enumerate(file.outputs):
        checks.append((("outputs", at, "path"), partial(check_pattern, output.path)))
    for key in ("people", "projects", "clients"):
        chosen: tuple[Chosen, ...] = getattr(file, key)
        for at, one in enumerate(chosen):
            checks.append(((key, at), partial(_check_chosen, one)))
    for path, check in checks:
        try:
            check()
        except UsageError as error:
            return path, error
    return None


def _check_version(version: int) -> None:
    if version != VERSION:
        title = tr("there is no such version")
        raise UsageError(title, tr("Write {version}.", version=VERSION))


def _check_page(key: str) -> None:
    keys = [*(page.key for page in PAGES), WHOLE_REVIEW]
    if key not in keys:
        title = tr(
            "there is no page “{page}”",
            page=named(key),
        )
        raise UsageError(title, _nearest(key, keys))


def _check_chosen(one: Chosen) -> None:
    if not one.text:
        title = tr("somebody or something is chosen without id and name")
        raise UsageError(title, tr("Give one of them, or both."))


def _nearest(word: str, known: Iterable[str]) -> str:
    names = list(known)
    near = get_close_matches(word, names, 1)
    return (
        tr("Do you mean {choice}?", choice=near[0])
        if near
        else tr("Use one of: {choices}.", choices=", ".join(names))
    )
