from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from clockify_desktop.app import language_of_qt


@pytest.fixture(autouse=True)
def _as_before(qapp: QApplication) -> Iterator[None]:
    locale = QLocale()
    yield
    QLocale.setDefault(locale)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    for one in qapp.findChildren(QTranslator):
        qapp.removeTranslator(one)


@pytest.mark.parametrize(
    ("language", "cancel", "direction"),
    [
        ("de", "Abbrechen", Qt.LayoutDirection.LeftToRight),
        ("pt", "Cancelar", Qt.LayoutDirection.LeftToRight),
        ("he", "ביטול", Qt.LayoutDirection.RightToLeft),
        ("ur", "Cancel", Qt.LayoutDirection.RightToLeft),
    ],
)
def test_qt_speaks_as_the_program_does(
    language: str,
    cancel: str,
    direction: Qt.LayoutDirection,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(language_of_qt, "spoken_language", lambda: language)
    language_of_qt.speak_as_program(qapp)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == cancel
    assert QLocale().language() == QLocale(language).language()
    assert qapp.layoutDirection() is direction
