"""What the export of a table and the saving of a picture show."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from clockify_desktop.domain.errors import AppError
from clockify_desktop.export.csv_file import FileFormat
from clockify_desktop.export.file_layout import FileLayout


class SavePhase(StrEnum):
    """Where a save stands."""

    EDITING = "editing"
    """Nothing is saved yet, or something changed since."""
    ADDING_UP = "adding up"
    """What would be saved is not known yet."""
    SAVING = "saving"
    SAVED = "saved"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ExportState:
    """Everything that the export dialog draws.

    ``numbers`` are the places of the columns of numbers, ``preview_rows`` up to eight
    rows of the ``count`` that the file has beside its header. There is an error only
    while ``FAILED``, and what was saved only while ``SAVED``. ``layouts`` can be
    chosen.
    """

    title: str = ""
    about: str = ""
    file_name: str = ""
    file_format: FileFormat = FileFormat.EXCEL
    layout: FileLayout = FileLayout.SHOWN
    layouts: tuple[FileLayout, ...] = (FileLayout.SHOWN,)
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
    """How far a picture is on its way; ``copied`` is the PNG for the clipboard."""

    phase: SavePhase = SavePhase.EDITING
    error: AppError | None = None
    saved: Path | None = None
    copied: bytes | None = None
