"""The panel of a copy of the workspace, which opens in this program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.endings import file_name
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.reports.files.delivery import ToHandOver
from bootcamp_app.ui.reports.files.protected_panel import ProtectedPanel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.reports.files.offered import Offered

_ENDING = ".bootcamp"


class CopyPanel(ProtectedPanel):
    """Says what is in it, and hands it over."""

    def __init__(self, desk: Desk, offered: Offered) -> None:
        told = Label(
            N_(
                "Everything is in it, with all names, scans and the history of every change. Open "
                "it with “Open a file”. The work on this laptop goes on in its own file."
            ),
            wraps=True,
        )
        super().__init__(desk, offered, told, Form())

    @property
    def first(self) -> QWidget:
        """What takes the keys when the panel is opened."""
        return self.delivery.save

    def _to_hand_over(self) -> ToHandOver:
        database = self.desk.app.database
        stem = database.path.stem if database.path else "workspace"
        day = self.desk.app.clock.now().date().isoformat()
        passphrase = self.protecting.passphrase()
        write = self.desk.app.exports.write_workspace
        ending = f"{_ENDING}{self.protecting.ending}"
        return ToHandOver(
            self.offered.title,
            file_name(stem, day, ending=ending),
            ending,
            lambda target, step: write(target, passphrase=passphrase, progress=step),
            names_people=True,
            is_protected=bool(passphrase),
        )
