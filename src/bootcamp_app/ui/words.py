"""Words on the screen: each is said once, and turns by itself when the language does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton
from shiboken6 import isValid

from bootcamp_app.core.i18n import Sentence, _, words
from bootcamp_app.core.khmer import khmer_digits

if TYPE_CHECKING:
    from datetime import datetime

Text = str | Sentence | Callable[[], str]
"""A message of the catalogue, a sentence with values, or a function that gives words."""


class Tongue(QObject):
    """The language of the window."""

    turned = Signal()
    """Every word that `say` knows has turned; what else shows words must show them again."""

    def __init__(self) -> None:
        super().__init__()
        self.has_khmer_digits = False
        self._said: WeakKeyDictionary[QObject, dict[str, Text]] = WeakKeyDictionary()

    def turn(self, language: str) -> None:
        """Speak a language of LANGUAGES from now on, everywhere."""
        words.use(language)
        self.say_again()

    def say_again(self) -> None:
        """Put every word anew, after the language or the kind of digits changed."""
        for owner, texts in list(self._said.items()):
            if not isValid(owner):
                del self._said[owner]
                continue
            for setter, text in list(texts.items()):
                _put(owner, setter, in_words(text))
        self.turned.emit()

    def say(self, owner: Any, text: Text, into: str) -> None:  # noqa: ANN401 - any Qt object
        """Remember what a setter of an object says, and say it."""
        self._said.setdefault(owner, {})[into] = text
        _put(owner, into, in_words(text))

    def forget(self, owner: QObject, into: str) -> None:
        """Leave a setter alone from now on, because it shows data."""
        self._said.get(owner, {}).pop(into, None)


def _put(owner: Any, setter: str, text: str) -> None:  # noqa: ANN401 - any Qt object
    # In a button or a menu “&” would mark a key.
    is_marked = setter == "setText" and isinstance(owner, (QAbstractButton, QAction))
    getattr(owner, setter)(text.replace("&", "&&") if is_marked else text)


tongue = Tongue()


def say(owner: Any, text: Text, into: str = "setText") -> None:  # noqa: ANN401 - any Qt object
    """Have an object say a text in the language in use, now and whenever the language turns."""
    tongue.say(owner, text, into)


def in_words(text: Text) -> str:
    """Give a text in the language in use."""
    if isinstance(text, Sentence):
        return str(text)
    if callable(text):
        return text()
    return _(text) if text else ""


def digits(value: object) -> str:
    """Give a number, a date or a time with the digits that were chosen for this language."""
    text = str(value)
    return khmer_digits(text) if tongue.has_khmer_digits and words.language == "km" else text


def with_digits(sentence: Sentence) -> str:
    """Give a sentence whose numbers are written as chosen; serials and reasons stay as they are."""
    values = {
        name: digits(value) if isinstance(value, int) else value
        for name, value in sentence.values.items()
    }
    return str(Sentence(sentence.message, **values))


def clock_time(moment: datetime) -> str:
    """Give a time of day such as 08:04, in the digits that were chosen."""
    return digits(f"{moment:%H:%M}")


def day_or_time(moment: datetime, now: datetime) -> str:
    """Give the time of day of what was today, and the day of what was earlier."""
    if moment.date() == now.date():
        return clock_time(moment)
    return digits(f"{moment:%d/%m/%Y}")
