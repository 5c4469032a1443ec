"""Makes the pictures in docs/ from the sample organisation at a fixed instant."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
# These come with the program: few colours each, so that they are small.
GUIDE = ROOT / "docs" / "guide" / "pictures"
GUIDE_COLORS = 192
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
        size: Width and height of the screen's part, in its own pixels.
        scale: Of these a logical one.
        period: As the settings write it.
        server: More arguments of the sample server.
        role: Whose key opens it: the owner's, a manager's or a member's.
    """

    name: str
    scene: str = "report"
    appearance: str = "light"
    size: tuple[int, int] = (1440, 900)
    server: tuple[str, ...] = ()
    role: str = "owner"
    scale: float = 1.0
    period: str = WEEK


WINDOW = (
    Picture("window-light"),
    Picture("window-dark", appearance="dark"),
    Picture("window-narrow", size=(1100, 860)),
    Picture("window-wide", size=(2560, 1300)),
    Picture("window-1280x720", size=(1280, 720)),
    Picture("window-1366x768-150", size=(1366, 768), scale=1.5),
    Picture("window-1440x900-200", size=(1440, 900), scale=2.0),
    Picture("window-projects-dark", "projects", "dark"),
    Picture("window-tags", "tags"),
    Picture("window-billable-dark", "billable", "dark"),
    Picture("window-3-people", server=("--users", "3")),
    Picture("window-300-people", server=("--users", "300")),
    Picture("window-60-projects", server=("--projects", "60")),
    Picture("window-60-projects-dark", appearance="dark", server=("--projects", "60")),
    Picture("window-loading", "loading", server=("--latency-ms", "1500")),
    Picture("window-error", "error"),
    Picture("window-empty", "empty"),
    Picture("window-offer", "offer"),
    Picture("window-two-cells", "cells"),
    Picture("window-second-account", "second-account", server=("--latency-ms", "900")),
    Picture("window-own-time-dark", appearance="dark", role="member"),
    Picture("sign-in-light", "sign-in"),
    Picture("sign-in-dark", "sign-in", "dark"),
)
# Each in light and dark; the scenes of all pages add the page to the name.
GUIDE_SIZE = (1200, 780)
IN_GUIDE = tuple(
    Picture(f"{scene}-{appearance}", scene, appearance, size=GUIDE_SIZE)
    for scene in ("pages", "sign-in", "save-file", "hidden-names")
    for appearance in ("light", "dark")
)
# More of them than the documentation has room for: to be looked at, not kept.
PAGES_OF_MANY = (
    Picture("light", "pages"),
    Picture("dark", "pages", "dark"),
    Picture("narrow", "pages", size=(1100, 860)),
    Picture("wide", "pages", size=(2560, 1300)),
    Picture("150", "pages", size=(1920, 1200), scale=1.5),
    Picture("3-people", "pages", server=("--users", "3")),
    Picture("100-people-dark", "pages", "dark", server=("--users", "100")),
    Picture("300-people", "pages", server=("--users", "300")),
    Picture("nobody-logged", "pages", period="2026-12-07..2026-12-13"),
    Picture("all-on-leave", "pages", period="2025-12-25..2025-12-25"),
    Picture("not-permitted", "pages", role="member"),
    Picture("save-file", "save-file"),
    Picture("save-file-dark", "save-file", "dark"),
    Picture("loading", "pages-loading", server=("--latency-ms", "900")),
)


def main() -> int:
    """Take each picture; name it. ``--window`` takes those of the window too."""
    GUIDE.mkdir(parents=True, exist_ok=True)
    with _server() as variables:
        report = ["report", "--period", "2026-W47", "--format", "png"]
        target = GUIDE / "last-week.png"
        _run([*PROGRAM, *report, "--output", str(target)], variables)
        _save_small(target, target)
        _name(target)
    if "--window" in sys.argv[1:]:
        for picture in WINDOW:
            _take(picture, PICTURES)
        take_guide(IN_GUIDE)
        for picture in PAGES_OF_MANY:
            _take(picture, ROOT / "build" / "pictures")
    return 0


def take_guide(pictures: Iterable[Picture]) -> None:
    """Take pictures of the guide, as ``where-dark.png`` and so on."""
    GUIDE.mkdir(parents=True, exist_ok=True)
    for picture in pictures:
        with tempfile.TemporaryDirectory() as folder:
            _take(picture, Path(folder))
            for taken in sorted(Path(folder).iterdir()):
                scene = taken.stem.removeprefix(picture.name).lstrip("-")
                name = f"{scene}-{picture.appearance}" if scene else picture.name
                _save_small(taken, GUIDE / f"{name}.png")


def _save_small(taken: Path, target: Path) -> None:
    image = Image.open(taken).convert("RGB")
    few = image.quantize(GUIDE_COLORS, dither=Image.Dither.NONE)
    few.save(target, optimize=True)


def _take(picture: Picture, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{picture.name}.png"
    size = [str(round(pixels / picture.scale)) for pixels in picture.size]
    with tempfile.TemporaryDirectory() as home:
        # The scenes begin where time went.
        window = {"appearance": picture.appearance, "opening": "left"}
        accounts = {"from the environment": {"period": picture.period}}
        settings = {"version": 2, "window": window, "accounts": accounts}
        (Path(home) / "settings.json").write_text(json.dumps(settings))
        with _server(*picture.server, role=picture.role) as variables:
            own = {} if picture.scene == "sign-in" else variables
            own |= {"CLOCKIFY_DESKTOP_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
            # Nobody's home: its folders are seen in pictures, and nothing is written.
            own |= {"HOME": "/home/mia", "XDG_CONFIG_HOME": home}
            own |= {"XDG_CACHE_HOME": home, "MPLCONFIGDIR": home}
            own["QT_SCALE_FACTOR"] = str(picture.scale)
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
            keys = line.pop("keys")
            line |= {"CLOCKIFY_API_KEY": keys[role], "SECOND_API_KEY": keys["member"]}
            yield {**line, "SAMPLE_SERVER_PID": str(server.pid)}
        finally:
            server.terminate()


def _run(command: list[str], variables: dict[str, str]) -> None:
    subprocess.run(command, env={**os.environ, **variables}, check=True, timeout=120)  # noqa: S603 - our own program


def _name(target: Path) -> None:
    sys.stdout.write(f"{target.name}\n")


if __name__ == "__main__":
    sys.exit(main())
