import stat
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clockify_desktop.domain.errors import FileRefusedError
from clockify_desktop.store.folders import SETTINGS_FILE
from clockify_desktop.store.settings import (
    AccountSettings,
    Settings,
    SettingsFile,
    SettingsTooNewError,
    SettingsUnreadableError,
    WindowSettings,
)

WINDOW = WindowSettings(
    "dark",
    "h:mm:ss",
    "plain",
    geometry="AdnQywAD",
    splitters={"main": (180, 700)},
)
MIA = AccountSettings(
    workspace_id="w1",
    period="2026-11-16..2026-11-22",
    choices={"w1": {"people": {"except": ["u1"]}}},
)


def test_nothing_remembered_is_as_at_first(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "not there yet")
    assert file.read() == Settings()
    assert file.account("mia") == AccountSettings()
    assert not file.path.parent.exists()


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "new folder")
    file.keep_window(WINDOW)
    file.keep_account("mia", MIA)
    file.keep_account("ben", AccountSettings(page="where"))
    again = SettingsFile(tmp_path / "new folder")
    assert again.read().window == WINDOW
    assert again.account("mia") == MIA
    again.forget_account("mia")
    again.forget_account("nobody")
    assert file.account("mia") == AccountSettings()
    assert file.account("ben").page == "where"
    assert file.read().window == WINDOW


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions")
def test_nobody_else_may_read_them(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "own")
    file.keep_window(WINDOW)
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not json",
        b"[1]",
        b'{"version": 1, "window": {"appearance": 3}}',
        b'{"version": 1, "window": [], "accounts": {"mia": 3}}',
        b'{"version": 2, "accounts": {"mia": {"rows": "user"}}}',
        b'{"version": 1, "unknown": true}',
        b'{"version": 1, "accounts": {"mia": {"period": null}}}',
        b"[" * 100_000,
        b'{"version":1,"x":' + b"[" * 100_000,
    ],
)
def test_a_damaged_file_is_set_aside_and_said_once(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / SETTINGS_FILE).write_bytes(content)
    (tmp_path / f"{SETTINGS_FILE}.unreadable-1").write_bytes(b"an earlier one")
    file = SettingsFile(tmp_path)
    with pytest.raises(SettingsUnreadableError) as caught:
        file.read()
    assert caught.value.aside.name == f"{SETTINGS_FILE}.unreadable-2"
    assert caught.value.aside.read_bytes() == content
    assert caught.value.__context__ is None
    assert file.read() == Settings()


def test_a_newer_version_is_left_as_it_is(tmp_path: Path) -> None:
    content = b'{"version": 6, "colours": "all of them"}'
    (tmp_path / SETTINGS_FILE).write_bytes(content)
    file = SettingsFile(tmp_path)
    for use in (
        file.read,
        lambda: file.keep_window(WINDOW),
        lambda: file.keep_account("mia", MIA),
        lambda: file.forget_account("mia"),
    ):
        with pytest.raises(SettingsTooNewError):
            use()
    assert (tmp_path / SETTINGS_FILE).read_bytes() == content


def test_a_disk_that_refuses_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FileRefusedError, match="read"):
        SettingsFile(tmp_path / "file").read()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(
    name=st.text(max_size=20),
    choices=st.dictionaries(
        st.text(max_size=5),
        st.dictionaries(st.text(max_size=5), st.lists(st.text(max_size=5))),
    ),
)
def test_any_choice_comes_back(
    tmp_path: Path, name: str, choices: dict[str, dict[str, list[str]]]
) -> None:
    file = SettingsFile(tmp_path)
    kept = AccountSettings(choices=choices)
    file.keep_account(name, kept)
    assert file.account(name) == kept


VERSION_1 = Path(__file__).with_name("settings_of_version_1.json")


def test_the_first_version_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / SETTINGS_FILE).write_bytes(VERSION_1.read_bytes())
    file = SettingsFile(tmp_path)
    read = file.read()
    assert read.window == WindowSettings(
        "dark",
        "decimal",
        "plain",
        geometry="AdnQywADAAAAAAA=",
        splitters={"report": (861, 352)},
    )
    assert read.accounts["mia@acme.example · USA"] == AccountSettings(
        workspace_id="5b1e6b160cb8793dd93ec120",
        period="2026-11-16..2026-11-22",
        time_zone="Asia/Tokyo",
        options={
            "where": {"rows": "client", "colors": "billable", "order": "time"},
        },
        choices={"5b1e6b160cb8793dd93ec120/people": {"rule": "except", "ids": ["u1"]}},
    )
    ben = read.accounts["ben@acme.example"]
    assert ben.options["where"]["rows"] == "user"
    # Nothing is written before something changes; then all of it is of this version.
    assert (tmp_path / SETTINGS_FILE).read_bytes() == VERSION_1.read_bytes()
    file.keep_account("ben@acme.example", ben)
    assert file.read() == read
    assert b'"version": 5' in (tmp_path / SETTINGS_FILE).read_bytes()


def test_a_short_file_of_the_first_version_is_read(tmp_path: Path) -> None:
    (tmp_path / SETTINGS_FILE).write_bytes(b'{"version": 1, "accounts": {"mia": {}}}')
    assert SettingsFile(tmp_path).read() == Settings(
        accounts={"mia": AccountSettings()}
    )


def test_the_second_version_had_no_views(tmp_path: Path) -> None:
    content = b'{"version": 2, "accounts": {"mia": {"page": "where"}}}'
    (tmp_path / SETTINGS_FILE).write_bytes(content)
    assert SettingsFile(tmp_path).account("mia") == AccountSettings(page="where")


def test_the_third_version_had_one_layout_of_files_for_all(tmp_path: Path) -> None:
    content = (
        b'{"version": 3, "window": {"file_layout": "by-day", "appearance": "dark"},'
        b' "accounts": {"mia": {"page": "where"}}}'
    )
    (tmp_path / SETTINGS_FILE).write_bytes(content)
    read = SettingsFile(tmp_path).read()
    assert read.window == WindowSettings("dark")
    assert read.accounts["mia"].files == {"layout": "by-day"}
    (tmp_path / SETTINGS_FILE).write_bytes(b'{"version": 3, "accounts": {"mia": {}}}')
    assert SettingsFile(tmp_path).account("mia") == AccountSettings()
