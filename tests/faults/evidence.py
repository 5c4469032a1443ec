"""All that was said while faults happened: where a key could have slipped out."""

import logging
import traceback
from dataclasses import dataclass, field
from pathlib import Path

from clockify_desktop.app.crash_report import CrashReporter
from clockify_desktop.domain.errors import AppError


# Its repr would repeat all evidence in the locals of every frame that knows it.
@dataclass(eq=False, repr=False)
class Evidence(logging.Handler):
    """Keeps what was logged, raised and written, by where it was found.

    Args:
        folder: Where crash reports are written.
    """

    folder: Path
    found: dict[str, list[bytes]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__(logging.DEBUG)
        self._reporter = CrashReporter(self.folder)
        self._reporter.tell_to(lambda report: self.note("crash reports", report))

    def note(self, where: str, said: str | bytes) -> None:
        """Keep something that was said."""
        plain = said if isinstance(said, bytes) else said.encode(errors="replace")
        self.found.setdefault(where, []).append(plain)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a log line, as a file would."""
        self.note("logs", self.format(record))

    def note_error(self, error: BaseException, *, with_locals: bool = True) -> None:
        """Keep all that an error says: of itself, in a traceback, in a crash report.

        Args:
            error: What was raised.
            with_locals: The values in all frames too, which the program's own reports
                leave out. A server that repeats the key puts it into some of them.
        """
        self.note("errors", f"{error}\n{error!r}\n{error.args!r}\n{vars(error)!r}")
        if isinstance(error, AppError):
            self.note("errors", f"{error.title}\n{error.advice}")
        told = traceback.TracebackException.from_exception(
            error, capture_locals=with_locals
        )
        self.note("tracebacks", "".join(told.format()))
        self._reporter._on_exception(type(error), error, error.__traceback__)

    def note_folder(self, where: str, folder: Path) -> None:
        """Keep every file below a folder, and its name."""
        for path in sorted(folder.rglob("*")):
            self.note(where, str(path.relative_to(folder)))
            if path.is_file():
                self.note(where, path.read_bytes())
