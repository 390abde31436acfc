"""Declaring a certificate void, with the reason that is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, holding

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.ui.desk import Desk


class RevokeDialog(Dialog):
    """Asks why a certificate is revoked, and revokes it."""

    def __init__(self, parent: QWidget, desk: Desk, serial: str) -> None:
        self._desk = desk
        self._serial = serial
        self.form = Form()
        self.form.add_text("reason", N_("Why is it revoked?"))
        told = Label(
            N_("It stays known, with its reason, and whoever checks it is told so."),
            tone="muted",
            wraps=True,
        )
        super().__init__(
            parent,
            Sentence("Revoke certificate {serial}", serial=serial),
            holding(column(told, self.form)),
            N_("Revoke"),
        )
        self.confirmed.connect(self._revoke)
        self._done: Callable[[str], object] = lambda _serial: None

    def then(self, done: Callable[[str], object]) -> RevokeDialog:
        """Call this with the number once it is revoked; gives the dialog."""
        self._done = done
        return self

    def _revoke(self) -> None:
        self.form.clear_refusals()
        reason = str(self.form.values()["reason"])
        certificates = self._desk.app.certificates
        self._desk.tasks.write(
            self,
            lambda: certificates.revoke(self._serial, reason),
            lambda _nothing: self._finish(),
            lambda refusal: self._refuse_in_place(refusal, reason),
        )

    def _finish(self) -> None:
        self.accept()
        self._done(self._serial)

    def _refuse_in_place(self, refusal: Refusal, reason: str) -> None:
        if reason.strip():
            self.refuse(refusal)
        else:
            self.form.refuse("reason", refusal.sentence)
            self.form.field("reason").setFocus()
