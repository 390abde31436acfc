"""The button that saves one person's digital badge: a picture with the credential inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.button import Button
from bootcamp_app.ui.kit.endings import file_name, with_ending
from bootcamp_app.ui.kit.files import ask_save
from bootcamp_app.ui.tasks import Job
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from pathlib import Path

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.certificates.standing import Standing
    from bootcamp_app.ui.desk import Desk

_ENDING = ".png"


class DigitalBadgeButton(Button):
    """Saves the digital badge of whoever is shown; there for those who hold a certificate."""

    saved = Signal(object)
    """The picture lies at this Path."""
    refused = Signal(object)
    """The Refusal where it could not be made."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(N_("Digital badge…"), icon_name="badge")
        self._desk = desk
        self._standing: Standing | None = None
        say(
            self,
            N_("A picture for wallets and profile pages, with a signed credential inside."),
            "setToolTip",
        )
        self.clicked.connect(self.ask_where)
        self.hide()

    def show_standing(self, standing: Standing) -> None:
        """Be there for one person, if there is a certificate that holds."""
        self._standing = standing
        self.setVisible(standing.holds_one)

    def ask_where(self) -> None:
        """Ask where the picture should lie; its name is the number, never the person's."""
        standing, bootcamp = self._standing, self._desk.bootcamp
        if standing is not None and bootcamp is not None:
            name = file_name(standing.serial, ending=_ENDING)
            participation_id = standing.person.participation_id
            ask_save(
                self,
                N_("Save the digital badge"),
                name,
                lambda chosen: self.save_to(chosen, bootcamp, participation_id),
            )

    def save_to(self, chosen: Path, bootcamp: Bootcamp, participation_id: str) -> None:
        """Make the picture of one participation, whole or not at all."""
        credentials = self._desk.app.credentials
        self.setEnabled(False)

        def make() -> Path:
            return credentials.write(bootcamp, participation_id, with_ending(chosen, _ENDING))

        self._desk.tasks.long(
            self,
            Job(lambda _step: make(), self._made, self._not_made, N_("Making a digital badge")),
        )

    def _made(self, path: Path) -> None:
        self.setEnabled(True)
        self.saved.emit(path)

    def _not_made(self, refusal: object) -> None:
        self.setEnabled(True)
        self.refused.emit(refusal)
