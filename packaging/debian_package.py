"""Makes a .deb of the built folder, for people of Debian and Ubuntu.

debian_package.py [VERSION]: another than the program's own, for trying upgrades.
What the folder does not bring of the system is declared.
"""

import gzip
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Final

from icons import DRAWING, SIZES
from packaging.requirements import Requirement
from program_folder import (
    FOLDER,
    HERE,
    ICONS,
    NAME,
    PLACE,
    WORK,
    settled_environment,
)
from system_libraries import system_packages

MOST_PACKED_MIB: Final = 85
_ROOT: Final = WORK / "deb"
_SHARE: Final = _ROOT / "usr" / "share"
_METAINFO: Final = (
    _SHARE / "metainfo" / "example.r_seed_d4370652.clockify_desktop.metainfo.xml"
)
_PARTS: Final = HERE / "debian"
_LICENCE: Final = re.compile("licen[cs]e|copying|notice", re.IGNORECASE)
_MAINTAINER: Final = re.compile("^Maintainer: (.+)$", re.MULTILINE)


def main() -> int:
    """Build it, and have it looked at.

    Returns:
        1 where it is larger than promised; what a check refuses is raised.
    """
    if shutil.which("dpkg-deb") is None:
        sys.stdout.write("No dpkg-deb here: only the folder was made.\n")
        return 0
    os.environ.update(settled_environment())
    version = sys.argv[1] if sys.argv[1:] else distribution(NAME).version
    moment = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    architecture = _said("dpkg", "--print-architecture")
    words = {
        "VERSION": version,
        "DATE": f"{moment:%Y-%m-%d}",
        "ARCHITECTURE": architecture,
    }
    shutil.rmtree(_ROOT, ignore_errors=True)
    _place_program()
    _place_desktop(words)
    _place_documents(words, moment)
    size = sum(one.lstat().st_size for one in _ROOT.rglob("*") if one.is_file())
    words |= {"SIZE": str(size // 1024), "LIBRARIES": system_packages(FOLDER)}
    _filled("control", _ROOT / "DEBIAN" / "control", words)
    _write_checksums()
    _settle_modes()
    _run("desktop-file-validate", str(_SHARE / "applications" / f"{NAME}.desktop"))
    _run("appstreamcli", "validate", "--no-net", str(_METAINFO))
    package = PLACE / f"{NAME}_{version}_{architecture}.deb"
    # Level 6 takes minutes for a twentieth less.
    how = ("--root-owner-group", "-Zxz", "-z2")
    _run("dpkg-deb", *how, "--build", str(_ROOT), str(package))
    # It is built by whoever builds it: root, in a container.
    _run("lintian", "--allow-root", "--fail-on", "error", str(package))
    packed = package.stat().st_size / (1 << 20)
    sys.stdout.write(f"{package.name}: {packed:.0f} MiB (at most {MOST_PACKED_MIB})\n")
    return int(packed > MOST_PACKED_MIB)


def _place_program() -> None:
    target = _ROOT / "usr" / "lib" / NAME
    shutil.copytree(FOLDER, target, symlinks=True)
    commands = _ROOT / "usr" / "bin"
    commands.mkdir(parents=True)
    (commands / NAME).symlink_to(f"../lib/{NAME}/{NAME}")


def _place_desktop(words: dict[str, str]) -> None:
    for folder, name in (
        ("applications", f"{NAME}.desktop"),
        ("mime/packages", f"{NAME}.xml"),
    ):
        _filled(name, _SHARE / folder / name, words)
    _filled("metainfo.xml", _METAINFO, words)
    icons = _SHARE / "icons" / "hicolor"
    for size in SIZES:
        shape = f"{size}x{size}"
        _copy(ICONS / f"{shape}.png", icons / shape / "apps" / f"{NAME}.png")
    _copy(DRAWING, icons / "scalable" / "apps" / f"{NAME}.svg")


def _place_documents(words: dict[str, str], moment: datetime) -> None:
    documents = _SHARE / "doc" / NAME
    _filled("copyright", documents / "copyright", words)
    changes = (
        f"{NAME} ({words['VERSION']}) stable; urgency=medium\n\n"
        "  * See CHANGELOG.md of the program.\n\n"
        f" -- {_maintainer()}  {moment:%a, %d %b %Y %H:%M:%S} +0000\n"
    )
    _packed(changes, documents / "changelog.gz")
    _packed(_text(f"{NAME}.1", words), _SHARE / "man" / "man1" / f"{NAME}.1.gz")
    _filled("lintian-overrides", _SHARE / "lintian" / "overrides" / NAME, words)
    for one in _brought():
        for path in one.files or ():
            if _LICENCE.search(path.name) and ".dist-info" in str(path):
                target = documents / "licenses" / one.name / path.name
                _copy(Path(str(one.locate_file(path))), target)


def _brought() -> Iterable[Distribution]:
    """Find the program and what it requires here, directly or not."""
    names, found = [NAME], dict[str, Distribution]()
    while names:
        one = distribution(names.pop())
        if one.name not in found:
            found[one.name] = one
            wanted = map(Requirement, one.requires or ())
            names += [
                need.name
                for need in wanted
                if need.marker is None or need.marker.evaluate({"extra": ""})
            ]
    return found.values()


def _write_checksums() -> None:
    files = sorted(
        str(one.relative_to(_ROOT))
        for one in (_ROOT / "usr").rglob("*")
        if one.is_file() and not one.is_symlink()
    )
    said = subprocess.check_output(["md5sum", *files], cwd=_ROOT)  # noqa: S603, S607 - as above
    (_ROOT / "DEBIAN" / "md5sums").write_bytes(said)


def _settle_modes() -> None:
    """Set modes and times, whatever the builder's umask and clock are."""
    epoch = int(os.environ["SOURCE_DATE_EPOCH"])
    for one in (_ROOT, *_ROOT.rglob("*")):
        if not one.is_symlink():
            runs = one.is_dir() or one == _ROOT / "usr" / "lib" / NAME / NAME
            one.chmod(0o755 if runs else 0o644)
        os.utime(one, (epoch, epoch), follow_symlinks=False)


def _text(name: str, words: dict[str, str]) -> str:
    text = (_PARTS / name).read_text()
    return re.sub("@([A-Z]+)@", lambda found: words[found[1]], text)


def _filled(name: str, target: Path, words: dict[str, str]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(_text(name, words))


def _packed(text: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    # No time and no name in it: the same text is the same file.
    target.write_bytes(gzip.compress(text.encode(), mtime=0))


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _maintainer() -> str:
    found = _MAINTAINER.search((_PARTS / "control").read_text())
    return found[1] if found else ""


def _run(*command: str) -> None:
    subprocess.run(command, check=True)  # noqa: S603 - our own words


def _said(*command: str) -> str:
    return subprocess.check_output(command, text=True).strip()  # noqa: S603 - our own words


if __name__ == "__main__":
    sys.exit(main())
