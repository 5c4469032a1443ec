"""Makes the pictures in docs/ from the sample organisation at a fixed instant."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
# A Monday morning: last week is week 47.
NOW = "2026-11-23T09:00:00+01:00"
WEEK = "2026-11-16..2026-11-22"
PROGRAM = [sys.executable, "-m", "clockify_desktop"]
TAKE = [sys.executable, str(Path(__file__).with_name("window_picture.py"))]


@dataclass(frozen=True)
class Picture:
    """One picture of the window.

    Args:
        name: Of the file, without its suffix.
        scene: As ``window_picture.py`` knows it.
        appearance: Light or dark.
        size: Width and height in pixels.
        server: More arguments of the sample server.
        role: Whose key opens it: the owner's, a manager's or a member's.
    """

    name: str
    scene: str = "report"
    appearance: str = "light"
    size: tuple[int, int] = (1440, 900)
    server: tuple[str, ...] = ()
    role: str = "owner"


WINDOW = (
    Picture("window-light"),
    Picture("window-dark", appearance="dark"),
    Picture("window-narrow", size=(1100, 860)),
    Picture("window-wide", size=(2560, 1300)),
    Picture("window-projects-dark", "projects", "dark"),
    Picture("window-3-people", server=("--users", "3")),
    Picture("window-300-people", server=("--users", "300")),
    Picture("window-loading", "loading", server=("--latency-ms", "1500")),
    Picture("window-error", "error"),
    Picture("window-empty", "empty"),
    Picture("window-offer", "offer"),
    Picture("window-own-time-dark", appearance="dark", role="member"),
    Picture("sign-in-light", "sign-in"),
    Picture("sign-in-dark", "sign-in", "dark"),
)


def main() -> int:
    """Take each picture; name it. ``--window`` takes those of the window too."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with _server() as variables:
        report = ["report", "--period", "2026-W47", "--format", "png"]
        target = PICTURES / "last-week.png"
        _run([*PROGRAM, *report, "--output", str(target)], variables)
        _name(target)
    if "--window" in sys.argv[1:]:
        for picture in WINDOW:
            _take(picture)
    return 0


def _take(picture: Picture) -> None:
    target = PICTURES / f"{picture.name}.png"
    size = [str(pixels) for pixels in picture.size]
    with tempfile.TemporaryDirectory() as home:
        window = {"appearance": picture.appearance}
        accounts = {"from the environment": {"period": WEEK}}
        settings = {"version": 2, "window": window, "accounts": accounts}
        (Path(home) / "settings.json").write_text(json.dumps(settings))
        with _server(*picture.server, role=picture.role) as variables:
            own = {} if picture.scene == "sign-in" else variables
            own |= {"CLOCKIFY_DESKTOP_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
            _run([*TAKE, str(target), picture.scene, *size], own)
    _name(target)


@contextmanager
def _server(*more: str, role: str = "owner") -> Iterator[dict[str, str]]:
    with subprocess.Popen(  # noqa: S603 - our own program
        [*PROGRAM, "sample-server", "--port", "0", "--now", NOW, *more],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        try:
            line = json.loads(server.stdout.readline() if server.stdout else "")
            key = line.pop("keys")[role]
            pid = str(server.pid)
            yield {**line, "CLOCKIFY_API_KEY": key, "SAMPLE_SERVER_PID": pid}
        finally:
            server.terminate()


def _run(command: list[str], variables: dict[str, str]) -> None:
    subprocess.run(command, env={**os.environ, **variables}, check=True, timeout=60)  # noqa: S603 - our own program


def _name(target: Path) -> None:
    sys.stdout.write(f"{target.relative_to(ROOT)}\n")


if __name__ == "__main__":
    sys.exit(main())
