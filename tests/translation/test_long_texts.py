"""The real window in a language that is two fifths longer, and once more mirrored.

Nothing that the program says around a picture, on a button, in a head or beside a field
is cut off, and every page is drawn. ``pseudo_window.py`` looks at each.
"""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.translation.pseudo_language import LENGTH, is_pseudo, longer

HERE = Path(__file__).parent
PACKAGING = HERE.parents[1] / "packaging"
PAGES = 10


def pictures() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pictures", PACKAGING / "pictures.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["pictures"] = module
    spec.loader.exec_module(module)
    return module


PICTURES = pictures()


@pytest.mark.parametrize(
    ("language", "scene", "size", "taken"),
    [
        ("xx", "pages", (1440, 900), PAGES),
        ("xx", "pages", (1100, 860), PAGES),
        ("he", "pages", (1440, 900), PAGES),
        ("xx", "save-file", (1440, 900), 1),
        ("xx", "settings", (1440, 900), 1),
        ("he", "sign-in", (1440, 900), 1),
    ],
)
def test_nothing_is_cut_off_in_a_longer_language(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    scene: str,
    size: tuple[int, int],
    taken: int,
) -> None:
    found = tmp_path / "found.txt"
    driver = [sys.executable, str(HERE / "pseudo_window.py"), str(found), language]
    monkeypatch.setattr(PICTURES, "TAKE", driver)
    monkeypatch.setattr(PICTURES, "ROOT", tmp_path)
    folder = tmp_path / "pictures"
    PICTURES._take(PICTURES.Picture("pseudo", scene, size=size), folder)
    assert len(list(folder.glob("*.png"))) == taken
    assert found.read_text(encoding="utf-8") == ""


def test_the_pseudo_language_is_longer_and_keeps_blanks() -> None:
    text = "{people} logged {time} on {days}."
    said = longer(text)
    assert is_pseudo(said)
    assert len(said) >= LENGTH * len("  logged  on .")
    assert said.format(people="1", time="2", days="3")
