"""Finding the icons, styles and help pages that come with the program."""

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
# The build puts the folder into the package; in a work tree, and so in an editable
# install, it stands beside the package.
_FOLDERS = (_PACKAGE / "resources", _PACKAGE.parent / "resources")


def resource(name: str) -> Path:
    """Find a file by its path below ``resources/``, such as ``help/help.html``.

    Raises:
        FileNotFoundError: The install is damaged, or the name is wrong.
    """
    for folder in _FOLDERS:
        path = folder / name
        if path.is_file():
            return path
    raise FileNotFoundError(name)
