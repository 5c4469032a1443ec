"""What the export of a table and the saving of a picture show."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from clockify_desktop.domain.errors import AppError
from clockify_desktop.export.csv_file import FileFormat


class SavePhase(StrEnum):
    """Where a save stands."""

    EDITING = "editing"
    """Nothing is saved yet, or something changed since."""
    SAVING = "saving"
    SAVED = "saved"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ExportState:
    """Everything that the export dialog draws.

    Args:
        title: What is grouped by what, such as ``People by project``.
        about: Workspace and period, and how many people and projects were chosen.
        preview_rows: Up to eight rows, one text a column, as the program reads them.
        count: How many rows the file has beside its header.
        error: Why it failed; only while ``FAILED``.
        saved: What was saved; only while ``SAVED``.
    """

    title: str = ""
    about: str = ""
    file_name: str = ""
    file_format: FileFormat = FileFormat.EXCEL
    columns: tuple[str, ...] = ()
    preview_rows: tuple[tuple[str, ...], ...] = ()
    numbers: frozenset[int] = frozenset()
    count: int = 0
    total: str = ""
    phase: SavePhase = SavePhase.EDITING
    error: AppError | None = None
    saved: Path | None = None


class PictureKind(StrEnum):
    """Kinds of picture files."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class PictureState:
    """How far a picture is on its way.

    Args:
        error: Why it failed; only while ``FAILED``.
        saved: What was saved; only while ``SAVED`` into a file.
        copied: The PNG for the clipboard; only while ``SAVED`` without a file.
    """

    phase: SavePhase = SavePhase.EDITING
    error: AppError | None = None
    saved: Path | None = None
    copied: bytes | None = None
