"""A bare Debian without Python in a folder of the project's own, as root.

What is run inside sees nothing of the computer around it but the kernel.
"""

import shutil
import subprocess
from typing import Final

from program_folder import HERE

BUILD: Final = HERE.parent / "build"
ROOT: Final = BUILD / "root"
PERSON: Final = "ada"
NUMBER: Final = 1000
HOME: Final = ROOT / "home" / PERSON
SHARED: Final = "/srv/trial"
"""Inside, a folder that everybody may write to."""
_SUITE: Final = "bookworm"
_BARE: Final = BUILD / "bare-root"


def bare_root() -> None:
    """Make it anew; what debootstrap fetched is kept for the next time."""
    if not _BARE.exists():
        # By another name until it is whole.
        half = _BARE.with_suffix(".part")
        shutil.rmtree(half, ignore_errors=True)
        run("debootstrap", "--variant=minbase", _SUITE, str(half))
        half.rename(_BARE)
    shutil.rmtree(ROOT, ignore_errors=True)
    run("cp", "--archive", str(_BARE), str(ROOT))
    shared = ROOT / SHARED[1:]
    shared.mkdir()
    shared.chmod(0o777)
    shutil.copyfile("/etc/resolv.conf", ROOT / "etc" / "resolv.conf")


def install_packages(*names: str) -> None:
    """Install with what is declared, and nothing else."""
    inside("apt-get", "install", "-y", "-qq", "--no-install-recommends", *names)


def inside(*command: str) -> str:
    """Run as root there.

    Returns:
        What it wrote; an error is raised.
    """
    ended = _ended(command, {"DEBIAN_FRONTEND": "noninteractive"})
    if ended.returncode:
        raise AssertionError(command, ended.stdout, ended.stderr)
    return ended.stdout


def as_person(*command: str, **variables: str) -> str:
    """Run as a person there, as ``inside``."""
    ended = person(*command, **variables)
    if ended.returncode:
        raise AssertionError(command, ended.stdout, ended.stderr)
    return ended.stdout


def person(*command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run as a person there, however it ends."""
    home = {"HOME": f"/home/{PERSON}", **variables}
    return _ended(
        (
            "setpriv",
            f"--reuid={NUMBER}",
            f"--regid={NUMBER}",
            "--clear-groups",
            *command,
        ),
        home,
    )


def _ended(
    command: tuple[str, ...], variables: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    usual = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"}
    return subprocess.run(  # noqa: S603 - our own words
        ["/usr/sbin/chroot", str(ROOT), *command],
        env={**usual, **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )


def run(*command: str) -> None:
    """Run outside."""
    subprocess.run(command, check=True)  # noqa: S603 - our own words
