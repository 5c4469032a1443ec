"""``clockify-desktop run``: writes what report files say, each output as ``report``."""

import argparse
import os
from pathlib import Path

from clockify_desktop.cli.output import say_error
from clockify_desktop.cli.report import Asked, write_report
from clockify_desktop.cli.report_arguments import parsed
from clockify_desktop.cli.standard_streams import write_output
from clockify_desktop.domain.errors import (
    AppError,
    FileRefusedError,
    LookUpError,
    UsageError,
)
from clockify_desktop.domain.report import ReportQuery
from clockify_desktop.domain.showable import named
from clockify_desktop.files.file_errors import file_error, one_line
from clockify_desktop.files.regular_files import NoRegularFileError, read_regular
from clockify_desktop.services.command_words import report_words
from clockify_desktop.services.output_names import output_path
from clockify_desktop.services.report_file import ReportFile, ReportOutput, with_names
from clockify_desktop.services.report_file_toml import located, read_report_file
from clockify_desktop.translation import tr

_REFUSED, _WRONG = 1, 2


def run(arguments: argparse.Namespace) -> int:
    """Write all outputs of all files, whatever becomes of the others.

    Returns:
        0; 2 or 1 where something was refused, whichever came first; else 3 where
        something is lacking and a file says that this is to be told.

    Raises:
        FileRefusedError: Everything was tried, and standard output took no more.
    """
    running = _Running(arguments)
    for name in arguments.files:
        try:
            running.write_file(Path(name))
        except AppError as error:
            running.fail(error)
    if running.unsaid is not None:
        raise running.unsaid
    return running.code


class _Running:
    """A run over some files.

    ``unsaid`` tells why a path could not be said, ``None`` where each was.
    """

    def __init__(self, arguments: argparse.Namespace) -> None:
        self._arguments = arguments
        self._written: set[str] = set()
        self._known: dict[str, Asked] = {}
        self._lacking = 0
        self._failed = 0
        self.unsaid: FileRefusedError | None = None

    @property
    def code(self) -> int:
        return self._failed or self._lacking

    def fail(self, error: AppError) -> None:
        """Say what was refused, and remember it for the end."""
        say_error(error)
        wrong = isinstance(error, UsageError)
        self._failed = self._failed or (_WRONG if wrong else _REFUSED)

    def write_file(self, path: Path) -> None:
        """Write the outputs of a file.

        Raises:
            AppError: The file cannot be read, or names no output.
        """
        name = one_line(Path(path.name))
        content = _read(path)
        file = read_report_file(content, name)
        # Files of one report hold the same numbers, whatever is logged meanwhile.
        self._known.clear()
        if not file.outputs:
            title = tr("{file} names no output", file=named(name))
            raise UsageError(
                title, tr("Add [[outputs]] with a path, such as week.csv.")
            )
        folder = self._arguments.output_dir
        for place, output in enumerate(file.outputs):
            try:
                self._write_output(file, output, Path(folder or path.parent))
            except UsageError as error:
                self.fail(located(error, content, name, place))
            except LookUpError as error:
                self.fail(_of_file(with_names(error, file), name))
            except AppError as error:
                self.fail(_of_file(error, name))

    def _write_output(
        self, file: ReportFile, output: ReportOutput, folder: Path
    ) -> None:
        words = report_words(file, output)
        # The last of two options is the one that counts.
        if self._arguments.period is not None:
            words += ("--period", self._arguments.period)
        if self._arguments.demo:
            words.append("--demo")
        # The place of the output is not known yet, and its ending is.
        arguments = parsed([*words, "--output", str(folder / output.path)])
        written = ""

        def place(query: ReportQuery) -> str:
            nonlocal written
            demo = self._arguments.demo
            path = output_path(folder, output.path, query, file.page, sample=demo)
            written = str(path)
            self._claim(path)
            return written

        self._lacking = write_report(arguments, place, self._known) or self._lacking
        self._tell(written)

    def _claim(self, path: Path) -> None:
        """Refuse a place that this run has filled; make the folder."""
        place = os.path.normcase(path.resolve())
        if place in self._written:
            title = tr(
                "{file} was written by this run before",
                file=named(one_line(Path(path.name))),
            )
            raise UsageError(title, tr("Give each output a path of its own."))
        self._written.add(place)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise file_error(path.parent, error, "made") from None

    def _tell(self, written: str) -> None:
        if self.unsaid is not None:
            return
        try:
            write_output(os.fsencode(f"{written}\n"))
        except FileRefusedError as error:
            # The others are written all the same.
            self.unsaid = error


def _of_file(error: AppError, name: str) -> AppError:
    return AppError(f"{named(name)}: {error.title}", error.advice)


def _read(path: Path) -> bytes:
    try:
        return read_regular(path)
    except NoRegularFileError:
        title = tr(
            "{file} is no file that can be read",
            file=named(one_line(Path(path.name))),
        )
        raise FileRefusedError(title, tr("Name a report file.")) from None
    except OSError as error:
        raise file_error(path, error, "read") from None
