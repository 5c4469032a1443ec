import pytest

from clockify_desktop.cli.no_window import missing_library, not_imported


def test_a_missing_library_is_named() -> None:
    said = "libEGL.so.1: cannot open shared object file: No such file or directory"
    error = missing_library(said)
    assert error.title == "The window needs libEGL.so.1, which is missing or damaged"
    assert error.advice.startswith("Install it, or use clockify-desktop report")
    other = missing_library("No module named 'PySide6'")
    assert other.title == "The window cannot be loaded: No module named 'PySide6'"
    assert other.advice.startswith("Use clockify-desktop report")


@pytest.mark.parametrize(
    ("error", "of_qt"),
    [
        (ImportError("libGL.so.1: no", name="PySide6.QtGui"), True),
        (ImportError("libGL.so.1: no", path="/lib/PySide6/QtGui.abi3.so"), True),
        (ModuleNotFoundError("No module named 'PySide6'", name="PySide6"), True),
        (ImportError("a mistake", name="clockify_desktop.app.start"), False),
        (ImportError("a mistake"), False),
    ],
)
def test_what_is_missing_of_something_else_is_a_mistake(
    error: ImportError,
    of_qt: bool,  # noqa: FBT001 - a parameter
) -> None:
    assert (not_imported(error) is not None) is of_qt
