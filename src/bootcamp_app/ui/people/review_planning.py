"""Trying a list again with other decisions, beside the window; only the latest trial counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bootcamp_app.features.people.importing import Choices
from bootcamp_app.ui.people.review import Review
from bootcamp_app.ui.tasks import Job

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.tasks import Progress, Task


class Planning(QObject):
    """Nothing is written here: every trial is a dry run."""

    planned = Signal(object)
    """The Review of the list with the decisions that were wanted."""
    refused = Signal(object)
    """Why the decisions cannot be: a Refusal."""

    def __init__(self, desk: Desk, bootcamp: Bootcamp) -> None:
        super().__init__()
        self._desk = desk
        self._bootcamp = bootcamp
        self._task: Task | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a trial is under way."""
        return self._task is not None

    def begin(self, review: Review, decisions: Mapping[int, str]) -> None:
        """Try the list of a review with these decisions."""
        importing, bootcamp = self._desk.app.importing, self._bootcamp
        choices = Choices(decisions)

        def work(step: Progress) -> Review:
            result = importing.take_in(
                bootcamp, review.understood, choices=choices, is_dry_run=True, progress=step
            )
            return Review(review.read, review.understood, result, decisions, review.doubts)

        self.stop()
        self._task = self._desk.tasks.long(self, Job(work, self._came, self._failed))

    def stop(self) -> None:
        """Want no answer any more."""
        if self._task is not None:
            self._task.cancel()
            self._task.forget()
            self._task = None

    def _came(self, review: Review) -> None:
        self._task = None
        self.planned.emit(review)

    def _failed(self, refusal: Refusal) -> None:
        self._task = None
        self.refused.emit(refusal)
