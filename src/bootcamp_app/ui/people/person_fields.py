"""Fields of a person that are written when somebody leaves them; a wrong one says so in place."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from bootcamp_app.core.errors import Refusal
from bootcamp_app.core.i18n import N_
from bootcamp_app.features.people.nominees import nominee_from
from bootcamp_app.ui.kit.fields import ChoiceField
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.people.field_words import TITLES, choices
from bootcamp_app.ui.people.organisation_field import OrganisationField

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.ui.desk import Desk

CHOSEN = ("sex", "sector", "province", "status", "role", "organisation_kind")
_CLEARED: dict[str, str | None] = {"birth_year": None, "birth_date": None}
_HINTS = {
    "birth_date": N_("Day, month and year, where it is known"),
    "birth_year": N_("Four digits"),
}


class PersonFields(Form):
    """Some fields of a person, as they are kept."""

    written = Signal(object)
    """Field → value, as `People.change` takes it, of what somebody put in and left."""

    def __init__(self, desk: Desk, bootcamp: Bootcamp, names: Sequence[str]) -> None:
        super().__init__()
        self._desk = desk
        self._bootcamp = bootcamp
        self._names = tuple(names)
        self._before: dict[str, str] = {}

    def show_details(self, details: Mapping[str, Any]) -> None:
        """Show what is kept now, but where somebody is typing leave that."""
        for name in self._names:
            text = text_of_field(details.get(name))
            if name not in self._fields:
                self._add_one(name, text)
            elif self._text(name) == self._before[name]:
                self._put(name, text)
            self._before[name] = text

    def leave_all(self) -> bool:
        """Write what was typed and not left yet; say whether all of it can be."""
        for name in self._names:
            self._leave(name)
        return not any(self.refusal(name) for name in self._names)

    def take_back(self, refusal: Refusal, names: Sequence[str]) -> bool:
        """Say a refusal of the service at the first of these fields that is here."""
        mine = next((name for name in self._names if name in names), None)
        if mine is not None:
            self.refuse(mine, refusal.sentence)
        return mine is not None

    def _add_one(self, name: str, text: str) -> None:
        if name in CHOSEN:
            chosen = self.add_choice(name, TITLES[name], choices(name, text), text)
            chosen.changed.connect(partial(self._leave, name))
            return
        if name == "organisation":
            line: QLineEdit = OrganisationField(self._desk, text)
            line.setCursorPosition(0)
            self.add_own(name, TITLES[name], line, line.text)
            line.textChanged.connect(lambda _text: self._changed(name))
        else:
            line = self.add_text(name, TITLES[name], text, _HINTS.get(name, ""))
        line.editingFinished.connect(partial(self._leave, name))

    def _put(self, name: str, text: str) -> None:
        field = self.field(name)
        field.blockSignals(True)  # noqa: FBT003 - Qt's own order
        if isinstance(field, ChoiceField):
            if field.findData(text) < 0:
                field.addItem(text, text)
            field.choose(text)
        elif isinstance(field, QLineEdit) and field.text() != text:
            field.setText(text)
            field.setCursorPosition(0)
        field.blockSignals(False)  # noqa: FBT003 - Qt's own order

    def _text(self, name: str) -> str:
        return str(self.values()[name] or "").strip()

    def _leave(self, name: str) -> None:
        text = self._text(name)
        if text == self._before.get(name):
            if self.refusal(name):
                self.clear_refusal(name)
            return
        try:
            fields = self._understood(name, text)
        except Refusal as refusal:
            self.refuse(name, refusal.sentence)
            return
        self._before[name] = text
        self.written.emit(fields)

    def _understood(self, name: str, text: str) -> dict[str, Any]:
        if name in CHOSEN:
            return {name: text}
        if not text:
            return {name: _CLEARED.get(name, "")}
        today = self._desk.app.clock.now().astimezone(self._bootcamp.zone).date()
        # “-” says nothing: then the field is emptied.
        return nominee_from({name: text}, today).fields or {name: _CLEARED.get(name, "")}


def text_of_field(value: object) -> str:
    """Give what a field shows of what is kept."""
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return "" if value is None else str(value).strip()
