"""Writing a solution, or changing one; what is missing before it can be signed is told at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bootcamp_app.core.i18n import N_, Sentence
from bootcamp_app.features.canvases.views import SolutionsChanged
from bootcamp_app.ui.canvases.solution_form import SolutionForm
from bootcamp_app.ui.kit.dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.canvases.views import Solution
    from bootcamp_app.ui.canvases.solution_form import Around
    from bootcamp_app.ui.desk import Desk


class SolutionDialog(Dialog):
    """Takes a solution and writes it."""

    done_so = Signal(object, object)
    """What was done, in words, and the kind of fact by which it is known."""
    share_of_window = 0.8

    def __init__(self, parent: QWidget, desk: Desk, bootcamp: Bootcamp, around: Around) -> None:
        self._desk = desk
        self._given = around.solution
        self._is_writing = False
        self.form = SolutionForm(desk, bootcamp, around)
        title = N_("Change the solution") if self._given.id else N_("Write a solution")
        super().__init__(parent, title, self.form, N_("Save"))
        self.confirmed.connect(self._keep)

    def _keep(self) -> None:
        wanted = self.form.understood()
        if wanted is None or self._is_writing:
            return
        self._is_writing = True
        self._desk.tasks.write(self, self._work(wanted), self._written, self._refused)

    def _work(self, wanted: Solution) -> Callable[[], Solution]:
        """Give what is to be done on another thread, which may hold no part of the window."""
        service, before = self._desk.app.solutions, self._given
        if before.id:
            return lambda: service.change(before, wanted)
        return lambda: service.write(wanted)

    def _written(self, made: Solution) -> None:
        title = made.title or "–"
        if self._given.id:
            told = Sentence("“{title}” was changed.", title=title)
        else:
            told = Sentence("“{title}” was written.", title=title)
        self.done_so.emit(told, SolutionsChanged)
        self.accept()

    def _refused(self, refusal: Refusal) -> None:
        self._is_writing = False
        self.refuse(refusal)
