"""The same written of everybody who is marked: asked in one form, done in one act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_, ngettext
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.people.field_words import TITLES, choices
from bootcamp_app.ui.people.organisation_field import organisation_field
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.ui.desk import Desk

_KEEP = "keep"
_CHOSEN = ("sex", "sector", "province", "role", "status")
_WRITTEN = ("position", "district", "team", "note")


class ChangeManyDialog(Dialog):
    """Takes what is to be the same of several people; what is left alone stays as it is."""

    wanted = Signal(list, dict)
    """The participation ids, and the fields to write."""

    def __init__(self, parent: QWidget, desk: Desk, ids: Sequence[str]) -> None:
        self.form = Form()
        self._ids = list(ids)
        number = len(self._ids)
        field = organisation_field(desk)
        say(field, N_("Leave as it is"), "setPlaceholderText")
        self.form.add_own("organisation", TITLES["organisation"], field, field.text)
        for name in _CHOSEN:
            offered = [(_KEEP, N_("Leave as it is")), *choices(name)]
            self.form.add_choice(name, TITLES[name], offered, _KEEP)
        for name in _WRITTEN:
            line = self.form.add_text(name, TITLES[name])
            say(line, N_("Leave as it is"), "setPlaceholderText")
        super().__init__(
            parent,
            lambda: ngettext("Change {n} person", "Change {n} people", number).format(
                n=digits(number)
            ),
            self.form,
            N_("Change"),
        )
        self.confirmed.connect(self._change)

    def _change(self) -> None:
        fields: dict[str, Any] = {
            name: value.strip()
            for name, value in self.form.values().items()
            if value.strip() and value != _KEEP
        }
        if "province" not in fields and self.form.values()["province"] == "":
            fields["province"] = ""
        if fields:
            self.wanted.emit(self._ids, fields)
            self.accept()
        else:
            self.banner.show_text(N_("Nothing is to change. Fill in what all of them share."))
