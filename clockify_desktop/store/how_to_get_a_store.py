"""How a password store is got on this system, in one line."""

import platform
import sys
from typing import Final

from clockify_desktop.translation import tr

# By what os-release calls the system or those it is like.
_INSTALLS: Final = {
    "debian": "sudo apt install gnome-keyring",
    "ubuntu": "sudo apt install gnome-keyring",
    "fedora": "sudo dnf install gnome-keyring",
    "rhel": "sudo dnf install gnome-keyring",
    "arch": "sudo pacman -S gnome-keyring",
    "suse": "sudo zypper install gnome-keyring",
    "opensuse": "sudo zypper install gnome-keyring",
}
_ELSEWHERE: Final = {
    "win32": tr("To get one: start the service “Credential Manager” of Windows."),
    "darwin": tr("To get one: unlock the login keychain in Keychain Access."),
}


def how_to_get_one() -> str:
    """Say what to install or to start."""
    return _ELSEWHERE.get(sys.platform) or _how_on_linux()


def _how_on_linux() -> str:
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        release = {}
    names = f"{release.get('ID', '')} {release.get('ID_LIKE', '')}".split()
    install = next((_INSTALLS[name] for name in names if name in _INSTALLS), None)
    if install is None:
        return tr(
            "To get one: install gnome-keyring or KWallet, then log in to your desktop"
            " anew."
        )
    return tr(
        "To get one: run {command}, then log in to your desktop anew.", command=install
    )
