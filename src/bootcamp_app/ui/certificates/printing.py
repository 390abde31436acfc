"""All certificates as they will print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.ui.kit.button import button
from bootcamp_app.ui.kit.endings import file_name
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import column, row
from bootcamp_app.ui.kit.paper_view import PaperView, Progress, ToPrint

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent

    from bootcamp_app.bootstrap import App
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.ui.tasks import Tasks


class BatchView(QWidget):
    """The certificates that hold, one page each, in the order of their numbers."""

    left = Signal()

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self.paper = PaperView(tasks)
        self._back = button(
            N_("Back to the list"), self.left.emit, kind="link", icon_name="chevron-left"
        )
        whole = column(
            row(self._back, Label(N_("As they will print"), tone="muted"), 1), self.paper, 0
        )
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def show_all(self, app: App, bootcamp: Bootcamp) -> None:
        """Make the pages of every certificate that holds, and show them."""

        def make(path: Path, step: Progress) -> int:
            from bootcamp_app.features.certificates.printing import (  # noqa: PLC0415 - heavy
                print_batch,
            )

            return print_batch(app.certificates.issued(bootcamp), bootcamp, path, step)

        wanted = ToPrint(
            make,
            lambda: file_name(_("Certificates"), bootcamp.code, ending=".pdf"),
            N_("Preparing certificates"),
        )
        self.paper.show_paper(wanted)
        self._back.setFocus()

    def leave(self) -> None:
        """Stop what is being made, and show nothing."""
        self.paper.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called by Qt: Escape leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
