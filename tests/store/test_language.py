import gettext
import json
import plistlib
import subprocess
import sys
from pathlib import Path

import pytest

from clockify_desktop import translation
from clockify_desktop.store import language
from clockify_desktop.store.folders import SETTINGS_FILE, settings_folder
from clockify_desktop.store.language import (
    LANGUAGES,
    VARIABLE,
    apple_languages,
    language_to_speak,
)

SYSTEM = ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE")


@pytest.fixture(autouse=True)
def _no_language(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in (*SYSTEM, VARIABLE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CLOCKIFY_DESKTOP_HOME", str(tmp_path))


def choose(code: object) -> None:
    content = json.dumps({"version": 5, "window": {"language": code}})
    (settings_folder() / SETTINGS_FILE).write_text(content)


@pytest.mark.parametrize(
    ("variables", "spoken"),
    [
        ({}, "en"),
        ({"LANG": "de_CH.UTF-8"}, "de"),
        ({"LANG": "pt_BR"}, "pt"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "ja_JP.UTF-8"}, "en"),
        ({"LANG": "ja_JP.UTF-8", "LANGUAGE": "ja:fr_FR:de"}, "fr"),
        # As gettext has it: without a language of its own nothing is translated.
        ({"LANG": "C", "LANGUAGE": "fr"}, "en"),
        ({"LANG": "de_DE", "LC_MESSAGES": "es_ES@euro"}, "es"),
        ({"LANG": "de_DE", "LC_MESSAGES": "es_ES", "LC_ALL": "fr_FR"}, "fr"),
        ({"LANG": "de_DE", "LC_ALL": ""}, "de"),
        ({"LANG": "de_DE", VARIABLE: "pt"}, "pt"),
        ({"LANG": "de_DE", VARIABLE: "xx"}, "de"),
    ],
)
def test_the_systems_language_is_spoken(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], spoken: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert language_to_speak() == spoken


def test_a_chosen_language_goes_before_the_systems(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    choose("es")
    assert language_to_speak() == "es"
    choose("system")
    assert language_to_speak() == "de"
    monkeypatch.setenv(VARIABLE, "fr")
    choose("es")
    assert language_to_speak() == "fr"


@pytest.mark.parametrize(
    "content", [b"{", b"[]", b'{"window": 3}', b'{"window": {}}', b"\xff", b"[" * 10**5]
)
def test_damaged_settings_choose_nothing(content: bytes) -> None:
    (settings_folder() / SETTINGS_FILE).write_bytes(content)
    assert language_to_speak() == "en"


def test_a_folder_that_leads_nowhere_chooses_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CLOCKIFY_DESKTOP_HOME", "~nobody-of-that-name/x")
    assert language_to_speak() == "en"


def test_macos_tells_its_languages_in_a_file(tmp_path: Path) -> None:
    preferences = tmp_path / ".GlobalPreferences.plist"
    assert apple_languages(preferences) == []
    preferences.write_bytes(plistlib.dumps({"AppleLanguages": ["pt-BR", "en-US"]}))
    assert apple_languages(preferences) == ["pt-BR", "en-US"]
    preferences.write_bytes(plistlib.dumps({"AppleLocale": "pt_BR"}))
    assert apple_languages(preferences) == []
    preferences.write_bytes(b"bplist00")
    assert apple_languages(preferences) == []


@pytest.mark.parametrize(
    ("platform", "asked", "spoken"),
    [("win32", "_windows_language", "de_DE"), ("darwin", "apple_languages", ["de-DE"])],
)
def test_other_systems_are_asked_where_no_variable_tells(
    monkeypatch: pytest.MonkeyPatch, platform: str, asked: str, spoken: object
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(language, asked, lambda *_: spoken)
    assert language_to_speak() == "de"
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    assert language_to_speak() == "fr"


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_language_is_spoken_by_a_program_of_its_own(code: str) -> None:
    script = (
        "from clockify_desktop import __main__;"
        "from clockify_desktop.cli.program import run;"
        "raise SystemExit(run(['report', '--period', 'nonsense', '--demo']))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script],
        env={"PATH": "/usr/bin:/bin", "LANG": f"{code}_XX.UTF-8", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 2, ended.stderr
    assert ("nonsense" in ended.stderr, ended.stdout) == (True, "")
    assert ("is no period" in ended.stderr) == (code == "en")


def test_a_language_comes_too_late_after_a_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(translation, "_SPOKEN", translation._Spoken())
    translation.speak("de", gettext.NullTranslations())
    assert translation.spoken_language() == "de"
    assert translation.tr("{count} of {all}", count=1, all=2) == "1 of 2"
    with pytest.raises(RuntimeError, match="before its language"):
        translation.speak("fr", gettext.NullTranslations())
