"""Qt's own words: its buttons, text menus, file dialog and print dialog.

Qt ships none for bokmål, and for nynorsk some. Ours stand in resources/translations/qtbase_*.ts;
`make setup` compiles them. English is what Qt speaks by itself.
"""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from app.foundation.paths import resource
from app.foundation.translation import chosen_words

# Where dates, numbers and sizes that Qt writes itself are from.
_PLACES = {
    "nb": QLocale(QLocale.Language.NorwegianBokmal, QLocale.Country.Norway),
    "nn": QLocale(QLocale.Language.NorwegianNynorsk, QLocale.Country.Norway),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class QtWords(QTranslator):
    """The words of one language; there is at most one of these in a program."""

    def __init__(self, language: str, parent: QCoreApplication) -> None:
        super().__init__(parent)
        self.speaks = language


def teach_qt(application: QCoreApplication | None) -> None:
    """Have Qt speak the chosen language from now on; a second call changes nothing."""
    language = chosen_words().language
    if application is None or _taught(application) == language:
        return
    for before in application.findChildren(QtWords):
        application.removeTranslator(before)
        before.setParent(None)
    QLocale.setDefault(_PLACES[language])
    words = QtWords(language, application)
    # English has no file: an empty translator tells that Qt speaks it already.
    words.load(str(resource("translations", f"qtbase_{language}.qm")))
    application.installTranslator(words)


def _taught(application: QCoreApplication) -> str | None:
    words = application.findChild(QtWords)
    return words.speaks if isinstance(words, QtWords) else None
