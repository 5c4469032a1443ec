import logging
import subprocess
import sys
from types import ModuleType

import pytest

from clockify_desktop.charts import font_search
from clockify_desktop.charts.font_search import find_fonts


def test_what_a_program_says_beside_its_output_is_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    own, found = subprocess.check_output, []

    def importing(name: str) -> ModuleType:
        talks = "import os; os.write(1, b'a.ttf'); os.write(2, b'No \\xff\\n')"
        found.append(subprocess.check_output([sys.executable, "-c", talks]))
        fails = [sys.executable, "-c", "import sys; sys.exit('Broken')"]
        with pytest.raises(subprocess.CalledProcessError):
            subprocess.check_output(fails)
        return ModuleType(name)

    monkeypatch.delitem(sys.modules, font_search._FONTS, raising=False)
    monkeypatch.setattr(font_search, "import_module", importing)
    with caplog.at_level(logging.WARNING):
        find_fonts()
    assert found == [b"a.ttf"]
    assert [one.getMessage() for one in caplog.records] == [
        f"{sys.executable}: No \ufffd",
        f"{sys.executable}: Broken",
    ]
    assert subprocess.check_output is own


def test_it_is_done_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, font_search._FONTS, ModuleType("fonts"))
    imported: list[str] = []
    monkeypatch.setattr(font_search, "import_module", imported.append)
    find_fonts()
    assert not imported
