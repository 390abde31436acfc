"""Saying what a programme is called, by its own people and by its donor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.bootcamps.programmes import ProgrammeWish
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.form import Form

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.bootcamps.views import Programme

_BETWEEN = (";", "；", "/")


class ProgrammeDialog(Dialog):
    """Takes what a programme says of itself; new where none is given."""

    said_so = Signal(object)
    """What was filled in, as a ProgrammeWish."""

    def __init__(self, parent: QWidget | None, programme: Programme | None = None) -> None:
        self._is_writing = False
        known = programme or ProgrammeWish()
        self.form = Form()
        self.form.add_text("title_km", N_("Title in Khmer"), known.title_km)
        self.form.add_text("title_en", N_("Title in English"), known.title_en)
        self.form.add_text(
            "code", N_("Project code"), known.code, N_("The number under which the donor knows it.")
        )
        self.form.add_text(
            "donors",
            N_("Donors"),
            " / ".join(known.donors),
            N_("Several are parted by “/”."),
        )
        title = N_("Change the programme") if programme else N_("New programme")
        super().__init__(parent, title, self.form, N_("Save"))
        self.confirmed.connect(self._say)

    def not_kept(self, refusal: Refusal) -> None:
        """Say why it was not kept, and let somebody mend it."""
        self._is_writing = False
        self.refuse(refusal)

    def _say(self) -> None:
        values = {name: str(value) for name, value in self.form.values().items()}
        if not (values["title_km"].strip() or values["title_en"].strip()):
            self.form.refuse("title_km", N_("Write the title, in Khmer or in English."))
            self.form.field("title_km").setFocus()
        elif not self._is_writing:
            self._is_writing = True
            donors = _parted(values.pop("donors"))
            self.said_so.emit(ProgrammeWish(**values, donors=donors))


def _parted(text: str) -> tuple[str, ...]:
    for sign in _BETWEEN:
        text = text.replace(sign, ";")
    return tuple(part for part in map(str.strip, text.split(";")) if part)
