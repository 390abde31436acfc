"""Qt's own words (buttons, dialogs, context menus) in Khmer, which Qt does not bring."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from bootcamp_app.core.i18n import _, words
from bootcamp_app.ui.qt_messages import QT_MESSAGES

_AS_ON_THE_KEYBOARD = "QShortcut"
"""Where Qt looks up the names of keys, which stay as they are printed on keys."""

_LOCALES = {
    "en": (QLocale.Language.English, QLocale.Country.UnitedKingdom),
    "km": (QLocale.Language.Khmer, QLocale.Country.Cambodia),
}


class _QtInKhmer(QTranslator):
    """Answers Qt out of the catalogue of the program."""

    def translate(self, context: str, source: str, disambiguation: str | None = None,
                  n: int = -1) -> str | None:  # fmt: skip
        """Called by Qt for each of its messages; nothing means that Qt says its own."""
        del disambiguation, n
        if words.language == "en" or context == _AS_ON_THE_KEYBOARD:
            return None  # an empty text would be shown as one
        known = _by_key().get(_key(source))
        if known is None:
            return None
        # Qt puts words together: “Show ” stands before the name of a folder.
        return _(known) + source[len(source.rstrip()) :]

    def isEmpty(self) -> bool:
        """Called by Qt, which leaves empty translators aside."""
        return False


_translator = _QtInKhmer()


def speak_qt(language: str) -> None:
    """Have Qt speak a language; it tells every widget."""
    QLocale.setDefault(qt_locale(language))
    QCoreApplication.removeTranslator(_translator)
    if language != "en":
        QCoreApplication.installTranslator(_translator)


def qt_locale(language: str) -> QLocale:
    """Give the names of months and days, and the order of dates, for a date field."""
    return QLocale(*_LOCALES[language])


@cache
def _by_key() -> dict[str, str]:
    return {_key(message): message for message in QT_MESSAGES}


def _key(message: str) -> str:
    """Give what Qt's message and ours share: marks of keys, dots and line ends aside."""
    return " ".join(message.replace("&", "").rstrip(" .…").split()).casefold()
