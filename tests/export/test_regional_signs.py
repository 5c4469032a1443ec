import sys
from collections.abc import Callable
from contextlib import nullcontext
from types import SimpleNamespace

import pytest

from clockify_desktop.export.regional_signs import (
    decimal_sign_of,
    region_named,
    regional_signs,
)


@pytest.mark.parametrize(
    ("region", "separator", "sign"),
    [
        ("de_CH.UTF-8", ";", "."),
        ("it_CH", ";", "."),
        ("fr_CH.UTF-8", ";", ","),
        ("de_LI", ";", "."),
        ("de_DE@euro", ";", ","),
        ("en_US.UTF-8", ",", "."),
        ("en_GB", ",", "."),
        ("en_IE@euro", ",", "."),
        ("fr_CA", ";", ","),
        ("en_CA", ",", "."),
        ("es_MX", ",", "."),
        ("es_AR", ";", ","),
        ("pt_BR.utf8", ";", ","),
        ("en_ZA", ";", ","),
        ("zu_ZA", ",", "."),
        ("sr_RS@latin", ";", ","),
        ("sr_Latn_RS", ";", ","),
        ("ja_JP.eucJP", ",", "."),
        # An Arabic decimal sign is not for files.
        ("ar_EG", ",", "."),
        ("C", ",", "."),
        ("C.UTF-8", ",", "."),
        ("POSIX", ",", "."),
        ("", ",", "."),
    ],
)
def test_two_signs_by_region(region: str, separator: str, sign: str) -> None:
    found = decimal_sign_of(region)
    assert found is not None
    assert regional_signs(region, found) == (separator, sign)


@pytest.mark.parametrize("region", ["no_SUCH", "de", "xx_QQ", "?", "\x1b[31m"])
def test_a_name_that_says_nothing(region: str) -> None:
    assert decimal_sign_of(region) is None
    assert regional_signs(region, ",") == (";", ",")


def test_what_the_system_says_of_decimals_is_believed() -> None:
    assert regional_signs("de_CH", ",") == (";", ",")
    assert regional_signs("de_DE", ".") == (",", ".")
    assert regional_signs("ar_EG", "\u066b") == (",", ".")


@pytest.mark.parametrize(
    ("environment", "region"),
    [
        ({"LANG": "de_CH", "LC_NUMERIC": "", "LC_ALL": ""}, "de_CH"),
        ({"LANG": "en_US", "LC_NUMERIC": "de_CH"}, "de_CH"),
        ({"LANG": "en_US", "LC_NUMERIC": "de_CH", "LC_ALL": "C"}, "C"),
        ({}, ""),
    ],
)
def test_what_the_environment_names(environment: dict[str, str], region: str) -> None:
    assert region_named(environment) == region


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Callable[[object], None]:
    def say(separator: object) -> None:
        def value(*_: object) -> tuple[object, int]:
            if separator is None:
                raise FileNotFoundError
            return separator, 1

        registry = SimpleNamespace(
            HKEY_CURRENT_USER=1,
            OpenKey=lambda *_: nullcontext(),
            QueryValueEx=value,
        )
        monkeypatch.setitem(sys.modules, "winreg", registry)  # type: ignore[arg-type]
        monkeypatch.setattr(sys, "platform", "win32")

    return say


@pytest.mark.parametrize(
    ("said", "signs"),
    [
        # A Briton who chose semicolons, and a German who chose tabs.
        ((";", "."), (";", ".")),
        (("\t", ","), ("\t", ",")),
        # The same sign for both means a semicolon to a spreadsheet.
        ((",", ","), (";", ",")),
        # What no file has between its fields, and what is not there.
        ((", ", "."), (",", ".")),
        (("1", ","), (";", ",")),
        ((None, ","), (";", ",")),
        ((7, "."), (",", ".")),
    ],
)
def test_windows_is_asked(
    windows: Callable[[object], None], said: tuple[object, str], signs: tuple[str, str]
) -> None:
    windows(said[0])
    assert regional_signs("en_GB", said[1]) == signs
