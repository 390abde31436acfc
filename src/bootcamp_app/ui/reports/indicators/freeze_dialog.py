"""Freezing figures: under which title they are kept as they are now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.form import Form

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.reports.indicator_views import Scope, Snapshot
    from bootcamp_app.ui.desk import Desk


class FreezeDialog(Dialog):
    """Asks for a title and keeps the figures."""

    frozen = Signal(str)
    """The title under which they are kept."""

    def __init__(self, parent: QWidget | None, desk: Desk, scope: Scope) -> None:
        self._desk = desk
        self._scope = scope
        self.form = Form()
        self.form.add_text(
            "title",
            N_("Title"),
            hint=N_("Say for whom and for which report they are, for example “Mid-term report, "
                    "December 2026”. What was counted, when and of whom is kept with it, and "
                    "cannot be changed later."),
        )  # fmt: skip
        super().__init__(parent, N_("Freeze these figures"), self.form, N_("Freeze"))
        self.confirmed.connect(self._freeze)

    def _freeze(self) -> None:
        title = str(self.form.values()["title"]).strip()
        if not title:
            self.form.refuse("title", N_("Write a title, so that the figures are found again."))
            return
        figures, scope = self._desk.app.frozen_figures, self._scope
        self.main.setEnabled(False)
        self._desk.tasks.write(
            self, lambda: figures.freeze(scope, title), self._tell, failed=self._fail
        )

    def _tell(self, kept: Snapshot) -> None:
        self.accept()
        self.frozen.emit(kept.title)

    def _fail(self, refusal: Refusal) -> None:
        self.main.setEnabled(True)
        self.refuse(refusal)
