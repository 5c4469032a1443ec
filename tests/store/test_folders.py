import sys
from pathlib import Path

import pytest

from clockify_desktop import translation
from clockify_desktop.domain.errors import UsageError
from clockify_desktop.store.folders import (
    cache_folder,
    leads_somewhere,
    settings_folder,
    settings_mark,
)
from clockify_desktop.store.language import language_to_speak


def test_chosen_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CLOCKIFY_DESKTOP_HOME", str(tmp_path / "a folder"))
    assert settings_folder() == tmp_path / "a folder"


def test_chosen_folder_below_home_and_here(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("CLOCKIFY_DESKTOP_HOME", "~/stick")
    assert settings_folder() == tmp_path / "stick"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CLOCKIFY_DESKTOP_HOME", "here")
    assert settings_folder() == tmp_path / "here"


@pytest.mark.skipif(sys.platform != "linux", reason="the folder of Linux")
@pytest.mark.parametrize("empty", [True, False])
def test_folder_of_the_system(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, empty: bool
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    if empty:
        monkeypatch.setenv("CLOCKIFY_DESKTOP_HOME", "")
    else:
        monkeypatch.delenv("CLOCKIFY_DESKTOP_HOME")
    assert settings_folder() == tmp_path / "config" / "clockify-desktop"


def test_folders_are_told_apart_without_being_looked_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    marks = []
    for home, chosen in (("a", "x"), ("b", "x"), ("a", "y"), ("a", ""), ("b", "")):
        monkeypatch.setenv("HOME", str(tmp_path / home))
        monkeypatch.setenv("CLOCKIFY_DESKTOP_HOME", chosen)
        marks.append(settings_mark())
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "c"))
    marks.append(settings_mark())
    assert marks[0] == marks[1]
    assert len(set(marks)) == 5


def test_a_chosen_folder_that_leads_nowhere(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CLOCKIFY_DESKTOP_HOME", "~nobody-of-that-name/x")
    for ask in (settings_folder, settings_mark):
        with pytest.raises(UsageError, match="CLOCKIFY_DESKTOP_HOME leads nowhere"):
            ask()
    monkeypatch.setenv("CLOCKIFY_DESKTOP_HOME", "here")
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    with pytest.raises(UsageError, match="whole path"):
        settings_folder()


def test_cache_goes_where_the_rest_does(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CLOCKIFY_DESKTOP_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "cache"
    monkeypatch.delenv("CLOCKIFY_DESKTOP_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "made-anew"))
    if sys.platform == "linux":
        assert cache_folder() == tmp_path / "made-anew" / "clockify-desktop"


def test_no_text_is_made_before_its_language_is_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(translation._SPOKEN, "has_begun", False)
    monkeypatch.setenv("CLOCKIFY_DESKTOP_HOME", "~nobody of that name/here")
    assert not leads_somewhere()
    assert language_to_speak()
    assert not translation._SPOKEN.has_begun
