"""The panel of the whole database, as a plain file for other programs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.features.exports.service import DATABASE_FORMAT
from bootcamp_app.ui.kit.endings import file_name
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.reports.files.delivery import ToHandOver
from bootcamp_app.ui.reports.files.protected_panel import ProtectedPanel
from bootcamp_app.ui.reports.files.report_form import WITH_NAMES
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.reports.files.offered import Offered

LEFT_OUT = N_(
    "Leaves out names, birth dates, phones, e-mails, notes and badge codes. Figures stay, and "
    "titles, which may still name who is in no list."
)


class DatabasePanel(ProtectedPanel):
    """Asks what may be in it, and hands it over."""

    def __init__(self, desk: Desk, offered: Offered) -> None:
        form = Form()
        self.without = form.add_yes_no("without", N_("Leave out personal data"), value=False)
        self._says = Label(size="small", tone="muted", wraps=True)
        super().__init__(desk, offered, self._says, form)
        form.changed.connect(self._say_what)
        self._say_what()

    @property
    def first(self) -> QWidget:
        """What takes the keys when the panel is opened."""
        return self.without

    def _to_hand_over(self) -> ToHandOver:
        return self._of(with_all=not self.without.isChecked())

    def _of(self, *, with_all: bool) -> ToHandOver:
        passphrase = self.protecting.passphrase()
        write = self.desk.app.exports.write_database
        ending = f".{DATABASE_FORMAT}{self.protecting.ending}"
        return ToHandOver(
            self.offered.title,
            file_name(_(self.offered.title), ending=ending),
            ending,
            lambda target, step: write(
                target, with_personal_data=with_all, passphrase=passphrase, progress=step
            ),
            names_people=with_all,
            is_protected=bool(passphrase),
            without=partial(self._of, with_all=False) if with_all else None,
        )

    def _say_what(self) -> None:
        say(self._says, LEFT_OUT if self.without.isChecked() else WITH_NAMES)
