import os
import subprocess
import sys
from pathlib import Path

DEMO = Path(__file__).parents[2] / "packaging" / "demo.py"
FILES = [
    Path("demo") / "last-week-people-by-project.csv",
    Path("demo") / "last-week-people-by-project.png",
]

SCREENS = {"DISPLAY", "WAYLAND_DISPLAY"}


def test_demo_writes_and_names_a_table_and_a_picture(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, DEMO],
        cwd=tmp_path,
        env={name: os.environ[name] for name in os.environ.keys() - SCREENS},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.splitlines() == [str(path) for path in FILES]
    table, picture = ((tmp_path / path).read_bytes() for path in FILES)
    assert table.startswith(b"user,user_id,user_email,project,project_id,client,")
    assert table.count(b"\n") > 20
    assert picture.startswith(b"\x89PNG\r\n")
