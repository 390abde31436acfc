"""Saying whose logo one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.form import Form

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bootcamp_app.core.errors import Refusal


class LogoDialog(Dialog):
    """Takes the title of a logo, which those hear who cannot see it."""

    named = Signal(str)

    def __init__(self, parent: QWidget | None, title: str) -> None:
        self.form = Form()
        self.title = self.form.add_text(
            "title",
            N_("Whose logo it is"),
            title,
            N_("The name of the institution, as it is read out to those who do not see the logo."),
        )
        super().__init__(parent, N_("Name this logo"), self.form, N_("Keep this name"))
        self._is_writing = False
        self.confirmed.connect(self._name)

    def not_kept(self, refusal: Refusal) -> None:
        """Say why the title was not kept, and let somebody mend it."""
        self._is_writing = False
        self.refuse(refusal)

    def _name(self) -> None:
        if not self._is_writing:
            self._is_writing = True
            self.named.emit(self.title.text())
