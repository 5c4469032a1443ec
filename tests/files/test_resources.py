import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from clockify_desktop.files.resources import resource

ROOT = Path(__file__).parents[2]
ICON = "icons/clockify-desktop.svg"


def test_icon_is_a_picture() -> None:
    root = ET.fromstring(resource(ICON).read_bytes())  # noqa: S314 - our own file
    assert root.tag == "{http://www.w3.org/2000/svg}svg"


@pytest.mark.parametrize("name", ["icons/missing.svg", "icons"])
def test_what_is_not_there_is_named(name: str) -> None:
    with pytest.raises(FileNotFoundError, match=name):
        resource(name)


def test_wheel_brings_the_resources_along(tmp_path: Path) -> None:
    # Offline: the build backend is in this environment already.
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    # From an empty folder, so that the work tree cannot help out.
    code = (
        "from clockify_desktop.files.resources import resource as r, __file__ as f;"
        f"print(f); print(r({ICON!r}))"
    )
    (tmp_path / "empty").mkdir()
    told = subprocess.run(
        [sys.executable, "-S", "-c", code],
        cwd=tmp_path / "empty",
        env={"PYTHONPATH": str(tmp_path / "site")},
        check=True,
        capture_output=True,
        text=True,
    )
    module, icon = map(Path, told.stdout.splitlines())
    package = tmp_path / "site" / "clockify_desktop"
    assert module == package / "files" / "resources.py"
    assert icon == package / "resources" / ICON
    assert icon.read_bytes() == resource(ICON).read_bytes()
