from pathlib import Path

import pytest

from clockify_desktop.store.policy import (
    FILE_NAME,
    Policy,
    PolicyError,
    policy_path,
    read_policy,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / FILE_NAME


def test_without_a_policy_all_is_on(path: Path) -> None:
    assert read_policy(path) == Policy()
    assert Policy() == Policy(frozenset(), frozenset(), True, False)  # noqa: FBT003 - its fields in order


def test_a_policy_switches_off(path: Path) -> None:
    path.write_text(
        'pages_off = ["to-check"]\nrules_off = ["night"]\n'
        "descriptions = false\nhide_names = true\n"
    )
    assert read_policy(path) == Policy(
        frozenset({"to-check"}),
        frozenset({"night"}),
        descriptions=False,
        hide_names=True,
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"pages_off = [", "it is no TOML"),
        (b"\xff", "it is no TOML"),
        (b"pagesoff = []", "unknown field"),
        (b'descriptions = "no"', "Expected `bool`"),
    ],
)
def test_what_nobody_can_read_is_not_passed_over(
    path: Path, content: bytes, reason: str
) -> None:
    path.write_bytes(content)
    with pytest.raises(PolicyError, match="could not be read") as told:
        read_policy(path)
    assert reason in told.value.advice
    assert FILE_NAME in told.value.advice


def test_a_folder_in_its_place_is_said(path: Path) -> None:
    path.mkdir()
    with pytest.raises(PolicyError, match="could not be read"):
        read_policy(path)


def test_it_lies_where_people_cannot_write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CONFIG_DIRS", raising=False)
    monkeypatch.setenv("CLOCKIFY_DESKTOP_HOME", "/nowhere")
    assert policy_path().name == FILE_NAME
    assert "nowhere" not in str(policy_path())
    assert read_policy() == Policy()
