"""What a report of a mistake has to say of the program: no secrets, and no names."""

import platform
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import clockify_desktop
from clockify_desktop.domain.errors import UsageError
from clockify_desktop.files.resources import resource
from clockify_desktop.store.folders import ERROR_LOG, settings_folder
from clockify_desktop.translation import tr

_COMMIT_FILE = "commit.txt"
_SHORT = 7


def program_details() -> tuple[tuple[str, str], ...]:
    """List what this program is, and where it keeps its own files."""
    return ((tr("Version"), _version()), *_libraries(), *_folders())


def _version() -> str:
    commit = built_from(Path(clockify_desktop.__file__).parents[1] / ".git")
    # As `git` calls it, whatever is spoken.
    told = f" (commit {commit[:_SHORT]})" if commit else ""
    return f"{clockify_desktop.__version__}{told}"


def built_from(git: Path) -> str:
    """Find the commit of a work tree, else the one that a package was built from.

    Returns:
        Empty where neither is known.
    """
    with suppress(OSError):
        head = (git / "HEAD").read_text().strip()
        if not head.startswith("ref: "):
            return head
        name = head.removeprefix("ref: ")
        if (git / name).is_file():
            return (git / name).read_text().strip()
        for line in (git / "packed-refs").read_text().splitlines():
            commit, _, packed = line.partition(" ")
            if packed == name:
                return commit
    with suppress(OSError):
        return resource(_COMMIT_FILE).read_text().strip()
    return ""


def _libraries() -> Iterator[tuple[str, str]]:
    yield "Python", platform.python_version()
    for name, package in (
        ("Qt", "PySide6_Essentials"),
        ("matplotlib", "matplotlib"),
    ):
        with suppress(PackageNotFoundError):
            yield name, version(package)
    yield tr("System"), platform.platform()


def _folders() -> Iterator[tuple[str, str]]:
    try:
        folder = settings_folder()
    except UsageError as error:
        yield tr("Settings"), str(error)
        return
    yield tr("Settings"), _without_home(folder)
    yield tr("Error log"), _without_home(folder / ERROR_LOG)


def _without_home(path: Path) -> str:
    """Write a path; the folder of a person bears their name."""
    with suppress(ValueError, RuntimeError):
        return str(Path("~") / path.relative_to(Path.home()))
    return str(path)
