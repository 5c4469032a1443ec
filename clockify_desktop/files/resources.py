"""Finding the icons and the pages of the guide that come with the program."""

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
# The build puts them into the package; in a work tree, and so in an editable install,
# they stand beside it, and the guide where people read it.
_FOLDERS = (
    _PACKAGE / "resources",
    _PACKAGE.parent / "resources",
    _PACKAGE.parent,
)


def resource(name: str) -> Path:
    """Find a file by its path in the package, such as ``docs/guide/install.md``.

    Raises:
        FileNotFoundError: The install is damaged, or the name is wrong.
    """
    for folder in _FOLDERS:
        path = folder / name
        if path.is_file():
            return path
    raise FileNotFoundError(name)
