"""Qt's own words, dates and direction, in the language that the program speaks."""

from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from clockify_desktop.translation import spoken_language

# Qt has the Portuguese of Brazil alone.
_FILES: Final = {"pt": "pt_BR"}


def speak_as_program(application: QApplication) -> None:
    """Let Qt speak the program's language; where it has none its words stay English."""
    language = spoken_language()
    locale = QLocale(language)
    QLocale.setDefault(locale)
    application.setLayoutDirection(locale.textDirection())
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{_FILES.get(language, language)}", folder):
        application.installTranslator(translator)
