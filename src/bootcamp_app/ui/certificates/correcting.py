"""Correcting a certificate: what its paper says, what is true now, and why it is issued anew."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.features.certificates.views import CertificateCorrected
from bootcamp_app.ui.certificates.field_names import told
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.certificates.differing import Difference
    from bootcamp_app.features.certificates.standing import Standing
    from bootcamp_app.features.certificates.views import Certificate
    from bootcamp_app.ui.desk import Desk


class CorrectDialog(Dialog):
    """Shows what differs, asks why, and issues the next revision under the same number."""

    done_so = Signal(object, object)
    """What was done, in words, and the kind of fact by which it is known."""

    def __init__(self, parent: QWidget, desk: Desk, standing: Standing) -> None:
        self._desk = desk
        self._serial = standing.serial
        self.form = Form()
        self.differs = Label(wraps=True)
        say(self.differs, partial(_listed, standing.differences))
        self.form.add_own(
            "differs", N_("What the paper says, and what is true now"), self.differs, lambda: None
        )
        self.form.add_text(
            "reason",
            N_("Why is it corrected?"),
            hint=N_(
                "It is issued anew under its number, as the next revision, dated today. The paper "
                "that was printed no longer holds: take it back."
            ),
        )
        super().__init__(
            parent,
            Sentence("Correct certificate {serial}", serial=self._serial),
            self.form,
            N_("Issue the correction"),
        )
        self.confirmed.connect(self._correct)

    def _correct(self) -> None:
        self.form.clear_refusals()
        reason, corrections = str(self.form.values()["reason"]), self._desk.app.corrections
        self.main.setEnabled(False)
        self._desk.tasks.write(
            self,
            lambda: corrections.correct(self._serial, reason),
            self._corrected,
            lambda refusal: self._refused(refusal, reason),
        )

    def _corrected(self, made: Certificate) -> None:
        said = Sentence(
            "Certificate {serial} was corrected. Print revision {n}.",
            serial=made.serial,
            n=made.revision,
        )
        self.done_so.emit(said, CertificateCorrected)
        self.accept()

    def _refused(self, refusal: Refusal, reason: str) -> None:
        self.main.setEnabled(True)
        if reason.strip():
            self.refuse(refusal)
        else:
            self.form.refuse("reason", refusal.sentence)
            self.form.field("reason").setFocus()


def _listed(differences: Sequence[Difference]) -> str:
    return "\n".join(map(told, differences)) or "–"
