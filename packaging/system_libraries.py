"""Finds the Debian packages of the libraries that a folder loads and does not bring.

``dpkg-shlibdeps`` takes minutes for this, and stops at the libraries of wheels.
"""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Final

_NEEDED: Final = re.compile(r"\(NEEDED\).*\[(.+)\]")
_LISTED: Final = re.compile(r"^\s*(\S+) \((.+)\) => (.+)$", re.MULTILINE)
_C_LIBRARY: Final = re.compile(rb"\0GLIBC_2\.(\d+)\0")
_ELF: Final = b"\x7fELF"


def system_packages(folder: Path) -> str:
    """List the packages, as ``Depends`` of a control file has them.

    Raises:
        LookupError: No package of this computer has a library.
    """
    binaries = [one for one in sorted(folder.rglob("*")) if _is_binary(one)]
    needed = _needed(binaries)
    for one in folder.rglob("*"):
        needed.discard(one.name)
    found = dict(_installed())
    unknown = sorted(needed - found.keys())
    if unknown:
        raise LookupError(*unknown)
    packages = {_package(found[name]) for name in needed}
    # Of the C library alone versions matter: it grows with each release.
    packages -= {"libc6"}
    return ", ".join([f"libc6 (>= 2.{_c_library(binaries)})", *sorted(packages)])


def _is_binary(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as opened:
        return opened.read(len(_ELF)) == _ELF


def _needed(binaries: Iterable[Path]) -> set[str]:
    said = _said("readelf", "--dynamic", "--wide", *map(str, binaries))
    return set(_NEEDED.findall(said))


def _installed() -> Iterable[tuple[str, str]]:
    for name, kind, path in reversed(_LISTED.findall(_said("/sbin/ldconfig", "-p"))):
        if "libc6" in kind:
            yield name, path


def _package(path: str) -> str:
    # What dpkg knows by the name before /lib became a link to /usr/lib.
    for place in (path, str(Path(path).resolve()), path.removeprefix("/usr")):
        ended = subprocess.run(  # noqa: S603 - our own words
            ["dpkg-query", "--search", place],  # noqa: S607 - the system's own program
            capture_output=True,
            text=True,
            check=False,
        )
        if ended.returncode == 0:
            return ended.stdout.partition(":")[0]
    raise LookupError(path)


def _c_library(binaries: Iterable[Path]) -> int:
    return max(
        int(one) for file in binaries for one in _C_LIBRARY.findall(file.read_bytes())
    )


def _said(*command: str) -> str:
    return subprocess.check_output(command, text=True)  # noqa: S603 - our own words
