"""Fields of the properties: lengths, colours, words with fields in them."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QKeySequence, QPainter, QPixmap, QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit, QMenu, QPlainTextEdit, QWidget

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.core.khmer import latin_digits
from bootcamp_app.ui.certificates.editor.part_words import FIELDS
from bootcamp_app.ui.kit.button import IconButton
from bootcamp_app.ui.kit.fields import ChoiceField
from bootcamp_app.ui.kit.layouts import column, row
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.words import Text, digits, in_words, say, tongue

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

_COLOURS = {
    "#1F2933": N_("ink"),
    "#5B6672": N_("grey"),
    "#000000": N_("black"),
    "#0F4F4B": N_("dark teal"),
    "#1F3A6E": N_("navy blue"),
    "#176B3A": N_("green"),
    "#7A1F2B": N_("burgundy"),
    "#8A5200": N_("brown"),
    "#8C6D1F": N_("dark gold"),
    "#B08D3E": N_("gold, for lines"),
    "#FFFFFF": N_("white"),
}
"""Colours that are read on white paper from an arm's length, but for the last two."""
_OTHER = "other"
_NUMBER = re.compile(r"-?\d*\.?\d*")
_SWATCH = 16
_AGAIN = QKeyCombination(
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Z
)


class DecimalField(QDoubleSpinBox):
    """A length or a size, shown in the digits that were chosen and taken in any."""

    def __init__(
        self, least: float, most: float, step: float, unit: Text, nought: Text = ""
    ) -> None:
        super().__init__()
        self._unit = unit
        if nought:
            # What stands instead of 0.
            say(self, nought, "setSpecialValueText")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setDecimals(2)
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setKeyboardTracking(False)
        theme.changed.connect(self._scale)
        self._scale()
        tongue.turned.connect(self._turn)

    def show_value(self, value: float) -> None:
        """Show a value without telling anybody."""
        if not self.lineEdit().isModified() and abs(self.value() - value) > 1e-6:
            with QSignalBlocker(self):
                self.setValue(value)

    def textFromValue(self, val: float) -> str:
        """Called by Qt: how a number is written, with no needless noughts."""
        written = digits(f"{val:.2f}".rstrip("0").rstrip(".") or "0")
        return f"{written} {in_words(self._unit)}".rstrip()

    def valueFromText(self, text: str) -> float:
        """Called by Qt: which number was written."""
        written = self._bare(text)
        return float(written) if re.search(r"\d", written) else self.minimum()

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        """Called by Qt with each key: whether this may become a number."""
        written = self._bare(text)
        if text and text == self.specialValueText():
            return QValidator.State.Acceptable, text, pos
        if not _NUMBER.fullmatch(written):
            return QValidator.State.Invalid, text, pos
        if not re.search(r"\d", written):
            return QValidator.State.Intermediate, text, pos
        is_within = self.minimum() <= float(written) <= self.maximum()
        state = QValidator.State.Acceptable if is_within else QValidator.State.Intermediate
        return state, text, pos

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Called by Qt: what lies under the mouse while a panel scrolls must not change."""
        event.ignore()

    def event(self, event: QEvent) -> bool:
        """Called by Qt with everything: steps are taken back by the editor."""
        return not leave_to_editor(event) and super().event(event)

    def _bare(self, text: str) -> str:
        written = latin_digits(text).replace(",", ".").replace(in_words(self._unit), "")
        return written.strip()

    def _scale(self) -> None:
        self.lineEdit().setTextMargins(theme.px(8), 0, 0, 0)

    def _turn(self) -> None:
        nought = self.specialValueText()
        shown = nought if nought and self.value() == self.minimum() else ""
        self.lineEdit().setText(shown or self.textFromValue(self.value()))


class ColourField(QWidget):
    """Offers colours that are read well, and takes any other as #RRGGBB."""

    changed = Signal(str)

    def __init__(self, name: Text) -> None:
        super().__init__()
        self._value = ""
        choices: list[tuple[str, Text]] = [*_COLOURS.items(), (_OTHER, N_("another colour…"))]
        self.choice = ChoiceField(choices)
        self.own = _Line()
        self.own.setMaxLength(7)
        self.own.setPlaceholderText("#RRGGBB")
        self.own.hide()
        say(self.choice, name, "setAccessibleName")
        say(self.own, lambda: _("{name}, as #RRGGBB").format(name=in_words(name)),
            "setAccessibleName")  # fmt: skip
        self.setLayout(column(self.choice, self.own, gap=4))
        self.setFocusProxy(self.choice)
        self.choice.changed.connect(self._choose)
        self.own.textEdited.connect(self._write)
        theme.changed.connect(self._paint)
        self._paint()

    def show_value(self, value: str) -> None:
        """Show a colour without telling anybody."""
        if value == self._value:
            return
        self._value = value
        known = value.upper() in _COLOURS
        with QSignalBlocker(self.choice):
            self.choice.choose(value.upper() if known else _OTHER)
        self.own.setVisible(not known)
        if self.own.text().upper() != value.upper():
            self.own.setText(value)
        self._paint()

    def _choose(self) -> None:
        if self.choice.key == _OTHER:
            self.own.setText(self._value)
            self.own.show()
            self.own.setFocus()
            self.own.selectAll()
            return
        self.own.hide()
        self._take(self.choice.key)

    def _write(self, text: str) -> None:
        written = text if text.startswith("#") else f"#{text}"
        if re.fullmatch("#[0-9A-Fa-f]{6}", written):
            self._take(written.upper())

    def _take(self, value: str) -> None:
        self._value = value
        self._paint()
        self.changed.emit(value)

    def _paint(self) -> None:
        size = theme.px(_SWATCH)
        self.choice.setIconSize(QSize(size, size))
        for at in range(self.choice.count()):
            key = self.choice.itemData(at)
            self.choice.setItemIcon(at, _swatch(self._value if key == _OTHER else key, size))


class WordsField(QWidget):
    """Words with {fields} in them, and a menu of the fields that there are."""

    changed = Signal(str)

    def __init__(self, name: Text, *, is_long: bool) -> None:
        super().__init__()
        self.field: _Line | _LongText = _LongText() if is_long else _Line()
        self.menu = IconButton(N_("Put in a field"), "plus")
        self._offers = QMenu(self)
        say(self.field, name, "setAccessibleName")
        say(self.menu, lambda: f"{_('Put in a field')}: {in_words(name)}", "setAccessibleName")
        for key, text in FIELDS.items():
            action = self._offers.addAction("")
            say(action, text)
            action.triggered.connect(partial(self.put_in, key))
        self.menu.clicked.connect(self._offer)
        line = row(self.field, self.menu, gap=4)
        line.setStretch(0, 1)
        line.setAlignment(self.menu, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
        self.setFocusProxy(self.field)
        if isinstance(self.field, _Line):
            self.field.textEdited.connect(self.changed)
        else:
            self.field.written.connect(self.changed)

    @property
    def text(self) -> str:
        """What is written."""
        return self.field.text()

    def show_value(self, value: str) -> None:
        """Show words without telling anybody; where they are there, the cursor stays."""
        if self.text != value:
            with QSignalBlocker(self.field):
                self.field.setText(value)
                if isinstance(self.field, _Line):
                    self.field.setCursorPosition(0)

    def put_in(self, key: str) -> None:
        """Put a field where the cursor is."""
        self.field.insert("{" + key + "}")
        self.changed.emit(self.text)
        self.field.setFocus()

    def _offer(self) -> None:
        self._offers.popup(self.menu.mapToGlobal(self.menu.rect().bottomLeft()))


class _Line(QLineEdit):
    """A line of text whose steps are taken back by the editor."""

    def event(self, event: QEvent) -> bool:
        """Called by Qt with everything."""
        return not leave_to_editor(event) and super().event(event)


class _LongText(QPlainTextEdit):
    """Text on several lines; Tab goes on to the next field."""

    written = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.textChanged.connect(lambda: self.written.emit(self.text()))
        theme.changed.connect(self._scale)
        self._scale()

    def text(self) -> str:
        """What is written, on one line: the page breaks lines itself."""
        return self.toPlainText().replace("\n", " ")

    def setText(self, text: str) -> None:
        """Show another text."""
        self.setPlainText(text)

    def event(self, event: QEvent) -> bool:
        """Called by Qt with everything: steps are taken back by the editor."""
        return not leave_to_editor(event) and super().event(event)

    def insert(self, text: str) -> None:
        """Put a text where the cursor is."""
        with QSignalBlocker(self):
            self.insertPlainText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt: a paragraph has no lines of its own."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _scale(self) -> None:
        self.setFixedHeight(theme.px(112))


def leave_to_editor(event: QEvent) -> bool:
    """Say whether keys take steps back or do them again; the field then leaves them to others."""
    kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
    if not isinstance(event, QKeyEvent) or event.type() not in kinds:
        return False
    is_ours = takes_back(event) or does_again(event)
    if is_ours:
        event.ignore()
    return is_ours


def takes_back(event: QKeyEvent) -> bool:
    """Say whether these keys take the latest step back."""
    return event.matches(QKeySequence.StandardKey.Undo)


def does_again(event: QKeyEvent) -> bool:
    """Say whether these keys do again what was taken back."""
    return event.keyCombination() == _AGAIN or event.matches(QKeySequence.StandardKey.Redo)


def _swatch(colour: str, size: int) -> QIcon:
    drawn = QPixmap(size, size)
    drawn.fill(Qt.GlobalColor.transparent)
    with QPainter(drawn) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("muted"))
        painter.setBrush(QColor(colour or "#FFFFFF"))
        painter.drawRoundedRect(1, 1, size - 2, size - 2, 3, 3)
    return QIcon(drawn)
