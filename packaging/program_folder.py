"""Builds the wheel of the last commit, and of it the program's folder.

Run by ``make package``, in the environment of both locks. What is built names the
commit, and is the same whenever the same commit is built. With ``--any-speed``, for
where others use the computer too, a slow start is told, and no failure.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

from icons import draw

HERE: Final = Path(__file__).absolute().parent
NAME: Final = "clockify-desktop"
PLACE: Final = Path(os.environ.get("PACKAGE_PLACE", HERE.parent / "dist")).absolute()
WORK: Final = HERE.parent / "build" / f"{PLACE.name}-work"
ICONS: Final = WORK / "icons"
FOLDER: Final = PLACE / NAME
MEBIBYTE: Final = 1 << 20

MOST_MIB: Final = 260
MOST_OF_SOURCE: Final = 1.2
_STARTS: Final = 9
# Of the program's languages; Qt has no words of its own for pt_PT.
_QT_LANGUAGES: Final = ("de", "es", "fr", "pt_BR")


def main() -> int:
    """Build and measure.

    Returns:
        1 where the folder is larger or slower than promised.
    """
    commit = _said("git", "rev-parse", "HEAD")
    os.environ.update(settled_environment())
    for old in (WORK, FOLDER):
        shutil.rmtree(old, ignore_errors=True)
    for old in (*PLACE.glob("clockify_desktop-*.whl"), *PLACE.glob(f"{NAME}_*.deb")):
        old.unlink()
    source = WORK / "source"
    _unpack_commit(source)
    (source / "resources" / "commit.txt").write_text(f"{commit}\n")
    _build_wheel(source)
    draw(ICONS)
    os.environ["PACKAGE_ICONS"] = str(ICONS)
    _run(
        *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
        *("--distpath", str(PLACE), "--workpath", str(WORK / "pyinstaller")),
        str(HERE / f"{NAME}.spec"),
    )
    _require_texts(source / "resources")
    _strip_python()
    size = size_mib(FOLDER)
    ratio = _start_against_source()
    sys.stdout.write(
        f"{FOLDER.name}: {size:.0f} MiB (at most {MOST_MIB}), start to first report"
        f" {ratio:.2f} x of the source's (at most {MOST_OF_SOURCE})\n"
    )
    is_slow = ratio > MOST_OF_SOURCE and "--any-speed" not in sys.argv
    return int(size > MOST_MIB or is_slow)


def settled_environment() -> dict[str, str]:
    """Give the variables by which two builds of one commit are the same."""
    epoch = _said("git", "log", "-1", "--format=%ct")
    return {"SOURCE_DATE_EPOCH": epoch, "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"}


def size_mib(folder: Path) -> float:
    """Measure the files of a folder, each once; links count for nothing."""
    files = (one for one in folder.rglob("*") if one.is_file() and not one.is_symlink())
    return sum(one.stat().st_size for one in files) / MEBIBYTE


def program(folder: Path) -> Path:
    """Find what is started in a built folder."""
    return folder / (f"{NAME}.exe" if sys.platform == "win32" else NAME)


def _unpack_commit(target: Path) -> None:
    target.mkdir(parents=True)
    archive = target.with_suffix(".tar")
    _run("git", "-C", str(HERE.parent), "archive", "--output", str(archive), "HEAD")
    _run("tar", "xf", str(archive), "-C", str(target))


def _build_wheel(source: Path) -> None:
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
    _run(
        *(*pip, "wheel", "--no-deps", "--no-build-isolation", "--no-index"),
        *("--wheel-dir", str(PLACE), str(source)),
    )
    (wheel,) = PLACE.glob("*.whl")
    # Its own dependencies are those of the lock, which are here already.
    options = ("--no-deps", "--no-index", "--force-reinstall")
    _run(*pip, "install", *options, str(wheel))


def _require_texts(resources: Path) -> None:
    """Find everything that is shown in the folder, in every language.

    Raises:
        FileNotFoundError: What is missing.
    """
    inside = FOLDER / "_internal" / "clockify_desktop" / "resources"
    files = [one for one in resources.rglob("*") if one.is_file()]
    wanted = sorted(one.relative_to(resources) for one in files)
    missing = [str(one) for one in wanted if not (inside / one).is_file()]
    words_of_qt = {one.stem for one in FOLDER.rglob("qtbase_*.qm")}
    missing += sorted({f"qtbase_{one}" for one in _QT_LANGUAGES} - words_of_qt)
    if missing:
        raise FileNotFoundError(", ".join(missing))


def _strip_python() -> None:
    """Leave nothing of the builder's Python that only its own computer has.

    Libraries of wheels are mended in ways that stripping breaks.
    """
    if not sys.platform.startswith("linux"):
        return
    modules = FOLDER.glob("_internal/python3.*/lib-dynload/*.so")
    parts = [str(one) for one in (*FOLDER.glob("_internal/libpython*"), *modules)]
    _run("strip", "--strip-unneeded", *parts)
    # Where libraries are, such as in the builder's home.
    _run("chrpath", "--delete", *parts)


def _start_against_source() -> float:
    """Compare the quickest of some starts, taken in turns."""
    bundle = (str(program(FOLDER)),)
    source = (sys.executable, "-m", "clockify_desktop")
    _started_s(bundle)
    _started_s(source)
    pairs = [(_started_s(bundle), _started_s(source)) for _ in range(_STARTS)]
    quickest = tuple(min(side) for side in zip(*pairs, strict=True))
    return quickest[0] / quickest[1]


def _started_s(command: tuple[str, ...]) -> float:
    home = WORK / "home"
    home.mkdir(exist_ok=True)
    offscreen = {"QT_QPA_PLATFORM": "offscreen", "CLOCKIFY_DESKTOP_HOME": str(home)}
    # Its own hashing: what is measured is what people start.
    kept = {
        name: value
        for name, value in os.environ.items()
        if not re.match("PYTHON|LD_|DISPLAY|WAYLAND", name)
    }
    began = time.perf_counter()
    _run(*command, "--demo", "--quit-after", "report", env={**kept, **offscreen})
    return time.perf_counter() - began


def _run(*command: str, env: dict[str, str] | None = None) -> None:
    # Away from the work tree: Python would find the program there, not the wheel's.
    subprocess.run(command, cwd=WORK, env=env, check=True)  # noqa: S603 - our own words


def _said(*command: str) -> str:
    return subprocess.check_output(command, cwd=HERE, text=True).strip()  # noqa: S603 - our own words


if __name__ == "__main__":
    sys.exit(main())
