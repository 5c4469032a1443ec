"""Reading and replacing this program's own small files, for the person alone."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

import msgspec

from clockify_desktop.domain.errors import AppError
from clockify_desktop.files.atomic import replace_file
from clockify_desktop.files.file_errors import file_error
from clockify_desktop.files.regular_files import NoRegularFileError, read_regular

PRIVATE_FOLDER = 0o700
_ASIDE = ".unreadable-"

T = TypeVar("T", bound=msgspec.Struct)
Migration = Callable[[dict[str, Any]], None]
_DAMAGED = (msgspec.MsgspecError, ValueError, RecursionError)


class _Written(msgspec.Struct, frozen=True):
    """The only part of a file that later versions keep."""

    version: int


def read_private(
    path: Path,
    form: type[T],
    version: int,
    *,
    migrations: Mapping[int, Migration] = MappingProxyType({}),
    too_new: Callable[[], AppError],
    unreadable: Callable[[Path], AppError],
) -> T | None:
    """Read a file of a known version; a damaged one, or what is none, is set aside.

    Args:
        version: The newest version that is understood.
        migrations: For each older version what turns its content, changed in place,
            into that of the next one.
        too_new: Makes the error for a newer one, which is left as it is.
        unreadable: Makes the error for a damaged one, from where it is now.

    Returns:
        The content, ``None`` where there is no file.

    Raises:
        AppError: One of the two, or the disk refuses.
    """
    try:
        content = read_regular(path)
    except FileNotFoundError:
        return None
    except NoRegularFileError:
        content = b""
    except OSError as error:
        raise file_error(path, error, "read") from None
    known: T | None = None
    try:
        written = msgspec.json.decode(content, type=_Written).version
        newer = written > version
        if not newer:
            known = _migrated(content, form, written, version, migrations)
    # Too deep a nesting is no ValueError; a migration meets values of any type.
    except (*_DAMAGED, AttributeError, TypeError):
        newer = False
    # Raised out here, so that no context holds what the file said.
    if newer:
        raise too_new()
    if known is None:
        raise unreadable(set_aside(path))
    return known


def _migrated(
    content: bytes,
    form: type[T],
    written: int,
    version: int,
    migrations: Mapping[int, Migration],
) -> T:
    if written == version:
        return msgspec.json.decode(content, type=form)
    kept: dict[str, Any] = msgspec.json.decode(content)
    for older in sorted(migrations):
        if written <= older:
            migrations[older](kept)
    return msgspec.convert({**kept, "version": version}, form)


def write_private(path: Path, content: msgspec.Struct) -> None:
    """Replace a file whole, for the person alone; a missing folder is made.

    Raises:
        FileRefusedError: The disk refuses; an earlier file is as it was.
    """
    folder = path.parent
    try:
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    except OSError as error:
        raise file_error(folder, error, "made") from None
    text = msgspec.json.format(msgspec.json.encode(content), indent=2)
    replace_file(path, text + b"\n", private=True)


def files_set_aside(path: Path) -> tuple[Path, ...]:
    """Find what was set aside of a file, which need not be there."""
    found = path.parent.glob(f"{path.name}{_ASIDE}*")
    # A folder was never this program's.
    return tuple(sorted(one for one in found if not one.is_dir()))


def set_aside(path: Path) -> Path:
    """Rename a damaged file, and tell its new place.

    Raises:
        FileRefusedError: The disk refuses.
    """
    number = 1
    while os.path.lexists(aside := path.with_name(f"{path.name}{_ASIDE}{number}")):
        number += 1
    try:
        path.rename(aside)
    except OSError as error:
        raise file_error(path, error, "set aside") from None
    return aside
