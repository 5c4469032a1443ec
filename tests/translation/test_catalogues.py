"""Every text stands in every language, with its blanks, and compiled as it stands."""

import importlib.util
import string
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from babel import Locale
from babel.messages.catalog import Message

from clockify_desktop.store.language import ENGLISH, LANGUAGES

_SCRIPT = Path(__file__).parents[2] / "packaging" / "translations.py"


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", _SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TRANSLATIONS = _script()
CATALOGUES = {
    path.parents[1].name: (path, catalogue)
    for path, catalogue in TRANSLATIONS.catalogues()
}


@pytest.fixture(params=sorted(CATALOGUES))
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def _key(message: Message) -> tuple[object, object]:
    return message.context, message.id


def test_there_is_a_catalogue_of_each_language() -> None:
    assert CATALOGUES.keys() == LANGUAGES.keys() - {ENGLISH}


def test_each_text_is_there_once_and_translated(language: str) -> None:
    _, catalogue = CATALOGUES[language]
    known = {_key(message) for message in catalogue if message.id}
    wanted = {_key(message) for message in TRANSLATIONS.texts() if message.id}
    assert known == wanted, "run make translations"
    assert TRANSLATIONS.to_translate(catalogue) == []


def _blanks(text: str) -> list[str]:
    found = (name for _, name, _, _ in string.Formatter().parse(text) if name)
    return sorted(found)


def test_the_blanks_stay_the_same(language: str) -> None:
    wrong = []
    for message in CATALOGUES[language][1]:
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        said = message.string
        strings = said if isinstance(said, tuple) else (said,)
        # ``one`` may say the number as a word.
        wanted = {tuple(_blanks(text)) for text in ids}
        if any(tuple(_blanks(text)) not in wanted for text in strings):
            wrong.append(message.id)
        # A mnemonic, the dots of a dialog, blanks at the ends.
        for source, text in zip(ids, strings, strict=False):
            same_end = source.endswith("…") == text.endswith("…")
            same_edges = [source[:1], source[-1:]].count(" ") == [
                text[:1],
                text[-1:],
            ].count(" ")
            if source and not (same_end and same_edges):
                wrong.append(message.id)
    assert wrong == []


def test_each_number_has_a_form(language: str) -> None:
    _, catalogue = CATALOGUES[language]
    for message in catalogue:
        if isinstance(message.id, tuple):
            assert len(message.string) == catalogue.num_plurals, message.id


def test_what_the_program_reads_is_what_is_written(language: str) -> None:
    path, catalogue = CATALOGUES[language]
    compiled = path.with_suffix(".mo").read_bytes()
    assert compiled == TRANSLATIONS.compiled(catalogue), "run make translations"


def test_months_and_weekdays_are_those_of_the_language(language: str) -> None:
    """Babel knows them from the registry of Unicode; an own choice is named here."""
    _, catalogue = CATALOGUES[language]
    locale = Locale(language)
    for month in range(1, 13):
        english = date(2026, month, 1).strftime("%b")
        said = catalogue.get(english, "month")
        assert said is not None
        known = locale.months["format"]["abbreviated"][month]
        assert str(said.string).rstrip(".").casefold() == known.rstrip(".").casefold()
    for day in range(7):
        english = date(2026, 11, 16 + day).strftime("%a")
        said = catalogue.get(english, "weekday")
        assert said is not None
        known = locale.days["format"]["abbreviated"][day]
        assert str(said.string).rstrip(".").casefold() == known.rstrip(".").casefold()


def test_decimals_have_the_sign_of_the_language(language: str) -> None:
    _, catalogue = CATALOGUES[language]
    sign = catalogue.get(".", "decimal sign")
    assert sign is not None
    assert sign.string == Locale(language).number_symbols["latn"]["decimal"]
