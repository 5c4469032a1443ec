"""Which language the program speaks: the one chosen in it, else the system's.

It is settled before any text is made, so this module and what it imports have none
until they are asked.
"""

import json
import os
import plistlib
import sys
from collections.abc import Iterator, Mapping
from gettext import GNUTranslations
from pathlib import Path
from typing import Final

from clockify_desktop.files.resources import resource
from clockify_desktop.store.folders import (
    SETTINGS_FILE,
    leads_somewhere,
    settings_folder,
)
from clockify_desktop.translation import speak

ENGLISH: Final = "en"
LANGUAGES: Final = {
    ENGLISH: "English",
    "de": "Deutsch",
    "es": "Espa\N{LATIN SMALL LETTER N WITH TILDE}ol",
    "fr": "Fran\N{LATIN SMALL LETTER C WITH CEDILLA}ais",
    "pt": "Portugu\N{LATIN SMALL LETTER E WITH CIRCUMFLEX}s",
}
"""What each calls itself, by its code."""
AS_SYSTEM: Final = "system"
VARIABLE: Final = "CLOCKIFY_DESKTOP_LANGUAGE"
"""The environment variable that goes before what is chosen and the system's."""

_NO_LANGUAGE: Final = ("", "C", "POSIX")
_APPLE: Final = Path("Library", "Preferences", ".GlobalPreferences.plist")


def speak_chosen_language() -> None:
    """Make all texts of this process in the language that is chosen.

    Raises:
        FileNotFoundError: The install is damaged.
    """
    language = language_to_speak()
    if language == ENGLISH:
        return
    path = resource(f"languages/{language}/LC_MESSAGES/clockify_desktop.mo")
    with path.open("rb") as catalogue:
        speak(language, GNUTranslations(catalogue))


def language_to_speak() -> str:
    """Tell the code of the language: the variable's, the chosen or the system's."""
    wished = (os.environ.get(VARIABLE, ""), _chosen(), *_system_languages(os.environ))
    known = (code for code in map(_code, wished) if code in LANGUAGES)
    return next(known, ENGLISH)


def _code(name: str) -> str:
    """Take the language out of a name such as ``de_CH.UTF-8`` or ``pt-BR``."""
    name = name.partition(".")[0].partition("@")[0].replace("-", "_")
    return ENGLISH if name in _NO_LANGUAGE[1:] else name.partition("_")[0].lower()


def _chosen() -> str:
    """Read what the settings hold; whatever is wrong with them is told later."""
    # The error of a folder is a text itself, and it would be too early for one.
    if not leads_somewhere():
        return ""
    try:
        kept = json.loads((settings_folder() / SETTINGS_FILE).read_bytes())
        return str(kept["window"]["language"])
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return ""


def _system_languages(environment: Mapping[str, str]) -> Iterator[str]:
    """Name the languages of the system, the first one first, as it spells them."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next(filter(None, (environment.get(name) for name in names)), "")
    if locale:
        if _code(locale) != ENGLISH:
            yield from environment.get("LANGUAGE", "").split(":")
        yield locale
    elif sys.platform == "win32":
        yield _windows_language()
    elif sys.platform == "darwin":
        yield from apple_languages(Path.home() / _APPLE)


def apple_languages(preferences: Path) -> list[str]:
    """Read the languages of macOS, in their order; none where the file tells none."""
    try:
        kept = plistlib.loads(preferences.read_bytes())
        return [str(name) for name in kept["AppleLanguages"]]
    except (OSError, ValueError, LookupError, TypeError, plistlib.InvalidFileException):
        return []


def _windows_language() -> str:
    import ctypes  # noqa: PLC0415 - only Windows asks its library
    import locale  # noqa: PLC0415 - as above

    windll = getattr(ctypes, "windll")  # noqa: B009 - there is none elsewhere
    number = windll.kernel32.GetUserDefaultUILanguage()
    return locale.windows_locale.get(number, "")
