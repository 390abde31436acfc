"""Checking whether a certificate is genuine: a photo, a PDF, or the text of its code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from bootcamp_app.core.i18n import N_
from bootcamp_app.features.certificates.views import REASONS
from bootcamp_app.ui.days import days_in_words
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.card import Card
from bootcamp_app.ui.kit.file_drop import FileDrop
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import SMALL, column, holding, row
from bootcamp_app.ui.kit.pill import Pill
from bootcamp_app.ui.kit.side_by_side import SideBySide
from bootcamp_app.ui.tasks import Job
from bootcamp_app.ui.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bootcamp_app.features.certificates.views import Record, Verification
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.tasks import Task

_ENDINGS = (".pdf", ".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff")
_WORDS = {"valid": (N_("genuine"), "good"), "revoked": (N_("revoked"), "bad")}
_OTHERWISE = (N_("not confirmed"), "bad")
_BESIDE = 640


class VerifyCard(Card):
    """Says of a certificate whether it is genuine, without any network."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._task: Task | None = None
        self.drop = FileDrop(N_("Drop a photo or a PDF of a certificate here"), _ENDINGS)
        self.field = QLineEdit()
        self.banner = Banner()
        self._checking = Label(N_("Checking…"), tone="muted")
        self._results = column(gap=12)
        check = button(N_("Check"), self._check_text, icon_name="shield")
        typed = row(self.field, check)
        typed.setStretch(0, 1)
        hint = Label(N_("Or paste the text that a code reader shows:"), tone="muted", wraps=True)
        sides = SideBySide(
            self.drop, holding(column(hint, typed, self._checking, 1, gap=SMALL)), needed=_BESIDE
        )
        super().__init__(N_("Is a certificate genuine?"), sides, self.banner, self._results)
        self._checking.hide()
        say(self.field, N_("Text of the code"), "setAccessibleName")
        say(self.field, N_("Begins with BD1:"), "setPlaceholderText")
        self.field.returnPressed.connect(self._check_text)
        self.drop.chosen.connect(self.check_file)

    def check_file(self, path: Path) -> None:
        """Check every code in a picture or a PDF."""
        self._check(str(path))

    def _check_text(self) -> None:
        # A code may end in a blank, so the text stays as it was pasted.
        if self.field.text().strip():
            self._check(self.field.text())
        else:
            self.field.setFocus()

    def _check(self, shown: str) -> None:
        self._forget()
        self.banner.hide()
        self._clear()
        self._checking.show()
        trust = self._desk.app.trust
        self._task = self._desk.tasks.long(
            self, Job(lambda _step: trust.verify(shown), self._show, self._refuse)
        )

    def _show(self, found: Sequence[Verification]) -> None:
        self._checking.hide()
        for one in found:
            self._results.addWidget(_Verdict(one))

    def _refuse(self, refusal: object) -> None:
        self._checking.hide()
        self.banner.refuse(refusal)  # type: ignore[arg-type]

    def _clear(self) -> None:
        while (item := self._results.takeAt(0)) is not None:
            if (verdict := item.widget()) is not None:
                verdict.deleteLater()

    def _forget(self) -> None:
        if self._task is not None and isValid(self._task):
            self._task.forget()


class _Verdict(QWidget):
    """What one code turned out to be."""

    def __init__(self, one: Verification) -> None:
        super().__init__()
        text, meaning = _WORDS.get(one.reason, _OTHERWISE)
        lines = column(Label(REASONS[one.reason], wraps=True), gap=0)
        if one.record is not None:
            record = one.record
            about = Label(size="small", tone="muted", wraps=True)
            say(about, lambda: _about(record))
            lines.addWidget(about)
        lines.addStretch()
        shown = row(holding(column(Pill(text, meaning), 1)), lines, gap=12)
        shown.setStretch(1, 1)
        self.setLayout(shown)


def _about(record: Record) -> str:
    day = days_in_words(record.issued_on)
    told = (record.serial, record.name_km, record.name_en, record.title, day)
    return " · ".join(part for part in told if part)
