"""The bar above the page: undo, whose certificate is shown, how large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.i18n import N_, _
from bootcamp_app.ui.kit.button import IconButton
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, holding, row
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bootcamp_app.features.certificates.design_views import Sample
    from bootcamp_app.ui.certificates.editor.draft import Draft

_WHY = {
    "longest": N_("the longest name"),
    "longest_latin": N_("the longest Latin name"),
    "shortest": N_("the shortest name"),
    "no_latin": N_("no Latin name"),
    "no_khmer": N_("no Khmer name"),
}
_STEP = 1.25


class Tools(QWidget):
    """Buttons that work on the page as a whole."""

    sample_chosen = Signal()
    zoomed = Signal(float)
    """So many times as large; 0 is as large as there is room for."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self._samples: Sequence[Sample] = ()
        self._at = 0
        self.undo = _tool(N_("Undo the last step"), "undo", draft.undo)
        self.redo = _tool(N_("Do it again"), "redo", draft.redo)
        self.before = _tool(N_("Person before"), "chevron-left", lambda: self.turn(-1))
        self.next = _tool(N_("Next person"), "chevron-right", lambda: self.turn(1))
        self.whose = Label()
        smaller = _tool(N_("Smaller"), "zoom-out", lambda: self.zoomed.emit(1 / _STEP))
        larger = _tool(N_("Larger"), "zoom-in", lambda: self.zoomed.emit(_STEP))
        whole = _tool(N_("Whole page"), "maximize", lambda: self.zoomed.emit(0))
        self.setLayout(
            Flow(
                holding(row(self.undo, self.redo, gap=2)),
                holding(row(self.before, self.whose, self.next, gap=2)),
                holding(row(smaller, larger, whole, gap=2)),
                gap=12,
            )
        )
        say(self.whose, self._told)
        draft.changed.connect(self._follow)

    @property
    def sample(self) -> Sample | None:
        """Whose certificate is shown."""
        return self._samples[self._at] if self._samples else None

    def offer(self, samples: Sequence[Sample]) -> None:
        """Show one of these; the same person as before where they are there."""
        before = self.sample.certificate.participation_id if self.sample else ""
        ids = [one.certificate.participation_id for one in samples]
        self._samples = samples
        self._at = ids.index(before) if before in ids else 0
        self._show()

    def turn(self, by: int) -> None:
        """Show the certificate of somebody else."""
        if self._samples:
            self._at = (self._at + by) % len(self._samples)
            self._show()
            self.sample_chosen.emit()

    def _show(self) -> None:
        say(self.whose, self._told)
        for one in (self.before, self.next):
            one.setEnabled(len(self._samples) > 1)

    def _told(self) -> str:
        if not self._samples:
            return ""
        why = _(_WHY[self._samples[self._at].why]) if self._samples[self._at].why else ""
        place = _("Person {n} of {all}").format(
            n=digits(self._at + 1), all=digits(len(self._samples))
        )
        return f"{place} · {why}" if why else place

    def _follow(self) -> None:
        self.undo.setEnabled(self._draft.may_undo)
        self.redo.setEnabled(self._draft.may_redo)


def _tool(text: str, icon_name: str, clicked: Callable[[], object]) -> IconButton:
    made = IconButton(text, icon_name)
    made.clicked.connect(lambda: clicked())
    return made
