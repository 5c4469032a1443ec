"""What somebody chose of a file: for which program, which rows, what goes in."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any, Final, TypeVar

from clockify_desktop.export.column_choice import (
    AMOUNT_COLUMNS,
    ASKED_COLUMNS,
    ColumnChoice,
)
from clockify_desktop.export.csv_file import PLAIN, CsvSyntax, FileFormat, excel
from clockify_desktop.export.file_layout import FileLayout
from clockify_desktop.export.regional_signs import RegionalSigns

_Word = TypeVar("_Word", bound=StrEnum)

ID_COLUMNS: Final = frozenset(
    {
        *("user_id", "user_email", "email", "Email", "project_id", "client_id"),
        *("group_id", "task_id", "tag_id", "tag_ids", "entry_id", "other_entry_id"),
    }
)
_DESCRIPTIONS: Final = frozenset({"description", "Description"})
# What of a choice are names of columns.
_NAMES: Final = ("without", "added")


class FileProgram(StrEnum):
    """For which program a file is, as the settings spell it."""

    EXCEL = "excel"
    PLAIN = "plain"
    CLOCKIFY = "clockify"
    SPREADSHEET = "spreadsheet"
    REVIEW = "review"
    PICTURE = "picture"
    OTHER = "other"

    @property
    def is_csv(self) -> bool:
        """Whether it reads rows of text."""
        return self.has_columns and self is not FileProgram.SPREADSHEET

    @property
    def has_columns(self) -> bool:
        """Whether what it reads are columns, and no drawing."""
        return self not in {FileProgram.REVIEW, FileProgram.PICTURE}

    @property
    def is_of_review(self) -> bool:
        """Whether it is given all pages at once."""
        return self in {FileProgram.REVIEW, FileProgram.SPREADSHEET}

    @property
    def file_format(self) -> FileFormat | None:
        """The same in the settings of all accounts, ``None`` for what they lack."""
        return next((one for one in FileFormat if one.value == self.value), None)


class PeopleAs(StrEnum):
    """By which names people stand in a file."""

    NAMES = "names"
    INITIALS = "initials"
    LETTERS = "letters"


class PaperSize(StrEnum):
    """The paper of a PDF."""

    A4 = "a4"
    LETTER = "letter"


class PictureKind(StrEnum):
    """Kinds of picture files."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


class Separator(StrEnum):
    """What stands between fields."""

    COMMA = "comma"
    SEMICOLON = "semicolon"
    TAB = "tab"
    PIPE = "pipe"

    @property
    def sign(self) -> str:
        """As it stands in a file."""
        return {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}[self]


class DecimalSign(StrEnum):
    """What stands before decimals."""

    POINT = "point"
    COMMA = "comma"

    @property
    def sign(self) -> str:
        """As it stands in a file."""
        return "." if self is DecimalSign.POINT else ","


class TextEncoding(StrEnum):
    """The encodings that are offered, by the names of their codecs."""

    UTF_8 = "utf-8"
    WITH_MARK = "utf-8-sig"
    UTF_16 = "utf-16"
    WINDOWS = "cp1252"


@dataclass(frozen=True, slots=True)
class FileChoice:
    """Everything that can be chosen of a file.

    Args:
        without: Names of columns that somebody left out, of whichever file.
        added: Names of ``ASKED_COLUMNS`` that somebody asked for.
        ids: Whether ids and e-mail addresses are written.
        paper: Of a PDF; ``None`` for what is usual in the region.
        separator: This one and those below count for other programs alone.
        guards: Whether text that looks like a formula is defused.
    """

    program: FileProgram = FileProgram.EXCEL
    layout: FileLayout = FileLayout.SHOWN
    without: frozenset[str] = frozenset()
    added: frozenset[str] = frozenset()
    ids: bool = True
    amounts: bool = False
    descriptions: bool = False
    people: PeopleAs = PeopleAs.NAMES
    picture: PictureKind = PictureKind.PNG
    paper: PaperSize | None = None
    separator: Separator = Separator.SEMICOLON
    decimal_sign: DecimalSign = DecimalSign.COMMA
    encoding: TextEncoding = TextEncoding.UTF_8
    guards: bool = True

    def syntax(self, signs: RegionalSigns) -> CsvSyntax:
        """Tell how a CSV is written.

        Args:
            signs: What a spreadsheet of this person expects.

        Raises:
            UsageError: Two signs are the same.
        """
        if self.program is FileProgram.EXCEL:
            return excel(signs)
        if self.program is not FileProgram.OTHER:
            return PLAIN
        return replace(
            PLAIN,
            encoding=self.encoding.value,
            separator=self.separator.sign,
            decimal_sign=self.decimal_sign.sign,
            guards=self.guards,
        )

    @property
    def hidden_columns(self) -> frozenset[str]:
        """The columns that none of the boxes lets in."""
        return frozenset().union(
            () if self.ids else ID_COLUMNS,
            () if self.amounts else AMOUNT_COLUMNS,
            () if self.descriptions else _DESCRIPTIONS,
        )

    @property
    def columns(self) -> ColumnChoice:
        """Which columns are written of those that there are."""
        unasked = ASKED_COLUMNS - self.added
        return ColumnChoice(without=self.without | self.hidden_columns | unasked)

    def with_column(self, name: str, *, written: bool) -> "FileChoice":
        """Write a column, or leave it out."""
        if name in ASKED_COLUMNS:
            added = self.added | {name} if written else self.added - {name}
            return replace(self, added=added)
        without = self.without - {name} if written else self.without | {name}
        return replace(self, without=without)

    @property
    def has_usual_columns(self) -> bool:
        """Whether it has all columns that nobody has to ask for."""
        return self.ids and not self.without and not self.added

    @property
    def ending(self) -> str:
        """What the name of the file ends with, without the point."""
        if self.program is FileProgram.PICTURE:
            return self.picture.value
        if self.program is FileProgram.SPREADSHEET:
            return "xlsx"
        return "csv" if self.program.is_csv else "pdf"

    def as_dict(self) -> dict[str, Any]:
        """Write it in plain words, as the settings keep it."""
        names = {name: sorted(getattr(self, name)) for name in _NAMES}
        return {**asdict(self), **names}


def file_choice(kept: Mapping[str, Any], usual: FileChoice) -> FileChoice:
    """Read what the settings keep; what means nothing any more is as usual."""
    known = {name: _known(kept.get(name), value) for name, value in _fields(usual)}
    for field in _NAMES:
        names = kept.get(field)
        if isinstance(names, list | tuple):
            known[field] = frozenset(one for one in names if isinstance(one, str))
    known["paper"] = _word(kept.get("paper"), PaperSize)
    return FileChoice(**known)


def _fields(choice: FileChoice) -> list[tuple[str, Any]]:
    return [(name, getattr(choice, name)) for name in FileChoice.__slots__]


def _known(said: object, usual: Any) -> Any:  # noqa: ANN401 - of the type of what is usual
    if isinstance(usual, bool):
        return said if isinstance(said, bool) else usual
    if isinstance(usual, StrEnum):
        return _word(said, type(usual)) or usual
    return usual


def _word(said: object, kind: type[_Word]) -> _Word | None:
    return next((one for one in kind if one.value == said), None)
