"""Tries the built .deb in a bare Debian without Python, as root.

It is installed over an older one, started, compared with the source, robbed of a
library, and removed. Each step prints one line; the first that fails ends it.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final
from urllib.parse import urlunsplit

from bare_debian import (
    BUILD,
    HOME,
    NUMBER,
    PERSON,
    ROOT,
    SHARED,
    as_person,
    bare_root,
    inside,
    install_packages,
    person,
    run,
)
from folder_trial import REPORT, WINDOW
from program_folder import NAME, PLACE

from clockify_desktop.store.accounts import Account, AccountsFile

_OWN_MOUNTS: Final = "PACKAGE_TRIAL_OWN_MOUNTS"
_OLDER: Final = "0.0.1"
_PURGE: Final = ("--purge-data", "--yes")
# Loaded with Qt itself, and when a screen is looked for.
_LIBRARIES: Final = {"libegl1": "libEGL.so.1", "libxcb-cursor0": "libxcb-cursor.so.0"}


def main() -> int:
    """Try everything, in the order of a package's life.

    Returns:
        0; what is not as promised is raised.
    """
    (package,) = PLACE.glob(f"{NAME}_*.deb")
    _older(package)
    bare_root()
    # It goes with this process, which has mounts of its own.
    run("mount", "-t", "proc", "proc", str(ROOT / "proc"))
    _has_no_python()
    _installs_older()
    _starts_offscreen()
    _upgrades(package)
    _starts_on_a_screen()
    _reports_as_the_source_does()
    _hands_no_libraries_on()
    _finds_the_password_store()
    _is_known_to_the_desktop()
    _says_which_library_is_missing()
    _leaves_only_the_persons_own()
    return 0


def _older(package: Path) -> None:
    """Make the same as an older version: only its number is another."""
    work = BUILD / "older"
    shutil.rmtree(work, ignore_errors=True)
    run("dpkg-deb", "--raw-extract", str(package), str(work))
    control = work / "DEBIAN" / "control"
    lines = control.read_text().splitlines()
    changed = [f"Version: {_OLDER}" if "Version:" in one else one for one in lines]
    control.write_text("\n".join([*changed, ""]))
    target = BUILD / f"{NAME}_{_OLDER}.deb"
    # Quickly: it goes nowhere.
    how = ("--root-owner-group", "-Zgzip", "-z1")
    run("dpkg-deb", *how, "--build", str(work), str(target))


def _has_no_python() -> None:
    assert not list(ROOT.glob("usr/bin/python*")), "the bare system has a Python"
    inside("apt-get", "update", "-qq")
    inside("useradd", "--create-home", PERSON)
    _told("a bare system without Python")


def _installs_older() -> None:
    _install(BUILD / f"{NAME}_{_OLDER}.deb")
    assert not list(ROOT.glob("usr/bin/python*")), "the package brings a Python"
    _told("installed with what it declares, and nothing else")


def _starts_offscreen() -> None:
    as_person(NAME, *WINDOW, QT_QPA_PLATFORM="offscreen")
    assert _settings().is_file(), "no settings were kept"
    _told("started offscreen to its first report")


def _upgrades(package: Path) -> None:
    before = _settings().read_bytes()
    _install(package)
    said = as_person(NAME, "--version")
    assert package.name.split("_")[1] in said, said
    assert _settings().read_bytes() == before, "the upgrade changed settings"
    _told("upgraded, settings kept")


def _starts_on_a_screen() -> None:
    install_packages("xvfb", "xauth", "gnome-keyring", "dbus", "desktop-file-utils")
    install_packages("shared-mime-info")
    as_person("xvfb-run", "--auto-servernum", NAME, *WINDOW)
    _told("started under Xvfb to its first report")


def _reports_as_the_source_does() -> None:
    packaged = as_person(NAME, *REPORT)
    source = subprocess.check_output(  # noqa: S603 - our own program
        [sys.executable, "-m", "clockify_desktop", *REPORT], cwd="/", text=True
    )
    assert packaged == source, "the CSV is another than the source's"
    picture = HOME / "week.pdf"
    as_person(NAME, *REPORT[:4], "--output", f"/home/{PERSON}/{picture.name}")
    assert picture.read_bytes().startswith(b"%PDF"), "no PDF was written"
    picture.unlink()
    _told(f"report --demo is the source's, {packaged.count(chr(10))} lines")


def _hands_no_libraries_on() -> None:
    # Whatever it starts would load the libraries that the program brings.
    commands = HOME / "commands"
    commands.mkdir()
    asked = commands / "fc-list"
    asked.write_text(
        f'#!/bin/sh\nenv >>{SHARED}/handed-on\nexec /usr/bin/fc-list "$@"\n'
    )
    asked.chmod(0o755)
    picture = ("--output", f"{SHARED}/week.png")
    places = f"/home/{PERSON}/commands:/usr/bin:/bin"
    anew = {"CLOCKIFY_DESKTOP_HOME": f"/home/{PERSON}/anew", "PATH": places}
    as_person(NAME, *REPORT[:4], *picture, **anew)
    handed = (ROOT / SHARED[1:] / "handed-on").read_text()
    assert "LD_LIBRARY_PATH" not in handed, handed
    as_person(NAME, *_PURGE, **anew)
    shutil.rmtree(commands)
    _told("hands its libraries on to nobody")


def _finds_the_password_store() -> None:
    # A key is deleted by way of the store, and refused where there is none.
    folder = HOME / "other"
    core, reports = (
        urlunsplit(("https", "c.example", path, "", ""))
        for path in ("/api/v1", "/report/v1")
    )
    AccountsFile(folder).add(Account("mia", core, reports))
    for one in (folder, *folder.iterdir()):
        os.chown(one, NUMBER, NUMBER)
    moved = {
        "CLOCKIFY_DESKTOP_HOME": f"/home/{PERSON}/other",
        # What the store keeps for itself is no trace of this program.
        "XDG_DATA_HOME": f"{SHARED}/store",
    }
    # A script that says nothing is asked nothing, and nothing is done.
    assert "Add --yes" in person(NAME, _PURGE[0], **moved).stderr, "nobody was asked"
    ended = person(NAME, *_PURGE, **moved)
    assert ended.returncode == 1, ended
    assert (folder / "accounts.json").exists(), "a key was left behind"
    unlock = "echo x | gnome-keyring-daemon --unlock --components=secrets >/dev/null"
    purge = f"{unlock} && {NAME} {' '.join(_PURGE)}"
    said = as_person("dbus-run-session", "--", "sh", "-c", purge, **moved)
    assert said.startswith("Deleted: The key of mia"), said
    assert not folder.exists(), list(folder.iterdir())
    _told("found the real Secret Service")


def _is_known_to_the_desktop() -> None:
    cache = (ROOT / "usr/share/applications/mimeinfo.cache").read_text()
    kind = "application/vnd.clockify-report+toml"
    assert f"{kind}={NAME}.desktop" in cache, cache
    globs = (ROOT / "usr/share/mime/globs2").read_text()
    assert f"{kind}:*.clockify-report.toml" in globs, "the file type is not known"
    file = ROOT / SHARED[1:] / "week.clockify-report.toml"
    file.write_text('version = 1\nperiod = "last-week"\npage = "where"\n')
    opened = (NAME, "open", f"{SHARED}/{file.name}", *WINDOW)
    as_person(*opened, QT_QPA_PLATFORM="offscreen")
    _told("its file type is known to the desktop, and such a file opens")


def _says_which_library_is_missing() -> None:
    for package, name in _LIBRARIES.items():
        inside("dpkg", "--force-depends", "--remove", package)
        ended = person("xvfb-run", "--auto-servernum", NAME, *WINDOW)
        lines = (ended.stdout + ended.stderr).splitlines()
        assert ended.returncode == 1, ended
        assert len(lines) == 1, lines
        assert name in lines[0], lines
        _told(f"without {package}: {lines[0]}")
        inside("apt-get", "install", "-y", "-qq", "--fix-broken")


def _leaves_only_the_persons_own() -> None:
    inside("sh", "-c", f"cp -a /usr/lib/{NAME} /opt/kept")
    inside("apt-get", "purge", "-y", "-qq", NAME)
    left = [
        one
        for top in ("usr", "etc", "var")
        for one in (ROOT / top).rglob(f"*{NAME}*")
        if "/var/cache/apt" not in str(one)
    ]
    assert not left, left
    own = sorted(str(one.relative_to(HOME)) for one in HOME.rglob(f"*{NAME}*"))
    assert own == [f".cache/{NAME}", f".config/{NAME}"], own
    # Its folder alone, as it was installed.
    as_person(f"/opt/kept/{NAME}", *_PURGE)
    own = sorted(str(one) for one in HOME.rglob("*") if one.is_file())
    strange = [one for one in own if not Path(one).name.startswith((".bash", ".prof"))]
    assert not strange, strange
    _told("removed, and a person's own settings with --purge-data")


def _settings() -> Path:
    return HOME / ".config" / NAME / "settings.json"


def _install(package: Path) -> None:
    shutil.copyfile(package, ROOT / SHARED[1:] / "package.deb")
    install_packages(f"{SHARED}/package.deb")


def _told(what: str) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    if os.geteuid() != 0:
        sys.exit("This makes a bare Debian, which takes root.")
    if _OWN_MOUNTS not in os.environ:
        os.environ[_OWN_MOUNTS] = "yes"
        os.execvp("unshare", ("unshare", "--mount", sys.executable, *sys.argv))  # noqa: S606, S607 - the system's own program
    sys.exit(main())
