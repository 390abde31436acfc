"""Forms: labels above their fields, and what is wrong said right under its field."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from bootcamp_app.ui.kit.date_field import DateField
from bootcamp_app.ui.kit.fields import ChoiceField, NumberField, YesNoField
from bootcamp_app.ui.kit.label import Label, restyle
from bootcamp_app.ui.kit.layouts import column, holding, row
from bootcamp_app.ui.kit.line_field import LineField
from bootcamp_app.ui.kit.side_by_side import SideBySide
from bootcamp_app.ui.theme.current import theme
from bootcamp_app.ui.theme.icons import icon
from bootcamp_app.ui.words import Text, in_words, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date


_PAIR = 380
"""From so wide on at 100 % two fields have room in one line."""


class Form(QWidget):
    """Fields one under the other; each is known by a name."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fields: dict[str, _Field] = {}
        self._line: list[QWidget] | None = None
        self._body: QVBoxLayout = column(gap=14)
        self.setLayout(self._body)
        theme.changed.connect(self._draw)

    def add_text(self, name: str, label: Text, value: str = "", hint: Text = "") -> QLineEdit:
        """Add a line of text."""
        line = LineField()
        line.setText(value)
        line.setCursorPosition(0)
        line.textChanged.connect(lambda _text: self._changed(name))
        self._add(name, _Field(line, line.text), label, hint)
        return line

    def add_choice(
        self, name: str, label: Text, choices: Sequence[tuple[str, Text]], value: str = ""
    ) -> ChoiceField:
        """Add a choice of (key, words); its value is the key."""
        choice = ChoiceField(choices, value)
        choice.changed.connect(lambda: self._changed(name))
        self._add(name, _Field(choice, lambda: choice.key), label)
        return choice

    def add_number(self, name: str, label: Text, value: int, least: int, most: int) -> NumberField:
        """Add a whole number between two others."""
        number = NumberField(value, least, most)
        number.valueChanged.connect(lambda _value: self._changed(name))
        self._add(name, _Field(number, number.value), label)
        return number

    def add_date(self, name: str, label: Text, value: date) -> DateField:
        """Add a day."""
        field = DateField(value)
        field.changed.connect(lambda: self._changed(name))
        self._add(name, _Field(field, lambda: field.day), label)
        return field

    def add_yes_no(self, name: str, label: Text, value: bool) -> YesNoField:
        """Add a box to tick."""
        box = YesNoField(label, value=value)
        box.toggled.connect(lambda _is_on: self._changed(name))
        self._add(name, _Field(box, box.isChecked))
        return box

    def add_own(self, name: str, label: Text, widget: QWidget, read: Callable[[], Any],
                hint: Text = "") -> None:  # fmt: skip
        """Add a field of one's own kind, and how its value is read."""
        self._add(name, _Field(widget, read), label, hint)

    def values(self) -> dict[str, Any]:
        """Give what was filled in, by name."""
        return {name: field.read() for name, field in self._fields.items()}

    def field(self, name: str) -> QWidget:
        """Give a field by its name."""
        return self._fields[name].widget

    @contextmanager
    def one_line(self) -> Iterator[None]:
        """Have the fields that are added within share a line where there is room."""
        self._line = []
        try:
            yield
        finally:
            parts, self._line = self._line, None
            self._body.addWidget(SideBySide(*parts, needed=_PAIR, gap=14))

    def show_field(self, name: str, *, is_shown: bool) -> None:
        """Show a field with its words, or hide it where it is not asked now."""
        for part in self._fields[name].parts:
            part.setVisible(is_shown)

    def refuse(self, name: str, text: Text) -> None:
        """Say under a field what is wrong with it."""
        self._fields[name].refuse(text)

    def clear_refusals(self) -> None:
        """Say no more what was wrong."""
        for field in self._fields.values():
            field.accept()

    def clear_refusal(self, name: str) -> None:
        """Say no more what was wrong with one field."""
        self._fields[name].accept()

    def refusal(self, name: str) -> str:
        """Give what is said under a field."""
        return self._fields[name].refusal

    def _add(self, name: str, field: _Field, label: Text = "", hint: Text = "") -> None:
        self._fields[name] = field
        lines = column(gap=4)
        if label:
            title = Label(label, wraps=True)
            title.setProperty("weight", "bold")
            title.setBuddy(field.widget)
            for part in (field.widget, *field.widget.findChildren(QLineEdit)):
                say(part, label, "setAccessibleName")
            lines.addWidget(title)
            field.parts.append(title)
        if hint:
            told = Label(hint, size="small", tone="muted", wraps=True)
            lines.addWidget(told)
            field.parts.append(told)
            field.hint = hint
            field.describe()
        lines.addWidget(field.widget)
        field.parts.append(field.widget)
        lines.addWidget(field.line)
        if self._line is None:
            self._body.addLayout(lines)
        else:
            self._line.append(holding(lines))

    def _draw(self) -> None:
        for field in self._fields.values():
            field.draw()

    def _changed(self, name: str) -> None:
        if name in self._fields:
            self._fields[name].accept()
        self.changed.emit()


@dataclass(eq=False)
class _Field:
    """One field, and the line under it."""

    widget: QWidget
    read: Callable[[], Any]
    hint: Text = ""

    def __post_init__(self) -> None:
        self._says = Label(size="small", wraps=True)
        self._says.setProperty("meaning", "bad")
        self._icon = QLabel()
        inside = row(self._icon, self._says, gap=6)
        inside.setStretch(1, 1)
        self.line = holding(inside)
        self.line.hide()
        self._text: Text = ""
        self.parts: list[QWidget] = []

    @property
    def refusal(self) -> str:
        return in_words(self._text)

    def refuse(self, text: Text) -> None:
        self._text = text
        say(self._says, text)
        restyle(self.widget, "wrong", "true")
        self.describe()
        self.draw()
        self.line.show()

    def accept(self) -> None:
        if self._text:
            self._text = ""
            restyle(self.widget, "wrong", "false")
            self.describe()
            self.line.hide()

    def describe(self) -> None:
        say(self.widget, self._described, "setAccessibleDescription")

    def _described(self) -> str:
        return in_words(self._text) or in_words(self.hint)

    def draw(self) -> None:
        size = theme.px(16)
        drawn = icon("alert", "bad")
        self._icon.setPixmap(drawn.pixmap(QSize(size, size), self._icon.devicePixelRatioF()))
