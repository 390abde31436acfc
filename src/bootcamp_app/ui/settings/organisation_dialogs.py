"""Making an organisation's key, writing down its recovery code, and endorsing with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.files import ask_save
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, holding
from bootcamp_app.ui.tasks import Job

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.certificates.views import Issuer
    from bootcamp_app.ui.desk import Desk

_FILE = "organisation.key"


class NewOrganisationDialog(Dialog):
    """Asks for the names and a passphrase, then where the key should lie."""

    made = Signal(str, str)
    """The recovery code of the key, and the names of the organisation."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        self._desk = desk
        self._is_making = False
        self.form = Form()
        self.form.add_text("name_km", N_("Name in Khmer"))
        self.form.add_text("name_en", N_("Name in English"))
        self.form.add_text(
            "passphrase",
            N_("Passphrase"),
            hint=N_("At least 12 signs, such as four words. Nobody can give it back to you."),
        )
        self.form.add_text("again", N_("The same once more"))
        _hide(self.form, "passphrase", "again")
        why = Label(
            N_(
                "Whoever holds this key says which laptops sign for the organisation. Make it "
                "once, and keep it away from the laptops that issue."
            ),
            tone="muted",
            wraps=True,
        )
        body = holding(column(why, self.form))
        super().__init__(parent, N_("New organisation key"), body, N_("Make the key…"))
        self.confirmed.connect(self._ask_where)

    def make(self, target: Path) -> None:
        """Make the key and keep it closed in this file."""
        values = {name: str(value) for name, value in self.form.values().items()}

        def work() -> tuple[str, str]:
            from bootcamp_app.features.certificates import (  # noqa: PLC0415 - heavy
                organisation_keys,
            )

            made, code = organisation_keys.make(
                values["name_km"], values["name_en"], values["passphrase"], target
            )
            return code, made.name

        self._be_making(is_making=True)
        job = Job(lambda _step: work(), self._finish, self._mend, N_("Making the key"))
        self._desk.tasks.long(self, job)

    def reject(self) -> None:
        """Leave, but not while the key is made: its recovery code is shown only once."""
        if self._is_making:
            self.banner.show_text(
                N_("The key is being made. Wait until its recovery code is shown."), "info"
            )
        else:
            super().reject()

    def _be_making(self, *, is_making: bool) -> None:
        self._is_making = is_making
        for pressed in (self.main, self.cancel):
            pressed.setEnabled(not is_making)

    def _ask_where(self) -> None:
        self.form.clear_refusals()
        values = self.form.values()
        if values["passphrase"] != values["again"]:
            self.form.refuse("again", N_("This is not the same. Type both once more."))
            self.form.field("again").setFocus()
            return
        ask_save(self, N_("Where the key should lie"), _FILE, self.make)

    def _finish(self, made: tuple[str, str]) -> None:
        self.accept()
        self.made.emit(*made)

    def _mend(self, refusal: Refusal) -> None:
        self._be_making(is_making=False)
        self.refuse(refusal)


class RecoveryDialog(Dialog):
    """Shows a recovery code, the only time that it can be seen."""

    def __init__(self, parent: QWidget | None, code: str) -> None:
        self.code = Label(size="title", wraps=True)
        self.code.show_data(code)
        told = N_(
            "Write this code on paper and keep it apart from the file. It opens the key where the "
            "passphrase is forgotten, and it is never shown again."
        )
        body = holding(column(Label(told, wraps=True), self.code))
        super().__init__(parent, N_("Recovery code"), body, N_("I have written it down"))
        self.cancel.hide()
        self.confirmed.connect(self.accept)

    def reject(self) -> None:
        """Leave only after it was said once that the code is gone then."""
        if self.banner.isVisible():
            super().reject()
        else:
            self.banner.show_text(
                N_("The code is never shown again. Press Esc once more to leave."), "warning"
            )


class EndorseDialog(Dialog):
    """Asks for the passphrase of a key, and has its organisation stand for this workspace."""

    endorsed = Signal(str, list)
    """The names of the organisation, and those who were endorsed now, as Issuer."""

    def __init__(self, parent: QWidget | None, desk: Desk, file: Path) -> None:
        self._desk = desk
        self._file = file
        self.form = Form()
        self.form.add_text(
            "passphrase", N_("Passphrase"), hint=N_("Or the recovery code. It takes a moment.")
        )
        _hide(self.form, "passphrase")
        why = Sentence(
            "The organisation whose key lies in “{name}” will stand for all laptops that sign in "
            "this workspace.",
            name=file.name,
        )
        body = holding(column(Label(why, tone="muted", wraps=True), self.form))
        super().__init__(parent, N_("Endorse with a key"), body, N_("Endorse"))
        self.confirmed.connect(self._endorse)

    def _endorse(self) -> None:
        passphrase, trust = str(self.form.values()["passphrase"]), self._desk.app.trust

        def work() -> tuple[str, list[Issuer]]:
            from bootcamp_app.features.certificates import (  # noqa: PLC0415 - heavy
                organisation_keys,
            )

            key = organisation_keys.unlock(self._file, passphrase)
            return key.organisation.name, trust.endorse(key)

        self.main.setEnabled(False)
        job = Job(lambda _step: work(), self._finish, self._mend, N_("Opening the key"))
        self._desk.tasks.long(self, job)

    def _finish(self, done: tuple[str, list[Issuer]]) -> None:
        self.accept()
        self.endorsed.emit(*done)

    def _mend(self, refusal: Refusal) -> None:
        self.main.setEnabled(True)
        self.refuse(refusal)


def _hide(form: Form, *names: str) -> None:
    """Have fields show no sign of what is typed."""
    for name in names:
        field = form.field(name)
        if isinstance(field, QLineEdit):
            field.setEchoMode(QLineEdit.EchoMode.Password)
