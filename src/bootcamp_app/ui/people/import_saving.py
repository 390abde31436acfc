"""Rows of a list that are not taken in, saved as a spreadsheet to mend."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bootcamp_app.core.i18n import N_, Sentence, _
from bootcamp_app.features.exports.rejected import write_rejected
from bootcamp_app.ui.kit.endings import file_name, with_ending
from bootcamp_app.ui.kit.files import ask_save
from bootcamp_app.ui.tasks import Job

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from bootcamp_app.core.errors import Refusal
    from bootcamp_app.ui.people.review import Review
    from bootcamp_app.ui.tasks import Progress
    from bootcamp_app.ui.words import Text

_ENDING = ".xlsx"


def ask_where(
    parent: QWidget,
    review: Review,
    begin: Callable[[Job], object],
    told: Callable[[Text, str], object],
    refuse: Callable[[Refusal], object],
) -> None:
    """Ask where the rows should lie, and begin a Job that writes them and tells (text, meaning)."""
    name = file_name(Path(review.read.name).stem, _("Rows not taken in"), ending=_ENDING)

    def save(target: Path) -> None:
        saved = Sentence("Saved: {name}", name=target.name)
        title = N_("Saving the rows not taken in")
        begin(Job(_writing(review, target), lambda _count: told(saved, "good"), refuse, title))

    ask_save(parent, N_("Save the rows not taken in"), name, save)


def _writing(review: Review, target: Path) -> Callable[[Progress], int]:
    """Give how to write the rejected rows as they stand in the list, each with its why."""

    def work(step: Progress) -> int:
        read, place = review.read, with_ending(target, _ENDING)
        return write_rejected(
            read.headers, read.rows_by_number(), review.result.rejected, place, step
        )

    return work
