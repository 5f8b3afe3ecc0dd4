"""The language of the interface: Chinese whatever the system says, English on request."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

CHINESE, ENGLISH = "zh_CN", "en"
LANGUAGES = {CHINESE: "简体中文", ENGLISH: "English"}
FOLDER = Path(__file__).resolve().parents[2] / "resources" / "translations"


class Language:
    """Holds the translators of an application; a language replaces the one before."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._translators: list[QTranslator] = []

    def use(self, language: str) -> None:
        """Translate everything made from now on into ``language`` (a key of `LANGUAGES`)."""
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators = []
        chinese = language != ENGLISH
        QLocale.setDefault(QLocale(QLocale.Language.Chinese if chinese else QLocale.Language.English))
        if chinese:
            qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            self._install("qtbase_zh_CN", qt_folder)  # the buttons of Qt's own dialogs
            self._install("shenyue_zh_CN", str(FOLDER))

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator(self._application)
        if translator.load(name, folder):
            self._application.installTranslator(translator)
            self._translators.append(translator)
