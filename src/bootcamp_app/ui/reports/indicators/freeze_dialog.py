"""Freezing figures: under which title they are kept as they are now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.dialog import Dialog
from bootcamp_app.ui.kit.form import Form
from bootcamp_app.ui.kit.layouts import column, holding

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.reports.indicator_views import Scope, Snapshot
    from bootcamp_app.ui.desk import Desk


_IN_FULL = N_(
    "All figures are frozen, also those of small groups, which the public version hides. The PDF "
    "of frozen figures shows them. For the public, take “Files of the indicators”."
)


class FreezeDialog(Dialog):
    """Asks for a title and keeps the figures."""

    frozen = Signal(str)
    """The title under which they are kept."""

    def __init__(
        self, parent: QWidget | None, desk: Desk, scope: Scope, *, is_public: bool = False
    ) -> None:
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
        asked: QWidget = self.form
        if is_public:
            asked = holding(column(Banner(_IN_FULL, "warning", may_close=False), self.form))
        super().__init__(parent, N_("Freeze these figures"), asked, N_("Freeze"))
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
