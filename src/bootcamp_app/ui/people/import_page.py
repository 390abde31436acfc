"""Taking in a list, step by step inside the page: file, columns, check, done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bootcamp_app.core.errors import Cancelled, Refusal
from bootcamp_app.core.i18n import N_, Sentence, ngettext
from bootcamp_app.ui.kit.banner import Banner
from bootcamp_app.ui.kit.button import Button, button
from bootcamp_app.ui.kit.file_drop import FileDrop
from bootcamp_app.ui.kit.label import Label
from bootcamp_app.ui.kit.layouts import Flow, column, holding
from bootcamp_app.ui.people.columns_step import ColumnsStep
from bootcamp_app.ui.people.lists import ReadList, read_list, refuse_wrong_columns
from bootcamp_app.ui.people.review import Review
from bootcamp_app.ui.people.review_step import ReviewStep
from bootcamp_app.ui.people.working import Working
from bootcamp_app.ui.tasks import Job
from bootcamp_app.ui.words import digits, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from bootcamp_app.features.bootcamps.views import Bootcamp
    from bootcamp_app.features.people.views import ImportResult
    from bootcamp_app.ui.desk import Desk
    from bootcamp_app.ui.tasks import Progress

ENDINGS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt")
_STEPS = (N_("Choose the file"), N_("Say what the columns are"), N_("Check, then take in"))


class ImportView(QWidget):
    """Leads through a list; nothing is written before “Take in”."""

    left = Signal()
    """Somebody wants back to the list of people."""
    taken_in = Signal(object)
    """The ImportResult of a list that is now in the workspace."""

    def __init__(self, desk: Desk, bootcamp: Bootcamp) -> None:
        super().__init__()
        self._desk = desk
        self._bootcamp = bootcamp
        self._read: ReadList | None = None
        self._review: Review | None = None
        self._at = 0
        self.banner = Banner()
        self.working = Working()
        self.drop = FileDrop(
            N_("Drop a list here: Excel, LibreOffice or CSV. Khmer and English headers are fine."),
            ENDINGS,
        )
        self.columns = ColumnsStep()
        self.review = ReviewStep()
        self.back = button(N_("Back"), self.go_back, icon_name="chevron-left")
        self.main = Button(N_("Next"), kind="main")
        self._place = Label(tone="muted", wraps=True)
        self._build()
        self._connect()
        self._show(0)

    @property
    def is_in_hand(self) -> bool:
        """Whether a list was read, or is being read or taken in, which leaving would lose."""
        return self._at > 0 or self.working.is_busy

    def go_back(self) -> None:
        """Go to the step before, or back to the people; what is under way is stopped."""
        is_busy = self.working.is_busy
        self.working.cancel()
        if self._at == 0:
            self.left.emit()
        elif not is_busy:
            self._show(self._at - 1)

    def read(self, path: Path, sheet: str | None = None) -> None:
        """Read a file and show its columns."""

        def work(step: Progress) -> ReadList:
            step(0, 1)
            found = read_list(path, sheet)
            step(1, 1)
            return found

        self._begin(Job(work, self._show_columns, self._refuse, N_("Reading the list")))

    def check(self) -> None:
        """Try the whole list without writing, and show what would happen."""
        read, chosen, bootcamp = self._read, self.columns.chosen, self._bootcamp
        if read is None:
            return
        try:
            refuse_wrong_columns(chosen)
        except Refusal as refusal:
            self._refuse(refusal)
            return
        importing, today = self._desk.app.importing, self._today()

        def work(step: Progress) -> Review:
            step(0, 1)
            understood = read.understood(chosen, today)
            result = importing.take_in(bootcamp, understood, is_dry_run=True, progress=step)
            return Review(understood, result)

        self._begin(Job(work, self._show_review, self._refuse, N_("Checking the list")))

    def take_in(self) -> None:
        """Write the list, as a whole or not at all."""
        review, bootcamp, importing = self._review, self._bootcamp, self._desk.app.importing
        if review is None:
            return

        def work(step: Progress) -> ImportResult:
            return importing.take_in(bootcamp, review.understood, progress=step)

        self._begin(Job(work, self.taken_in.emit, self._refuse, N_("Taking in the list")))

    def _begin(self, job: Job) -> None:
        if self.working.is_busy:
            return
        self.banner.hide()
        self.working.follow(self._desk.tasks.long(self, job), job.title)
        for part in (self.main, self.drop, self.columns):
            part.setEnabled(False)

    def _allow(self) -> None:
        for part in (self.drop, self.columns):
            part.setEnabled(True)
        self.main.setEnabled(self._at != len(_STEPS) - 1 or self._has_something())

    def _show_columns(self, read: ReadList) -> None:
        self._read = read
        self.columns.show_list(read)
        self._show(1)

    def _show_review(self, review: Review) -> None:
        self._review = review
        self.review.show_review(review)
        self._show(2)

    def _has_something(self) -> bool:
        return self._review is not None and self._review.taken > 0

    def _refuse(self, refusal: Refusal) -> None:
        if isinstance(refusal, Cancelled):
            self.banner.show_text(refusal.sentence, "info")
        else:
            self.banner.refuse(refusal)

    def _show(self, step: int) -> None:
        self._at = step
        self.banner.hide()
        for number, part in enumerate((self.drop, self.columns, self.review)):
            part.setVisible(number == step)
        self.main.setVisible(step > 0)
        say(self._place, lambda: _where(step))
        say(self.main, self._main_words if step == len(_STEPS) - 1 else N_("Next"))
        say(self.main, lambda: self.main.text().replace("&&", "&"), "setAccessibleName")
        self._allow()

    def _main_words(self) -> str:
        n = self._review.taken if self._review else 0
        return ngettext("Take in {n} person", "Take in {n} people", n).format(n=digits(n))

    def _today(self) -> date:
        return self._desk.app.clock.now().astimezone(self._bootcamp.zone).date()

    def _go_on(self) -> None:
        doing: tuple[Callable[[], None], ...] = (lambda: None, self.check, self.take_in)
        doing[self._at]()

    def _build(self) -> None:
        parts = (self._place, self.banner, self.working, self.drop, self.columns, self.review)
        buttons = holding(Flow(self.back, self.main, is_right=True))
        self.setLayout(column(*parts, buttons, 1, gap=16))

    def _connect(self) -> None:
        self.drop.chosen.connect(self.read)
        self.columns.sheet_wanted.connect(self._read_sheet)
        self.main.clicked.connect(self._go_on)
        self.working.ended.connect(self._allow)

    def _read_sheet(self, sheet: str) -> None:
        if self._read is not None and self._read.path is not None:
            self.read(self._read.path, sheet)


def _where(step: int) -> str:
    return str(
        Sentence(
            "Step {step} of {steps}: {what}",
            step=digits(step + 1),
            steps=digits(len(_STEPS)),
            what=Sentence(_STEPS[step]),
        )
    )
