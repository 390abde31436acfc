"""Targets of the Sustainable Development Goals: looked for by number or words, taken one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.canvases import sdg
from bootcamp_app.ui.kit.button import Button
from bootcamp_app.ui.kit.completing_field import CompletingField, Completion
from bootcamp_app.ui.kit.layouts import SMALL, Flow, column, holding
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

    from bootcamp_app.ui.tasks import Tasks


class TargetsField(QWidget):
    """A line to look for targets, and a button for each that was taken, which lets it go."""

    changed = Signal()
    refused = Signal(object)
    """A Refusal: what was written is no target."""

    def __init__(self, tasks: Tasks, numbers: Iterable[str]) -> None:
        super().__init__()
        self._numbers = [one for one in numbers if one in sdg.targets()]
        self.buttons: dict[str, Button] = {}
        self.line = _Line(tasks, _suggested, N_("Add a target"))
        say(self.line, N_("Number or words, such as 11.6 or waste"), "setPlaceholderText")
        self._flow = Flow(gap=SMALL)
        self._taken = holding(self._flow)
        self.setLayout(column(self.line, self._taken, gap=SMALL))
        self.setFocusProxy(self.line)
        self.line.taken.connect(lambda one: self._take(str(one.value)))
        self.line.ended.connect(self.settle)
        self._show()

    @property
    def numbers(self) -> tuple[str, ...]:
        """The targets that were taken, in their order."""
        return sdg.numbers_of(self._numbers)

    def settle(self) -> bool:
        """Take what is written; say whether nothing is left that is no target."""
        written = self.line.text().strip()
        if not written:
            return True
        try:
            self._take(sdg.target(written).number)
        except Refusal as refusal:
            found = sdg.found(written, 2)
            if len(found) != 1:
                self.refused.emit(refusal)
                return False
            self._take(found[0].number)
        return True

    def _take(self, number: str) -> None:
        self.line.clear()
        self.line.offer(())
        if number not in self._numbers:
            self._numbers.append(number)
            self._show()
            self.changed.emit()

    def _leave(self, number: str) -> None:
        self._numbers.remove(number)
        self.line.setFocus()
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        for one in self.buttons.values():
            one.hide()
            one.deleteLater()
        while self._flow.takeAt(0) is not None:
            pass
        self.buttons = {number: self._button(number) for number in self.numbers}
        for one in self.buttons.values():
            self._flow.addWidget(one)
        self._taken.setVisible(bool(self.buttons))
        self._flow.invalidate()

    def _button(self, number: str) -> Button:
        title = sdg.target(number).title
        made = Button(lambda: f"{digits(number)} {title}", icon_name="x")
        say(made, lambda: _without(number, str(title)), "setAccessibleName")
        made.clicked.connect(lambda: self._leave(number))
        return made


class _Line(CompletingField):
    """Keeps Enter for itself while something is written; else it is the dialog's."""

    ended = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt with each key but Tab."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        is_chosen = self.is_open and self.list.currentRow() >= 0
        if is_enter and is_plain and self.text().strip() and not is_chosen:
            event.accept()
            self.ended.emit()
        else:
            super().keyPressEvent(event)


def _suggested(written: str) -> list[Completion]:
    return [Completion(one.number, str(one.title), one.number) for one in sdg.found(written)]


def _without(number: str, title: str) -> str:
    return _("Remove the target {number}, {title}").format(number=digits(number), title=title)
