"""What the saving of a file and of a picture shows."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from clockify_desktop.domain.errors import AppError
from clockify_desktop.export.file_choice import FileChoice, PaperSize
from clockify_desktop.export.file_layout import FileLayout


class SavePhase(StrEnum):
    """Where a save stands."""

    EDITING = "editing"
    """Nothing is saved yet, or something changed since."""
    FETCHING = "fetching"
    """Clockify is asked for what the file lacks."""
    ADDING_UP = "adding up"
    """What would be saved is not known yet."""
    SAVING = "saving"
    SAVED = "saved"
    FAILED = "failed"

    @property
    def is_preparing(self) -> bool:
        """Whether there is nothing to save yet."""
        return self in {SavePhase.FETCHING, SavePhase.ADDING_UP}


@dataclass(frozen=True, slots=True)
class ExportState:
    """Everything that the dialog for files draws.

    Args:
        choice: What is chosen, as far as the page has it.
        offered: The layouts that there are, with the words of each.
        excel: Which signs this computer's spreadsheets expect, in words.
        paper: That of a PDF.
        forced_names: Why names stay hidden whatever is chosen; empty where they
            need not.
        described: Whether what entries say may be in a file at all.
        numbers: The places of the columns of numbers.
        preview_rows: Up to eight rows of the ``count`` below the header.
        every_column: All that there are to choose from, but for what a box leaves
            out.
        all_columns: How many there are.
        picture: What there is to look at in place of rows, a PNG.
        total: All time of it in words; empty where it tells none.
        personal: Which personal data it holds; empty for none.
        lacking: What has to be said of its rows.
        command: The words behind the program's name that write the same file; none
            where no command does.
        there: Whether a file of the chosen name is there.
        made: Whether the file itself is ready, so that an error is of saving it.
        error: There only while ``FAILED``, as ``saved`` is while ``SAVED``.
    """

    about: str = ""
    file_name: str = ""
    choice: FileChoice = field(default_factory=FileChoice)
    offered: tuple[tuple[FileLayout, str], ...] = ()
    excel: str = ""
    paper: PaperSize = PaperSize.A4
    forced_names: str = ""
    described: bool = True
    columns: tuple[str, ...] = ()
    every_column: tuple[str, ...] = ()
    all_columns: int = 0
    preview_rows: tuple[tuple[str, ...], ...] = ()
    numbers: frozenset[int] = frozenset()
    count: int = 0
    picture: bytes = b""
    total: str = ""
    personal: str = ""
    lacking: tuple[str, ...] = ()
    command: tuple[str, ...] = ()
    there: bool = False
    made: bool = False
    phase: SavePhase = SavePhase.EDITING
    error: AppError | None = None
    saved: Path | None = None


@dataclass(frozen=True, slots=True)
class PictureState:
    """How far a picture is on its way; ``copied`` is the PNG for the clipboard."""

    phase: SavePhase = SavePhase.EDITING
    error: AppError | None = None
    saved: Path | None = None
    copied: bytes | None = None
