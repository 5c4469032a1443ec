import platform
import sys

import pytest

from clockify_desktop.store.errors import NoPasswordStoreError, PasswordStoreOffError
from clockify_desktop.store.how_to_get_a_store import how_to_get_one


@pytest.mark.parametrize(
    ("release", "said"),
    [
        ({"ID": "debian"}, "run sudo apt install gnome-keyring"),
        ({"ID": "nobara", "ID_LIKE": "rhel fedora"}, "run sudo dnf install"),
        ({"ID": "opensuse-leap", "ID_LIKE": "suse opensuse"}, "zypper"),
        ({"ID": "nixos"}, "install gnome-keyring or KWallet"),
    ],
)
def test_linux_by_its_release(
    monkeypatch: pytest.MonkeyPatch, release: dict[str, str], said: str
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(platform, "freedesktop_os_release", lambda: release)
    assert said in how_to_get_one()
    assert NoPasswordStoreError().how_to_get_one == how_to_get_one()


def test_a_linux_without_a_release(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> dict[str, str]:
        raise OSError

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(platform, "freedesktop_os_release", none)
    assert "gnome-keyring or KWallet" in how_to_get_one()


@pytest.mark.parametrize(
    ("system", "said"), [("win32", "Credential Manager"), ("darwin", "Keychain")]
)
def test_other_systems(monkeypatch: pytest.MonkeyPatch, system: str, said: str) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert said in how_to_get_one()


def test_one_that_is_switched_off_is_not_to_be_installed() -> None:
    said = PasswordStoreOffError().how_to_get_one
    assert "switched off" in said
    assert "install" not in said
