"""Fields of a form: a choice, a number, yes or no. The wheel scrolls the page and changes none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox

from bootcamp_app.core.khmer import latin_digits
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import Text, digits, in_words, say, tongue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QWheelEvent

_LEAST_LETTERS = 8


class ChoiceField(QComboBox):
    """Offers keys under their words."""

    changed = Signal()

    def __init__(self, choices: Sequence[tuple[str, Text]], key: str = "") -> None:
        super().__init__()
        self._texts: list[Text] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST_LETTERS)
        self.offer(choices, key)
        self.currentIndexChanged.connect(lambda _index: self.changed.emit())
        tongue.turned.connect(self._turn)

    @property
    def key(self) -> str:
        """The key that is chosen."""
        return str(self.currentData() or "")

    def choose(self, key: str) -> None:
        """Choose one by its key, or the first where there is no such key."""
        self.setCurrentIndex(max(self.findData(key), 0))

    def offer(self, choices: Sequence[tuple[str, Text]], key: str | None = None) -> None:
        """Offer other choices; what is chosen, or this key, is chosen where it is among them.

        Tells of a change only where no key is named.
        """
        before = self.key
        with QSignalBlocker(self):
            self.clear()
            self._texts = [text for _key, text in choices]
            for name, text in choices:
                self.addItem(in_words(text), name)
            self.choose(before if key is None else key)
        if key is None and self.key != before:
            self.changed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Called by Qt: what lies under the mouse while a page scrolls must not change."""
        event.ignore()

    def _turn(self) -> None:
        for index, text in enumerate(self._texts):
            self.setItemText(index, in_words(text))


class NumberField(QSpinBox):
    """A whole number, shown in the digits that were chosen and taken in any."""

    def __init__(self, value: int, least: int, most: int) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRange(least, most)
        self.setValue(value)
        theme.changed.connect(self._scale)
        self._scale()
        tongue.turned.connect(self._turn)

    def textFromValue(self, val: int) -> str:
        """Called by Qt: how a number is written."""
        return digits(val)

    def valueFromText(self, text: str) -> int:
        """Called by Qt: which number was written."""
        written = latin_digits(text).strip()
        return int(written) if written.lstrip("-").isdecimal() else self.minimum()

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        """Called by Qt with each key: whether this may become a number."""
        written = latin_digits(text).strip()
        if written in ("", "-"):
            return QValidator.State.Intermediate, text, pos
        if not written.lstrip("-").isdecimal() or int(written) > self.maximum():
            return QValidator.State.Invalid, text, pos
        is_large = int(written) >= self.minimum()
        state = QValidator.State.Acceptable if is_large else QValidator.State.Intermediate
        return state, text, pos

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Called by Qt: what lies under the mouse while a page scrolls must not change."""
        event.ignore()

    def _scale(self) -> None:
        # The style sheet leaves the text of a spin box no room before it.
        self.lineEdit().setTextMargins(theme.px(12), 0, 0, 0)

    def _turn(self) -> None:
        self.lineEdit().setText(self.textFromValue(self.value()))


class YesNoField(QCheckBox):
    """A box to tick."""

    def __init__(self, text: Text, *, value: bool) -> None:
        super().__init__()
        self.setChecked(value)
        say(self, text)
        say(self, text, "setAccessibleName")
