"""Forms whose fields are written as soon as they are left; what cannot be says so in place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from bootcamp_app.core.errors import Refusal
from bootcamp_app.ui.kit.fields import ChoiceField
from bootcamp_app.ui.kit.form import Form

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from bootcamp_app.ui.words import Text


class KeptForm(Form):
    """What is put in is on its way until whoever writes it says that it `arrived`."""

    written = Signal(object)
    """Field → value, of what somebody put in and left."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[str, str] = {}
        self._sent: dict[str, str] = {}

    @property
    def is_refused(self) -> bool:
        """Whether something that was put in cannot be kept as it is."""
        return any(map(self.refusal, self._fields))

    def leave_all(self) -> bool:
        """Write what was put in and not left yet; say whether all of it can be."""
        for name in self._fields:
            self._leave(name)
        return not self.is_refused

    def arrived(self, names: Collection[str]) -> None:
        """Hold as kept what was written of these fields."""
        for name in set(names) & self._sent.keys():
            self._kept[name] = self._sent.pop(name)

    def take_back(self, refusal: Refusal, names: Collection[str]) -> bool:
        """Say a refusal of the service at the first of these fields that is here."""
        mine = [name for name in self._fields if name in names]
        for name in mine:
            self._sent.pop(name, None)
        if mine:
            self.refuse(mine[0], refusal.sentence)
        return bool(mine)

    def keep_text(self, name: str, label: Text, text: str, hint: Text = "") -> None:
        """Add a line of text that shows what is kept."""
        line = self.add_text(name, label, text, hint)
        line.editingFinished.connect(partial(self._leave, name))
        self._kept[name] = text

    def keep_choice(
        self, name: str, label: Text, choices: Sequence[tuple[str, Text]], key: str = ""
    ) -> None:
        """Add a choice that shows what is kept."""
        chosen = self.add_choice(name, label, choices, key)
        chosen.changed.connect(partial(self._leave, name))
        self._kept[name] = key

    def show_kept(self, name: str, text: str) -> None:
        """Show what is kept now, but leave what somebody is putting in, or what is on its way."""
        if name in self._sent:
            return
        if self._text(name) == self._kept[name]:
            field = self.field(name)
            field.blockSignals(True)  # noqa: FBT003 - Qt's own order
            self._put(name, field, text)
            field.blockSignals(False)  # noqa: FBT003 - Qt's own order
        self._kept[name] = text

    def _put(self, name: str, field: QWidget, text: str) -> None:
        del name
        if isinstance(field, ChoiceField):
            # What a list held and nobody offers stays to be seen.
            if field.findData(text) < 0:
                field.addItem(text, text)
            field.choose(text)
        elif isinstance(field, QLineEdit) and field.text() != text:
            field.setText(text)
            field.setCursorPosition(0)

    def _text(self, name: str) -> str:
        return str(self.values()[name] or "").strip()

    def _leave(self, name: str) -> None:
        text = self._text(name)
        if text == self._sent.get(name, self._kept[name]):
            self.clear_refusal(name)
            return
        try:
            fields = self._understood(name, text)
        except Refusal as refusal:
            self.refuse(name, refusal.sentence)
            return
        self.clear_refusal(name)
        self._sent[name] = text
        self.written.emit(fields)

    def _understood(self, name: str, text: str) -> dict[str, Any]:
        """Give what is written where this was put in; a Refusal where it cannot be."""
        return {name: text}
